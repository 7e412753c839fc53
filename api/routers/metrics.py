"""``/metrics``: numbers for operators, in the text format of Prometheus."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.metrics import MEDIA_TYPE, Metrics

router = APIRouter(tags=["health"])


@router.get(
    "/metrics",
    summary="Numbers for operators / 運用指標",
    description=(
        "Requests by route and status, their duration, queries running, waiting and ended, and the edition being "
        "served, in the text format of Prometheus. No label holds anything that a reader sent. / "
        "経路・状態別の要求数、所要時間、検索の実行中・待機中・強制終了の件数、提供中の版を Prometheus のテキスト形式で"
        "返します。利用者の入力は含みません。"
    ),
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "The numbers / 指標"}},
)
def metrics(request: Request) -> Response:
    """The numbers of this moment."""
    told: Metrics = request.app.state.metrics
    return Response(told.text(), media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})

"""For operators and their tools: is the process alive, can it serve."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from api.deps import Server
from api.errors import UNAVAILABLE, Problem
from graph.store.answers import AnswerFormat
from graph.store.workers import QueryRequest

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live", summary="The process is alive / プロセスの稼働確認")
def live() -> dict[str, str]:
    """Answers as long as the process does."""
    return {"status": "ok"}


@router.get("/ready", summary="Ready to serve / 提供準備の確認")
def ready(state: Server) -> dict[str, Any]:
    """The edition being served and the workers alive; 503 where there is no worker and none can be started."""
    reading = state.reading("public")
    if not state.pool.alive():  # ended from outside while nobody asked: a query starts another in its place
        state.pool.run(QueryRequest(reading.edition.store_path("public"), "ASK {}", AnswerFormat.JSON))
    alive = state.pool.alive()
    if not alive:
        raise Problem(UNAVAILABLE, "No query worker is running.", "検索プロセスが稼働していません。")
    return {"status": "ok", "edition": reading.id, "engagements": len(reading.index), "workers": alive}

"""``/update``: SPARQL 1.1 updates. Done whole or not at all, on disk and visible to all when it is answered."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool

from api.asking import read_asked
from api.deps import Curator, Server
from api.writing import author_of, disclosure_of, told
from graph.store.user_graphs import Update, update_graphs

router = APIRouter(tags=["sparql"])


@router.post("/update", summary="SPARQL 1.1 update (curators) / SPARQL 1.1 更新（編集者）")
async def update(request: Request, state: Server, visitor: Curator) -> dict[str, Any]:
    """An update as a form (``update=``) or as ``application/sparql-update``; ``disclosure=internal`` for staff only."""
    asked = await read_asked(request, "update", state.settings.upload_bytes)
    change = Update(
        text=asked.text or "",
        using=asked.all("using-graph-uri"),
        using_named=asked.all("using-named-graph-uri"),
        disclosure=disclosure_of(asked.one("disclosure")),
        limits=state.limits(trusted=True),
    )
    return told(await run_in_threadpool(update_graphs, state.dataset, change, author_of(request, state, visitor)))

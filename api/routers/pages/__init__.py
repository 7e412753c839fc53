"""The pages that people read. Not part of the described API: a page may change, its address stays."""

from __future__ import annotations

from fastapi import APIRouter

from api.routers.pages import (
    bodies,
    changing,
    comparing,
    documents,
    engagements,
    figures,
    frameworks,
    home,
    searching,
    series,
    static,
    statistics,
    tables,
    topics,
)

router = APIRouter(include_in_schema=False)
for _part in (
    home,
    engagements,
    bodies,
    frameworks,
    series,
    documents,
    topics,
    comparing,
    changing,
    searching,
    statistics,
    figures,
    static,
    tables,
):
    router.include_router(_part.router)

"""Every router of the application, in the order in which paths are matched."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from api.routers import catalogue, engagements, graphs, health, linked, sparql, update, writing

ROUTERS: Final[tuple[APIRouter, ...]] = (
    sparql.router,
    update.router,
    graphs.router,
    health.router,
    engagements.router,
    catalogue.router,
    writing.router,
    linked.router,
)

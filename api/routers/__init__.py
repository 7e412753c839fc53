"""Every router of the application, in the order in which paths are matched."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from api.routers import (
    answers,
    api_docs,
    catalogue,
    dataset_description,
    editions,
    engagements,
    feeds,
    graphs,
    health,
    import_pages,
    importing,
    linked,
    metrics,
    pages,
    problems,
    query_page,
    reconciliation,
    record_pages,
    review_pages,
    sign_in,
    update,
    vocabulary,
    writing,
)

ROUTERS: Final[tuple[APIRouter, ...]] = (
    update.router,
    graphs.router,
    health.router,
    engagements.router,
    answers.router,
    catalogue.router,
    importing.router,
    writing.router,
    api_docs.router,
    metrics.router,
    problems.router,
    reconciliation.router,
    linked.router,
    vocabulary.router,
    dataset_description.router,
    editions.router,
    query_page.router,
    pages.router,
    feeds.router,
    sign_in.router,
    review_pages.router,
    record_pages.router,
    import_pages.router,
)

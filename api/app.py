"""The one factory: settings and a dataset in, the whole application out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from importlib.metadata import version

from fastapi import FastAPI

from api.describing.openapi import Described
from api.errors import add_error_handlers
from api.heads import HeadAsGet, describe_once
from api.metrics import Measured, Metrics
from api.reconciling.opening import OpenToOthers
from api.routers import ROUTERS
from api.routers.sparql import SparqlLane
from api.security import SecurityHeaders
from api.sessions import Sessions
from api.settings import Settings
from api.state import State
from graph.store.dataset import Dataset
from graph.store.tokens import Tokens


def create_app(settings: Settings, dataset: Dataset, today: Callable[[], date] = date.today) -> FastAPI:
    """The application that serves ``dataset``. Its query workers start with it and end with it."""
    state = State(settings, dataset, today)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        state.start()  # the workers start now, not with the first query
        yield
        if state.backend is not None:
            await state.backend.close()
        state.close()

    app = Described(
        title="Sankyoku 三極",
        version=version("sankyoku"),
        summary="International cooperation on data transfers / データ移転に係る国際協力",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.sankyoku = state
    app.state.tokens = Tokens.of(dataset.path)
    app.state.sessions = Sessions.of(dataset.path)
    app.state.metrics = Metrics(state)
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(OpenToOthers)
    app.add_middleware(SparqlLane)
    app.add_middleware(Measured, metrics=app.state.metrics)
    add_error_handlers(app)
    for router in ROUTERS:
        app.include_router(router)
    describe_once(app)
    return app

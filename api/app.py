"""The one factory: settings and a dataset in, the whole application out."""

from __future__ import annotations

import contextlib
import gc
import importlib
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from importlib.metadata import version

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from api.describing.openapi import Described
from api.errors import add_error_handlers
from api.heads import HeadAsGet, describe_once
from api.metrics import Measured, Metrics
from api.reconciling.opening import OpenToOthers
from api.routers import ROUTERS
from api.routers.sparql import PATH as SPARQL
from api.routers.sparql import SparqlLane
from api.security import SecurityHeaders
from api.sessions import Sessions
from api.settings import Settings
from api.state import State
from graph.errors import SankyokuError
from graph.history import search
from graph.store.dataset import Dataset
from graph.store.tokens import Tokens


class Application(Described):
    """The application; ``/sparql`` is answered before the framework begins."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or starts and ends with the server."""
        if scope["type"] == "http" and scope["path"].rstrip("/") == SPARQL:
            scope["app"] = self
            await self.state.sparql(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(settings: Settings, dataset: Dataset, today: Callable[[], date] = date.today) -> FastAPI:
    """The application that serves ``dataset``. Its query workers start with it and end with it."""
    state = State(settings, dataset, today)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        state.start()  # the workers start now, not with the first query
        threading.Thread(target=_warm, args=(state,), daemon=True).start()
        yield
        if state.backend is not None:
            await state.backend.close()
        state.close()

    app = Application(
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
    app.state.sparql = SparqlLane(state, app.state.tokens, app.state.metrics)
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(OpenToOthers)
    app.add_middleware(Measured, metrics=app.state.metrics)
    add_error_handlers(app)
    for router in ROUTERS:
        app.include_router(router)
    describe_once(app)
    return app


def _warm(state: State) -> None:
    """Loads what the first figure and the first search would else wait for, once the server is ready."""
    with contextlib.suppress(SankyokuError):  # a dataset that cannot be read says so to whoever asks
        index = state.reading("public").index
        search(index, "会合 meeting")
        importlib.import_module("api.drawing")
        gc.collect()
        gc.freeze()  # what is loaded now stays: the collector need not look through it again and again

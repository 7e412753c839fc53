"""What operators watch: requests by route and status, how long they took, the queries, the edition being served.

No label holds anything that a reader sent: routes are told by their templates, methods and statuses are few.
The numbers are those of this process, which is the only one that serves a dataset.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.state import State
from graph.errors import DatasetError, NotFound

#: The text format of Prometheus, version 0.0.4, which every collector of metrics reads.
MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_ENDPOINT: Final = "/sparql"
_NO_ROUTE: Final = "none"
_OTHER: Final = "other"


class Metrics:
    """The numbers of one application."""

    def __init__(self, state: State) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Served(state))
        self._requests = Counter(
            "sankyoku_http_requests",
            "Requests answered, by method, template of the route and status.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "sankyoku_http_request_duration_seconds",
            "Time from the request to the last byte of its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts one answered request."""
        self._requests.labels(method if method in _METHODS else _OTHER, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """All numbers in the text format."""
        return generate_latest(self._registry)


class _Served(Collector):
    """What is true at the moment of asking: the edition being served and the queries under way."""

    def __init__(self, state: State) -> None:
        self._state = state

    def collect(self) -> Iterable[Metric]:
        """The gauges; those of the edition are left out while there is none that can be read."""
        yield from self._queries()
        try:
            yield from self._edition()
        except (DatasetError, NotFound):  # /health/ready says what is wrong
            return

    def _queries(self) -> Iterable[Metric]:
        load = self._state.pool.load()
        yield GaugeMetricFamily("sankyoku_queries_running", "SPARQL queries that have a worker.", load.running)
        yield GaugeMetricFamily("sankyoku_queries_waiting", "SPARQL queries that wait for a worker.", load.waiting)
        yield GaugeMetricFamily("sankyoku_query_workers", "Query workers alive.", self._state.pool.alive())
        killed = "SPARQL queries ended for passing their deadline or memory."
        yield CounterMetricFamily("sankyoku_queries_killed", killed, load.killed)

    def _edition(self) -> Iterable[Metric]:
        reading = self._state.reading("public")
        manifest = reading.edition.manifest
        told = InfoMetricFamily("sankyoku_edition", "The edition being served.")
        told.add_metric((), {"id": reading.id})
        yield told
        created = "When the edition being served was made, in seconds since 1970."
        yield GaugeMetricFamily("sankyoku_edition_created_seconds", created, manifest.created.timestamp())
        age = max(0.0, time.time() - manifest.created.timestamp())
        yield GaugeMetricFamily("sankyoku_edition_age_seconds", "Age of the edition being served.", age)
        yield GaugeMetricFamily("sankyoku_quads", "Quads in the public view.", manifest.public.quads)
        yield GaugeMetricFamily("sankyoku_engagements", "Engagements in the public view.", len(reading.index))


class Measured:
    """Counts every request on its way through, outside of everything else."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, and counts it when its answer is out."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            seconds = time.perf_counter() - began
            self._metrics.count(scope["method"], _template(scope), status, seconds)


def _template(scope: Scope) -> str:
    """The template of the route that answered, never the address itself."""
    if scope["path"].rstrip("/") == _ENDPOINT:
        return _ENDPOINT
    path = getattr(scope.get("route"), "path", None)
    return path if isinstance(path, str) else _NO_ROUTE

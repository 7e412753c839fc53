"""What a running server holds: its settings, its dataset, its query workers, and the editions opened last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from api.answers import AnswerCache, ReplyCache
from api.limits import Clients
from api.settings import Settings
from graph.index import Index
from graph.iri import Iris
from graph.model import Disclosure
from graph.store.backend import Backend
from graph.store.calling import Callees
from graph.store.dataset import Dataset
from graph.store.edition import Edition
from graph.store.limits import QueryLimits
from graph.store.workers import QueryPool

if TYPE_CHECKING:
    from api.layouts import Layouts

_OPEN_EDITIONS: Final = 6


@dataclass(frozen=True)
class Reading:
    """One edition in one view: all that a request may read. ``pinned`` says that the address names the edition."""

    edition: Edition
    view: Disclosure
    index: Index
    pinned: bool = False

    @property
    def id(self) -> str:
        """The edition's id."""
        return self.edition.id


@dataclass
class State:
    """Made once by ``create_app``; closed when the server ends. Safe to share between threads."""

    settings: Settings
    dataset: Dataset
    today: Callable[[], date] = date.today
    _open: OrderedDict[tuple[str, Disclosure], Index] = field(default_factory=OrderedDict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def iris(self) -> Iris:
        """The IRIs of this dataset."""
        return Iris(self.settings.base)

    @cached_property
    def pool(self) -> QueryPool:
        """The query workers, started when first needed or at start-up."""
        return QueryPool(self.settings.workers, self.limits(trusted=False))

    @cached_property
    def backend(self) -> Backend | None:
        """The SPARQL server that answers in place of our workers, where one is set."""
        return Backend(self.settings.backend) if self.settings.backend else None

    @cached_property
    def callees(self) -> Callees:
        """The SPARQL servers that a query may call."""
        return Callees(self.settings.service_allow, self.settings.service_bytes)

    @cached_property
    def answers(self) -> AnswerCache:
        """SPARQL answers given before."""
        return AnswerCache(self.settings.cache_bytes)

    @cached_property
    def replies(self) -> ReplyCache:
        """Whole responses to SPARQL requests asked before."""
        return ReplyCache(self.answers)

    @cached_property
    def clients(self) -> Clients:
        """How many queries each client has under way."""
        return Clients(self.settings.query_per_client)

    @cached_property
    def layouts(self) -> Layouts:
        """Where the nodes of networks stand, from edition to edition."""
        from api.layouts import Layouts  # noqa: PLC0415 - only figures need it, and it loads numpy

        return Layouts(self.dataset.path / "layouts")

    def limits(self, *, trusted: bool) -> QueryLimits:
        """What one query may take; readers with a token have more time."""
        told = self.settings
        return QueryLimits(
            seconds=told.query_seconds_token if trusted else told.query_seconds,
            rows=told.query_rows,
            bytes=told.query_bytes,
            memory=told.query_memory,
            waiting=told.query_waiting,
        )

    def reading(self, view: Disclosure, edition_id: str | None = None) -> Reading:
        """The edition being served, or the one named, in ``view``. Raises ``NotFound``, ``DamagedEdition``."""
        edition = self.dataset.edition(edition_id)
        return Reading(edition, view, self._index(edition, view), pinned=edition_id is not None)

    def start(self) -> None:
        """Starts the query workers."""
        self.pool.alive()

    def close(self) -> None:
        """Ends the query workers and closes what is open."""
        if "pool" in self.__dict__:
            self.pool.close()
        with self._turn:
            self._open.clear()

    def _index(self, edition: Edition, view: Disclosure) -> Index:
        key = (edition.id, view)
        with self._turn:
            if key not in self._open:
                self._open[key] = Index.open(edition.index_path(view), edition.id)
                if len(self._open) > _OPEN_EDITIONS:
                    self._open.popitem(last=False)
            self._open.move_to_end(key)
            return self._open[key]

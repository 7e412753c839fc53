"""Addresses of pages: every view has one, and links keep the language and the edition that a reader chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request

Pairs = tuple[tuple[str, str], ...]
#: What every link carries on.
KEPT = ("lang", "edition")
#: What a page was told once (that something was saved), and links do not repeat.
_ONCE = ("recorded", "withdrawn", "done", "next", "taken")
#: What belongs to one page of a list alone.
_PLACE = ("cursor",)


@dataclass(frozen=True)
class Address:
    """The address of a request: its path and its parameters in order."""

    path: str
    query: Pairs
    base: str

    @classmethod
    def of(cls, request: Request, public_url: str | None = None) -> Address:
        """The address that was asked for."""
        pairs = tuple((name, value) for name, value in request.query_params.multi_items() if value.strip())
        return cls(request.url.path, pairs, public_url or str(request.base_url).rstrip("/"))

    def to(self, path: str, **parameters: object) -> str:
        """The address of another page, in the same language and edition. A trailing ``_`` in names is dropped."""
        told = [(name.rstrip("_"), str(value)) for name, value in parameters.items() if value not in (None, "")]
        return _joined(path, [*told, *self.kept])

    def same(self, path: str, leave: Iterable[str] = (), **parameters: object) -> str:
        """Another path with the same parameters, without those in ``leave``, and with ``parameters``."""
        told = {name.rstrip("_"): str(value) for name, value in parameters.items() if value is not None}
        without = {*leave, *told, *_ONCE}
        pairs = [(name, value) for name, value in self.query if name not in without]
        return _joined(path, [*pairs, *told.items()])

    def here(self, **parameters: object) -> str:
        """This page with other parameters, from its beginning."""
        return self.same(self.path, _PLACE, **parameters)

    def page(self, cursor: str) -> str:
        """This list from ``cursor`` on."""
        return self.same(self.path, cursor=cursor)

    def adding(self, name: str, value: str) -> str:
        """This list with one more filter."""
        pairs = [(key, told) for key, told in self.query if key not in _PLACE]
        return _joined(self.path, [*pairs, (name, value)])

    def without(self, name: str, value: str | None = None) -> str:
        """This list with one filter less (``value``), or without a parameter altogether."""
        pairs = []
        for key, told in self.query:
            if key in _PLACE or (key == name and value is None):
                continue
            left = [one for one in told.split(",") if key != name or one.strip() != value]
            if left:
                pairs.append((key, ",".join(left)))
        return _joined(self.path, pairs)

    def in_language(self, language: str) -> str:
        """This very view in ``language``."""
        return self.same(self.path, lang=language)

    def absolute(self, relative: str) -> str:
        """With scheme and host, for feeds and citations."""
        return self.base + relative

    def fields(self, *leave: str) -> list[tuple[str, str]]:
        """The parameters that a form has to carry on, without those that it asks for itself."""
        return [(name, value) for name, value in self.query if name not in (*leave, *_PLACE)]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Language and edition, where the address names them."""
        return [(name, value) for name, value in self.query if name in KEPT]


def _joined(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path

"""Which formats a SPARQL client gets: by ``?format=`` or by ``Accept``, one for each kind of answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from starlette.requests import HTTPConnection

from api.errors import NOT_ACCEPTABLE, Problem
from api.negotiation import best_of
from graph.store.answers import AnswerFormat, Choice, formats_for

_JSON: Final = "application/json"
_OFFERED: Final = {
    form: {wanted.media_type.partition(";")[0]: wanted for wanted in formats_for(form)}
    for form in ("select", "ask", "construct")
}
_NAMES: Final[Mapping[str, Choice]] = MappingProxyType(
    {
        **{wanted.value: Choice.of(wanted) for wanted in AnswerFormat},
        **{wanted.media_type.partition(";")[0]: Choice.of(wanted) for wanted in AnswerFormat},
        "json": Choice(AnswerFormat.JSON, AnswerFormat.JSON, AnswerFormat.JSON_LD),
        "xml": Choice(AnswerFormat.XML, AnswerFormat.XML, AnswerFormat.RDF_XML),
        **dict.fromkeys(("turtle", "n3"), Choice.of(AnswerFormat.TURTLE)),
        **dict.fromkeys(("json-ld", "json+ld"), Choice.of(AnswerFormat.JSON_LD)),
        **dict.fromkeys(("rdf", "rdf+xml", "rdf-xml"), Choice.of(AnswerFormat.RDF_XML)),
        **dict.fromkeys(("n-triples", "ntriples"), Choice.of(AnswerFormat.N_TRIPLES)),
        **dict.fromkeys(("n-quads", "nquads"), Choice.of(AnswerFormat.N_QUADS)),
    }
)


@dataclass(frozen=True)
class Wanted:
    """What a client wants, and the media types that it knows some of it by."""

    choice: Choice
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, media_type: str) -> str:
        """What Content-Type says to this client for what we call ``media_type``."""
        return self.labels.get(media_type, media_type)


def wanted_formats(request: HTTPConnection, named: Sequence[str]) -> Wanted:
    """The formats for a query. Raises ``Problem`` (406), naming what there is, where nothing fits at all.

    Some clients name a format under several names at once (SPARQLWrapper does): the first that we know counts.
    """
    if named:
        known = [_NAMES[one.lower()] for one in named if one.lower() in _NAMES]
        if not known:
            raise _not_acceptable()
        return Wanted(known[0])
    return by_accept(", ".join(request.headers.getlist("accept"))[:4096])


@lru_cache(maxsize=256)
def by_accept(accept: str) -> Wanted:
    """The formats that an ``Accept`` header wants. Raises as ``wanted_formats``."""
    rows, truth, graph = (_best(accept, form) for form in ("select", "ask", "construct"))
    labels = {}
    for found in (rows, truth, graph):
        if found is not None and found[1] == _JSON:
            labels[found[0].media_type] = _JSON
    if rows is truth is graph is None:
        raise _not_acceptable()
    choice = Choice(rows and rows[0], truth and truth[0], graph and graph[0])
    return Wanted(choice, MappingProxyType(labels))


def _best(accept: str, form: str) -> tuple[AnswerFormat, str] | None:
    """The best format for a form of query, and the media type by which the client knows it."""
    offered = _OFFERED[form]
    json_kind = AnswerFormat.JSON_LD if form == "construct" else AnswerFormat.JSON
    media = best_of(accept, (*offered, _JSON))
    return None if media is None else (offered.get(media, json_kind), media)


def _not_acceptable() -> Problem:
    there = {media: wanted for form in _OFFERED.values() for media, wanted in form.items()}
    names = ", ".join(f"{media} (format={wanted.value})" for media, wanted in there.items())
    return Problem(NOT_ACCEPTABLE, f"There is: {names}.", f"対応している形式は次のとおりです：{names}")

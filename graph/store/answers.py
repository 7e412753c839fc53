"""The formats an answer can have, and which of them fits which form of query.

SPARQL 1.1 defines CSV and TSV for SELECT only, so an ASK is not answered in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

_RESULTS = ("json", "xml", "csv", "tsv")
_MEDIA_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "csv": "text/csv; charset=utf-8",
        "tsv": "text/tab-separated-values; charset=utf-8",
        "ttl": "text/turtle; charset=utf-8",
        "nt": "application/n-triples",
        "jsonld": "application/ld+json",
        "rdfxml": "application/rdf+xml",
        "nq": "application/n-quads",
    }
)


class AnswerFormat(StrEnum):
    """A format, by the name that the command line and ``?format=`` use."""

    JSON = "json"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"
    TURTLE = "ttl"
    N_TRIPLES = "nt"
    JSON_LD = "jsonld"
    RDF_XML = "rdfxml"
    N_QUADS = "nq"

    @property
    def media_type(self) -> str:
        """What Content-Type says."""
        return _MEDIA_TYPES[self.value]

    @property
    def is_graph(self) -> bool:
        """Whether this writes triples (CONSTRUCT, DESCRIBE) rather than rows or a truth value."""
        return self.value not in _RESULTS

    def fits(self, form: str) -> bool:
        """Whether the answer to a query of this form can be written so."""
        return self in formats_for(form)


def formats_for(form: str) -> tuple[AnswerFormat, ...]:
    """The formats that fit a query form (select, ask, construct, describe), the usual one first."""
    if form in ("construct", "describe"):
        return (
            AnswerFormat.TURTLE,
            AnswerFormat.N_TRIPLES,
            AnswerFormat.JSON_LD,
            AnswerFormat.RDF_XML,
            AnswerFormat.N_QUADS,
        )
    if form == "ask":
        return (AnswerFormat.JSON, AnswerFormat.XML)
    return (AnswerFormat.JSON, AnswerFormat.XML, AnswerFormat.CSV, AnswerFormat.TSV)


@dataclass(frozen=True)
class Choice:
    """What a reader wants of each kind of answer: rows (SELECT), a truth value (ASK), a graph of triples.

    Only the engine knows for certain which kind a text will give, so all three are said beforehand. None: the
    reader accepts no format of that kind.
    """

    rows: AnswerFormat | None
    truth: AnswerFormat | None
    graph: AnswerFormat | None

    @classmethod
    def of(cls, wanted: AnswerFormat) -> Choice:
        """One format, where it fits."""
        return cls(
            rows=wanted if wanted.fits("select") else None,
            truth=wanted if wanted.fits("ask") else None,
            graph=wanted if wanted.is_graph else None,
        )

    def names(self) -> tuple[str | None, str | None, str | None]:
        """The three by name, as they go to a worker."""
        return (self.rows and self.rows.value, self.truth and self.truth.value, self.graph and self.graph.value)

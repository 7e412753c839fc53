"""How a triple is made: literals of the right type, labels in both languages, dates with their bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from graph.iri import Iris, content_key, slugify
from graph.model import Source, Text, When
from ontology.concepts import concept
from ontology.terms import (
    OA_END,
    OA_EXACT,
    OA_START,
    RDF_TYPE,
    RDFS_LABEL,
    XSD_DATE,
    XSD_DATE_TIME,
    XSD_DECIMAL,
    Passage,
    dateAsWritten,
    earliest,
    edtf,
    inDocument,
    latest,
    lineEnd,
    lineStart,
    locator,
    page,
    precision,
)

Triples = Iterator[Triple]


def words(subject: NamedNode, predicate: NamedNode, text: Text) -> Triples:
    """One triple for each language that ``text`` has."""
    for language, said in (("en", text.en), ("ja", text.ja)):
        if said:
            yield Triple(subject, predicate, Literal(said, language=language))


def named(subject: NamedNode, kind: NamedNode, name: Text) -> Triples:
    """What a thing is and what it is called."""
    yield Triple(subject, RDF_TYPE, kind)
    yield from words(subject, RDFS_LABEL, name)


def string(subject: NamedNode, predicate: NamedNode, value: str | None) -> Triples:
    """A plain string, where there is one."""
    if value:
        yield Triple(subject, predicate, Literal(value))


def whole(subject: NamedNode, predicate: NamedNode, value: int | None) -> Triples:
    """A whole number, where there is one."""
    if value is not None:
        yield Triple(subject, predicate, Literal(value))


def share(subject: NamedNode, predicate: NamedNode, value: float) -> Triples:
    """A number from 0 to 1, as a decimal of at most three places."""
    written = f"{value:.3f}".rstrip("0").rstrip(".") or "0"
    yield Triple(subject, predicate, Literal(written if "." in written else f"{written}.0", datatype=XSD_DECIMAL))


def day(value: date) -> Literal:
    """A day as ``xsd:date``."""
    return Literal(value.isoformat(), datatype=XSD_DATE)


def moment(value: datetime) -> Literal:
    """A moment as ``xsd:dateTime`` in UTC, to the second."""
    return Literal(value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=XSD_DATE_TIME)


def one_of(subject: NamedNode, predicate: NamedNode, scheme: str, value: str | None) -> Triples:
    """A concept of a scheme, where there is one."""
    if value:
        yield Triple(subject, predicate, concept(scheme, value))


def links(subject: NamedNode, predicate: NamedNode, things: Iterable[NamedNode]) -> Triples:
    """One triple for each of ``things``."""
    for thing in things:
        yield Triple(subject, predicate, thing)


def dated(subject: NamedNode, when: When) -> Triples:
    """The date of a thing that happened: EDTF, both bounds, precision, and the words as written."""
    yield Triple(subject, edtf, Literal(when.edtf))
    yield Triple(subject, earliest, day(when.earliest))
    yield Triple(subject, latest, day(when.latest))
    yield from one_of(subject, precision, "precision", when.precision)
    yield from string(subject, dateAsWritten, when.verbatim)


def bounded(subject: NamedNode, terms: tuple[NamedNode, NamedNode, NamedNode], when: When | None) -> Triples:
    """A further date of a thing: ``terms`` are its EDTF property and those of its two bounds."""
    if when is None:
        return
    yield Triple(subject, terms[0], Literal(when.edtf))
    yield Triple(subject, terms[1], day(when.earliest))
    yield Triple(subject, terms[2], day(when.latest))


@lru_cache(maxsize=4096)
def post_slug(name: Text) -> str:
    """The slug of a post: the words of its name."""
    return slugify(name.en or "") or content_key(name.ja, length=12)


def passage(source: Source, iris: Iris) -> NamedNode:
    """The IRI of the passage that a source is: a key of document, place and words."""
    key = content_key(source.document, source.locator, str(source.start), str(source.end), source.quote)
    return iris.thing("passage", f"{source.document}-{key}")


def passage_triples(source: Source, iris: Iris) -> Triples:
    """A passage: its document, where it stands, and its words where they are at hand."""
    here = passage(source, iris)
    yield Triple(here, RDF_TYPE, Passage)
    yield Triple(here, inDocument, iris.thing("document", source.document))
    yield from string(here, locator, source.locator)
    yield from whole(here, page, source.page)
    yield from whole(here, lineStart, source.line_start)
    yield from whole(here, lineEnd, source.line_end)
    yield from string(here, OA_EXACT, source.quote)
    yield from whole(here, OA_START, source.start)
    yield from whole(here, OA_END, source.end)

"""Descriptions on their way out: which RDF formats there are, by suffix and by media type, and how they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from starlette.requests import HTTPConnection

from api.linked.jsonld import compacted
from api.negotiation import negotiate
from ontology.terms import PREFIXES

HTML: Final = "text/html"
JSON: Final = "application/json"
#: Public data may be read by scripts of other sites.
OPEN: Final = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link, X-Sankyoku-Edition"}


@dataclass(frozen=True)
class DataFormat:
    """An RDF format: its suffix in addresses, its media type, and what writes it (None: our own JSON-LD)."""

    suffix: str
    media_type: str
    engine: RdfFormat | None


FORMATS: Final = (
    DataFormat("ttl", "text/turtle", RdfFormat.TURTLE),
    DataFormat("jsonld", "application/ld+json", None),
    DataFormat("nt", "application/n-triples", RdfFormat.N_TRIPLES),
    DataFormat("rdf", "application/rdf+xml", RdfFormat.RDF_XML),
)
BY_SUFFIX: Final[Mapping[str, DataFormat]] = {each.suffix: each for each in FORMATS}
_BY_MEDIA: Final[Mapping[str, DataFormat]] = {each.media_type: each for each in FORMATS} | {JSON: BY_SUFFIX["jsonld"]}
#: What a description is offered in; pages first, as a reader without wishes is most likely a person.
OFFERED: Final = (HTML, *_BY_MEDIA)


def chosen(request: HTTPConnection) -> DataFormat | None:
    """The format that the reader likes best, or None for a page. Raises ``Problem`` (406)."""
    media = negotiate(request, OFFERED)
    return None if media == HTML else _BY_MEDIA[media]


def by_media(media_type: str) -> DataFormat:
    """The format of a media type that is offered."""
    return _BY_MEDIA[media_type]


def split_suffix(name: str) -> tuple[str, str | None]:
    """A name and its suffix, where it has one of ours: ``us-ftc.ttl`` is ``us-ftc`` and ``ttl``."""
    stem, dot, suffix = name.rpartition(".")
    if dot and stem and (suffix in BY_SUFFIX or suffix == "html"):
        return stem, suffix
    return name, None


def write(
    triples: Iterable[Triple], wanted: DataFormat, *, about: str, context: str, prefixes: Mapping[str, str] = PREFIXES
) -> bytes:
    """Triples in a format, the same bytes for the same triples. ``context`` is the address of the JSON-LD context."""
    told = sorted(set(triples), key=str)
    if wanted.engine is None:
        return compacted(told, about, context)
    return serialize(told, format=wanted.engine, prefixes=used_prefixes(told, prefixes)) or b""


def used_prefixes(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> dict[str, str]:
    """Those prefixes that the triples have a use for."""
    iris = {term.value for triple in triples for term in _terms(triple) if isinstance(term, NamedNode)}
    return {name: base for name, base in prefixes.items() if any(iri.startswith(base) for iri in iris)}


def _terms(triple: Triple) -> tuple[object, ...]:
    kind = triple.object.datatype if isinstance(triple.object, Literal) else triple.object
    return triple.subject, triple.predicate, kind


def in_language(triples: Iterable[Triple], language: str | None) -> list[Triple]:
    """The triples with the words of one language alone, where a thing has them in it; None: in all languages."""
    told = list(triples)
    if language is None:
        return told
    has: dict[tuple[NamedNode | BlankNode | Triple, NamedNode], set[str | None]] = defaultdict(set)
    for triple in told:
        if isinstance(triple.object, Literal):
            has[(triple.subject, triple.predicate)].add(triple.object.language)
    return [
        triple
        for triple in told
        if not isinstance(triple.object, Literal)
        or triple.object.language in (None, language)
        or language not in has[(triple.subject, triple.predicate)]
    ]

"""JSON-LD in the words of our own context (``/context.jsonld``), with the parts of a thing inside it.

The context gives every property a short name and, where it has one, the type of its values. A value that is not
of that type is written out in full, so that what is read back is exactly what was written.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, Triple

from ontology.files import context as context_document
from ontology.terms import RDF_TYPE, XSD_BOOLEAN, XSD_INTEGER, XSD_STRING

Value = Any
_TRUTHS: Final = ("true", "false")


def compacted(triples: Iterable[Triple], about: str, context: str) -> bytes:
    """The triples as a JSON-LD document: the thing ``about`` first, with what it points to inside it."""
    tree = _Tree(triples)
    found = [tree.node(about)] if about in tree.subjects else []
    found += [tree.node(subject) for subject in sorted(tree.subjects) if subject not in tree.told]
    body = found[0] if len(found) == 1 else {"@graph": found}
    return json.dumps({"@context": context, **body}, ensure_ascii=False, indent=2).encode() + b"\n"


class _Tree:
    """Triples by subject, told once each as nested objects."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.subjects: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self.told: set[str] = set()
        for triple in triples:
            self.subjects[_name(triple.subject)][triple.predicate.value].append(triple.object)

    def node(self, name: str) -> dict[str, Value]:
        """A thing with its values; the second time it is met, its name alone."""
        if name in self.told or name not in self.subjects:
            return {"id": name}
        self.told.add(name)
        told: dict[str, Value] = {"id": name}
        values = self.subjects[name]
        if RDF_TYPE.value in values:
            told["type"] = _one_or_all([_short_type(each.value) for each in values[RDF_TYPE.value]])
        for predicate in sorted(values.keys() - {RDF_TYPE.value}):
            self._add(told, predicate, values[predicate])
        return told

    def _add(self, told: dict[str, Value], predicate: str, values: list[Any]) -> None:
        term, kind, by_language, always_lists = _terms().get(predicate, (predicate, None, False, False))
        if by_language and all(isinstance(each, Literal) and each.language for each in values):
            told[term] = _by_language(values, always_lists)
            return
        # A word that is typed or has languages in the context cannot carry other values: those get the full name.
        plain: list[Value] = []
        other: list[Value] = []
        for each in values:
            written = self._value(each, kind)
            fits = not by_language and (kind != "@id" or not isinstance(each, Literal))
            (plain if fits else other).append(written)
        if plain:
            told[term] = _one_or_all(plain)
        if other:
            told[predicate] = _one_or_all(other)

    def _value(self, value: Any, kind: str | None) -> Value:
        if not isinstance(value, Literal):
            node = self.node(_name(value))
            return node["id"] if kind == "@id" and len(node) == 1 else node
        return _literal(value, kind)


def _literal(value: Literal, kind: str | None) -> Value:
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if kind == datatype == XSD_INTEGER.value and value.value == str(int(value.value)):
        return int(value.value)
    if kind == datatype or (kind is None and datatype == XSD_STRING.value):
        return value.value
    if kind is None and datatype == XSD_BOOLEAN.value and value.value in _TRUTHS:
        return value.value == "true"
    return {"@value": value.value, **({} if datatype == XSD_STRING.value else {"@type": datatype})}


def _by_language(values: list[Literal], always_lists: bool) -> dict[str, Value]:
    told: dict[str, list[str]] = defaultdict(list)
    for each in values:
        told[each.language or ""].append(each.value)
    return {language: words if always_lists else _one_or_all(words) for language, words in sorted(told.items())}


def _one_or_all(values: list[Value]) -> Value:
    return values[0] if len(values) == 1 else values


def _name(term: Any) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(term.value)


@cache
def _context() -> dict[str, Any]:
    told: dict[str, Any] = context_document()["@context"]
    return told


def _full(name: str) -> str:
    """``sk:kind`` written out."""
    prefix, colon, rest = name.partition(":")
    base = _context().get(prefix)
    return f"{base}{rest}" if colon and isinstance(base, str) and not rest.startswith("//") else name


@cache
def _terms() -> dict[str, tuple[str, str | None, bool, bool]]:
    """By property: its short name, the type of its values, whether it maps languages, whether always to lists."""
    found: dict[str, tuple[str, str | None, bool, bool]] = {}
    for term, told in _context().items():
        if term.startswith("@") or told in ("@id", "@type") or (isinstance(told, str) and ":" not in told):
            continue
        iri = told if isinstance(told, str) else told["@id"]
        kind = None if isinstance(told, str) else told.get("@type")
        container = [] if isinstance(told, str) else told.get("@container", [])
        words = [container] if isinstance(container, str) else container
        full = kind if kind in (None, "@id") else _full(kind)
        if not iri.endswith(("#", "/")):
            found.setdefault(_full(iri), (term, full, "@language" in words, "@set" in words))
    return found


@cache
def _short_types() -> dict[str, str]:
    return {_full(told): term for term, told in _context().items() if isinstance(told, str) and term[:1].isupper()}


def _short_type(iri: str) -> str:
    return _short_types().get(iri, iri)

"""Writes ``ontology/terms.py`` from the Turtle: ``python -m ontology.generate``; ``--check`` only compares.

The written file is laid out as ``ruff format`` would lay it out, so that formatting leaves it alone.
"""

from __future__ import annotations

import json
import keyword
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from ontology.files import ontology_turtle
from ontology.reading import DEF, ONTOLOGY, VOCABULARY, Concept, Ontology, read

LINE_LENGTH = 110
TERMS = Path(__file__).with_name("terms.py")

_HEADER = '''\
"""Constants of the ontology, generated from core.ttl and vocab/*.ttl by ``python -m ontology.generate``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from pyoxigraph import NamedNode
'''


def render(ontology: Ontology) -> str:
    """The text of ``terms.py``; the same ontology always gives the same text."""
    blocks = [
        _HEADER,
        _namespaces(ontology),
        _section("Classes", _constants((name, DEF + name) for name in ontology.classes)),
        _section("Properties", _constants((name, DEF + name) for name in ontology.properties)),
        _section("Terms of others", _constants(_reused(ontology))),
        _section("What a value of a scheme may be", _literal_types(ontology)),
        *_vocabularies(ontology),
    ]
    return "\n".join(blocks)


def _section(title: str, body: str) -> str:
    return f"# {title}\n\n{body}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _width(line: str) -> int:
    """Columns that a line takes, as the formatter counts them: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def _namespaces(ontology: Ontology) -> str:
    lines = [
        f"ONTOLOGY_VERSION: Final = {_quoted(ontology.version)}",
        f"ONTOLOGY: Final = {_quoted(ONTOLOGY)}",
        f"DEF: Final = {_quoted(DEF)}",
        f"VOCABULARY: Final = {_quoted(VOCABULARY)}",
        *_mapping("PREFIXES", "str", (f"{_quoted(p)}: {_quoted(iri)}," for p, iri in ontology.prefixes.items())),
    ]
    return "\n".join(lines) + "\n"


def _python_name(local: str) -> str:
    """The local name, with an underscore after it where Python keeps the word for itself (``from_``)."""
    return f"{local}_" if keyword.iskeyword(local) else local


def _constants(named: Iterable[tuple[str, str]]) -> str:
    return "".join(
        line + "\n" for name, iri in named for line in _call(f"{_python_name(name)}: Final = NamedNode", iri)
    )


def _call(head: str, argument: str) -> list[str]:
    line = f"{head}({_quoted(argument)})"
    return [line] if _width(line) <= LINE_LENGTH else [f"{head}(", f"    {_quoted(argument)}", ")"]


def _reused(ontology: Ontology) -> Iterator[tuple[str, str]]:
    """Constants for the terms of others: ``SKOS_PREF_LABEL`` for ``skos:prefLabel``."""
    seen: set[str] = set()
    for iri in ontology.reused:
        prefix, local = _prefixed(ontology, iri)
        name = f"{prefix}_{re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '_', local)}".upper()
        if name in seen:
            raise ValueError(f"two terms of others would both be called {name}")
        seen.add(name)
        yield name, iri


def _prefixed(ontology: Ontology, iri: str) -> tuple[str, str]:
    for prefix, namespace in ontology.prefixes.items():
        if iri.startswith(namespace):
            return prefix, iri.removeprefix(namespace)
    raise ValueError(f"{iri} has no prefix in the Turtle files")


def _type_name(scheme: str) -> str:
    """``StatementType`` for the scheme ``statement-type``."""
    return "".join(part.capitalize() for part in scheme.split("-"))


def _literal_types(ontology: Ontology) -> str:
    lines: list[str] = []
    for scheme, concepts in ontology.schemes.items():
        if scheme == "topic":
            continue
        values = [_quoted(concept.slug) for concept in concepts]
        line = f"{_type_name(scheme)} = Literal[{', '.join(values)}]"
        if _width(line) <= LINE_LENGTH:
            lines.append(line)
        else:
            lines += [f"{_type_name(scheme)} = Literal[", *(f"    {value}," for value in values), "]"]
    return "\n".join(lines) + "\n"


def _vocabularies(ontology: Ontology) -> Iterator[str]:
    """The tables of labels, ranks and topics."""
    topics = ontology.schemes["topic"]
    yield _section("Topics by slug: labels, the topic above, every name in both languages", _topic_tables(topics))
    yield _section("Labels of the concepts by scheme, and the order of ranked ones", _label_tables(ontology))


def _mapping(name: str, value_type: str, entries: Iterable[str]) -> list[str]:
    return [
        f"{name}: Final[Mapping[str, {value_type}]] = MappingProxyType(",
        "    {",
        *(f"        {entry}" for entry in entries),
        "    }",
        ")",
    ]


def _labels(concepts: Iterable[Concept], indent: int) -> Iterator[str]:
    """Lines such as ``"forum": ("forum", "フォーラム"),``, broken up where one would be too long."""
    for concept in concepts:
        english, japanese = (_quoted(words) for words in concept.label)
        line = f"{_quoted(concept.slug)}: ({english}, {japanese}),"
        if indent + _width(line) <= LINE_LENGTH:
            yield line
        else:
            yield from (f"{_quoted(concept.slug)}: (", f"    {english},", f"    {japanese},", "),")


def _topic_tables(topics: tuple[Concept, ...]) -> str:
    owner: dict[str, str] = {}
    for topic in topics:
        for alias in topic.aliases:
            if owner.setdefault(alias, topic.slug) != topic.slug:
                raise ValueError(f"{alias!r} names two topics: {owner[alias]} and {topic.slug}")
    general = [word for topic in topics for word in topic.general_words]
    lines = [
        *_mapping("TOPICS", "tuple[str, str]", _labels(topics, indent=8)),
        *_mapping("TOPIC_BROADER", "str", (_pair(t.slug, t.broader) for t in topics if t.broader)),
        *_mapping("TOPIC_ALIASES", "str", (_pair(alias, slug) for alias, slug in owner.items())),
        "# Aliases that are too general a word to tell the topic by in running text",
        "TOPIC_GENERAL_WORDS: Final = frozenset(",
        "    {",
        *(f"        {_quoted(word)}," for word in general),
        "    }",
        ")",
    ]
    return "\n".join(lines) + "\n"


def _pair(key: str, value: str) -> str:
    return f"{_quoted(key)}: {_quoted(value)},"


def _label_tables(ontology: Ontology) -> str:
    labels: list[str] = []
    ranks: list[str] = []
    for scheme, concepts in ontology.schemes.items():
        if scheme == "topic":
            labels.append('"topic": TOPICS,')
            continue
        labels += [f"{_quoted(scheme)}: {{", *(f"    {line}" for line in _labels(concepts, 12)), "},"]
        ranked = [f"    {_quoted(c.slug)}: {c.rank}," for c in concepts if c.rank is not None]
        if ranked:
            ranks += [f"{_quoted(scheme)}: {{", *ranked, "},"]
    lines = [
        *_mapping("LABELS", "Mapping[str, tuple[str, str]]", labels),
        *_mapping("RANKS", "Mapping[str, int]", ranks),
    ]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the file, or with ``--check`` answers 1 and one sentence when it is not up to date."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m ontology.generate [--check]", file=sys.stderr)
        return 2
    text = render(read(ontology_turtle().values()))
    if arguments:
        if TERMS.is_file() and TERMS.read_text(encoding="utf-8") == text:
            return 0
        print("ontology/terms.py is not up to date: run python -m ontology.generate", file=sys.stderr)
        return 1
    TERMS.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

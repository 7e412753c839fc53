"""What can be reconciled: bodies, series and frameworks, their types, their ids, and how they are called.

An id is the end of an IRI, ``authority/us-ftc``: the identifier space and the id together are the thing's IRI.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

from graph.index import Index
from graph.model import Authority, Catalogue, Framework, Series, Text
from ontology.terms import LABELS

Record = Authority | Series | Framework
#: The types by the name that ids begin with: class of the ontology (the schema space and it are its IRI), and names.
TYPES: Final[Mapping[str, tuple[str, Text]]] = MappingProxyType(
    {
        "authority": ("Body", Text(en="Body", ja="機関")),
        "series": ("EngagementSeries", Text(en="Series of meetings", ja="会議体")),
        "framework": ("Framework", Text(en="Framework", ja="枠組み")),
    }
)
_SCHEMES: Final = {"authority": "body-kind", "series": "kind", "framework": "framework-kind"}


@dataclass(frozen=True)
class Thing:
    """Something that can be reconciled."""

    type: str
    record: Record

    @property
    def id(self) -> str:
        """The id that clients keep."""
        return f"{self.type}/{self.record.id}"

    @property
    def jurisdiction(self) -> str | None:
        """Whose it is, as a code."""
        if isinstance(self.record, Authority):
            return self.record.jurisdiction
        return self.record.from_jurisdiction if isinstance(self.record, Framework) else None

    def kind_label(self) -> Text:
        """Its kind in words."""
        en, ja = LABELS[_SCHEMES[self.type]].get(self.record.kind, (self.record.kind, self.record.kind))
        return Text(en=en, ja=ja)


def things(catalogue: Catalogue) -> Iterator[Thing]:
    """Everything that can be reconciled."""
    for kind, known in _registers(catalogue).items():
        for record in known.values():
            yield Thing(kind, record)


def thing(catalogue: Catalogue, identifier: str, base: str) -> Thing | None:
    """The thing with an id, given as ``authority/us-ftc`` or as its whole IRI; None where there is none."""
    kind, _, slug = identifier.removeprefix(f"{base}id/").partition("/")
    record = _registers(catalogue).get(kind, {}).get(slug)
    return Thing(kind, record) if record is not None else None


def _registers(catalogue: Catalogue) -> dict[str, Mapping[str, Record]]:
    return {
        "authority": cast(Mapping[str, Record], catalogue.authorities),
        "series": cast(Mapping[str, Record], catalogue.series),
        "framework": cast(Mapping[str, Record], catalogue.frameworks),
    }


def place_names(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """Every name of a jurisdiction, and its code."""
    known = catalogue.jurisdictions.get(code)
    names = (known.name.ja, known.name.en) if known else ()
    return tuple(filter(None, (code, *names, *catalogue.aliases.get(f"jurisdiction:{code}", ()))))


def description(index: Index, one: Thing, language: str) -> str:
    """A line that tells namesakes apart: the kind and whose it is."""
    parts = [one.kind_label().in_language(language)]
    if one.jurisdiction:
        known = index.catalogue.jurisdictions.get(one.jurisdiction)
        parts.append(known.name.in_language(language) if known else one.jurisdiction)
    return "、".join(parts) if language == "ja" else ", ".join(parts)

"""Properties of what can be reconciled: to compare by, and to fetch for things that are matched already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from api.reconciling.things import TYPES, Thing, place_names, thing
from graph.history import Asked, find
from graph.index import Index
from graph.iri import Iris
from graph.model import Authority, Text, When
from graph.text import key

Json = dict[str, Any]
Order = Literal["oldest", "newest"]


@dataclass(frozen=True)
class Around:
    """Where values are looked up, and the language that names are told in."""

    index: Index
    iris: Iris
    language: str


@dataclass(frozen=True)
class Property:
    """A property: its names, the types that have it, its values, and the type that its values are of."""

    id: str
    name: Text
    types: tuple[str, ...]
    values: Callable[[Thing, Around], Iterable[Json]]
    leads_to: str | None = None


def values_of(one: Thing, wanted: Property, around: Around) -> list[Json]:
    """The values of a property as the API has them; empty where the thing has none."""
    return list(wanted.values(one, around)) if one.type in wanted.types else []


def agrees(one: Thing, pid: str, given: Iterable[str], index: Index) -> bool | None:
    """Whether a thing has one of the ``given`` values; None where nothing is known or comparable."""
    known = _comparable(one, pid, index)
    wanted = {key(value) for value in given if key(value)}
    if not known or not wanted:
        return None
    return bool(wanted & {key(name) for name in known})


def _comparable(one: Thing, pid: str, index: Index) -> tuple[str, ...]:
    """Every way in which a value of a property may be written."""
    if pid == "kind":
        label = one.kind_label()
        return tuple(filter(None, (one.record.kind, label.en, label.ja)))
    if pid == "jurisdiction" and one.jurisdiction:
        return place_names(index.catalogue, one.jurisdiction)
    parent = one.record.parent if pid == "parent" and isinstance(one.record, Authority) else None
    if not parent:
        return ()
    above = index.catalogue.authorities.get(parent)
    names = (above.name.en, above.name.ja, above.short_name) if above else ()
    aliases = index.catalogue.aliases.get(f"authority:{parent}", ())
    return tuple(filter(None, (parent, f"authority/{parent}", *names, *aliases)))


def _string(*values: str | None) -> list[Json]:
    return [{"str": value} for value in values if value]


def _field(name: str) -> Callable[[Thing, Around], Iterable[Json]]:
    """A field of the record as it stands: a string, several, or an imprecise date as EDTF."""

    def told(one: Thing, _: Around) -> Iterable[Json]:
        value = getattr(one.record, name, None)
        if isinstance(value, When):
            return _string(value.edtf)
        return _string(*value) if isinstance(value, tuple) else _string(value)

    return told


def _entities(kind: str, name: str) -> Callable[[Thing, Around], Iterable[Json]]:
    """A field that names other things, as entities."""

    def told(one: Thing, around: Around) -> Iterable[Json]:
        value = getattr(one.record, name, None) or ()
        for slug in (value,) if isinstance(value, str) else value:
            found = thing(around.index.catalogue, f"{kind}/{slug}", around.iris.base)
            if found:
                yield {"id": found.id, "name": found.record.name.in_language(around.language)}

    return told


def _places(name: str) -> Callable[[Thing, Around], Iterable[Json]]:
    """A field that names jurisdictions, by their names."""

    def told(one: Thing, around: Around) -> Iterable[Json]:
        value = getattr(one.record, name, None) or ()
        for code in (value,) if isinstance(value, str) else value:
            known = around.index.catalogue.jurisdictions.get(code)
            yield {"str": known.name.in_language(around.language) if known else code}

    return told


def count(one: Thing, index: Index) -> int:
    """How many engagements a thing has."""
    field = {"authority": "with"}.get(one.type, one.type)
    return sum(part.live.intersection_cardinality(index.having(part, field, one.record.id)) for part in index.segments)


def contact(one: Thing, index: Index, order: Order) -> When | None:
    """When the first (oldest) or last (newest) engagement that was held took place."""
    field = {"authority": "with_"}.get(one.type, one.type)
    asked = Asked.model_validate({field: (one.record.id,), "status": ("held",), "order": order})
    found = find(index, asked, limit=1, facets=False).items
    return found[0].engagement.when if found else None


def _contact(order: Order) -> Callable[[Thing, Around], Iterable[Json]]:
    def told(one: Thing, around: Around) -> Iterable[Json]:
        when = contact(one, around.index, order)
        return _string(when.edtf) if when else []

    return told


def _aliases(one: Thing, around: Around) -> Iterable[Json]:
    return _string(*around.index.catalogue.aliases.get(f"{one.type}:{one.record.id}", ()))


def _iri(one: Thing, around: Around) -> Iterable[Json]:
    return _string(around.iris.thing(one.type, one.record.id).value)


_ALL: Final = tuple(TYPES)
_BODY: Final = ("authority",)
_FRAMEWORK: Final = ("framework",)
_SERIES: Final = ("series",)
PROPERTIES: Final[Mapping[str, Property]] = {
    one.id: one
    for one in (
        Property("kind", Text(en="kind", ja="種別"), _ALL, lambda one, at: _string(_said(one.kind_label(), at))),
        Property("jurisdiction", Text(en="jurisdiction", ja="国・地域"), _BODY, _places("jurisdiction")),
        Property("parent", Text(en="part of", ja="上位機関"), _BODY, _entities("authority", "parent"), "authority"),
        Property(
            "name_en", Text(en="name in English", ja="名称（英語）"), _ALL, lambda one, _: _string(one.record.name.en)
        ),
        Property(
            "name_ja",
            Text(en="name in Japanese", ja="名称（日本語）"),
            _ALL,
            lambda one, _: _string(one.record.name.ja),
        ),
        Property("short_name", Text(en="short name", ja="略称"), _BODY, _field("short_name")),
        Property("alias", Text(en="other names", ja="別名"), _ALL, _aliases),
        Property("homepage", Text(en="web site", ja="ウェブサイト"), _BODY, _field("homepage")),
        Property("iri", Text(en="IRI", ja="IRI"), _ALL, _iri),
        Property(
            "engagements",
            Text(en="engagements", ja="会合等の件数"),
            _ALL,
            lambda one, at: [{"int": count(one, at.index)}],
        ),
        Property("first_contact", Text(en="first contact (EDTF)", ja="最初の会合（EDTF）"), _ALL, _contact("oldest")),
        Property("last_contact", Text(en="last contact (EDTF)", ja="直近の会合（EDTF）"), _ALL, _contact("newest")),
        Property(
            "convened_by",
            Text(en="convened by", ja="主催"),
            _SERIES,
            _entities("authority", "convened_by"),
            "authority",
        ),
        Property("parties", Text(en="parties", ja="当事国・地域"), _SERIES, _places("parties")),
        Property(
            "frameworks", Text(en="frameworks", ja="枠組み"), _SERIES, _entities("framework", "frameworks"), "framework"
        ),
        Property("from_jurisdiction", Text(en="from", ja="移転元"), _FRAMEWORK, _places("from_jurisdiction")),
        Property("to_jurisdiction", Text(en="to", ja="移転先"), _FRAMEWORK, _places("to_jurisdiction")),
        Property("legal_reference", Text(en="legal reference", ja="根拠法令等"), _FRAMEWORK, _field("legal_reference")),
        Property("adopted", Text(en="adopted (EDTF)", ja="採択（EDTF）"), _FRAMEWORK, _field("adopted")),
        Property("in_force", Text(en="in force (EDTF)", ja="発効（EDTF）"), _FRAMEWORK, _field("in_force")),
        Property("ended", Text(en="ended (EDTF)", ja="終了（EDTF）"), _FRAMEWORK, _field("ended")),
        Property("status", Text(en="status", ja="状況"), _FRAMEWORK, _field("status")),
        Property(
            "administered_by",
            Text(en="administered by", ja="所管"),
            _FRAMEWORK,
            _entities("authority", "administered_by"),
            "authority",
        ),
    )
}
#: The properties by which a query may narrow its candidates.
COMPARED: Final = ("kind", "jurisdiction", "parent")


def _said(text: Text, around: Around) -> str:
    return text.in_language(around.language)

"""What people ask, as HTTP parameters or options, to the question that ``graph.history`` answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.dates import from_edtf, parse_filter
from graph.errors import BadDate, BadInput
from graph.history import Asked
from graph.model import When

#: The filters by the names that addresses and options use, and the fields of the question that they fill.
FILTERS: Final[Mapping[str, str]] = {
    "with": "with_",
    "framework": "framework",
    "series": "series",
    "topic": "topic",
    "country": "country",
    "kind": "kind",
    "level": "level",
    "status": "status",
    "mode": "mode",
    "document": "document",
    "organiser": "organiser",
}
#: What else a list understands.
OTHERS: Final = frozenset(
    ["from", "to", "date", "match", "q", "order", "limit", "cursor", "facets", "fields", "format", "lang", "edition"]
)
_ORDERS: Final = ("newest", "oldest")
_MATCHES: Final = ("possible", "certain")
LARGEST_PAGE: Final = 1000


@dataclass(frozen=True)
class PageAsked:
    """Which part of an answer is wanted, and what of each item (``fields``: empty means all)."""

    limit: int = 50
    cursor: str | None = None
    facets: bool = True
    fields: tuple[str, ...] = ()


def asked_of(parameters: Mapping[str, Sequence[str]]) -> Asked:
    """The question in ``parameters`` (each name with all its values; values may hold several, comma-separated).

    Raises ``BadInput`` for a name that is not known, ``BadDate`` for what is no date.
    """
    unknown = [name for name in parameters if name not in FILTERS and name not in OTHERS]
    if unknown:
        names = ", ".join([*FILTERS, *sorted(OTHERS)])
        raise BadInput(
            f"There is no filter {', '.join(unknown)[:80]}; these are: {names}.",
            f"「{'、'.join(unknown)[:80]}」という条件はありません。使えるもの：{names}",
        )
    filters = {field: _values(parameters.get(name, ())) for name, field in FILTERS.items()}
    filters["country"] = tuple(value.upper() for value in filters["country"])
    return Asked(
        **filters,
        wanted=wanted(_last(parameters, "from"), _last(parameters, "to"), _last(parameters, "date")),
        certain_only=_choice(parameters, "match", _MATCHES) == "certain",
        q=_last(parameters, "q"),
        order=_choice(parameters, "order", _ORDERS),  # type: ignore[arg-type]  # checked just there
    )


def page_of(parameters: Mapping[str, Sequence[str]]) -> PageAsked:
    """Which page is wanted. Raises ``BadInput``."""
    words = _last(parameters, "limit") or "50"
    if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= LARGEST_PAGE:
        raise BadInput(
            f"limit is a whole number from 1 to {LARGEST_PAGE}.", f"limit は1から{LARGEST_PAGE}までの整数です。"
        )
    return PageAsked(
        limit=int(words),
        cursor=_last(parameters, "cursor"),
        facets=(_last(parameters, "facets") or "true") not in ("false", "0", "no"),
        fields=_values(parameters.get("fields", ())),
    )


def wanted(since: str | None, until: str | None, on: str | None = None) -> When | None:
    """The span of days that dates in ISO, EDTF or era form leave; None where none is given.

    Raises ``BadDate`` for what is no date, ``BadInput`` where the span ends before it begins.
    """
    told = parse_filter(on) if on else None
    first = parse_filter(since).earliest if since else None
    last = parse_filter(until).latest if until else None
    if told is not None:
        first = max(first, told.earliest) if first else told.earliest
        last = min(last, told.latest) if last else told.latest
        if (first, last) == (told.earliest, told.latest):
            return told
    if first is None and last is None:
        return None
    if first and last and first > last:
        raise BadInput(
            f"The span ends ({last}) before it begins ({first}).",
            f"期間の終わり（{last}）が始まり（{first}）より前です。",
        )
    return from_edtf(f"{_end(first)}/{_end(last)}")


def day_asked(words: str) -> date | None:
    """The first day of a date as typed; None for words that are no date (an edition's id)."""
    try:
        return parse_filter(words).earliest
    except BadDate:
        return None


def _end(day: date | None) -> str:
    return day.isoformat() if day and date.min < day < date.max else ".."


def _values(given: Sequence[str]) -> tuple[str, ...]:
    parts = (part.strip() for value in given for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _last(parameters: Mapping[str, Sequence[str]], name: str) -> str | None:
    values = [value for value in parameters.get(name, ()) if value.strip()]
    return values[-1] if values else None


def _choice(parameters: Mapping[str, Sequence[str]], name: str, allowed: Sequence[str]) -> str:
    value = _last(parameters, name) or allowed[0]
    if value not in allowed:
        raise BadInput(
            f"{name} is one of {', '.join(allowed)}, not {value[:40]}.",
            f"{name} は {', '.join(allowed)} のいずれかです（指定：{value[:40]}）。",
        )
    return value

"""The form by which staff bring in a list: from its fields to a list as sent, and what a page shows of the outlook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from api.pages.forms import Form
from graph.dates import parse_filter
from graph.errors import BadDate, FieldsWrong
from graph.importing import Foreseen, Outlook, Sent
from graph.model import Text
from graph.sources.lists import FIELDS

#: As many rows as a page shows; those that a person has to look at come first.
SHOWN: Final = 300
_FIRST: Final = ("wrong", "review", "left-out", "known", "new")
#: What a column may hold, in the order in which a page offers it.
HOLDS: Final[dict[str, Text]] = {
    "date": Text(en="date", ja="時期"),
    "start": Text(en="first day", ja="開始日"),
    "end": Text(en="last day", ja="終了日"),
    "name": Text(en="meeting or counterpart", ja="会議名・相手方"),
    "place": Text(en="place", ja="開催地"),
    "mode": Text(en="mode", ja="開催形式"),
    "bodies": Text(en="who took part", ja="参加者"),
    "host": Text(en="host", ja="主催者"),
    "status": Text(en="status", ja="状況"),
    "note": Text(en="remarks", ja="備考"),
    "unused": Text(en="(not used)", ja="（使わない）"),
}
if HOLDS.keys() != FIELDS.keys():
    raise AssertionError("every field of a list has a name on the page")


@dataclass(frozen=True)
class Heading:
    """A heading of the list, what its column is taken for now, and what it was taken for unasked."""

    words: str
    holds: str
    unasked: str


def sent_of(form: Form, data: bytes, name: str) -> Sent:
    """The list with what the form says of it. Raises ``FieldsWrong`` for a date that is none."""
    return Sent(
        data=data,
        name=name,
        columns=columns_of(form),
        publisher=form.one("publisher") or None,
        published=_day(form.one("published")),
        disclosure="public" if form.one("disclosure") == "public" else "internal",
    )


def columns_of(form: Form) -> dict[str, str]:
    """What a person says that the columns hold, where that is not what they were taken for unasked."""
    told = zip(form.all("heading"), form.all("column"), form.all("unasked"), strict=False)
    return {words: holds for words, holds, unasked in told if words and holds in FIELDS and holds != unasked}


def headings_of(outlook: Outlook, form: Form) -> list[Heading]:
    """The headings of all sheets, each once. Unasked is what a column was taken for when it was looked at first."""
    unasked = dict(zip(form.all("heading"), form.all("unasked"), strict=False))
    found: dict[str, Heading] = {}
    for sheet in outlook.sheets:
        for words, kind in zip(sheet.headings, sheet.kinds, strict=True):
            holds = kind or "unused"
            if words and words not in found:
                found[words] = Heading(words, holds, unasked.get(words, holds))
    return list(found.values())


def shown_rows(rows: Iterable[Foreseen]) -> list[Foreseen]:
    """The rows that a page shows: what has to be looked at first, in the order of the list."""
    kept = sorted(rows, key=lambda one: _FIRST.index(one.state))[:SHOWN]
    return sorted(kept, key=lambda one: (one.sheet, one.row.number))


def _day(words: str) -> date | None:
    if not words:
        return None
    try:
        when = parse_filter(words)
    except BadDate as error:
        raise FieldsWrong({"published": Text(en=error.en, ja=error.ja)}) from error
    if when.earliest != when.latest:
        raise FieldsWrong({"published": Text(en="a single day is needed.", ja="日まで入力してください。")})
    return when.earliest

"""Which figures and briefings there are, and how they are asked for, by HTTP as on the command line.

Drawing them is in ``api.drawing``, which routes load with the first figure: it takes a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from api.presenting import value_label
from api.questions import FILTERS
from graph.dates import era
from graph.history import Asked
from graph.model import Catalogue, Text

_DRAWN: Final = ("html", "svg", "png")
#: The figures there are, and the formats of each, by the suffix of a file.
FIGURES: Final[Mapping[str, tuple[str, ...]]] = {
    "network": _DRAWN,
    "dialogue": _DRAWN,
    "timeline": _DRAWN,
    "matrix": _DRAWN,
    "levels": _DRAWN,
    "frameworks": _DRAWN,
    "briefing": ("html", "docx"),
}
_NAMES: Final[Mapping[str, Text]] = {
    "with_": Text(en="with", ja="参加機関"),
    "framework": Text(en="framework", ja="枠組み"),
    "series": Text(en="series", ja="シリーズ"),
    "topic": Text(en="topic", ja="主題"),
    "country": Text(en="place", ja="国・地域"),
    "kind": Text(en="kind", ja="種別"),
    "level": Text(en="level", ja="レベル"),
    "status": Text(en="status", ja="状況"),
    "mode": Text(en="mode", ja="開催形式"),
    "document": Text(en="source", ja="出典"),
    "organiser": Text(en="organiser", ja="主催機関"),
}
_ALL: Final = Text(en="all engagements", ja="全ての会合等")


@dataclass(frozen=True)
class FigureAsked:
    """Which figure, as which kind of file, of what, in which language first.

    ``purpose`` and ``today`` are for briefings (``today``: else the day of the edition).
    """

    what: str
    form: str
    asked: Asked
    language: str = "ja"
    purpose: str | None = None
    today: date | None = None


def in_words(asked: Asked, catalogue: Catalogue) -> Text:
    """The question as a person would say it, in both languages."""
    en, ja = [], []
    for field in FILTERS.values():
        for value in getattr(asked, field):
            called = value_label(field, value, catalogue)
            en.append(f"{_NAMES[field].en}: {called.in_language('en')}")
            ja.append(f"{_NAMES[field].ja}：{called.in_language('ja')}")
    if asked.wanted:
        en.append(era(asked.wanted, "en"))
        ja.append(era(asked.wanted, "ja"))
    if asked.q:
        en.append(f'words: "{asked.q}"')
        ja.append(f"検索語：「{asked.q}」")
    return Text(en="; ".join(en), ja="、".join(ja)) if en else _ALL

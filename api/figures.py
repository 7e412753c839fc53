"""Which figures and briefings there are, and how they are asked for, by HTTP as on the command line.

Drawing them is in ``api.drawing``, which routes load with the first figure: it takes a second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from api.presenting import value_label
from api.questions import FILTERS
from graph.dates import era
from graph.errors import BadInput
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


#: What each figure understands beside the filters of lists.
DRAWN_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "network": ("show", "around", "gather", "backbone", "most", "years", "compare"),
    "dialogue": ("between",),
    "timeline": ("years",),
    "levels": ("years",),
}
SHOWN: Final = ("bodies", "meetings", "frameworks")
GATHERED: Final = ("community", "year")
YEARS: Final = ("calendar", "fiscal")
#: As many nodes as a network is drawn with, where nobody asks for more or less; and at most.
USUAL_NODES: Final = 300
MOST_NODES: Final = 5_000


@dataclass(frozen=True)
class Drawing:
    """How a figure is drawn: of a network what is shown, around whom, gathered how, compared with which edition.

    ``between`` are the parties of a dialogue that is no series; ``fiscal`` counts in Japanese fiscal years.
    """

    show: str = "bodies"
    around: str | None = None
    gather: str | None = None
    backbone: float | None = None
    most: int = USUAL_NODES
    fiscal: bool = False
    compare: str | None = None
    between: tuple[str, ...] = ()


def drawing_of(what: str, parameters: Mapping[str, Sequence[str]]) -> tuple[Drawing, dict[str, list[str]]]:
    """How the figure ``what`` is to be drawn, and the parameters that are left for the question.

    Raises ``BadInput`` for a value that is none. Parameters of other figures are left, and refused as no filter.
    """
    mine = DRAWN_BY.get(what, ())
    told = {name: _last(parameters, name) for name in mine}
    given = [value for value in parameters.get("between", ()) if "between" in mine]
    drawing = Drawing(
        show=_one_of("show", told.get("show"), SHOWN) or "bodies",
        around=told.get("around"),
        gather=_one_of("gather", told.get("gather"), GATHERED),
        backbone=_share(told.get("backbone")),
        most=_count(told.get("most")),
        fiscal=_one_of("years", told.get("years"), YEARS) == "fiscal",
        compare=told.get("compare"),
        between=tuple(part.strip() for value in given for part in value.split(",") if part.strip()),
    )
    return drawing, {name: list(values) for name, values in parameters.items() if name not in mine}


def _last(parameters: Mapping[str, Sequence[str]], name: str) -> str | None:
    values = [value.strip() for value in parameters.get(name, ()) if value.strip()]
    return values[-1] if values else None


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> str | None:
    if value is not None and value not in allowed:
        raise BadInput(
            f"{name} is one of {', '.join(allowed)}, not {value[:40]}.",
            f"{name} は {', '.join(allowed)} のいずれかです（指定：{value[:40]}）。",
        )
    return value


def _share(value: str | None) -> float | None:
    """The significance of a backbone, between 0 and 1."""
    if value is None:
        return None
    try:
        share = float(value)
    except ValueError:
        share = 0.0
    if not 0 < share < 1:
        raise BadInput(
            "backbone is a number between 0 and 1, such as 0.05.", "backbone は0から1の間の数です（例：0.05）。"
        )
    return share


def _count(value: str | None) -> int:
    if value is None:
        return USUAL_NODES
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= MOST_NODES:
        raise BadInput(
            f"most is a whole number from 1 to {MOST_NODES:,}.", f"most は1から{MOST_NODES:,}までの整数です。"
        )
    return int(value)


@dataclass(frozen=True)
class FigureAsked:
    """Which figure, as which kind of file, of what, in which language first, drawn how.

    ``purpose`` and ``today`` are for briefings (``today``: else the day of the edition).
    """

    what: str
    form: str
    asked: Asked
    language: str = "ja"
    purpose: str | None = None
    today: date | None = None
    drawing: Drawing = Drawing()


def in_words(asked: Asked, catalogue: Catalogue) -> Text:
    """The question as a person would say it, in both languages."""
    en, ja = [], []
    for field in FILTERS.values():
        for value in getattr(asked, field):
            called = value_label(field, value, catalogue)
            en.append(f"{_NAMES[field].en}: {called.in_language('en')}")
            ja.append(f"{_NAMES[field].ja}：{called.in_language('ja')}")
    if asked.wanted:
        en.append(era(asked.wanted, "en").replace("-", "–"))
        ja.append(era(asked.wanted, "ja"))
    if asked.q:
        en.append(f'words: "{asked.q}"')
        ja.append(f"検索語：「{asked.q}」")
    return Text(en="; ".join(en), ja="、".join(ja)) if en else _ALL

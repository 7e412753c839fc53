"""Column headings of tables of meetings, and what each column holds.

Headings vary from report to report (開催月, 開催日; 開催国, 開催国等, 開催地), columns come in any order, and a
heading row may be one line or a line for each cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from graph.extract.aligned import heading_starts
from graph.text import normal

Column = Literal["name", "date", "start", "end", "place", "mode", "bodies", "host", "status", "note"]

_DATE: Final = """
    開催年月日 開催年月 開催期間 開催時期 開催日時 開催日程 開催日 開催月 実施年月日 実施時期 実施日 実施月
    訪問時期 訪問日 出席日 年月日 日程 時期 日付 期間 月日 日時 Date(s) Dates Date When Period
"""
_PLACE: Final = """
    開催国・地域 開催国・都市 開催国又は地域 開催国 開催地域 開催地 開催場所 開催都市 訪問国 訪問地
    国・地域 国・都市 実施場所 場所 会場 国名 Country Countries Place Venue Location Where City Economy
"""
_MODE: Final = "開催形式 開催形態 開催方法 実施方法 形式 形態 方法 Format Mode"
_NAME: Final = """
    対話の相手方 対話の相手先 対話の相手 対話相手 相手方 相手先 相手 国際会議の名称 国際会議名 国際会議
    会議の名称 会議名称 会議名 会合の名称 会合名称 会合名 会議・会合名 会議・会合 会議 会合 行事名 行事
    名称 件名 訪問先 面談相手 面会相手 出席会議 参加会議 出席した会議 取組の内容 取組内容 主な取組 取組
    対話の内容 Meeting Event Conference Counterpart Name Title
"""
_BODIES: Final = "出席者 参加者 出席機関 参加機関 参加国 対応者 派遣者 先方 先方出席者 Participants Attendees"
_HOST: Final = "主催者 主催機関 主催 Organiser Organizer Host"
_STATUS: Final = "開催状況 実施状況 状況 Status"
_NOTE: Final = "備考 概要 主な議題 議題 テーマ 内容 摘要 番号 No. No Remarks Notes Topics Agenda"

_COLUMNS: Final[tuple[tuple[Column, str], ...]] = (
    ("date", _DATE), ("place", _PLACE), ("mode", _MODE), ("name", _NAME),
    ("bodies", _BODIES), ("host", _HOST), ("status", _STATUS), ("note", _NOTE),
)  # fmt: skip
_KIND_OF: Final[dict[str, Column]] = {word.lower(): column for column, words in _COLUMNS for word in words.split()}
_CELL: Final = re.compile(
    r"(?P<word>" + "|".join(re.escape(word) for word in sorted(_KIND_OF, key=len, reverse=True)) + r")(?P<etc>等)?",
    re.IGNORECASE,
)
_OTHER_DATE: Final = re.compile(
    r"公表|掲載|受付|施行|更新|発表|決定|回答|締切|期限|作成|制定|改正|publi|updat|issue|releas|deadline|received|adopted|modified"
)
_LOOSE_FORMS: Final[tuple[tuple[Column, str], ...]] = (
    ("start", r"^(?:開始(?:年月)?日?|自|始期)$|^start|^from$|^date_start$"),
    ("end", r"^(?:終了(?:年月)?日?|至|終期)$|^end|^(?:to|until)$|^date_end$"),
    (
        "date",
        r"(?:開催|実施|訪問|出席|対話|会談|面談)の?(?:年|月|日|時|期)|日程|日時|^期日|\bdates?\b|\bwhen\b",
    ),
    ("mode", r"(?:開催|実施)?(?:形式|形態|方式)|\bformat\b|\bmode\b"),
    ("host", r"主催|共催|\bhosts?\b|organi[sz]"),
    ("bodies", r"参加|出席|同席|対応者|先方|participa|attend|delegat|\bwith\b|represent"),
    ("status", r"(?:開催|実施)(?:状況|結果|の有無)|^状況$|status"),
    ("place", r"国・|国名|^国$|開催国|場所|開催地|都市|会場|venue|place|location|countr|city|jurisdiction"),
    ("name", r"会議|会合|相手|訪問先|行事|meeting|event|conference|forum|counterpart|partner|engagement|activity"),
)
_LOOSE: Final = tuple((column, re.compile(form)) for column, form in _LOOSE_FORMS)
_COUNTERPART: Final = re.compile(r"相手|訪問先|先方|機関|counterpart|partner|\bwith\b|authority|body", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST_HEADING: Final = 40
_BETWEEN: Final = re.compile(r"[\s|｜/,]*")
FEWEST_COLUMNS: Final = 2
FEWEST_SPACED: Final = 3
MOST_SPACED: Final = 8
_SHORT_HEADING: Final = re.compile(r"[^0-9０-９。、]{1,12}")


@dataclass(frozen=True)
class Header:
    """The columns of a table from left to right, and how many lines their headings take.

    ``starts`` are the widths at which the headings of one line begin.
    """

    columns: tuple[Column, ...]
    lines: int
    counterpart: bool = False
    starts: tuple[int, ...] = ()


def read_header(lines: Sequence[str]) -> Header | None:
    """The header that begins at the first of these lines, if one does.

    It is made of heading words only, and has a date column and a name column.
    """
    columns: list[Column] = []
    best: Header | None = None
    for count, line in enumerate(lines, 1):
        cells = _cells(normal(line))
        if cells is None:
            break
        columns.extend(cells)
        if _is_header(columns):
            starts = heading_starts(line) if count == 1 else ()
            best = Header(tuple(columns), count, _names_counterparts(lines[:count]), starts)
    return best or (_spaced_header(lines[0]) if lines else None)


def _spaced_header(line: str) -> Header | None:
    """A line of short headings in whatever words, parted by blanks: 相手機関　実施月日　場所　備考."""
    words = [one for one in re.split(r"\t+|[ 　]*　[ 　]*| {2,}", line.strip()) if one]
    if not FEWEST_SPACED <= len(words) <= MOST_SPACED or not all(_SHORT_HEADING.fullmatch(one) for one in words):
        return None
    found = [_heading(normal(one)) for one in words]
    columns: list[Column] = ["name" if "name" not in found and one == "bodies" else one or "note" for one in found]
    if None in found[:1] or not _is_header(columns):
        return None
    named = [normal(one) for one, column in zip(words, columns, strict=True) if column == "name"]
    return Header(tuple(columns), 1, all(map(is_counterpart, named)), heading_starts(line))


def read_headings(cells: Sequence[str]) -> tuple[Column | None, ...] | None:
    """What each column of a ruled table holds, by its normalised heading; None for a table of something else.

    A table of meetings says when, and which meeting or whom it was with.
    """
    columns = tuple(_heading(words) for words in cells)
    if "name" not in columns:
        columns = tuple("name" if column == "bodies" else column for column in columns)
    dated = "date" in columns or "start" in columns
    return columns if dated and "name" in columns else None


def is_counterpart(heading: str) -> bool:
    """Whether a heading asks whom one talked with (対話の相手等) rather than for the name of a meeting."""
    return bool(_COUNTERPART.search(heading))


def _names_counterparts(lines: Sequence[str]) -> bool:
    words = [match["word"] for line in lines for match in _CELL.finditer(normal(line))]
    return all(map(is_counterpart, (one for one in words if _KIND_OF[one.lower()] == "name")))


def _heading(words: str) -> Column | None:
    plain = _BRACKETED.sub("", words).strip(" :：").lower()
    if not plain or len(plain) > _LONGEST_HEADING or _OTHER_DATE.search(plain):
        return None
    exact = _CELL.fullmatch(plain)
    if exact is not None:
        return _KIND_OF[exact["word"].lower()]
    return next((column for column, form in _LOOSE if form.search(plain)), None)


def _is_header(columns: list[Column]) -> bool:
    return (
        len(columns) >= FEWEST_COLUMNS
        and columns.count("date") == 1
        and columns.count("name") == 1
        and len(set(columns) - {"note"}) == len([column for column in columns if column != "note"])
    )


def _cells(words: str) -> list[Column] | None:
    """The columns that a line names, None where it holds anything but headings."""
    columns: list[Column] = []
    position = 0
    while position < len(words):
        match = _CELL.match(words, position)
        if match is None:
            return None
        columns.append(_KIND_OF[match["word"].lower()])
        gap = _BETWEEN.match(words, match.end())
        position = gap.end() if gap else match.end()
    return columns or None

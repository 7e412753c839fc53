"""The words of column headings of tables of meetings, and what each column holds.

Headings vary from report to report: 開催月, 開催日; 開催国, 開催国等, 開催地.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

Column = Literal[
    "name",
    "date",
    "start",
    "end",
    "place",
    "mode",
    "bodies",
    "host",
    "status",
    "note",
    "content",
    "number",
    "home",
    "own",
    "sort",
]

_DATE: Final = """
    開催年月日 開催年月 開催期間 開催時期 開催日時 開催日程 開催日 開催月 実施年月日 実施時期 実施日 実施月
    開催期日 実施期間 訪問時期 訪問日 出席日 年月日 年月 日程 時期 日付 期間 期日 会期 月日 日時
    Date(s) Dates Date When Period
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
    対話の内容 相手機関 機関名 Meeting Event Conference Counterpart Name Title
"""
_BODIES: Final = "出席者 参加者 出席機関 参加機関 参加国 対応者 派遣者 先方 先方出席者 Participants Attendees"
_HOST: Final = "主催者 主催機関 主催 Organiser Organizer Host"
_STATUS: Final = "開催状況 実施状況 状況 Status"
_NOTE: Final = "備考 摘要 Remarks Notes"
_CONTENT: Final = "概要 主な議題 議題 テーマ 内容 主な内容 Topics Agenda"
_SORT: Final = "区分 種別 分類 種類 Type Category"
_NUMBER: Final = "番号 項番 連番 No. No #"

_COLUMNS: Final[tuple[tuple[Column, str], ...]] = (
    ("date", _DATE), ("place", _PLACE), ("mode", _MODE), ("name", _NAME),
    ("bodies", _BODIES), ("host", _HOST), ("status", _STATUS), ("note", _NOTE), ("content", _CONTENT),
    ("number", _NUMBER), ("sort", _SORT),
)  # fmt: skip
COLUMN_OF: Final[dict[str, Column]] = {word.lower(): column for column, words in _COLUMNS for word in words.split()}
HEADING: Final = re.compile(
    r"(?P<word>" + "|".join(re.escape(word) for word in sorted(COLUMN_OF, key=len, reverse=True)) + r")(?P<etc>等)?",
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
        r"(?:開催|実施|訪問|出席|対話|会談|面談|対応|派遣|来訪|出張|渡航|滞在)の?(?:年|月|日|時|期)|日程|日時|^期[日間]|^会期|^日にち|^時期|^とき$|^(?:開催|実施)?予定(?:年月)?[日月]$|\bdates?\b|\bwhen\b",
    ),
    ("mode", r"形式$|形態$|方式$|方法$|\bformat\b|\bmode\b"),
    ("host", r"主催|共催|\bhosts?\b|organi[sz]"),
    (
        "own",
        r"^(?:当|我が|日本側|当方)|^(?!欧州)[^のと]{2,10}(?:省|庁|委員会|協会|機構)(?:の|側)?(?:出席|対応|参加)者$",
    ),
    ("bodies", r"参加|出席|同席|対応者|出張者|派遣者|先方|participa|attend|delegat|\bwith\b|represent"),
    ("status", r"(?:開催|実施)(?:状況|結果|の有無)|^状況$|status"),
    ("note", r"備考"),
    ("content", r"概要$|内容$|議題|結果$"),
    (
        "place",
        r"国[・/](?!.*機関)|国名|^国$|^(?:相手|対象)国(?!.*(?:機関|当局))|開催国|場所|開催地|都市|会場|(?:出張|渡航|派遣|用務)[先地]|^ところ$|venue|place|location|countr|city|jurisdiction",
    ),
    (
        "name",
        r"会議|会合|相手|訪問先|来訪[者元機]|(?:面[会談]|会談)者|行事|機関名?$|[対協会面]談?[話議談]先|件名|用務|用件|^(?:主な)?目的$|案件|イベント|催し|meeting|event|conference|forum|counterpart|partner|engagement|activity",
    ),
)
_LOOSE: Final = tuple((column, re.compile(form)) for column, form in _LOOSE_FORMS)
_NAME_WORDS: Final = dict(_LOOSE)["name"]
_HOME: Final = re.compile(r"(?:相手|対象)?国(?:名|[・/]地域|又は地域)?等?")
_COUNTERPART: Final = re.compile(
    r"相手|訪問先|来訪|面[会談]者|会談者|先方|機関|counterpart|partner|\bwith\b|authority|body", re.IGNORECASE
)
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# The number of a row may share its heading with what stands beside or below it: 番号/開催期間.
_NUMBERED: Final = re.compile(r"^(?:番号|項番|連番|no\.?)\s*[/・]\s*(?=.)")
_VISITORS: Final = re.compile(r"来訪|来日|訪日")
_GOAL: Final = re.compile(r"訪問先|出張先|派遣先")
LONGEST_HEADING: Final = 40


def read_headings(cells: Sequence[str]) -> tuple[Column | None, ...] | None:
    """What each column of a ruled table holds, by its normalised heading; None for a table of something else.

    A table of meetings says when, and which meeting or whom it was with.
    """
    columns = tuple(heading_column(words) for words in cells)
    if "name" not in columns and columns.count("content") == 1 and (columns[0] == "content" or _calendar(columns)):
        columns = tuple("name" if column == "content" else column for column in columns)
    if "name" not in columns:
        columns = tuple("name" if column == "bodies" else column for column in columns)
    if "name" not in columns:
        named = [
            column == "content" and bool(_NAME_WORDS.search(words))
            for column, words in zip(columns, cells, strict=True)
        ]
        columns = tuple("name" if name else column for name, column in zip(named, columns, strict=True))
    dated = "date" in columns or "start" in columns
    return _with_homes(columns, cells) if dated and "name" in columns else None


def _calendar(columns: Sequence[Column | None]) -> bool:
    """Whether a table says when and where something is, and only by its content what: 月日　内容　場所."""
    return columns[0] == "date" and "place" in columns and "bodies" not in columns


def _with_homes(columns: tuple[Column | None, ...], cells: Sequence[str]) -> tuple[Column | None, ...]:
    """The columns, one of countries being whence counterparts are where another says where they were met, or where
    they came on a visit; the 訪問先 beside the name of a meeting is its place."""
    if "place" not in columns and any(_names_meeting(*pair) for pair in zip(columns, cells, strict=True)):
        goals = [
            column == "name" and bool(_GOAL.fullmatch(words)) for column, words in zip(columns, cells, strict=True)
        ]
        columns = tuple("place" if goal else column for goal, column in zip(goals, columns, strict=True))
    homes = [column == "place" and bool(_HOME.fullmatch(words)) for column, words in zip(columns, cells, strict=True)]
    where = any(column == "place" and not home for column, home in zip(columns, homes, strict=True))
    where = where or tells_of_visitors(cells)
    if not where or not any(is_counterpart(words) for words, one in zip(cells, columns, strict=True) if one == "name"):
        return columns
    return tuple("home" if home else column for home, column in zip(homes, columns, strict=True))


def _names_meeting(column: Column | None, words: str) -> bool:
    return column == "name" and not is_counterpart(words)


def tells_of_visitors(headings: Sequence[str]) -> bool:
    """Whether headings are those of a table of visits to the publisher: 来訪日, 来訪者."""
    return any(_VISITORS.search(words) for words in headings)


def is_counterpart(heading: str) -> bool:
    """Whether a heading asks whom one talked with (対話の相手等) rather than for the name of a meeting."""
    return bool(_COUNTERPART.search(heading))


def heading_column(words: str) -> Column | None:
    """What a column with such a heading in normal form holds, as far as its words tell."""
    plain = _NUMBERED.sub("", _BRACKETED.sub("", words).strip(" :：").lower())
    if not plain or len(plain) > LONGEST_HEADING or _OTHER_DATE.search(plain):
        return None
    exact = HEADING.fullmatch(plain)
    if exact is not None:
        return COLUMN_OF[exact["word"].lower()]
    return next((column for column, form in _LOOSE if form.search(plain)), None)

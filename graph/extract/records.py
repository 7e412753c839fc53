"""Meetings told as a form: 日時, 場所, 出席者 and 概要, each with its words beside or below it.

Press pages tell of one meeting in this way, a label for each thing; the meeting's name is that of the page or of the
section where no label gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import find_dates, find_english_dates
from graph.document import Line
from graph.extract.draft import Draft
from graph.extract.rows import Cells, row_draft
from graph.extract.setting import Setting
from graph.extract.status import announces
from graph.model import When
from graph.text import normal, rejoined

_LABELS: Final = {
    "date": "開催日時 開催年月日 開催日 実施日時 実施日 日時 日程 期日 期間 会期 年月日 Date Dates When",
    "place": "開催場所 開催地 実施場所 場所 会場 開催国 Place Venue Location Where",
    "mode": "開催形式 開催形態 開催方法 実施方法 形式 方法 Format",
    "bodies": "主な出席者 出席者 主な参加者 参加者 参加機関 出席機関 先方出席者 先方 相手方 面談者 面談相手 対応者 "
    "登壇者 主な登壇者 講師 講演者 Participants Attendees",
    "name": "会議名称 会議名 会合名 会合 会議 名称 件名 Meeting Event",
    "host": "主催者 主催 Host Organiser",
    "other": "概要 議題 主な議題 内容 結果 結果概要 主な内容 目的 備考 申込締切 申込期限 定員 参加費 "
    "Agenda Topics Summary",
}
_COLUMN_OF: Final = {word.lower(): column for column, words in _LABELS.items() for word in words.split()}
_MARK: Final = r"(?:[(【\[]?(?:[0-9]{1,2}|[一二三四五六七八九十]|[ア-オ])[)】\].、:]?\s*|[○・■□◆◇●◎※▪【\[(]\s*)?"
_LABEL: Final = re.compile(
    rf"^{_MARK}(?P<label>{'|'.join(sorted(map(re.escape, _COLUMN_OF), key=len, reverse=True))})"
    r"(?:等)?(?P<close>[)】\]])?\s*(?P<colon>[:：])?\s*(?P<words>.*)$",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"^(?:[0-9]{1,2}[.、\s]|[(【]?[0-9]{1,2}[)】]|第[0-9一二三四五六七八九十]+(?![回次])|[○■□◆◇●◎]|。$)"
)
_TITLE_END: Final = re.compile(
    r"(?:の(?:開催)?(?:結果)?(?:の)?(?:概要)?(?:等)?(?:について|に関するお知らせ)(?:\((?:御?ご?案内|お知らせ)\))?|の(?:開催|結果概要|結果|概要)|\((?:結果)?概要\))$"
)
_MEETING: Final = re.compile(
    r"会合|会議|会談|面談|協議|対話|意見交換|フォーラム|シンポジウム|セミナー|ワークショップ|講演会|訪問|meeting|talks|dialogue"
)
_LONGEST_VALUE: Final = 6
_NUMBER: Final = -1000


@dataclass(frozen=True)
class _Field:
    """A label's column, and the lines of the document that hold its words; ``start`` is where they begin."""

    column: str
    start: int
    end: int
    line: int


def read_records(setting: Setting, taken: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    """The meetings that forms tell of, outside the spans of tables that are read as such."""
    lines = [line for line in setting.document.lines if not _inside(line, taken)]
    title = ""
    fields: list[_Field] = []
    for index, line in enumerate(lines):
        words = normal(setting.document.text[line.start : line.end])
        field = _field(setting, lines, index)
        if field is not None:
            if any(one.column == field.column == "date" for one in fields):
                yield from _drafts(fields, title, setting, len(fields))
                fields = []
            fields.append(field)
            continue
        if fields and line.start >= fields[-1].end and words:
            yield from _drafts(fields, title, setting, fields[0].line)
            fields = []
        if not fields and words and _names_meeting(words):
            title = words
    yield from _drafts(fields, title, setting, 0)


def _inside(line: Line, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= line.start < end for start, end in taken)


def _names_meeting(words: str) -> bool:
    return bool(
        re.search(
            r"会合|会議|会談|面談|協議|対話|意見交換|フォーラム|シンポジウム|セミナー|ワークショップ|講演会|訪問|meeting|talks|dialogue",
            words,
        )
    ) and not re.search("。|は、", words)


def _field(setting: Setting, lines: Sequence[Line], index: int) -> _Field | None:
    """The field whose label begins a line: words behind the label, else the lines below it."""
    text = setting.document.text
    line = lines[index]
    raw = text[line.start : line.end]
    hit = _LABEL.match(normal(raw))
    if hit is None or (hit["words"] and not _parted(raw, hit)):
        return None
    column = _COLUMN_OF[hit["label"].lower()]
    start = line.start
    if hit["words"]:
        start += raw.index(_last_sign(raw, hit)) + 1 if hit["colon"] else raw.index(hit["label"][-1]) + 1
    else:
        start = line.end
    end = line.end
    for below in lines[index + 1 : index + 1 + _LONGEST_VALUE]:
        words = normal(text[below.start : below.end])
        if not words or "。" in words or _LABEL.match(words) or _HEADING.match(words):
            break
        if hit["words"] and not text[below.start : below.end][:1].isspace():
            break
        end = below.end
    return (
        _Field(column, start, end, line.number) if text[start:end].strip() else _Field("other", start, end, line.number)
    )


def _parted(raw: str, hit: re.Match[str]) -> bool:
    """Whether the words behind a label are parted from it by a colon, a bracket or a wide gap, as in no sentence."""
    return (
        bool(hit["colon"] or hit["close"] or re.search(rf"{re.escape(hit['label'])}等?[\s　]", raw)) and "。" not in raw
    )


def _last_sign(raw: str, hit: re.Match[str]) -> str:
    return "：" if "：" in raw else ":"


def _drafts(fields: list[_Field], title: str, setting: Setting, number: int) -> Iterator[Draft]:
    """One draft for each day that the form names; none where it lacks a date or anything that tells which meeting."""
    words = {one.column: one for one in reversed(fields)}
    if "date" not in words or not {"place", "mode", "bodies", "name"} & set(words):
        return
    text = setting.document.text
    name = normal(rejoined(text, words["name"].start, words["name"].end)) if "name" in words else title
    name = _TITLE_END.sub("", name)
    counterpart = not name
    bodies = " ".join(normal(text[one.start : one.end]) for one in fields if one.column == "bodies")
    dates = _dates(normal(text[words["date"].start : words["date"].end]), setting)
    place = words.get("place") or words.get("mode")
    cells = Cells(
        name=name or bodies,
        words=name or bodies,
        place=normal(text[place.start : place.end]) if place else "",
        status=" ".join(normal(text[one.start : one.end]) for one in (words["date"], *([place] if place else [])))
        + name,
        bodies=bodies,
        counterpart=counterpart,
        host=normal(text[words["host"].start : words["host"].end]) if "host" in words else "",
    )
    told = [one for one in fields if one.column != "other"]
    span = (min(one.start for one in told), max(one.end for one in told))
    for when in dates[:1]:
        evidence = setting.document.evidence(*_trimmed(text, span), None)
        draft = row_draft(cells, when, evidence, (_NUMBER - number, ""), setting) if cells.words else None
        if draft is not None:
            invited = draft.status == "held" and announces(title, when, setting.document.published)
            yield replace(draft, status="planned") if invited else draft


def _dates(words: str, setting: Setting) -> list[When]:
    found = find_dates(words, setting.document.dates()) or find_english_dates(words)
    return [one.when for one in found if one.when.precision in ("day", "month")]


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))

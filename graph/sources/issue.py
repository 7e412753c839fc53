"""The day on which a Japanese text came out, as its first lines or its very last words say it beside other words:
令和6年5月20日 事務局だより, (2024年6月12日 試験新聞), 登録:2023年12月7日 10時12分.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from graph.dates import DateContext, find_dates
from graph.document import Line
from graph.model import When
from graph.text import normal

_FIRST_LINES: Final = 4
_LAST_LINES: Final = 3
_LONGEST_LINE: Final = 60
_LONGEST_BESIDE: Final = 30
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_CLOSING: Final = re.compile(r"(?:^|[。)!?…\s])\s*[(\[【<~-]+(?P<words>[^()\[\]【】<>~]{4,70})[)\]】>~-]+\s*$")
_WEEKDAY: Final = re.compile(r"\([月火水木金土日](?:曜日?)?\)")
_BELOW: Final = re.compile(
    r"(?:以\s*上|ページ(?:の先頭|トップ)(?:へ(?:戻る)?)?|[-–—−－]\s*[0-9]{1,3}\s*[-–—−－]|[0-9]{1,3}|(?:無断転載|©|Copyright).{0,40})"
)
_OTHER: Final = re.compile(
    r"更新|次回|次号|前号|[はがをに]$|開催|会期|会議|日程|期間|期日|実施|施行|採択|決定|可決|成立|公布|発効|締結|署名|批准|予定|締切|申込|募集|受付|現在|時点|基準日"
    r"|最終|まで|から|以降|より|設立|発足|開始|終了|延期|中止|訪問|会談|面談|講演|出席|参加|於|にて|変更|改正|制定|施設|配布|提出|承認|答申|適用"
)
_STAMP: Final = re.compile(
    r"(?:(?:登録|掲載|公開|配信|発行|公表|投稿|発信|執筆|入稿|作成)(?:日時?)?\s*[:/]?\s*|[^。、]{0,24}[/:]\s*)?$"
)
_STAMPED: Final = re.compile(
    r"(?:[0-9]{1,2}(?:時|:)[0-9]{1,2}分?)?\s*(?:付け?|記|掲載|公開|配信|発行|公表|投稿|執筆|作成|(?:[一-龥ァ-ヶーA-Za-z・]{2,14}(?:速報|通信|新聞|ニュース|時報|だより)))?\s*"
)
_ISSUE: Final = re.compile(
    r"号|だより|便り|ニュース|通信|新聞|速報|時報|週報|旬報|月報|会報|メール|レター|マガジン|広報|報道|プレス|お知らせ|通巻|[朝夕]刊|電子版|付け?(?![でをのに])|記者会見|会見"
)


def day_of_issue(text: str, lines: Sequence[Line]) -> date | None:
    """The one day, told with its year, with which a Japanese text opens or closes; None where it does neither."""
    said = _said(text, lines)
    if not _JAPANESE.search("".join(said[:_FIRST_LINES])):
        return None
    told = [*(_opening(one) for one in said[:_FIRST_LINES]), _closing(said)]
    return next((one.earliest for one in told if one is not None and one.precision == "day"), None)


def closing_date(text: str, lines: Sequence[Line]) -> When | None:
    """The one day, month or year with which a Japanese text closes: (2024年3月), (試験月報 2024年3月号), (令和5年)."""
    return _closing(_said(text, lines))


def _said(text: str, lines: Sequence[Line]) -> list[str]:
    """The lines that say something, in normal form."""
    return [one for line in lines if (one := normal(text[line.start : line.end]).strip())]


def _opening(line: str) -> When | None:
    """The date of a line of the head that names a newsletter, a piece of news or a press conference beside it."""
    if len(line) > _LONGEST_LINE or "。" in line:
        return None
    when, before, after = _only_date(line)
    apart = not before or not after or before.endswith(("(", " ")) or after.startswith(("号", "付"))
    return when if apart and _ISSUE.search(before + after) and not _OTHER.search(before + after) else None


def _closing(said: Sequence[str]) -> When | None:
    """The date in the bracket that closes a text, or of a last line that is a stamp: 2024年6月12日 試験速報."""
    last = [one for one in said[-_LAST_LINES:] if not _BELOW.fullmatch(one)] if len(said) > _LAST_LINES - 1 else []
    line = _WEEKDAY.sub("", last[-1]) if last else ""
    found = _CLOSING.search(line)
    if found is not None:
        when, before, after = _only_date(found["words"])
        beside = before + after
        return (
            when if len(beside) <= _LONGEST_BESIDE and not _OTHER.search(before) and not _OTHER.search(after) else None
        )
    when, before, after = _only_date(line) if len(line) <= _LONGEST_LINE else (None, "", "")
    stamp = bool(before + after) and _STAMP.fullmatch(before) and _STAMPED.fullmatch(after)
    return when if stamp and not _OTHER.search(before + after) else None


def _only_date(words: str) -> tuple[When | None, str, str]:
    """The one date of some words, where it is one day, month or year, with what stands before and behind it."""
    found = find_dates(words, DateContext())
    if len(found) != 1 or "/" in found[0].when.edtf:
        return None, "", ""
    return found[0].when, words[: found[0].start], words[found[0].end :]

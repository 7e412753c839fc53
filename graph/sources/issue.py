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
from graph.text import normal

_FIRST_LINES: Final = 4
_LAST_LINES: Final = 3
_LONGEST_LINE: Final = 60
_LONGEST_BESIDE: Final = 30
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_CLOSING: Final = re.compile(r"(?:^|[。」』)!?…\s])\s*[(\[【<~-]+(?P<words>[^()\[\]【】<>~]{6,70})[)\]】>~-]+\s*$")
_WEEKDAY: Final = re.compile(r"\([月火水木金土日](?:曜日?)?\)")
_BELOW: Final = re.compile(
    r"(?:以\s*上|ページ(?:の先頭|トップ)(?:へ(?:戻る)?)?|[-–—−－]\s*[0-9]{1,3}\s*[-–—−－]|[0-9]{1,3}|(?:無断転載|©|Copyright).{0,40})"
)
_OTHER: Final = re.compile(
    r"更新|開催|会期|会議|日程|期間|期日|実施|施行|採択|決定|可決|成立|公布|発効|締結|署名|批准|予定|締切|申込|募集|受付|現在|時点|基準日"
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
    words = [normal(text[line.start : line.end]).strip() for line in lines]
    said = [one for one in words if one]
    if not _JAPANESE.search("".join(said[:_FIRST_LINES])):
        return None
    opening = (_opening(one) for one in said[:_FIRST_LINES])
    last = [one for one in said[-_LAST_LINES:] if not _BELOW.fullmatch(one)][-1:] if len(said) > 2 else []
    closing = (_closing(one) for one in last)
    return next((day for day in (*opening, *closing) if day is not None), None)


def _opening(line: str) -> date | None:
    """The day of a line of the head that names a newsletter, a piece of news or a press conference beside it."""
    if len(line) > _LONGEST_LINE or "。" in line:
        return None
    day, before, after = _only_day(line)
    apart = not before or not after or before.endswith(("(", " ")) or after.startswith(("号", "付"))
    return day if apart and _ISSUE.search(before + after) and not _OTHER.search(before + after) else None


def _closing(line: str) -> date | None:
    """The day in the bracket that closes a text, or of a last line that is a stamp: 2024年6月12日 試験速報."""
    line = _WEEKDAY.sub("", line)
    found = _CLOSING.search(line)
    if found is not None:
        day, before, after = _only_day(found["words"])
        return day if len(before + after) <= _LONGEST_BESIDE and not _OTHER.search(before + after) else None
    day, before, after = _only_day(line) if len(line) <= _LONGEST_LINE else (None, "", "")
    stamp = bool(before + after) and _STAMP.fullmatch(before) and _STAMPED.fullmatch(after)
    return day if stamp and not _OTHER.search(before + after) else None


def _only_day(words: str) -> tuple[date | None, str, str]:
    """The one date of some words, where it is one day, with what stands before and behind it."""
    found = find_dates(words, DateContext())
    if len(found) != 1 or found[0].when.precision != "day" or found[0].when.earliest != found[0].when.latest:
        return None, "", ""
    return found[0].when.earliest, words[: found[0].start], words[found[0].end :]

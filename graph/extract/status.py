"""Whether a meeting was held: 予定, 延期 and 中止 say that it was not.

Nothing that was put off, called off or still to come may pass as held; a sentence that has such a word and
yet tells of a meeting held (予定されていた会合は…開催された) is held with a doubt.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from graph.model import When
from ontology.terms import Status

_CANCELLED: Final = (
    r"中止|取消し?(?!処分|訴訟|権|請求)|取り消[しさ]|とりやめ|取りやめ|取り止め|取止め|見送|見合わせ|開催せず|不開催|(?:開催|実施|実現|訪問|出席|参加|成立)(?:され|し|でき)(?:な|ませ)|実現していな|行われ(?:な|ませ)|流れた|流れまし|お流れ|成立せず|行わな|かなわな|至らな|白紙|断念|辞退|キャンセル|流会|実施せず|開催されず|実現せず"
    r"|\bcancel|called off|abandoned|\bnot (?:be |been )?(?:held|taking place)|not (?:take|go) (?:place|ahead)"
)
_POSTPONED: Final = (
    r"延期|延引|順延|仕切り直し|再調整|持ち?越し|日程変更|繰り延べ|先送り"
    r"|\bpostpon|\bdeferr|reschedul|put off|pushed back|delayed"
)
_PLANNED: Final = (
    r"(?:開催|実施|主催)(?:され|す)る(?:こと(?:が|に|と|を)(?:決定|決ま|な|し|確認|合意)|運び|見通し)|意向を(?:示|表明|伝)|ことで調整"
    r"|(?:開催|実施|主催|出席|参加|訪問|登壇|会談|署名)(?:(?:いた)?します|されます|する|される)(?:。|$)|を?行(?:います|う|われます|われる)(?:。|$)"
    r"|が(?:あります|ございます)(?:。|$)|開(?:きます|かれます|く|かれる)(?:。|$)|次回、|次回(?:の?(?:会合|会議|協議|対話|会談|フォーラム|レビュー会合))?は|(?:開催|実施|訪問)する(?:ことで(?:一致|合意|確認)|こと(?:と|を(?:確認|合意|決))|方向|よう)|方向で(?:調整|検討)"
    r"|(?:開く|(?:開催|実施|主催)する|行う)(?:こと|方針|計画)?(?:を|と)(?:発表|公表|明らか|表明|歓迎|支持|了承|期待)"
    r"|(?:開催|実施)(?:が|を)(?:決ま|決め|決定)|予定(?!どおり|通り|の時刻|時刻)|見込み|見通し|計画している|未定|調整中|調整している|今後(?:開催|実施)"
    r"|to be (?:held|hosted|confirmed)|\b(?:planned|scheduled|upcoming|forthcoming|tentative|TBC|TBD)\b"
)
_STATUS: Final[tuple[tuple[Status, re.Pattern[str]], ...]] = (
    ("cancelled", re.compile(_CANCELLED, re.IGNORECASE)),
    ("postponed", re.compile(_POSTPONED, re.IGNORECASE)),
    ("planned", re.compile(_PLANNED, re.IGNORECASE)),
)
_FATE: Final = re.compile(
    r"^(?:ただし|なお|その後|しかし|結局)?、?(?:(?:本|同|当該)[^、。]{2,6}は、?)?[^。はが]{0,40}"
    r"(?:(?P<put_off>延期|順延)|中止|と?取?りやめ|取り止め|見送り)(?:と(?:なり|なった|した|し)|に(?:なり|なった)|され|し)"
)
_ABOVE: Final = re.compile(
    r"(?:(?P<put_off>延期|順延)|中止|と?取?りやめ|見送り?|見合わせ)(?:と?(?:され|し|なっ)た|の)(?:もの|会議|会合|行事|国際会議等?|対話|出張)等?$"
)
_ANNOUNCES: Final = re.compile(
    r"開催(?:の|に関する)?(?:ご|御)?(?:案内|お知らせ|予告)|(?:の|へ)(?:ご|御)案内(?:\)|$)|(?:参加者?|受講者?)(?:の|を)?募集"
)
_NOTE: Final = re.compile(
    r"[（(](?:開催)?(?:を|は)?(?:中止|延期|予定|開催予定|実施予定|見送り|cancell?ed|postponed|planned|scheduled)"
    r"(?:となった|された|決定|済み)?[）)]",
    re.IGNORECASE,
)
_ABOUT_THIS: Final = re.compile(r"[^次今来。]{0,8}予定|(?:to be )?(?:planned|scheduled|held|confirmed)", re.IGNORECASE)
_DOUBTFUL: Final = re.compile(
    r"打診|申し入れ|申入れ|要請した|要請を行|を?調整(?:し|を行)|日程|欠席|不参加|計画(?:であ|だっ|し)|招待を受け|かどうか|できな|なかった|ませんでした|はず(?:だ|で)|運びであ|ならず|得られ"
)
_ABSENT: Final = re.compile(
    r"(?:当|個人情報保護)委員会(?:から)?は[^。、]{0,16}(?:(?:出席|参加|派遣)(?:しなかった|しませんでした|していない|せず)|欠席した)"
    r"|\bdid not (?:attend|participate in|take part in|join)\b",
    re.IGNORECASE,
)
_TOOK_PLACE: Final = re.compile(r"開催され(?:た|まし)|行われ(?:た|まし)|\bheld\b|took place|hosted")
_HELD_AFTER_ALL: Final = re.compile(
    r"(?:予定|延期)[^。]{0,60}(?:開催され(?!る|ます)|開催し(?=た|、|ま)|行われ(?!る|ます)|実施し(?=た|、|ま)|実施され(?!る|ます))"
)
_WAS_HELD: Final = re.compile(r"(?:開催|実施|主催)(?:され|し)た|(?:開か|行わ)れた")
_WILL_BE: Final = re.compile(
    r"開く(?=[^、。])|(?:(?:開催|実施|主催)(?:さ|す)|(?:開か|行わ))れ?る(?!前|ため|よう|場合|ほか|とともに)"
)
_TOWARDS: Final = re.compile(r"[」』]?(?:の(?:開催|成功))?に(?:も)?向け")
_EVERY_TIME: Final = re.compile(r"毎(?:年|回|月)|定期的")
_PART_OF_MONTH: Final = re.compile("中旬|下旬|末")
_BEGINS: Final = {"中旬": 11, "下旬": 21, "末": 25}
_STILL_OFF: Final = re.compile(
    r"(?:中止|延期|持ち?越し|と?取?りやめ|見送り?|取り止め)(?:と(?:な(?!ってい)|し(?!てい)|決)|に(?:な|決)|され(?!てい)|した|し、|する|を決|が決|。|\)|$)|見送る|見合わせる"
)


def read_status(words: str, when: When, published: date | None) -> Status:
    """What the words say; a meeting that begins after the document was published is planned."""
    for status, form in _STATUS:
        if form.search(words):
            return status
    return "planned" if published is not None and when.earliest > published else "held"


def doubtful(words: str) -> bool:
    """Whether words that seem to tell of a meeting held only speak of arranging it, or of staying away."""
    return bool(_DOUBTFUL.search(words))


def told_status(words: str, when: When, published: date | None) -> tuple[Status, bool]:
    """What Japanese prose says of a meeting, and whether that needs a second look."""
    status = read_status(words, when, published)
    if status in ("planned", "postponed") and _HELD_AFTER_ALL.search(words) and not _STILL_OFF.search(words):
        future = published is not None and when.earliest > published
        return ("planned" if future else "held"), True
    return status, False


def looks_ahead(text: str, after: int, start: int, end: int) -> bool:
    """Whether words speak of a meeting as one to come: 4月29日に開催される「…会合」, 会合に向けて.

    ``after`` is where its date ends, ``start`` and ``end`` those of its name.
    """
    before = text[after:start] if after <= start else ""
    if _WAS_HELD.search(before) or _EVERY_TIME.search(before):
        return False
    return bool(_WILL_BE.search(before) or _TOWARDS.match(text, end))


def late_in_month(behind: str, when: When, published: date | None) -> bool:
    """Whether the 下旬 of a month is still to come for a text of its tenth; ``behind`` is what follows the month."""
    part = _PART_OF_MONTH.match(behind)
    if part is None or published is None or not when.earliest <= published <= when.latest:
        return False
    return published.day < _BEGINS[part.group()]


def fate(words: str) -> Status | None:
    """What a sentence of its own says became of the meeting told before it: 先方の都合により中止となりました."""
    said = _FATE.match(words)
    return None if said is None else "postponed" if said["put_off"] else "cancelled"


def status_above(heading: str) -> Status | None:
    """What a heading says became of all that stand below it: ２．中止されたもの."""
    said = _ABOVE.search(heading)
    return None if said is None else "postponed" if said["put_off"] else "cancelled"


def announces(title: str, when: When, published: date | None) -> bool:
    """Whether a page invites to its meeting (…シンポジウムのご案内), and was not published after it."""
    return bool(_ANNOUNCES.search(title)) and (published is None or published <= when.latest)


def read_note(words: str) -> Status | None:
    """The status that a cell of remarks gives, if it is about that; 予定 only where it is the whole remark."""
    for status, form in _STATUS:
        if form.search(words) and (status != "planned" or _ABOUT_THIS.fullmatch(words)):
            return status
    return None


def without_absence(words: str) -> str | None:
    """The words without 当委員会は出席しなかった, None where they do not say so of a meeting that took place."""
    rest = _ABSENT.sub("", words)
    return rest if rest != words and _TOOK_PLACE.search(rest) else None


def without_status(words: str) -> str:
    """A name without the bracketed note that it was put off."""
    return _NOTE.sub("", words).strip()

"""Sentences that speak of events told elsewhere in the document: by number, by name, or as a whole series."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.eras import number
from graph.extract.bodies import named_bodies
from graph.extract.draft import Draft
from graph.extract.japanese.phrases import HEAD
from graph.extract.names import find_ordinal, without_ordinal
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.status import fate
from graph.model import Participant
from graph.text import key

_TIMES: Final = re.compile(
    r"(?:計|全|合計)?(?P<count>[0-9]+|[一二三四五六七八九十]+)回(?:に(?:わた(?:って|り)|及)|(?:の)?(?:会合|会議|協議)?を?(?:開催|実施|行))"
)
_ANAPHOR: Final = re.compile(
    r"^(?:なお、|また、|この|本|同|その|当該)*(?:会談|面会|懇談|表敬|来訪|電話会議|ウェブ会議|会合|会議|面談|意見交換|対話|協議|フォーラム|ワークショップ|セミナー|シンポジウム|"
    r"ラウンドテーブル|総会|訪問|席上|場|際|署名式)(?:において|では|で、|の場|の中で|は|、)"
    r"|^(?:我が国|当委員会|日本側|当方)から(?:は)?[^。]*(?:出席|参加)し"
    r"|^[^、。:]{1,8}側(?:出席者|参加者)?:|^(?:双方|両者|両国|両機関|両当局|両委員|先方)(?:は|で|から|と)"
)
_MORE: Final = re.compile(
    r"^(?:また|さらに|加えて|併せて|このほか)、.*(?:加盟|各国|先方|参加者|双方|当局|機関).{0,6}(?:と|から|に対し|で)"
    r".*(?:確認|合意|一致|共有|意見交換|説明|紹介)"
)
_SAID: Final = re.compile(
    r"^(?:また|さらに|加えて|その際|これに対し|続いて|あわせて)?、?[^。、]{0,30}"
    r"(?:委員長|委員|総局長|局長|課長|コミッショナー|長官|大臣|先方|当方|当委員会|双方|両者|参加機関|各機関|参加者)(?:側)?"
    r"(?:からは|より|から|は)、?(?=.*(?:説明|紹介|提案|表明|確認|一致|合意|共有|議論|意見交換|報告|発言))"
)
_NUMBERED: Final = re.compile(r"第\s*[0-9〇一二三四五六七八九十百]+\s*回[^、。第]{0,60}")
_BACKGROUND: Final = re.compile(r"とは、|の枠組み|に基づく|に加盟|のウェブサイト|ガイドライン改正")
_JOINED: Final = re.compile(
    r"^(?:なお、|また、)?[^。]{0,120}(?:も|から(?:は|も)?|より|側は|が)、?[^。]{0,120}(?:同席|陪席|出席|参加|応対)し(?!な|ませ)"
)
_NO_NAME: Final = re.compile(r"訪問|来訪|(?:電話|ウェブ|WEB|テレビ|ビデオ|オンライン)会議", re.IGNORECASE)
_THIS: Final = re.compile(r"(?:この|本|同|当該|上記|その)[^、。]{0,8}$")
NAME_LONG_ENOUGH: Final = 8


@dataclass(frozen=True)
class Reference:
    """Which drafts a sentence speaks of; ``count`` is how many meetings it says there were;
    ``continued`` that it goes on about what was told just before."""

    targets: tuple[int, ...]
    count: int | None = None
    continued: bool = False

    @property
    def miscounted(self) -> bool:
        """Whether the sentence says another number than was found."""
        return self.count is not None and self.count != len(self.targets)


def referenced(sentence: Sentence, drafts: list[Draft], before: tuple[int, ...], setting: Setting) -> Reference:
    """The drafts that a sentence without a date of its own speaks of; ``before`` are the last spoken of."""
    text = sentence.text
    press = setting.document.period is None and _SAID.match(text)
    if before and (_ANAPHOR.match(text) or _MORE.match(text) or press or _joined_them(text) or fate(text)):
        return Reference(before, continued=True)
    series = _series(text, setting)
    times = _TIMES.search(text)
    if series is not None and times is not None:
        targets = tuple(i for i, draft in enumerate(drafts) if draft.reading.series == series)
        return Reference(targets, number(times["count"])) if targets else Reference(())
    numbered = _by_number(text, drafts, setting)
    return Reference(numbered or _by_name(text, drafts))


def _joined_them(text: str) -> bool:
    """総務省からも同席した, 日本側は…、英国側は…が出席した: more on who was there, naming no meeting of its own."""
    return bool(_JOINED.match(text)) and not any(
        not _THIS.search(text[: head.start()]) for head in HEAD.finditer(text) if not _NO_NAME.match(head.group())
    )


def together(sentence: Sentence, setting: Setting) -> tuple[Participant, ...]:
    """The bodies that a sentence about a whole series says took part: those named before the series."""
    text = sentence.text
    found = [mention.start for mention in setting.gazetteer.series_lexicon.find(text, setting.nearby)]
    end = found[-1] if found else len(text)
    bodies = [body for body in named_bodies(text, setting.near(text)) if body.start < end]
    return tuple(body.as_participant("participant") for body in bodies) if len(bodies) > 1 else ()


def _series(text: str, setting: Setting) -> str | None:
    ground = setting.near(text)
    found = setting.gazetteer.series_lexicon.find(without_ordinal(text), ground.nearby)
    return found[-1].id if found else None


def _by_number(text: str, drafts: list[Draft], setting: Setting) -> tuple[int, ...]:
    """第51回APPAフォーラムにおいて: the same series and number."""
    targets = []
    for match in _NUMBERED.finditer(text):
        ordinal, series = find_ordinal(match.group()), _series(match.group(), setting)
        targets += [
            index
            for index, draft in enumerate(drafts)
            if series and (draft.reading.series, draft.reading.ordinal) == (series, ordinal)
        ]
    return tuple(dict.fromkeys(targets))


def _by_name(text: str, drafts: list[Draft]) -> tuple[int, ...]:
    """The name of a draft, without its brackets, stands in the sentence; or its series does and is alone."""
    if _BACKGROUND.search(text):
        return ()
    letters = key(text)
    targets = []
    for index, draft in enumerate(drafts):
        name = key(re.sub(r"\([^()]*\)", "", without_ordinal(draft.words)))
        if len(name) >= NAME_LONG_ENOUGH and name in letters:
            targets.append(index)
    return tuple(targets) if len(targets) == 1 else ()

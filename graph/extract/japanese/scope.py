"""Whether a meeting told in prose is international, and so belongs to what is gathered."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.bodies import home_of, named_bodies
from graph.extract.japanese.phrases import GENERIC_NAME, Phrase
from graph.extract.names import Reading, without_ordinal
from graph.extract.setting import Setting
from graph.model import Place

_DOMESTIC: Final = re.compile(
    r"国内|全国|自治体|地方公共団体|市町村|都道府県|市長会|事業者向け|説明会|研修|一般向け|小学|中学|タウンミーティング|連絡会|閣僚会議|閣議|戦略会議|審議会"
)
TALK_KINDS: Final = frozenset({"bilateral-meeting", "trilateral-meeting", "multilateral-meeting", "conference-call"})
BETWEEN_COUNTRIES: Final = re.compile(r"(?:と|・)日本との?間で|(?:と|・)日本の間で|日本と[^、。日]{1,12}の間で")
_GROUP: Final = re.compile(r"(?:作業部会|分科会)(?:の?(?:対面|オンライン|非公式|臨時)?会合)?$")
_GENERAL: Final = re.compile(
    r"(?:事務局(?:級|レベル)|事務(?:級|レベル)|実務者|実務(?:級|レベル)|局長級|課長級|次官級|準備|専門家|担当者)の?(?:会合|会議|協議|対話)$"
)


def international(
    part: str, phrase: Phrase, reading: Reading, place: Place, setting: Setting, *, between_countries: bool = False
) -> bool:
    """Whether a meeting has a side, a series or a place abroad; ``part`` are the words of its date.

    ``between_countries``: its sentence says that it was one between this country and others.
    """
    if reading.series or any(setting.foreign(b.authority and home_of(b, setting)) for b in reading.bodies):
        return True
    if any(body.authority is None for body in reading.bodies):
        return True
    if _DOMESTIC.search(part):
        return False
    if reading.countries and reading.kind in TALK_KINDS:
        return True
    named = (reading.international or between_countries) and len(phrase.words) > GENERIC_NAME
    return named or any(setting.foreign(code) for code in place.countries)


def in_preparation(text: str, phrase: Phrase, setting: Setting, *, of_series: bool = False) -> bool:
    """A 事務局級会合 or 準備会合 without a name, in a sentence that speaks of an international meeting or body.

    ``of_series``: the whole document speaks of one, whose 作業部会 are then meant too.
    """
    if of_series and (_GROUP.search(phrase.words) or re.search("作業部会|分科会", text)):
        return True
    if not _GENERAL.search(phrase.words) or _DOMESTIC.search(text):
        return False
    known = setting.gazetteer.bodies
    bodies = [known[one.authority] for one in named_bodies(text, setting) if one.authority in known]
    world = any(body.jurisdiction == "INT" for body in bodies)
    abroad = {m.id for m in setting.gazetteer.jurisdiction_lexicon.find(text) if setting.foreign(m.id)}
    return (
        world or len(abroad) > 1 or bool(setting.gazetteer.series_lexicon.find(without_ordinal(text), setting.nearby))
    )

"""Phrases of a sentence that tell of a meeting: the noun that names it, its clause, its bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.extract.bodies import Named, named_bodies
from graph.extract.setting import Setting

HEAD: Final = re.compile(
    r"作業部会(?:の?(?:対面|オンライン|非公式|臨時)?会合)?|電話(?:で|により|にて)(?:会談|協議|意見交換|懇談)?|(?:電話|ウェブ|WEB|テレビ|ビデオ|オンライン)(?:会議|会合|会談)|国際会議|会合|(?<!リモート)会議(?!員|所|室)|フォーラム(?:会合)?(?!の?(?:第[0-9一二三四五六七八九十]+回)?(?:ワークショップ|セミナー"
    r"|シンポジウム|総会))|ワークショップ|セミナー|ウェビナー|シンポジウム|総会|講演会|"
    r"ラウンドテーブル(?:会合)?|カンファレンス|サミット|会談|面談|(?<!対)面会|懇談|昼食会|夕食会|朝食会|会食|打ち?合わ?せ|(?<=と)会[いっ]|意見交換|情報交換|意見を交(?:換|わ)|対話|協議(?!会)|(?<=政策)協議会|訪問|往訪|訪れ|訪ね|来訪|来庁|来所|来日|訪日|視察|表敬|受け?入れ(?!態勢|体制|先|国)|署名|調印|締結(?=し|され|。)|ウィーク|週間|"
    r"(?<![A-Za-z])(?:Conference|Summit|Workshop|Seminar|Forum|Meeting|Week|Congress|Roundtable|Symposium"
    r"|Assembly|Webinar)"
    r"(?![A-Za-z])(?:\s?(?:19|20)[0-9]{2}(?!年))?",
    re.IGNORECASE,
)
_HELD: Final = re.compile(
    r"開催|以来|主催し|共催し|出席|参加|参画|訪問|表敬|開き|開く|電話(?:で|により|にて)|会談|面談|面会|意見交換|対話を|対話の|協議を|署名|締結|招[いへき]|招待|来訪|来日|派遣|登壇|講演|行われ|設定し|実施し|"
    r"受け?入れ|往訪|訪れ|訪ね|意見を交|を持[ちっ]|持たれ|会食|打ち?合わ?せ|訪日|来庁|来所|情報交換|視察|集(?:った|い、|まった)|会し(?:た|、)|昼食会|夕食会|朝食会|とりやめ|懇談|陪席|列席|応対|応接|開かれ|開い[たて]|迎え|交わ|移動し|会っ|会い|発足|傍聴|聴講|延期|順延|中止|キャンセル|白紙|仕切り直し|再調整|持ち?越|実現し|流れ[たま]|成立し|見合わ?せ|取りやめ|取り止め|見送|予定し|予定され|実施する|訪問を受|を行っ|を行い|を行う|で行[いっ]|行うこと|をもっ|機会"
)
# A bullet of a list of doings may end in its noun: 11月４日　香港…とのオンライン会合（於：東京）.
_NOUN_LAST: Final = re.compile(
    r"(?:会合|会議|会談|面談|面会|懇談|意見交換|対話|協議|訪問|表敬|来訪|作業部会|カンファレンス|サミット|フォーラム|ワークショップ|セミナー|シンポジウム|総会|講演会|ラウンドテーブル|会食|打ち?合わ?せ)"
    r"(?:\([^()]{1,40}\))*(?:の(?:結果|概要|模様))?[。\s]*$"
)
_NOT_HEAD: Final = re.compile(
    r"決定|形式|方式|システム|が取りまとめ|で取りまとめ|の開催状況|の結果を公表|の開催(?:について|に向け|準備|を検討)|(?:に|へ)の?(?:後援|協賛)|に向けた準備|の(?:開催)?準備(?:を優先|のため)|の?(?:副?議長|座長)(?!を務|として)|事務局|中の|メンバー|構成員|の枠組み|の最終合意|については、?(?:別途|後日)|」?\s*の(?:設立|創設|参加国|加盟国)|」?をはじめ|に(?:ついて|つきまして)、?[^。]{0,24}(?:お話し|[ご御](?:紹介|報告|説明))"
)
_NUMBERED: Final = re.compile(r"第\s*[0-9一二三四五六七八九十]+\s*回")
_WITH_IT: Final = re.compile(r"(?:側|事務局)?との(?!共催)")
_OCCASION: Final = re.compile(r"機会|際|合わせ|折に|傍ら|期間|前後|併せ")
_COMING: Final = ("来訪", "来庁", "来所", "来日", "訪日")
_OF_NUMBER: Final = re.compile(r"」?の?第[0-9]+回[^、。]{0,8}?(?:会合|会議|協議|対話)")
_LEAD: Final = 8
_SPOKEN_OF: Final = re.compile(r"[^、。]{0,8}(?:(?:と|との間で)[はも]、?|(?:について|に対して)は、|との間で、)")
_DEFINITION: Final = re.compile(r"\(以下[^()]*\)")
_BOUNDARY: Final = re.compile(
    r"(?:(?:で|にて|において|に)?(?:開か|開催|行わ|実施|主催|招へい|招待)(?:された|れた|した|される|する))"
    r"|、|は、|により|によって|において|として|について|に関して|並びに|及び|ほか|とともに|(?<=[日月旬年内期秋春夏冬末頃])(?:に[はも]?|の(?!米|英|欧)|から)|(?:て|で)(?:いる|ある)(?=[^ぁ-ん])|また|さらに|で(?=第[0-9一二三四五六七八九十]+回)|[「」。]"
)
_TALK_HEADS: Final = re.compile(
    r"会談|面談|面会|懇談|昼食会|夕食会|朝食会|会食|打ち?合わ?せ|^会[いっ]$|意見交換|情報交換|意見を交|対話|協議|会合|電話(?:で|により|にて)|電話会議|テレビ会議|ウェブ会議|ビデオ会議|オンライン会議|訪問|訪れ|訪ね|来訪|来庁|来所|来日|訪日|視察|表敬|受け?入れ|署名|調印|締結"
)
_INVITED: Final = re.compile(r"[^、。をと]{0,28}を(?:招[いきへ]|招待|迎え)")
_BOTH: Final = re.compile(
    r"(?:^|、|。)(?:また|なお|さらに|加えて)?、?(?:双方|両(?:者|機関|当局|委員会|委員長|委員|国|庁))(?:は|が|の間で|で)"
    r"|同(?:コミッショナー|委員長|委員会|委員|長官|局長|氏|機関|当局|庁|総局長|大臣|次官|議長)(?:一行|ら|ほか)?(?:と|を|との)"
)
_AS_SUBJECT: Final = re.compile(r"\)?\s*(?:\([^()]{1,20}\))?[ァ-ヶー・=]{0,30}(?:は|が|の間で|との間で)(?!じめ)")
_OWN_POST: Final = re.compile(
    r"(?:委員長|委員|事務局長|事務総長|参事官|審議官|室長|課長|職員)(?:と|及び)[^、。]{0,16}$"
)
_WITH: Final = re.compile(r"と(?:(?:の|の間の)?、?[^、。と]{0,14}|の間で、?[^、。と]{0,32})$")
_BETWEEN_BODIES: Final = re.compile(
    r"^(?:、|及び|および|並びに|・|と|や|との|の|等|各|側|代行|代理|補佐|氏|ほか|[()\s]|関係機関|[一-龥ァ-ヶー]{2,8}の)*$"
    r"|^(?:、|及び|並びに|と)[一-龥ァ-ヶー・]{2,24}\($"
    r"|^[一-龥]{0,6}(?:、|と|及び)[ァ-ヶー=]{1,12}・[ァ-ヶー=・]{1,20}$"
)
_DATE_BETWEEN: Final = re.compile(
    r"(?:本年|昨年|同年|(?:令和|平成)[0-9元]+年|[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:(?:〜|及び|から)[0-9]{1,2}日)?(?:まで)?(?:に|、)?"
)
_ONE_BY_ONE: Final = re.compile(r"バイ会談|二国間会談|(?:個別|それぞれ)に?(?:会談|面談|協議|意見交換)")
_OF_WHAT: Final = re.compile(r" (?:of|on|for)(?: (?:of|on|for|and|the|&|[A-Z][\w&'-]*))* [A-Z][\w&'-]*")
_BRACKET: Final = re.compile(r"」?\((?!以下)[^()]{1,30}\)")
GENERIC_NAME: Final = 8


@dataclass(frozen=True)
class Phrase:
    """A meeting named in a sentence: its name stands at ``[start, end)``, its clause begins at ``clause``.

    ``bodies`` are those that met (talks) or convened it (gatherings).
    """

    start: int
    end: int
    clause: int
    words: str
    talk: bool
    bodies: tuple[Named, ...]


def held(text: str) -> bool:
    """Whether the words say that something took place or was attended."""
    return bool(_HELD.search(text) or _NOUN_LAST.search(text))


def masked(text: str) -> str:
    """The text with its definitions （以下「…」という。） blanked, offsets unchanged."""
    return _DEFINITION.sub(lambda match: " " * len(match.group()), text)


def phrases(text: str, start: int, end: int, setting: Setting, met: tuple[Named, ...] = ()) -> list[Phrase]:
    """The meetings named in ``text[start:end]``, in order. ``met`` are the partners of the last talk: 両者, 双方."""
    named = named_bodies(text, setting)
    bodies = [body for body in named if body.authority != setting.publisher]
    met = met if _BOTH.search(text) else ()
    found: list[Phrase] = []
    position = start
    for head in HEAD.finditer(text, start, end):
        if head.start() < position or _NOT_HEAD.match(text, head.end()) or in_a_name(text, head, named, setting):
            continue
        phrase = _phrase(text, (position, head.end()), head, bodies)
        if _ONE_BY_ONE.search(text, phrase.clause, phrase.end):
            phrase = _phrase(text, (position, head.end()), head, _with_countries(text, bodies, setting))
        if not phrase.talk and _TALK_HEADS.search(head.group()):
            spoken_of = () if phrase.talk else _spoken_of(text, head.start(), named, setting)
            again = () if _in_a_gathering(text, phrase, found) else met
            came = head.group() in _COMING
            spoken_of = spoken_of or (_comer(text, head.start(), bodies, setting) if came else ())
            partners = (
                _joint(text, head.start(), named, setting)
                or spoken_of
                or again
                or _guests(text, phrase, bodies, setting)
            )
            phrase = replace(phrase, talk=bool(partners), bodies=partners or phrase.bodies)
        if phrase.talk and met and not any(setting.foreign(_home(one, setting)) for one in phrase.bodies):
            phrase = replace(phrase, bodies=tuple({one.label: one for one in (*met, *phrase.bodies)}.values()))
        found.append(phrase)
        position = phrase.end
    return found


def _spoken_of(text: str, head: int, named: list[Named], setting: Setting) -> tuple[Named, ...]:
    """The partner that a sentence begins with: 欧州委員会とは、…電話会議を行った, FTCについては、…."""
    first = next((one for one in named if one.end <= head and one.start <= _LEAD), None)
    if first is None or not setting.foreign(_home(first, setting)):
        return ()
    return (first,) if _SPOKEN_OF.match(text, first.end) else ()


def _comer(text: str, head: int, bodies: list[Named], setting: Setting) -> tuple[Named, ...]:
    """Who is said to come: NPC委員長は、６月に訪日し…."""
    before = [one for one in bodies if one.end <= head and setting.foreign(_home(one, setting))]
    return tuple(one for one in before[-1:] if _AS_SUBJECT.match(text, one.end))


def _in_a_gathering(text: str, phrase: Phrase, before: list[Phrase]) -> bool:
    """Whether words that speak of 両者 are about a numbered gathering, and not a talk on the occasion of it."""
    numbered = [one for one in before if _NUMBERED.search(one.words)]
    aside = numbered and _OCCASION.search(text, numbered[-1].end, phrase.end)
    return bool(_NUMBERED.search(phrase.words) or (numbered and not aside))


def is_talk(noun: str) -> bool:
    """Whether a noun is of a talk with somebody, and not of a gathering."""
    return bool(_TALK_HEADS.search(noun))


def _guests(text: str, phrase: Phrase, bodies: list[Named], setting: Setting) -> tuple[Named, ...]:
    """Who was asked to come for the talk: Xの課長を招き、…対話を行った."""
    near = [one for one in bodies if phrase.clause <= one.start and one.end <= phrase.start]
    return tuple(one for one in near if _INVITED.match(text, one.end) and setting.foreign(_home(one, setting)))


def _home(body: Named, setting: Setting) -> str | None:
    known = setting.gazetteer.bodies.get(body.authority or "")
    return known.jurisdiction if known else "?"


def in_a_name(text: str, head: re.Match[str], named: list[Named], setting: Setting) -> bool:
    """Whether a noun is part of the name of a body that is no meeting: 欧州データ保護会議 is a board."""
    series = setting.gazetteer.series.values()
    for body in named:
        if body.start <= head.start() and head.end() <= body.end and body.authority is not None:
            if _WITH_IT.match(text, body.end):
                return True
            known = setting.gazetteer.bodies[body.authority]
            return known.jurisdiction != "INT" and not any(body.authority in one.convened_by for one in series)
    return False


def _phrase(text: str, span: tuple[int, int], head: re.Match[str], bodies: list[Named]) -> Phrase:
    clause, end = span
    of_what = _OF_WHAT.match(text, end) if head.group()[-1].isascii() else None
    end = of_what.end() if of_what else end
    bracket = _BRACKET.match(text, end)
    if bracket is not None and not re.search(r"[。]|参考", bracket.group()):
        end = bracket.end()
    boundaries = [match.end() for match in _BOUNDARY.finditer(text, clause, head.start())]
    boundaries = [cut for cut in boundaries if not _inside_bracket(text[clause:cut])]
    start = boundaries[-1] if boundaries else clause
    number = _OF_NUMBER.match(text, end)
    if number is not None:
        end = number.end()
    partners = _partners(text, clause, head, bodies)
    if partners:
        start = min(start, partners[0].start)
        return Phrase(start, end, clause, text[start:end], True, tuple(partners))
    own = [one for one in bodies if start <= one.start < end or _convenes(text, one, clause, head.start())]
    return Phrase(start, end, clause, text[start:end], False, tuple(own))


def _with_countries(text: str, bodies: list[Named], setting: Setting) -> list[Named]:
    """The bodies, and the countries that stand for bodies of theirs: イギリス、フランス及びインドとバイ会談."""
    found = [
        Named(one.start, one.end, None, text[one.start : one.end])
        for one in setting.gazetteer.jurisdiction_lexicon.find(text)
        if setting.foreign(one.id) and not any(body.start < one.end and one.start < body.end for body in bodies)
    ]
    return sorted([*bodies, *found], key=lambda one: one.start)


def _inside_bracket(words: str) -> bool:
    """Whether a bracket is open behind the words; one that was open before them does not count."""
    opened = words.rsplit(")", maxsplit=1)[-1] if words.count("(") <= words.count(")") else words
    return "(" in opened


def _partners(text: str, clause: int, head: re.Match[str], bodies: list[Named]) -> list[Named]:
    """The bodies talked with or visited: a list that ends in と before the head, or in を before 訪問."""
    if not _TALK_HEADS.search(head.group()):
        return []
    before = [one for one in bodies if clause <= one.start and one.end <= head.start()]
    if not before:
        return []
    link = _DATE_BETWEEN.sub("", text[before[-1].end : head.start()])
    visit = head.group() in (
        "訪問",
        "訪れ",
        "訪ね",
        "来訪",
        "来庁",
        "来所",
        "来日",
        "訪日",
        "視察",
        "表敬",
        "受け入れ",
        "受入れ",
    )
    if not (_WITH.search(link) or (visit and re.match(r"^[^、。]{0,8}(?:を|へ|が|の|に)[^、。]{0,10}$", link))):
        return []
    partners = [before[-1]]
    for one in reversed(before[:-1]):
        if not _BETWEEN_BODIES.match(text[one.end : partners[0].start]):
            break
        partners.insert(0, one)
    unique = {one.authority or one.label: one for one in reversed(partners)}
    return sorted(unique.values(), key=lambda one: one.start)


def _joint(text: str, head: int, named: list[Named], setting: Setting) -> tuple[Named, ...]:
    """The others of a subject that the publisher is part of: 当委員会とXは…署名した."""
    before = [one for one in named if one.end <= head]
    groups: list[list[Named]] = []
    for one in before:
        if groups and _BETWEEN_BODIES.match(text[groups[-1][-1].end : one.start]):
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in reversed(groups):
        others = {one.authority or one.label: one for one in group if one.authority != setting.publisher}
        mixed = len({setting.foreign(_home(one, setting)) for one in others.values()}) > 1
        ours = mixed or len(others) < len(group) or _OWN_POST.search(text[: group[0].start])
        if others and ours and _AS_SUBJECT.match(text, group[-1].end):
            return tuple(others.values())
    return ()


def _convenes(text: str, body: Named, clause: int, head: int) -> bool:
    """Whether a body before the name is said to convene it: GPENにより開催された, ICOが主催する."""
    if not clause <= body.start < head:
        return False
    return bool(re.match(r"(?:により|によって|が(?:主催|開催)|の?主催|が運営)", text[body.end : body.end + 8]))

"""What was said at a meeting: proposed, explained, shared, discussed, confirmed, agreed, signed, promised.

The verb tells which (提案, 説明, 紹介 < 意見交換, 検討 < 確認 < 一致, 合意 < 署名); what stands before
it tells about what. Lists (①②③, and 、及び並びに) become one statement for each item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.extract.bodies import named_bodies
from graph.extract.lexicon import Mention
from graph.extract.names import find_topics
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Statement, Text
from ontology.terms import StatementType, Strength

STRENGTH: Final[dict[StatementType, Strength]] = {
    "proposed": "stated",
    "explained": "stated",
    "shared": "discussed",
    "discussed": "discussed",
    "confirmed": "confirmed",
    "promised": "confirmed",
    "agreed": "agreed",
    "signed": "signed",
}
_VERBS: Final[tuple[tuple[StatementType, str], ...]] = (
    ("signed", "署名|調印|締結"),
    ("agreed", "合意|一致|決定|採択"),
    ("promised", "約束|確約|コミット"),
    ("confirmed", "確認"),
    ("proposed", "提案|提言|提起"),
    ("shared", "情報共有|共有|情報交換"),
    ("discussed", "意見交換|意見を交わ|意見を交換|検討|議論|討議|協議|対話|話し合い"),
    ("explained", "説明|紹介|報告|発表|講演|プレゼンテーション|情報提供|発信|表明"),
)
_KIND_OF: Final = {word: kind for kind, words in _VERBS for word in words.split("|")}
_VERB: Final = re.compile(
    rf"(?P<verb>{'|'.join(sorted(_KIND_OF, key=len, reverse=True))})(?:・深化|・共有|及び情報共有|や意見交換)?"
    r"(?:(?:等|など)?(?:を|が|も)?(?:行|実施|重ね|深め|図ら|図っ|なされ|あり|あった|し、|した|し(?=た|、|て|ま|合)|され|に至|を見|する|す(?=る)))"
)
_ITEM: Final = re.compile(r"[①-⑳]")
_ITEM_GAP: Final = re.compile(r"[、,]?(?:及び|並びに|また)?[、,]?$")
_TOPIC_END: Final = re.compile(
    r"(?:(?:等|など)?(?:について|に関して|に関し|に関する|につき|に係る)|を|の|(?<!こ)と|等の|に)?(?:、)?"
    r"(?:それぞれ|相互に|積極的に|継続的に|具体的な|活発な|率直な|幅広く|幅広い|改めて|引き続き|緊密に|詳細な|詳細に|更なる|以下の)*$"
)
_TOPIC: Final = re.compile(
    r"について|に関して|に関し(?!た)|に関する|につき|に(?=$)|(?<=こと)(?:を|で|に)|を(?!踏|通|受|中|含|捉|行|機|契)|の(?=[^の]{0,12}$)|(?<!こ)と(?=[^と]{0,6}$)"
)
_CLAUSE_CUT: Final = re.compile(
    r"(?:(?:から|より|において|にて|で|側から)?は|が|において|とともに|ほか|うえで|上で|また|さらに|加えて|として|を目的として)、"
    r"|(?:行い|行うとともに|参加し|出席し|開催し|訪問し|実施し|共有し|確認し|説明し|議論し|紹介し|提案し|交換し|締結し|した|された|行っ|ため|行い)、"
    r"|との間で、|[日月]に?、|(?:[^ぁ-ん、]し|[^ぁ-ん、]され|捉えて|通じて|を受け|を招き|踏まえ)、|。"
)
_COUNTERPART: Final = re.compile(
    r"^[^、]{0,24}?(?:当局|機関|委員会|[庁省国者側局長員]|専門家|団体|等|EU|[A-Z]{2,})(?:との間で|と)(?=[^、]{4})(?:、)?"
)
_ONLY_COUNTERPART: Final = re.compile(r"^[^、]*(?:当局|機関|[庁省国者側局長員]|専門家|団体|等)$")
_EARLIER_TOPIC: Final = re.compile(r"(?:^|、|また)(?P<about>[^、。]{4,60}?)(?:について|に関して|に関し)、")
_SUBJECT: Final = re.compile(
    r"^(?:また、|加えて、|さらに、|なお、)?[^、]{0,40}?(?:からは|から|側は|側から|は|(?<!我)が)、?(?=.)"
)
_BY: Final = re.compile(r"(?P<by>[^、。]{1,30}?)(?:側)?(?:からは|から|は|が)(?:、|(?=[^、。]{0,6}(?:提案|説明|紹介)))")
_BOTH: Final = re.compile(r"双方|両者|相互|互いに|の間(?:に|で)|それぞれ")
_THEY: Final = re.compile(r"先方|相手方|同(?:委員会|委員|委員長|庁|局|機関|課長|局長|総局長|長官|コミッショナー)")
_NOUNS: Final = re.compile(r"[^、。]{5,60}(?:等|の状況|方)")
_REST_OF_VERB: Final = re.compile(r"[ぁ-ん]{0,8}、")
_ABOUT_LIST: Final = re.compile(r"(?:について|に関して|に関し|を)?、?(?:の3点について)?")
_SHORT: Final = 4
_LONGEST_ABOUT: Final = 160
_SPLIT: Final = re.compile(r"、(?:及び|並びに)?|及び|並びに")


@dataclass(frozen=True)
class _Said:
    """A verb with what stands before it, as spans of the sentence."""

    type: StatementType
    start: int
    verb: int
    end: int


def read_statements(sentence: Sentence, setting: Setting, partner: str | None = None) -> tuple[Statement, ...]:
    """Every statement of a sentence, its evidence being the whole sentence. ``partner`` is the other side: 先方."""
    text = sentence.text
    said: list[Statement] = []
    listed = _listed(text)
    for item in listed:
        said.append(
            _statement(item[0], item[1], _speaker(text, item[2], item[0], (setting, partner)), sentence, setting)
        )
    after_list = text.rfind(listed[-1][1]) + len(listed[-1][1]) if listed else 0
    for one in _clauses(text, after_list):
        by = _speaker(text, one.verb, one.type, (setting, partner))
        words = text[one.start : one.verb]
        whole = "、".join(item[1] for item in listed) if _ABOUT_LIST.fullmatch(words) else ""
        found = [about for about in _items(words) if setting.gazetteer.authority(about) is None]
        for about in [whole] if whole else found or _earlier(text, one.verb):
            said.append(_statement(one.type, about, by, sentence, setting))
    unique = {(one.type, one.about.ja): one for one in said}
    return tuple(unique.values())


def _listed(text: str) -> list[tuple[StatementType, str, int]]:
    """The items of ①…②…③… with the verb that governs them, which stands before or behind the list."""
    marks = [match.start() for match in _ITEM.finditer(text)]
    if len(marks) < 2:
        return []
    before = list(re.finditer("|".join(_KIND_OF), text[: marks[0]]))
    behind = _VERB.search(text, marks[-1])
    if before and marks[0] - before[-1].end() <= 10:
        kind, verb = _KIND_OF[before[-1].group()], before[-1].start()
    elif behind is not None:
        kind, verb = _KIND_OF[behind["verb"]], behind.start()
    else:
        return []
    items = []
    for start, end in zip(marks, [*marks[1:], len(text)], strict=True):
        words = text[start + 1 : end]
        if end == len(text):
            words = re.split(
                r"について|に関し|を(?=[^、]{0,10}(?:提案|説明|紹介|議論|検討|確認))|(?:の\d点)|。", words
            )[0]
        items.append((kind, _ITEM_GAP.sub("", words), verb))
    return items


def _clauses(text: str, start: int) -> list[_Said]:
    """Each verb of saying with where its clause begins."""
    found: list[_Said] = []
    floor = start
    for match in _VERB.finditer(text, start):
        cuts = [cut.end() for cut in _CLAUSE_CUT.finditer(text, floor, match.start())]
        begin = cuts[-1] if cuts else floor
        found.append(_Said(_KIND_OF[match["verb"]], begin, match.start(), match.end()))
        tail = None if match.group().endswith("、") else _REST_OF_VERB.match(text, match.end())
        floor = tail.end() if tail else match.end()
    return found


def _items(words: str) -> list[str]:
    """What a clause is about, split at its lists; nothing where no object stands before the verb."""
    words = re.sub(r"^(?:について|に関して|に関し)、", "", words)
    topics = list(_TOPIC.finditer(words))
    if not topics or (topics[-1].group() == "と" and _ONLY_COUNTERPART.match(words[: topics[-1].start()])):
        return [words] if words and not topics and _NOUNS.fullmatch(words) else []
    about = words[: topics[-1].start()]
    strong = [one for one in topics if one.group() in ("について", "に関して", "に関し", "につき")]
    strong += [one for one in topics[-1:] if one.group() == "に関する" and one.end() == len(words)]
    if strong:
        about = words[: strong[-1].start()]
        tail = _TOPIC_END.sub("", words[strong[-1].end() :])
        if re.match(r"、.{4,}(?:や|等|など)", words[strong[-1].end() :]):
            about = f"{about}に関する{tail.strip('、')}"
    about = _COUNTERPART.sub("", re.sub(r"^、", "", about)) if "について" not in about else about
    about = _SUBJECT.sub("", about) if _SUBJECT.match(about) and len(_SUBJECT.sub("", about)) >= _SHORT else about
    pieces = [piece for piece in _split(_TOPIC_END.sub("", about)) if len(piece) >= _SHORT]
    return [piece for piece in pieces if len(piece) <= _LONGEST_ABOUT]


def _earlier(text: str, verb: int) -> list[str]:
    """What the whole sentence is about, said at its beginning: OECDプライバシーガイドラインについて、…"""
    match = _EARLIER_TOPIC.search(text, 0, verb)
    return [re.sub("^(?:また|なお|さらに)", "", match["about"])] if match else []


def _split(about: str) -> list[str]:
    """The parts of a list; a part too short to stand alone stays with its neighbour."""
    pieces: list[str] = []
    position = 0
    for mark in _SPLIT.finditer(about):
        depth = about.count("(", 0, mark.start()) - about.count(")", 0, mark.start())
        left, right = about[position : mark.start()], about[mark.end() :]
        rest = _SPLIT.split(right)[0]
        if depth == 0 and len(left) > _SHORT + 1 and len(rest) > _SHORT + 1:
            pieces.append(left)
            position = mark.end()
    return [*pieces, about[position:]]


def _speaker(text: str, verb: int, kind: StatementType, sides: tuple[Setting, str | None]) -> str | None:
    """Who said it: the body named as subject before the verb, the publisher where none is; nobody alone
    where all sides did it together."""
    setting, partner = sides
    if kind in ("discussed", "agreed", "signed") or _BOTH.search(text[max(0, verb - 60) : verb]):
        return None
    for match in reversed(list(_BY.finditer(text, 0, verb))):
        if _THEY.search(match["by"]):
            return partner
        bodies = named_bodies(match["by"], setting)
        if bodies:
            return bodies[-1].authority
        countries = setting.gazetteer.jurisdiction_lexicon.find(match["by"])
        if countries and countries[-1].end == len(match["by"]):
            home = countries[-1].id == setting.home
            return setting.publisher if home else setting.gazetteer.data_protection_authority(countries[-1].id)
    return setting.publisher


def _statement(kind: StatementType, about: str, by: str | None, sentence: Sentence, setting: Setting) -> Statement:
    gazetteer = setting.gazetteer
    evidence = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    language = "ja" if setting.document.language == "ja" else "en"
    return Statement(
        type=kind,
        by=by,
        about=Text(**{language: about.strip("、。 ").removesuffix("を")}),
        frameworks=_ids(gazetteer.framework_lexicon.find(about, setting.nearby)),
        topics=find_topics(about, setting),
        strength=STRENGTH[kind],
        quote=evidence.quote,
        evidence=evidence,
    )


def _ids(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.id for mention in mentions))

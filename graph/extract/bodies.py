"""Who took part, as written: bodies, their posts, authorities named by country, and unknown ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.extract.gazetteer import KnownPost
from graph.extract.lexicon import Mention
from graph.extract.setting import Setting
from graph.model import Participant, Text
from ontology.terms import Level, Role

LEVELS: Final[tuple[Level, ...]] = (
    "minister",
    "commissioner",
    "secretary-general",
    "director",
    "working-level",
)

_POST_WORD: Final = (
    "次官補代理|次官補|事務次官|副長官|司法長官|長官|副大臣|大臣政務官|大臣|政務官|次官|審議官|参事官|総局長|局次長|局長|部長|課長|室長|"
    "副委員長|委員長|専門委員|委員|事務総長|事務局長|事務局次長|総裁|公使|大使|議長|コミッショナー|監督官|職員|事務局"
)
_PERSON: Final = r"(?:[ァ-ヶー・=]{2,24}|[一-龥]{2,4}|[A-Za-z][A-Za-z .'-]{1,40})"
_UNKNOWN_POST: Final = re.compile(
    rf"(?P<unit>[一-龥々ァ-ヶー・]{{1,14}}?(?:局|部|課|室|担当))?{_PERSON}?(?P<post>{_POST_WORD})(?!会)"
)
_UNIT_HEAD: Final = re.compile(r"[局部課室]$")
_LINK: Final = re.compile(r"(?:の|・|\s)?")
_GENERIC: Final = re.compile(
    r"(?:の|・)(?:国家|連邦)?(?:個人)?(?:情報|データ|プライバシー)(?:保護|・情報)?コミッショナー(?:事務局)?"
    r"|(?:の|・)?(?:個人)?プライバシー保護(?:当局|機関)"
    r"|(?:の|・)?(?:各国)?(?:各)?(?:個人)?(?:情報|データ)?(?:保護)?(?:・?プライバシー)?(?:執行|監督)?"
    r"(?:当局者|当局|監督機関|保護機関|執行機関)"
)
_AND: Final = re.compile(r"^(?:、|及び|並びに|と|・)$")
_UNKNOWN_BODY: Final = re.compile(
    r"(?:の|・)?(?P<rest>[一-龥々ァ-ヶー・A-Za-z]{1,28}?(?:委員会|庁|省|局|院|機関|監督官事務所|コミッショナー事務局|コミッショナー|"
    r"事務局|協会|研究所|機構|大学|監察官|オンブズマン)|政府(?=と|は|が|及び|との|、))(?![一-龥々ァ-ヶー]*(?:条約|規則|法))"
)
_ABBREVIATION: Final = re.compile(r"\(([A-Z][A-Za-z-]{2,12})\)")
_DELEGATION: Final = re.compile(
    r"(?:の|・)?[一-龥]{0,8}?(?:代表団|議員団|視察団|訪問団|使節団|政府関係者|関係者|大使館)(?=一?行?(?:の|と|が|から|を|ら))"
)
_ANYBODY: Final = re.compile(r"関係|各国|各機関|当局|監督機関|保護機関$|政府機関|三極|三者")
_PERSON_FIRST: Final = re.compile(r"^(?:[ァ-ヶー・=]{2,24}(?=[一-龥])|[ァ-ヶー=]{2,20}・(?=[ァ-ヶー]))")
_COMMON: Final = ("委員会", "理事会", "事務局")
_KANJI: Final = re.compile(r"[一-龥ァ-ヶー]")
_PAIRED: Final = re.compile(r"日(?:本)?(?:・|及び|と)?$")
_LONG_ENOUGH: Final = 2
_NOT_ITSELF: Final = re.compile(r"(?:各国|諸国|加盟|域内|サイドイベント|議長国|首脳宣言|の枠組み|が策定|条約|関連)")


@dataclass(frozen=True)
class Named:
    """A body in normalised text: where it stands (post included), and what was read of it."""

    start: int
    end: int
    authority: str | None
    label: str
    post: Text | None = None
    level: Level | None = None

    def as_participant(self, role: Role) -> Participant:
        """The participant record with a role."""
        return Participant(authority=self.authority, label=self.label, role=role, post=self.post, level=self.level)


def named_bodies(text: str, setting: Setting) -> list[Named]:
    """Every body that a normalised text names, in order, the publisher among them."""
    told = _abbreviated(text, [_by_abbreviation(text, one, setting) for one in _mentions(text, setting)])
    mentions = [one for one in told if not _NOT_ITSELF.match(text, one.end) and not _in_pair(text, one)]
    found = [_with_post(text, mention, setting) for mention in _within(text, mentions, setting)]
    taken = [(one.start, one.end) for one in found]
    generic = [one for one in _authorities_by_country(text, setting) if _free(one, taken)]
    taken += [(one.start, one.end) for one in generic]
    unknown = [one for one in _unknown(text, setting) if _free(one, taken) or _explained(one, found)]
    found = [one for one in found if not any(other.start < one.end <= other.end for other in unknown)]
    return sorted([*found, *generic, *unknown], key=lambda one: one.start)


def _within(text: str, mentions: list[Mention], setting: Setting) -> list[Mention]:
    """欧州委員会(通信ネットワーク・コンテンツ・技術総局) is the one body in brackets, a part of the one before."""
    known = setting.gazetteer.bodies
    kept: list[Mention] = []
    for one in mentions:
        before = kept[-1] if kept else None
        bracketed = before is not None and text[before.end : one.start] == "(" and text.startswith(")", one.end)
        if before is not None and bracketed and one.id in known and known[one.id].parent == before.id:
            kept[-1] = Mention(before.start, one.end + 1, one.id)
        else:
            kept.append(one)
    return kept


def _in_pair(text: str, one: Mention) -> bool:
    """The EU of 日EU間 and 日・EU is a side, which does not say which body of it took part."""
    return text[one.start : one.end] in ("EU", "欧州連合") and bool(_PAIRED.search(text[: one.start]))


def _by_abbreviation(text: str, one: Mention, setting: Setting) -> Mention:
    """The publisher's name with the abbreviation of a namesake in a country spoken of: 個人情報保護委員会(PDPC)."""
    beside = _ABBREVIATION.match(text, one.end)
    if beside is None or one.id != setting.publisher:
        return one
    known = setting.gazetteer.bodies.values()
    fitting = [body for body in known if body.short_name == beside[1] and body.jurisdiction in setting.nearby]
    foreign = [body.id for body in fitting if setting.foreign(body.jurisdiction)]
    return Mention(one.start, beside.end(), foreign[0]) if len(foreign) == 1 else one


def _abbreviated(text: str, mentions: list[Mention]) -> list[Mention]:
    """A name with another body's abbreviation right behind it is that body: 個人情報保護委員会(PDPC) is not the PPC."""
    kept: list[Mention] = []
    for one in mentions:
        before = kept[-1] if kept else None
        if before is not None and one.start < before.end:
            continue
        bracketed = before is not None and text[before.end : one.start] == "(" and text.startswith(")", one.end)
        if before is not None and bracketed and text[one.start : one.end].isascii():
            kept[-1] = Mention(before.start, one.end + 1, one.id)
        else:
            kept.append(one)
    return kept


def _explained(one: Named, found: list[Named]) -> bool:
    """Whether the only known name inside a longer one is the abbreviation that stands behind it for the same body."""
    inside = [other for other in found if one.start < other.end and other.start < one.end]
    within = all(one.start < other.start and other.end <= one.end for other in inside)
    return bool(inside) and within and {other.authority for other in inside} == {one.authority}


def highest(levels: list[Level | None]) -> Level | None:
    """The highest of some levels, None where none is known."""
    return next((level for level in LEVELS if level in levels), None)


def _mentions(text: str, setting: Setting) -> list[Mention]:
    found = setting.gazetteer.find_bodies(text, setting.nearby)
    known = [one for one in found if text[one.start : one.end] not in setting.local and not _of_another(text, one)]
    spans = [(mention.start, mention.end) for mention in known]
    own = []
    for name, body in setting.local.items():
        form = re.compile(rf"(?<![一-龥々ァ-ヶーA-Za-z0-9]){re.escape(name)}")
        own += [
            Mention(hit.start(), hit.end(), body)
            for hit in form.finditer(text)
            if not _overlaps((hit.start(), hit.end()), spans) and not _qualified(text, hit.start(), setting)
        ]
    longest = sorted(own, key=lambda one: (one.start, -one.end))
    kept: list[Mention] = []
    for one in longest:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return sorted([*known, *kept], key=lambda one: one.start)


def _of_another(text: str, one: Mention) -> bool:
    """The 委員会 of 合同委員会 is no body's short name."""
    return text[one.start : one.end] in _COMMON and bool(_KANJI.match(text, one.start - 1)) if one.start else False


def _qualified(text: str, start: int, setting: Setting) -> bool:
    """Whether a country stands before a short name: 韓国の委員会 is not the publisher."""
    before = text[max(0, start - 12) : start]
    return any(
        before.endswith((before[m.start : m.end], before[m.start : m.end] + "の"))
        and m.end >= len(before) - 1
        and setting.foreign(m.id)
        for m in setting.gazetteer.jurisdiction_lexicon.find(before)
    )


def _with_post(text: str, mention: Mention, setting: Setting) -> Named:
    post, level, end = _post(text, mention, setting)
    return Named(mention.start, end, mention.id, text[mention.start : mention.end], post, level)


def _post(text: str, mention: Mention, setting: Setting) -> tuple[Text | None, Level | None, int]:
    """The post written directly behind a body: a known one, or the words as they stand."""
    known = _known_post(text, mention, setting)
    if known is not None:
        post = setting.gazetteer.posts[known.id]
        return post.name, _level_of(post), known.end
    if text.startswith("長", mention.end) and _UNIT_HEAD.search(text[: mention.end]):
        unit = text[mention.end - 1] + "長"
        return _post_of_unit(unit, mention, setting)
    link = _LINK.match(text, mention.end)
    start = link.end() if link else mention.end
    unknown = _UNKNOWN_POST.match(text, start)
    if unknown is None:
        return None, None, mention.end
    words = (unknown["unit"] or "") + unknown["post"]
    inner = setting.gazetteer.post_lexicon.find(unknown["post"])
    level = _level_of(setting.gazetteer.posts[inner[0].id]) if inner else None
    return Text(ja=words), level, unknown.end()


def _known_post(text: str, mention: Mention, setting: Setting) -> Mention | None:
    """The known post that begins in or right behind the body's name and ends behind it."""
    window = text[mention.start : mention.end + 40]
    inside = mention.end - mention.start
    link = _LINK.match(window, inside)
    latest = link.end() if link else inside
    found = [
        Mention(mention.start + one.start, mention.start + one.end, one.id)
        for one in setting.gazetteer.post_lexicon.find(window)
        if one.start <= latest
        and one.end > inside
        and not window.startswith("会", one.end)
        and not window.startswith("会", one.end)
    ]
    return found[0] if found else None


def _level_of(post: KnownPost) -> Level | None:
    return None if post.level == "unknown" else post.level


def _post_of_unit(unit: str, mention: Mention, setting: Setting) -> tuple[Text | None, Level | None, int]:
    """科学技術イノベーション局 + 長: the head of a unit that is itself a body."""
    found = setting.gazetteer.post_lexicon.find(unit)
    if not found:
        return Text(ja=unit), None, mention.end + 1
    post = setting.gazetteer.posts[found[0].id]
    return Text(ja=unit, en=post.name.en), _level_of(post), mention.end + 1


def _authorities_by_country(text: str, setting: Setting) -> list[Named]:
    """シンガポール及びフィリピンの各当局: the data protection authority of each country named."""
    countries = setting.gazetteer.jurisdiction_lexicon.find(text)
    found: list[Named] = []
    for index, country in enumerate(countries):
        match = _GENERIC.match(text, country.end)
        if match is None:
            continue
        found.append(_by_country(text, country, match.end(), setting))
        for other in reversed(countries[:index]):
            following = countries[countries.index(other) + 1]
            if not _AND.match(text[other.end : following.start]):
                break
            found.append(_by_country(text, other, other.end, setting))
    return [one for one in found if one.label]


def _by_country(text: str, country: Mention, end: int, setting: Setting) -> Named:
    name = text[country.start : country.end]
    body = setting.gazetteer.data_protection_authority(country.id)
    label = f"{name}当局" if setting.foreign(country.id) else ""
    return Named(country.start, end, body, label)


def _unknown(text: str, setting: Setting) -> list[Named]:
    """A body of a foreign country that the gazetteer does not know: its words, and no guess."""
    found = []
    for country in setting.gazetteer.jurisdiction_lexicon.find(text):
        match = _UNKNOWN_BODY.match(text, country.end)
        company = _DELEGATION.match(text, country.end)
        if match is None and company is not None and setting.foreign(country.id):
            found.append(Named(country.start, company.end(), None, text[country.start : company.end()]))
        if country.end - country.start < _LONG_ENOUGH or match is None:
            continue
        if setting.foreign(country.id) and not _ANYBODY.search(match.group()):
            found.append(_recognised(text, country, match, setting))
    return found


def _recognised(text: str, country: Mention, match: re.Match[str], setting: Setting) -> Named:
    """フランスの情報処理・自由全国委員会(CNIL): known by its name without の, or by the abbreviation beside it."""
    name = text[country.start : country.end]
    beside = _ABBREVIATION.match(text, match.end())
    holder = _PERSON_FIRST.sub("", match["rest"])
    for words in (f"{name}{match['rest']}", match["rest"], f"{name}{holder}", *([beside[1]] if beside else [])):
        body = setting.gazetteer.authority(words)
        if body is not None and setting.gazetteer.bodies[body].jurisdiction == country.id:
            end = beside.end() if beside else match.end()
            return Named(country.start, end, body, text[country.start : match.end()])
    return Named(country.start, match.end(), None, text[country.start : match.end()])


def _free(one: Named, taken: list[tuple[int, int]]) -> bool:
    return not _overlaps((one.start, one.end), taken)


def _overlaps(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def home_of(body: Named, setting: Setting) -> str | None:
    """The jurisdiction of a body, None where it is not known."""
    known = setting.gazetteer.bodies.get(body.authority or "")
    return known.jurisdiction if known else None

"""What a meeting's name says: its kind, series and ordinal, the bodies and frameworks in it, its level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.eras import number
from graph.extract.bodies import Named, highest, named_bodies
from graph.extract.setting import Setting
from graph.model import Participant
from ontology.terms import Kind, Level, Role

_ORDINAL: Final = re.compile(
    r"第\s*(?P<ja>[0-9]+|[〇一二三四五六七八九十百]+)\s*(?:回|次)|(?<![0-9A-Za-z])(?P<en>[0-9]{1,3})(?:st|nd|rd|th)\b"
)
_FIRSTS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS: Final = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
_TENS: Final = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
ORDINAL_WORDS: Final = {
    **{word: count for count, word in enumerate((*_FIRSTS, *_TEENS), 1)},
    **{f"{ten}ieth": count * 10 for count, ten in enumerate(_TENS, 2)},
    **{f"{ten}y-{word}": tens * 10 + one for tens, ten in enumerate(_TENS, 2) for one, word in enumerate(_FIRSTS, 1)},
}
_FIRST: Final = re.compile(
    rf"(?:the\s+)?({'|'.join(sorted(ORDINAL_WORDS, key=len, reverse=True))})\s+(?=[A-Z])", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}年?(?![0-9])|令和(?:[0-9]+|元)年|平成[0-9]+年")
_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    ("conference-call", r"電話会議|電話会合|電話会談|電話(?:で|により|にて)|conference call|(?:tele)?phone call"),
    ("roundtable", r"ラウンドテーブル|roundtable"),
    ("trilateral-meeting", r"三極|三者|三か国|三カ国|trilateral"),
    ("forum", r"フォーラム|forum"),
    ("workshop", r"ワークショップ|workshop"),
    ("seminar", r"セミナー|seminar|ウェビナー|webinar|講演会"),
    ("plenary", r"総会|作業部会|部会会合|運営グループ|サブグループ|委員会会合|plenary|working party"),
    (
        "conference",
        r"国際会議|カンファレンス|コンファレンス|シンポジウム|サミット|年次会合|年次大会|首脳会議|首脳会合|大臣会合|閣僚会合|高級実務者会合|関連会合|"
        r"conference|summit|congress|assembly|symposium",
    ),
    ("awareness-campaign", r"week(?![a-z])|週間|ウィーク|awareness"),
    ("signing", r"署名|締結|調印|signing"),
    ("visit", r"訪問|往訪|訪れ|訪ね|来訪|来庁|来所|来日|訪日|視察|表敬|受け?入れ|visit"),
    (
        "bilateral-meeting",
        r"会談|面談|面会|懇談|[昼夕朝]食会|会食|打ち?合わ?せ|と会[いっ]|意見(?:交換|を交)|情報交換|対話|協議|会合|会議|meeting|dialogue|talks",
    ),
)
_KIND_WORDS: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_TALK: Final = re.compile(
    r"と(?:の|、)?(?:間の|間で)?(?:[^。、]{0,12}?)(?:会談|面談|面会|懇談|昼食会|夕食会|朝食会|会食|打ち?合わ?せ|意見交換|情報交換|意見を交|対話|協議|会合|(?:電話|テレビ|ウェブ|ビデオ|オンライン)会議)"
)
_LEVEL_WORDS: Final[tuple[tuple[Level, re.Pattern[str]], ...]] = (
    ("minister", re.compile(r"閣僚|大臣|首脳|ministerial", re.IGNORECASE)),
    ("director", re.compile(r"局長級|ハイレベル|高級実務者|high.level", re.IGNORECASE)),
    (
        "working-level",
        re.compile(r"実務者|実務当局者|専門家会合|作業部会|working.level|working party", re.IGNORECASE),
    ),
)
_WORLD: Final = re.compile(
    r"国際|世界|グローバル|アジア|欧州|太平洋|APEC|ASEAN|OECD|G7|G20|GPEN|APPA|各国|海外|外国|global|international|asia|europe|world",
    re.IGNORECASE,
)
_RANK: Final = re.compile(
    r"(?:政務|閣僚|大臣|局長|次官|審議官|課長|ハイレベル|事務|実務者)(?:級|レベル)?の?(?=会合|会議|対話|協議)"
)
_HOST_TOWN: Final = re.compile(r"(G7|G20)[一-龥ァ-ヶー・]{2,10}?(?=情報通信|デジタル|産業|貿易)")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_TRAILING_BRACKET: Final = re.compile(r"\([^()]*\)$")
_TRIPLE: Final = 2
_PARTNER_SIGNS: Final = {
    "米": "US", "英": "GB", "仏": "FR", "独": "DE", "伊": "IT", "加": "CA", "豪": "AU", "韓": "KR", "印": "IN",
    "蘭": "NL", "西": "ES", "墨": "MX", "伯": "BR", "比": "PH", "越": "VN", "泰": "TH", "星": "SG", "欧": "EU",
    "台": "TW", "瑞": "CH", "EU": "EU",
}  # fmt: skip
_PAIR: Final = re.compile(
    rf"(?:(?<![0-9一-龥])|(?<=[回次の]))日・?(?P<signs>(?:(?:{'|'.join(_PARTNER_SIGNS)})・?){{1,3}})(?![国州洲語本])"
)
# 日中 alone is also the daytime.
_WITH_CHINA: Final = re.compile(
    r"(?<![0-9一-龥])日中(?=韓|首脳|外相|閣僚|両国|間の|[ぁ-んァ-ヶ一-龥]{0,10}(?:対話|協議|会談))"
)
_NAMED_PAIR: Final = re.compile(r"(?:(?<![0-9一-龥])|(?<=[回次の]))日・?$")


@dataclass(frozen=True)
class Reading:
    """What a name says. ``countries`` are the foreign jurisdictions of its bodies; ``talk`` that it is
    a talk with someone (との意見交換) rather than a gathering with a name of its own."""

    kind: Kind
    series: str | None
    ordinal: int | None
    bodies: tuple[Named, ...]
    frameworks: tuple[str, ...]
    topics: tuple[str, ...]
    level: Level | None
    countries: frozenset[str]
    talk: bool
    international: bool

    def participants(self) -> tuple[Participant, ...]:
        """The bodies as they stand in the name: partners of a talk, or organisers of a gathering."""
        role: Role = "participant" if self.talk else "organiser"
        return tuple(body.as_participant(role) for body in self.bodies)


def read_name(words: str, setting: Setting) -> Reading:
    """Read a meeting's name in normalised form."""
    setting = setting.near(words)
    gazetteer = setting.gazetteer
    series = find_series(words, setting)
    bodies = tuple(body for body in named_bodies(words, setting) if body.authority != setting.publisher)
    countries = _countries(words, bodies, setting)
    talk = bool(_TALK.search(words))
    kind = _kind(words, series, countries, setting)
    if kind in ("bilateral-meeting", "multilateral-meeting") and not talk and series is None:
        kind = _gathering(words, bodies, setting) or kind
    level = next((level for level, form in _LEVEL_WORDS if form.search(words)), None)
    return Reading(
        kind=kind,
        series=series or _dialogue(kind, bodies, countries, setting),
        ordinal=find_ordinal(words),
        bodies=bodies,
        frameworks=tuple(dict.fromkeys(m.id for m in gazetteer.framework_lexicon.find(words, setting.nearby))),
        topics=find_topics(words, setting),
        level=level or highest([body.level for body in bodies]),
        countries=countries,
        talk=talk or kind in ("visit", "bilateral-meeting"),
        international=bool(series or countries or _world(words, setting)),
    )


def find_ordinal(words: str) -> int | None:
    """The number in 第51回, 第五十一回 or 51st."""
    match = _ORDINAL.search(words)
    if match is None:
        told = _FIRST.match(words)
        return ORDINAL_WORDS[told[1].lower()] if told else None
    return number(match["ja"] or match["en"])


def find_series(words: str, setting: Setting) -> str | None:
    """The series that a name belongs to: its head, which in Japanese stands last."""
    plain = without_ordinal(words)
    bare = _BRACKETS.sub("", plain)
    nearby = setting.near(plain).nearby
    lexicon = setting.gazetteer.series_lexicon
    first = bare.replace("初の", "").replace("日・", "日")
    forms = dict.fromkeys(
        (plain, bare, bare.replace("の", ""), first, _RANK.sub("", first), _HOST_TOWN.sub(r"\1", bare))
    )
    found = next((mentions for form in forms if (mentions := lexicon.find(form, nearby))), [])
    return found[-1].id if found else _meeting_of_body(bare, setting)


def spoken_series(text: str, end: int, setting: Setting) -> Reading | None:
    """The series that words before ``end`` name last, as a meeting of it would be read."""
    found = [one for one in setting.gazetteer.series_lexicon.find(text, setting.nearby) if one.end <= end]
    return read_name(text[found[-1].start : found[-1].end], setting) if found else None


def _meeting_of_body(plain: str, setting: Setting) -> str | None:
    """A working party or network named with a number and nothing else is its own series of meetings."""
    found = setting.gazetteer.body_lexicon.find(plain, setting.nearby)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(plain))
    return found[0].id if whole and found[0].id in setting.gazetteer.series else None


def find_topics(words: str, setting: Setting) -> tuple[str, ...]:
    """The topics that words speak of, leaving out those that only stand in the name of a body."""
    bodies = setting.gazetteer.body_lexicon.find(words, setting.nearby)
    found = setting.gazetteer.topic_lexicon.find(words, setting.nearby)
    free = [one for one in found if not any(b.start <= one.start and one.end <= b.end for b in bodies)]
    return tuple(dict.fromkeys(one.id for one in free))


def without_ordinal(words: str) -> str:
    """A name without its ordinal and year, which stand in the middle of many."""
    return _YEAR.sub("", _ORDINAL.sub("", words)).strip()


def kind_words(words: str) -> Kind | None:
    """The kind that the head of a name says: the last kind word outside a closing bracket."""
    text = _TRAILING_BRACKET.sub("", words)
    best: tuple[int, int, Kind] | None = None
    for rank, (kind, form) in enumerate(_KIND_WORDS):
        for match in form.finditer(text):
            if best is None or (match.end(), -rank) > (best[0], -best[1]):
                best = (match.end(), rank, kind)
    return best[2] if best else None


def _kind(words: str, series: str | None, countries: frozenset[str], setting: Setting) -> Kind:
    said = kind_words(words)
    if said == "conference-call":
        return said
    if series is not None:
        return setting.gazetteer.series[series].kind
    if re.search("三極|三者", words) and said in ("bilateral-meeting", "plenary", "conference", None):
        return "trilateral-meeting"
    if said is None:
        return "multilateral-meeting"
    if said != "bilateral-meeting":
        return said
    return meeting_kind(countries)


def _gathering(words: str, bodies: tuple[Named, ...], setting: Setting) -> Kind | None:
    """A 会議 or 会合 that is not a talk with someone: of an international body, or with a name of its own."""
    known = setting.gazetteer.bodies
    world = [body for body in bodies if body.authority in known and known[body.authority].jurisdiction == "INT"]
    if world and len(world) == len(bodies):
        return "plenary"
    return "conference" if _TRAILING_BRACKET.sub("", words).endswith("会議") else None


def meeting_kind(countries: frozenset[str]) -> Kind:
    """A talk by the number of foreign sides: one is bilateral, two trilateral, more multilateral."""
    if "INT" in countries or len(countries) <= 1:
        return "bilateral-meeting" if len(countries) == 1 else "multilateral-meeting"
    return "trilateral-meeting" if len(countries) == _TRIPLE else "multilateral-meeting"


def _countries(words: str, bodies: tuple[Named, ...], setting: Setting) -> frozenset[str]:
    known = setting.gazetteer.bodies
    found = {known[body.authority].jurisdiction for body in bodies if body.authority in known}
    if not found:
        found = {mention.id for mention in setting.gazetteer.jurisdiction_lexicon.find(words)}
        found |= paired(words, setting)
    return frozenset(code for code in found if setting.foreign(code))


def paired(words: str, setting: Setting) -> frozenset[str]:
    """The other sides of 日英間の協議, 日米欧の対話 and 日スイス間の協議: talks named only by their countries."""
    if setting.home not in (None, "JP"):
        return frozenset()
    codes = {
        _PARTNER_SIGNS[sign]
        for pair in _PAIR.finditer(words)
        for sign in re.findall("|".join(_PARTNER_SIGNS), pair["signs"])
    }
    if _WITH_CHINA.search(words):
        codes |= {"CN"}
    if "日中韓" in words:
        codes |= {"KR"}
    named = setting.gazetteer.jurisdiction_lexicon.find(words)
    return frozenset(codes | {one.id for one in named if _NAMED_PAIR.search(words[: one.start])})


def _dialogue(kind: Kind, bodies: tuple[Named, ...], countries: frozenset[str], setting: Setting) -> str | None:
    """The publisher's standing dialogue with one partner: its own series with just these two parties."""
    if kind != "bilateral-meeting" or len(countries) != 1 or not bodies:
        return None
    parties = {setting.home, *countries}
    known = setting.gazetteer.bodies
    own = [one for one in setting.gazetteer.series.values() if one.convened_by == (setting.publisher,)]
    fixed = [one.id for one in own if one.kind == kind and set(one.parties) == parties]
    if len(fixed) == 1:
        return fixed[0]
    open_ = [one.id for one in own if one.kind == kind and not one.parties]
    peers = [known[b.authority].kind == "data-protection-authority" for b in bodies if b.authority in known]
    return open_[0] if len(open_) == 1 and peers and all(peers) else None


def _world(words: str, setting: Setting) -> bool:
    return bool(_WORLD.search(words)) and not _own_meeting(words, setting)


def _own_meeting(words: str, setting: Setting) -> bool:
    """The publisher's own sittings (第103回個人情報保護委員会) are domestic."""
    body = setting.gazetteer.bodies.get(setting.publisher or "")
    return bool(body and body.name.ja and without_ordinal(words).endswith(body.name.ja))

"""A million engagements that nobody held: deterministic, in the shape of the real ones, for measuring only.

The catalogue is that of the reference facts, with bodies, series and documents added until there are about 300
bodies, 200 series, and a report for each body and year. Bodies are drawn by a skewed distribution: the busiest
(ppc-japan, then us-ftc) take part in hundreds of thousands, the rarest in a handful. 定例 stands in a tenth of the
Japanese titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

import numpy as np

from graph.model import (
    Authority,
    Catalogue,
    DocumentInfo,
    Engagement,
    Participant,
    Place,
    Source,
    Statement,
    Text,
    When,
)
from graph.model import Series as SeriesRecord
from graph.sources.facts import load_facts, reference_folder
from ontology.terms import LABELS, TOPICS

BODIES: Final = 300
SERIES: Final = 200
YEARS: Final = range(2000, 2027)
CHUNK: Final = 10_000
BASE: Final = "https://w3id.org/sankyoku/id/engagement/"

_KINDS: Final = (
    "bilateral-meeting",
    "conference-call",
    "visit",
    "forum",
    "workshop",
    "plenary",
    "roundtable",
    "seminar",
)
_KIND_SHARE: Final = (0.42, 0.14, 0.1, 0.12, 0.1, 0.05, 0.04, 0.03)
_LEVELS: Final = ("working-level", "director", "secretary-general", "commissioner", "minister")
_LEVEL_SHARE: Final = (0.45, 0.25, 0.1, 0.15, 0.05)
_STATUSES: Final = ("held", "planned", "postponed", "cancelled")
_STATUS_SHARE: Final = (0.955, 0.02, 0.01, 0.015)
_MODES: Final = ("in-person", "online", "hybrid", "unknown")
_MODE_SHARE: Final = (0.5, 0.3, 0.1, 0.1)
_TYPES: Final = ("explained", "proposed", "agreed", "promised", "confirmed")
_MEETING: Final = {"en": ("Regular", "Working", "Extraordinary", "Preparatory"), "ja": ("定例", "実務", "臨時", "準備")}
_MEETING_SHARE: Final = (0.1, 0.5, 0.2, 0.2)


@dataclass(frozen=True)
class World:
    """What generated engagements are made of; lists are in the order of the shares they are drawn by."""

    catalogue: Catalogue
    bodies: tuple[str, ...]
    series: tuple[str, ...]
    frameworks: tuple[str, ...]
    countries: tuple[str, ...]
    topics: tuple[str, ...]


@cache
def world() -> World:
    """The catalogue and the lists to draw from."""
    facts = load_facts(reference_folder()).catalogue
    authorities = _bodies(facts)
    series = _series(facts)
    first = ("ppc-japan", "us-ftc", "ico-uk", "edpb", "european-commission")
    bodies = [*(body for body in first if body in authorities), *sorted(authorities.keys() - set(first))]
    documents = {slug: info for body in bodies for year in YEARS for slug, info in [_report(body, year, authorities)]}
    catalogue = facts.model_copy(update={"authorities": authorities, "series": series, "documents": documents})
    return World(
        catalogue,
        tuple(bodies),
        tuple(sorted(series)),
        tuple(sorted(facts.frameworks)),
        tuple(sorted(facts.jurisdictions)),
        tuple(sorted(TOPICS)),
    )


def _bodies(facts: Catalogue) -> dict[str, Authority]:
    found = dict(facts.authorities)
    some = next(iter(found.values()))
    for code, jurisdiction in sorted(facts.jurisdictions.items()):
        if len(found) == BODIES:
            break
        made = Authority(
            id=f"{code.lower()}-registry",
            name=Text(en=f"Data Registry of {jurisdiction.name.en}", ja=f"{jurisdiction.name.ja}データ登録庁"),
            short_name=None,
            kind="data-protection-authority",
            jurisdiction=code,
            parent=None,
            homepage=None,
            source=some.source,
            confidence="low",
            note=None,
        )
        found[made.id] = made
    return found


def _series(facts: Catalogue) -> dict[str, SeriesRecord]:
    found = dict(facts.series)
    for number in range(SERIES - len(found)):
        made = SeriesRecord(
            id=f"series-{number}",
            name=Text(en=f"Dialogue series {number}", ja=f"対話シリーズ{number}"),
            kind=_KINDS[number % len(_KINDS)],
            convened_by=(),
            parties=(),
            frameworks=(),
            note=None,
        )
        found[made.id] = made
    return found


def _report(body: str, year: int, authorities: dict[str, Authority]) -> tuple[str, DocumentInfo]:
    name = authorities[body].name
    slug = f"{body}-report-{year}"
    title = Text(en=f"Report of {year}, {name.en}", ja=f"{name.ja}活動報告（{year}年）")
    return slug, DocumentInfo(slug=slug, title=title, publisher=body, published=date(year, 12, 20), url=None)


def generate(count: int, seed: int = 5) -> Iterator[Engagement]:
    """``count`` engagements, the first ones always the same whatever the count. Not in the order of time."""
    for chunk in range(-(-count // CHUNK)):
        drawn = _Draw(np.random.default_rng((seed, chunk)))
        for row in range(min(CHUNK, count - chunk * CHUNK)):
            yield drawn.engagement(chunk * CHUNK + row, row)


def _skewed(count: int) -> Any:
    """Shares that fall with the rank; the last of 300 comes about once in 100,000."""
    shares = 1 / (np.arange(count) + 2.0) ** 1.7
    return shares / shares.sum()


class _Draw:
    """Everything drawn for one chunk of engagements."""

    def __init__(self, random: np.random.Generator) -> None:
        made = world()
        self._day = random.integers(0, len(YEARS) * 365, CHUNK).tolist()
        self._length = random.choice((0, 1, 2, 30), CHUNK, p=(0.7, 0.15, 0.1, 0.05)).tolist()
        self._kind = random.choice(len(_KINDS), CHUNK, p=_KIND_SHARE).tolist()
        self._level = random.choice(len(_LEVELS), CHUNK, p=_LEVEL_SHARE).tolist()
        self._status = random.choice(len(_STATUSES), CHUNK, p=_STATUS_SHARE).tolist()
        self._mode = random.choice(len(_MODES), CHUNK, p=_MODE_SHARE).tolist()
        self._meeting = random.choice(4, CHUNK, p=_MEETING_SHARE).tolist()
        self._bodies = random.choice(len(made.bodies), (CHUNK, 6), p=_skewed(len(made.bodies))).tolist()
        self._some = random.integers(2, 7, CHUNK).tolist()
        self._series = random.choice(len(made.series), CHUNK, p=_skewed(len(made.series))).tolist()
        self._framework = random.choice(len(made.frameworks), CHUNK, p=_skewed(len(made.frameworks))).tolist()
        self._topic = random.choice(len(made.topics), (CHUNK, 2), p=_skewed(len(made.topics))).tolist()
        self._country = random.choice(len(made.countries), CHUNK, p=_skewed(len(made.countries))).tolist()
        self._chance = random.random((CHUNK, 4)).tolist()

    def engagement(self, number: int, row: int) -> Engagement:
        """The engagement of a row of the chunk."""
        made = world()
        chance = self._chance[row]
        kind = _KINDS[self._kind[row]]
        bodies = tuple(dict.fromkeys(made.bodies[body] for body in self._bodies[row][: self._some[row]]))
        level = _LEVELS[self._level[row]] if chance[0] < 0.8 else None
        when = _when(self._day[row], self._length[row])
        topics = tuple(dict.fromkeys(made.topics[topic] for topic in self._topic[row]))
        slug = f"{when.earliest.isoformat()}-{bodies[0]}-{number}"
        report = f"{bodies[-1]}-report-{when.earliest.year}"
        page = 1 + number % 40
        return Engagement.model_construct(
            id=BASE + slug,
            slug=slug,
            title=self._title(row, number, kind, bodies[0], topics[0]),
            kind=kind,
            status=_STATUSES[self._status[row]],
            when=when,
            place=_place(made.countries[self._country[row]], _MODES[self._mode[row]]),
            series=made.series[self._series[row]] if chance[1] < 0.3 else None,
            ordinal=number % 80 + 1 if chance[1] < 0.2 else None,
            level=level,
            participants=tuple(_participant(body, level, side == 0) for side, body in enumerate(bodies)),
            frameworks=(made.frameworks[self._framework[row]],) if chance[2] < 0.5 else (),
            topics=topics,
            statements=_statements(number, bodies[0], topics, when) if chance[3] < 0.15 else (),
            sources=(_source(report, page, number),),
            confidence=0.9,
            note="date as announced" if chance[2] > 0.95 else None,
            disclosure="public",
        )

    def _title(self, row: int, number: int, kind: str, body: str, topic: str) -> Text:
        en, ja = LABELS["kind"][kind]
        name = world().catalogue.authorities[body].name
        meeting = self._meeting[row]
        about_en, about_ja = TOPICS[topic]
        return Text.model_construct(
            en=f"{_MEETING['en'][meeting]} {en} with {name.en} on {about_en} no. {number % 500}",
            ja=f"{name.ja}との{about_ja}に関する{_MEETING['ja'][meeting]}{ja}（第{number % 500}号）",
        )


@cache
def _when(day: int, length: int) -> When:
    first = date(YEARS.start, 1, 1) + timedelta(days=day)
    if length == 30:
        last = (first.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return When(edtf=f"{first:%Y-%m}", earliest=first.replace(day=1), latest=last, precision="month")
    last = first + timedelta(days=length)
    edtf = f"{first.isoformat()}/{last.isoformat()}" if length else first.isoformat()
    return When(edtf=edtf, earliest=first, latest=last, precision="day")


@cache
def _place(country: str, mode: str) -> Place:
    return Place.model_validate({"country": country, "countries": (country,), "mode": mode})


@cache
def _participant(body: str, level: str | None, is_first: bool) -> Participant:
    name = world().catalogue.authorities[body].name
    post = Text(en="Commissioner", ja="委員") if level == "commissioner" else None
    own = level if is_first or level != "minister" else "commissioner"
    role = "organiser" if is_first else "participant"
    return Participant.model_validate(
        {"authority": body, "label": name.en or body, "role": role, "post": post, "level": own}
    )


def _statements(number: int, by: str, topics: tuple[str, ...], when: When) -> tuple[Statement, ...]:
    kind = _TYPES[number % len(_TYPES)]
    about = Text(en=f"Further work on {TOPICS[topics[0]][0]}", ja=f"{TOPICS[topics[0]][1]}に関する取組の推進")
    due = _when(min(number % 9000 + 400, 9800), 0) if kind == "promised" else None
    state = ("open", "fulfilled", "withdrawn")[number % 3] if kind == "promised" else None
    return (Statement(type=kind, by=by, about=about, topics=topics[:1], strength="stated", due=due, state=state),)


def _source(document: str, page: int, number: int) -> Source:
    line = number % 30 + 1
    info = world().catalogue.documents[document]
    return Source.model_construct(
        document=document,
        title=info.title,
        url=None,
        locator=f"p. {page}, l. {line}",
        quote=None,
        page=page,
        line_start=line,
        line_end=line,
        start=None,
        end=None,
    )

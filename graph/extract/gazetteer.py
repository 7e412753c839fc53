"""The gazetteer: every body, framework, series, place, post and topic known, ready to be found in text.

It is compiled once from the reference data (``data/*.csv``). A name is never guessed: words that stand for
several things, or for something outside its context, are left for a person.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, get_args

from graph.errors import FactError
from graph.extract.lexicon import Lexicon, Mention, Name
from graph.extract.variants import body_names, framework_names, placed, series_names
from graph.model import Text
from graph.text import normal
from ontology import terms
from ontology.terms import BodyKind, Kind, Level

Row = dict[str, str]

ABBREVIATED: Final = 6


@dataclass(frozen=True)
class KnownBody:
    """A body that can be found."""

    id: str
    name: Text
    short_name: str | None
    kind: BodyKind
    jurisdiction: str
    parent: str | None


@dataclass(frozen=True)
class KnownSeries:
    """A series of meetings that can be found."""

    id: str
    name: Text
    kind: Kind
    convened_by: tuple[str, ...]
    parties: tuple[str, ...]
    frameworks: tuple[str, ...]


@dataclass(frozen=True)
class KnownPost:
    """A post that can be found, and its level."""

    id: str
    name: Text
    level: Level


@dataclass(frozen=True)
class KnownCity:
    """A city and its jurisdiction."""

    name: Text
    jurisdiction: str


@dataclass(frozen=True)
class Gazetteer:
    """Everything that extraction looks names up in."""

    bodies: dict[str, KnownBody]
    series: dict[str, KnownSeries]
    frameworks: dict[str, Text]
    jurisdictions: dict[str, Text]
    cities: dict[str, KnownCity]
    posts: dict[str, KnownPost]
    body_lexicon: Lexicon
    series_lexicon: Lexicon
    framework_lexicon: Lexicon
    jurisdiction_lexicon: Lexicon
    city_lexicon: Lexicon
    post_lexicon: Lexicon
    topic_lexicon: Lexicon

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """Compile the reference data in ``folder``. Raises FactError where a file is missing or malformed."""
        rows = {name: _read(folder / f"{name}.csv") for name in _FILES}
        bodies = {row["id"]: _body(row) for row in rows["authorities"]}
        series = {row["id"]: _series(row) for row in rows["series"]}
        aliases = _aliases(rows["aliases"])
        counted = Counter(body.short_name for body in bodies.values() if body.short_name)
        shared = frozenset(name for name, count in counted.items() if count > 1)
        places = {row["code"]: _place_words(row) for row in rows["jurisdictions"]}
        known = {row["id"]: _text(row) for row in rows["frameworks"]}
        return cls(
            bodies=bodies,
            series=series,
            frameworks=known,
            jurisdictions={row["code"]: _text(row) for row in rows["jurisdictions"]},
            cities={row["name_en"]: KnownCity(_text(row), row["jurisdiction"]) for row in rows["cities"]},
            posts={row["id"]: _post(row) for row in rows["posts"]},
            body_lexicon=Lexicon(
                [
                    *aliases["authority"],
                    *(
                        name
                        for one in aliases["authority"]
                        if one.id in bodies
                        for name in placed(one, places.get(bodies[one.id].jurisdiction, []))
                    ),
                    *(
                        name
                        for body in bodies.values()
                        for name in body_names(
                            body.id,
                            body.name,
                            body.short_name,
                            body.jurisdiction,
                            places.get(body.jurisdiction, []),
                            shared=shared,
                        )
                    ),
                ]
            ),
            series_lexicon=Lexicon(
                [*aliases["series"], *(n for one in series.values() for n in series_names(one.id, one.name))]
            ),
            framework_lexicon=Lexicon(
                [
                    *aliases["framework"],
                    *(n for id_, text in known.items() for n in framework_names(id_, text)),
                ]
            ),
            jurisdiction_lexicon=Lexicon(Name(code, words) for code, all_ in places.items() for words in all_),
            city_lexicon=Lexicon(_city_names(rows["cities"])),
            post_lexicon=Lexicon(_post_names(rows["posts"])),
            topic_lexicon=Lexicon(Name(topic, words) for words, topic in _topic_aliases().items()),
        )

    def nearby(self, text: str) -> frozenset[str]:
        """The jurisdictions that a normalised text speaks of, by name, by city or by a body of theirs."""
        named = {mention.id for mention in self.jurisdiction_lexicon.find(text)}
        named |= {self.cities[mention.id].jurisdiction for mention in self.city_lexicon.find(text)}
        named |= {self.bodies[m.id].jurisdiction for m in self.body_lexicon.find(text) if m.id in self.bodies}
        return frozenset(named)

    def find_bodies(self, text: str, nearby: frozenset[str]) -> list[Mention]:
        """The bodies in a normalised text, leaving out those that stand inside the name of a framework."""
        frameworks = self.framework_lexicon.find(text, nearby)
        return [
            self._by_its_short_name(text, mention)
            for mention in self.body_lexicon.find(text, nearby)
            if mention.id in self.bodies and not _inside(mention, frameworks)
        ]

    def _by_its_short_name(self, text: str, one: Mention) -> Mention:
        """Of bodies of one name that whose short name follows: Personal Information Protection Commission (PIPC)."""
        short = _SHORT_NAME.match(text, one.end)
        told = self.authority(short["name"]) if short else None
        if told is None or told == one.id:
            return one
        name = (self.bodies[told].name.en or "") if told in self.bodies else ""
        return replace(one, id=told) if name.startswith(text[one.start : one.end]) else one

    def authority(self, words: str | None) -> str | None:
        """The body that words name as a whole, if exactly one."""
        text = normal(words or "")
        found = self.body_lexicon.find(text)
        whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
        return found[0].id if whole else None

    def data_protection_authority(self, jurisdiction: str) -> str | None:
        """The one data protection authority of a jurisdiction, None where there is none or several."""
        found = [
            body.id
            for body in self.bodies.values()
            if body.jurisdiction == jurisdiction and body.kind == "data-protection-authority"
        ]
        return found[0] if len(found) == 1 else None


_SHORT_NAME: Final = re.compile(r"\s*\((?:the\s+)?[\"“]?(?P<name>[A-Z][A-Za-z]{1,11})[\"”]?\)")
_FILES: Final = ("authorities", "frameworks", "series", "aliases", "posts", "jurisdictions", "cities")


def _inside(mention: Mention, frameworks: list[Mention]) -> bool:
    return any(
        one.start <= mention.start and mention.end <= one.end and (one.end - one.start) > (mention.end - mention.start)
        for one in frameworks
    )


def _read(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]
    except OSError:
        raise FactError(path.name, 1, "-", "the file cannot be read.", "ファイルを読み込めません。") from None


def _text(row: Row) -> Text:
    return Text(en=row["name_en"] or None, ja=row["name_ja"] or None)


def _items(words: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in words.split(";") if item.strip())


def _body(row: Row) -> KnownBody:
    kind = next(one for one in get_args(BodyKind) if one == row["kind"])
    short, parent = row["short_name"] or None, row["parent_id"] or None
    return KnownBody(row["id"], _text(row), short, kind, row["jurisdiction"], parent)


def _series(row: Row) -> KnownSeries:
    kind = next(one for one in get_args(Kind) if one == row["kind"])
    lists = (_items(row[column]) for column in ("convened_by", "parties", "frameworks"))
    return KnownSeries(row["id"], _text(row), kind, *lists)


def _post(row: Row) -> KnownPost:
    return KnownPost(row["id"], _text(row), next(one for one in get_args(Level) if one == row["level"]))


def _place_words(row: Row) -> list[str]:
    return [row["name_en"], row["name_ja"], *_items(row["aliases_en"]), *_items(row["aliases_ja"])]


def _aliases(rows: list[Row]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {"authority": [], "framework": [], "series": []}
    for row in rows:
        exact = row["alias"].isascii() and len(row["alias"]) <= ABBREVIATED
        found[row["type"]].append(Name(row["id"], row["alias"], row["context"] or None, exact))
    return found


def _city_names(rows: list[Row]) -> Iterator[Name]:
    for row in rows:
        for words in (row["name_en"], row["name_ja"], *_items(row["aliases_ja"])):
            yield Name(row["name_en"], words)


def _post_names(rows: list[Row]) -> Iterator[Name]:
    """The names of posts; where several posts share one (長官, 委員長), the first row is the usual one."""
    seen: set[str] = set()
    for row in rows:
        for words in (row["name_en"], row["name_ja"], *_items(row["aliases_en"]), *_items(row["aliases_ja"])):
            if words and normal(words).casefold() not in seen:
                seen.add(normal(words).casefold())
                yield Name(row["id"], words)


def _topic_aliases() -> dict[str, str]:
    return dict(getattr(terms, "TOPIC_ALIASES", {}))

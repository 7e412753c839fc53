"""Names made from names by rule: without brackets, without the country, as an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from graph.extract.english.demonyms import DEMONYMS
from graph.extract.lexicon import Name
from graph.model import Text
from graph.text import normal

# Words that many bodies share: without the country in front they name nobody.
_SHARED: Final = re.compile(r"保護|プライバシー|コミッショナー|外務|外交")
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
# The Japan-UK Digital Partnership Council, as the other side writes it, and as the Council of that partnership.
_PAIR: Final = re.compile(r"([A-Z][\w.]*)[-–]([A-Z][\w.]*) (?P<rest>[A-Z][\w ]+?) (?P<council>Council|Committee)")
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z0-9&/ -]{1,14}")
_OFFICE: Final = re.compile(r"(?<=コミッショナー)(?:事務局|オフィス)$")
_OFFICE_OF: Final = re.compile(r"^Office of the\s+")
_MINISTERS: Final = ("大臣", "副大臣", "大臣政務官")
_SHORTEST: Final = 3
_SHORT: Final = 2
_LONG: Final = 14


def body_names(
    id_: str, name: Text, short: str | None, home: str, places: list[str], *, shared: frozenset[str] = frozenset()
) -> Iterator[Name]:
    """The names of a body: as written, without brackets, without or with its jurisdiction, abbreviated.

    ``home`` is its jurisdiction, ``places`` all names of that; ``shared`` are the abbreviations that several bodies
    bear, each of which holds only in its own country.
    """
    yield from _with_and_without_brackets(id_, name, home, places)
    ja = normal(name.ja or "")
    for place in sorted(map(normal, places), key=len, reverse=True):
        if place and ja.startswith(place) and len(ja) - len(place) >= _SHORTEST:
            yield from _homeless(id_, ja[len(place) :].lstrip("・の"), home, places)
            break
    yield from _holders(id_, ja)
    if home not in ("INT", "EU"):
        yield from _with_country(id_, (name.en or "", short or ""), (home, *places))
    if short:
        for one in short.split("/"):
            narrow = len(one) <= _SHORT or one.istitle() or one.islower() or one in shared
            yield Name(id_, one, home if narrow and home != "INT" else None, exact=True, derived=True)


def _with_country(id_: str, names: tuple[str, str], places: tuple[str, ...]) -> Iterator[Name]:
    """A body in English beside its country: New Zealand's Privacy Commissioner, the Brazilian ANPD, OPC Canada."""
    code, *written = places
    countries = [normal(one) for one in written if one.isascii()]
    people = [word for word, of in DEMONYMS.items() if of == code]
    bare = _BRACKETS.sub("", normal(names[0])).strip(" ,")
    for place in countries:
        bare = (
            bare.removeprefix(f"{place} ")
            .removesuffix(f" of {place}")
            .removesuffix(f", {place}")
            .removesuffix(f" of the {place}")
        )
    alone = [one for one in (bare, _OFFICE_OF.sub("", bare)) if len(one) >= _SHORTEST]
    alone = [one for one in alone if not any(re.search(rf"\b{re.escape(place)}\b", one) for place in countries)]
    for one in (*alone, *(short for short in names[1].split("/") if len(short) > _SHORT)):
        for place in countries:
            for form in (
                f"{place} {one}",
                f"{place}'s {one}",
                f"{one} of {place}",
                f"{one}, {place}",
                f"{one} {place}",
            ):
                yield Name(id_, form, derived=True)
            yield Name(id_, f"{one} of the {place}", derived=True)
        for word in people:
            yield Name(id_, f"{word} {one}", derived=True)


def _holders(id_: str, ja: str) -> Iterator[Name]:
    """カナダ・プライバシーコミッショナー事務局 by the name of the one who heads it, and without the mark ・."""
    for words in (ja, _OFFICE.sub("", ja)):
        for form in (words, words.replace("・", ""), words.replace("・", "", 1)):
            if form != ja and len(form) > _SHORTEST:
                yield Name(id_, form, derived=True)
    yield from _ministers(id_, ja)


def _ministers(id_: str, ja: str) -> Iterator[Name]:
    """経済産業省 by the minister who heads it, 経済産業大臣; 外務大臣 may be of any country."""
    if ja.endswith("省") and len(ja) > _SHORTEST - 1 and not _SHARED.search(ja):
        for post in _MINISTERS:
            yield Name(id_, ja[:-1] + post, derived=True)


def _homeless(id_: str, rest: str, home: str, places: list[str]) -> Iterator[Name]:
    """米国連邦取引委員会 as 米国の連邦取引委員会, and bare where the country is spoken of."""
    for place in map(normal, places):
        for link in ("", "の", "・"):
            yield Name(id_, f"{place}{link}{rest}", derived=True)
    if not _SHARED.search(rest):
        yield Name(id_, rest, home, derived=True)


def placed(name: Name, places: list[str]) -> Iterator[Name]:
    """シンガポール個人データ保護委員会 as シンガポールの個人データ保護委員会."""
    words = normal(name.words)
    place = next((one for one in map(normal, places) if one and words.startswith(one)), "")
    rest = words[len(place) :]
    if place and not words.isascii() and len(rest) >= _SHORTEST and not rest.startswith(("の", "・")):
        yield Name(name.id, f"{place}の{rest}", name.context, derived=True)


def series_names(id_: str, name: Text) -> Iterator[Name]:
    """The names of a series: as written, without brackets, with the bracketed abbreviation in its place."""
    yield from _with_and_without_brackets(id_, name)
    pair = _PAIR.fullmatch(_BRACKETS.sub("", normal(name.en or "")).strip())
    if pair is not None:
        for first, second in ((pair[1], pair[2]), (pair[2], pair[1])):
            yield Name(id_, f"{first}-{second} {pair['rest']} {pair['council']}", derived=True)
            yield Name(id_, f"{pair['council']} of the {first}-{second} {pair['rest']}", derived=True)


def framework_names(id_: str, name: Text) -> Iterator[Name]:
    """The names of a framework: as written, without brackets, and the bracketed abbreviation."""
    yield from _with_and_without_brackets(id_, name)
    for words in (name.ja, name.en):
        for bracketed in _BRACKETS.findall(normal(words or "")):
            if _ACRONYM.fullmatch(bracketed):
                yield Name(id_, bracketed, exact=True, derived=True)


def _with_and_without_brackets(
    id_: str, name: Text, home: str | None = None, places: Iterable[str] = ()
) -> Iterator[Name]:
    """A name that tells its country in brackets, Information Commissioner (Slovenia), holds bare only there."""
    for name_ in _forms(id_, name, home, places):
        yield name_
        yield from _run_together(name_)


def _forms(id_: str, name: Text, home: str | None, places: Iterable[str]) -> Iterator[Name]:
    for words in (name.ja, name.en):
        whole = normal(words or "")
        if not whole:
            continue
        yield Name(id_, whole)
        bare = _BRACKETS.sub("", whole).strip()
        if bare != whole and len(bare) >= _SHORTEST:
            told = any(match[1] in places for match in _BRACKETS.finditer(whole))
            yield Name(id_, bare, home if told else None, derived=True)
        for match in _BRACKETS.finditer(whole):
            rest = whole[match.end() :].strip()
            if rest and _ACRONYM.fullmatch(match[1]):
                yield Name(id_, f"{match[1]}{'' if not rest.isascii() else ' '}{rest}", derived=True)


def _run_together(name: Name) -> Iterator[Name]:
    """A long Latin name as some PDF files give it, its spaces lost: EuropeDataProtectionCongress."""
    together = name.words.replace(" ", "")
    if " " in name.words and len(together) >= _LONG and together[-_LONG:].isascii():
        yield Name(name.id, together, name.context, derived=True)
        yield Name(name.id, name.words.replace(" ", "", 1), name.context, derived=True)

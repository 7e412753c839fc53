"""How things are called on a page: names, labels and dates in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup, escape

from api.language import Language
from api.presenting import value_label
from graph.dates import era
from graph.history import Marked, Said
from graph.kana import is_kana, sort_key
from graph.model import (
    Authority,
    Catalogue,
    Engagement,
    Framework,
    Jurisdiction,
    Participant,
    Series,
    Source,
    Statement,
    Text,
    When,
)
from graph.text import key, rejoined
from ontology.terms import LABELS, RANKS

#: The locator of what no place in a document can be given for.
WHOLE: Final = "whole document"
#: A reading that is longer is a sentence, which nobody needs to have read out.
LONGEST_READING: Final = 45
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True)
class Names:
    """Looks names up in the catalogue of an edition; what is not known is shown as its identifier."""

    catalogue: Catalogue
    language: Language

    def say(self, ja: str, en: str) -> str:
        """One of two wordings."""
        return ja if self.language == "ja" else en

    def text(self, text: Text | None) -> Markup:
        """Words in the reader's language; in the other one, marked as such, where there are no others."""
        if text is None:
            return Markup("")
        own = text.ja if self.language == "ja" else text.en
        if own:
            return escape(own)
        other = "en" if self.language == "ja" else "ja"
        return Markup('<span lang="{}">{}</span>').format(other, text.in_language(self.language))

    def plain(self, text: Text | None) -> str:
        """The same words without markup."""
        return text.in_language(self.language) if text else ""

    def tagged(self, words: str) -> Markup:
        """Words of a document, marked with the language they are written in."""
        written = "ja" if _JAPANESE.search(words) else "en"
        return Markup('<span lang="{}">{}</span>').format(written, words)

    def quote(self, words: str) -> Markup:
        """A passage on one line: broken lines of the page joined, its signs as they stand."""
        return self.tagged(rejoined(words, 0, len(words)) or words)

    def marked(self, found: Marked) -> Markup:
        """Words with those stretches marked that were looked for."""
        told, at = Markup(""), 0
        for start, end in found.marks:
            told += escape(found.text[at:start]) + Markup("<mark>{}</mark>").format(found.text[start:end])
            at = end
        written = "ja" if _JAPANESE.search(found.text) else "en"
        return Markup('<span lang="{}">{}</span>').format(written, told + escape(found.text[at:]))

    def body(self, slug: str | None) -> Markup:
        """The name of a body."""
        return self._named(self.catalogue.authorities, slug)

    def short_body(self, slug: str) -> str:
        """The short name where there is one and the page is in English; else the name."""
        known = self.catalogue.authorities.get(slug)
        if known and known.short_name and self.language == "en":
            return known.short_name
        return known.name.in_language(self.language) if known else slug

    def framework(self, slug: str | None) -> Markup:
        """The name of a framework."""
        return self._named(self.catalogue.frameworks, slug)

    def series(self, slug: str | None) -> Markup:
        """The name of a series."""
        return self._named(self.catalogue.series, slug)

    def jurisdiction(self, code: str | None) -> Markup:
        """The name of a jurisdiction."""
        return self._named(self.catalogue.jurisdictions, code)

    def document(self, slug: str) -> Markup:
        """The title of a document."""
        known = self.catalogue.documents.get(slug)
        return self.text(known.title) if known and known.title.in_language("ja") else escape(slug)

    def topic(self, slug: str) -> str:
        """The label of a topic."""
        return self.label("topic", slug)

    def city(self, name: str) -> Markup:
        """The name of a city."""
        known = self.catalogue.cities.get(name)
        return self.text(known) if known else escape(name)

    def label(self, scheme: str, value: str | None) -> str:
        """The label of a concept."""
        en, ja = LABELS.get(scheme, {}).get(value or "", (value or "", value or ""))
        return self.say(ja, en)

    def value(self, field: str, value: str) -> Markup:
        """How the value of a filter is called."""
        return self.text(value_label(field, value, self.catalogue))

    def any_of(self, kind: str, slug: str) -> Markup:
        """The name of a thing of the catalogue by the name of its type."""
        ways = {
            "authority": self.body,
            "framework": self.framework,
            "series": self.series,
            "jurisdiction": self.jurisdiction,
            "document": self.document,
            "city": self.city,
        }
        return ways[kind](slug) if kind in ways else escape(self.label(kind, slug))

    def who(self, participant: Participant) -> Markup:
        """A participant by name, else as the source writes it."""
        known = self.catalogue.authorities.get(participant.authority or "")
        return self.text(known.name) if known else self.tagged(participant.label)

    def when(self, when: When | None) -> Markup:
        """A date: the Gregorian one, in Japanese with the era beside it. Never more exact than it is."""
        if when is None:
            return Markup("")
        if self.language == "en":
            return _time(when, era(when, "en"))
        return Markup('{} <span class="era">{}</span>').format(_time(when, gregorian(when)), era(when, "ja"))

    def short_when(self, when: When) -> Markup:
        """A date in one form alone."""
        return _time(when, gregorian(when) if self.language == "ja" else era(when, "en"))

    def day(self, day: date | None) -> Markup:
        """A day of the calendar."""
        if day is None:
            return Markup("")
        words = f"{day.year}年{day.month}月{day.day}日" if self.language == "ja" else f"{day.day} {day:%B %Y}"
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words)

    def month(self, day: date) -> str:
        """A month of the calendar."""
        return f"{day.year}年{day.month}月" if self.language == "ja" else f"{day:%B %Y}"

    def ordinal(self, number: int) -> str:
        """第2回, or ``2nd``."""
        if self.language == "ja":
            return f"第{number}回"
        teen = number % 100 in (11, 12, 13)
        return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"

    def grouped(self, said: Iterable[Said]) -> list[tuple[Statement, list[Engagement]]]:
        """Statements that say the same thing as one, in order, with the engagements at which each was made."""
        groups: dict[tuple[str, str | None, str], tuple[Statement, list[Engagement]]] = {}
        for one in said:
            same = one.statement.type, one.statement.by, one.statement.about.in_language(self.language)
            groups.setdefault(same, (one.statement, []))[1].append(one.engagement)
        return list(groups.values())

    def strength(self, strength: str | None) -> int:
        """How binding the wording is, from 1 (stated) to 5 (signed); 0 where it is not told."""
        return RANKS["strength"].get(strength or "", 0)

    def reason(self, told: str) -> Markup:
        """Why something waits, in the reader's language: extractors say ``English / 日本語``."""
        en, slash, ja = told.partition(" / ")
        return self.text(Text(en=en, ja=ja)) if slash else self.tagged(told)

    def locator(self, source: Source) -> str:
        """Where in a document something stands."""
        told = []
        if source.page:
            told.append(self.say(f"{source.page}ページ", f"page {source.page}"))
        if source.line_start:
            last = source.line_end or source.line_start
            lines = f"{source.line_start}" if last == source.line_start else f"{source.line_start}–{last}"
            told.append(self.say(f"{lines}行", f"line{'s' if last > source.line_start else ''} {lines}"))
        return self.say("、", ", ").join(told) or self._plain_locator(source.locator)

    def _plain_locator(self, locator: str) -> str:
        return self.say("全体", "as a whole") if locator == WHOLE else locator

    def as_written(self, when: When) -> Markup:
        """A date as its source writes it, where that is not what the page shows anyway."""
        words = when.verbatim or ""
        shown = {key(one) for one in (when.edtf, gregorian(when), era(when, "ja"), era(when, "en"))}
        return self.tagged(words) if words and key(words) not in shown else Markup("")

    def reading(self, kind: str, slug: str) -> str | None:
        """How the Japanese name of a thing is read, where its signs do not say so and it is short enough to help."""
        told = self.catalogue.readings.get(f"{kind}:{slug}", "")
        name = value_label(kind, slug, self.catalogue).ja or ""
        return told if 0 < len(told) <= LONGEST_READING and not is_kana(name) else None

    def in_order(self, kind: str, slugs: Iterable[str]) -> list[str]:
        """Slugs of things of a type in the order of their names: in Japanese as they are read (五十音順)."""
        return sorted(slugs, key=lambda slug: self._order(kind, slug))

    def sorted_bodies(self, slugs: Iterable[str]) -> list[str]:
        """Slugs of bodies in the order of their names."""
        return self.in_order("authority", slugs)

    def _order(self, kind: str, slug: str) -> tuple[str, str]:
        field = "country" if kind == "jurisdiction" else kind
        name = value_label(field, slug, self.catalogue).in_language(self.language)
        told = self.catalogue.readings.get(f"{kind}:{slug}") if self.language == "ja" else None
        return sort_key(told or name) if self.language == "ja" else (name.casefold(), slug)

    def _named(self, known: Mapping[str, Named], slug: str | None) -> Markup:
        return self.text(self._text(known, slug)) if slug else Markup("")

    def _text(self, known: Mapping[str, Named], slug: str) -> Text:
        found = known.get(slug)
        return found.name if found else Text(en=slug, ja=slug)


Named = Authority | Framework | Series | Jurisdiction


def gregorian(when: When) -> str:
    """2019年5月29日〜30日: the date in the calendar of the world, as Japanese writes it."""
    if when.precision in ("fiscal-half", "fiscal-year"):
        return f"{when.earliest.year}年{when.earliest.month}月〜{when.latest.year}年{when.latest.month}月"
    first, _, last = when.edtf.partition("/")
    if first == "..":
        return f"{_point(last)}以前"
    if last == "..":
        return f"{_point(first)}以降"
    if not last:
        return _point(first)
    return f"{_point(first)}〜{_rest(_point(first), _point(last))}"


def _point(point: str) -> str:
    return "".join(f"{int(part)}{sign}" for part, sign in zip(point.split("-"), "年月日", strict=False))


def _rest(first: str, last: str) -> str:
    """The second end of a range without what it shares with the first."""
    for sign in "月年":
        head, _, rest = last.partition(sign)
        if rest and first.startswith(head + sign):
            return rest
    return last


def _time(when: When, words: str) -> Markup:
    """A ``time`` element where HTML can say the date (a day, month or year); plain words for a span."""
    if "/" in when.edtf or when.precision.startswith("fiscal"):
        return Markup('<span class="date">{}</span>').format(words)
    return Markup('<time class="date" datetime="{}">{}</time>').format(when.edtf, words)

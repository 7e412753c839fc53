"""Where an English sentence says that a meeting took place: in Brussels, in Tokyo, Japan, by videoconference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph.extract.english.words import HYBRID, ONLINE
from graph.extract.places import read_place
from graph.extract.setting import Setting
from graph.model import Place
from ontology.terms import Mode

_LEAD: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|to|near|via|visit(?:ed|s|ing)?|(?:slated|set|scheduled"
    r"|planned)\s+for)\s+(?:the\s+)?(?:(?:city"
    r"|capital)\s+of\s+)?(?:[A-Z][\w'.-]*,?\s+(?:(?:in|of|the)\s+)*){0,4}|\()$"
)
_BRACKET: Final = re.compile(r"\s*\(\s{3}")
_NOTED: Final = re.compile(
    r"(?:Forum|Conference|Workshop|Seminar|Symposium|Summit|Round-?\s?[Tt]able|Plenary|Assembly|Congress"
    r"|Dialogue|[Mm]eeting|Week"
    r"|Session)(?:\s+[0-9]{4})?(?:\s+(?:on|of|for)\s+[^,;.]{2,40})?,\s+$"
)
_NOTE_END: Final = re.compile(r"(?:,?\s+D\.?C\.?)?\s*(?:$|[.;(]|,\s*(?:[A-Z]|\s{3}))")
_WHERE: Final = re.compile(r",\s+where\b")
_LINK: Final = re.compile(r"\s*(?:,|\(|and|,\s*and)\s*(?:the\s+)?$")


def english_place(text: str, taken: Sequence[tuple[int, int]], setting: Setting) -> Place:
    """The place in a clause; names of places inside ``taken`` (bodies, meetings, dates) are none."""
    spans = _spans(text, taken, setting)
    mode = _mode(text)
    spans = [span for span in spans if _WHERE.match(text, span[1])] or spans
    found: list[Place] = []
    for index, (start, end) in enumerate(spans):
        if not (_LEAD.search(text[:start]) or _listed(text, start, end) or _WHERE.match(text, end)):
            continue
        read = read_place(text[start : _end(text, end, spans[index + 1 :])].replace("(", ", "), setting.gazetteer)
        if read is not None:
            found.append(read.place.model_copy(update={"mode": mode or "in-person"}))
    # At the Canada Symposium in Toronto: the city says more than the country in a name before it.
    return next((one for one in found if one.city), found[0]) if found else Place(mode=mode or "unknown")


def _listed(text: str, start: int, end: int) -> bool:
    """Whether a place stands in a list or note without a word of its own: Bonn (6 May); 60th Forum, Sydney."""
    # A note begins with its date, which is blank here.
    dated = text.startswith("  ") and text[:start].endswith(", ")
    noted = (dated or _NOTED.search(text[:start])) and _NOTE_END.match(text, end)
    return bool(noted or (not text[:start].strip() and _BRACKET.match(text, end)))


def _end(text: str, end: int, following: Sequence[tuple[int, int]]) -> int:
    """Where the names of places that go on from one end: Tokyo, Japan."""
    for start, last in following:
        if not _LINK.match(text[end:start] or " "):
            break
        end = last
    return end


def _mode(text: str) -> Mode | None:
    if HYBRID.search(text):
        return "hybrid"
    return "online" if ONLINE.search(text) else None


def _spans(text: str, taken: Sequence[tuple[int, int]], setting: Setting) -> list[tuple[int, int]]:
    gazetteer = setting.gazetteer
    found = {
        (one.start, one.end)
        for lexicon in (gazetteer.city_lexicon, gazetteer.jurisdiction_lexicon)
        for one in lexicon.find(text)
        if one.id not in ("EU", "INT") and text[one.start].isupper()
    }
    free = [span for span in found if not any(span[0] < end and start < span[1] for start, end in taken)]
    return sorted(free)

"""Which series a call of a meeting refers to: the one named beside it, else the one named last that its noun fits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.called_again import MINISTERS, Call, calls
from graph.extract.clause_around import Clause
from graph.extract.gazetteer import KnownSeries
from graph.extract.names import find_series, kind_words
from graph.extract.setting import Setting
from graph.text import normal

_MARKS: Final = re.compile(r"[「」『』“”\"]|\([^()]*\)|の$|\s+$")
_GENERIC_REACH: Final = 500
_PAIR_REACH: Final = 40
_TITLE_LINES: Final = 4
_OF_ITS_OWN: Final = ("workshop", "seminar")
_NOT_THAT: Final = re.compile(r"\s*(?:of|by|with|between|among)\s|[^。、]{0,8}との")
# A second workshop is planned: one more, of whichever.
_ANOTHER: Final = re.compile(r"\b[Aa]\s+$")
_NOTE: Final = re.compile(r"[※注(]*[0-9]{1,2}\)?について")
PRINCIPAL: Final = ("plenary", "roundtable", "forum", "conference")
GATHERINGS: Final = frozenset({*PRINCIPAL, "workshop", "seminar", "multilateral-meeting", "awareness-campaign"})
REVIEWS: Final = ("review", "レビュー")


def series_called(call: Call, shift: int, clause: Clause, setting: Setting) -> str | None:
    """The series whose name is beside or within a call, else the one named last that the noun fits."""
    words, start, end = clause.words, shift + call.start, shift + call.end
    beside = _beside(call, words[start:end], words[shift:start], words[end:], setting)
    vague = beside is None and call.anything and not call.ministers
    if vague and shift and _names_gathering(words[shift:start], setting):
        return _last_fitting(words[shift:start], call, setting)
    new = call.noun not in ("", "time") and _ANOTHER.search(words[:start])
    if (
        beside is not None
        or new
        or (call.anything and _NOT_THAT.match(words, end))
        or _NOTE.match(clause.lead or words)
    ):
        return beside
    told = f"{normal(setting.document.text[: clause.start])} {clause.lead}{words[:start]}"
    return _named_before(told, _in_its_row(call, told, setting), setting, titled=clause.row and not call.noun)


def _names_gathering(words: str, setting: Setting) -> bool:
    """Whether words between a date and what stands behind name another gathering, which is then that of the date."""
    nearby, known = setting.gazetteer.nearby(words), setting.gazetteer.bodies
    bodies = setting.gazetteer.find_bodies(words, nearby)
    return bool(setting.gazetteer.series_lexicon.find(words, nearby)) or any(
        known[one.id].jurisdiction == "INT" for one in bodies
    )


def _in_its_row(call: Call, told: str, setting: Setting) -> Call:
    """A number alone as of the noun of the meeting before: the 61st Forum, and then the 62nd."""
    if not call.anything:
        return call
    before = [one for one in calls(told[-_GENERIC_REACH:], setting.document.language) if not one.anything]
    last = before[-1] if before else None
    if last is None or last.ordinal is None or call.ordinal is None or not 0 < abs(call.ordinal - last.ordinal) <= 2:
        return call
    return replace(call, noun="", of=last.of or last.noun)


def _beside(call: Call, said: str, before: str, after: str, setting: Setting) -> str | None:
    """The series whose name runs through a call, or of the body that stands right before or behind it."""
    noun = call.noun or ("会合" if setting.document.language == "ja" else "")
    lead = _MARKS.sub("", _MARKS.sub("", before[-_PAIR_REACH:]))
    for words in (said, f"{lead}{said}", f"{lead}{noun}"):
        found = find_series(words, setting) if call.noun or call.of or words.endswith("会合") else None
        if found is not None and fits(setting.gazetteer.series[found], call, loosely=True):
            return found
    nearby = setting.gazetteer.nearby(f"{before} {said} {after}")
    text = f"{before}{said}{after}"
    start, end = len(before), len(before) + len(said)
    for one in setting.gazetteer.body_lexicon.find(text, nearby):
        ends_before = one.end <= start and re.fullmatch(r"(?:の|'s|\s)*", text[one.end : start])
        within = start <= one.start and one.end <= end
        behind = one.start >= end and re.fullmatch(r"\s*(?:(?:of|by)\s+(?:the\s+)?)?", text[end : one.start])
        if ends_before or within or behind:
            fitting = _the_one(series_of_body(one.id, call, setting), call, setting)
            if fitting is not None:
                return fitting
    return None


def _named_before(words: str, call: Call, setting: Setting, *, titled: bool) -> str | None:
    """The series that words name last which a call fits: anywhere for the noun of its own name, near for any; for a
    number alone in a list (``titled``) first what the title names."""
    lines = setting.document.lines[:_TITLE_LINES]
    title = normal(setting.document.text[: lines[-1].end]) if lines else ""
    if call.anything and _of_its_own(title, setting):
        return None
    near = words[-_GENERIC_REACH:] if call.anything else words
    grounds = (_first_line(setting), title, near) if titled else (near, title if call.anything else "")
    return next((found for ground in grounds if (found := _last_fitting(ground, call, setting))), None)


def _first_line(setting: Setting) -> str:
    lines = (normal(setting.document.text[line.start : line.end]) for line in setting.document.lines)
    return next(filter(None, lines), "")


def _of_its_own(title: str, setting: Setting) -> bool:
    """Whether a document is on a gathering of no known series, which its other numbers are of: 第２回…セミナー."""
    nearby = setting.gazetteer.nearby(title)
    if setting.gazetteer.series_lexicon.find(title, nearby):
        return False
    named = [one for one in calls(title, setting.document.language) if not one.any_noun and not one.several]
    head = normal(setting.document.title or "") or _first_line(setting)
    any_call = Call(0, 0, None, "", "", "", ministers=False)
    return bool(named) or (kind_words(head) in _OF_ITS_OWN and _last_fitting(head, any_call, setting) is None)


def _last_fitting(words: str, call: Call, setting: Setting) -> str | None:
    gazetteer = setting.gazetteer
    nearby = gazetteer.nearby(words)
    named = [(one.end, [one.id]) for one in gazetteer.series_lexicon.find(words, nearby)]
    named += [(one.end, series_of_body(one.id, call, setting)) for one in gazetteer.body_lexicon.find(words, nearby)]
    named += [(one.end, _reviews_of(one.id, call, setting)) for one in gazetteer.framework_lexicon.find(words, nearby)]
    for _, ids in sorted(named, key=lambda one: one[0], reverse=True):
        fitting = _the_one([one for one in ids if not is_grouping(one, setting)], call, setting)
        if fitting is not None:
            return fitting
    return None


def _the_one(series: list[str], call: Call, setting: Setting) -> str | None:
    """The one of some series that a call fits, or the one of them that all members come to."""
    fitting = [known for one in series if fits(known := setting.gazetteer.series[one], call)]
    chief = [one for one in fitting if one.kind in PRINCIPAL]
    return next((ones[0].id for ones in (fitting, chief) if len(ones) == 1), None)


def is_grouping(series: str, setting: Setting) -> bool:
    """Whether a series is but the talks of one body with others, or of two of a kind."""
    known = setting.gazetteer.series[series]
    return known.kind == "bilateral-meeting" and len(known.convened_by) < 2


def series_of_body(body: str, call: Call, setting: Setting) -> list[str]:
    """The gatherings of an international body: itself where it is but that, those it convenes, and what ministers of
    the whole that it is a part of hold."""
    known, series = setting.gazetteer.bodies, setting.gazetteer.series
    if body not in known or known[body].jurisdiction != "INT":
        return []
    if body in series and not call.ministers:
        return [body]
    conveners = {body, known[body].parent if call.ministers else None}
    convened = [one for one in series.values() if conveners & set(one.convened_by)]
    kinds = PRINCIPAL if call.anything else GATHERINGS
    return [one.id for one in convened if one.kind in kinds and _of_ministers(one) == call.ministers]


def _reviews_of(framework: str, call: Call, setting: Setting) -> list[str]:
    """The reviews of a framework, where the call is of a review."""
    series = setting.gazetteer.series.values() if call.noun in REVIEWS else ()
    return [one.id for one in series if framework in one.frameworks]


def _of_ministers(series: KnownSeries) -> bool:
    return bool(MINISTERS.search(f"{series.name.en} {series.name.ja}"))


def fits(series: KnownSeries, call: Call, *, loosely: bool = False) -> bool:
    """Whether a call may be of a series: its noun is in the name or says the kind, and ministers meet in it if told."""
    if call.ministers and not _of_ministers(series):
        return False
    name = f"{series.name.en} {series.name.ja}".lower()
    if loosely or call.anything:
        return series.kind != "awareness-campaign" and (loosely or call.own.lower() in name)
    noun = "" if call.any_noun else call.noun.removesuffix("会合")
    if call.of and call.of not in name:
        return False
    if call.own:  # what stands between number and noun is of its name: the sixteenth Joint Committee
        own = call.own.lower()
        return f"{own}{noun}" in name or f"{own} {noun}".strip() in name
    return not noun or noun in name or (series.kind in PRINCIPAL and kind_words(noun) == series.kind)

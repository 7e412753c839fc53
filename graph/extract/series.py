"""The series of a meeting that its words name only by reference: the 57th Forum, 次回の会議, 第2回 in a list.

Such a meeting belongs to the series whose name is next to the number, else to the one named last before that its noun
fits. A grouping of talks of two authorities never takes a meeting that is called by a number and the noun of a forum.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.called_again import MINISTERS, Call, calls
from graph.extract.clause_around import ENDS_CLAUSE, Clause, clause_around
from graph.extract.draft import Draft
from graph.extract.gazetteer import KnownSeries
from graph.extract.names import find_series, kind_words
from graph.extract.setting import Setting
from graph.text import normal

_PRINCIPAL: Final = ("plenary", "roundtable", "forum", "conference")
_GATHERINGS: Final = frozenset({*_PRINCIPAL, "workshop", "seminar", "multilateral-meeting", "awareness-campaign"})
# Talks with somebody may have a number too.
_OF_TALKS: Final = frozenset({"協議", "対話", "dialogue", "review", "meeting", "time", "session", ""})
_ADJACENT: Final = re.compile(r"[はが、(:|\s]{0,4}(?:[一-龥]{0,2}[は:])?\s*")
_MARKS: Final = re.compile(r"[「」『』“”\"]|\([^()]*\)|の$|\s+$")
_GENERIC_REACH: Final = 500
_PAIR_REACH: Final = 40
_TITLE_LINES: Final = 4
_NOT_THAT: Final = re.compile(r"\s*(?:of|by|with|between|among)\s|[^。、]{0,8}との")
_BESIDE_IT: Final = re.compile(
    r"(?:\b(?:during|alongside|before|after|following)|\bahead\s+of|\b(?:margins?|sidelines?|fringes?)\s+of)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_AT_ITS_SIDE: Final = re.compile(
    r"(?:\([^()]*\))?(?:の(?:際|機会|折|場で|合間|会期|期間|開催(?:に合わせ|前|中)|前日|翌日|会場)|に(?:先立|際し|合わせ|併せ)|期間中|終了後|後に"
    r"|の?準備)"
)
_NOTE: Final = re.compile(r"[※注(]*[0-9]{1,2}\)?について")
_PART_OF_BODY: Final = re.compile(
    r"の|[一-龥ァ-ヶー・・]{0,14}(?:部会|グループ|理事会|委員会|WG|イベント|実務者会合)|\s+(?:[A-Z]\w+\s+)*(?:Working|Committee|[Rr]esolution)"
)
_TALKS_WITH: Final = re.compile(r"との?|会談|面談|面会|訪問|来訪|懇談|\bwith\b|\bcall\b|\bvisit")


def settled(draft: Draft, setting: Setting) -> Draft:
    """A draft with the series that its words refer to, where they name none themselves."""
    signed = _signed_by_two(draft, setting)
    if signed is not None:
        return _of(draft, signed, None, setting)
    own = _own_body(draft, setting)
    if own is not None:
        return _of(draft, own, draft.reading.ordinal, setting)
    clause = clause_around(draft, setting)
    if clause is None or draft.kind == "signing":
        return draft
    call = _call_of(clause, setting)
    if call is not None:
        return _as_called(draft, *call, clause, setting)
    row = _named_in_row(draft, clause, setting)
    return _of(draft, row, None, setting, clause) if row else draft


def _as_called(draft: Draft, call: Call, shift: int, clause: Clause, setting: Setting) -> Draft:
    """A draft with the series that a call refers to; without a grouping of talks that it cannot be of."""
    if _at_its_side(call, shift, clause) or not _open_to(draft, call, _side(clause, shift), setting):
        return draft
    found = _series_of(call, shift, clause, setting)
    if found is not None:
        return _of(draft, found, call.ordinal, setting, clause)
    if draft.reading.series and _is_grouping(draft.reading.series, setting) and not call.any_noun:
        return replace(draft, reading=replace(draft.reading, series=None))
    return draft


def _of(draft: Draft, series: str, ordinal: int | None, setting: Setting, clause: Clause | None = None) -> Draft:
    """The draft as a meeting of a series; bodies that only lines before it name were not those of it."""
    known = setting.gazetteer.series[series]
    reading = replace(draft.reading, series=series, ordinal=ordinal or draft.reading.ordinal)
    if known.kind not in _GATHERINGS:
        return replace(draft, reading=reading)
    participants, bodies = draft.participants, draft.reading.bodies
    if clause is not None and draft.reading.series != series:
        words = normal(clause.words)
        there = {one.id for one in setting.gazetteer.find_bodies(words, setting.gazetteer.nearby(words))}
        participants = tuple(one for one in participants if one.authority in there)
        bodies = tuple(one for one in bodies if one.authority in there)
    reading = replace(reading, kind=known.kind, talk=False, bodies=bodies)
    kind = draft.kind if draft.kind == "conference-call" else known.kind
    return replace(draft, reading=reading, kind=kind, participants=participants)


def _signed_by_two(draft: Draft, setting: Setting) -> str | None:
    """The grouping of what data protection authorities sign with each other."""
    if draft.kind != "signing" or draft.reading.series or "dpa-mou" not in setting.gazetteer.series:
        return None
    known = setting.gazetteer.bodies
    named = {one.authority for one in draft.reading.bodies} | {one.authority for one in draft.participants}
    named -= {None}
    named |= {setting.publisher} if draft.own and setting.publisher else set()
    peers = all(one in known and known[one].kind == "data-protection-authority" for one in named)
    return "dpa-mou" if len(named) == 2 and peers else None


def _own_body(draft: Draft, setting: Setting) -> str | None:
    """The body that is but the gathering of its members, as the one that a gathering is of."""
    if draft.reading.series or draft.reading.talk or draft.kind not in _PRINCIPAL:
        return None
    bodies = [one.authority for one in draft.reading.bodies if one.authority]
    series = setting.gazetteer.series.get(bodies[0]) if len(bodies) == len(draft.reading.bodies) == 1 else None
    return series.id if series is not None and series.kind == draft.kind else None


def _is_grouping(series: str, setting: Setting) -> bool:
    """Whether a series is but the talks of one body with others, or of two of a kind."""
    known = setting.gazetteer.series[series]
    return known.kind == "bilateral-meeting" and len(known.convened_by) < 2


def _at_its_side(call: Call, shift: int, clause: Clause) -> bool:
    """Whether words tell of something at the side of the meeting that they call: a talk during the 44th Assembly."""
    words = clause.words
    return bool(_BESIDE_IT.search(words[: shift + call.start]) or _AT_ITS_SIDE.match(words, shift + call.end))


def _side(clause: Clause, shift: int) -> Clause:
    """The clause from its date on, where what it calls the meeting stands behind the date."""
    return replace(clause, before="") if shift else clause


def _open_to(draft: Draft, call: Call, clause: Clause, setting: Setting) -> bool:
    """Whether the series of a draft is not told by its own words, and so gives way to what the call refers to."""
    series = draft.reading.series
    if series is None:
        return not (draft.reading.talk and call.noun in _OF_TALKS and _talk_of_two(draft, clause, setting))
    if _is_grouping(series, setting):
        return call.noun not in _OF_TALKS and not (call.any_noun and _talk_of_two(draft, clause, setting))
    if draft.origin == "table" or (call.ordinal != draft.reading.ordinal and not call.of):
        return False
    named = [one.id for one in setting.gazetteer.series_lexicon.find(clause.words, setting.nearby)]
    return series not in named and not call.anything and not _fits(setting.gazetteer.series[series], call)


def _talk_of_two(draft: Draft, clause: Clause, setting: Setting) -> bool:
    """Whether a clause itself names the national body that a talk was with."""
    known = setting.gazetteer.bodies
    there = setting.gazetteer.find_bodies(clause.words, setting.gazetteer.nearby(clause.words))
    named = {one.id for one in there if known[one.id].jurisdiction != "INT"} - {setting.publisher}
    return bool(named & {one.authority for one in draft.reading.bodies}) and bool(_TALKS_WITH.search(clause.words))


def _call_of(clause: Clause, setting: Setting) -> tuple[Call, int] | None:
    """The call that is of the date, and where in the clause its part begins: the one before it where it touches the
    date, else the one after it in Japanese or where none is before, else the last before it."""
    language = setting.document.language
    before, after = calls(clause.before, language), calls(clause.after, language)
    gap = clause.before[before[-1].end :] if before else None
    touching = gap is not None and _ADJACENT.fullmatch(gap) is not None and not (after and "が" in gap)
    if after and not touching and (language == "ja" or not before):
        return after[0], len(clause.before) + len(clause.date)
    if before:
        return before[-1], 0
    several = [one for one in calls(_sentence(clause.lead), language) if one.several]
    return (replace(several[-1], start=0, end=0), 0) if several else None


def _sentence(lead: str) -> str:
    """The words of the sentence that ends in ``lead``."""
    return ENDS_CLAUSE.split(lead)[-1]


def _series_of(call: Call, shift: int, clause: Clause, setting: Setting) -> str | None:
    """The series whose name is beside or within a call, else the one named last that the noun fits."""
    words, start, end = clause.words, shift + call.start, shift + call.end
    beside = _beside(call, words[start:end], words[shift:start], words[end:], setting)
    if (
        beside is None
        and shift
        and call.anything
        and not call.ministers
        and _names_gathering(words[shift:start], setting)
    ):
        return _last_fitting(words[shift:start], call, setting)
    if beside is not None or (call.anything and _NOT_THAT.match(words, end)) or _NOTE.match(clause.lead or words):
        return beside
    told = normal(setting.document.text[: clause.start]) + clause.lead + words[:start]
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
        if found is not None and _fits(setting.gazetteer.series[found], call, loosely=True):
            return found
    nearby = setting.gazetteer.nearby(f"{before} {said} {after}")
    text = f"{before}{said}{after}"
    start, end = len(before), len(before) + len(said)
    for one in setting.gazetteer.body_lexicon.find(text, nearby):
        ends_before = one.end <= start and re.fullmatch(r"(?:の|'s|\s)*", text[one.end : start])
        within = start <= one.start and one.end <= end
        behind = one.start >= end and re.fullmatch(r"\s*(?:(?:of|by)\s+(?:the\s+)?)?", text[end : one.start])
        if ends_before or within or behind:
            fitting = [s for s in _series_of_body(one.id, call, setting) if _fits(setting.gazetteer.series[s], call)]
            if len(fitting) == 1:
                return fitting[0]
    return None


def _named_before(words: str, call: Call, setting: Setting, *, titled: bool) -> str | None:
    """The series that words name last which a call fits: anywhere for the noun of its own name, near for any; for a
    number alone in a list (``titled``) first what the title names."""
    lines = setting.document.lines[:_TITLE_LINES]
    title = normal(setting.document.text[: lines[-1].end]) if lines else ""
    near = words[-_GENERIC_REACH:] if call.anything else words
    grounds = (title, near) if titled else (near, title if call.anything else "")
    return next((found for ground in grounds if (found := _last_fitting(ground, call, setting))), None)


def _last_fitting(words: str, call: Call, setting: Setting) -> str | None:
    gazetteer = setting.gazetteer
    nearby = gazetteer.nearby(words)
    named = [(one.end, [one.id]) for one in gazetteer.series_lexicon.find(words, nearby)]
    named += [(one.end, _series_of_body(one.id, call, setting)) for one in gazetteer.body_lexicon.find(words, nearby)]
    for _, ids in sorted(named, key=lambda one: one[0], reverse=True):
        fitting = [one for one in ids if not _is_grouping(one, setting) and _fits(gazetteer.series[one], call)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _series_of_body(body: str, call: Call, setting: Setting) -> list[str]:
    """The gatherings of an international body: itself where it is but that, those it convenes, and what ministers of
    the whole that it is a part of hold."""
    known, series = setting.gazetteer.bodies, setting.gazetteer.series
    if body not in known or known[body].jurisdiction != "INT":
        return []
    if body in series and not call.ministers:
        return [body]
    conveners = {body, known[body].parent if call.ministers else None}
    convened = [one for one in series.values() if conveners & set(one.convened_by)]
    kinds = _PRINCIPAL if call.anything else _GATHERINGS
    return [one.id for one in convened if one.kind in kinds and _of_ministers(one) == call.ministers]


def _of_ministers(series: KnownSeries) -> bool:
    return bool(MINISTERS.search(f"{series.name.en} {series.name.ja}"))


def _fits(series: KnownSeries, call: Call, *, loosely: bool = False) -> bool:
    """Whether a call may be of a series: its noun is in the name or says the kind, and ministers meet in it if told."""
    if call.ministers and not _of_ministers(series):
        return False
    name = f"{series.name.en} {series.name.ja}".lower()
    if loosely or call.anything:
        return series.kind != "awareness-campaign" and (loosely or call.own.lower() in name)
    of = not call.of or call.of in name
    noun = "" if call.any_noun else call.noun.removesuffix("会合")
    says_kind = series.kind in _PRINCIPAL and kind_words(noun) == series.kind
    return of and call.own.lower() in name and (not noun or noun in name or says_kind)


def _named_in_row(draft: Draft, clause: Clause, setting: Setting) -> str | None:
    """The one gathering that a line of a list names by its series or its body: 11月18日 OECD・WPDGP."""
    if not clause.row or draft.reading.series or _TALKS_WITH.search(clause.words):
        return None
    nearby = setting.gazetteer.nearby(clause.words)
    any_call = Call(0, 0, None, "", "", "", ministers=False)
    found = {one.id for one in setting.gazetteer.series_lexicon.find(clause.words, nearby)}
    if not found:
        bodies = setting.gazetteer.find_bodies(clause.words, nearby)
        bodies = [one for one in bodies if not _PART_OF_BODY.match(clause.words, one.end)]
        own = {one.id for one in bodies} & setting.gazetteer.series.keys()
        found = own or {one for body in bodies for one in _series_of_body(body.id, any_call, setting)}
    one = found.pop() if len(found) == 1 else None
    return one if one is not None and not _is_grouping(one, setting) else None

"""The series of a meeting that its words name only by reference: the 57th Forum, 次回の会議, 第2回 in a list.

Such a meeting belongs to the series whose name is next to the number, else to the one named last before that its noun
fits. A grouping of talks of two authorities never takes a meeting that is called by a number and the noun of a forum.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.antecedents import GATHERINGS, PRINCIPAL, REVIEWS, fits, is_grouping, series_called, series_of_body
from graph.extract.called_again import Call, calls
from graph.extract.clause_around import ENDS_CLAUSE, Clause, clause_around
from graph.extract.draft import Draft
from graph.extract.setting import Setting
from graph.text import normal

# Talks with somebody may have a number too.
_OF_TALKS: Final = frozenset({*REVIEWS, "協議", "対話", "dialogue", "meeting", "time", "session", ""})
_ADJACENT: Final = re.compile(r"[はが、(:|\s]{0,4}(?:[一-龥]{0,2}[は:])?\s*")
_BESIDE_IT: Final = re.compile(
    r"(?:\b(?:during|alongside|before|after|following)|\bahead\s+of|\b(?:margins?|sidelines?|fringes?)\s+of)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_AT_ITS_SIDE: Final = re.compile(
    r"(?:\([^()]*\))?(?:の(?:際|機会|折|場で|合間|会期|期間|開催(?:に合わせ|前|中)|前日|翌日|会場)|に(?:先立|際し|合わせ|併せ)|期間中|終了後|後に"
    r"|の?準備)"
)
_PART_OF_BODY: Final = re.compile(
    r"の|[一-龥ァ-ヶー・・]{0,14}(?:部会|グループ|理事会|委員会|WG|イベント|実務者会合)|\s+(?:[A-Z]\w+\s+)*(?:[Ww]orking|[Cc]ommittee|[Ss]ub-?group|[Rr]esolution)"
)
_TALKS_WITH: Final = re.compile(r"との?|会談|面談|面会|訪問|来訪|懇談|\bwith\b|\bcall\b|\bvisit|\bmet\b|\bspoke\b")


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
    found = series_called(call, shift, clause, setting)
    if found is not None:
        return _of(draft, found, call.ordinal, setting, clause)
    if draft.reading.series and is_grouping(draft.reading.series, setting) and not call.any_noun:
        return replace(draft, reading=replace(draft.reading, series=None))
    return draft


def _of(draft: Draft, series: str, ordinal: int | None, setting: Setting, clause: Clause | None = None) -> Draft:
    """The draft as a meeting of a series; bodies that only lines before it name were not those of it."""
    known = setting.gazetteer.series[series]
    reading = replace(draft.reading, series=series, ordinal=ordinal or draft.reading.ordinal)
    if known.kind not in GATHERINGS:
        kind = known.kind if draft.kind == "multilateral-meeting" else draft.kind
        return replace(draft, reading=replace(reading, kind=kind), kind=kind)
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
    if draft.reading.series or draft.reading.talk or draft.kind not in PRINCIPAL:
        return None
    bodies = [one.authority for one in draft.reading.bodies if one.authority]
    series = setting.gazetteer.series.get(bodies[0]) if len(bodies) == len(draft.reading.bodies) == 1 else None
    return series.id if series is not None and series.kind == draft.kind else None


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
    if is_grouping(series, setting):
        return call.noun not in _OF_TALKS and not (call.any_noun and _talk_of_two(draft, clause, setting))
    if draft.origin == "table" or (call.ordinal != draft.reading.ordinal and not call.of and not clause.row):
        return False
    named = [one.id for one in setting.gazetteer.series_lexicon.find(clause.words, setting.nearby)]
    return series not in named and not call.anything and not fits(setting.gazetteer.series[series], call)


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
        found = own or {one for body in bodies for one in series_of_body(body.id, any_call, setting)}
    one = found.pop() if len(found) == 1 else None
    return one if one is not None and not is_grouping(one, setting) else None

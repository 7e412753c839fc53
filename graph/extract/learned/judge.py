"""Dates weighed by the words around them: what was read against all likelihood, and what was likely and not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.extract.doubts import UNLIKELY, UNSETTLED
from graph.extract.draft import Draft
from graph.extract.join import same_event
from graph.extract.learned.chances import Taught
from graph.extract.learned.features import features_of
from graph.extract.learned.passages import Passage
from graph.extract.setting import Setting

# From here on a date that no rule read is put before a person: several days are seldom those of anything else, a year
# often. More is asked where a rule read another date of the sentence. What a rule read is dropped where it hardly can.
LIKELY: Final = 0.4
LIKELY_DAYS: Final = 0.25
LIKELY_ALONE: Final = 0.65
LIKELY_YEAR: Final = 0.55
LIKELY_BESIDE: Final = 0.8
HARDLY: Final = 0.15
# What is accepted without review is this sure to be an engagement (less is asked of numbered meetings of a series, and
# in reports on a period, whose publishers tell of their own work), and to have been held (or, the other way, not).
SURE: Final = 0.85
SURE_IF_PLAIN: Final = 0.65
SURELY_HELD: Final = 0.9
SURELY_NOT_HELD: Final = 0.2
# What is told as held and is less likely so is taken for a plan: nothing that was not held may pass as held.
HELD: Final = 0.6
HELD_BY_RULES: Final = 0.4


@dataclass(frozen=True)
class Judged:
    """A passage, the chance that it tells of an engagement, and that this was held if so."""

    passage: Passage
    chance: float
    held: float


def judged(passages: Sequence[Passage], setting: Setting, taught: Taught) -> list[Judged]:
    """Every date of the prose with its chances."""
    seen = features_of(passages, setting)
    return [
        Judged(one, taught.told.chance(beside), taught.held.chance(beside))
        for one, beside in zip(passages, seen, strict=True)
    ]


def weighed(drafts: Iterable[Draft], found: Sequence[Judged], setting: Setting) -> list[Draft]:
    """The drafts without those that hardly can be; what is not likely, or hardly was held, gets a doubt.

    A date told several times counts where it is likeliest. Tables, and dates that prose does not tell, stay.
    """
    best: dict[str, Judged] = {}
    for one in sorted(found, key=lambda judged: judged.chance):
        best[one.passage.date.when.edtf] = one
    kept = (_weighed(draft, best.get(draft.when.edtf), setting) for draft in drafts)
    return [draft for draft in kept if draft is not None]


def _weighed(draft: Draft, judged: Judged | None, setting: Setting) -> Draft | None:
    if judged is None or draft.origin != "prose":
        return draft
    numbered = draft.reading.series is not None and draft.reading.ordinal is not None
    plain = numbered or setting.document.period is not None
    if judged.chance < HARDLY and not numbered:
        return None
    held = draft.status == "held"
    sure = judged.held >= SURELY_HELD if held else judged.held <= SURELY_NOT_HELD
    likely = judged.chance >= (SURE_IF_PLAIN if plain else SURE)
    doubts = ([] if likely else [UNLIKELY]) + ([] if sure else [UNSETTLED])
    status = "planned" if held and judged.held < HELD_BY_RULES else draft.status
    return replace(draft, status=status, doubts=tuple(dict.fromkeys((*draft.doubts, *doubts))))


def unread(
    drafts: Sequence[Draft],
    found: Iterable[Judged],
    read: Callable[[Passage, Setting], Draft | None],
    setting: Setting,
) -> list[Draft]:
    """A draft for each likely date of which none tells, read from its sentence alone; the likeliest first."""
    new: list[Draft] = []
    for one in sorted(filter(_likely, found), key=lambda judged: -judged.chance):
        if one.chance < LIKELY_BESIDE and _rests(one.passage, drafts):
            continue
        draft = read(one.passage, setting)
        if draft is None or _needless(draft, one, drafts, setting):
            continue
        if draft.status == "held" and one.held < HELD:
            draft = replace(draft, status="planned")
        if not any(_told(other, draft, setting) for other in (*drafts, *new)):
            new.append(draft)
    return new


def _likely(judged: Judged) -> bool:
    when = judged.passage.date.when
    if when.precision == "year":
        return judged.chance >= LIKELY_YEAR
    return judged.chance >= (LIKELY_DAYS if when.precision == "day" and when.earliest < when.latest else LIKELY)


def _needless(draft: Draft, judged: Judged, drafts: Sequence[Draft], setting: Setting) -> bool:
    """Whether a draft less than likely tells of nobody abroad or of days of which others tell singly, or is of the old
    day of a meeting that a rule read with its new one."""
    if draft.status == "postponed" and _rests(judged.passage, drafts):
        return True
    if judged.chance < LIKELY:
        return any(draft.when.earliest <= one.when.earliest and one.when.latest <= draft.when.latest for one in drafts)
    return judged.chance < LIKELY_ALONE and not _with_somebody(draft, setting)


def _with_somebody(draft: Draft, setting: Setting) -> bool:
    """Whether a body abroad, a country or a series is named."""
    known = setting.gazetteer.bodies
    homes = [known[one.authority].jurisdiction for one in draft.participants if one.authority in known]
    others = any(map(setting.foreign, homes))
    places = any(setting.foreign(code) for code in draft.place.countries)
    return bool(others or places or draft.reading.series or draft.reading.countries)


def _rests(passage: Passage, drafts: Sequence[Draft]) -> bool:
    """Whether a rule read a meeting in this sentence, and left this date of it alone."""
    start, end = passage.sentence.span(0, len(passage.sentence.text))
    return any(one.start == start and one.end == end for draft in drafts for one in draft.evidence)


def _told(other: Draft, new: Draft, setting: Setting) -> bool:
    """Whether a draft tells that day already: on the same sentence, with that side, or with none named in either."""
    if other.when.edtf != new.when.edtf:
        return same_event(other, new)
    if any(a.start == b.start for a in other.evidence for b in new.evidence):
        return True
    theirs = {one.authority for one in other.participants} - {setting.publisher}
    ours = {one.authority for one in new.participants} - {setting.publisher}
    return not theirs or not ours or bool(theirs & ours)

"""One event, told twice in one document: which drafts are the same, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from graph.extract.doubts import JOURNEY
from graph.extract.draft import Draft
from graph.model import Participant, Place, When
from graph.text import key

ALIKE: Final = 0.6
_PRECISIONS: Final = ("day", "month", "year", "fiscal-half", "fiscal-year")
_TALKS: Final = frozenset(
    {"bilateral-meeting", "trilateral-meeting", "multilateral-meeting", "visit", "conference-call"}
)
_NOUN_ALONE: Final = ("会合", "会議", "同会合", "本会合", "同会議", "総会", "対話", "協議")
_NUMBER_ALONE: Final = re.compile(
    r"(?:次回の|前回の|同)?第[0-9]+回(?:目の)?(?P<noun>会合|会議|対話|協議|フォーラム|総会|ラウンドテーブル)"
)
_UNKIN: Final[Mapping[str, str]] = {}
DATES_DIFFER: Final = "dates differ within the document / 文書内で日付が一致しない"


def join(drafts: list[Draft], new: Draft, parents: Mapping[str, str] = _UNKIN) -> list[int]:
    """Join a draft to the one it retells, in place, or append it; returns where it now stands.

    ``parents`` gives the body that another is a part of: a talk with the whole may retell one with the part.

    A retelling that fits several events equally well (the June meeting, where there were two) is evidence
    for each of them and no event of its own.
    """
    fitting = [index for index, draft in enumerate(drafts) if same_event(draft, new, parents)]
    exact = [index for index in fitting if _same_number(drafts[index], new)]
    chosen = exact or fitting
    for index in chosen:
        drafts[index] = _without_wholes(joined(drafts[index], _of_series(new, drafts[index])), parents)
    if chosen:
        return chosen
    drafts.append(new)
    return [len(drafts) - 1]


def same_event(one: Draft, other: Draft, parents: Mapping[str, str] = _UNKIN) -> bool:
    """Whether two tellings are of one event. Different ordinals of a series never are."""
    apart = (_next_time, _on_a_journey, _side_by_side)
    if one.tables & other.tables or any(differ(one, other) for differ in apart):
        return False
    if _same_number(one, other):
        return _near(one.when, other.when)
    if any(_went_for(*pair) or _by_number_then(*pair) for pair in ((one, other), (other, one))):
        return True
    if not _overlap(one.when, other.when) or not _compatible(one.place, other.place):
        return False
    series, another = one.reading.series, other.reading.series
    if series and another:
        open_number = None in (one.reading.ordinal, other.reading.ordinal)
        return series == another and open_number and _same_partners(one, other, parents)
    return _same_by_name(one, other, parents)


def _next_time(one: Draft, other: Draft) -> bool:
    """Whether one is still planned and the other was held: of one time only where their dates agree."""
    return {one.status, other.status} == {"held", "planned"} and one.when.edtf != other.when.edtf


def _on_a_journey(one: Draft, other: Draft) -> bool:
    """Whether one is a journey of several days to a country, and the other what took place on a day of it."""
    if one.when.edtf == other.when.edtf:
        return False
    return any(
        draft.kind == "visit" and not draft.reading.bodies and draft.when.earliest < draft.when.latest
        for draft in (one, other)
    )


def _went_for(journey: Draft, told: Draft) -> bool:
    """Whether a meeting called by its noun alone is that for which a journey was made whose days it lies in."""
    if JOURNEY not in journey.doubts or told.words not in _NOUN_ALONE:
        return False
    return journey.when.earliest <= told.when.earliest and told.when.latest <= journey.when.latest


def _by_number_alone(bare: Draft, named: Draft) -> bool:
    """Whether one told as 第13回会合 and no more is the meeting of a series that has this number then."""
    alone = _NUMBER_ALONE.fullmatch(bare.words)
    number, own = named.reading.ordinal, _NUMBER_ALONE.fullmatch(named.words)
    return bool(alone and not own and named.reading.series and number and bare.reading.ordinal == number)


def _by_number_then(bare: Draft, named: Draft) -> bool:
    """Whether one told by its number alone is a meeting of that number, of that time and place."""
    same_time = _overlap(bare.when, named.when) and _compatible(bare.place, named.place)
    return same_time and _by_number_alone(bare, named)


def _of_series(new: Draft, known: Draft) -> Draft:
    """A meeting told by its number alone, of the series of the one that it retells."""
    if not _by_number_alone(new, known):
        return new
    return replace(new, reading=replace(new.reading, series=known.reading.series))


def _without_wholes(draft: Draft, parents: Mapping[str, str]) -> Draft:
    """The draft without a partner of which a part is named too: the commission, beside its directorate-general."""
    wholes = {parents.get(body) for body in _bodies(draft)}
    wholes &= {one.authority for one in draft.participants if draft.kind in _TALKS}
    kept = tuple(one for one in draft.participants if one.authority is None or one.authority not in wholes)
    return replace(draft, participants=kept)


def _same_by_name(one: Draft, other: Draft, parents: Mapping[str, str]) -> bool:
    """Without a shared series: a similar name or shared bodies, for events of a like kind."""
    if (one.kind in _TALKS) != (other.kind in _TALKS) or _strangers(one, other, parents):
        return False
    if (one.kind == "signing") != (other.kind == "signing"):
        return False
    if alike(one.words, other.words) >= ALIKE:
        return True
    return _akin(_bodies(one), _bodies(other), parents) and (one.kind == other.kind or one.kind in _TALKS)


def joined(one: Draft, other: Draft) -> Draft:
    """What two tellings of one event say together: the more exact date, the fuller name and place."""
    first, second = (one, other) if _exactness(one) >= _exactness(other) else (other, one)
    doubts = tuple(dict.fromkeys((*one.doubts, *other.doubts)))
    if JOURNEY not in first.doubts:
        doubts = tuple(doubt for doubt in doubts if doubt != JOURNEY)
    if not _overlap(one.when, other.when):
        doubts = (*doubts, DATES_DIFFER)
    reading = replace(
        first.reading,
        series=first.reading.series or second.reading.series,
        ordinal=first.reading.ordinal or second.reading.ordinal,
        level=first.reading.level or second.reading.level,
        bodies=first.reading.bodies or second.reading.bodies,
        countries=first.reading.countries | second.reading.countries,
    )
    return replace(
        first,
        place=fuller(first.place, second.place),
        reading=reading,
        status=first.status if first.status != "held" else second.status,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        tables=one.tables | other.tables,
        caption=first.caption or second.caption,
        participants=join_participants(one.participants, other.participants),
        frameworks=tuple(dict.fromkeys((*one.frameworks, *other.frameworks))),
        topics=tuple(dict.fromkeys((*one.topics, *other.topics))),
        statements=tuple(dict.fromkeys((*one.statements, *other.statements))),
        doubts=doubts,
    )


def join_participants(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Each body once, with the role that says most and the post where it is named."""
    kept: dict[str, Participant] = {}
    for participant in (*one, *other):
        name = participant.authority or participant.label
        known = kept.get(name)
        kept[name] = participant if known is None else _richer(known, participant)
    return tuple(kept.values())


def alike(one: str, other: str) -> float:
    """Dice's coefficient over letter pairs of two names, 0 to 1."""
    a, b = _pairs(one), _pairs(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _pairs(words: str) -> frozenset[str]:
    letters = key(words)
    return frozenset(letters[index : index + 2] for index in range(len(letters) - 1))


def _richer(one: Participant, other: Participant) -> Participant:
    plain = one.role == "participant"
    return one.model_copy(
        update={
            "role": other.role if plain else one.role,
            "post": one.post or other.post,
            "level": one.level or other.level,
        }
    )


def _same_number(one: Draft, other: Draft) -> bool:
    series, ordinal = one.reading.series, one.reading.ordinal
    return bool(series and ordinal and (series, ordinal) == (other.reading.series, other.reading.ordinal))


def _same_partners(one: Draft, other: Draft, parents: Mapping[str, str]) -> bool:
    """Talks of a standing dialogue are one only where their partners agree or are not both told."""
    if one.kind not in _TALKS or one.kind == "trilateral-meeting":
        return True
    ours, theirs = _bodies(one), _bodies(other)
    return not ours or not theirs or _akin(ours, theirs, parents)


def _strangers(one: Draft, other: Draft, parents: Mapping[str, str]) -> bool:
    """Talks with different partners are different talks."""
    ours, theirs = _bodies(one), _bodies(other)
    return one.kind in _TALKS and bool(ours) and bool(theirs) and not _akin(ours, theirs, parents)


def _akin(ours: set[str], theirs: set[str], parents: Mapping[str, str]) -> bool:
    """Whether two tellings share a body, or one names the whole that a body of the other is a part of."""
    if ours & theirs:
        return True
    wholes, others = ({parents.get(body) for body in bodies} for bodies in (ours, theirs))
    return bool(wholes & theirs or others & ours)


def _side_by_side(one: Draft, other: Draft) -> bool:
    """Talks that one sentence tells of different partners, known or not: カナダ及びイタリアの機関とそれぞれ."""
    if one.kind not in _TALKS or one.evidence != other.evidence:
        return False
    ours, theirs = ({body.authority or body.label for body in draft.reading.bodies} for draft in (one, other))
    return bool(ours) and bool(theirs) and not ours & theirs


def _bodies(draft: Draft) -> set[str]:
    return {body.authority for body in draft.reading.bodies if body.authority}


def _overlap(one: When, other: When) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _near(one: When, other: When) -> bool:
    """Whether two dates of one numbered meeting can be slips of each other: within two months."""
    gap = max((one.earliest - other.latest).days, (other.earliest - one.latest).days)
    return gap <= 62


def _compatible(one: Place, other: Place) -> bool:
    if one.countries and other.countries and not set(one.countries) & set(other.countries):
        return "online" in (one.mode, other.mode)
    return True


def fuller(one: Place, other: Place) -> Place:
    """The place that names a country, with the other's city and mode where it lacks them."""
    first, second = (one, other) if one.countries or not other.countries else (other, one)
    mode = first.mode if first.mode != "unknown" else second.mode
    return first.model_copy(update={"city": first.city or second.city, "mode": mode})


def _exactness(draft: Draft) -> tuple[int, bool, bool, bool]:
    return (
        -_PRECISIONS.index(draft.when.precision),
        JOURNEY not in draft.doubts,
        draft.origin == "table",
        draft.reading.ordinal is not None,
    )

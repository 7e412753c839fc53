"""Drafts to accounts: participants, frameworks, level, titles, and how sure all of it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.eras import outlived
from graph.extract.bodies import highest
from graph.extract.doubts import DAY_LEANS, NOBODY, NOT_TOGETHER, UNSETTLED, YEAR_OF_PAGE
from graph.extract.draft import Draft
from graph.extract.gazetteer import KnownSeries
from graph.extract.join import join_participants
from graph.extract.names import paired
from graph.extract.series import settled
from graph.extract.setting import Setting
from graph.extract.titles import title
from graph.model import Account, Participant
from graph.text import normal
from ontology.terms import Role

EXTRACTOR: Final = "report/0.8.0"

_TALKS: Final = frozenset({"bilateral-meeting", "trilateral-meeting", "multilateral-meeting", "visit"})
_WITH_SOMEBODY: Final = _TALKS | {"conference-call"}
_TOGETHER: Final = re.compile(r"三者|三極|三か国|合同|共同|trilateral|joint", re.IGNORECASE)
_SURE: Final = {"table": 0.95, "prose": 0.88}
_TOLD_TWICE: Final = 0.03
_DOUBT: Final = 0.2
_OUTLIVED: Final = "{0} lies after the end of its era; read as {1} / 改元後の年号「{0}」を{1}年と読み替えた"
_UNKNOWN_BODY: Final = "body not in the reference data / 登録されていない機関: {}"
_LEANS: Final = re.compile(r"同月|同日|翌日|翌月|前日|[同翌]\s*[0-9０-９]")
_MONTH_TOLD: Final = re.compile(
    r"月|[0-9０-９]\s*[./-]\s*[0-9０-９]|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE
)
_YEAR_TOLD: Final = re.compile(r"年|[0-9０-９]{4}|(?<![A-Za-z])[HRS]\.?[0-9０-９元]")
_GATHERINGS: Final = frozenset(
    {
        "plenary",
        "forum",
        "conference",
        "workshop",
        "seminar",
        "roundtable",
        "conference-call",
        "awareness-campaign",
    }
)


def account_of(draft: Draft, setting: Setting) -> Account:
    """The account of one event, with its confidence and, where a person has to look, the reasons."""
    draft = settled(_after_period(draft, setting), setting)
    participants = _participants(draft, setting)
    reasons = _reasons(draft, participants, setting)
    confidence = _confidence(draft, reasons)
    frameworks, topics = _subjects(draft, setting)
    evidence = sorted(draft.evidence, key=lambda one: one.start or 0)
    return Account(
        source=setting.document.slug,
        title=title(draft, participants, setting.gazetteer, setting.document.language),
        kind=draft.kind,
        status=draft.status,
        when=draft.when,
        place=draft.place,
        series=draft.reading.series,
        ordinal=draft.reading.ordinal,
        level=draft.reading.level or highest([p.level for p in participants if p.authority != setting.publisher]),
        participants=participants,
        frameworks=frameworks,
        topics=topics,
        statements=draft.statements,
        evidence=tuple(evidence),
        confidence=confidence,
        status_review="review" if reasons else "accepted",
        reasons=reasons,
        note=next((reason for reason in reasons if reason == NOT_TOGETHER), None),
        extractor=EXTRACTOR,
    )


def _after_period(draft: Draft, setting: Setting) -> Draft:
    """What a report tells of a day after the period that it covers may be still to come, where nobody knows its own."""
    document = setting.document
    covered = document.period if document.published is None else None
    if covered is None or draft.status != "held" or draft.when.earliest <= covered.latest:
        return draft
    return replace(draft, status="planned", doubts=(*draft.doubts, UNSETTLED))


def _participants(draft: Draft, setting: Setting) -> tuple[Participant, ...]:
    """Who took part: as the name and the prose say, the convenors of a gathering, and the publisher."""
    known = setting.gazetteer.bodies
    named = draft.reading.participants() if not draft.participants or draft.origin == "table" else ()
    told = (*named, *draft.participants)
    parents = {known[one.authority].parent for one in told if one.authority in known}
    kept = [one for one in told if one.role != "organiser" or one.authority not in parents]
    series = setting.gazetteer.series.get(draft.reading.series or "")
    others = [one for one in kept if one.authority != setting.publisher]
    if series is not None and not others and series.kind in _GATHERINGS:
        kept += [_body(body, "organiser", setting) for body in series.convened_by if body in known]
    elif series is not None:
        kept += [_body(body, "participant", setting) for body in _of_silent_side(series, kept, setting)]
    # Where the whole is told of, its part that publishes is not told again.
    ours = {setting.publisher, known[setting.publisher].parent if setting.publisher in known else None} - {None}
    if draft.own and setting.publisher and all(one.authority not in ours for one in kept):
        kept.append(_body(setting.publisher, "participant", setting))
    return join_participants(tuple(kept), ())


def _of_silent_side(series: KnownSeries, told: list[Participant], setting: Setting) -> list[str]:
    """Who holds a standing dialogue of two sides for the side that the words name nobody of."""
    known = setting.gazetteer.bodies
    bodies = [one.authority for one in told] + [setting.publisher]
    there = {known[one].jurisdiction for one in bodies if one in known}
    fixed = series.kind in _TALKS and len(series.convened_by) > 1 and len(series.parties) > 1
    silent = set(series.parties) - there if fixed else set()
    nameless = any(one.authority is None for one in told)
    return [one for one in series.convened_by if one in known and known[one].jurisdiction in silent and not nameless]


def _body(body: str, role: Role, setting: Setting) -> Participant:
    known = setting.gazetteer.bodies.get(body)
    label = known.name.in_language(setting.document.language) if known else body
    return Participant(authority=body, label=label, role=role)


def _subjects(draft: Draft, setting: Setting) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Frameworks and topics: of the name, the table's caption, the series and what was said."""
    gazetteer = setting.gazetteer
    caption = gazetteer.framework_lexicon.find(normal(draft.caption), setting.nearby)
    series = gazetteer.series.get(draft.reading.series or "")
    said = [one for statement in draft.statements for one in statement.frameworks]
    frameworks = (
        *draft.reading.frameworks,
        *(mention.id for mention in caption),
        *(series.frameworks if series else ()),
        *said,
    )
    topics = (*draft.reading.topics, *(one for statement in draft.statements for one in statement.topics))
    return tuple(dict.fromkeys(frameworks)), tuple(dict.fromkeys(topics))


def _reasons(draft: Draft, participants: tuple[Participant, ...], setting: Setting) -> tuple[str, ...]:
    unknown = [_UNKNOWN_BODY.format(one.label) for one in participants if one.authority is None]
    together = [NOT_TOGETHER] if _not_together(draft) else []
    nobody = [NOBODY] if _with_nobody(draft, participants, setting) else []
    era = outlived(draft.when.verbatim or "")
    dated = [_OUTLIVED.format(era, draft.when.earliest.year)] if era else []
    leaning = _leaning(draft, setting) if draft.origin == "prose" else []
    return tuple(dict.fromkeys((*draft.doubts, *together, *nobody, *dated, *leaning, *unknown)))


def _leaning(draft: Draft, setting: Setting) -> list[str]:
    """What the date of a meeting that prose tells leaves to the words around it: its day, or its year."""
    words, precision = draft.when.verbatim or "", draft.when.precision
    told = _MONTH_TOLD.search(words) if precision in ("day", "month") else True
    document = setting.document
    year = _YEAR_TOLD.search(words) or document.period or (document.published and precision == "day")
    return ([] if told and not _LEANS.match(words) else [DAY_LEANS]) + ([] if year else [YEAR_OF_PAGE])


def _with_nobody(draft: Draft, participants: tuple[Participant, ...], setting: Setting) -> bool:
    """A talk, or a meeting of two countries, of which no body on the other side is named; or a gathering with neither
    a series, a number nor any body beside the publisher."""
    if draft.reading.series:
        return False
    known = setting.gazetteer.bodies
    others = [one for one in participants if one.authority != setting.publisher]
    if not (draft.kind in _WITH_SOMEBODY or paired(draft.words, setting)):
        unnumbered = draft.reading.ordinal is None and setting.document.language == "ja"
        return draft.origin == "prose" and unnumbered and not others
    homes = [known[one.authority].jurisdiction if one.authority in known else None for one in participants]
    return not any(home is None or home != setting.home for home in homes)


def _not_together(draft: Draft) -> bool:
    """Several officials named in one row or sentence, and not said whether they met together."""
    if draft.origin == "prose" or len(draft.reading.bodies) < 2 or not draft.reading.talk:
        return False
    alone = draft.kind == "bilateral-meeting" or draft.reading.series is None
    return alone and draft.kind in _TALKS and not _TOGETHER.search(draft.words)


def _confidence(draft: Draft, reasons: tuple[str, ...]) -> float:
    sure = _SURE[draft.origin] + (_TOLD_TWICE if len(draft.evidence) > 1 else 0)
    if not draft.reading.series and not draft.reading.bodies:
        sure -= 0.05
    return round(max(0.1, sure - _DOUBT * len(reasons)), 2)

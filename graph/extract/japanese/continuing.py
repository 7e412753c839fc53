"""What a sentence that goes on about meetings told before adds to them: its passage, who came, where, what was said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.bodies import named_bodies
from graph.extract.draft import Draft
from graph.extract.japanese.company import SIDES, attendees
from graph.extract.japanese.locations import location
from graph.extract.japanese.references import Reference, together
from graph.extract.join import fuller, join_participants
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.statements import read_statements
from graph.extract.status import fate
from graph.model import Evidence, Participant, Place

_ATTENDED: Final = re.compile(r"(?:出席|参加|同席|陪席|応対)し(?!な|ませ|てい?な)")
_AHEAD: Final = re.compile(r"予定|次回|再度|今後|本年中|年内")
_IN_JAPAN: Final = re.compile(r"(?:来日|訪日)(?:中の|した)")
_SIDE_LIST: Final = re.compile(r"^[^、。:]{1,8}側(?:出席者|参加者)?:")
MISCOUNTED: Final = "the text says another number of meetings / 本文の回数と表の件数が一致しない"


def go_on(drafts: list[Draft], reference: Reference, sentence: Sentence, setting: Setting) -> None:
    """Add a sentence and what it states to the drafts that it speaks of."""
    if not reference.targets:
        return
    ground = setting.near(sentence.text)
    evidence = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    statements = read_statements(sentence, ground, _partner(drafts, reference.targets))
    company = together(sentence, ground) if reference.count is not None else ()
    company = company or _attended(sentence, drafts, reference.targets, setting)
    for index in reference.targets:
        draft = drafts[index]
        told_here = reference.continued and draft.place.mode == "unknown" and not _AHEAD.search(sentence.text)
        where = location(sentence.text, 0, len(sentence.text), ground) if told_here else None
        where = where or (_at_home(sentence.text, setting) if told_here else None)
        drafts[index] = replace(
            draft,
            status=fate(sentence.text) or draft.status if reference.continued else draft.status,
            place=fuller(draft.place, where) if where else draft.place,
            evidence=_added(draft.evidence, evidence),
            statements=tuple(dict.fromkeys((*draft.statements, *statements))),
            participants=join_participants(_still_unknown(draft, company, setting), company),
            doubts=(*draft.doubts, MISCOUNTED) if reference.miscounted else draft.doubts,
        )


def _at_home(text: str, setting: Setting) -> Place | None:
    """A talk with somebody who was in the country at the time: 来日中の次官補代理と意見交換を行い."""
    if setting.home != "JP" or not _IN_JAPAN.search(text):
        return None
    return Place(country="JP", countries=("JP",), mode="in-person")


def _attended(
    sentence: Sentence, drafts: list[Draft], targets: tuple[int, ...], setting: Setting
) -> tuple[Participant, ...]:
    """Who a sentence says took part: 総務省からも同席した; all it names, where only countries were told before."""
    if not (_ATTENDED.search(sentence.text) or _SIDE_LIST.match(sentence.text)):
        return ()
    unknown = [one for index in targets for one in drafts[index].participants if one.authority is None]
    countries = frozenset(code for index in targets for code in drafts[index].reading.countries)
    ground = replace(setting.near(sentence.text), nearby=setting.nearby | countries)
    if not unknown or any(drafts[index].reading.bodies for index in targets):
        return tuple(attendees(sentence.text, ground))
    bodies = [
        one for one in named_bodies(sentence.text, ground) if one.authority is not None and one.label not in SIDES
    ]
    return tuple(one.as_participant("participant") for one in bodies)


def _still_unknown(draft: Draft, company: tuple[Participant, ...], setting: Setting) -> tuple[Participant, ...]:
    """The participants without those known only by a country of which a body is now named."""
    known = setting.gazetteer.bodies
    homes = {known[one.authority].jurisdiction for one in company if one.authority in known}
    names = {
        name.in_language(setting.document.language)
        for code in homes
        if (name := setting.gazetteer.jurisdictions.get(code))
    }
    return tuple(one for one in draft.participants if one.authority is not None or one.label not in names)


def _partner(drafts: list[Draft], targets: tuple[int, ...]) -> str | None:
    """The one other side of the talk that a sentence speaks of."""
    partners = {body.authority for index in targets for body in drafts[index].reading.bodies}
    return partners.pop() if len(partners) == 1 else None


def _added(passages: tuple[Evidence, ...], new: Evidence) -> tuple[Evidence, ...]:
    return passages if new in passages else (*passages, new)

"""Notes below a heading: on which side of today their days lie, and what the heading says of their meetings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.doubts import MIXED_STATUS
from graph.extract.draft import Draft
from graph.extract.english.doubts import NO_YEAR
from graph.extract.english.headings import NOWHERE, Heading
from graph.extract.english.outcome import past_contact
from graph.extract.setting import Setting

_NOTE: Final = re.compile(r"\W*(?:[A-Z][a-z]{2,8}\.?,?\s+)?[0-9]{1,2}\b")
_YEAR: Final = re.compile(r"[0-9]{4}")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


def said_above(heading: Heading, setting: Setting) -> frozenset[str]:
    """The jurisdictions that a heading speaks of."""
    return setting.gazetteer.nearby(heading.words) | frozenset(heading.place.countries)


def side_of(text: str, heading: Heading) -> int | None:
    """On which side of the day of publication a day without a year lies, where the words themselves tell no tense."""
    if heading.ahead and not past_contact(_BRACKETS.sub("", text)):
        return 1
    return 0 if noted(text) else None


def noted(text: str) -> bool:
    """Whether a line is a note without a verb: 30 November - 1 December  60th Forum, Sydney."""
    return bool(_NOTE.match(text)) and not past_contact(_BRACKETS.sub("", text))


def below(draft: Draft, heading: Heading, text: str) -> Draft:
    """A meeting with what the heading above says of it: where it was, and that it is still to come."""
    if heading.place != NOWHERE and not draft.place.countries and draft.place.mode in ("unknown", heading.place.mode):
        draft = replace(draft, place=heading.place)
    yearless = not _YEAR.search(draft.when.verbatim or "")
    if yearless and (heading.ahead or noted(text)):
        draft = replace(draft, doubts=(*draft.doubts, NO_YEAR))
    if heading.ahead and draft.status == "held" and not past_contact(_BRACKETS.sub("", text)):
        return replace(draft, status="planned", doubts=(*draft.doubts, MIXED_STATUS))
    return draft

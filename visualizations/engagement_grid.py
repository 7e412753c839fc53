"""Engagements as rows of a table: when, what, where, who, about what, with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph.model import Catalogue, Engagement
from visualizations.figure import Grid, GridRow
from visualizations.table import Notes, who_words
from visualizations.words import framework_name, label, place_words, say, when_words

MOST_LISTED: Final = 500
MOST_NAMED: Final = 40


def engagement_grid(
    engagements: Sequence[Engagement], catalogue: Catalogue, language: str, notes: Notes, most: int = MOST_LISTED
) -> Grid:
    """A row for each engagement, the latest ``most`` of them; of a very large one the first forty participants."""
    listed = engagements[-most:] if most else ()
    return Grid(
        heading=say(language, f"会合等（{len(engagements)}件）", f"Engagements ({len(engagements)})"),
        columns=(
            say(language, "時期", "When"),
            say(language, "内容", "What"),
            say(language, "場所・形式", "Where and how"),
            say(language, "参加者（役職）", "Who (post)"),
            say(language, "枠組み", "Frameworks"),
        ),
        rows=tuple(engagement_row(one, catalogue, language, notes) for one in listed),
        left_out=len(engagements) - len(listed),
        latest_last=True,
    )


def engagement_row(item: Engagement, catalogue: Catalogue, language: str, notes: Notes) -> GridRow:
    """One engagement in words; participants and frameworks run on in a line, or rows would be very high."""
    joint = say(language, "、", "; ")
    who = tuple(who_words(one, catalogue, language) for one in item.participants)
    if len(who) > MOST_NAMED:
        rest = len(who) - MOST_NAMED
        who = (*who[:MOST_NAMED], say(language, f"ほか{rest}", f"and {rest} more"))
    return GridRow(
        (
            (when_words(item.when, language),),
            (item.title.in_language(language), kind_and_status(item, language)),
            (place_words(item.place, catalogue, language, city=True),),
            (joint.join(who) or say(language, "参加者の記載なし", "Participants not recorded"),),
            (joint.join(framework_name(one, catalogue, language) for one in item.frameworks),),
        ),
        notes.cite(item.sources),
    )


def kind_and_status(item: Engagement, language: str) -> str:
    """会合の種別, with its status where it was not held."""
    kind = label("kind", item.kind, language)
    if item.status == "held":
        return kind
    status = label("status", item.status, language)
    return say(language, f"{kind}（{status}）", f"{kind} ({status})")

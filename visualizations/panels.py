"""Which stretch of time goes on which panel, so that every panel stays readable on a sheet of A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph.model import Dialogue, Engagement, Milestone
from visualizations.timeaxis import Month

MOST_MEETINGS: Final = 7
MOST_TALKS: Final = 5
MOST_MILESTONES: Final = 5
MOST_MONTHS: Final = 120


@dataclass(frozen=True)
class Stretch:
    """What one panel shows, each in order of time."""

    meetings: tuple[Engagement, ...]
    talks: tuple[Engagement, ...]
    milestones: tuple[Milestone, ...]

    def fits(self) -> bool:
        """Whether it can be read: few enough boxes in each row."""
        return (
            len(self.meetings) <= MOST_MEETINGS
            and len(self.talks) <= MOST_TALKS
            and len(self.milestones) <= MOST_MILESTONES
        )

    def joined(self, other: Stretch) -> Stretch:
        """Both, one after the other."""
        return Stretch(self.meetings + other.meetings, self.talks + other.talks, self.milestones + other.milestones)


def stretches(dialogue: Dialogue) -> tuple[Stretch, ...]:
    """Months joined into panels for as long as they fit; a crowded month is a panel of its own."""
    panels: list[tuple[Month, Stretch]] = []
    for month, stretch in _by_month(dialogue):
        if panels and _months(panels[-1][0], month) < MOST_MONTHS and panels[-1][1].joined(stretch).fits():
            panels[-1] = (panels[-1][0], panels[-1][1].joined(stretch))
        else:
            panels.append((month, stretch))
    return tuple(stretch for _, stretch in panels)


def _months(first: Month, last: Month) -> int:
    return (last[0] - first[0]) * 12 + last[1] - first[1]


def _by_month(dialogue: Dialogue) -> list[tuple[Month, Stretch]]:
    things: Sequence[Engagement | Milestone] = (*dialogue.meetings, *dialogue.alongside, *dialogue.milestones)
    months = sorted({_month(thing) for thing in things})
    return [
        (
            month,
            Stretch(
                tuple(sorted((one for one in dialogue.meetings if _month(one) == month), key=_order)),
                tuple(sorted((one for one in dialogue.alongside if _month(one) == month), key=_order)),
                tuple(sorted((one for one in dialogue.milestones if _month(one) == month), key=_milestone_order)),
            ),
        )
        for month in months
    ]


def _month(thing: Engagement | Milestone) -> Month:
    day = thing.when.latest if thing.when.edtf.startswith("..") else thing.when.earliest
    return day.year, day.month


def _order(engagement: Engagement) -> tuple[int, int, int, str]:
    when = engagement.when
    return when.earliest.toordinal(), when.latest.toordinal(), engagement.ordinal or 0, engagement.slug


def _milestone_order(milestone: Milestone) -> tuple[int, str]:
    return milestone.when.earliest.toordinal(), milestone.id

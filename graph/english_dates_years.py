"""The year of an English date that leaves it out: by the period, the date before, the publication, and the tense."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from graph.japanese_dates import DateContext
from graph.model import When

MONTHS: Final = 12
# Nobody leaves out the year of a day that lies so far on the one side, where the other side is near.
_FAR: Final = 240
_FAR_MONTH: Final = 270
_NEAR: Final = 100
_NEWS: Final = 31


def year_for(month: int, day: int | None, context: DateContext, before: When | None) -> int | None:
    """The year of a month or day; ``before`` is the date that the same words tell before it."""
    within = _in_period(month, context.period)
    if within is not None:
        return within
    published = context.published
    told = before or (None if published else context.previous or context.about)
    if told is None:
        return None if published is None else _beside(month, day, published, context.leaning)
    if context.leaning > 0 and (published is not None or before is None):
        return _ahead(month, day, told, published)
    if told.precision == "year":
        return told.latest.year
    year = _nearest(month, told.latest)
    return _of_news(month, day, year, (told.latest, published)) if day and published else year


def _ahead(month: int, day: int | None, told: When, published: date | None) -> int | None:
    """The year of what is to come: from the publication on, or, where that is unknown, from the date before on."""
    if published is None:
        return (
            told.latest.year
            if told.precision == "year"
            else on_side(_around(told.latest), (month, day), told.latest, 1)
        )
    if told.latest < published:
        return _beside(month, day, published, 1)
    points = ((year, month, day or 31) for year in _around(told.latest))
    years = [year for year, *rest in points if (year, *rest) >= (published.year, published.month, published.day)]
    return min(years, key=lambda year: _months(year, month, told.latest))


def on_side(
    years: Iterable[int], when: tuple[int, int | None], anchor: date, side: int, *, whole: bool = False
) -> int | None:
    """The year that puts a month and day nearest to the anchor on its one side, the anchor's own day or month
    included unless the ``whole`` month has to lie there."""
    month, day = when
    here = (anchor.year, anchor.month, anchor.day if day else 0)
    points = [(year, month, day or 0) for year in years]
    if whole:
        points = [point for point in points if point != here]
    if side < 0:
        return max((point for point in points if point <= here), default=(None,))[0]
    return min((point for point in points if point >= here), default=(None,))[0]


def _in_period(month: int, period: When | None) -> int | None:
    """The one year of a period in which a month lies."""
    if period is None:
        return None
    first, last = period.earliest, period.latest
    years = range(first.year, last.year + 1)
    fitting = [year for year in years if (first.year, first.month) <= (year, month) <= (last.year, last.month)]
    return fitting[0] if len(fitting) == 1 else None


def _beside(month: int, day: int | None, published: date, leaning: int) -> int | None:
    """The year beside the publication: on the side of the tense, unless that is far and the other side near."""
    years = _around(published)
    if not leaning:
        return _nearest(month, published)
    year, other = (on_side(years, (month, day), published, side) for side in (leaning, -leaning))
    if year is None or other is None or (leaning > 0 and day is None):
        return year
    far = _distance(year, month, day, published) > (_FAR if day else _FAR_MONTH)
    near = _distance(other, month, day, published) < (_NEAR if leaning < 0 else _NEWS)
    return other if far and near else year


def _of_news(month: int, day: int, year: int, anchors: tuple[date, date | None]) -> int:
    """The year of a day that lies far from the date before it, and close to the publication: the latter's."""
    anchor, published = anchors
    if published is None or _distance(year, month, day, anchor) <= _NEAR:
        return year
    news = [one for one in _around(published) if _distance(one, month, day, published) <= _NEWS]
    return news[0] if news else year


def _nearest(month: int, anchor: date) -> int:
    """The year that puts a month nearest to the anchor; the later one of two."""
    return min(reversed(_around(anchor)), key=lambda year: _months(year, month, anchor))


def _months(year: int, month: int, anchor: date) -> int:
    return abs((year - anchor.year) * MONTHS + month - anchor.month)


def _around(anchor: date) -> range:
    return range(anchor.year - 1, anchor.year + 2)


def _distance(year: int, month: int, day: int | None, anchor: date) -> int:
    """Days between, a month counted from its middle, an impossible day from the end of its month."""
    return abs((date(year, month, min(day or 15, 28)) - anchor).days)

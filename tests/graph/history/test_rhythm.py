"""Usual intervals, what is next, who has gone quiet, which ordinals are missing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from graph.dates import from_edtf
from graph.errors import BadInput, NotFound
from graph.history import cadence, gaps, quiet
from graph.index import Index
from graph.model import Engagement
from tests.graph.index.real import real, written


def _meeting(number: int, day: date, status: str = "held") -> Engagement:
    (pattern,) = [one for one in real()[1] if one.slug == "2019-05-29-appa-forum-51"]
    when = from_edtf(day.isoformat())
    return pattern.model_copy(update={"slug": f"m-{number}", "when": when, "status": status, "ordinal": number})


@pytest.fixture
def halfyearly(tmp_path: Path) -> Index:
    """Ten meetings 180 days apart, and one announced for December 2024."""
    days = [date(2019, 1, 10) + timedelta(days=180 * number) for number in range(10)]
    meetings = [_meeting(number + 1, day) for number, day in enumerate(days)]
    return written(tmp_path / "index", (*meetings, _meeting(12, date(2024, 12, 1), "planned")))


def test_the_usual_interval_and_what_it_leads_to_expect(halfyearly: Index) -> None:
    told = cadence(halfyearly, series="appa-forum", today=date(2023, 8, 1))
    assert (told.contacts, told.usual_days, told.last) == (10, 180, date(2023, 6, 18))
    assert told.next_expected == date(2023, 12, 15)
    assert told.planned and told.planned.slug == "m-12"
    assert told.quiet_since is None


def test_what_had_not_happened_by_the_day_does_not_count(halfyearly: Index) -> None:
    told = cadence(halfyearly, series="appa-forum", today=date(2019, 8, 1))
    assert (told.contacts, told.usual_days) == (2, None)


def test_gone_quiet_after_twice_the_interval_unless_something_is_announced(halfyearly: Index) -> None:
    announced = cadence(halfyearly, series="appa-forum", today=date(2024, 11, 30))
    assert announced.planned and announced.quiet_since is None
    silent = cadence(halfyearly, series="appa-forum", today=date(2025, 1, 1))
    assert silent.planned is None
    assert silent.quiet_since == date(2023, 6, 18)
    assert quiet(halfyearly, date(2023, 8, 1)) == ()
    assert "ppc-japan" in {one.body for one in quiet(halfyearly, date(2025, 1, 1))}
    of_home = {one.body for one in quiet(halfyearly, date(2025, 1, 1), home="ppc-japan")}
    assert "ppc-japan" not in of_home and "japan-government" not in of_home


def test_missing_ordinals_with_their_bounds(halfyearly: Index) -> None:
    (gap,) = gaps(halfyearly, "appa-forum")
    assert (gap.first, gap.last) == (11, 11)
    assert gap.after and gap.after.slug == "m-10"
    assert gap.before.slug == "m-12"
    assert (gap.earliest, gap.latest) == (date(2023, 6, 18), date(2024, 12, 1))


def test_the_gaps_of_a_real_series(index: Index) -> None:
    found = gaps(index, "appa-forum")
    assert [(gap.first, gap.last) for gap in found] == [(1, 40), (50, 50), (64, 64)]
    assert found[0].after is None and found[0].earliest is None


def test_a_question_about_nothing_or_the_unknown_is_refused(index: Index) -> None:
    with pytest.raises(BadInput):
        cadence(index, today=date(2020, 1, 1))
    with pytest.raises(NotFound):
        gaps(index, "no-such-series")

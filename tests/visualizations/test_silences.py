"""Long stretches without a record are said, and only those."""

from __future__ import annotations

from datetime import date

from tests.visualizations.records import dialogue, trilateral
from visualizations.silences import silences
from visualizations.timeaxis import TimeAxis

AXIS = TimeAxis(date(2016, 1, 1), date(2025, 12, 31), 278, 1108)


def test_two_years_without_a_record_are_said_in_both_languages() -> None:
    meetings = (trilateral(1, "2017-05", "FR"), trilateral(2, "2019-06", "JP"))
    told = dialogue().model_copy(update={"meetings": meetings, "alongside": ()})
    (found,) = silences(told, AXIS, "en")
    assert found.words == "no record, 25 months"
    assert AXIS.end_of(date(2017, 5, 31)) < found.left < found.x < found.right < AXIS.start_of(date(2019, 6, 1))
    assert silences(told, AXIS, "ja")[0].words == "記録なし（25か月）"


def test_months_are_no_silence_and_a_long_uncertain_span_covers_what_it_may_cover() -> None:
    meetings = (trilateral(1, "2019-05", "FR"), trilateral(2, "2019-09", "JP"))
    assert silences(dialogue().model_copy(update={"meetings": meetings, "alongside": ()}), AXIS, "en") == ()
    assert silences(dialogue().model_copy(update={"meetings": (), "alongside": ()}), AXIS, "en") == ()

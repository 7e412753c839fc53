"""Which meeting led to which: by number, by nearness, never where the order is open, and never in a circle."""

from __future__ import annotations

from graph.model import Engagement
from graph.sequence import led_to
from tests.visualizations.records import engagement, trilateral


def talk(slug: str, edtf: str) -> Engagement:
    return engagement(slug, edtf, "会談", "Talk")


def test_numbers_lead_from_one_to_the_next() -> None:
    meetings = [trilateral(1, "2019-05", "FR"), trilateral(2, "2019-06", "JP"), trilateral(4, "2019-09", "US")]
    assert led_to(meetings, ()) == [(meetings[0].slug, meetings[1].slug)]


def test_numbers_that_run_against_time_claim_nothing() -> None:
    assert led_to([trilateral(2, "2019-05", "FR"), trilateral(1, "2019-09", "US")], ()) == []


def test_a_talk_leads_to_the_first_meeting_after_it_within_half_a_year() -> None:
    meetings = [trilateral(1, "2019-05", "FR"), trilateral(2, "2019-06", "JP")]
    near, late, same = talk("near", "2019-02"), talk("old", "2018-07-01"), talk("same", "2019-05")
    found = led_to(meetings, (near, late, same))
    assert ("near", meetings[0].slug) in found and ("same", meetings[1].slug) in found
    assert not any(first == "old" for first, _ in found)

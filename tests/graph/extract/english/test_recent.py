"""Days that lean on what was read before, and years behind the short name of a gathering."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import DateContext, find_english_dates
from graph.extract.english.named_years import named_years
from graph.extract.english.recent import Recent
from graph.sources.read import read_bytes
from tests.graph.extract.conftest import Reader


@pytest.mark.parametrize(("published", "day"), [(None, "2025-07-03"), (date(2026, 2, 2), "2025-09-08")])
def test_an_undated_page_leans_on_the_year_told_most_a_dated_one_on_the_last_day(
    published: date | None, day: str
) -> None:
    recent = Recent(read_bytes(b"A page.", "page.txt", "ico-uk", published))
    for text in ("On 3 July 2025 the ICO met the CNIL.", "The decision of 10 July 2023.", "On 8 September they met."):
        dates = find_english_dates(text, DateContext(published=published, leaning=-1))
        recent.note(text, dates)
    assert recent.about is not None
    assert recent.about.edtf == day


def test_this_years_meeting_is_known_to_the_year(read: Reader) -> None:
    text = "The ICO's staff attended this year's second meeting of the Berlin Group in Oslo."
    [account] = read(text, "ico-uk", "2024-06-06")
    assert (account.when.edtf, account.status_review) == ("2024", "review")


def test_the_year_behind_a_short_name_that_the_page_spells_out() -> None:
    page = "Members spoke of Privacy Awareness Week (PAW). PAW 2018 was held in seven places; the DPA 2018 was amended."
    assert [(one.when.edtf, page[one.start - 4 : one.end]) for one in named_years(page, page)] == [("2018", "PAW 2018")]

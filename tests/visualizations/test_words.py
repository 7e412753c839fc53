"""Dates, states and names in words."""

from __future__ import annotations

import pytest

from tests.visualizations.records import catalogue, when
from visualizations.words import compact_date, in_a_sentence, many, ordinal_words, party_words, state_words


@pytest.mark.parametrize(
    ("edtf", "ja", "en"),
    [
        ("2016-02-25/2016-02-26", "2016.2.25–26", "25–26 Feb 2016"),
        ("2016-11-30/2016-12-01", "2016.11.30–12.1", "30 Nov–1 Dec 2016"),
        ("2019-05", "2019.5", "May 2019"),
        ("2019-05-29", "2019.5.29", "29 May 2019"),
    ],
)
def test_compact_dates_are_as_precise_as_is_known(edtf: str, ja: str, en: str) -> None:
    assert (compact_date(when(edtf), "ja"), compact_date(when(edtf), "en")) == (ja, en)


@pytest.mark.parametrize(
    ("state", "ja"),
    [
        ("in force", "効力あり"),
        ("revised in 2013", "2013年に改正"),
        ("in force (renewed 2025-12-19)", "効力あり（2025-12-19 更新）"),
        ("open, not yet in force (as of the source)", "署名開放・未発効（出典の時点）"),
        ("something else", "something else"),
    ],
)
def test_states_of_frameworks_are_told_in_japanese(state: str, ja: str) -> None:
    assert state_words(state, "ja") == ja and state_words(state, "en") == state


def test_names_read_well_in_a_sentence() -> None:
    known = catalogue()
    assert in_a_sentence("US", known, "en") == "the United States" and in_a_sentence("JP", known, "en") == "Japan"
    assert party_words("us-ftc", known, "ja") == "米国連邦取引委員会"
    assert party_words("no-such", known, "ja") == "no-such"


def test_counts_and_ordinals() -> None:
    assert many(1, "meeting") == "1 meeting" and many(1204, "body", "bodies") == "1,204 bodies"
    assert [ordinal_words(count, "en") for count in (1, 2, 3, 11, 21)] == ["1st", "2nd", "3rd", "11th", "21st"]

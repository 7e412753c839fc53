"""Which gatherings told in English are of other countries: by series, by bodies, by many countries' people."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader


@pytest.mark.parametrize(
    "words",
    [
        "The ICO hosted a roundtable with representatives of 20 countries in London on 3 March 2023.",
        "The Kenyan regulator met the ICO in London on 3 March 2023.",
        "3 March 2023: courtesy call by the Ambassador of Japan",
        "3 March 2023 - Signed a memorandum with the CNIL",
    ],
)
def test_a_meeting_with_others_is_kept(read: Reader, words: str) -> None:
    assert [one.when.edtf for one in read(words, publisher="ico-uk")] == ["2023-03-03"]


@pytest.mark.parametrize(
    "words",
    [
        "The ICO published its opinion on the bill on 3 March 2023.",
        "The ICO's weekly board meeting took place on 3 March 2023.",
        "ICO staff participated in the annual sweep on 3 March 2023.",
    ],
)
def test_the_affairs_of_the_house_are_left_out(read: Reader, words: str) -> None:
    assert read(words, publisher="ico-uk") == []


def test_meetings_within_a_federation_or_for_clients_are_none_of_ours(read: Reader) -> None:
    text = (
        "An exercise with the cantonal commissioners took place in Bern on 23 January 2024.\n\n"
        "On 5 March 2024, the conference of the Länder met in Mainz.\n\n"
        "On 6 March 2024, a client breakfast on transfers to the United States will be held in Zurich."
    )
    assert read(text, publisher="fdpic-switzerland") == []

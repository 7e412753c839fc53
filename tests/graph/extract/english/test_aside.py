"""Talks beside a gathering, and on a journey, were where that was."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader


def test_talks_on_the_margins_were_where_the_gathering_was(read: Reader) -> None:
    text = (
        "The PPC attended the 44th Global Privacy Assembly in Istanbul from 25 to 28 October 2022.\n\n"
        "On the eve of the Assembly, on 24 October 2022, the PPC met with the Information Commissioner's Office.\n"
    )
    talks, assembly = read(text)
    assert (talks.when.edtf, talks.place.city, talks.place.mode) == ("2022-10-24", "Istanbul", "in-person")
    assert assembly.ordinal == 44


def test_a_call_on_those_days_was_nowhere(read: Reader) -> None:
    text = (
        "The PPC attended the 44th Global Privacy Assembly in Istanbul from 25 to 28 October 2022.\n\n"
        "Before the Assembly, on 24 October 2022, the PPC held a call with the Information Commissioner's Office.\n"
    )
    assert read(text)[0].place.countries == ()

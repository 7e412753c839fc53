"""English prose: who met whom, when and where, and who published it."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader


def who(account) -> set[str | None]:  # type: ignore[no-untyped-def]
    return {one.authority for one in account.participants}


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 17th March", "2023-03-17"),
        ("on March 17", "2023-03-17"),
        ("on Friday, 17 March 2023,", "2023-03-17"),
        ("from 15 to 17 March", "2023-03-15/2023-03-17"),
        ("between 15 and 17 March 2023", "2023-03-15/2023-03-17"),
        ("on 16 and 17 March 2023", "2023-03-16/2023-03-17"),
        ("in March 2023", "2023-03"),
        ("last December", "2022-12"),
        ("today", "2023-03-27"),
    ],
)
def test_a_day_is_read_however_written(read: Reader, words: str, edtf: str) -> None:
    [account] = read(f"The ICO met with the French CNIL in Paris {words}.", publisher="ico-uk")
    assert account.when.edtf == edtf
    assert (account.place.country, account.place.city) == ("FR", "Paris")


def test_the_following_day_counts_from_the_sentence_before(read: Reader) -> None:
    text = (
        "The ICO met with the CNIL on 1 March 2023. The following day, it visited the Dutch Data Protection Authority."
    )
    assert [one.when.edtf for one in read(text, publisher="ico-uk")] == ["2023-03-01", "2023-03-02"]


@pytest.mark.parametrize("publisher", ["ppc-japan", "european-commission", "us-ftc"])
def test_the_commission_is_the_publisher(read: Reader, publisher: str) -> None:
    text = "On 1 March 2023 the Commission held a videoconference with the UK Information Commissioner's Office."
    [account] = read(text, publisher=publisher)
    assert who(account) == {publisher, "ico-uk"}
    assert account.place.mode == "online"


def test_visits_in_turn_are_one_each_day(read: Reader) -> None:
    text = (
        "On 1, 2 and 3 March 2023, staff visited the CNIL, the Dutch Data Protection Authority and the "
        "Spanish Data Protection Agency respectively."
    )
    found = read(text, publisher="ico-uk")
    assert [(one.when.edtf, one.kind) for one in found] == [(f"2023-03-0{day}", "visit") for day in (1, 2, 3)]


def test_a_list_of_talks_is_as_many_talks(read: Reader) -> None:
    text = (
        "The ICO had bilateral meetings with the CNIL on 1 March 2023, with the Garante of Italy on 2 "
        "March 2023, and with the Federal Trade Commission on 3 March 2023."
    )
    assert len(read(text, publisher="ico-uk")) == 3


def test_third_parties_met_without_the_publisher(read: Reader) -> None:
    text = (
        "The Federal Trade Commission and the UK Information Commissioner's Office signed a memorandum "
        "of understanding on 6 March 2014."
    )
    [account] = read(text)
    assert who(account) == {"us-ftc", "ico-uk"}


def test_an_unknown_body_is_a_proposal(read: Reader) -> None:
    [account] = read("The ICO met with the National Data Authority of Rwanda on 1 March 2023.", publisher="ico-uk")
    assert account.status_review == "review"
    assert any(one.authority is None and "Rwanda" in one.label for one in account.participants)


def test_who_attended_is_told_in_the_next_sentence(read: Reader) -> None:
    text = (
        "The 52nd APPA Forum took place in Cebu, the Philippines, on 2 and 3 December 2019. The Forum "
        "was attended by the PCPD of Hong Kong and the Federal Trade Commission."
    )
    [account] = read(text, publisher="appa")
    assert who(account) >= {"appa", "us-ftc"}


def test_statements_are_of_the_meeting_and_the_speaker(read: Reader) -> None:
    text = (
        "On 1 March 2023 the ICO met with the French CNIL. Marie-Laure Denis, President of the CNIL, explained the "
        "guidance on artificial intelligence. Both authorities agreed to set up a working group."
    )
    [account] = read(text, publisher="ico-uk")
    said = {one.type: one for one in account.statements}
    assert said["explained"].by == "cnil-france"
    assert said["agreed"].by is None

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


def test_a_meeting_that_is_denied_is_not_held(read: Reader) -> None:
    found = read("No meeting with the ICO was held on 22 August 2023.", "oaic-australia", "2023-08-25")
    assert [one for one in found if one.status == "held"] == []


def test_the_eu_without_a_body_of_it_is_for_a_person_to_see(read: Reader) -> None:
    [account] = read("We met with representatives of the EU in Brussels on 2 May 2023.", "dpc-ireland", "2023-05-12")
    assert account.status_review == "review"


@pytest.mark.parametrize(
    "text",
    [
        "A call between the ICO and the CNIL followed on 12 March 2024.",
        "The ICO reviewed progress with the CNIL at a meeting in Paris on 12 March 2024.",
        "The ICO and the CNIL renewed their memorandum of understanding at a ceremony in Paris on 12 March 2024.",
        "The ICO concluded talks with the CNIL in Paris on 12 March 2024.",
        "The ICO recalled the last meeting with the CNIL in Paris on 12 March 2024.",
        "The ICO welcomed Ms Marie-Laure Denis, President of the CNIL, to Wilmslow on 12 March 2024.",
    ],
)
def test_the_words_of_officials_tell_of_a_meeting(read: Reader, text: str) -> None:
    [account] = read(text, "ico-uk", "2024-03-20")
    assert (account.when.edtf, account.status) == ("2024-03-12", "held")
    assert who(account) == {"ico-uk", "cnil-france"}


def test_a_body_known_only_by_its_country_is_not_guessed(read: Reader) -> None:
    text = "A meeting with the German Federal Commissioner, planned for June 20, did not take place."
    [account] = read(text, "ppc-japan", "2023-06-30")
    assert (account.when.edtf, account.status, account.status_review) == ("2023-06-20", "cancelled", "review")
    assert who(account) - {"ppc-japan"} <= {None}


def test_they_who_met_before_have_no_place_here(read: Reader) -> None:
    text = (
        "The FTC met with the Personal Information Protection Commission of Korea on June 22, 2022. A second "
        "round of talks with the Korean commission is scheduled for September 2022 in Seoul."
    )
    planned = read(text, "us-ftc", "2022-06-24")[1]
    assert (planned.when.edtf, planned.status, planned.place.city) == ("2022-09", "planned", "Seoul")


def test_a_network_meeting_by_itself_is_for_a_person_to_see(read: Reader) -> None:
    text = "Members thanked the Technology Working Group, which met by videoconference at a meeting on 6 October 2022."
    [account] = read(text, "appa", "2022-12-02")
    assert account.status_review == "review"


def test_the_publisher_is_known_by_its_post(read: Reader) -> None:
    text = "Information Commissioner John Edwards met with the CNIL in Paris on 12 March 2024."
    [account] = read(text, "ico-uk", "2024-03-20")
    assert who(account) == {"ico-uk", "cnil-france"}


def test_the_date_of_the_page_is_none_of_the_meeting(read: Reader) -> None:
    text = "(8 December 2023) The Privacy Commissioner attended the 60th APPA Forum in Sydney on 30 November 2023."
    [account] = read(text, "pcpd-hong-kong", "2023-12-08")
    assert account.when.edtf == "2023-11-30"


def test_a_body_that_nobody_knows_is_met_all_the_same(read: Reader) -> None:
    text = "On 18 September 2023, the CNIL received the President of the Brazilian XYZP in Paris."
    [account] = read(text, "cnil-france", "2023-10-12")
    assert account.status_review == "review"


def test_a_year_that_is_not_written_and_far_ahead_is_for_a_person_to_see(read: Reader) -> None:
    [account] = read("The ICO will meet with the CNIL in Paris on 18 July.", "ico-uk", "2022-07-22")
    assert account.status == "planned"
    assert account.status_review == "review"


def test_one_who_comes_by_video_is_there(read: Reader) -> None:
    text = "The Commissioner, unable to attend in person, met with the CNIL by videoconference on 18 July 2022."
    [account] = read(text, "ico-uk", "2022-07-22")
    assert (account.status, account.place.mode) == ("held", "online")


def test_who_did_not_meet_is_not_told_as_met(read: Reader) -> None:
    text = "The Commissioner did not meet the Privacy Commissioner of Canada on 21 July 2022, as had been hoped."
    assert all(one.status != "held" for one in read(text, "opc-new-zealand", "2022-07-22"))


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between the ICO and the CNIL had been proposed for 12 March 2024.",
        "The Commissioner was to travel to Paris on 12 March 2024 for talks with the CNIL.",
        "The ICO asked for a meeting with the CNIL on 12 March 2024.",
        "The ICO is pressing for discussions with the CNIL on 12 March 2024.",
        "The ICO and the CNIL moved to a new phase on 12 March 2024.",
        "There was no meeting between the ICO and the CNIL on 12 March 2024.",
    ],
)
def test_what_was_wished_for_is_never_taken_as_held_without_a_person(read: Reader, text: str) -> None:
    assert all(one.status_review == "review" for one in read(text, "ico-uk", "2024-03-20"))

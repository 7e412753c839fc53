"""Paragraphs that the layout broke, and lists whose items are told by the words before them."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader


def test_a_line_that_begins_with_the_day_of_a_month_goes_on_from_the_one_before(read: Reader) -> None:
    text = (
        "The Personal Information Protection Commission reports on its talks of this month. On\n"
        "17 March, it met with the CNIL in Paris.\n"
    )
    [account] = read(text)
    assert (account.when.edtf, account.place.city) == ("2023-03-17", "Paris")


def test_a_short_line_in_the_middle_of_a_sentence_ends_no_paragraph(read: Reader) -> None:
    text = (
        "The Commissioner of the Personal Information Protection Commission called on the CNIL\n"
        "and the\n"
        "European Data Protection Board on 17 March, of which more will be told in the report of the year.\n"
    )
    assert {one.when.edtf for one in read(text)} == {"2023-03-17"}


def test_each_item_of_a_list_is_read_behind_the_words_that_lead_in_to_it(read: Reader) -> None:
    text = "We held talks with:\n\n - the CNIL of France, on 6 March;\n - the ICO of the UK, on 8 March.\n"
    told = {one.when.edtf: {who.authority for who in one.participants} for one in read(text)}
    assert told == {"2023-03-06": {"cnil-france", "ppc-japan"}, "2023-03-08": {"ico-uk", "ppc-japan"}}

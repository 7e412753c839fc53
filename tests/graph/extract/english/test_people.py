"""People and posts stand for the bodies that the document says they are of."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader


def test_a_surname_stands_for_the_body_of_its_bearer(read: Reader) -> None:
    text = (
        "Marie-Laure Denis, President of the CNIL, spoke in London. "
        "The Information Commissioner met Ms Denis on 3 March 2023."
    )
    [account] = read(text, publisher="ico-uk")
    assert {one.authority for one in account.participants} == {"ico-uk", "cnil-france"}


def test_a_former_head_does_not_stand_for_her_office(read: Reader) -> None:
    [account] = read(
        "On 3 March 2023 the Chairperson received a courtesy call from the former UK Information Commissioner.",
        publisher="ppc-japan",
    )
    assert "ico-uk" not in {one.authority for one in account.participants}

"""The printed object has the fields that scripts rely on."""

from __future__ import annotations

import json

from graph.extract.contract import contract
from tests.graph.extract.conftest import Reader

FIELDS = {
    "title", "kind", "status", "when", "place", "series", "ordinal", "participants", "frameworks", "topics",
    "statements", "evidence", "confidence", "status_review",
}  # fmt: skip


def test_an_account_prints_as_the_contract_says(read: Reader) -> None:
    [account] = read(
        "令和４年９月12日、ブリュッセルにおいて、欧州委員会司法・消費者総局の課長と会談し、相互認証について議論した。"
    )
    printed = contract(account)
    assert set(printed) >= FIELDS
    assert json.loads(json.dumps(printed, ensure_ascii=False)) == printed
    assert printed["title"] == account.title.ja
    assert printed["when"] == {
        "edtf": "2022-09-12", "earliest": "2022-09-12", "latest": "2022-09-12", "verbatim": "令和４年９月12日",
    }  # fmt: skip
    assert printed["place"] == {"country": "BE", "countries": ["BE"], "city": "Brussels", "mode": "in-person"}
    assert set(printed["participants"][0]) == {"authority", "label", "role", "post"}
    assert set(printed["statements"][0]) == {"type", "by", "about", "quote"}
    assert set(printed["evidence"][0]) == {"quote", "page", "line_start", "line_end", "start", "end"}


def test_the_title_is_in_the_language_of_the_document(read: Reader) -> None:
    [account] = read("The ICO met with the French CNIL in Paris on 1 March 2023.", publisher="ico-uk")
    assert str(contract(account)["title"]).startswith("Meeting with")

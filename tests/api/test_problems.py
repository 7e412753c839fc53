"""The pages to which the type of a problem leads."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.problem_words import ADVICE
from api.routers.problems import all_kinds


def test_every_kind_has_words_and_no_words_are_left_over() -> None:
    assert set(all_kinds()) == set(ADVICE)


@pytest.mark.parametrize("address", ["/api/v1/engagements?from=2019-13", "/api/v1/authorities/nobody", "/nowhere"])
def test_the_type_of_a_problem_leads_to_what_it_means(client: TestClient, address: str) -> None:
    told = client.get(address).json()
    meant = client.get(told["type"], headers={"Accept": "application/json"}).json()
    assert (meant["status"], meant["title"]) == (told["status"], told["title"])
    assert meant["advice"]["en"]
    assert meant["advice"]["ja"]


@pytest.mark.parametrize("name", sorted(ADVICE))
def test_there_is_a_page_in_both_languages(client: TestClient, name: str) -> None:
    for language, words in (("en", ADVICE[name].en), ("ja", ADVICE[name].ja)):
        page = client.get(f"/problems/{name}?lang={language}", headers={"Accept": "text/html"})
        assert page.status_code == 200
        assert f'lang="{language}"' in page.text
        assert (words or "").split("。")[0].split("`")[0] in page.text.replace("&#39;", "'")


def test_all_kinds_are_listed_and_an_unknown_one_is_not_found(client: TestClient) -> None:
    told = client.get("/problems", headers={"Accept": "application/json"}).json()
    assert told["total"] == len(ADVICE)
    page = client.get("/problems", headers={"Accept": "text/html"})
    assert all(f"/problems/{name}" in page.text for name in ADVICE)
    assert client.get("/problems/nothing").status_code == 404

"""Who is asking and what they may: no route of ours shows anything internal to anybody below staff."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from api.access import Visitor, require
from api.errors import Problem
from graph.store.dataset import Dataset
from graph.store.tokens import RANKS, Tokens
from tests.api.server import serving, small_dataset

BASE = "https://w3id.org/sankyoku/"
SECRET, SECRET_GRAPH = "Quillfeather", f"{BASE}graph/zanzibar-annex"
ROUTES = (
    "/sparql",
    "/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D",
    "/sparql?query=SELECT%20*%20%7B%20GRAPH%20?g%20%7B%20?s%20?p%20?o%20%7D%20%7D",
    f"/sparql?query=SELECT%20*%20%7B%20?s%20?p%20?o%20%7D&default-graph-uri={SECRET_GRAPH}",
    f"/sparql?query=SELECT%20*%20%7B%20GRAPH%20?g%20%7B%20?s%20?p%20?o%20%7D%20%7D&named-graph-uri={SECRET_GRAPH}",
    "/sparql?query=DESCRIBE%20%3Chttp://e/secret%3E",
    "/graphs",
    "/graphs/zanzibar-annex",
    f"/graphs?graph={SECRET_GRAPH}",
    "/graphs?default",
    "/health/ready",
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """One public quad, one internal."""
    s, p = NamedNode("http://e/secret"), NamedNode("http://e/p")
    shown = Quad(NamedNode("http://e/s"), p, Literal("shown"), NamedNode(f"{BASE}graph/facts"))
    return small_dataset(
        tmp_path_factory.mktemp("access"), shown, internal=[Quad(s, p, Literal(SECRET), NamedNode(SECRET_GRAPH))]
    )


@pytest.fixture(scope="module")
def address(dataset: Dataset) -> Iterator[str]:
    """A server over it."""
    with serving(dataset) as address:
        yield address


@pytest.mark.parametrize("role", ["anonymous", "reader", "staff"])
def test_what_is_internal_is_for_staff(address: str, dataset: Dataset, role: str) -> None:
    headers = {}
    if role != "anonymous":
        headers["Authorization"] = f"Bearer {Tokens.of(dataset.path).create(role, role)[1]}"  # type: ignore[arg-type]
    shown = []
    with httpx2.Client(base_url=address, headers=headers) as client:
        for route in ROUTES:
            for edition in ("", f"{'&' if '?' in route else '?'}edition={dataset.current_id()}"):
                response = client.get(route + edition)
                assert response.status_code != 404 or "annex" in route
                if response.status_code != 404:  # which says again what was asked for, and nothing else
                    shown.append(response.text + str(response.headers))
    for mark in (SECRET, "zanzibar-annex"):
        assert any(mark in one for one in shown) == (role == "staff")


def test_the_public_files_hold_nothing_internal(dataset: Dataset) -> None:
    edition = dataset.edition()
    marks = (SECRET.encode(), b"zanzibar-annex")
    for view, expected in (("internal", True), ("public", False)):
        files = [path.read_bytes() for path in edition.view_path(view).rglob("*") if path.is_file()]  # type: ignore[arg-type]
        assert all(any(mark in content for content in files) == expected for mark in marks)


@pytest.mark.parametrize("role", RANKS)
def test_a_role_may_what_those_below_it_may(role: str) -> None:
    visitor = Visitor(role, "x", "token:x")  # type: ignore[arg-type]
    for other, rank in RANKS.items():
        assert visitor.may(other) == (RANKS[role] >= rank)  # type: ignore[index]
    assert visitor.view == ("internal" if RANKS[role] >= RANKS["staff"] else "public")  # type: ignore[index]


def test_without_a_token_it_is_401_and_with_too_low_a_role_403() -> None:
    with pytest.raises(Problem) as nobody:
        require(Visitor("anonymous", "anonymous", "127.0.0.1"), "reader")
    with pytest.raises(Problem) as reader:
        require(Visitor("reader", "x", "token:x"), "curator")
    assert (nobody.value.kind.status, reader.value.kind.status) == (401, 403)

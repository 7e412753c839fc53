"""/graphs beyond what the W3C's tests ask: addressing, formats, caching, who may read and who may write."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.build import Run, build, ingest
from graph.editions import export, restore
from graph.reading import Crew, Wish
from graph.store.dataset import Dataset
from graph.store.tokens import Tokens
from tests.api.conftest import DOCUMENTS, client_of, token_for
from tests.api.server import serving, small_dataset

BASE = "https://w3id.org/sankyoku/"
FACTS = NamedNode(f"{BASE}graph/facts")
NOTES = NamedNode(f"{BASE}graph/notes")
SECRET = "Quillfeather protocol"  # noqa: S105 - words of a document, no password
TURTLE = {"Content-Type": "text/turtle"}
ONE = "<http://e/s> <http://e/p> 1 ."


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A public and an internal graph of the build."""
    s, p = NamedNode("http://e/s"), NamedNode("http://e/p")
    secret = Quad(s, p, Literal(SECRET), NOTES)
    return small_dataset(tmp_path_factory.mktemp("graphs"), Quad(s, p, Literal("shown"), FACTS), internal=[secret])


@pytest.fixture(scope="module")
def address(dataset: Dataset) -> Iterator[str]:
    """A server over it."""
    with serving(dataset, upload_bytes=4096) as address:
        yield address


@pytest.fixture
def client(address: str) -> Iterator[httpx2.Client]:
    """An anonymous client."""
    with httpx2.Client(base_url=address, timeout=30, headers={"Accept-Language": "en"}) as client:
        yield client


@pytest.fixture
def curator(client: httpx2.Client, dataset: Dataset) -> httpx2.Client:
    """The same client with a curator's token."""
    client.headers["Authorization"] = f"Bearer {Tokens.of(dataset.path).create('c', 'curator')[1]}"
    return client


def test_a_graph_of_the_build_is_read_by_slug_or_by_name(client: httpx2.Client) -> None:
    by_slug = client.get("/graphs/facts", headers={"Accept": "application/n-triples"})
    by_name = client.get("/graphs", params={"graph": FACTS.value, "format": "nt"})
    assert by_slug.text == by_name.text == '<http://e/s> <http://e/p> "shown" .\n'


def test_the_list_of_graphs_is_that_of_the_reader(client: httpx2.Client, curator: httpx2.Client) -> None:
    seen = {one["graph"] for one in curator.get("/graphs").json()["graphs"]}
    assert {FACTS.value, NOTES.value} <= seen
    del client.headers["Authorization"]
    assert NOTES.value not in client.get("/graphs").text


def test_an_internal_graph_is_not_there_for_others(client: httpx2.Client, dataset: Dataset) -> None:
    for path in ("/graphs/notes", f"/graphs?graph={NOTES.value}"):
        assert client.get(path).status_code == 404
        assert client.head(path).status_code == 404
    secret = Tokens.of(dataset.path).create("s", "staff")[1]
    assert SECRET in client.get("/graphs/notes", headers={"Authorization": f"Bearer {secret}"}).text


@pytest.mark.parametrize("role", [None, "reader", "staff"])
def test_writing_needs_a_curator(client: httpx2.Client, dataset: Dataset, role: str | None) -> None:
    if role is not None:
        client.headers["Authorization"] = f"Bearer {Tokens.of(dataset.path).create('x', role)[1]}"  # type: ignore[arg-type]
    before = dataset.current_id()
    for response in (
        client.put("/graphs/user/x", content=ONE, headers=TURTLE),
        client.post("/graphs", content=ONE, headers=TURTLE),
        client.delete("/graphs/facts"),
        client.post("/update", data={"update": "CLEAR DEFAULT"}),
    ):
        assert response.status_code == (401 if role is None else 403)
    assert dataset.current_id() == before


def test_a_users_graph_keeps_its_name_whatever_the_host(curator: httpx2.Client) -> None:
    assert curator.put("/graphs/user/notes/1", content=ONE, headers=TURTLE).status_code == 201
    asked = {"query": f"ASK {{ GRAPH <{BASE}graph/user/notes/1> {{ ?s ?p 1 }} }}"}
    assert curator.get("/sparql", params=asked).json()["boolean"]
    assert curator.delete("/graphs/user/notes/1").status_code == 200


@pytest.mark.parametrize("path", ["/graphs/facts", f"/graphs?graph={BASE}graph/anything"])
def test_the_graphs_of_the_build_are_refused_with_a_way_out(curator: httpx2.Client, path: str) -> None:
    response = curator.put(path, content=ONE, headers=TURTLE)
    assert response.status_code == 403
    assert "build again" in response.json()["detail"]


@pytest.mark.parametrize(
    ("path", "content", "headers", "status"),
    [
        ("/graphs?default&graph=http://e/g", ONE, TURTLE, 400),
        ("/graphs?graph=relative", ONE, TURTLE, 400),
        ("/graphs", ONE, TURTLE, 400),
        ("/graphs/user/x", ONE, {"Content-Type": "text/csv"}, 415),
        ("/graphs/user/x", ONE, {}, 415),
        ("/graphs/user/x", "<s> <p>", TURTLE, 400),
        ("/graphs/user/x", "<http://e/g> { <http://e/s> <http://e/p> 1 }", {"Content-Type": "application/trig"}, 400),
        ("/graphs/user/x", ONE * 300, TURTLE, 413),
        ("/graphs/user/x?disclosure=secret", ONE, TURTLE, 400),
    ],
)
def test_misuse_is_told_apart(
    curator: httpx2.Client, path: str, content: str, headers: dict[str, str], status: int
) -> None:
    response = curator.put(path, content=content.encode(), headers=headers)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


def test_what_is_written_for_staff_only_staff_see(curator: httpx2.Client, dataset: Dataset) -> None:
    path = "/graphs/user/minutes"
    response = curator.put(f"{path}?disclosure=internal", content=f'<a:a> <b:b> "{SECRET} two" .', headers=TURTLE)
    assert response.status_code == 201
    assert SECRET in curator.get(path).text
    del curator.headers["Authorization"]
    assert curator.get(path).status_code == 404
    public = dataset.edition().view_path("public")
    assert not [one for one in public.rglob("*") if one.is_file() and SECRET.encode() in one.read_bytes()]


def test_reading_is_cached_and_negotiated(client: httpx2.Client) -> None:
    response = client.get("/graphs/facts", headers={"Accept": "application/rdf+xml"})
    assert response.headers["content-type"] == "application/rdf+xml"
    tag = response.headers["etag"]
    headers = {"Accept": "application/rdf+xml", "If-None-Match": tag}
    assert client.get("/graphs/facts", headers=headers).status_code == 304
    assert client.get("/graphs/facts", headers={"Accept": "text/csv"}).status_code == 406


def test_an_earlier_edition_can_be_read(curator: httpx2.Client, dataset: Dataset) -> None:
    before = dataset.current_id()
    curator.put("/graphs/user/later", content=ONE, headers=TURTLE)
    assert curator.get("/graphs/user/later").status_code == 200
    assert curator.get("/graphs/user/later", params={"edition": before}).status_code == 404


def test_a_write_is_on_disk_and_visible_when_it_is_answered(curator: httpx2.Client, dataset: Dataset) -> None:
    for number in range(3):
        told = curator.post("/update", data={"update": f"INSERT DATA {{ <http://e/s> <http://e/n> {number} }}"}).json()
        assert Dataset.open(Path(dataset.path)).current_id() == told["edition"]
        assert dataset.edition().verify() == []
        asked = {"query": f"ASK {{ ?s <http://e/n> {number} }}"}
        assert curator.get("/sparql", params=asked).json()["boolean"]


def test_a_name_beyond_ascii_is_told_escaped_and_leads_back(curator: httpx2.Client) -> None:
    made = curator.put("/graphs/user/会合", content=ONE, headers=TURTLE)
    assert made.status_code == 201
    assert made.headers["location"].isascii()
    assert "http://e/s" in curator.get(made.headers["location"], headers={"Accept": "text/turtle"}).text


@pytest.mark.parametrize("path", ["a%20b", "x%7F", "%C2%80", "%3Ca%3E"])
def test_a_name_that_no_iri_may_have_is_refused(client: httpx2.Client, path: str) -> None:
    assert client.get(f"/graphs/{path}").status_code == 400


def test_a_graph_is_changed_only_as_it_was_seen(curator: httpx2.Client) -> None:
    place = "/graphs/user/conditions"
    fresh, nothing = {**TURTLE, "If-None-Match": "*"}, {**TURTLE, "If-Match": "*"}
    assert curator.put(place, content=ONE, headers=nothing).status_code == 412, "there is none yet"
    assert curator.put(place, content=ONE, headers=fresh).status_code == 201
    refused = curator.put(place, content=ONE, headers=fresh)
    assert (refused.status_code, refused.json()["type"]) == (412, "/problems/precondition-failed")
    seen = [curator.get(place, params={"format": form}).headers["etag"] for form in ("ttl", "nt")]
    assert seen[0] != seen[1], "one ETag for each format"
    two = ONE.replace("1", "2")
    assert curator.post(place, content=two, headers={**TURTLE, "If-Match": f'"other", {seen[1]}'}).status_code == 200
    for tag in (seen[0], f"W/{curator.head(place).headers['etag']}", "nonsense"):
        assert curator.delete(place, headers={"If-Match": tag}).status_code == 412
    assert curator.get(place, params={"format": "nt"}).text.count("\n") == 2, "nothing was done"
    now = curator.head(place).headers["etag"]
    assert curator.delete(place, headers={"If-None-Match": now}).status_code == 412
    assert curator.delete(place, headers={"If-Match": now}).status_code == 200


def test_an_etag_outlives_the_changes_of_other_graphs(curator: httpx2.Client) -> None:
    curator.put("/graphs/user/steady", content=ONE, headers=TURTLE)
    tag = curator.get("/graphs/user/steady").headers["etag"]
    curator.put("/graphs/user/other", content=ONE, headers=TURTLE)
    assert curator.get("/graphs/user/steady", headers={"If-None-Match": tag}).status_code == 304
    listed = curator.get("/graphs").headers["etag"]
    assert curator.get("/graphs", headers={"If-None-Match": listed}).status_code == 304
    curator.put("/graphs/user/other", content=ONE.replace("1", "9"), headers=TURTLE)
    assert curator.get("/graphs", headers={"If-None-Match": listed}).status_code == 200


def test_of_two_who_saw_the_same_one_changes_it(curator: httpx2.Client) -> None:
    curator.put("/graphs/user/raced", content=ONE, headers=TURTLE)
    headers = {**TURTLE, "If-Match": curator.get("/graphs/user/raced").headers["etag"]}
    sent = [ONE.replace("1", f'"{number}"') for number in range(4)]
    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(lambda one: curator.put("/graphs/user/raced", content=one, headers=headers), sent))
    assert sorted(one.status_code for one in told) == [204, 412, 412, 412]


def test_a_users_graph_outlives_a_build_a_document_and_a_restore(dataset_path: Path, tmp_path: Path) -> None:
    place = "/graphs/user/notes"

    def read(path: Path) -> str:
        with client_of(path) as reader:
            return reader.get(place, params={"format": "nt"}).text

    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'curator')}") as curator:
        assert curator.put(place, content=ONE, headers=TURTLE).status_code == 201
        kept = curator.get(place, params={"format": "nt"}).text
    run, wish = Run(BASE), Wish(publisher="ppc-japan")
    dataset = Dataset.open(dataset_path)
    ingest(dataset, run, [DOCUMENTS / "fy2017-bilateral.txt"], wish, Crew())
    assert read(dataset_path) == kept
    build(dataset, run, [], wish)
    assert read(dataset_path) == kept
    export(dataset, None, tmp_path / "edition.tar")
    other = Dataset.open_or_create(tmp_path / "other")
    restore(other, tmp_path / "edition.tar")
    assert read(other.path) == kept

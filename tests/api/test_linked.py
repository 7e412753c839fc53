"""Every IRI of the dataset answers, in every format, to those who may see it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse
from starlette.testclient import TestClient

from graph.build import Run, publish_change
from graph.store.dataset import Dataset
from ontology.files import context
from ontology.terms import RDF_TYPE, RDFS_LABEL, SourceGraph, Statement, claimSubject
from tests.api.conftest import client_of, token_for
from tests.conftest import BASE

FORMATS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
}
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BODY = "/id/authority/ppc-japan"


def store_of(path: Path, view: str = "public") -> Store:
    return Store.read_only(str(Dataset.open(path).edition().path / view / "store"))


def triples(body: bytes, suffix: str) -> set[Triple]:
    if suffix == "jsonld":
        document = json.loads(body)
        assert document["@context"].endswith("/context.jsonld")
        body = json.dumps({**document, "@context": context()["@context"]}).encode()
    return {quad.triple for quad in parse(body, format=FORMATS[suffix][1])}


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("text/turtle", f"{BODY}.ttl"),
        ("application/ld+json", f"{BODY}.jsonld"),
        ("application/json", f"{BODY}.jsonld"),
        ("application/n-triples", f"{BODY}.nt"),
        ("application/rdf+xml", f"{BODY}.rdf"),
        ("text/html", "/authorities/ppc-japan"),
        ("*/*", "/authorities/ppc-japan"),
        (FIREFOX, "/authorities/ppc-japan"),
        ("text/html;q=0.5, text/turtle", f"{BODY}.ttl"),
        ("text/*", "/authorities/ppc-japan"),
        ("application/*;q=0.3, text/turtle;q=0.2", f"{BODY}.jsonld"),
        ("text/html;q=0, */*", f"{BODY}.ttl"),
        ("image/png, application/rdf+xml;q=0.1", f"{BODY}.rdf"),
    ],
)
def test_the_iri_of_a_thing_leads_to_what_the_reader_likes_best(
    anonymous: TestClient, accept: str, location: str
) -> None:
    for method in ("GET", "HEAD"):
        answer = anonymous.request(method, BODY, headers={"Accept": accept}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, location)
        assert "Accept" in answer.headers["vary"]
        assert f"<{BASE}id/authority/ppc-japan?edition=" in answer.headers["link"]


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "application/pdf, audio/*"])
def test_what_there_is_not_is_406_and_names_what_there_is(anonymous: TestClient, accept: str) -> None:
    answer = anonymous.get(BODY, headers={"Accept": accept}, follow_redirects=False)
    assert answer.status_code == 406
    assert "text/turtle" in answer.json()["detail"]


def test_every_kind_of_thing_says_the_same_in_every_format(anonymous: TestClient, mixed: Path) -> None:
    store = store_of(mixed)
    kinds: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, RDF_TYPE, None):
        iri = quad.subject.value
        if iri.startswith(f"{BASE}id/"):
            kinds.setdefault(iri.removeprefix(f"{BASE}id/").partition("/")[0], iri)
    assert len(kinds) >= 10
    for iri in kinds.values():
        path = iri.removeprefix(BASE.removesuffix("/"))
        told = {suffix: anonymous.get(f"{path}.{suffix}") for suffix in FORMATS}
        found = {suffix: triples(answer.content, suffix) for suffix, answer in told.items()}
        assert found["ttl"] == found["jsonld"] == found["nt"] == found["rdf"]
        own = {quad.triple for quad in store.quads_for_pattern(NamedNode(iri), None, None)}
        assert own <= found["ttl"]
        assert len(found["ttl"]) < 500  # of this thing, not of all things
        for suffix, answer in told.items():
            assert answer.headers["content-type"].partition(";")[0] == FORMATS[suffix][0]


def test_a_description_includes_the_parts_of_a_thing_and_names_what_it_points_to(
    anonymous: TestClient, mixed: Path
) -> None:
    store = store_of(mixed)
    said = next(store.quads_for_pattern(None, RDF_TYPE, Statement)).subject
    at = next(
        quad.object for quad in store.quads_for_pattern(said, None, None) if quad.predicate.value.endswith("#madeAt")
    )
    found = triples(anonymous.get(f"{at.value.removeprefix(BASE[:-1])}.ttl").content, "ttl")
    subjects = {triple.subject.value for triple in found if isinstance(triple.subject, NamedNode)}
    assert said.value in subjects
    assert any("/id/participation/" in iri for iri in subjects)
    assert any("/id/passage/" in iri for iri in subjects)
    for triple in found:
        if isinstance(triple.object, NamedNode) and "/id/authority/" in triple.object.value:
            assert any(one.subject == triple.object and one.predicate == RDFS_LABEL for one in found)


def test_words_come_in_both_languages_or_in_the_one_asked_for(anonymous: TestClient) -> None:
    def languages(query: str) -> set[str | None]:
        found = triples(anonymous.get(f"{BODY}.ttl{query}").content, "ttl")
        names = [one.object for one in found if one.subject == thing and one.predicate == RDFS_LABEL]
        return {name.language for name in names if isinstance(name, Literal)}

    thing = NamedNode(f"{BASE}id/authority/ppc-japan")

    assert languages("") == {"en", "ja", "ja-hrkt"}  # how it is read, in kana
    assert languages("?lang=en") == {"en"}
    assert languages("?lang=ja") == {"ja"}
    assert anonymous.get(f"{BODY}.ttl?lang=ja").headers["content-language"] == "ja"


def test_descriptions_are_cached_honestly_and_pinned_ones_for_good(anonymous: TestClient, mixed: Path) -> None:
    first = anonymous.get(f"{BODY}.ttl")
    again = anonymous.get(f"{BODY}.ttl", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert anonymous.get(f"{BODY}.nt").headers["etag"] != first.headers["etag"]
    edition = Dataset.open(mixed).edition_ids()[0]
    pinned = anonymous.get(f"{BODY}.ttl?edition={edition}")
    assert "immutable" in pinned.headers["cache-control"]
    assert pinned.headers["x-sankyoku-edition"] == edition
    assert f'?edition={edition}>; rel="cite-as"' in pinned.headers["link"]
    redirect = anonymous.get(f"{BODY}?edition={edition}", headers={"Accept": "text/turtle"}, follow_redirects=False)
    assert redirect.headers["location"] == f"{BODY}.ttl?edition={edition}"


def test_a_thing_without_a_page_among_the_staff_pages_has_one_here(anonymous: TestClient) -> None:
    japanese = anonymous.get("/id/jurisdiction/JP.html", headers={"Accept-Language": "ja"})
    assert japanese.status_code == 200
    assert '<html lang="ja">' in japanese.text and "<h1>日本</h1>" in japanese.text
    assert "<h1>Japan</h1>" in anonymous.get("/id/jurisdiction/JP.html").text
    assert "<script" not in japanese.text and "style=" not in japanese.text
    page = anonymous.get(f"{BODY}.html", follow_redirects=False)
    assert page.headers["location"] == "/authorities/ppc-japan"


@pytest.mark.parametrize(
    "path",
    [
        "/id/authority/nobody",
        "/id/nothing/ppc-japan",
        "/id/authority/nobody.ttl",
        "/id/authority/ppc-japan.exe",
        "/id/authority/a%20b%3Cc",
        "/graph/none",
        "/edition/%3Cx%3E",
    ],
)
def test_what_is_not_there_is_404(anonymous: TestClient, path: str) -> None:
    answer = anonymous.get(path, headers={"Accept": "text/turtle"}, follow_redirects=False)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_graphs_and_editions_answer_at_their_iris(anonymous: TestClient, mixed: Path) -> None:
    found = triples(anonymous.get("/graph/engagements.ttl").content, "ttl")
    assert any(triple.object == SourceGraph for triple in found)
    edition = Dataset.open(mixed).current_id()
    for accept, end in (("text/html", ""), ("text/turtle", ".ttl"), ("application/json", ".json")):
        answer = anonymous.get(f"/edition/{edition}", headers={"Accept": accept}, follow_redirects=False)
        assert answer.headers["location"] == f"/editions/{edition}{end}"
    assert anonymous.get(f"/edition/{edition}", headers={"Accept": "application/rdf+xml"}).status_code == 200


def internal_iris(path: Path) -> Iterator[str]:
    """Every IRI of the dataset that stands in the internal view alone."""
    public = {term for quad in store_of(path) for term in named(quad)}
    yield from {term for quad in store_of(path, "internal") for term in named(quad)} - public


def named(quad: Quad) -> set[str]:
    terms = (quad.subject, quad.object, quad.graph_name)
    return {term.value for term in terms if isinstance(term, NamedNode) and term.value.startswith(BASE)}


def test_anonymous_readers_meet_nothing_internal_at_any_iri(
    anonymous: TestClient, staff: TestClient, mixed: Path
) -> None:
    hidden = sorted(internal_iris(mixed))
    assert any("/id/engagement/" in iri for iri in hidden) and any("/graph/" in iri for iri in hidden)
    sample = [iri for iri in hidden if "/id/engagement/" in iri or "/graph/" in iri or "/id/document/" in iri]
    for iri in (*sample, *hidden[:: max(1, len(hidden) // 20)]):
        path = iri.removeprefix(BASE.removesuffix("/"))
        if path.startswith("/def"):
            continue
        assert anonymous.get(path, follow_redirects=False).status_code == 404
        assert anonymous.get(f"{path}.ttl").status_code == 404
        seen = staff.get(f"{path}.ttl")
        assert seen.status_code in (200, 404)  # some stand only where others point to them
        if seen.status_code == 200:
            assert seen.headers["cache-control"].startswith("private")
    assert staff.get(f"{sample[0].removeprefix(BASE.removesuffix('/'))}.ttl").status_code == 200


def test_what_is_withdrawn_is_gone_and_says_so(dataset_path: Path) -> None:
    dataset = Dataset.open(dataset_path)
    before = dataset.current_id()
    facts = dataset_path / "facts"
    shutil.copytree(dataset.edition().index_path("internal") / "facts", facts)
    rows = (facts / "engagements.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (facts / "engagements.csv").write_text("".join(rows[:-1]), encoding="utf-8")
    publish_change(dataset, lambda ledger, _: ledger, Run(BASE), note="test", facts=facts)
    gone = json.loads((dataset.edition().index_path("public") / "gone.json").read_text(encoding="utf-8"))
    (name,) = gone
    with client_of(dataset_path) as client:
        for path in (f"/id/{name}", f"/id/{name}.ttl"):
            answer = client.get(path, headers={"Accept": "text/turtle"}, follow_redirects=False)
            assert (answer.status_code, answer.json()["title"]["ja"]) == (410, "廃止されました")
        page = client.get(f"/id/{name}", headers={"Accept": "text/html", "Accept-Language": "ja"})
        assert (page.status_code, page.headers["content-type"]) == (410, "text/html; charset=utf-8")
        assert "取り下げられました" in page.text
        assert client.get(f"/id/{name}.ttl?edition={before}").status_code == 200


def test_what_was_merged_says_where_it_went(dataset_path: Path) -> None:
    slugs = ["2019-06-jp-eu-us-trilateral-2", "2019-06-jp-eu-us-trilateral-3"]
    before = Dataset.open(dataset_path).current_id()
    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'curator')}") as curator:
        curator.post("/api/v1/review", json={"verdict": "same", "keys": slugs}).raise_for_status()
    with client_of(dataset_path) as client:
        for suffix in ("", ".ttl", ".html"):
            told = {slug: client.get(f"/id/engagement/{slug}{suffix}", follow_redirects=False) for slug in slugs}
            (merged,) = (slug for slug, answer in told.items() if answer.status_code == 301)
            (heir,) = set(slugs) - {merged}
            assert told[merged].headers["location"] == f"/id/engagement/{heir}{suffix}"
            assert told[heir].status_code in (200, 303)
        answer = client.get(f"/id/engagement/{merged}", headers={"Accept": "text/turtle"})
        assert (answer.status_code, answer.url.path) == (200, f"/id/engagement/{heir}.ttl")
        pinned = client.get(f"/id/engagement/{merged}.ttl", params={"edition": before}, follow_redirects=False)
        assert pinned.status_code == 200


def test_context_and_style_sheet_are_served(anonymous: TestClient) -> None:
    answer = anonymous.get("/context.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json() == context()
    assert answer.headers["access-control-allow-origin"] == "*"
    page = anonymous.get("/id/jurisdiction/JP.html").text
    sheet = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert anonymous.get(sheet).headers["content-type"].startswith("text/css")
    assert anonymous.get("/linked/none.css").status_code == 404


def test_claims_of_a_document_lead_to_what_they_are_about(staff: TestClient, mixed: Path) -> None:
    claim = next(store_of(mixed, "internal").quads_for_pattern(None, claimSubject, None))
    found = triples(staff.get(f"{claim.subject.value.removeprefix(BASE[:-1])}.ttl").content, "ttl")
    assert any(one.predicate == claimSubject and one.object == claim.object for one in found)

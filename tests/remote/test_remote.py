"""One suite of queries, the same answers on all: our workers, the Oxigraph server, Virtuoso."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import BadQuery
from graph.store.answers import AnswerFormat
from graph.store.backend import Backend
from graph.store.dataset import Dataset
from graph.store.limits import QueryLimits
from graph.store.remote import RemoteFailed, RemoteServer, push_edition
from graph.store.workers import QueryPool, QueryRequest
from tests.api.server import serving, small_dataset
from tests.remote.servers import Remote, has_oxigraph, has_virtuoso, oxigraph, virtuoso

BASE = "https://w3id.org/sankyoku/"
XSD = "http://www.w3.org/2001/XMLSchema#"
SECRET = "Quillfeather protocol"  # noqa: S105 - words of a document, no password
PREFIXES = (
    "PREFIX sk: <https://w3id.org/sankyoku/def#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
)
QUERIES = {
    "lookup": "SELECT ?p ?o { <https://w3id.org/sankyoku/id/engagement/3> ?p ?o } ORDER BY ?p ?o",
    "history": 'SELECT ?e ?day { ?e sk:participant <https://w3id.org/sankyoku/id/authority/a1> ; sk:earliest ?day '
    'FILTER(?day >= "2019-01-10"^^xsd:date) } ORDER BY ?day ?e',
    "label in Japanese": 'SELECT ?e { ?e rdfs:label ?l FILTER(LANG(?l) = "ja" && CONTAINS(STR(?l), "会合")) } '
    "ORDER BY ?e",
    "count": "SELECT ?a (COUNT(DISTINCT ?e) AS ?n) { ?e sk:participant ?a } GROUP BY ?a ORDER BY ?a",
    "optional": "SELECT ?e ?k { ?e sk:earliest ?d OPTIONAL { ?e sk:kind ?k } } ORDER BY ?e",
    "path": "SELECT ?later { <https://w3id.org/sankyoku/id/engagement/1> sk:nextEngagement+ ?later } ORDER BY ?later",
    "graph": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "minus": "SELECT ?e { ?e sk:earliest ?d MINUS { ?e sk:kind ?k } } ORDER BY ?e",
    "values": "SELECT ?e ?a { VALUES ?a { <https://w3id.org/sankyoku/id/authority/a0> } ?e sk:participant ?a } "
    "ORDER BY ?e",
}  # fmt: skip
ASK = "ASK { ?e sk:participant <https://w3id.org/sankyoku/id/authority/a2> }"
CONSTRUCT = "CONSTRUCT { ?a sk:met ?b } WHERE { ?e sk:participant ?a, ?b FILTER(STR(?a) < STR(?b)) }"


def quads() -> Iterator[Quad]:
    """Twenty engagements in two graphs."""
    sk = f"{BASE}def#"
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    for n in range(20):
        graph = NamedNode(f"{BASE}graph/{'facts' if n % 2 else 'report'}")
        e = NamedNode(f"{BASE}id/engagement/{n}")
        yield Quad(
            e, NamedNode(f"{sk}earliest"), Literal(f"2019-01-{n + 1:02}", datatype=NamedNode(f"{XSD}date")), graph
        )
        yield Quad(e, label, Literal(f"第{n}回会合", language="ja"), graph)
        yield Quad(e, label, Literal(f'Meeting "{n}"\n', language="en"), graph)
        yield Quad(e, NamedNode(f"{sk}participant"), NamedNode(f"{BASE}id/authority/a{n % 3}"), graph)
        yield Quad(e, NamedNode(f"{sk}participant"), NamedNode(f"{BASE}id/authority/b"), graph)
        yield Quad(e, NamedNode(f"{sk}nextEngagement"), NamedNode(f"{BASE}id/engagement/{n + 1}"), graph)
        if n % 4 == 0:
            yield Quad(e, NamedNode(f"{sk}kind"), NamedNode(f"{BASE}def/kind/forum"), graph)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """An edition to push."""
    secret = Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal(SECRET), NamedNode(f"{BASE}graph/secret"))
    return small_dataset(tmp_path_factory.mktemp("remote"), *quads(), internal=[secret])


@pytest.fixture(scope="module")
def pool() -> Iterator[QueryPool]:
    """Our own workers."""
    with QueryPool(1, QueryLimits(seconds=20)) as made:
        yield made


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            oxigraph,
            id="oxigraph",
            marks=pytest.mark.skipif(not has_oxigraph(), reason="no oxigraph (pip install oxigraph)"),
        ),
        pytest.param(
            virtuoso,
            id="virtuoso",
            marks=pytest.mark.skipif(not has_virtuoso(), reason="no virtuoso (apt install virtuoso-opensource)"),
        ),
    ],
)
def remote(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remote]:
    """A server of another maker, empty."""
    with request.param(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="module")
def pushed(remote: Remote, dataset: Dataset) -> Remote:
    """The same server with the edition on it."""
    edition = dataset.edition()
    assert (
        push_edition(edition, "public", remote.query, graph_store=remote.graph_store) == edition.manifest.public.quads
    )
    return remote


def ask(pool: QueryPool, dataset: Dataset, query: str, wanted: AnswerFormat) -> tuple[QueryRequest, bytes]:
    """A request, and what our own workers answer."""
    request = QueryRequest(dataset.edition().store_path("public"), PREFIXES + query, wanted)
    return request, pool.run(request).body


def answer(remote: Remote, request: QueryRequest, dataset: Dataset, **limits: float) -> bytes:
    """What a server answers through our backend."""

    async def asking() -> bytes:
        backend = Backend(remote.query)
        try:
            graphs = list(dataset.edition().manifest.public.graphs)
            return (await backend.answer(request, QueryLimits(**{"seconds": 20, **limits}), graphs)).body  # type: ignore[arg-type]
        finally:
            await backend.close()

    return asyncio.run(asking())


@pytest.mark.parametrize("name", QUERIES)
def test_the_same_rows(pushed: Remote, pool: QueryPool, dataset: Dataset, name: str) -> None:
    request, ours = ask(pool, dataset, QUERIES[name], AnswerFormat.CSV)
    assert ours.count(b"\n") > 1
    assert answer(pushed, request, dataset) == ours


def test_the_same_truth(pushed: Remote, pool: QueryPool, dataset: Dataset) -> None:
    request, ours = ask(pool, dataset, ASK, AnswerFormat.JSON)
    assert answer(pushed, request, dataset) == ours


def test_the_same_graph(pushed: Remote, pool: QueryPool, dataset: Dataset) -> None:
    request, ours = ask(pool, dataset, CONSTRUCT, AnswerFormat.N_TRIPLES)
    assert sorted(answer(pushed, request, dataset).splitlines()) == sorted(ours.splitlines())


def test_pushing_again_by_updates_changes_nothing(pushed: Remote, pool: QueryPool, dataset: Dataset) -> None:
    push_edition(dataset.edition(), "public", pushed.query, update=pushed.update)
    request, ours = ask(pool, dataset, QUERIES["graph"], AnswerFormat.CSV)
    assert answer(pushed, request, dataset) == ours


def test_limits_and_refusals_stay_ours(pushed: Remote, dataset: Dataset) -> None:
    store = dataset.edition().store_path("public")
    with pytest.raises(Exception, match="more than 5 rows"):
        answer(pushed, QueryRequest(store, "SELECT * { ?s ?p ?o }", AnswerFormat.CSV), dataset, rows=5)
    with pytest.raises(Exception, match="more than 100 bytes"):
        answer(pushed, QueryRequest(store, "SELECT * { ?s ?p ?o }", AnswerFormat.CSV), dataset, bytes=100)
    for text in ("SELECT * { SERVICE <http://e/> { ?s ?p ?o } }", "DROP ALL", "SELECT * {"):
        with pytest.raises(BadQuery):
            answer(pushed, QueryRequest(store, text, AnswerFormat.CSV), dataset)


def test_the_endpoint_answers_from_the_server_behind(pushed: Remote, dataset: Dataset) -> None:
    with serving(dataset, backend=pushed.query) as address:
        rows = httpx2.get(f"{address}/sparql", params={"query": PREFIXES + QUERIES["count"], "format": "csv"})
        assert rows.text.splitlines()[1].endswith("a0,7")
        assert SECRET not in httpx2.get(f"{address}/sparql", params={"query": "SELECT * { ?s ?p ?o }"}).text


def test_a_server_that_is_not_there_is_named_without_its_password(dataset: Dataset, tmp_path: Path) -> None:
    address = "http://name:hidden@127.0.0.1:9/sparql"
    with pytest.raises(RemoteFailed) as failed:
        push_edition(dataset.edition(), "public", address)
    assert "127.0.0.1:9" in failed.value.en
    assert "hidden" not in failed.value.en + failed.value.ja
    with RemoteServer(address) as server, pytest.raises(RemoteFailed):
        server.query("ASK {}", "*/*")

"""Real clients, unmodified: SPARQLWrapper, rdflib's stores, curl, Comunica."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore

from graph.store.tokens import Tokens
from tests.api.server import serving, small_dataset

# What a client warns of in its own code is its own matter.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
BASE = "https://w3id.org/sankyoku/"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
QUERY = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
_MODULES = Path(__file__).parents[2] / "tools" / "test_clients" / "node_modules"
COMUNICA = _MODULES / "@comunica" / "query-sparql" / "bin" / "query.js"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A server, and a curator's token."""
    graph, label = NamedNode(f"{BASE}graph/facts"), NamedNode(LABEL)
    quads = [
        Quad(NamedNode(f"{BASE}id/thing/{word}"), label, Literal(word, language="en"), graph) for word in ("one", "two")
    ]
    dataset = small_dataset(tmp_path_factory.mktemp("clients"), *quads)
    with serving(dataset) as address:
        yield address, Tokens.of(dataset.path).create("c", "curator")[1]


@pytest.mark.parametrize("wanted", ["json", "xml", "csv", "tsv"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_asks_for_rows(server: tuple[str, str], wanted: str, method: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(f"{server[0]}/sparql")
    client.setQuery(QUERY)
    client.setMethod(method)
    client.setReturnFormat(wanted)
    found = client.queryAndConvert()
    told = found.toxml() if wanted == "xml" else str(found)
    assert "one" in told
    assert "two" in told


@pytest.mark.parametrize("wanted", ["turtle", "json-ld", "n3", "xml"])
def test_sparqlwrapper_asks_for_graphs(server: tuple[str, str], wanted: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(f"{server[0]}/sparql")
    client.setQuery("CONSTRUCT WHERE { ?s ?p ?o }")
    client.setReturnFormat(wanted)
    found = client.queryAndConvert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert len(graph) == 2


def test_rdflib_reads_through_its_store(server: tuple[str, str]) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server[0]}/sparql"))
    assert {str(o) for _, _, o in graph} == {"one", "two"}
    assert [str(row[0]) for row in graph.query(QUERY)] == ["one", "two"]


def test_rdflib_writes_through_its_store(server: tuple[str, str]) -> None:
    address, secret = server
    store = SPARQLUpdateStore(f"{address}/sparql", f"{address}/update", headers={"Authorization": f"Bearer {secret}"})
    graph = rdflib.Graph(store, identifier=rdflib.URIRef("http://example.org/mine"))
    mine = (rdflib.URIRef("http://e/s"), rdflib.URIRef("http://e/p"), rdflib.Literal("会合"))
    graph.add(mine)
    assert mine in graph
    graph.remove(mine)
    assert mine not in graph


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_asks_and_uploads(server: tuple[str, str]) -> None:
    address, secret = server

    def curl(*arguments: str, given: str = "") -> str:
        ended = subprocess.run(["curl", "-sSf", *arguments], input=given, capture_output=True, text=True, check=True)
        return ended.stdout

    rows = curl("-H", "Accept: text/csv", "--data-urlencode", f"query={QUERY}", f"{address}/sparql")
    assert rows.split() == ["o", "one", "two"]
    headers = ("-H", f"Authorization: Bearer {secret}", "-H", "Content-Type: text/turtle")
    curl("-T", "-", *headers, f"{address}/graphs/user/curl", given='<http://e/s> <http://e/p> "three" .')
    assert "three" in curl(f"{address}/graphs/user/curl")
    curl("-X", "DELETE", *headers, f"{address}/graphs/user/curl")


@pytest.mark.skipif(
    not COMUNICA.exists() or shutil.which("node") is None,
    reason="Comunica is not installed (npm install --no-save @comunica/query-sparql)",
)
def test_comunica_asks(server: tuple[str, str]) -> None:
    command = ["node", str(COMUNICA), f"sparql@{server[0]}/sparql", QUERY, "-t", "text/csv"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == ["o", "one", "two"]

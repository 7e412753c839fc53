"""SERVICE over HTTP: only servers on the list, never a closed network, in bounds, and honest about failures."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx2
import pytest
from pydantic import ValidationError
from pyoxigraph import Literal, NamedNode, Quad

from api.settings import Settings
from graph.store.dataset import Dataset
from tests.api.server import serving, small_dataset

ROWS = {"head": {"vars": ["s", "n"]}, "results": {"bindings": [
    {"s": {"type": "uri", "value": "http://e/a"}, "n": {"type": "literal", "value": "called"}},
    {"s": {"type": "uri", "value": "http://e/z"}, "n": {"type": "literal", "value": "no match"}},
]}}  # fmt: skip
asked: list[str] = []


class Other(BaseHTTPRequestHandler):
    """A server that does well or badly, by its path."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answers a query."""
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        asked.append(f"{self.path} {self.headers['host']} {parse_qs(body)['query'][0]}")
        match self.path:
            case "/good":
                self._send(200, json.dumps(ROWS).encode(), "application/sparql-results+json")
            case "/redirects":
                self._send(307, b"", "text/plain", Location="/good")
            case "/fails":
                self._send(500, b"down", "text/plain")
            case "/page":
                self._send(200, b"<html>", "text/html")
            case "/silent":
                time.sleep(6)
            case "/endless" | "/large":
                self._go_on(0.3 if self.path == "/endless" else 0)

    def _send(self, status: int, body: bytes, media: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _go_on(self, pause: float) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"400\r\n" + b" " * 1024 + b"\r\n")
                time.sleep(pause)
        except OSError:  # whoever asked went away
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def other() -> Iterator[str]:
    """The address of that server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Other)
    server.daemon_threads, server.block_on_close = True, False
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """One quad."""
    quad = Quad(NamedNode("http://e/a"), NamedNode("http://e/p"), Literal("here"), NamedNode("http://e/g"))
    return small_dataset(tmp_path_factory.mktemp("service"), quad)


@pytest.fixture(scope="module")
def client(dataset: Dataset, other: str) -> Iterator[httpx2.Client]:
    """A client of a server that may call some paths of the other one, one of them not said to be private."""
    private = [
        f"private+{other}/{path}" for path in ("good", "redirects", "fails", "page", "silent", "endless", "large")
    ]
    allowed = (*private, f"{other}/closed", "private+http://127.0.0.1:9/nobody")
    with (
        serving(dataset, service_allow=allowed, service_bytes=20_000, query_seconds=2) as address,
        httpx2.Client(base_url=address, timeout=30, headers={"Accept-Language": "en"}) as client,
    ):
        yield client


def call(address: str, silent: str = "") -> dict[str, str]:
    """A query of ours that calls another server."""
    return {"query": f"SELECT ?o ?n {{ ?s <http://e/p> ?o SERVICE {silent} <{address}> {{ ?s <http://f/n> ?n }} }}"}


def test_an_allowed_server_is_asked_and_its_rows_are_joined(client: httpx2.Client, other: str) -> None:
    response = client.get("/sparql", params={**call(f"{other}/good"), "format": "csv"})
    assert response.text.split() == ["o,n", "here,called"]
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers
    path, host, query = asked[-1].split(" ", 2)
    assert (path, host) == ("/good", other.removeprefix("http://"))
    assert query.endswith("SELECT * WHERE { ?s <http://f/n> ?n }")
    before = len(asked)
    client.get("/sparql", params={**call(f"{other}/good"), "format": "csv"})
    assert len(asked) == before + 1, "what others said is not kept"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("redirects", "redirects"),
        ("fails", "status 500"),
        ("page", "did not answer with rows"),
        ("silent", "did not answer within 2 s"),
        ("endless", "did not answer within 2 s"),
        ("large", "more than 20,000 bytes"),
        ("closed", "private network"),
    ],
)
def test_a_failure_is_told_and_passed_over_where_the_query_says_so(
    client: httpx2.Client, other: str, path: str, said: str
) -> None:
    response = client.post("/sparql", data=call(f"{other}/{path}"))
    assert (response.status_code, response.json()["type"]) == (502, "/problems/service-failed")
    assert said in response.json()["detail"]
    assert "<html>" not in response.text
    if path not in ("silent", "endless"):
        silent = client.post("/sparql", data={**call(f"{other}/{path}", "SILENT"), "format": "csv"})
        assert silent.text.split() == ["o,n", "here,"]


def test_nobody_listening_is_told(client: httpx2.Client) -> None:
    response = client.post("/sparql", data=call("http://127.0.0.1:9/nobody"))
    assert (response.status_code, "cannot be reached" in response.text) == (502, True)


@pytest.mark.parametrize("silent", ["", "SILENT"])
@pytest.mark.parametrize(
    "address",
    ["https://query.example.org/sparql", "{other}/good/", "{other}/good?x=1", "{other}", "file:///etc/passwd"],
)
def test_any_other_is_refused_before_anything_is_asked(
    client: httpx2.Client, other: str, address: str, silent: str
) -> None:
    before = len(asked)
    response = client.post("/sparql", data=call(address.format(other=other), silent))
    assert (response.status_code, response.json()["type"]) == (400, "/problems/bad-query")
    assert "operator" in response.json()["detail"]
    assert len(asked) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        "SELECT * { BIND(<http://127.0.0.1:1/> AS ?w) SERVICE ?w { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICEe:x { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }" + " " * 70_000,
    ],
)
def test_a_call_in_disguise_is_refused(client: httpx2.Client, query: str) -> None:
    assert client.post("/sparql", data={"query": query}).status_code == 400


def test_without_a_list_every_call_is_refused(dataset: Dataset, other: str) -> None:
    with serving(dataset) as address:
        response = httpx2.post(f"{address}/sparql", data=call(f"{other}/good"), headers={"Accept-Language": "en"})
    assert (response.status_code, "SERVICE" in response.json()["detail"]) == (400, True)


def test_the_list_is_read_from_the_environment_and_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SANKYOKU_SERVICE_ALLOW", '["https://query.example.org/sparql"]')
    assert Settings(dataset=tmp_path).service_allow == ("https://query.example.org/sparql",)
    monkeypatch.setenv("SANKYOKU_SERVICE_ALLOW", '["query.example.org"]')
    with pytest.raises(ValidationError, match="no address"):
        Settings(dataset=tmp_path)


def test_the_connection_goes_to_the_address_that_was_checked(
    dataset: Dataset, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve, port = socket.getaddrinfo, int(other.rpartition(":")[2])
    times: list[str] = []

    def rebinding(host: str | bytes | None, *more: object, **named: object) -> object:
        """A name that is open when it is looked at, and is loopback from then on."""
        if host not in ("rebinds.example", b"rebinds.example"):
            return resolve(host, *more, **named)  # type: ignore[arg-type]
        times.append("asked")
        address = "192.88.99.77" if len(times) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    before, name = len(asked), f"http://rebinds.example:{port}/good"
    with serving(dataset, service_allow=(name,), query_seconds=1) as address:
        response = httpx2.post(f"{address}/sparql", data=call(name), timeout=20)
    assert (response.status_code, len(times), len(asked)) == (502, 1, before)
    assert "private" not in response.text


def test_the_service_description_says_so(client: httpx2.Client) -> None:
    assert "BasicFederatedQuery" in client.get("/sparql", headers={"Accept": "text/turtle"}).text

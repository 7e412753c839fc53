"""SPARQL 1.1 servers elsewhere, spoken to by standard protocol only: queries, updates, the Graph Store Protocol.

The HTTP client is httpx2: it is the maintained line of httpx, has deadlines, streams and Digest authentication (which
Virtuoso wants), and Starlette's own test client stands on it, so it is in the house anyway.

A name and a password may stand in an address (``http://name:password@host/...``); what the server asks for, Basic or
Digest, is what it gets.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

import httpx2
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from graph.errors import SankyokuError
from graph.model import Disclosure
from graph.store.content import GraphName
from graph.store.edition import Edition
from graph.store.manifest import DEFAULT_GRAPH

# Virtuoso compiles an update as one statement, and refuses one of some thousands of triples.
_BATCH: Final = 500
_BLOCK: Final = 1024 * 1024


class RemoteFailed(SankyokuError):
    """A SPARQL server elsewhere cannot be reached, or answers with an error."""

    def __init__(self, address: str, said: str) -> None:
        host = httpx2.URL(address).copy_with(username=None, password=None)
        words = " ".join(said.split())[:160]
        super().__init__(
            f"The SPARQL server at {host} did not do what it was asked: {words}",
            f"SPARQL サーバー {host} が要求を処理できませんでした：{words}",
        )


class Credentials(httpx2.Auth):
    """Basic or Digest, as the server asks."""

    def __init__(self, name: str, password: str) -> None:
        self._basic = httpx2.BasicAuth(name, password)
        self._digest = httpx2.DigestAuth(name, password)

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Asks without, and again with what the answer wants."""
        response = yield request
        if response.status_code != 401:
            return
        wants_digest = "digest" in response.headers.get("www-authenticate", "").lower()
        yield from (self._digest if wants_digest else self._basic).auth_flow(request)


class RemoteServer:
    """One SPARQL server, for the block of a ``with``. Every method raises ``RemoteFailed``."""

    def __init__(
        self, query: str, update: str | None = None, graph_store: str | None = None, seconds: float = 60
    ) -> None:
        self._query, self._update, self._graph_store = query, update or query, graph_store
        self._client = httpx2.Client(timeout=seconds, follow_redirects=True)

    def __enter__(self) -> RemoteServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def query(self, text: str, accept: str, default_graphs: Sequence[str] = ()) -> bytes:
        """The answer to a query, whole, in a format that ``accept`` names."""
        form = {"query": text, "default-graph-uri": list(default_graphs)}
        return self._send("POST", self._query, data=form, headers={"Accept": accept}).content

    def update(self, text: str) -> None:
        """Does an update."""
        self._send("POST", self._update, data={"update": text})

    def put_graph(self, graph: GraphName, file: Path) -> None:
        """Makes the triples in a file of N-Triples the whole content of a graph.

        By the Graph Store Protocol where its address is known, else by updates, a batch at a time.
        """
        if self._graph_store is None:
            self._insert(graph, file)
            return
        # N-Triples is Turtle, and Turtle is what every graph store takes.
        headers = {"Content-Type": "text/turtle; charset=utf-8", "Content-Length": str(file.stat().st_size)}
        where = {"graph": graph.value} if isinstance(graph, NamedNode) else {"default": ""}
        self._send("PUT", self._graph_store, params=where, content=_Blocks(file), headers=headers)

    def _insert(self, graph: GraphName, file: Path) -> None:
        target = f"GRAPH {graph}" if isinstance(graph, NamedNode) else "DEFAULT"
        self.update(f"CLEAR SILENT {target}")
        with file.open(encoding="utf-8") as lines:
            while batch := "".join(itertools.islice(lines, _BATCH)):
                quads = f"GRAPH {graph} {{ {batch} }}" if isinstance(graph, NamedNode) else batch
                self.update(f"INSERT DATA {{ {quads} }}")

    def _send(self, method: str, address: str, **more: object) -> httpx2.Response:
        url = httpx2.URL(address)
        auth = Credentials(url.username, url.password) if url.username else None
        bare = url.copy_with(username=None, password=None)
        try:
            response = self._client.request(method, bare, auth=auth, **more)  # type: ignore[arg-type]
        except httpx2.HTTPError as error:
            raise RemoteFailed(address, str(error) or type(error).__name__) from error
        if not response.is_success:
            raise RemoteFailed(address, f"{response.status_code} {response.text}")
        return response


def push_edition(
    edition: Edition, view: Disclosure, address: str, *, graph_store: str | None = None, update: str | None = None
) -> int:
    """Puts every graph of one view of an edition on the server at ``address``; how many quads there are.

    Graphs that the server has besides are left alone. Raises ``RemoteFailed``; then some graphs are there and
    some are not, and pushing again puts that right.
    """
    store = Store.read_only(str(edition.store_path(view)))
    graphs = edition.manifest.view(view).graphs
    with RemoteServer(address, update, graph_store) as server, tempfile.TemporaryDirectory() as folder:
        for iri in graphs:
            graph: GraphName = DefaultGraph() if iri == DEFAULT_GRAPH else NamedNode(iri)
            file = Path(folder) / "graph.nt"
            store.dump(str(file), format=RdfFormat.N_TRIPLES, from_graph=graph)
            server.put_graph(graph, file)
    return sum(entry.quads for entry in graphs.values())


class _Blocks:
    """A file's bytes, as often as they are asked for: a server may want the request again, with credentials."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __iter__(self) -> Iterator[bytes]:
        with self._file.open("rb") as content:
            while block := content.read(_BLOCK):
                yield block

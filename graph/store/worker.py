"""A process that runs queries on editions, one after the other, and may be killed at any time.

Started by ``workers.QueryPool`` as ``python -m graph.store.worker``; reads requests from standard input and
writes answers to standard output (see ``protocol.py``). It knows no deadline: its pool does. It ends when its
standard input does, even in the middle of a query, so it never outlives the process that started it.
"""

from __future__ import annotations

import json
import os
import queue
import resource
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final, cast

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from graph.store.answers import AnswerFormat
from graph.store.protocol import LENGTHS, pack, unpack_lengths
from graph.store.seal import seal_network
from graph.store.sinks import AnswerLimit, Sink, row_counter

_OPEN_EDITIONS: Final = 4
_ROWS: Final = {
    AnswerFormat.JSON: QueryResultsFormat.JSON,
    AnswerFormat.XML: QueryResultsFormat.XML,
    AnswerFormat.CSV: QueryResultsFormat.CSV,
    AnswerFormat.TSV: QueryResultsFormat.TSV,
}
_TRIPLES: Final = {
    AnswerFormat.TURTLE: RdfFormat.TURTLE,
    AnswerFormat.N_TRIPLES: RdfFormat.N_TRIPLES,
    AnswerFormat.JSON_LD: RdfFormat.JSON_LD,
    AnswerFormat.RDF_XML: RdfFormat.RDF_XML,
}
Request = dict[str, Any]
Answer = tuple[dict[str, Any], bytes]


class Editions:
    """The stores opened last, by path. Editions never change, so one that is open stays right."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Store] = OrderedDict()

    def store(self, path: str) -> Store:
        """The store at ``path``, opened read-only."""
        if path not in self._open:
            self._open[path] = Store.read_only(path)
            if len(self._open) > _OPEN_EDITIONS:
                self._open.popitem(last=False)
        self._open.move_to_end(path)
        return self._open[path]


def answer(request: Request, editions: Editions) -> Answer:
    """Runs one request. What goes wrong is an answer too: a header with ``error`` and ``detail``."""
    try:
        store = editions.store(request["store"])
    except OSError as error:
        return _failed("store", str(error))
    try:
        return _run(store, request)
    except AnswerLimit as limit:
        return _failed(limit.name, "")
    except MemoryError:
        return _failed("memory", "")
    except SyntaxError as error:
        return _failed("syntax", str(error))
    except (ValueError, RuntimeError, OSError) as error:  # an IRI that is none; an evaluation that failed
        return _failed("evaluation", str(error))


def _failed(error: str, detail: str) -> Answer:
    return {"error": error, "detail": detail}, b""


def _run(store: Store, request: Request) -> Answer:
    chosen = AnswerFormat(request["format"])
    found = store.query(request["query"], base_iri=request["base"], **_dataset(request))
    if isinstance(found, QueryBoolean):
        if not chosen.fits("ask"):
            return _failed("format", "ask")
        return _told(chosen, found.serialize(format=_ROWS[chosen]) or b"", 1)
    if isinstance(found, QuerySolutions):
        return _rows(found, chosen, request) if chosen in _ROWS else _failed("format", "select")
    return _triples(found, chosen, request) if chosen in _TRIPLES else _failed("format", "construct")


def _dataset(request: Request) -> dict[str, Any]:
    """Which graphs to query (SPARQL 1.1 Protocol, 2.1.4): what the request says, else what the query says."""
    default, named = request["default_graphs"], request["named_graphs"]
    if default or named:
        return {
            "default_graph": [NamedNode(iri) for iri in default],
            "named_graphs": [NamedNode(iri) for iri in named],
        }
    # The engine ignores FROM when it is told to join all graphs, so the pool says which of both it is.
    return {"use_default_graph_as_union": request["union"]}


def _rows(found: QuerySolutions, chosen: AnswerFormat, request: Request) -> Answer:
    sink = Sink(request["bytes"], row_counter(chosen), request["rows"])
    found.serialize(cast("IO[bytes]", sink), format=_ROWS[chosen])
    return _told(chosen, sink.take(), sink.rows)


def _triples(found: QueryTriples, chosen: AnswerFormat, request: Request) -> Answer:
    triples: Iterable[Triple] = _counted(found, request["rows"])
    if chosen is not AnswerFormat.N_TRIPLES:  # these write what belongs together once, if it comes together
        triples = sorted(set(triples), key=str)
    count = 0

    def passing() -> Iterator[Triple]:
        nonlocal count
        for triple in triples:
            count += 1
            yield triple

    sink = Sink(request["bytes"])
    serialize(passing(), cast("IO[bytes]", sink), format=_TRIPLES[chosen], prefixes=request["prefixes"])
    return _told(chosen, sink.take(), count)


def _counted(triples: Iterable[Triple], limit: int) -> Iterator[Triple]:
    for number, triple in enumerate(triples):
        if number >= limit:
            raise AnswerLimit("rows")
        yield triple


def _told(chosen: AnswerFormat, body: bytes, rows: int) -> Answer:
    return {"media_type": chosen.media_type, "rows": rows}, body


def _limit_memory(size: int | None) -> None:
    """Bounds private memory. RLIMIT_AS would also count the engine's 700 MB of reserved, unused addresses."""
    if size is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size, hard))


def _receive(source: IO[bytes], requests: queue.SimpleQueue[Request]) -> None:
    while len(lengths := source.read(LENGTHS.size)) == LENGTHS.size:
        header_size, body_size = unpack_lengths(lengths)
        requests.put(json.loads(source.read(header_size)))
        source.read(body_size)
    os._exit(0)  # the pool is gone: there is nobody to finish a query for


def main() -> None:
    """Answers requests until standard input ends."""
    seal_network()
    requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, requests), daemon=True).start()
    editions = Editions()
    while True:
        request = requests.get()
        _limit_memory(request["memory"])
        header, body = answer(request, editions)
        sys.stdout.buffer.write(pack(header, len(body)))
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

"""A process that runs queries on editions, one after the other, and may be killed at any time.

Started by ``workers.QueryPool`` as ``python -m graph.store.worker``; reads requests from standard input and
writes answers to standard output (see ``protocol.py``). It knows no deadline: its pool does. It ends when its
standard input does, even in the middle of a query, so it never outlives the process that started it.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import re
import resource
import select
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import IO, Any, Final, cast

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
    serialize,
)

from graph.errors import BadQuery
from graph.store.answers import AnswerFormat
from graph.store.protocol import LENGTHS, pack, unpack_lengths
from graph.store.seal import seal_network
from graph.store.sinks import AnswerLimit, Sink, row_counter
from graph.store.skolem import without_names
from graph.store.sparql import QueryShape, admit, get_ready

_OPEN_EDITIONS: Final = 4
RESULT_FORMATS: Final = {
    AnswerFormat.JSON: QueryResultsFormat.JSON,
    AnswerFormat.XML: QueryResultsFormat.XML,
    AnswerFormat.CSV: QueryResultsFormat.CSV,
    AnswerFormat.TSV: QueryResultsFormat.TSV,
}
RDF_FORMATS: Final = {
    AnswerFormat.TURTLE: RdfFormat.TURTLE,
    AnswerFormat.N_TRIPLES: RdfFormat.N_TRIPLES,
    AnswerFormat.JSON_LD: RdfFormat.JSON_LD,
    AnswerFormat.RDF_XML: RdfFormat.RDF_XML,
    AnswerFormat.N_QUADS: RdfFormat.N_QUADS,
}
# Turtle and its like write what belongs together once if it comes together; more than this is not sorted for it.
_SORTED_TRIPLES: Final = 2_000
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SMALL: Final = 64 * 1024
_IDLE_MILLISECONDS: Final = 500
Request = dict[str, Any]
Answer = tuple[dict[str, Any], bytes]


class Unopened(Exception):
    """A store cannot be opened."""

    name = "store"


class Editions:
    """The stores opened last, by path. Editions never change, so one that is open stays right."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Store] = OrderedDict()

    def store(self, path: str) -> Store:
        """The store at ``path``, opened read-only. Raises ``Unopened``."""
        if path not in self._open:
            try:
                self._open[path] = Store.read_only(path)
            except OSError as error:
                raise Unopened(path) from error
            if len(self._open) > _OPEN_EDITIONS:
                self._open.popitem(last=False)
        self._open.move_to_end(path)
        return self._open[path]


def answer(request: Request, editions: Editions) -> Answer:
    """Runs one request. What goes wrong is an answer too: a header with ``error`` and ``detail``."""
    try:
        shape = admit(request["query"])
        store = editions.store(request["store"])
        return _run(store, request, shape)
    except BadQuery as refused:
        return {"error": "refused", "detail": "", "en": refused.en, "ja": refused.ja}, b""
    except (AnswerLimit, Unopened) as limit:
        return _failed(limit.name, "")
    except MemoryError:
        return _failed("memory", "")
    except SyntaxError as error:
        return _failed("syntax", str(error))
    except (ValueError, RuntimeError, OSError) as error:  # an IRI that is none; an evaluation that failed
        return _failed("evaluation", str(error))


def _failed(error: str, detail: str) -> Answer:
    return {"error": error, "detail": detail}, b""


def _run(store: Store, request: Request, shape: QueryShape) -> Answer:
    rows, truth, graph = (AnswerFormat(name) if name else None for name in request["formats"])
    things: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): NamedNode(iri) for name, iri in request["things"].items()
    }
    found = store.query(
        request["query"], base_iri=request["base"], substitutions=things or None, **_dataset(request, shape)
    )
    if isinstance(found, QueryBoolean):
        return _failed("format", "ask") if truth is None else _truth(found, truth)
    if isinstance(found, QuerySolutions):
        return _failed("format", "select") if rows is None else _rows(found, rows, request)
    return _failed("format", "construct") if graph is None else _triples(found, graph, request, shape)


def _dataset(request: Request, shape: QueryShape) -> dict[str, Any]:
    """Which graphs to query (SPARQL 1.1 Protocol, 2.1.4): what the request says, else what the query says."""
    default, named = request["default_graphs"], request["named_graphs"]
    if default or named:
        return {
            "default_graph": [NamedNode(iri) for iri in default],
            "named_graphs": [NamedNode(iri) for iri in named],
        }
    # The engine ignores FROM when it is told to join all graphs.
    return {"use_default_graph_as_union": request["union"] and not shape.dataset}


def _truth(found: QueryBoolean, chosen: AnswerFormat) -> Answer:
    return _told(chosen, found.serialize(format=RESULT_FORMATS[chosen]) or b"")


def _rows(found: QuerySolutions, chosen: AnswerFormat, request: Request) -> Answer:
    sink = Sink(request["bytes"], row_counter(chosen), request["rows"])
    found.serialize(cast("IO[bytes]", sink), format=RESULT_FORMATS[chosen])
    return _told(chosen, sink.take())


def _triples(found: QueryTriples, chosen: AnswerFormat, request: Request, shape: QueryShape) -> Answer:
    base = request["blank_below"]
    if base is None and chosen in (AnswerFormat.N_TRIPLES, AnswerFormat.N_QUADS):
        lines = Sink(request["bytes"], row_counter(chosen), request["rows"])
        found.serialize(cast("IO[bytes]", lines), format=RDF_FORMATS[chosen])
        return _told(chosen, lines.take())
    count = 0

    def passing() -> Iterator[Triple]:
        nonlocal count
        for triple in _together(found if base is None else without_names(found, base)):
            count += 1
            if count > request["rows"]:
                raise AnswerLimit("rows")
            yield triple

    own = {name: iri for name, iri in shape.prefixes if _ABSOLUTE.match(iri)}
    sink = Sink(request["bytes"])
    prefixes = {**request["prefixes"], **own}
    serialize(passing(), cast("IO[bytes]", sink), format=RDF_FORMATS[chosen], prefixes=prefixes)
    return _told(chosen, sink.take())


def _together(triples: Iterable[Triple]) -> Iterable[Triple]:
    found = iter(triples)
    first = list(itertools.islice(found, _SORTED_TRIPLES + 1))
    return itertools.chain(first, found) if len(first) > _SORTED_TRIPLES else sorted(first, key=str)


def _told(chosen: AnswerFormat, body: bytes) -> Answer:
    return {"media_type": chosen.media_type}, body


@lru_cache(maxsize=1)  # what was asked last stands
def _limit_memory(size: int | None) -> None:
    """Bounds private memory. RLIMIT_AS would also count the engine's 700 MB of reserved, unused addresses."""
    if size is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size, hard))


def _end_with(source: int) -> None:
    """Ends the process when the other end of ``source`` is closed: there is nobody to finish a query for."""
    watch = select.poll()
    watch.register(source, 0)  # nothing but the end wakes it
    watch.poll()
    os._exit(0)


def _is_asked(source: int) -> bool:
    """Whether there is a request, or will be in a moment."""
    waiting = select.poll()
    waiting.register(source, select.POLLIN)
    return bool(waiting.poll(_IDLE_MILLISECONDS))


def _requests(source: IO[bytes]) -> Iterator[Request]:
    while len(lengths := source.read(LENGTHS.size)) == LENGTHS.size:
        header_size, body_size = unpack_lengths(lengths)
        header = _header(source.read(header_size))
        yield {**header, "query": source.read(body_size).decode()}


@lru_cache(maxsize=64)
def _header(text: bytes) -> Request:
    """What a request says beside its query, which is mostly what the one before said."""
    told: Request = json.loads(text)
    return told


def main() -> None:
    """Answers requests until standard input ends."""
    seal_network()
    threading.Thread(target=_end_with, args=(sys.stdin.fileno(),), daemon=True).start()
    editions = Editions()
    if not _is_asked(sys.stdin.fileno()):
        get_ready()
    gc.freeze()
    for request in _requests(sys.stdin.buffer):
        _limit_memory(request["memory"])
        header, body = answer(request, editions)
        message = pack(json.dumps(header).encode(), len(body))
        sys.stdout.buffer.write(message + body if len(body) < _SMALL else message)
        if len(body) >= _SMALL:
            sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

"""SERVICE without letting the engine near the network: each call is asked first, and its answer put in its place.

``SERVICE <address> { group }`` means the answers to ``SELECT * { group }`` at that address, joined with the rest
(SPARQL 1.1 Federated Query, 2 and 4). So the calls of a query are found in its text, whoever may ask them does, and
each is replaced by a VALUES block with what came back. What is then left goes to a sealed worker, which refuses it
where any reading of the text finds another call.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final, NamedTuple

from pyoxigraph import BlankNode, NamedNode, QueryBoolean, QueryResultsFormat, parse_query_results

from graph.errors import BadQuery
from graph.store.sparql import Placed, form_of, placed_tokens, prefixes_of

#: A query with calls may have so many characters; reading it takes time in the process that serves everybody.
LONGEST: Final = 64 * 1024
#: So many servers may be called by one query.
MOST_CALLS: Final = 4
Row = Sequence[object]


@dataclass(frozen=True)
class Call:
    """A call in a text: where it stands, whom it calls, what it asks there, and whether its failure is passed over."""

    start: int
    end: int
    address: str
    query: str
    silent: bool


def may_call(text: str) -> bool:
    """Whether it is worth to look for calls; a text in which they are disguised is refused later, not looked into."""
    return "service" in text.lower() and len(text) <= LONGEST


def calls_of(text: str, base: str) -> list[Call]:
    """The calls of a query, in order; ``base`` is that of relative IRIs where the text names none.

    Raises ``BadQuery`` for a call of a variable, of what is no address, within another call, or one too many.
    """
    read = list(placed_tokens(text))
    prefixes = prefixes_of(read)
    prologue = text[: next((token.start for token in read if form_of(token)), 0)]
    if not any(token.kind == "word" and token.text.lower() == "base" for token in placed_tokens(prologue)):
        prologue = f"BASE <{base}>\n{prologue}"
    found: list[Call] = []
    closings = _closings(read)
    for place, token in enumerate(read):
        if token.kind != "word" or token.text.lower() != "service" or (found and token.start < found[-1].end):
            continue
        call = _call(_Text(text, read, closings, prologue, prefixes), place)
        if call is not None:
            found.append(call)
    if len(found) > MOST_CALLS:
        raise BadQuery(
            f"A query may call {MOST_CALLS} other servers (SERVICE), not {len(found)}.",
            f"一つの検索から呼び出せる他のサーバー（SERVICE）は{MOST_CALLS}件までです。",
        )
    return found


def inlined(text: str, calls: Sequence[Call], blocks: Sequence[str]) -> str:
    """The text with a block in the place of each call."""
    pieces, done = [], 0
    for call, block in zip(calls, blocks, strict=True):
        pieces += [text[done : call.start], block]
        done = call.end
    return "".join((*pieces, text[done:]))


def block_of(answer: bytes, media_type: str) -> str:
    """The rows of an answer as a VALUES block. Raises ``ValueError`` for what is no table of rows.

    A blank node of another server gets a name of its own, because VALUES cannot hold one.
    """
    form = QueryResultsFormat.from_media_type(media_type)
    if form is None:
        raise ValueError(f"the answer is {media_type or 'of no media type'}, not SPARQL results")
    found = parse_query_results(BytesIO(answer), format=form)
    if isinstance(found, QueryBoolean):
        raise ValueError("the answer is a truth value, not rows")
    names: dict[str, NamedNode] = {}
    rows = (" ".join(_term(cell, names) for cell in row) for row in found)
    heads = " ".join(f"?{variable.value}" for variable in found.variables)
    return f"VALUES ({heads}) {{ {' '.join(f'({row})' for row in rows)} }}"


#: What stands for a call that failed and is SILENT: one row that says nothing (SPARQL 1.1 Federated Query, 4).
NOTHING_SAID: Final = "VALUES () { () }"


class _Text(NamedTuple):
    """A text with what is known of it: its tokens, which of them closes which, its prologue, its prefixes."""

    text: str
    read: list[Placed]
    closings: Mapping[int, int]
    prologue: str
    prefixes: Mapping[str, str]


def _call(told: _Text, place: int) -> Call | None:
    """The call that begins at ``place``; None where there is none, and the engine will say what is wrong."""
    read, term = told.read, place + 1
    silent = term < len(read) and read[term].text.lower() == "silent"
    opening = term + silent + 1
    if opening not in told.closings:
        return None
    closing = told.closings[opening]
    inner = read[opening + 1 : closing]
    if any(token.kind == "word" and token.text.lower().endswith("service") for token in inner):
        raise BadQuery(
            "A call of another server (SERVICE) may not hold another one.",
            "SERVICE の中でさらに SERVICE を使用することはできません。",
        )
    end = read[closing].start + 1
    query = f"{told.prologue}\nSELECT * WHERE {told.text[read[opening].start : end]}"
    return Call(read[place].start, end, _address(read[opening - 1], told.prefixes), query, silent)


def _closings(read: list[Placed]) -> dict[int, int]:
    """The place of the brace that closes each one that opens, found in one go: texts may be made to take long."""
    open_places, found = [], {}
    for place, token in enumerate(read):
        if token.kind == "sign" and token.text == "{":
            open_places.append(place)
        elif token.kind == "sign" and token.text == "}" and open_places:
            found[open_places.pop()] = place
    return found


def _address(term: Placed, prefixes: Mapping[str, str]) -> str:
    if term.kind == "iri" and "\\" not in term.text:
        return term.text[1:-1]
    prefix, _, local = term.text.partition(":")
    if term.kind == "name" and prefix in prefixes and "\\" not in local:
        return prefixes[prefix] + local
    raise BadQuery(
        "SERVICE calls an address that stands in the query as it is, not a variable or an escaped name.",
        "SERVICE の宛先は、変数ではなく、検索文に直接書かれた IRI で指定してください。",
    )


def _term(cell: object, names: dict[str, NamedNode]) -> str:
    if cell is None:
        return "UNDEF"
    if isinstance(cell, BlankNode):
        return str(names.setdefault(cell.value, NamedNode(f"urn:uuid:{uuid.uuid4()}")))
    return str(cell)

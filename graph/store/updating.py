"""What a SPARQL update is, told without running it: which graphs it may write, and with which dataset it reads.

The engine runs an update as it stands. Two things of the SPARQL 1.1 Protocol it cannot be told: the dataset given
beside the text (``using-graph-uri``), which is written into the text here, and that LOAD and SERVICE are refused.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.errors import BadInput, BadQuery
from graph.store.sparql import Placed, inspect, placed_tokens

#: All graphs: the text does not tell which.
ANY: Final = None
_BEFORE_A_GRAPH: Final = frozenset(
    ["graph", "with", "into", "to", "add", "copy", "move", "clear", "drop", "create", "silent"]
)
_READINGS: Final = ((False, True), (False, False), (True, True), (True, False))


@dataclass(frozen=True)
class Operation:
    """One operation of an update: its tokens, those of its WHERE group left out, and where that begins.

    ``chooses`` says that it has a dataset of its own, ``shorthand`` that it is DELETE WHERE, whose group is its
    template too and is not left out.
    """

    tokens: tuple[Placed, ...]
    where: int | None
    chooses: bool
    shorthand: bool


def admit_update(text: str) -> None:
    """Raises ``BadQuery`` for LOAD and SERVICE, and for what is a query."""
    shape = inspect(text)
    if shape.form in ("select", "ask", "construct", "describe"):
        raise BadQuery(
            "This is a query; only updates are done here. Ask queries at /sparql.",
            "これは検索です。ここでは更新のみ実行できます。検索は /sparql で実行してください。",
        )
    if shape.service or shape.load:
        raise BadQuery(
            "An update may not fetch anything from elsewhere (LOAD, SERVICE); send the data itself.",
            "更新から外部のデータを取得すること（LOAD、SERVICE）はできません。データそのものを送信してください。",
        )


def targets(text: str) -> frozenset[str] | None:
    """The IRIs of the graphs that an update may write, beside the unnamed one; ``ANY`` where it does not tell."""
    found: set[str] = set()
    for less_than, dots in _READINGS:
        for operation in operations(text, less_than=less_than, dots=dots):
            named = list(_graphs_of(operation.tokens))
            if None in named:
                return ANY
            found.update(iri for iri in named if iri is not None)
    return frozenset(found)


def with_dataset(text: str, using: Sequence[str], named: Sequence[str]) -> str:
    """The update with the protocol's dataset in it, as USING and USING NAMED before every WHERE.

    Raises ``BadInput`` where the text chooses its own (USING, WITH): the protocol has that as an error (2.2.3).
    """
    if not using and not named:
        return text
    clause = "".join(f"USING <{iri}> " for iri in using) + "".join(f"USING NAMED <{iri}> " for iri in named)
    if any(sign in iri for iri in (*using, *named) for sign in '<>"{}|^`\\ \n\r\t'):
        raise BadInput("A graph of the request is no IRI.", "指定されたグラフの IRI が正しくありません。")
    pieces, done = [], 0
    for operation in operations(text):
        if operation.chooses:
            raise BadInput(
                "The update has USING or WITH, and the request names a dataset too; use one of both.",
                "更新文の USING・WITH と、要求の using-graph-uri 等は同時に指定できません。",
            )
        if operation.where is None:
            continue
        if operation.shorthand:
            opening = next(token for token in operation.tokens if token.text == "{").start
            closing = _closing(operation.tokens, opening)
            clause_and_template = f"{text[opening : closing + 1]} {clause}"
            pieces += [text[done : operation.where], clause_and_template]
        else:
            pieces += [text[done : operation.where], clause]
        done = operation.where
    return "".join((*pieces, text[done:]))


def keeping_empty_graphs(text: str) -> str:
    """The update with CLEAR ALL in two steps: the engine drops the named graphs at one, but not at CLEAR NAMED."""
    pieces, done = [], 0
    for operation in operations(text):
        words = [token for token in operation.tokens if token.kind == "word"]
        if words and words[0].text.lower() == "clear" and words[-1].text.lower() == "all":
            end = words[-1]
            pieces += [text[done : end.start], "DEFAULT ; CLEAR NAMED"]
            done = end.start + len(end.text)
    return "".join((*pieces, text[done:]))


def operations(text: str, *, less_than: bool = False, dots: bool = True) -> Iterator[Operation]:
    """The operations of an update, in order. Never fails; a text that does not parse gives something."""
    kept: list[Placed] = []
    depth, where, chooses, skipping, shorthand = 0, None, False, False, False
    for token in placed_tokens(text, less_than=less_than, dots=dots):
        depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "sign" else 0
        if depth == 0 and token.text == ";" and token.kind == "sign":
            yield Operation(tuple(kept), where, chooses, shorthand)
            kept, where, chooses, skipping, shorthand = [], None, False, False, False
            continue
        word = token.text.lower() if token.kind == "word" and depth == 0 else ""
        chooses |= word in ("using", "with")
        if word == "where":
            where = token.start
            shorthand = bool(kept) and kept[-1].text.lower() == "delete"
            skipping = not shorthand
        if not skipping:
            kept.append(token)
    if kept:
        yield Operation(tuple(kept), where, chooses, shorthand)


def _graphs_of(tokens: Sequence[Placed]) -> Iterator[str | None]:
    """The graphs that the tokens name where a graph is written; None for one that is not an IRI as it stands."""
    for token, following in itertools.pairwise(tokens):
        word = token.text.lower() if token.kind == "word" else ""
        if word in ("all", "named") or following.text.lower() in ("all", "named"):
            yield None
        if word not in _BEFORE_A_GRAPH:
            yield from _stuck(token)
        elif following.kind == "iri" and ":" in following.text and "\\" not in following.text:
            yield following.text[1:-1]
        elif not (following.kind == "word" and following.text.lower() in ("graph", "silent", "default", "to")):
            yield None


def _stuck(token: Placed) -> Iterator[None]:
    """The engine needs no space between words: ``GRAPHe:x`` can be GRAPH and ``e:x``."""
    if token.kind == "name" and token.text.partition(":")[0].lower().startswith(("graph", "with", "into", "to")):
        yield None


def _closing(tokens: Sequence[Placed], opening: int) -> int:
    depth = 0
    for token in tokens:
        if token.start >= opening and token.kind == "sign":
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if depth == 0:
                return token.start
    return tokens[-1].start

"""What is known of one thing, asked of the edition as a reader may see it, or where it went when it is no more."""

from __future__ import annotations

from functools import cache

from pyoxigraph import RdfFormat, Triple, parse

from api.departures import while_waiting
from api.errors import Kind, Problem
from api.linked.visits import Visit
from api.state import Reading
from graph.errors import NotFound
from graph.model import Text
from graph.store.answers import AnswerFormat
from graph.store.queries import stored_queries
from graph.store.workers import QueryRequest
from graph.tombstones import read_gone

GONE = Kind("gone", 410, Text(en="No longer here", ja="廃止されました"))


async def describe(visit: Visit, iri: str) -> list[Triple]:
    """The concise description of a thing; empty where the edition, as this visitor sees it, does not know it."""
    return await _ask(visit, "about", iri)


async def describe_graph(visit: Visit, iri: str) -> list[Triple]:
    """What the catalogue of graphs says of a named graph."""
    return await _ask(visit, "graph-entry", iri)


def where_it_went(reading: Reading, kind: str, slug: str) -> tuple[str, str] | None:
    """Kind and slug of what took the place of a thing that is no more.

    None where the thing never was, as far as this view knows. Raises ``Problem`` (410) where nothing took its place.
    """
    name = f"{kind}/{slug}"
    gone = read_gone(reading.edition.index_path(reading.view))
    if name not in gone:
        return None
    heir = gone[name]
    if heir is None:
        raise Problem(
            GONE,
            f"What was called {name} has been withdrawn; nothing took its place. Earlier editions still have it.",
            f"{name} は取り下げられました。引き継いだ項目はありません。以前の版では参照できます。",
        )
    new_kind, _, new_slug = heir.partition("/")
    return new_kind, new_slug


def unknown(kind: str, slug: str) -> NotFound:
    """There is no such thing in what the visitor may see."""
    return NotFound(
        f"There is no {kind} called {slug[:60]} in this edition.",
        f"この版に {kind} / {slug[:60]} はありません。",
    )


@cache
def _text(name: str) -> str:
    return stored_queries()[name].text


async def _ask(visit: Visit, name: str, iri: str) -> list[Triple]:
    question = QueryRequest(
        store=visit.reading.edition.store_path(visit.reading.view),
        query=_text(name),
        format=AnswerFormat.N_TRIPLES,
        client=visit.visitor.client,
        things={"thing": iri},
    )
    async with while_waiting(visit.request):
        answer = await visit.state.pool.answer(question, visit.state.limits(trusted=visit.visitor.trusted))
    return [quad.triple for quad in parse(answer.body, format=RdfFormat.N_TRIPLES)]

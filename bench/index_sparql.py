"""The questions of ``bench.index`` as SPARQL, on pyoxigraph in memory: one graph, no index beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from graph.history import Asked
from graph.iri import Iris
from graph.model import Catalogue, Engagement
from graph.triples.engagements import engagement_triples
from ontology.terms import DEF, VOCABULARY

_PREFIXES: Final = f"""PREFIX sk: <{DEF}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
_FACETS: Final = ("participant", "framework", "inSeries", "kind", "jurisdiction")
_GRAPH: Final = NamedNode("https://example.org/bench")


class Sparql:
    """Generated engagements as triples, and the questions asked of them. Each answers with its total."""

    def __init__(self, engagements: Iterable[Engagement], catalogue: Catalogue) -> None:
        self._iris = Iris()
        self._store = Store()
        self._store.bulk_extend(
            Quad(triple.subject, triple.predicate, triple.object, _GRAPH)
            for engagement in engagements
            for triple in engagement_triples(engagement, catalogue, self._iris)
        )
        self.triples = len(self._store)

    def _ask(self, text: str) -> list[tuple[str, ...]]:
        found = self._store.query(_PREFIXES + text, use_default_graph_as_union=True)
        assert isinstance(found, QuerySolutions)
        return [tuple(str(term) for term in row) for row in found]

    def _count(self, where: str) -> int:
        ((total,),) = self._ask(f"SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE {{ {where} }}")
        return int(total.split('"')[1])

    def dossier(self, body: str) -> int:
        """Newest twenty, total, five facets, counts per year."""
        with_body = f"?e sk:participant {self._iris.thing('authority', body)} ."
        self._ask(
            f"SELECT ?e WHERE {{ {with_body} ?e sk:earliest ?d ; sk:latest ?l }} ORDER BY DESC(?d) DESC(?l) ?e LIMIT 20"
        )
        for field in _FACETS:
            self._ask(f"SELECT ?v (COUNT(DISTINCT ?e) AS ?n) WHERE {{ {with_body} ?e sk:{field} ?v }} GROUP BY ?v")
        self._ask(
            f"SELECT ?y (COUNT(?e) AS ?n) WHERE {{ {with_body} ?e sk:earliest ?d BIND(YEAR(?d) AS ?y) }} GROUP BY ?y"
        )
        return self._count(with_body)

    def word(self, word: str) -> int:
        """The newest ten whose label holds a word, and how many there are."""
        where = f'?e a sk:Engagement ; rdfs:label ?l . FILTER(CONTAINS(?l, "{word}"))'
        self._ask(f"SELECT ?e WHERE {{ {where} ?e sk:earliest ?d }} ORDER BY DESC(?d) ?e LIMIT 10")
        return self._count(where)

    def three_filters(self, asked: Asked) -> int:
        """The newest fifty of a body, a kind and a stretch of time, and how many there are."""
        assert asked.wanted
        where = f"""?e sk:participant {self._iris.thing("authority", asked.with_[0])} ;
            sk:kind <{VOCABULARY}kind/{asked.kind[0]}> ; sk:earliest ?d ; sk:latest ?l .
            FILTER(?d <= "{asked.wanted.latest}"^^xsd:date && ?l >= "{asked.wanted.earliest}"^^xsd:date)"""
        self._ask(f"SELECT ?e WHERE {{ {where} }} ORDER BY DESC(?d) DESC(?l) ?e LIMIT 50")
        return self._count(where)

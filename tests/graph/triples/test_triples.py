"""What an edition's RDF says: every fact with its passage, dates with their bounds, nothing without a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Store

from graph.build import Run, ingest
from graph.history import Asked, find
from graph.reading import Crew, Wish
from graph.store.dataset import Dataset
from tests.graph.press import REPORT
from tests.graph.test_build import Write, index_of

PREFIXES = """PREFIX sk: <https://w3id.org/sankyoku/def#> PREFIX id: <https://w3id.org/sankyoku/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX oa: <http://www.w3.org/ns/oa#>
"""


def rows(path: Path, query: str, view: str = "public") -> list[tuple[str, ...]]:
    """The rows of a query on all graphs of the edition being served, as text."""
    store = Store.read_only(str(Dataset.open(path).edition().store_path("public" if view == "public" else "internal")))
    found = store.query(PREFIXES + query, use_default_graph_as_union=True)
    return [tuple(str(cell.value) if cell else "" for cell in row) for row in found]  # type: ignore[union-attr]


def ask(path: Path, query: str) -> bool:
    """The answer of an ASK."""
    store = Store.read_only(str(Dataset.open(path).edition().store_path("public")))
    return bool(store.query(PREFIXES + query, use_default_graph_as_union=True))


def test_no_blank_node_is_stored(built: Path) -> None:
    store = Store.read_only(str(Dataset.open(built).edition().store_path("internal")))
    assert not any(isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode) for quad in store)


def test_readings_are_labels_in_kana(built: Path) -> None:
    told = rows(built, 'SELECT ?read { id:authority\\/us-ftc rdfs:label ?read FILTER(lang(?read) = "ja-hrkt") }')
    assert told == [("べいこくれんぽうとりひきいいんかい",)]
    assert ask(built, "ASK { <https://w3id.org/sankyoku/def/topic/adequacy> ?p ?r FILTER(lang(?r) = 'ja-hrkt') }")


@pytest.mark.parametrize("kind", ["Engagement", "Framework", "Milestone", "FrameworkParticipation", "Statement"])
def test_every_fact_points_to_a_passage_of_a_document(built: Path, kind: str) -> None:
    assert not ask(
        built,
        f"""ASK {{ ?thing a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* sk:{kind} .
        FILTER NOT EXISTS {{ ?thing sk:evidence/sk:inDocument/rdfs:label ?document }} }}""",
    )


def test_the_same_meetings_by_sparql_as_by_history(built: Path) -> None:
    found = find(index_of(built), Asked(with_=("us-ftc",)), limit=1000)
    ftc = "<https://w3id.org/sankyoku/id/authority/us-ftc>"
    told = rows(built, f"SELECT ?e {{ ?e sk:participant {ftc} }}")
    assert {one.engagement.id for one in found.items} == {row[0] for row in told}


def test_an_imprecise_date_is_two_bounds_and_never_a_day(built: Path) -> None:
    ((edtf, earliest, latest),) = rows(
        built,
        """SELECT ?edtf ?a ?b { <https://w3id.org/sankyoku/id/engagement/2019-06-jp-eu-us-trilateral-2>
        sk:edtf ?edtf ; sk:earliest ?a ; sk:latest ?b }""",
    )
    assert (edtf, earliest, latest) == ("2019-06", "2019-06-01", "2019-06-30")


def test_what_came_before_in_a_series_follows_from_the_ordinals(built: Path) -> None:
    order = rows(
        built,
        """SELECT ?n ?m { ?later sk:inSeries <https://w3id.org/sankyoku/id/series/jp-eu-us-trilateral> ;
        sk:ordinal ?n ; sk:previousEngagement/sk:ordinal ?m } ORDER BY ?n""",
    )
    assert order == [("2", "1"), ("3", "2"), ("4", "3")]


def test_claims_quote_the_document_and_name_what_read_them(dataset_path: Path, run: Run, write_document: Write) -> None:
    file = write_document("report-r4.txt", REPORT)
    ingest(Dataset.open(dataset_path), run, [file], Wish("ppc-japan"), Crew())
    claims = rows(
        dataset_path,
        """SELECT ?quote ?start ?end ?reader { GRAPH <https://w3id.org/sankyoku/graph/report-r4> {
        ?claim sk:claimProperty sk:edtf ; sk:extractor ?reader ; sk:evidence ?p .
        ?p oa:exact ?quote ; oa:start ?start ; oa:end ?end } }""",
    )
    assert claims
    for quote, start, end, reader in claims:
        assert REPORT[int(start) : int(end)] == quote
        assert reader == "report"


def test_labels_are_in_both_languages_wherever_facts_have_them(built: Path) -> None:
    for kind in ("Authority", "Framework", "EngagementSeries", "Jurisdiction"):
        assert not ask(
            built,
            f"""ASK {{ ?thing a/rdfs:subClassOf* sk:{kind} . FILTER (
            NOT EXISTS {{ ?thing rdfs:label ?en FILTER(LANG(?en) = "en") }} ||
            NOT EXISTS {{ ?thing rdfs:label ?ja FILTER(LANG(?ja) = "ja") }}) }}""",
        )

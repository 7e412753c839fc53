"""Records to triples: what an edition's RDF store holds, each thing under an IRI of its own.

One function for each sort of record. Nothing is read back from triples: pages and lists read the records.
"""

from __future__ import annotations

from graph.triples.catalogue import catalogue_triples
from graph.triples.claims import claim_triples
from graph.triples.documents import document_triples, graph_triples
from graph.triples.engagements import engagement_triples, series_order_triples

__all__ = [
    "catalogue_triples",
    "claim_triples",
    "document_triples",
    "engagement_triples",
    "graph_triples",
    "series_order_triples",
]

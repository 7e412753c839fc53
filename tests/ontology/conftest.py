"""The ontology and the shapes, parsed once for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from rdflib import Graph

from ontology.files import ontology_turtle, shapes


def _parsed(documents: Iterable[bytes]) -> Graph:
    graph = Graph()
    for data in documents:
        graph.parse(data=data, format="turtle")
    return graph


@pytest.fixture(scope="session")
def ontology_graph() -> Graph:
    """Classes, properties and concept schemes."""
    return _parsed(ontology_turtle().values())


@pytest.fixture(scope="session")
def shapes_graph() -> Graph:
    """All shapes."""
    return _parsed(shapes().values())

"""The files of the ontology are found in the package and parse."""

from __future__ import annotations

import pyoxigraph as ox

from ontology.files import ontology_turtle, shapes


def test_core_comes_first_and_every_scheme_is_there() -> None:
    names = list(ontology_turtle())
    assert names[0] == "core.ttl"
    assert "vocab/topic.ttl" in names
    assert len(names) == 16


def test_every_file_parses() -> None:
    for name, data in (ontology_turtle() | shapes()).items():
        assert sum(1 for _ in ox.parse(data, format=ox.RdfFormat.TURTLE)) > 5, name

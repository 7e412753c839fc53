"""Which graphs people may write."""

from __future__ import annotations

import pytest

from graph.store.protection import ProtectedGraph, is_protected, refuse_protected

BASE = "https://w3id.org/sankyoku/"


@pytest.mark.parametrize("slug", ["facts", "document-1", "users", "", "user"])
def test_the_builds_graphs_are_protected(slug: str) -> None:
    assert is_protected(f"{BASE}graph/{slug}", BASE)
    with pytest.raises(ProtectedGraph):
        refuse_protected(f"{BASE}graph/{slug}", BASE)


@pytest.mark.parametrize("iri", [f"{BASE}graph/user/notes", "http://example.org/g", f"{BASE}id/x", "urn:x:y"])
def test_all_others_are_free(iri: str) -> None:
    refuse_protected(iri, BASE)

"""A small dataset to write and read: graphs of a few facts, published through the front door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.model import Disclosure
from graph.store.dataset import Dataset
from graph.store.manifest import Input, Manifest
from graph.store.writer import Writer

BASE = "https://w3id.org/sankyoku/"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
VERSIONS = {"sankyoku": "0.1.0", "ontology": "0.1.0", "extractor": "1"}


def graph_name(slug: str) -> NamedNode:
    """The IRI of a named graph."""
    return NamedNode(f"{BASE}graph/{slug}")


def labels(graph: NamedNode, *words: str) -> list[Quad]:
    """One labelled thing for each of ``words``."""
    return [
        Quad(NamedNode(f"{BASE}id/thing/{number}"), LABEL, Literal(word, language="en"), graph)
        for number, word in enumerate(words)
    ]


def given(name: str, disclosure: Disclosure = "public") -> Input:
    """An input of an edition."""
    return Input(name=name, sha256="0" * 64, kind="document", disclosure=disclosure)


def write_index(disclosure: Disclosure, folder: Path) -> None:
    """An index of one file."""
    (folder / "words.txt").write_text(disclosure, encoding="utf-8")


def publish(
    writer: Writer,
    *,
    inputs: Sequence[Input] = (),
    index: Callable[[Disclosure, Path], None] = write_index,
    versions: dict[str, str] | None = None,
    note: str = "",
) -> Manifest | None:
    """Publishes with what most tests do not care for."""
    return writer.publish(
        versions=versions or VERSIONS,
        inputs=inputs,
        counts={"public": {"engagements": 1}, "internal": {"engagements": 2}},
        validation={"public": {"conforms": True}, "internal": {"conforms": True}},
        index=index,
        note=note,
        who="a tester",
    )


def publish_labels(dataset: Dataset, slug: str, *words: str, disclosure: Disclosure = "public") -> Manifest:
    """One edition more, in which the graph ``slug`` has these labels."""
    with dataset.writer() as writer:
        graph = graph_name(slug)
        writer.replace_graph(graph, labels(graph, *words), disclosure)
        manifest = publish(writer)
    assert manifest is not None
    return manifest

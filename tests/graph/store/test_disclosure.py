"""No byte of anything internal is in any file below public/: read from the files themselves."""

from __future__ import annotations

from pathlib import Path

from graph.store.dataset import Dataset
from tests.graph.store.small_dataset import graph_name, labels, publish

SECRET = "Quillfeather protocol"  # noqa: S105 - words of a document, no password
GRAPH_MARK = "zanzibar-annex"
KEPT = graph_name(GRAPH_MARK)
SHOWN = graph_name("shown")
THING_MARKS = (SECRET, GRAPH_MARK)


def files_with(folder: Path, words: str) -> list[str]:
    """The files below ``folder`` that contain ``words``, in UTF-8."""
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_what_was_always_internal_is_in_no_public_file(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        writer.replace_graph(SHOWN, labels(SHOWN, "shown"), "public")
        writer.replace_graph(KEPT, labels(KEPT, SECRET), "internal")
        publish(writer)
    edition = dataset.edition()
    for mark in THING_MARKS:
        assert files_with(edition.view_path("internal"), mark), "the test can see what it looks for"
        assert not files_with(edition.view_path("public"), mark)


def test_what_becomes_internal_leaves_no_byte_behind(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        writer.replace_graph(SHOWN, labels(SHOWN, "shown"), "public")
        writer.replace_graph(KEPT, labels(KEPT, SECRET), "public")
        publish(writer)
    assert files_with(dataset.edition().view_path("public"), SECRET)
    with dataset.writer() as writer:
        assert writer.replace_graph(KEPT, labels(KEPT, SECRET), "internal")
        publish(writer)
    edition = dataset.edition()
    for mark in THING_MARKS:
        assert files_with(edition.view_path("internal"), mark)
        assert not files_with(edition.view_path("public"), mark)
    assert edition.manifest.public.graphs.keys() == {SHOWN.value}
    assert edition.verify() == []


def test_what_was_resolved_from_it_goes_with_it(dataset: Dataset) -> None:
    resolved = graph_name("resolved")
    both = labels(resolved, "shown", SECRET)
    with dataset.writer() as writer:
        writer.replace_graph(KEPT, labels(KEPT, SECRET), "public")
        writer.replace_views(resolved, public=both, internal=both)
        publish(writer)
    with dataset.writer() as writer:
        writer.replace_views(resolved, public=labels(resolved, "shown"), internal=both)
        writer.replace_graph(KEPT, labels(KEPT, SECRET), "internal")
        publish(writer)
    assert not files_with(dataset.edition().view_path("public"), SECRET)


def test_words_can_be_purged_when_only_part_of_a_graph_goes(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        writer.replace_graph(SHOWN, labels(SHOWN, "shown", SECRET), "public")
        publish(writer)
    with dataset.writer() as writer:
        writer.replace_graph(SHOWN, labels(SHOWN, "shown"), "public")
        writer.purge_public()
        publish(writer)
    assert not files_with(dataset.edition().view_path("public"), SECRET)
    assert dataset.edition().manifest.public.quads == 1

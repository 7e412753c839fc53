"""Replacing graphs, publishing editions, and asking again."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, Store

from graph.errors import InvalidGraph, StorageFull
from graph.model import Disclosure
from graph.store.content import Patch, graph_content
from graph.store.dataset import Dataset
from tests.graph.store.small_dataset import (
    VERSIONS,
    given,
    graph_name,
    labels,
    publish,
    publish_labels,
    write_index,
)

A, B = graph_name("a"), graph_name("b")


def words_in(dataset: Dataset, disclosure: Disclosure, edition_id: str | None = None) -> list[str]:
    """The labels that the store of one view of an edition holds."""
    store = Store.read_only(str(dataset.edition(edition_id).store_path(disclosure)))
    return sorted(quad.object.value for quad in store if isinstance(quad.object, Literal))


def test_an_edition_holds_what_was_written(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        assert writer.replace_graph(A, labels(A, "one", "two"), "public")
        assert writer.replace_graph(B, labels(B, "three"), "internal")
        manifest = publish(writer, inputs=[given("report.pdf")], note="first")
    assert manifest is not None
    assert dataset.current_id() == manifest.id
    assert words_in(dataset, "public") == ["one", "two"]
    assert words_in(dataset, "internal") == ["one", "three", "two"]
    assert (manifest.public.quads, manifest.internal.quads) == (2, 3)
    assert manifest.previous is None
    assert manifest.note == "first"
    assert {"sankyoku", "ontology", "extractor", "pyoxigraph", "python"} == set(manifest.versions)
    edition = dataset.edition()
    for view in ("public", "internal"):
        assert (edition.index_path(view) / "words.txt").read_text(encoding="utf-8") == view
    assert edition.verify() == []


def test_asking_again_changes_nothing(dataset: Dataset) -> None:
    first = publish_labels(dataset, "a", "one", "two")
    with dataset.writer() as writer:
        assert not writer.replace_graph(A, reversed(labels(A, "one", "two")), "public")
        assert publish(writer) is None
    assert dataset.current_id() == first.id
    assert dataset.edition_ids() == [first.id]
    assert not list((dataset.path / "store").iterdir())


@pytest.mark.parametrize("change", [{"inputs": [given("new.pdf")]}, {"versions": {**VERSIONS, "extractor": "2"}}])
def test_other_inputs_or_versions_make_another_edition(dataset: Dataset, change: dict[str, object]) -> None:
    first = publish_labels(dataset, "a", "one")
    with dataset.writer() as writer:
        second = publish(writer, **change)  # type: ignore[arg-type]
    assert second is not None
    assert second.previous == first.id
    assert words_in(dataset, "public") == ["one"]


def test_a_graph_is_replaced_whole(dataset: Dataset) -> None:
    first = publish_labels(dataset, "a", "one", "two")
    second = publish_labels(dataset, "a", "two", "three")
    assert words_in(dataset, "public") == ["three", "two"]
    assert words_in(dataset, "public", first.id) == ["one", "two"]
    assert [manifest.id for manifest in dataset.editions()] == [first.id, second.id]


def test_each_view_may_see_its_own_content(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        assert writer.replace_views(A, public=labels(A, "seen"), internal=labels(A, "seen", "known"))
        assert not writer.replace_views(
            A, public=labels(A, "seen"), internal=labels(A, "known", "seen")[::-1]
        ) or writer.graphs("internal")
        publish(writer)
    assert words_in(dataset, "public") == ["seen"]
    assert len(words_in(dataset, "internal")) == 2


def test_a_graph_is_dropped_from_both_views(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    publish_labels(dataset, "b", "two")
    with dataset.writer() as writer:
        assert writer.drop_graph(A)
        assert not writer.drop_graph(A)
        assert writer.graphs("public").keys() == {B.value}
        publish(writer)
    assert words_in(dataset, "public") == ["two"]
    store = Store.read_only(str(dataset.edition().store_path("internal")))
    assert list(store.named_graphs()) == [B]


def test_the_writer_sees_its_changes_and_others_do_not(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    with dataset.writer() as writer:
        writer.replace_graph(A, labels(A, "two"), "public")
        assert [quad.object.value for quad in writer.quads("public", A)] == ["two"]  # type: ignore[union-attr]
        assert words_in(dataset, "public") == ["one"]
    assert words_in(dataset, "public") == ["one"]
    with dataset.writer() as writer:
        assert [quad.object.value for quad in writer.quads("public")] == ["one"]  # type: ignore[union-attr]


def test_one_writer_can_publish_twice(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        for word in ("one", "two"):
            writer.replace_graph(A, labels(A, word), "public")
            assert publish(writer) is not None
            assert words_in(dataset, "public") == [word]


def test_part_of_a_graph_is_changed_in_one_view(dataset: Dataset) -> None:
    one, two, three = labels(A, "one", "two", "three")
    publish_labels(dataset, "a", "one", "two")
    with dataset.writer() as writer:
        assert writer.patch_graph("internal", A, removed=[one], added=[two, three]) == Patch(
            frozenset({one}), frozenset({three})
        )
        assert not writer.patch_graph("internal", A, removed=[one], added=[three])
        manifest = publish(writer)
    assert manifest is not None
    assert (words_in(dataset, "public"), words_in(dataset, "internal")) == (["one", "two"], ["three", "two"])
    entry = manifest.internal.graphs[A.value]
    assert (entry.sha256, entry.quads) == (graph_content(A, [two, three]).sha256, 2)
    with dataset.writer() as writer:  # from the sum that the edition before kept
        writer.patch_graph("internal", A, removed=[three], added=[one])
        assert writer.graphs("internal") == writer.graphs("public")


def test_a_graph_that_is_refused_leaves_the_rest(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        writer.replace_graph(A, labels(A, "one"), "public")
        with pytest.raises(InvalidGraph):
            writer.replace_graph(B, labels(A, "two"), "public")
        publish(writer)
    assert words_in(dataset, "public") == ["one"]


def test_an_index_that_fails_publishes_nothing_and_leaves_nothing(dataset: Dataset) -> None:
    first = publish_labels(dataset, "a", "one")

    def fail(disclosure: Disclosure, folder: Path) -> None:
        write_index(disclosure, folder)
        if disclosure == "internal":
            raise KeyError("a fault of the index")

    def fill(disclosure: Disclosure, folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with dataset.writer() as writer:
        writer.replace_graph(A, labels(A, "two"), "public")
        with pytest.raises(KeyError):
            publish(writer, index=fail)
        with pytest.raises(StorageFull):
            publish(writer, index=fill)
        assert [path.name for path in (dataset.path / "editions").iterdir()] == [first.id]
        assert dataset.current_id() == first.id
        assert publish(writer) is not None
    assert words_in(dataset, "public") == ["two"]


def test_after_a_change_that_was_cut_short_nothing_is_published(dataset: Dataset) -> None:
    def cut_short() -> Iterator[Quad]:
        yield from labels(B, "three")
        raise EOFError

    publish_labels(dataset, "a", "one")
    with pytest.raises(EOFError), dataset.writer() as writer:
        writer.replace_graph(A, labels(A, "two"), "public")
        writer.replace_graph(B, cut_short(), "public")
    assert words_in(dataset, "public") == ["one"]
    assert len(dataset.edition_ids()) == 1


def test_a_large_graph_comes_and_goes(dataset: Dataset) -> None:
    many = [f"word {number}" for number in range(21_000)]
    publish_labels(dataset, "a", *many)
    publish_labels(dataset, "a", *many[:5])
    assert words_in(dataset, "internal") == many[:5]


def test_files_are_made_as_the_umask_says(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    modes = {path.stat().st_mode & 0o002 for path in dataset.path.rglob("*")}
    assert modes == {0}

"""An index holds what was written, whatever was shared with the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DamagedEdition
from graph.history import Asked, find
from graph.index import Changes, Index, Passage, update_index, write_index
from graph.model import Engagement
from tests.graph.index.real import real, written


def _renamed(engagement: Engagement, note: str) -> Engagement:
    return engagement.model_copy(update={"note": note})


def test_all_comes_back_in_order(index: Index) -> None:
    catalogue, engagements = real()
    assert len(index) == len(engagements)
    assert list(index.engagements()) == list(engagements)
    assert index.catalogue == catalogue
    assert index.engagement(engagements[5].slug) == engagements[5]
    assert index.engagement("no-such-meeting") is None


def test_an_empty_index_answers(tmp_path: Path) -> None:
    index = written(tmp_path / "index", ())
    assert len(index) == 0
    assert list(index.engagements()) == []
    assert find(index, Asked()).total == 0
    assert find(index, Asked(q="英国")).items == ()


def test_what_is_the_same_is_shared_by_hard_link(tmp_path: Path) -> None:
    catalogue, engagements = real()
    written(tmp_path / "a", engagements)
    write_index(tmp_path / "b", catalogue, [_renamed(engagements[0], "new"), *engagements[1:]], base=tmp_path / "a")
    index = Index.open(tmp_path / "b", "b")
    assert [len(segment) for segment in index.segments] == [len(engagements) - 1, 1]
    shared = index.segments[0]
    assert (shared.folder / "records.bin").stat().st_nlink == 2
    assert list(index.engagements()) == [_renamed(engagements[0], "new"), *engagements[1:]]


def test_purged_records_leave_no_byte(tmp_path: Path) -> None:
    engagements = real()[1]
    secret = _renamed(engagements[0], "a secret that was public by mistake")
    written(tmp_path / "a", (secret, *engagements[1:]))
    change = Changes(removed=[secret.slug])
    for folder, purge in (("kept", False), ("purged", True)):
        update_index(tmp_path / folder, tmp_path / "a", change, purge=purge)
        assert Index.open(tmp_path / folder, folder).engagement(secret.slug) is None
    held = {name: _bytes(tmp_path / name) for name in ("kept", "purged")}
    assert b"by mistake" in held["kept"]
    assert b"by mistake" not in held["purged"]


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


STEPS = st.lists(st.tuples(st.sampled_from(["change", "remove"]), st.sets(st.integers(0, 39), max_size=12)), max_size=6)


@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_any_row_of_updates_gives_what_writing_it_whole_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, set[int]]]
) -> None:
    catalogue, some = real()[0], real()[1][:40]
    folder = tmp_path_factory.mktemp("updates")
    expected = {one.slug: one for one in some[:20]}
    write_index(folder / "0", catalogue, expected.values())
    for number, (what, which) in enumerate(steps):
        slugs = [some[at].slug for at in sorted(which)]
        changed = [_renamed(some[at], f"step {number}") for at in sorted(which)] if what == "change" else []
        expected.update({one.slug: one for one in changed})
        if what == "remove":
            for slug in slugs:
                expected.pop(slug, None)
        removed = slugs if what == "remove" else []
        change = Changes(changed=changed, removed=removed)
        update_index(folder / str(number + 1), folder / str(number), change)
    index = Index.open(folder / str(len(steps)), "last")
    whole = [one for one in (expected.get(known.slug) for known in some) if one]
    assert list(index.engagements()) == whole
    answer, plain = find(index, Asked(), limit=100), find(written(folder / "w", tuple(whole)), Asked(), limit=100)
    assert (answer.total, answer.items, answer.facets) == (plain.total, plain.items, plain.facets)


def test_many_small_updates_leave_few_segments(tmp_path: Path) -> None:
    engagements = real()[1]
    written(tmp_path / "0", engagements)
    for number in range(20):
        change = Changes(changed=[_renamed(engagements[number], "changed")])
        update_index(tmp_path / str(number + 1), tmp_path / str(number), change)
    assert len(Index.open(tmp_path / "20", "20").segments) <= 5


def test_passages_are_replaced_by_document(tmp_path: Path) -> None:
    catalogue, engagements = real()
    write_index(
        tmp_path / "a", catalogue, engagements, [Passage(document="d", text=f"文 {n}", start=n) for n in range(3)]
    )
    new = [Passage(document="d", text="新しい文", start=0), Passage(document="d", text="もう一つ", start=9)]
    update_index(tmp_path / "b", tmp_path / "a", Changes(passages={"d": new}))
    index = Index.open(tmp_path / "b", "b")
    assert list(index.passages("d")) == new
    update_index(tmp_path / "c", tmp_path / "b", Changes(passages={"d": [*new, new[0]]}))
    assert list(Index.open(tmp_path / "c", "c").passages("d")) == new
    assert list(index.engagements()) == list(engagements)


def test_a_slug_given_twice_is_refused(tmp_path: Path) -> None:
    catalogue, engagements = real()
    with pytest.raises(ValueError, match=engagements[0].slug):
        write_index(tmp_path / "a", catalogue, [engagements[0], engagements[0]])


def test_more_rows_than_a_batch(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.index.gathering.BATCH", 70)
    batched = written(tmp_path / "a", real()[1])
    assert list(batched.engagements()) == list(real()[1])
    for words in ("会合", "英国", "forum", "第51回"):
        asked = Asked(q=words)
        assert find(batched, asked).items == find(index, asked).items


@pytest.mark.parametrize("name", ["index.json", "catalogue.json", "records.bin", "columns.bin", "postings.bin"])
@pytest.mark.parametrize("harm", ["remove", "cut"])
def test_a_damaged_index_is_said_to_be_damaged(tmp_path: Path, name: str, harm: str) -> None:
    written(tmp_path / "a", real()[1][:5])
    (path,) = (path for path in (tmp_path / "a").rglob(name) if "passages" not in path.parts)
    content = path.read_bytes()
    path.unlink()
    if harm == "cut":
        path.write_bytes(content[: len(content) // 2])
    with pytest.raises(DamagedEdition) as caught:
        Index.open(tmp_path / "a", "2026-a")
    assert "2026-a" in caught.value.en and "2026-a" in caught.value.ja

"""What changed between two editions, whether or not they share files."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.history import changes
from graph.index import Changes, Index, update_index
from tests.graph.index.real import real, written


@pytest.mark.parametrize("shared", [True, False])
def test_added_removed_and_changed_fields(tmp_path: Path, shared: bool) -> None:
    some = real()[1]
    changed = some[3].model_copy(update={"note": "corrected", "status": "cancelled"})
    older = written(tmp_path / "a", some[:-1], "a")
    if shared:
        change = Changes(changed=[changed, some[-1]], removed=[some[5].slug])
        update_index(tmp_path / "b", tmp_path / "a", change)
        newer = Index.open(tmp_path / "b", "b")
    else:
        newer = written(tmp_path / "b", (*some[:3], changed, some[4], *some[6:]), "b")
    told = changes(older, newer)
    assert (told.older, told.newer) == ("a", "b")
    assert told.added == (some[-1].slug,)
    assert told.removed == (some[5].slug,)
    (one,) = told.changed
    assert one.slug == changed.slug
    assert {field.field: (field.before, field.after) for field in one.fields} == {
        "note": (some[3].note, "corrected"),
        "status": ("held", "cancelled"),
    }
    back = changes(newer, older)
    assert (back.added, back.removed) == (told.removed, told.added)


def test_an_edition_and_itself_differ_in_nothing(index: Index) -> None:
    told = changes(index, index)
    assert (told.added, told.removed, told.changed) == ((), (), ())

"""Which editions stay: pinned ones always, and the one being served; of the others the newest few.

``kept.json`` in the dataset folder says what is pinned, by whom, why, and what was collected: an edition that
was cited once answers that it is gone, not that it never was.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field, ValidationError

from graph.editions.derived import forget_derived
from graph.errors import BadInput, DatasetError
from graph.model import Record
from graph.store.dataset import Dataset
from graph.store.disk import remove_tree, replace_file, room_to_write
from graph.store.layout import Layout
from graph.store.lock import writer_lock


class Pin(Record):
    """Who wants an edition kept, since when, and why."""

    who: str
    at: datetime
    note: str = ""


class Kept(Record):
    """What is pinned, and what was collected, by edition id."""

    pinned: dict[str, Pin] = Field(default_factory=dict)
    collected: tuple[str, ...] = ()


def pins(dataset: Dataset) -> dict[str, Pin]:
    """The pins, by edition id."""
    return _read(dataset).pinned


def collected(dataset: Dataset) -> tuple[str, ...]:
    """The ids of editions that were there once."""
    return _read(dataset).collected


def pin(dataset: Dataset, edition_id: str, *, who: str = "sankyoku", note: str = "") -> Pin:
    """Keeps an edition for good. Raises ``NotFound``, ``LockHeld``, ``StorageFull``."""
    dataset.edition(edition_id)
    new = Pin(who=who, at=datetime.now(UTC).replace(microsecond=0), note=note)
    with writer_lock(Layout(dataset.path).lock), room_to_write():
        kept = _read(dataset)
        _write(dataset, kept.model_copy(update={"pinned": {**kept.pinned, edition_id: new}}))
        dataset.append_audit(who, "pin", edition=edition_id, note=note)
    return new


def unpin(dataset: Dataset, edition_id: str, *, who: str = "sankyoku") -> bool:
    """Lets an edition go with the others of its age. Returns whether it was pinned."""
    with writer_lock(Layout(dataset.path).lock), room_to_write():
        kept = _read(dataset)
        if edition_id not in kept.pinned:
            return False
        rest = {name: one for name, one in kept.pinned.items() if name != edition_id}
        _write(dataset, kept.model_copy(update={"pinned": rest}))
        dataset.append_audit(who, "unpin", edition=edition_id)
    return True


def collect(dataset: Dataset, keep: int, *, who: str = "sankyoku") -> tuple[str, ...]:
    """Removes editions but the newest ``keep``, the pinned ones and the one being served; returns their ids.

    Raises ``BadInput`` for ``keep`` below 1, and ``LockHeld``.
    """
    if keep < 1:
        raise BadInput("Keep at least one edition.", "残す版の数は1以上で指定してください。")
    layout = Layout(dataset.path)
    with writer_lock(layout.lock), room_to_write():
        kept, ids = _read(dataset), dataset.edition_ids()
        staying = {*ids[-keep:], *kept.pinned, dataset.current_id()}
        going = tuple(one for one in ids if one not in staying)
        if going:
            _write(dataset, kept.model_copy(update={"collected": (*kept.collected, *going)}))
        for edition_id in going:  # first out of sight, whole, then gone
            draft = layout.edition_draft(edition_id)
            layout.edition(edition_id).rename(draft)
            remove_tree(draft)
            forget_derived(dataset, edition_id)
            dataset.append_audit(who, "collect", edition=edition_id)
    return going


def forget_collected(dataset: Dataset, edition_id: str) -> None:
    """An edition that is back is not gone; call it while holding the lock."""
    kept = _read(dataset)
    if edition_id in kept.collected:
        rest = tuple(one for one in kept.collected if one != edition_id)
        _write(dataset, kept.model_copy(update={"collected": rest}))


def _path(dataset: Dataset) -> Path:
    return Layout(dataset.path).kept


def _read(dataset: Dataset) -> Kept:
    try:
        return Kept.model_validate_json(_path(dataset).read_bytes())
    except FileNotFoundError:
        return Kept()
    except (OSError, ValidationError) as error:  # nothing may be collected while it is not known what is pinned
        raise DatasetError(
            "The file kept.json of the dataset cannot be read; restore it from a copy, or delete it to pin anew.",
            "データセットの kept.json を読み取れません。控えから復元するか、削除して固定し直してください。",
        ) from error


def _write(dataset: Dataset, kept: Kept) -> None:
    text = json.dumps(kept.model_dump(mode="json"), ensure_ascii=False, indent=1)
    replace_file(_path(dataset), text.encode() + b"\n")

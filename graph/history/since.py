"""What changed since a date: the edition served when that day began, and what the one served now says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, tzinfo

from graph.errors import DamagedEdition, NotFound
from graph.history.changing import Difference, changes
from graph.index import Index
from graph.index.reading import segments_in
from graph.model import Disclosure, Record
from graph.store.dataset import Dataset
from graph.store.edition import Edition
from graph.store.manifest import EDITION_ID


class Served(Record):
    """An edition, and since when it was the one that readers got."""

    edition: str
    at: datetime


class Since(Record):
    """What changed since ``day``.

    ``then`` is the edition served when the day began, None where there was none yet; ``compared`` is the one looked
    at: ``then``, or the nearest that is still kept (``exact`` is false, and the difference tells more or less).
    """

    day: date
    then: Served | None
    compared: str
    exact: bool
    difference: Difference


def served_on(dataset: Dataset, day: date, zone: tzinfo | None = None) -> Served | None:
    """The edition that readers got when a day began (in the time zone of the server, unless one is given)."""
    began = datetime.combine(day, time.min)
    before = [one for one in _served(dataset) if one.at.astimezone(zone).replace(tzinfo=None) <= began]
    return before[-1] if before else None


def changes_since(
    dataset: Dataset, day: date, now: Index, opened: Callable[[str], Index], zone: tzinfo | None = None
) -> Since:
    """What the edition ``now`` says otherwise than that of ``day``; ``opened`` opens an edition in the reader's view.

    Before the first edition nothing was on record: then the first is compared. Raises ``NotFound`` where no edition
    is kept.
    """
    then = served_on(dataset, day, zone)
    kept = dataset.edition_ids()
    if not kept:
        raise NotFound("No edition is kept.", "保存されている版がありません。")
    older = [name for name in kept if then is not None and name <= then.edition]
    compared = older[-1] if older else kept[0]
    return Since(
        day=day,
        then=then,
        compared=compared,
        exact=then is not None and compared == then.edition,
        difference=changes(opened(compared), now),
    )


def _served(dataset: Dataset) -> Iterator[Served]:
    """Every time that readers got another edition, in order: published, or gone back to."""
    told = [
        Served(edition=str(entry["edition"]), at=datetime.fromisoformat(str(entry["at"])))
        for entry in dataset.audit()
        if entry.get("what") in ("publish", "restore") and EDITION_ID.fullmatch(str(entry.get("edition")))
    ]
    known = {one.edition for one in told}
    unheard = [name for name in dataset.edition_ids() if name not in known]  # brought in from elsewhere
    told += [
        Served(edition=name, at=datetime.strptime(name[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)) for name in unheard
    ]
    yield from sorted(told, key=lambda one: (one.at, one.edition))


def unchanged_since(dataset: Dataset, edition: Edition, view: Disclosure, index: Index) -> Callable[[str], datetime]:
    """Since when each engagement has said what it says now, by slug: the first edition, of those before this one, that
    has its very segment. Editions that are not kept end the search; a segment written anew makes its rows look newer.
    """
    known = index.kept("segments since", lambda: _segments_since(dataset, edition, view, index))

    def since(slug: str) -> datetime:
        name = next((segment.name for segment in index.segments if segment.place(slug) is not None), "")
        return known.get(name, edition.manifest.created)

    return since


def _segments_since(dataset: Dataset, edition: Edition, view: Disclosure, index: Index) -> dict[str, datetime]:
    found = {segment.name: edition.manifest.created for segment in index.segments}
    looked_for = set(found)
    before = edition.manifest.previous
    while before is not None and looked_for:
        try:
            older = dataset.edition(before)
        except (NotFound, DamagedEdition):
            break
        looked_for &= segments_in(older.index_path(view))
        found |= dict.fromkeys(looked_for, older.manifest.created)
        before = older.manifest.previous
    return found

"""What changed between two editions: engagements added, removed, and changed field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from graph.index import Index
from graph.index.reading import read_engagement
from graph.index.segment import Segment
from graph.model import Engagement, Record


class FieldChange(Record):
    """A field that is not what it was; both values as JSON would carry them."""

    field: str
    before: Any
    after: Any


class Changed(Record):
    """An engagement that both editions have, and what of it changed."""

    slug: str
    fields: tuple[FieldChange, ...]


class Difference(Record):
    """What the newer edition has and the older had not, by slug, sorted."""

    older: str
    newer: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Changed, ...]


def changes(older: Index, newer: Index) -> Difference:
    """What changed from one edition to another. Records that both share by hard link are not even looked at."""
    shared = {segment.name for segment in older.segments} & {segment.name for segment in newer.segments}
    before = dict(_unshared(older, newer, shared))
    after = dict(_unshared(newer, older, shared))
    both = sorted(before.keys() & after.keys())
    told = (_changed(slug, read_engagement(*before[slug]), read_engagement(*after[slug])) for slug in both)
    return Difference(
        older=older.edition,
        newer=newer.edition,
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(one for one in told if one.fields),
    )


def _unshared(index: Index, beside: Index, shared: set[str]) -> Iterator[tuple[str, tuple[Segment, int]]]:
    """The slugs whose records the other index does not have in the same segment or with the same digest."""
    others = {segment.name: segment for segment in beside.segments}
    digests = np.concatenate([np.zeros(0, np.uint64), *(s.digest[s.places()] for s in beside.segments)])
    for segment in index.segments:
        if segment.name in shared:
            places = list(segment.live - others[segment.name].live)
        else:
            live = segment.places()
            places = live[~np.isin(segment.digest[live], digests)].tolist()
        for place in places:
            yield segment.slug(place), (segment, place)


def _changed(slug: str, before: Engagement, after: Engagement) -> Changed:
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    fields = [
        FieldChange(field=field, before=old[field], after=new[field]) for field in old if old[field] != new[field]
    ]
    return Changed(slug=slug, fields=tuple(fields))

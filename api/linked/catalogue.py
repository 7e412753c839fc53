"""What a visit can be told of an edition: its description with its statistics, and its dumps where they are made."""

from __future__ import annotations

from typing import Final

from api.errors import Problem
from api.linked.dataset import Described
from api.linked.describing import GONE
from api.linked.visits import Visit
from api.state import Reading
from graph.editions import collected, dump, dump_at_hand, partitions
from graph.errors import NotFound

#: Up to this many quads a dump is made so that its size and checksum can be told; of larger editions they are told
#: once somebody has asked for the dump.
_DUMPED_AT_ONCE: Final = 2_000_000


def described(visit: Visit, reading: Reading) -> Described:
    """The description of one edition as the visitor may see it."""
    state, view = visit.state, reading.view
    small = reading.edition.manifest.view(view).quads <= _DUMPED_AT_ONCE
    find = dump if small else dump_at_hand
    return Described(
        manifest=reading.edition.manifest,
        base=state.settings.base,
        server=visit.server,
        licence=state.settings.licence,
        partitions=partitions(state.dataset, reading.edition, view),
        dumps={form: find(state.dataset, reading.edition, view, form) for form in ("nq", "ttl")},
    )


def edition_asked(visit: Visit, edition_id: str) -> Reading:
    """The edition that an address names. Raises ``NotFound``, or ``Problem`` (410) for one that was collected."""
    try:
        return visit.state.reading(visit.visitor.view, edition_id)
    except NotFound:
        if edition_id in collected(visit.state.dataset):
            raise Problem(
                GONE,
                f"The edition {edition_id} is no longer kept; only pinned editions are kept for good.",
                f"版 {edition_id} は保存期間が終了しました。恒久的に保存されるのは固定された版のみです。",
            ) from None
        raise

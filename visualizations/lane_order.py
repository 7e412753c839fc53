"""In which order the lanes of the parties stand: so that few bars pass a lane whose party was not there."""

from __future__ import annotations

from itertools import permutations
from typing import Final

from graph.model import Catalogue, Dialogue
from graph.parties import parties_at

#: More parties than this stay in the order given: there would be too many orders to try.
MOST_TRIED: Final = 6


def with_ordered_lanes(dialogue: Dialogue, catalogue: Catalogue) -> Dialogue:
    """The dialogue with its parties in the order of the lanes; the order given where none is better."""
    parties = dialogue.parties
    if not 3 <= len(parties) <= MOST_TRIED:
        return dialogue
    came = [parties_at(one, parties, catalogue) for one in (*dialogue.meetings, *dialogue.alongside)]
    best = min(permutations(range(len(parties))), key=lambda order: (_passed(order, came), order))
    return dialogue.model_copy(update={"parties": tuple(parties[index] for index in best)})


def _passed(order: tuple[int, ...], came: list[tuple[int, ...]]) -> int:
    """How many lanes bars pass of parties that were not there."""
    place = {party: lane for lane, party in enumerate(order)}
    spans = [[place[party] for party in lanes] for lanes in came if lanes]
    return sum(max(lanes) - min(lanes) + 1 - len(lanes) for lanes in spans)

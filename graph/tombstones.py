"""Where things that are no more went: a map beside the index of each view, drawn from that view's own past alone.

So nobody learns from the public map of anything that was never public. What left the public view but lives on in
the internal one is internal now, so the public map does not even name it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.errors import DamagedEdition
from graph.index import Index
from graph.knowledge import Knowledge, Views
from graph.model import Catalogue, Disclosure

GONE_NAME: Final = "gone.json"
Gone = Mapping[str, str | None]
"""``type/slug`` to the ``type/slug`` that took its place, or None."""


@dataclass(frozen=True)
class Living:
    """What is there now: whether a view has a ``type/slug``, and which ones left it with this edition."""

    has: Callable[[Disclosure, str], bool]
    left: Mapping[Disclosure, Iterable[str]]


def write_gone(folder: Path, before: Path | None, view: Disclosure, living: Living, heirs: Gone) -> None:
    """Writes the map of ``view`` into ``folder``; ``before`` is the same folder of the edition before.

    ``heirs`` says by slug which engagement took over the accounts of one that is no more.
    """
    past = {*living.left[view], *(read_gone(before) if before else ())}
    gone = {
        name: _heir(name, heirs, lambda other: living.has(view, other))
        for name in sorted(past)
        if not (living.has(view, name) or living.has("internal", name))
    }
    text = json.dumps(gone, ensure_ascii=False, indent=0) + "\n"
    (folder / GONE_NAME).write_text(text, encoding="utf-8", newline="\n")


def living(views: Views, before: Mapping[Disclosure, Index]) -> Living:
    """What is there where both views were worked out whole; ``before`` are the indexes of the edition before."""
    now = {view: _names(knowledge) for view, knowledge in views.items()}
    left = {view: set(_names_in(before[view])) - now[view] if view in before else set() for view in views}
    return Living(lambda view, name: name in now[view], left)


def read_gone(folder: Path) -> Gone:
    """The map in the index folder of a view; empty where there is none. Raises ``DamagedEdition``."""
    try:
        told: dict[str, str | None] = json.loads((folder / GONE_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise DamagedEdition(
            "The edition's record of what is no more is damaged; check it with: sankyoku edition verify",
            "版に付随する廃止項目の記録が壊れています。sankyoku edition verify で確認してください。",
        ) from error
    return told


def _names(knowledge: Knowledge) -> set[str]:
    return {f"engagement/{one.slug}" for one in knowledge.engagements} | set(in_catalogue(knowledge.catalogue))


def _names_in(index: Index) -> Iterator[str]:
    yield from in_catalogue(index.catalogue)
    for segment in index.segments:
        yield from (f"engagement/{segment.slug(place)}" for place in segment.live)


def in_catalogue(catalogue: Catalogue) -> Iterator[str]:
    """The ``type/slug`` of everything in a catalogue."""
    yield from (f"authority/{slug}" for slug in catalogue.authorities)
    yield from (f"framework/{slug}" for slug in catalogue.frameworks)
    yield from (f"series/{slug}" for slug in catalogue.series)
    yield from (f"document/{slug}" for slug in catalogue.documents)
    yield from (f"milestone/{one.id}" for one in catalogue.milestones)


def _heir(name: str, heirs: Gone, is_live: Callable[[str], bool]) -> str | None:
    """What took the place of ``name`` in the end: an heir may itself have been joined to another."""
    kind, _, slug = name.partition("/")
    seen: set[str] = set()
    while kind == "engagement" and slug not in seen:
        seen.add(slug)
        heir = heirs.get(slug)
        if heir is None:
            break
        if is_live(f"engagement/{heir}"):
            return f"engagement/{heir}"
        slug = heir
    return None

"""Where the nodes of a network stand in each edition: the same node in the same place from edition to edition.

The places of an edition follow from those of the edition before, for the same question, so that they can be worked
out again at any time; they are kept in the dataset's folder ``layouts``, which may be deleted, and in memory where
that folder cannot be written. The two views have folders of their own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from api.listing import everything
from api.state import Reading, State
from graph.errors import SankyokuError
from graph.history import Asked
from graph.model import Disclosure, Engagement
from visualizations.layout import Layout
from visualizations.network import NetworkOptions
from visualizations.network_page import network_layout

#: So many editions back a layout is worked out anew where none is kept.
MOST_BACK: Final = 12
#: Questions with more engagements than this are not asked of earlier editions again.
MOST_ASKED_AGAIN: Final = 5_000
_MOST_FILES: Final = 400
_MOST_HELD: Final = 64


class Layouts:
    """Layouts by view, edition and question: on disk where that can be written, and the latest in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: OrderedDict[Path, Layout] = OrderedDict()
        self._turn = threading.Lock()

    def get(self, view: Disclosure, edition: str, question: str) -> Layout | None:
        """The layout kept; None where there is none, or where its file cannot be read."""
        path = self._path(view, edition, question)
        with self._turn:
            if path in self._held:
                self._held.move_to_end(path)
                return self._held[path]
        try:
            layout = Layout.from_json(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, SankyokuError):
            return None
        self._hold(path, layout)
        return layout

    def keep(self, view: Disclosure, edition: str, question: str, layout: Layout) -> None:
        """Keep a layout. A folder that cannot be written is no error: it is then held in memory alone."""
        path = self._path(view, edition, question)
        self._hold(path, layout)
        draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(layout.to_json(), encoding="utf-8")
            draft.replace(path)
            self._tidy(path.parent)

    def _path(self, view: Disclosure, edition: str, question: str) -> Path:
        return self._folder / view / f"{edition}-{question}.json"

    def _hold(self, path: Path, layout: Layout) -> None:
        with self._turn:
            self._held[path] = layout
            self._held.move_to_end(path)
            if len(self._held) > _MOST_HELD:
                self._held.popitem(last=False)

    def _tidy(self, folder: Path) -> None:
        """The oldest go where there are too many: names begin with the edition, and editions with their time."""
        kept = sorted(folder.glob("*.json"))
        for path in kept[: max(len(kept) - _MOST_FILES, 0)]:
            path.unlink(missing_ok=True)


def layout_for(
    state: State, reading: Reading, asked: Asked, options: NetworkOptions, told: Sequence[Engagement]
) -> Layout:
    """The layout of the network that ``options`` make of ``told``, the engagements that answer ``asked``.

    Worked out from that of the nearest earlier edition of which one is kept, edition by edition; an earlier edition
    that cannot answer is where the line begins.
    """
    layouts, question = state.layouts, _question(asked, options)
    found = layouts.get(reading.view, reading.id, question)
    if found:
        return found
    earlier, kept = _line(state, reading, question)
    for one in earlier if len(told) <= MOST_ASKED_AGAIN else ():
        kept = _continued(one, asked, options, kept)
        if kept:
            layouts.keep(one.view, one.id, question, kept)
    layout = network_layout(told, reading.index.catalogue, replace(options, layout=kept))
    layouts.keep(reading.view, reading.id, question, layout)
    return layout


def _line(state: State, reading: Reading, question: str) -> tuple[list[Reading], Layout | None]:
    """The earlier editions without a layout, oldest first, and the layout kept of the one before them."""
    line: list[Reading] = []
    one = _before(state, reading)
    while one and len(line) < MOST_BACK:
        kept = state.layouts.get(one.view, one.id, question)
        if kept:
            return line[::-1], kept
        line.append(one)
        one = _before(state, one)
    return line[::-1], None


def _continued(reading: Reading, asked: Asked, options: NetworkOptions, kept: Layout | None) -> Layout | None:
    try:
        told, _ = everything(asked, reading)
        return network_layout(told, reading.index.catalogue, replace(options, layout=kept))
    except SankyokuError:
        return None


def _before(state: State, reading: Reading) -> Reading | None:
    """The edition that this one was made from, if it is still there and can be read."""
    previous = reading.edition.manifest.previous
    if previous is None:
        return None
    try:
        return state.reading(reading.view, previous)
    except SankyokuError:
        return None


def _question(asked: Asked, options: NetworkOptions) -> str:
    """What is asked and how it is drawn, as a short name for a file; order and comparison move no node."""
    drawn = [options.show, options.gather, options.fiscal, options.around, options.backbone, options.most_bodies]
    told = json.dumps([asked.model_dump(mode="json", exclude={"order"}), drawn, options.most_ties], sort_keys=True)
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:24]

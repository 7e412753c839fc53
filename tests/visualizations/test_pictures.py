"""The figures look as they did: compared with small pictures, with a tolerance for the fonts of the machine.

Where a figure is changed on purpose, look at it, then write its small picture anew:
``python -m tests.visualizations.test_pictures``.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from graph.dialogue import dialogue_of
from graph.model import Engagement
from tests.visualizations.facts import meta
from tests.visualizations.records import SERIES, catalogue, dialogue
from tests.visualizations.strange import strange_catalogue, strange_engagements
from visualizations.raster import png
from visualizations.render import render_dialogue, render_levels, render_matrix, render_network, render_timeline

FOLDER = Path(__file__).parent / "thumbnails"
WIDE = 160
TOLERANCE = 0.035

DRAWN: dict[str, Callable[[], bytes]] = {
    "dialogue-ja": lambda: render_dialogue(dialogue(), catalogue(), meta(), "ja", "svg"),
    "dialogue-en": lambda: render_dialogue(dialogue(), catalogue(), meta(), "en", "svg"),
    "strange": lambda: render_dialogue(
        dialogue_of(SERIES, strange_engagements(), strange_catalogue()), strange_catalogue(), meta(), "en", "svg"
    ),
    "network": lambda: render_network(_items(), catalogue(), meta(), "en", "svg"),
    "timeline": lambda: render_timeline(_items(), catalogue(), meta(), "ja", "svg"),
    "matrix": lambda: render_matrix(_items(), catalogue(), meta(), "ja", "svg"),
    "levels": lambda: render_levels(_items(), catalogue(), meta(), "en", "svg"),
}


def _items() -> tuple[Engagement, ...]:
    return (*dialogue().meetings, *dialogue().alongside)


def small(svg: bytes) -> Image.Image:
    """The figure, grey and 160 dots wide: shapes and places remain, letters do not."""
    image = Image.open(io.BytesIO(png(svg, WIDE * 4 / 300 * 2.54))).convert("L")
    return image.resize((WIDE, round(WIDE * image.height / image.width)), Image.Resampling.BOX)


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_looks_as_it_did(name: str) -> None:
    now = small(DRAWN[name]())
    with Image.open(FOLDER / f"{name}.png") as kept:
        then = kept.copy()
    assert abs(now.height - then.height) <= 2
    same = now.resize(then.size)
    apart = np.abs(np.asarray(same, dtype=np.float64) - np.asarray(then, dtype=np.float64)).mean() / 255
    assert apart <= TOLERANCE


if __name__ == "__main__":
    for drawn, make in DRAWN.items():
        small(make()).save(FOLDER / f"{drawn}.png", optimize=True)

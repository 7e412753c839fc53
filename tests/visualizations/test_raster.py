"""PNG for paper: as large as asked, with its size on paper, the same on every run, and no word but the drawing's."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from graph.errors import BadInput
from visualizations.raster import MOST_PIXELS, png
from visualizations.svg import document, rectangle, text

DRAWING = document(
    (100, 50),
    "title",
    "words",
    rectangle(0, 0, 50, 50, fill="#17406d"),
    text("三極", 60, 30, 12),
    name="drawing",
    language="ja",
).encode("utf-8")


def test_it_is_as_wide_on_paper_as_asked() -> None:
    image = Image.open(io.BytesIO(png(DRAWING, 2.54)))
    assert image.size == (300, 150)
    assert [round(float(dots)) for dots in image.info["dpi"]] == [300, 300]
    assert Image.open(io.BytesIO(png(DRAWING, 2.54, dpi=96))).size == (96, 48)


def test_it_stands_on_white_and_draws_japanese() -> None:
    image = Image.open(io.BytesIO(png(DRAWING, 2.54))).convert("RGB")
    assert image.getpixel((290, 5)) == (255, 255, 255) and image.getpixel((10, 10)) == (23, 64, 109)
    letters = image.crop((170, 50, 300, 100)).convert("L")
    assert min(letters.tobytes()) < 100


def test_the_same_drawing_gives_the_same_bytes_and_no_other_words() -> None:
    once = png(DRAWING, 5)
    assert once == png(DRAWING, 5)
    kinds = []
    at = 8
    while at < len(once):
        length = int.from_bytes(once[at : at + 4], "big")
        kinds.append(once[at + 4 : at + 8])
        at += 12 + length
    assert set(kinds) <= {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


@pytest.mark.parametrize("wide", [0.0, -1.0, 1e9])
def test_what_is_no_picture_is_refused(wide: float) -> None:
    with pytest.raises(BadInput):
        png(DRAWING, wide)
    assert MOST_PIXELS == 20_000

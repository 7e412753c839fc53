"""From SVG to PNG for programs that cannot place vectors: resvg draws it with the fonts of the machine."""

from __future__ import annotations

from typing import Final
from zlib import crc32

import resvg_py

from graph.errors import BadInput

CENTIMETRES_PER_INCH: Final = 2.54
PRINT_DPI: Final = 300
MOST_PIXELS: Final = 20_000


def png(svg: bytes, wide_cm: float, dpi: int = PRINT_DPI) -> bytes:
    """``svg`` as PNG, ``wide_cm`` centimetres wide at ``dpi`` dots per inch (written into the file), on white.

    Raises ``BadInput`` where that would be no picture or more than 20,000 dots wide.
    """
    wide = round(wide_cm / CENTIMETRES_PER_INCH * dpi)
    if not 1 <= wide <= MOST_PIXELS:
        raise BadInput(
            f"A picture {wide_cm} cm wide at {dpi} dpi cannot be drawn: it may have 1 to {MOST_PIXELS:,} dots a line.",
            f"幅{wide_cm}cm・{dpi}dpiの画像は作成できません（横の画素数は1〜{MOST_PIXELS:,}）。",
        )
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg.decode("utf-8"), width=wide, background="#ffffff", font_family="Noto Sans CJK JP"
    )
    return with_density(bytes(drawn), dpi)


def with_density(image: bytes, dpi: int) -> bytes:
    """A PNG that says how large it is on paper (chunk pHYs, PNG specification 11.3.4.3), right after its header."""

    per_metre = round(dpi / CENTIMETRES_PER_INCH * 100)
    body = b"pHYs" + per_metre.to_bytes(4, "big") * 2 + b"\x01"
    chunk = (9).to_bytes(4, "big") + body + crc32(body).to_bytes(4, "big")
    header_end = 33
    return image[:header_end] + chunk + image[header_end:]

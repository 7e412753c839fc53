"""Small PDFs of our own for the tests of readers: prose, ruled tables, columns, damage."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

FONT = "HeiseiKakuGo-W5"
WIDTH, HEIGHT = A4
registerFont(UnicodeCIDFont(FONT))

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, password: str | None = None, rotate: int = 0) -> bytes:
    """A PDF with a page for each function that draws one."""
    buffer = io.BytesIO()
    locked = StandardEncryption(password, canPrint=0) if password is not None else None
    canvas = Canvas(buffer, pagesize=A4, encrypt=locked, invariant=1)
    for draw in pages:
        canvas.setFont(FONT, 10.5)
        canvas.setPageRotation(rotate)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(canvas: Canvas, lines: Sequence[str], x: float = 60, top: float = 80, step: float = 18) -> float:
    """Write lines downwards from ``top`` (from the top of the page); where the next line would stand."""
    for line in lines:
        canvas.drawString(x, HEIGHT - top, line)
        top += step
    return top


def ruled(
    canvas: Canvas,
    rows: Sequence[Sequence[str | None]],
    widths: Sequence[float],
    top: float = 100,
    *,
    x: float = 60,
    open_sides: bool = False,
) -> float:
    """Draw a ruled table; a cell's lines are parted by line feeds; None goes on from the cell above."""
    heights = [12 + 14 * max(1 + (cell or "").count("\n") for cell in row) for row in rows]
    edges = [x + sum(widths[:index]) for index in range(len(widths) + 1)]
    bottom = top + sum(heights)
    for index in range(len(rows) + 1):
        level = top + sum(heights[:index])
        for column in range(len(widths)):
            merged = 0 < index < len(rows) and rows[index][column] is None
            if not merged:
                canvas.line(edges[column], HEIGHT - level, edges[column + 1], HEIGHT - level)
        if index < len(rows):
            for column, cell in enumerate(rows[index]):
                for number, line in enumerate((cell or "").split("\n")):
                    canvas.drawString(edges[column] + 4, HEIGHT - level - 15 - 14 * number, line)
    for edge in edges[1:-1] if open_sides else edges:
        canvas.line(edge, HEIGHT - top, edge, HEIGHT - bottom)
    return bottom

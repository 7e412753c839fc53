"""What stands on a page of a PDF: characters, rulings, pictures, each with its place, as PDFium finds them.

PDFium reads a dense page about ten times faster than pdfminer, which pdfplumber uses, and repairs more
(docs/decisions/0004-readers.md); pdfplumber's own way of finding tables works on the rulings found here.
Places count in points from the top left corner of the page, turned so that its text is level.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from graph.sources.glyphs import Glyph, as_printed

MAX_GLYPHS: Final = 100_000
MAX_OBJECTS: Final = 50_000
MAX_EDGES: Final = 20_000
_DEPTH: Final = 8
_THIN: Final = 3.0  # points: a filled shape no thicker is a ruling
_SHORT: Final = 3.0
_STRAIGHT: Final = 0.5
_UPRIGHT: Final = 0.1  # of a quarter turn
_MOVE, _LINE = 2, 0  # FPDF_SEGMENT_MOVETO, FPDF_SEGMENT_LINETO

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Edge = dict[str, Any]
_SAME: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Sheet:
    """A page: its height, its characters, the edges of its rulings, and how many pictures are on it."""

    height: float
    glyphs: tuple[Glyph, ...]
    edges: tuple[Edge, ...]
    pictures: int
    unmapped: int
    crowded: bool


def read_sheet(page: pypdfium2.PdfPage) -> Sheet:
    """What stands on the page. ``crowded`` says that it is a drawing with more on it than a document has."""
    textpage = page.get_textpage()
    turn = _turn(textpage)
    place = _placing(page, turn)
    glyphs, unmapped = _glyphs(textpage, turn, place)
    edges: list[Edge] = []
    pictures = 0
    crowded = textpage.count_chars() > MAX_GLYPHS
    for index, (shape, matrix) in enumerate(_objects(page)):
        if index >= MAX_OBJECTS or len(edges) >= MAX_EDGES:
            crowded = True
            break
        kind = raw.FPDFPageObj_GetType(shape)
        pictures += kind == raw.FPDF_PAGEOBJ_IMAGE
        if kind == raw.FPDF_PAGEOBJ_PATH:
            edges.extend(_edges(shape, matrix, place))
    left, bottom, right, top = page.get_cropbox()
    height = right - left if turn % 2 else top - bottom
    return Sheet(height, tuple(glyphs), tuple(edges), pictures, unmapped, crowded)


def _turn(textpage: pypdfium2.PdfTextPage) -> int:
    """By how many quarter turns to the right most of the text is written, whichever way the page is shown."""
    count = min(textpage.count_chars(), MAX_GLYPHS)
    turns = Counter(_quarter(raw.FPDFText_GetCharAngle(textpage, index)) for index in range(count))
    turns.pop(None, None)
    return turns.most_common(1)[0][0] or 0 if turns else 0


def _quarter(angle: float) -> int | None:
    """The quarter turns in an angle; None where it is none."""
    quarters = angle / (math.pi / 2)
    return round(quarters) % 4 if math.isfinite(quarters) and abs(quarters - round(quarters)) < _UPRIGHT else None


def _placing(page: pypdfium2.PdfPage, turn: int) -> Callable[[float, float], Point]:
    """From the page's own space (up from the bottom left) to the page turned so that its text is level."""
    left, bottom, right, top = page.get_cropbox()
    turns: tuple[Callable[[float, float], Point], ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (top - y, right - x),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (y - bottom, x - left),
    )
    return turns[turn]


def _glyphs(
    textpage: pypdfium2.PdfTextPage, turn: int, place: Callable[[float, float], Point]
) -> tuple[list[Glyph], int]:
    """The level characters in the order in which they are drawn, and how many have no meaning given."""
    box = raw.FS_RECTF()
    glyphs: list[Glyph] = []
    unmapped = 0
    for index in range(min(textpage.count_chars(), MAX_GLYPHS)):
        if raw.FPDFText_IsGenerated(textpage, index) == 1:
            # A kerned space (before A, after y) is left out by PDFium and put back without a size.
            if glyphs and raw.FPDFText_GetUnicode(textpage, index) == ord(" "):
                last = glyphs[-1]
                glyphs.append(Glyph(" ", last.x1, last.x1, last.top, last.bottom))
            continue
        unmapped += raw.FPDFText_HasUnicodeMapError(textpage, index) == 1
        if _quarter(raw.FPDFText_GetCharAngle(textpage, index)) != turn:
            continue
        text = as_printed(raw.FPDFText_GetUnicode(textpage, index))
        if not text or not raw.FPDFText_GetLooseCharBox(textpage, index, box):
            continue
        (x0, top), (x1, bottom) = place(box.left, box.top), place(box.right, box.bottom)
        glyph = Glyph(text, min(x0, x1), max(x0, x1), min(top, bottom), max(top, bottom))
        if glyph.size > 0 and math.isfinite(glyph.size + glyph.x1 - glyph.x0):
            glyphs.append(glyph)
    return glyphs, unmapped


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Any, Matrix]]:
    """Every drawn object, those inside forms too, with the matrix of what it is drawn in."""
    waiting: list[tuple[Any, Matrix, int]] = [
        (raw.FPDFPage_GetObject(page, index), _SAME, 0)
        for index in reversed(range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)))
    ]
    while waiting:
        shape, matrix, depth = waiting.pop()
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_FORM:
            yield shape, matrix
        elif depth < _DEPTH and len(waiting) < MAX_OBJECTS:
            within = _times(_matrix(shape), matrix)
            count = min(raw.FPDFFormObj_CountObjects(shape), MAX_OBJECTS)
            waiting.extend(
                (raw.FPDFFormObj_GetObject(shape, index), within, depth + 1) for index in reversed(range(count))
            )


def _matrix(shape: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(shape, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _edges(shape: Any, matrix: Matrix, place: Callable[[float, float], Point]) -> Iterator[Edge]:
    """The level and upright edges of a path: its strokes, or a filled shape too thin to be anything else."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(shape, fill, stroke) or not (fill.value or stroke.value):
        return
    for points in _polygons(shape, _times(_matrix(shape), matrix), place):
        if stroke.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                yield from _edge(x0, y0, x1, y1)
        elif points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            wide, high = max(xs) - min(xs), max(ys) - min(ys)
            middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
            if high <= _THIN < wide:
                yield from _edge(min(xs), middle[1], max(xs), middle[1])
            elif wide <= _THIN < high:
                yield from _edge(middle[0], min(ys), middle[0], max(ys))


def _polygons(shape: Any, matrix: Matrix, place: Callable[[float, float], Point]) -> Iterator[list[Point]]:
    """The straight parts of a path, each as its points on the page as shown."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for index in range(min(raw.FPDFPath_CountSegments(shape), MAX_EDGES)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != _LINE:
            yield points
            points = []
        if kind in (_LINE, _MOVE) and raw.FPDFPathSegment_GetPoint(segment, x, y):
            points.append(place(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    yield points


def _edge(x0: float, y0: float, x1: float, y1: float) -> Iterator[Edge]:
    """An edge as pdfplumber describes it; slanting and very short ones are no rulings."""
    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    if not math.isfinite(left + right + top + bottom):
        return
    level, upright = bottom - top <= _STRAIGHT, right - left <= _STRAIGHT
    if level and right - left > _SHORT:
        yield {"orientation": "h", "x0": left, "x1": right, "top": top, "bottom": top, "width": right - left}
    elif upright and bottom - top > _SHORT:
        yield {"orientation": "v", "x0": left, "x1": left, "top": top, "bottom": bottom, "height": bottom - top}

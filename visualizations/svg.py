"""A small SVG writer: elements with everything escaped, lines of real text, hatches and arrow heads.

Every piece is a ``Markup`` string. A plain string given as a child or an attribute is escaped, so words from a
document can never become elements. Numbers are written with at most one decimal: same input, same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup, escape

FONTS: Final = "'Noto Sans CJK JP','Hiragino Sans','Yu Gothic','Meiryo',system-ui,sans-serif"
INK: Final = "#1b2430"
#: Characters that XML 1.0 forbids, and marks that turn the direction of the words around them.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")

Value = str | float | None


def plain(words: str) -> str:
    """``words`` without the characters that no XML or HTML page may hold."""
    return _UNWRITABLE.sub("\ufffd", words)


def number(value: float) -> str:
    """A coordinate: one decimal at most (a twentieth of a pixel is not seen), no trailing zero, no minus zero."""
    written = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


def element(name: str, *children: str, **attributes: Value) -> Markup:
    """``<name attributes>children</name>``; ``stroke_width`` becomes ``stroke-width``, ``class_`` ``class``."""
    written = "".join([_attribute(key, value) for key, value in attributes.items() if value is not None])
    if not children:
        return Markup(f"<{name}{written}/>")  # noqa: S704 - attributes are escaped already
    inside = "".join([child if isinstance(child, Markup) else _escaped(child) for child in children])
    return Markup(f"<{name}{written}>{inside}</{name}>")  # noqa: S704 - all parts are escaped already


def _escaped(words: str) -> str:
    return str(escape(plain(words)))


def _attribute(key: str, value: Value) -> str:
    words = number(value) if isinstance(value, int | float) else _escaped(str(value))
    return f' {key.rstrip("_").replace("_", "-")}="{words}"'


def group(*children: str, **attributes: Value) -> Markup:
    """A ``<g>`` around ``children``."""
    return element("g", *children, **attributes)


def rectangle(left: float, top: float, wide: float, high: float, **attributes: Value) -> Markup:
    """A ``<rect>``."""
    return element("rect", x=left, y=top, width=wide, height=high, **attributes)


def line(start: tuple[float, float], end: tuple[float, float], **attributes: Value) -> Markup:
    """A straight ``<line>`` from ``start`` to ``end``."""
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **attributes)


def circle(x: float, y: float, radius: float, **attributes: Value) -> Markup:
    """A ``<circle>``."""
    return element("circle", cx=x, cy=y, r=radius, **attributes)


def polygon(points: Sequence[tuple[float, float]], **attributes: Value) -> Markup:
    """A closed ``<polygon>``."""
    return element("polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in points), **attributes)


def diamond(x: float, y: float, reach: float, **attributes: Value) -> Markup:
    """A square on its corner, ``reach`` from its centre to each corner."""
    step = number(reach)
    path = f"M{number(x)} {number(y - reach)}l{step} {step}l-{step} {step}l-{step}-{step}z"
    return element("path", d=path, **attributes)


def text(words: str, x: float, y: float, size: float, **attributes: Value) -> Markup:
    """One line of real text whose baseline starts (or, by ``text_anchor``, is centred) at ``x``, ``y``."""
    return element("text", words, x=x, y=y, font_size=size, **attributes)


def lines_of_text(
    lines: Iterable[str], at: tuple[float, float], size: float, leading: float, **attributes: Value
) -> Markup:
    """Lines one under the other, ``leading`` apart; the first baseline is at ``at``."""
    x, y = at
    return Markup("").join(text(words, x, y + index * leading, size, **attributes) for index, words in enumerate(lines))


def hatch(name: str, colour: str, spacing: float = 6, angle: float = 45, stroke: float = 1.1) -> Markup:
    """A ``<pattern>`` of parallel strokes, to be used as ``fill="url(#name)"``."""
    stroke_line = line((0, 0), (0, spacing), stroke=colour, stroke_width=stroke)
    return element(
        "pattern",
        stroke_line,
        id=name,
        width=spacing,
        height=spacing,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({number(angle)})",
    )


def arrow_head(name: str, colour: str) -> Markup:
    """A ``<marker>`` to be used as ``marker-end="url(#name)"``; its tip is the end of the line."""
    head = element("path", d="M0,0.8 L8,4 L0,7.2 L1.8,4 z", fill=colour)
    return element(
        "marker",
        head,
        id=name,
        viewBox="0 0 8 8",
        refX=7.6,
        refY=4,
        markerWidth=8,
        markerHeight=8,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )


def document(
    size: tuple[float, float], title: str, description: str, *children: str, name: str, language: str
) -> Markup:
    """A whole ``<svg>`` that names and describes itself to a screen reader.

    ``name`` is the prefix of the ids of title and description; two figures on one page need two names. A
    ``description`` that begins with # is the id of an element of the page that describes it.
    """
    wide, high = size
    described = description.removeprefix("#") if description.startswith("#") else f"{name}-desc"
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        *([element("desc", description, id=described)] if described == f"{name}-desc" else []),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(wide)} {number(high)}",
        width=wide,
        height=high,
        role="img",
        lang=language,
        aria_labelledby=f"{name}-title",
        aria_describedby=described,
        font_family=FONTS,
        fill=INK,
    )

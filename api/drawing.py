"""Figures and briefings drawn: a question in, the bytes of one file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from api.figures import FigureAsked, in_words
from api.listing import everything
from api.state import Reading
from graph.dialogue import dialogue_of
from graph.errors import BadInput
from graph.history import Asked, coverage
from graph.model import Catalogue, Engagement
from visualizations.briefing import BriefingScope, briefing_of
from visualizations.page import FigureMeta
from visualizations.render import (
    BriefingFormat,
    Format,
    render_briefing,
    render_dialogue,
    render_framework_lines,
    render_levels,
    render_matrix,
    render_network,
    render_timeline,
)


def draw(reading: Reading, wanted: FigureAsked) -> bytes:
    """The figure as one self-contained file. Raises ``BadInput``, ``NotFound``."""
    return _MAKERS[wanted.what](reading, wanted)


def _network(reading: Reading, wanted: FigureAsked) -> bytes:
    return render_network(*_told(reading, wanted), wanted.language, _drawn(wanted.form))


def _timeline(reading: Reading, wanted: FigureAsked) -> bytes:
    return render_timeline(*_told(reading, wanted), wanted.language, _drawn(wanted.form))


def _matrix(reading: Reading, wanted: FigureAsked) -> bytes:
    return render_matrix(*_told(reading, wanted), wanted.language, _drawn(wanted.form))


def _levels(reading: Reading, wanted: FigureAsked) -> bytes:
    return render_levels(*_told(reading, wanted), wanted.language, _drawn(wanted.form))


def _frameworks(reading: Reading, wanted: FigureAsked) -> bytes:
    lines = wanted.asked.framework
    told = _told(reading, wanted)
    return render_framework_lines(*told, wanted.language, _drawn(wanted.form), frameworks=lines)


def _dialogue(reading: Reading, wanted: FigureAsked) -> bytes:
    if len(wanted.asked.series) != 1:
        raise BadInput(
            "The dialogue figure needs one series, such as jp-eu-us-trilateral.",
            "対話の図にはシリーズを一つ指定してください（例：jp-eu-us-trilateral）。",
        )
    catalogue = reading.index.catalogue
    dialogue = dialogue_of(wanted.asked.series[0], reading.index.engagements(), catalogue)
    meta = meta_of(reading, wanted.asked)
    return render_dialogue(dialogue, catalogue, meta, wanted.language, _drawn(wanted.form))


def _briefing(reading: Reading, wanted: FigureAsked) -> bytes:
    if len(wanted.asked.with_) != 1:
        raise BadInput(
            "A briefing is about one body, such as us-ftc.",
            "説明資料には相手機関を一つ指定してください（例：us-ftc）。",
        )
    catalogue, span = reading.index.catalogue, wanted.asked.wanted
    scope = BriefingScope(
        today=wanted.today or reading.edition.manifest.created.date(),
        first=span.earliest if span and span.earliest > date.min else None,
        last=span.latest if span and span.latest < date.max else None,
        purpose=wanted.purpose or "",
        disclosure=reading.view,
    )
    briefing = briefing_of(wanted.asked.with_[0], reading.index.engagements(), catalogue, scope)
    form: BriefingFormat = "docx" if wanted.form == "docx" else "html"
    return render_briefing(briefing, catalogue, meta_of(reading, wanted.asked), wanted.language, form)


_MAKERS: Final[Mapping[str, Callable[[Reading, FigureAsked], bytes]]] = {
    "network": _network,
    "dialogue": _dialogue,
    "timeline": _timeline,
    "matrix": _matrix,
    "levels": _levels,
    "frameworks": _frameworks,
    "briefing": _briefing,
}


def _told(reading: Reading, wanted: FigureAsked) -> tuple[list[Engagement], Catalogue, FigureMeta]:
    """The engagements that answer, the catalogue, and what the figure says of itself."""
    engagements, _ = everything(wanted.asked, reading)
    return engagements, reading.index.catalogue, meta_of(reading, wanted.asked)


def meta_of(reading: Reading, asked: Asked) -> FigureMeta:
    """What a figure says of itself: edition and its day, the question in words, what the sources cover."""
    return FigureMeta(
        edition=reading.id,
        query=in_words(asked, reading.index.catalogue),
        coverage=coverage(reading.index, asked).text,
        disclosure=reading.view,
        made=reading.edition.manifest.created.date(),
    )


def _drawn(form: str) -> Format:
    if form == "svg":
        return "svg"
    return "png" if form == "png" else "html"

"""Figures and briefings drawn: a question in, the bytes of one file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from api.figures import Drawing, FigureAsked, in_words
from api.layouts import layout_for
from api.listing import everything
from api.state import Reading, State
from graph.dialogue import dialogue_between, dialogue_of
from graph.errors import BadInput
from graph.history import Asked, coverage
from graph.model import Catalogue, Dialogue, Engagement
from graph.periods import Period
from visualizations.briefing import BriefingScope, briefing_of
from visualizations.network import Gather, NetworkOptions, Previous, Show
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

#: As many lines for each node as a network is drawn with at most.
_TIES_A_NODE: Final = 5


def draw(state: State, reading: Reading, wanted: FigureAsked) -> bytes:
    """The figure as one self-contained file. Raises ``BadInput``, ``NotFound``."""
    if wanted.what == "network":
        return _network(state, reading, wanted)
    return _MAKERS[wanted.what](reading, wanted)


def _network(state: State, reading: Reading, wanted: FigureAsked) -> bytes:
    told, catalogue, meta = _told(reading, wanted)
    plain = network_options(wanted.drawing)
    options = replace(
        plain,
        layout=layout_for(state, reading, wanted.asked, plain, told),
        previous=_previous(state, reading, wanted),
    )
    return render_network(told, catalogue, meta, wanted.language, _drawn(wanted.form), options=options)


def network_options(drawing: Drawing) -> NetworkOptions:
    """What a network is drawn of, without what other editions have to do with it."""
    show: Show = "meetings" if drawing.show == "meetings" else "bodies"
    gather: Gather | None = "year" if drawing.gather == "year" else None
    return NetworkOptions(
        show="frameworks" if drawing.show == "frameworks" else show,
        gather="community" if drawing.gather == "community" else gather,
        fiscal=drawing.fiscal,
        around=drawing.around,
        backbone=drawing.backbone,
        most_bodies=drawing.most,
        most_ties=drawing.most * _TIES_A_NODE,
    )


def _previous(state: State, reading: Reading, wanted: FigureAsked) -> Previous | None:
    """The edition that is compared, asked the same; ``previous`` is the one that this one was made from."""
    name = wanted.drawing.compare
    if name == "previous":
        name = reading.edition.manifest.previous
    if name is None:
        return None
    older = state.reading(reading.view, name)
    return Previous(older.id, tuple(everything(wanted.asked, older)[0]))


def _timeline(reading: Reading, wanted: FigureAsked) -> bytes:
    fiscal = wanted.drawing.fiscal
    return render_timeline(*_told(reading, wanted), wanted.language, _drawn(wanted.form), fiscal=fiscal)


def _matrix(reading: Reading, wanted: FigureAsked) -> bytes:
    return render_matrix(*_told(reading, wanted), wanted.language, _drawn(wanted.form))


def _levels(reading: Reading, wanted: FigureAsked) -> bytes:
    fiscal = wanted.drawing.fiscal
    return render_levels(*_told(reading, wanted), wanted.language, _drawn(wanted.form), fiscal=fiscal)


def _frameworks(reading: Reading, wanted: FigureAsked) -> bytes:
    lines = wanted.asked.framework
    told = _told(reading, wanted)
    return render_framework_lines(*told, wanted.language, _drawn(wanted.form), frameworks=lines)


def _dialogue(reading: Reading, wanted: FigureAsked) -> bytes:
    catalogue = reading.index.catalogue
    meta = meta_of(reading, wanted.asked)
    return render_dialogue(_line_of_talks(reading, wanted), catalogue, meta, wanted.language, _drawn(wanted.form))


def _line_of_talks(reading: Reading, wanted: FigureAsked) -> Dialogue:
    """The meetings of one series, or the talks between the parties named."""
    asked, parties, catalogue = wanted.asked, wanted.drawing.between, reading.index.catalogue
    if parties:
        span = asked.wanted
        first = span.earliest if span and span.earliest > date.min else None
        last = span.latest if span and span.latest < date.max else None
        return dialogue_between(parties, reading.index.engagements(), catalogue, None, Period(first, last))
    if len(asked.series) != 1:
        raise BadInput(
            "The dialogue figure needs one series, such as jp-eu-us-trilateral, or parties, such as JP,US,EU.",
            "対話の図には、シリーズを一つ（例：jp-eu-us-trilateral）又は当事者（例：JP,US,EU）を指定してください。",
        )
    return dialogue_of(asked.series[0], reading.index.engagements(), catalogue)


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

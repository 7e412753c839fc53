"""``/figures``: the figures at their addresses, each as a page, a drawing or a picture, with the filters of lists."""

from __future__ import annotations

import re
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.caching import cache_headers
from api.deps import CurrentReading, ReaderLanguage, Server
from api.figures import DRAWN_BY, FIGURES, FigureAsked, drawing_of
from api.listing import parameters
from api.negotiation import negotiate
from api.pages.page import CurrentPage
from api.questions import FILTERS, asked_of
from api.security import CSP
from api.state import Reading, State
from graph.errors import BadInput, NotFound
from graph.model import Text
from visualizations.formats import MEDIA_TYPES

router = APIRouter()
_FORMS: Final = ("html", "svg", "png")
LONGEST_PURPOSE: Final = 500
_POLICY: Final = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]+)"')
#: A drawing may carry its own style; nothing else.
_DRAWING: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
NAMES: Final = {
    "network": Text(en="Network: who met whom", ja="関係図：誰が誰と会ったか"),
    "dialogue": Text(en="Dialogue: a series in time", ja="対話の図：会議体の経過"),
    "timeline": Text(en="Timeline", ja="年表"),
    "frameworks": Text(en="Lives of frameworks", ja="枠組みの経過"),
    "matrix": Text(en="Economies: who met whom, how often", ja="国・地域の対応表"),
    "levels": Text(en="Levels over time", ja="レベルの推移"),
}


@router.get("/figures")
def figures(page: CurrentPage) -> Response:
    """The figures there are, with the filters they take and the ways in which they can be drawn."""
    told = {name: values for name, values in parameters(page.request).items() if any(map(str.strip, values))}
    drawing, told = drawing_of("network", told)
    between = drawing_of("dialogue", told)[0].between
    asked = asked_of({name: values for name, values in told.items() if name != "between"})
    catalogue, edition = page.reading.index.catalogue, page.reading.edition.manifest
    every = {name for names in DRAWN_BY.values() for name in names}
    return page.show(
        "figures.html.j2",
        asked=asked,
        figures={name: words for name, words in NAMES.items() if name != "dialogue"},
        dialogues=[one for one in catalogue.series.values() if one.parties],
        chosen=[(name, value) for name, field in FILTERS.items() for value in getattr(asked, field)],
        drawing=drawing,
        between=", ".join(between),
        every=every,
        foreign={name: sorted(every - set(DRAWN_BY.get(name, ()))) for name in NAMES},
        bodies=page.names.sorted_bodies(catalogue.authorities),
        has_previous=edition.previous is not None,
    )


@router.get("/figures/dialogue/{series}")
def dialogue(
    series: str, request: Request, reading: CurrentReading, language: ReaderLanguage, state: Server
) -> Response:
    """The dialogue figure of a series."""
    name, form = _name_and_form(series, request)
    asked = asked_of(parameters(request)).model_copy(update={"series": (name,)})
    return _answer(request, reading, state, FigureAsked("dialogue", form, asked, language))


@router.get("/figures/{what}")
def drawn(what: str, request: Request, reading: CurrentReading, language: ReaderLanguage, state: Server) -> Response:
    """Any other figure; a dialogue ``between`` parties among them."""
    name, form = _name_and_form(what, request)
    if name not in NAMES:
        known = ", ".join(NAMES)
        raise NotFound(
            f"There is no figure {name[:40]}; these are: {known}.", f"図 {name[:40]} はありません。種類：{known}"
        )
    drawing, told = drawing_of(name, parameters(request))
    return _answer(request, reading, state, FigureAsked(name, form, asked_of(told), language, drawing=drawing))


@router.get("/briefings")
def briefings(page: CurrentPage) -> Response:
    """The form: about whom, of when, for what."""
    told = dict(page.here.query)
    bodies = page.reading.index.catalogue.authorities
    return page.show("briefings.html.j2", told=told, bodies=page.names.sorted_bodies(bodies))


@router.get("/briefings.{form}")
def briefing(form: str, request: Request, reading: CurrentReading, language: ReaderLanguage, state: Server) -> Response:
    """A briefing as a page or a document to edit."""
    told = {name: values for name, values in parameters(request).items() if name != "purpose"}
    purpose = (request.query_params.get("purpose") or "")[:LONGEST_PURPOSE]
    asked = FigureAsked("briefing", form, asked_of(told), language, purpose, state.today())
    response = _answer(request, reading, state, asked)
    if form == "docx":
        name = "-".join(("briefing", *asked.asked.with_))
        response.headers["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return response


def _name_and_form(what: str, request: Request) -> tuple[str, str]:
    """The form by the suffix of the address, else by what the reader likes best."""
    name, dot, form = what.rpartition(".")
    if dot and form in _FORMS:
        return name, form
    media = negotiate(request, [MEDIA_TYPES[one].partition(";")[0] for one in _FORMS])
    return what, next(one for one in _FORMS if MEDIA_TYPES[one].startswith(media))


def _answer(request: Request, reading: Reading, state: State, wanted: FigureAsked) -> Response:
    if wanted.form not in FIGURES.get(wanted.what, ()):
        raise BadInput(
            f"The figure {wanted.what} has no form {wanted.form}.",
            f"図 {wanted.what} に形式 {wanted.form} はありません。",
        )
    from api.drawing import draw  # noqa: PLC0415 - takes a second to load, and most requests draw nothing

    media = MEDIA_TYPES[wanted.form]
    headers = cache_headers(request, reading, media)
    body = draw(state, reading, wanted)
    return Response(body, media_type=media, headers={**headers, "Content-Security-Policy": _policy(body, wanted.form)})


def _policy(body: bytes, form: str) -> str:
    """The policy that a figure carries in itself (it names its own script by hash), and that nobody frames it."""
    if form != "html":
        return _DRAWING
    found = _POLICY.search(body)
    return f"{found[1].decode().replace('&#39;', chr(39))}; frame-ancestors 'none'" if found else CSP

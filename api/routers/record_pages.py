"""``/record``: staff enter a meeting, add to one, change an entry or withdraw it. Nothing typed is ever lost."""

from __future__ import annotations

import secrets
from typing import Any, Final

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from api.access import require
from api.errors import kind_of
from api.pages.forms import StaffForm
from api.pages.page import FreshPage, Page
from api.pages.recording import (
    Filled,
    draft_fields,
    empty,
    fields_of_form,
    filled_from_engagement,
    filled_from_entry,
    filled_of,
    person_row,
    wrong_dates,
)
from api.routers.writing import run_of
from graph.drafts import draft_of
from graph.errors import Changed, FieldsWrong, NotFound, SankyokuError
from graph.history.dossier import HOME
from graph.ledger import Entry
from graph.recording import engagement_of, entries, record, revise, withdraw
from ontology.terms import LABELS, TOPICS

router = APIRouter(include_in_schema=False)
SCHEMES: Final = ("kind", "status", "mode", "level", "role", "statement-type", "commitment-state")


@router.get("/record")
def blank(page: FreshPage) -> Response:
    """An empty form, and what was entered so far."""
    require(page.visitor, "staff")
    index = page.reading.index
    named = (HOME, *page.request.query_params.getlist("with"))
    bodies = [slug for slug in dict.fromkeys(named) if slug in index.catalogue.authorities]
    people = [person_row(slug, index, page.language) for slug in bodies]
    return _form(page, empty(_key(), people), entries=_newest(page))


@router.get("/record/{slug}")
def begun(slug: str, page: FreshPage) -> Response:
    """An entry to change; or, for an engagement that is told elsewhere, a form to add to it."""
    require(page.visitor, "staff")
    index = page.reading.index
    entry = _entry_for(page, slug)
    if entry is not None:
        return _form(page, filled_from_entry(entry, index, page.language), entry=entry)
    engagement = index.engagement(slug)
    if engagement is None:
        raise NotFound(f"There is no entry {slug[:60]}.", f"記録 {slug[:60]} はありません。")
    return _form(page, filled_from_engagement(engagement, index, page.language, _key()))


@router.post("/record")
def entered(form: StaffForm, page: FreshPage) -> Response:
    """Enters the meeting; the same form sent twice enters it once."""
    filled = filled_of(form)
    page = _as(page, form)
    if form.one("more"):
        return _form(page, filled.with_room(3))
    try:
        draft = draft_of(draft_fields(filled, page.reading.index, page.language))
        _, slug = record(page.state.dataset, run_of(page.state, form.visitor), draft)
    except Changed as error:  # sent before with other words: sent again it is another entry, with a key of its own
        filled.plain["key"] = _key()
        return _refused(page, filled, error)
    except SankyokuError as error:
        return _refused(page, filled, error)
    return _to(page, f"/engagements/{slug}", recorded="yes")


@router.post("/record/{slug}")
def changed(slug: str, form: StaffForm, page: FreshPage) -> Response:
    """Changes an entry, or withdraws it. Who was slower is told so, and keeps what was typed."""
    filled, run = filled_of(form), run_of(page.state, form.visitor)
    page = _as(page, form)
    entry = _entry_for(page, slug)
    if entry is None:
        raise NotFound(f"There is no entry {slug[:60]}.", f"記録 {slug[:60]} はありません。")
    if form.one("more"):
        return _form(page, filled.with_room(3), entry=entry)
    reason = filled.plain["reason"]
    try:
        if form.one("withdraw"):
            withdraw(page.state.dataset, run, slug, reason)
            return _to(page, "/record", withdrawn="yes")
        told = draft_fields(filled, page.reading.index, page.language)
        seen = filled.plain["revision"]
        revision = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 7 else -1
        revise(page.state.dataset, run, slug, draft_of(told), revision=revision, reason=reason)
    except SankyokuError as error:
        return _refused(page, filled, error, entry)
    return _to(page, f"/engagements/{engagement_of(page.state.dataset, slug)}", recorded="yes")


def _refused(page: Page, filled: Filled, error: SankyokuError, entry: Entry | None = None) -> Response:
    """The form again with what was typed, the messages beside the fields."""
    kind = kind_of(error)
    if kind.status >= 500 and kind.name != "busy":
        raise error
    wrong = {}
    if isinstance(error, FieldsWrong):  # everything that is wrong is told at once
        wrong = fields_of_form({**wrong_dates(filled), **error.fields}, page.language)
    told = error.ja if page.language == "ja" else error.en
    status = 409 if isinstance(error, Changed) else 422 if isinstance(error, FieldsWrong) else kind.status
    return _form(page, filled.with_room(), status, wrong=wrong, message=told, entry=entry)


def _form(page: Page, filled: Filled, status: int = 200, **more: Any) -> Response:
    catalogue = page.reading.index.catalogue
    told = {
        "filled": filled.with_room(0),
        "wrong": {},
        "message": None,
        "entry": None,
        "entries": (),
        "schemes": {scheme: LABELS[scheme] for scheme in SCHEMES},
        "bodies": page.names.sorted_bodies(catalogue.authorities),
        "all_topics": TOPICS,
        **more,
    }
    return page.show_fresh("record.html.j2", status, **told)


def _as(page: Page, form: StaffForm) -> Page:
    """The page as the sender of the form sees it: a cookie alone says nothing when something is sent."""
    reading = page.state.reading(form.visitor.view)
    return Page(page.request, page.state, reading, form.visitor)


def _entry_for(page: Page, slug: str) -> Entry | None:
    """The entry of a slug, which may be that of the note or of an engagement that a note tells."""
    known = {entry.slug: entry for entry in entries(page.state.dataset) if entry.withdrawn is None}
    if slug in known:
        return known[slug]
    engagement = page.reading.index.engagement(slug)
    sources = engagement.sources if engagement else ()
    return next((known[source.document] for source in sources if source.document in known), None)


def _newest(page: Page) -> list[Entry]:
    return sorted(entries(page.state.dataset), key=lambda entry: entry.last_seen, reverse=True)[:20]


def _key() -> str:
    return secrets.token_urlsafe(18)


def _to(page: Page, path: str, **parameters: str) -> Response:
    return RedirectResponse(page.here.to(path, **parameters), 303, {"Cache-Control": "no-store"})

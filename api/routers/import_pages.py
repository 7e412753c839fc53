"""``/import``: staff bring in a list of meetings. First what each row would become is shown, then it is taken in."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from api.access import require
from api.errors import kind_of
from api.pages.forms import Form, StaffUpload
from api.pages.importing import HOLDS, SHOWN, headings_of, sent_of, shown_rows
from api.pages.page import FreshPage, Page
from api.routers.writing import run_of
from graph.errors import BadInput, FieldsWrong, SankyokuError
from graph.history.dossier import HOME
from graph.importing import MOST_ROWS, Outlook, Sent, bring_in, foresee
from graph.store.waiting import Waiting

router = APIRouter(include_in_schema=False)
_FIELDS: Final = ("publisher", "published", "disclosure", "name", "waiting")


@router.get("/import")
def blank(page: FreshPage, taken: str = "") -> Response:
    """The form; and, after a list was taken in, what became of it."""
    require(page.visitor, "staff")
    known = taken if taken in page.reading.index.catalogue.documents else None
    return _form(page, {**dict.fromkeys(_FIELDS, ""), "publisher": HOME, "disclosure": "internal"}, taken=known)


@router.post("/import")
def sent(form: StaffUpload, page: FreshPage) -> Response:
    """What the list would become; or, once that was looked through, takes it in."""
    page = Page(page.request, page.state, page.state.reading(form.visitor.view), form.visitor)
    filled = {name: form.one(name) for name in _FIELDS}
    waiting = Waiting.of(page.state.dataset.path)
    outlook = None
    try:
        if form.files.get("file") is None or not form.files["file"].name:
            data = waiting.get(filled["waiting"])
            if data is None:
                raise _nothing_sent(filled["waiting"])
        else:
            filled["name"], data = form.files["file"].name, form.files["file"].data
            filled["waiting"] = waiting.keep(data)
        told = sent_of(form, data, filled["name"] or "list.csv")
        outlook = foresee(page.state.dataset, page.state.settings.base, told)
        if form.one("confirm"):
            return _taken(page, form, told, waiting)
    except SankyokuError as error:
        return _refused(page, filled, error, form, outlook)
    return _form(page, filled, outlook=outlook, form=form)


def _taken(page: Page, form: Form, told: Sent, waiting: Waiting) -> Response:
    _, slug = bring_in(page.state.dataset, run_of(page.state, form.visitor), told)
    waiting.drop(form.one("waiting"))
    return RedirectResponse(page.here.to("/import", taken=slug), 303, {"Cache-Control": "no-store"})


def _nothing_sent(key: str) -> BadInput:
    if key:
        return BadInput(
            "The list was kept for a day and is gone; choose the file again.",
            "送信された一覧の保存期間（1日）が過ぎました。ファイルを選び直してください。",
        )
    return BadInput("Choose a file.", "ファイルを選択してください。")


def _refused(page: Page, filled: dict[str, str], error: SankyokuError, form: Form, outlook: Outlook | None) -> Response:
    """The form again, with what is wrong."""
    kind = kind_of(error)
    if kind.status >= 500 and kind.name != "busy":
        raise error
    fields = error.fields if isinstance(error, FieldsWrong) else {}
    wrong = {name: words.in_language(page.language) for name, words in fields.items()}
    message = "" if wrong else error.message(page.language)
    return _form(page, filled, kind.status, message=message, wrong=wrong, outlook=outlook, form=form)


def _form(page: Page, filled: dict[str, str], status: int = 200, **more: Any) -> Response:
    outlook: Outlook | None = more.get("outlook")
    form = more.pop("form", None)
    told = {
        "filled": filled,
        "message": "",
        "wrong": {},
        "outlook": None,
        "taken": None,
        "holds": HOLDS,
        "headings": headings_of(outlook, form) if outlook and form else [],
        "rows": shown_rows(outlook.rows) if outlook else [],
        "most_shown": SHOWN,
        "most_rows": MOST_ROWS,
        "bodies": page.names.sorted_bodies(page.reading.index.catalogue.authorities),
        **more,
    }
    return page.show_fresh("import.html.j2", status, **told)

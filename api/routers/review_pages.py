"""``/review``: what waits for a person, passage beside claim; decisions, and undoing them."""

from __future__ import annotations

from typing import Any, Final, get_args

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from api.access import require
from api.errors import kind_of
from api.pages.forms import Form, StaffForm
from api.pages.marking import words_behind
from api.pages.page import FreshPage, Page
from api.routers.writing import run_of
from graph.dates import parse_filter
from graph.errors import BadInput, Changed, SankyokuError
from graph.history import Marked, mark
from graph.model import Account, Catalogue
from graph.resolve.decisions import Verdict, in_force
from graph.review import Verdicts, decide, queue, undo
from graph.text import rejoined
from ontology.terms import LABELS

router = APIRouter(include_in_schema=False)
SHOWN: Final = 20
_PLAIN: Final = ("kind", "status", "series", "level")
_SCHEMES: Final = ("kind", "status", "mode", "level")


@router.get("/review")
def review(page: FreshPage, start: str = "") -> Response:
    """The queue, a page at a time, and what was decided."""
    require(page.visitor, "staff")
    return _shown(page, _start(start))


@router.post("/review")
def decided(form: StaffForm, page: FreshPage) -> Response:
    """One decision, published at once."""
    page = Page(page.request, page.state, page.state.reading(form.visitor.view), form.visitor)
    run = run_of(page.state, form.visitor)
    try:
        if form.one("verdict") == "undo":
            undo(page.state.dataset, run, form.one("key"), form.one("reason"))
        else:
            decide(page.state.dataset, run, _verdict(page, form))
    except SankyokuError as error:
        kind = kind_of(error)
        if kind.status >= 500 and kind.name != "busy":
            raise
        told = error.ja if page.language == "ja" else error.en
        status = 409 if isinstance(error, Changed) else kind.status
        return _shown(page, 0, status, message=told, typed=form)
    here = page.here.to("/review", done=form.one("verdict"))
    return RedirectResponse(here, 303, {"Cache-Control": "no-store"})


def _verdict(page: Page, form: Form) -> Verdicts:
    """What the form says. Raises ``BadInput``, and ``Changed`` where somebody else was quicker."""
    verdict = form.one("verdict")
    if verdict not in get_args(Verdict):
        raise BadInput("Choose what to decide.", "判断を選択してください。")
    waiting = {item.key: item for item in queue(page.state.dataset, page.state.settings.base).items}
    item = waiting.get(form.one("key"))
    if item is None:
        raise Changed(
            "This was decided by somebody else meanwhile; see the decisions below.",
            "この件は他の利用者により判断済みです。下の判断の一覧を確認してください。",
        )
    keys = [item.key, *([form.one("with")] if item.sort == "account" and form.one("with") else [])]
    changes = _changes(form, item.accounts[0]) if verdict == "correct" else {}
    return Verdicts(verdict, tuple(keys), form.visitor.name, form.one("reason"), changes)  # type: ignore[arg-type]


def _changes(form: Form, account: Account) -> dict[str, Any]:
    """The fields of the correction that say something other than what was read."""
    told: dict[str, Any] = {}
    title = {"ja": form.one("title_ja") or None, "en": form.one("title_en") or None}
    if title != account.title.model_dump():
        told["title"] = title
    for name in _PLAIN:
        value = form.one(name) or None
        if value != getattr(account, name):
            told[name] = value
    ordinal = form.one("ordinal")
    if ordinal != str(account.ordinal or ""):
        told["ordinal"] = ordinal or None
    when = form.one("when")
    if when and when != account.when.edtf:
        told["when"] = parse_filter(when).model_dump(mode="json")
    place = _place(form, account)
    if place != account.place.model_dump(mode="json"):
        told["place"] = place
    if not told:
        raise BadInput(
            "Nothing was corrected; change a field, or accept.", "訂正箇所がありません。修正するか採用してください。"
        )
    return told


def _place(form: Form, account: Account) -> dict[str, Any]:
    country = form.one("country") or None
    before = account.place
    countries = list(before.countries) if country == before.country else [country] if country else []
    return {
        "country": country,
        "countries": countries,
        "city": form.one("city") or None,
        "mode": form.one("mode") or before.mode,
    }


def _shown(
    page: Page, start: int, status: int = 200, message: str | None = None, typed: Form | None = None
) -> Response:
    told = queue(page.state.dataset, page.state.settings.base)
    items = told.items[start : start + SHOWN]
    catalogue = page.reading.index.catalogue
    standing = {decision.id for decision in in_force(tuple(reversed(told.decisions)))}
    return page.show_fresh(
        "review.html.j2",
        status,
        items=[(item, [_passages(account, catalogue) for account in item.accounts]) for item in items],
        total=len(told.items),
        start=start,
        onward=start + SHOWN if start + SHOWN < len(told.items) else None,
        decisions=told.decisions[:50],
        standing=standing,
        unplaced={decision.id for decision in told.unplaced},
        message=message,
        typed=typed,
        done=page.request.query_params.get("done"),
        schemes={scheme: LABELS[scheme] for scheme in _SCHEMES},
    )


def _passages(account: Account, catalogue: Catalogue) -> list[tuple[Marked, Any]]:
    """The passages of an account on one line each, the words that the reading rests on marked."""
    words = words_behind([account], catalogue)
    told = []
    for evidence in account.evidence:
        if evidence.quote:
            plain = rejoined(evidence.quote, 0, len(evidence.quote)) or evidence.quote
            told.append((mark(plain, words), evidence))
    return told


def _start(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 7 else 0

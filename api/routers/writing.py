"""Writing by programs: meetings entered by hand, and decisions on what waits for a person. For staff and above."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from api.access import Visitor, require
from api.deps import Server, Staff
from api.presenting import Json
from api.state import State
from graph.build import Outcome, Run
from graph.drafts import draft_of
from graph.extract.contract import contract
from graph.recording import entries, record, revise, withdraw
from graph.resolve.decisions import Decision, Verdict
from graph.review import Item, Verdicts, decide, queue, undo

router = APIRouter(prefix="/api/v1", tags=["writing"])
WAIT_SECONDS = 20.0
_PRIVATE = {"Cache-Control": "no-store"}


def run_of(state: State, visitor: Visitor) -> Run:
    """A change made by ``visitor``; waits a little for another writer."""
    return Run(state.settings.base, who=visitor.name, wait=WAIT_SECONDS)


@router.post("/engagements", status_code=201, summary="Enter a meeting / 会合等の記録")
def enter(told: Annotated[dict[str, Any], Body()], state: Server, staff: Staff) -> Response:
    """A meeting with its note as evidence; sent twice with the same ``key`` it is entered once."""
    outcome, slug = record(state.dataset, run_of(state, staff), draft_of(told))
    body = {"edition": outcome.manifest.id, "slug": slug, "changed": outcome.changed}
    return JSONResponse(body, 201, {**_PRIVATE, "Location": f"/api/v1/engagements/{slug}"})


@router.get("/notes", summary="Entries made by hand / 手入力の記録")
def notes(state: Server, _: Staff) -> Response:
    """Every entry with what it said before, the withdrawn ones too."""
    told = [{**entry.model_dump(mode="json"), "revision": len(entry.revisions)} for entry in entries(state.dataset)]
    return JSONResponse({"total": len(told), "items": told}, headers=_PRIVATE)


@router.put("/notes/{slug}", summary="Change an entry / 記録の変更")
def change(
    slug: str,
    told: Annotated[dict[str, Any], Body()],
    state: Server,
    staff: Staff,
    revision: Annotated[int, Query(ge=0, description="changes that you saw / 確認した変更回数")],
    reason: Annotated[str, Query(max_length=2000)] = "",
) -> Response:
    """Keeps what it said before; 409 where somebody else was quicker."""
    outcome = revise(state.dataset, run_of(state, staff), slug, draft_of(told), revision=revision, reason=reason)
    return _done(outcome)


@router.delete("/notes/{slug}", summary="Withdraw an entry / 記録の取下げ")
def remove(
    slug: str, state: Server, staff: Staff, reason: Annotated[str, Query(min_length=1, max_length=2000)]
) -> Response:
    """Takes it out of what is told; it stays in the record, with the reason. A whole document needs a curator."""
    if slug not in {entry.slug for entry in entries(state.dataset)}:
        require(staff, "curator")
    return _done(withdraw(state.dataset, run_of(state, staff), slug, reason))


class Judgement(BaseModel):
    """A decision as sent: ``keys`` of one reading or two, ``changes`` for a correction."""

    model_config = ConfigDict(extra="forbid")

    verdict: Verdict
    keys: tuple[str, ...] = Field(min_length=1, max_length=2)
    reason: str = Field("", max_length=2000)
    changes: dict[str, Any] = Field(default_factory=dict)


@router.get("/review", summary="What waits for a person / 要確認の読取結果")
def waiting(state: Server, _: Staff) -> Response:
    """The queue, and every decision made."""
    told = queue(state.dataset, state.settings.base)
    body = {
        "total": len(told.items),
        "items": [_item(item) for item in told.items],
        "decisions": [_decision(decision) for decision in told.decisions],
        "unplaced": [decision.id for decision in told.unplaced],
    }
    return JSONResponse(body, headers=_PRIVATE)


@router.post("/review", summary="Decide / 判断の記録")
def judge(told: Judgement, state: Server, staff: Staff) -> Response:
    """Accept, reject, correct, same or different; published at once."""
    run = run_of(state, staff)
    if told.verdict == "undo":
        return _done(undo(state.dataset, run, told.keys[0], told.reason))
    return _done(decide(state.dataset, run, Verdicts(told.verdict, told.keys, staff.name, told.reason, told.changes)))


def _done(outcome: Outcome) -> Response:
    return JSONResponse({"edition": outcome.manifest.id, "changed": outcome.changed}, headers=_PRIVATE)


def _item(item: Item) -> Json:
    return {
        "key": item.key,
        "sort": item.sort,
        "reasons": list(item.reasons),
        "accounts": [contract(account) for account in item.accounts],
    }


def _decision(decision: Decision) -> Json:
    return {"id": decision.id, **decision.model_dump(mode="json")}

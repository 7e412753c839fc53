"""What all writing by HTTP has in common: who writes, for whom, and what is told of it."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from api.access import Visitor
from api.preconditions import check_of
from api.state import State
from graph.errors import BadInput
from graph.model import Disclosure
from graph.store.user_graphs import Author, Written


def author_of(request: Request, state: State, visitor: Visitor) -> Author:
    """Who writes, as the audit trail has it (the name of the token), and on which conditions."""
    return Author(who=visitor.name, base=state.settings.base, check=check_of(request))


def disclosure_of(named: str | None) -> Disclosure:
    """For whom something is written: ``public``, unless the request says ``internal``."""
    if named in (None, "public"):
        return "public"
    if named == "internal":
        return "internal"
    raise BadInput("disclosure is public or internal.", "disclosure は public 又は internal です。")


def told(written: Written) -> dict[str, Any]:
    """What a writer is told: the edition that has the change, and the graphs that are other than before."""
    return {"edition": written.manifest.id, "graphs": list(written.graphs)}

"""What routes ask for, in words: ``CurrentReading``, ``CurrentVisitor``, ``ReaderLanguage``, ``Server``."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from api.access import Visitor, require, visitor_of
from api.language import Language, language_of
from api.state import Reading, State
from graph.store.tokens import Tokens


def _state(request: Request) -> State:
    state: State = request.app.state.sankyoku
    return state


Server = Annotated[State, Depends(_state)]


def _visitor(request: Request, state: Server) -> Visitor:
    tokens: Tokens = request.app.state.tokens
    return visitor_of(request, tokens)


CurrentVisitor = Annotated[Visitor, Depends(_visitor)]


def _reading(
    state: Server,
    visitor: CurrentVisitor,
    edition: Annotated[
        str | None, Query(description="An edition's id; without it the one being served / 版の識別子（省略時は現行版）")
    ] = None,
) -> Reading:
    return state.reading(visitor.view, edition)


CurrentReading = Annotated[Reading, Depends(_reading)]
ReaderLanguage = Annotated[Language, Depends(language_of)]


def _staff(visitor: CurrentVisitor) -> Visitor:
    require(visitor, "staff")
    return visitor


def _curator(visitor: CurrentVisitor) -> Visitor:
    require(visitor, "curator")
    return visitor


Staff = Annotated[Visitor, Depends(_staff)]
Curator = Annotated[Visitor, Depends(_curator)]

"""Routes that are read: GET and HEAD alike, of which the API's description shows the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter

Route = TypeVar("Route", bound=Callable[..., Any])


def reads(router: APIRouter, path: str, *, summary: str = "", shown: bool = True) -> Callable[[Route], Route]:
    """Adds a route for GET and for HEAD (one with both would be described twice under one name)."""

    def add(function: Route) -> Route:
        router.add_api_route(path, function, methods=["GET"], summary=summary or None, include_in_schema=shown)
        router.add_api_route(path, function, methods=["HEAD"], include_in_schema=False)
        return function

    return add

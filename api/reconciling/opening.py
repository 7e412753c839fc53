"""Lets other sites call the reconciliation service, which OpenRefine and web clients do; nothing else is opened."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH: Final = "/reconcile"
_OPEN: Final = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
_PREFLIGHT: Final = {
    **_OPEN,
    "Allow": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, Content-Type",
    "Access-Control-Max-Age": "86400",
}
_FRAMED: Final = "frame-ancestors *"


class OpenToOthers:
    """Adds the headers of CORS to everything under ``/reconcile``, problems too, and answers preflights.

    No credentials go with it: a browser's session is never used from another site.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, and its response back with the headers."""
        if scope["type"] != "http" or not (scope["path"] == PATH or scope["path"].startswith(f"{PATH}/")):
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_OPEN)
                if _FRAMED in headers.get("content-security-policy", ""):
                    del headers["X-Frame-Options"]  # it knows no "anybody", and would contradict the policy
            await send(message)

        await self._app(scope, receive, sending)

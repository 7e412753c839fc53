"""A client that goes away: whatever was being done for it is cancelled."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Final

from starlette.requests import Request

# Most answers are given before it is worth looking whether anybody still waits for them.
_PATIENCE_SECONDS: Final = 0.05


class ClientGone(Exception):
    """The client closed the connection before its answer was ready."""


class while_waiting:
    """Cancels the block when the client goes away, and then raises ``ClientGone`` from it."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._gone = False

    async def __aenter__(self) -> None:
        self._task = asyncio.current_task()
        self._watcher: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, self._start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._watcher is not None:
            self._watcher.cancel()
        if self._gone and isinstance(error, asyncio.CancelledError) and self._task is not None:
            self._task.uncancel()
            raise ClientGone from None

    def _start(self) -> None:
        self._watcher = asyncio.get_running_loop().create_task(self._watch())

    async def _watch(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        self._gone = True
        if self._task is not None:
            self._task.cancel()

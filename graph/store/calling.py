"""Asks SPARQL servers elsewhere on behalf of a reader: those on a list, at addresses that were looked at, in bounds.

A name is resolved once, every address that it has is checked, and the connection goes to one of those: a name that
means another address a moment later (DNS rebinding) gains nothing. Redirects are not followed, no proxy and no
setting of the environment is used, and time and bytes are bounded, also of an answer that never ends.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import httpx2

from graph.errors import BadQuery, SankyokuError
from graph.store.federation import NOTHING_SAID, Call, block_of, calls_of, inlined, may_call

#: What begins an entry of the list whose address is in a network of our own.
PRIVATE: Final = "private+"
_ACCEPT: Final = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
# Addresses in which another is hidden: NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380).
_TUNNELS: Final = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class ServiceFailed(SankyokuError):
    """A server that a query calls cannot be reached, may not be, or does not answer as it should."""

    def __init__(self, address: str, en: str, ja: str) -> None:
        host = httpx2.URL(address).host
        super().__init__(
            f"The server {host} that the query calls (SERVICE) {en}.",
            f"検索から呼び出したサーバー（SERVICE：{host}）{ja}。",
        )


@dataclass(frozen=True)
class Callees:
    """The servers that may be called, each by its whole address; one of them may answer with so many bytes."""

    allowed: tuple[str, ...]
    bytes: int

    async def answered(self, text: str, base: str, seconds: float) -> str | None:
        """The query with the answers of other servers in the place of its calls; None where it has none.

        Raises ``BadQuery`` for a server that is not on the list, and ``ServiceFailed``.
        """
        if not self.allowed or not may_call(text):
            return None
        calls = await asyncio.to_thread(calls_of, text, base)
        if not calls:
            return None
        private = [self._is_private(call.address) for call in calls]
        blocks = [self._block(call, seconds, private=own) for call, own in zip(calls, private, strict=True)]
        return inlined(text, calls, await asyncio.gather(*blocks))

    def _is_private(self, address: str) -> bool:
        if address in self.allowed:
            return False
        if f"{PRIVATE}{address}" in self.allowed:
            return True
        raise BadQuery(
            f"A query may not call {address[:200]} (SERVICE): it is not among the servers that the operator allows.",
            f"{address[:200]} の呼出し（SERVICE）はできません。管理者が許可した宛先ではありません。",
        )

    async def _block(self, call: Call, seconds: float, *, private: bool) -> str:
        try:
            return await self._asked(call, seconds, private=private)
        except ServiceFailed:
            if call.silent:
                return NOTHING_SAID
            raise

    async def _asked(self, call: Call, seconds: float, *, private: bool) -> str:
        try:
            async with asyncio.timeout(seconds):
                answer, media_type = await _ask(call, self.bytes, private=private)
            return await asyncio.to_thread(block_of, answer, media_type)
        except TimeoutError as error:
            raise ServiceFailed(
                call.address, f"did not answer within {seconds:g} s", "が時間内に応答しません"
            ) from error
        except (SyntaxError, ValueError) as error:
            said = f"did not answer with rows: {str(error)[:120]}"
            raise ServiceFailed(call.address, said, "の応答を表として読み取れません") from error


async def checked_addresses(url: httpx2.URL, *, private: bool) -> list[str]:
    """The addresses that the host of ``url`` has now. Raises ``ServiceFailed`` where one is not of the open network."""
    port = url.port or {"https": 443}.get(url.scheme, 80)
    try:
        told = await asyncio.get_running_loop().getaddrinfo(url.raw_host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise ServiceFailed(str(url), "has no address", "のアドレスが見つかりません") from error
    found = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in told))
    if not private and not all(is_open(ipaddress.ip_address(one)) for one in found):
        raise ServiceFailed(
            str(url),
            "has an address in a private network, and may not be called",
            "は内部のアドレスのため呼び出せません",
        )
    return found


def is_open(address: Address) -> bool:
    """Whether an address is one of the open network: not private, loopback, link-local, multicast, reserved."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_open(address.ipv4_mapped)
        if any(address in tunnel for tunnel in _TUNNELS) or address.is_site_local:
            return False
    closed = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    return address.is_global and not closed


async def _ask(call: Call, most: int, *, private: bool) -> tuple[bytes, str]:
    url = httpx2.URL(call.address)
    addresses = await checked_addresses(url, private=private)
    async with httpx2.AsyncClient(trust_env=False, follow_redirects=False, timeout=None) as client:
        for place, address in enumerate(addresses):
            try:
                return await _fetch(client, url, address, call.query, most)
            except httpx2.ConnectError as error:
                if place + 1 == len(addresses):
                    raise ServiceFailed(call.address, "cannot be reached", "に接続できません") from error
            except httpx2.HTTPError as error:
                what = type(error).__name__
                raise ServiceFailed(call.address, f"broke off ({what})", f"との通信が中断しました（{what}）") from error
    raise ServiceFailed(call.address, "has no address", "のアドレスが見つかりません")


async def _fetch(client: httpx2.AsyncClient, url: httpx2.URL, address: str, query: str, most: int) -> tuple[bytes, str]:
    """The answer of the server at ``address``, which is asked, and has to prove itself, by its name."""
    request = client.build_request(
        "POST",
        url.copy_with(host=address),
        data={"query": query},
        headers={"Host": url.netloc.decode("ascii"), "Accept": _ACCEPT, "Accept-Encoding": "identity"},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )
    response = await client.send(request, stream=True)
    try:
        if response.is_redirect:
            raise ServiceFailed(str(url), "redirects elsewhere, which is not followed", "は別の宛先に転送しています")
        if response.status_code != 200:
            said = response.status_code
            raise ServiceFailed(str(url), f"answered with status {said}", f"の応答はエラーでした（{said}）")
        return await _body(response, url, most), response.headers.get("content-type", "").partition(";")[0].strip()
    finally:
        await response.aclose()


async def _body(response: httpx2.Response, url: httpx2.URL, most: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    async for piece in response.aiter_raw():
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise ServiceFailed(
                str(url), f"answered with more than {most:,} bytes", f"の応答が{most:,}バイトを超えました"
            )
    return b"".join(pieces)


def check_callees(entries: Sequence[str]) -> None:
    """Raises ``ValueError`` for an entry of the list that is no address of a server."""
    for entry in entries:
        url = httpx2.URL(entry.removeprefix(PRIVATE))
        if url.scheme not in ("http", "https") or not url.host or url.userinfo or url.fragment:
            raise ValueError(f"{entry} is no address that SERVICE may call: http(s)://host/path")

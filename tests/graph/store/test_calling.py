"""Which addresses may be called at all."""

from __future__ import annotations

import asyncio
import ipaddress

import httpx2
import pytest

from graph.store.calling import ServiceFailed, check_callees, checked_addresses, is_open

CLOSED = [
    *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
    *("224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.2.1"),
    *("::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:1::1"),
]


@pytest.mark.parametrize("address", CLOSED)
def test_no_address_of_a_closed_network_is_open(address: str) -> None:
    assert not is_open(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.6.139", "2a00:1450:4001:81b::200e", "::ffff:8.8.8.8"])
def test_others_are(address: str) -> None:
    assert is_open(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_a_host_is_what_it_resolves_to(host: str) -> None:
    with pytest.raises(ServiceFailed, match="SERVICE"):
        asyncio.run(checked_addresses(httpx2.URL(f"http://{host}/sparql"), private=False))


@pytest.mark.parametrize("entry", ["ftp://e/", "http://", "e", "http://name:word@e/", "private+", "http://e/#x", "*"])
def test_an_entry_is_an_address(entry: str) -> None:
    with pytest.raises(ValueError, match="SERVICE"):
        check_callees(["https://query.example.org/sparql", "private+http://10.0.0.1/sparql", entry])

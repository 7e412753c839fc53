"""A sealed process opens no socket."""

from __future__ import annotations

import subprocess
import sys

ATTEMPT = """
import socket
from graph.store.seal import seal_network
sealed = seal_network()
try:
    socket.socket()
    print(sealed, "open")
except PermissionError:
    print(sealed, "denied")
"""


def test_no_socket_can_be_opened_where_the_seal_is_known() -> None:
    ended = subprocess.run([sys.executable, "-c", ATTEMPT], capture_output=True, text=True, check=True)
    assert ended.stdout.split() in (["True", "denied"], ["False", "open"])

"""How a pool and its workers speak: a header in JSON and a body of bytes, each after its length.

::

    4 bytes  length of the header   8 bytes  length of the body   header   body      (big-endian)
"""

from __future__ import annotations

import json
import struct
from typing import Any, Final

LENGTHS: Final = struct.Struct(">IQ")


def pack(header: dict[str, Any], body_size: int = 0) -> bytes:
    """The lengths and the header; the body, if any, is sent after it as it is."""
    text = json.dumps(header).encode()
    return LENGTHS.pack(len(text), body_size) + text


def unpack_lengths(data: bytes) -> tuple[int, int]:
    """Length of the header and of the body that follow."""
    header, body = LENGTHS.unpack(data)
    return header, body

"""How a pool and its workers speak: a header in JSON and a body of bytes, each after its length.

::

    4 bytes  length of the header   8 bytes  length of the body   header   body      (big-endian)
"""

from __future__ import annotations

import struct
from typing import Final

LENGTHS: Final = struct.Struct(">IQ")


def pack(header: bytes, body_size: int = 0) -> bytes:
    """The lengths and the header (JSON in UTF-8); the body, if any, is sent after it as it is."""
    return LENGTHS.pack(len(header), body_size) + header


def unpack_lengths(data: bytes) -> tuple[int, int]:
    """Length of the header and of the body that follow."""
    header, body = LENGTHS.unpack(data)
    return header, body

"""One file of named arrays, opened by memory mapping: nothing is read before it is asked for.

Layout: eight magic bytes, the length of a JSON header, the header (name, dtype, length, offset of each array), then
the arrays, each at a multiple of 64 bytes.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_MAGIC: Final = b"SKYCOL1\n"
_ALIGNMENT: Final = 64


def write_columns(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write the arrays; all are one-dimensional."""
    header: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, values in arrays.items():
        header[name] = (values.dtype.str, len(values), offset)
        offset += -(-values.nbytes // _ALIGNMENT) * _ALIGNMENT
    described = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(_MAGIC + len(described).to_bytes(8, "little") + described)
        file.write(b"\0" * (-file.tell() % _ALIGNMENT))
        for values in arrays.values():
            file.write(np.ascontiguousarray(values).tobytes())
            file.write(b"\0" * (-file.tell() % _ALIGNMENT))


def read_columns(path: Path) -> dict[str, Array]:
    """The arrays of a file, read-only. Raises ValueError where it is not one, or is cut short."""
    content = memory_map(path)
    if content[:8] != _MAGIC:
        raise ValueError(f"{path.name} is not a file of columns")
    length = int.from_bytes(content[8:16], "little")
    header = json.loads(content[16 : 16 + length])
    begin = -(-(16 + length) // _ALIGNMENT) * _ALIGNMENT
    return {
        name: np.frombuffer(content, dtype=np.dtype(kind), count=count, offset=begin + offset)
        if count
        else np.zeros(0, dtype=np.dtype(kind))
        for name, (kind, count, offset) in header.items()
    }


def memory_map(path: Path) -> mmap.mmap | bytes:
    """The bytes of a file, mapped; an empty file cannot be mapped and is empty bytes."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

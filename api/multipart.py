"""``multipart/form-data`` (RFC 7578), byte for byte: fields and files of a form, or of a program that sends one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message
from typing import Final

from graph.errors import BadInput

MULTIPART: Final = "multipart/form-data"
_MOST_PARTS: Final = 2_000
_LONGEST_HEAD: Final = 4_096
_DISPOSITION: Final = re.compile(r'(?P<name>[a-z]+\*?)="(?P<value>(?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class File:
    """A file that was sent: the last part of its name, and its bytes."""

    name: str
    data: bytes


@dataclass
class Parts:
    """What a form holds: fields with all their values, files by the name of their field."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)


def read_parts(body: bytes, content_type: str) -> Parts:
    """The parts of a form. Raises ``BadInput`` for what is none."""
    message = Message()
    message["Content-Type"] = content_type
    boundary = message.get_boundary("")
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("latin-1", "replace")) if boundary else []
    if len(pieces) < 3 or len(pieces) > _MOST_PARTS or not pieces[-1].startswith(b"--"):
        raise BadInput("The form cannot be read.", "様式を読み取れません。")
    parts = Parts()
    for piece in pieces[1:-1]:
        _add(piece, parts)
    return parts


def _add(piece: bytes, parts: Parts) -> None:
    head, mark, data = piece.partition(b"\r\n\r\n")
    if not mark or len(head) > _LONGEST_HEAD:
        raise BadInput("The form cannot be read.", "様式を読み取れません。")
    told = {one["name"]: one["value"] for one in _DISPOSITION.finditer(_disposition(head))}
    name = told.get("name", "")
    if "filename" in told:
        shown = re.sub(r"[\x00-\x1f]", "", told["filename"].replace("\\", "/").rpartition("/")[2])
        parts.files[name] = File(shown.replace("%22", '"')[:200], data)
        return
    value = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\x00", "")
    parts.fields.setdefault(name, []).append(value)


def _disposition(head: bytes) -> str:
    lines = head.decode("utf-8", "replace").split("\r\n")
    return next((line for line in lines if line.lower().startswith("content-disposition:")), "")

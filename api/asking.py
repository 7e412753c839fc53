"""What a SPARQL client asks, read from a request as the SPARQL 1.1 Protocol has it (sections 2.1 and 2.2).

Percent signs and plus signs are decoded once, here, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote_to_bytes

from starlette.requests import Request

from api.errors import UNSUPPORTED_MEDIA, Problem
from api.limits import read_body
from graph.errors import BadInput

_FORM: Final = "application/x-www-form-urlencoded"
_MOST_FIELDS: Final = 1_000
Operation = str


@dataclass(frozen=True)
class Asked:
    """A text (None: none was sent) and the parameters beside it, each name with all its values in order."""

    text: str | None
    parameters: dict[str, list[str]] = field(default_factory=dict)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter."""
        return tuple(self.parameters.get(name, ()))

    def one(self, name: str) -> str | None:
        """The value of a parameter that may be given once. Raises ``BadInput`` when it was given again."""
        values = self.parameters.get(name, ())
        if len(values) > 1:
            raise BadInput(
                f"The parameter {name} was given {len(values)} times; give it once.",
                f"{name} が{len(values)}回指定されています。1回だけ指定してください。",
            )
        return values[0] if values else None


async def read_asked(request: Request, operation: Operation, limit: int) -> Asked:
    """What ``request`` asks of the operation ``query`` or ``update``.

    Raises ``BadInput`` (two texts, a text of the other operation, not UTF-8), ``RequestTooLarge``, and
    ``Problem`` (415) for a body of another media type.
    """
    parameters = _fields(request.scope["query_string"])
    if request.method != "POST":
        return _asked(operation, parameters)
    body = await read_body(request, limit)
    media, _, rest = request.headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    _check_charset(rest)
    if media == _FORM:
        for name, values in _fields(body).items():
            parameters.setdefault(name, []).extend(values)
        asked = _asked(operation, parameters)
        if asked.text is None:
            raise BadInput(f"The form has no field {operation}.", f"フォームに {operation} がありません。")
        return asked
    if media != f"application/sparql-{operation}":
        raise Problem(
            UNSUPPORTED_MEDIA,
            f"Send the {operation} as {_FORM} or as application/sparql-{operation}.",
            f"{_FORM} 又は application/sparql-{operation} で送信してください。",
        )
    parameters.setdefault(operation, []).append(_text(body))
    return _asked(operation, parameters)


def _asked(operation: Operation, parameters: dict[str, list[str]]) -> Asked:
    other = {"query": "update", "update": "query"}[operation]
    if other in parameters:
        raise BadInput(
            f"This address takes a {operation}; send the {other} to its own.",
            f"この宛先は {operation} 用です。{other} は専用の宛先に送ってください。",
        )
    return Asked(Asked(None, parameters).one(operation), parameters)


def _fields(data: bytes) -> dict[str, list[str]]:
    """The fields of a query string or a form (WHATWG URL, 5.1), each name with its values in order."""
    fields: dict[str, list[str]] = {}
    if not data:
        return fields
    if data.count(b"&") >= _MOST_FIELDS:
        raise BadInput(
            f"There are more than {_MOST_FIELDS} parameters.", f"パラメーターが{_MOST_FIELDS}個を超えています。"
        )
    try:
        data.decode("ascii")
        for pair in data.split(b"&"):
            name, equals, value = pair.partition(b"=")
            if name or equals:
                fields.setdefault(_decoded(name), []).append(_decoded(value))
    except UnicodeError as error:
        raise _not_utf8() from error
    return fields


def _decoded(data: bytes) -> str:
    """A name or value without its plus and percent signs. Raises ``UnicodeError`` where it is not UTF-8."""
    data = data.replace(b"+", b" ")
    if b"%" not in data:
        return data.decode()
    try:
        # Python reads ``\x41`` in much less time than ``%41``, and means the same by it.
        told = data.replace(b"\\", rb"\\").replace(b"%", rb"\x").decode("unicode_escape").encode("latin-1")
    except UnicodeDecodeError:  # a percent sign without two digits, which is left as it is
        told = unquote_to_bytes(data)
    return told.decode()


def _text(body: bytes) -> str:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8() from error
    if "\x00" in text:  # UTF-16 of ASCII text is valid UTF-8, with a zero in every other place
        raise _not_utf8()
    return text


def _check_charset(parameters: str) -> None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip(" \"'").lower() not in ("utf-8", "utf8"):
            raise Problem(
                UNSUPPORTED_MEDIA,
                "Send the text in UTF-8; no other character set is read.",
                "文字コードは UTF-8 で送信してください。",
            )


def _not_utf8() -> BadInput:
    return BadInput("What was sent is not UTF-8 text.", "送信された内容が UTF-8 の文字列ではありません。")

"""RDF that is sent to us: which format it is in, and what it says."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from typing import Final

from pyoxigraph import Quad, RdfFormat, parse
from starlette.requests import Request

from api.errors import UNSUPPORTED_MEDIA, Problem
from api.limits import read_body
from graph.errors import BadInput

_FORMATS: Final = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
}
_MULTIPART: Final = "multipart/form-data"


async def read_rdf(request: Request, base: str, limit: int) -> list[Quad]:
    """The statements in the body of ``request``, of one graph; several files in one form are taken together.

    Relative IRIs are of ``base``. Raises ``RequestTooLarge``, ``BadInput`` (does not parse, names other graphs)
    and ``Problem`` (415).
    """
    body = await read_body(request, limit)
    told = request.headers.get("content-type", "")
    if _media(told) != _MULTIPART:
        return _statements(body, told, "", base) if body or told else []
    whole = message_from_bytes(b"Content-Type: " + told.encode("latin-1") + b"\r\n\r\n" + body)
    parts = [part for part in whole.walk() if not part.is_multipart()]
    if not whole.is_multipart() or not parts:
        raise BadInput("The form has no files in it.", "フォームにファイルがありません。")
    return [quad for part in parts for quad in _statements(*_part(part), base)]


def _part(part: Message) -> tuple[bytes, str, str]:
    content = part.get_payload(decode=True)
    return (content if isinstance(content, bytes) else b""), part.get("Content-Type", ""), part.get_filename() or ""


def _statements(body: bytes, told: str, file_name: str, base: str) -> list[Quad]:
    chosen = _FORMATS.get(_media(told)) or RdfFormat.from_extension(file_name.rpartition(".")[2])
    if chosen is None or chosen not in _FORMATS.values():
        raise Problem(
            UNSUPPORTED_MEDIA,
            f"Send RDF with its Content-Type, one of: {', '.join(_FORMATS)}.",
            f"RDF は Content-Type を付けて送信してください（{', '.join(_FORMATS)}）。",
        )
    try:
        return list(parse(body, format=chosen, base_iri=base, without_named_graphs=True))
    except (SyntaxError, ValueError) as error:
        said = " ".join(str(error).split())[:160]
        raise BadInput(f"The data does not parse: {said}", f"データの構文に誤りがあります：{said}") from error


def _media(told: str) -> str:
    return told.partition(";")[0].strip().lower()

"""The front door for documents: a file of any kind that we read, to one Document.

What the bytes are decides how they are read; the name decides only where bytes cannot tell (a list in CSV is
a text too). The same bytes under the same name always give the same Document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal

from graph.document import Document
from graph.sources.head import Told
from graph.sources.limits import MAX_BYTES, too_large, unreadable
from graph.sources.text import read_text

Kind = Literal["text", "html", "pdf", "csv", "xlsx"]

_PDF_REACH: Final = 1024  # a PDF may begin with other bytes (ISO 32000-1, annex H, note 13)
_HTML_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S
)
_HTML_NAME: Final = re.compile(r"\.(?:x?html?|php|aspx?)$", re.IGNORECASE)
_TAG: Final = re.compile(r"<(?:p|div|h[1-6]|table|ul|ol|span|a|br|body|article|section)\b", re.IGNORECASE)
_LIST_NAME: Final = re.compile(r"\.(?:csv|tsv|tab)$", re.IGNORECASE)


def read_document(
    path: Path,
    publisher: str | None = None,
    published: date | None = None,
    *,
    columns: Mapping[str, str] | None = None,
) -> Document:
    """The document in a file. Raises UnreadableDocument, naming the path as it was given.

    ``publisher`` (an authority's id) and ``published`` win over what the document says of itself.
    ``columns`` serves lists of meetings (CSV, XLSX): see ``graph.sources.lists``.
    """
    shown = str(path)
    if path.is_dir():
        raise unreadable(shown, "is a folder; give a file", "はフォルダーです。ファイルを指定してください")
    if not path.exists():
        raise unreadable(shown, "does not exist; check the path", "が見つかりません。パスを確認してください")
    if not path.is_file():
        raise unreadable(
            shown, "is not an ordinary file; give a file", "は通常のファイルではありません。ファイルを指定してください"
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_large(shown)
        data = path.read_bytes()
    except OSError:
        raise unreadable(
            shown, "cannot be opened; check its permissions", "を開けません。読み取り権限を確認してください"
        ) from None
    return _read(data, shown, Told(publisher, published), columns)


def read_bytes(
    data: bytes,
    name: str,
    publisher: str | None = None,
    published: date | None = None,
    *,
    columns: Mapping[str, str] | None = None,
) -> Document:
    """The document in bytes that came under ``name``. Raises UnreadableDocument, naming it."""
    return _read(data, name, Told(publisher, published), columns)


def kind_of(data: bytes, name: str) -> Kind:
    """What kind of document the bytes are. Raises UnreadableDocument for a kind that we do not read."""
    if b"%PDF-" in data[:_PDF_REACH]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "xlsx"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise unreadable(
            name,
            "is an old or password-protected Office file; save it as XLSX or PDF without a password",
            "は旧形式またはパスワード付きのOfficeファイルです。パスワードを外し、XLSXまたはPDFで保存し直してください",
        )
    if _is_html(data, name):
        return "html"
    return "csv" if _LIST_NAME.search(name) else "text"


def _read(data: bytes, name: str, told: Told, columns: Mapping[str, str] | None) -> Document:
    """Read by kind. Readers of rarer kinds are imported where they are needed: a text needs no PDF library."""
    if len(data) > MAX_BYTES:
        raise too_large(name)
    match kind_of(data, name):
        case "pdf":
            from graph.sources.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, name, told)
        case "html":
            from graph.sources.html import read_html  # noqa: PLC0415

            return read_html(data, name, told)
        case "xlsx":
            from graph.sources.workbook import read_workbook  # noqa: PLC0415

            return read_workbook(data, name, told, columns)
        case "csv":
            from graph.sources.delimited import read_delimited  # noqa: PLC0415

            return read_delimited(data, name, told, columns)
    return read_text(data, name, told.publisher, told.published)


def _is_html(data: bytes, name: str) -> bool:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = head.decode("utf-16", errors="ignore")
    else:
        start = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    return bool(_HTML_START.match(start)) or bool(_HTML_NAME.search(name) and _TAG.search(start))

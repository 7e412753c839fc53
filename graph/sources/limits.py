"""How much a document may hold, and the sentences that say why one cannot be read.

Limits are checked before the work that they bound, so that a hostile file costs no more than an honest one.
"""

from __future__ import annotations

from typing import Final

from graph.errors import UnreadableDocument

MAX_BYTES: Final = 50_000_000
MAX_LINE: Final = 1_000_000
MAX_LINES: Final = 500_000
MAX_TEXT: Final = 20_000_000
MAX_CELLS: Final = 200_000
MAX_COLUMNS: Final = 200
MAX_PAGES: Final = 500
MAX_HTML: Final = 5_000_000


def unreadable(name: str, en: str, ja: str) -> UnreadableDocument:
    """The error that names the file, then says what is wrong with it and the way out."""
    return UnreadableDocument(f"{shown(name)} {en}.", f"「{shown(name)}」{ja}。")


def too_large(name: str, limit: int = MAX_BYTES) -> UnreadableDocument:
    """The file has more than ``limit`` bytes."""
    size = limit // 1_000_000
    return unreadable(name, f"is larger than {size} MB; split it", f"は{size}MBを超えています。分割してください")


def too_many(name: str, count: int, en: str, ja: str) -> UnreadableDocument:
    """The file has more than ``count`` of something: lines, pages, cells."""
    return unreadable(
        name, f"has more than {count:,} {en}; split it", f"の{ja}が{count:,}を超えています。分割してください"
    )


def long_line(name: str) -> UnreadableDocument:
    """One line is longer than a line of any document is."""
    return unreadable(
        name,
        f"has a line of more than {MAX_LINE:,} characters; it is not a document of lines",
        f"には{MAX_LINE:,}字を超える行があります。行で構成された文書を指定してください",
    )


def no_words(name: str) -> UnreadableDocument:
    """There is nothing to read."""
    return unreadable(
        name, "has no words in it; check that it is the right file", "には文字がありません。ファイルを確認してください"
    )


def binary(name: str) -> UnreadableDocument:
    """Bytes that are no text, and no kind of document that we know."""
    return unreadable(
        name,
        "is a binary file, not a text; give a text, HTML, PDF, CSV or XLSX file",
        "はテキストではなくバイナリーファイルです。テキスト、HTML、PDF、CSV、XLSXのいずれかを指定してください",
    )


def shown(name: str) -> str:
    """A name that can be printed: bytes that are no character are shown as such."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")

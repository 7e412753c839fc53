"""Plain text files: bytes to a document with lines, pages and what it says of itself.

Limits are checked before anything is decoded, so that a file that cannot be read says so at once.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Final

from graph.dates import DateContext, find_dates, find_english_dates
from graph.document import Document, Line
from graph.errors import UnreadableDocument
from graph.model import When
from graph.sources.pages import number_pages
from graph.text import fold, normal

MAX_BYTES: Final = 50_000_000
MAX_LINE: Final = 1_000_000

_HEAD_LINES: Final = 40
_HEAD_CHARACTERS: Final = 4000
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_BODY: Final = re.compile(r".{1,30}(?:委員会|庁|省|局|機関|当局|事務局|機構|協会)")
_HALF: Final = re.compile(r"年度(?:の)?[上下]半期")
_NEAR_PERIOD: Final = re.compile(r"半期|年度|期間|における|対象")


def read_file(path: Path, publisher: str | None = None, published: date | None = None) -> Document:
    """The document in a text file. Raises UnreadableDocument, naming the path as it was given."""
    shown = str(path)
    if path.is_dir():
        raise _unreadable(shown, "is a folder; give a file", "はフォルダーです。ファイルを指定してください")
    if not path.exists():
        raise _unreadable(shown, "does not exist; check the path", "が見つかりません。パスを確認してください")
    if not path.is_file():
        raise _unreadable(shown, "is not an ordinary file", "は通常のファイルではありません")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(shown)
        data = path.read_bytes()
    except OSError:
        raise _unreadable(
            shown, "cannot be opened; check its permissions", "を開けません。読み取り権限を確認してください"
        ) from None
    return read_text(data, path.name, publisher, published)


def read_text(data: bytes, name: str, publisher: str | None = None, published: date | None = None) -> Document:
    """The document in ``data``; what the caller says of publisher and date wins over what the words say.

    UTF-8 (with or without a byte order mark) and UTF-16 (with one). Raises UnreadableDocument.
    """
    _check_size(data, name)
    text = _decode(data, name)
    bounds = _line_bounds(text)
    if max(end - start for start, end in bounds) > MAX_LINE:
        raise _long_line(name)
    lines = number_pages(text, bounds)
    language = "ja" if len(_JAPANESE.findall(text[:20_000])) * 10 >= len(text[:20_000].strip()) else "en"
    head = [line for line in lines if text[line.start : line.end].strip()][:_HEAD_LINES]
    written = _publication_date(text, head)
    return Document(
        slug=slug_of(name, data),
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        lines=lines,
        language=language,
        title=normal(text[head[0].start : head[0].end])[:300],
        publisher=publisher,
        publisher_words=_publisher_words(text, head),
        published=published or written,
        period=_period(text, published or written),
    )


def slug_of(name: str, data: bytes) -> str:
    """An ASCII slug from the file name's stem; from the content where the name has no ASCII letter."""
    stem = normal(Path(name).stem).casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")
    return slug if re.search(r"[a-z]", slug) else f"document-{hashlib.sha256(data).hexdigest()[:12]}"


def _check_size(data: bytes, name: str) -> None:
    if not data:
        raise _unreadable(name, "is empty", "は空のファイルです")
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if data[:5] == b"%PDF-":
        raise _unreadable(name, "is a PDF, not a text; extract its text first", "はPDFです。テキストを抽出してください")
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if not utf16 and b"\0" in data:
        raise _unreadable(name, "is a binary file, not a text", "はテキストではなくバイナリーファイルです")
    widest = max(map(len, data.splitlines()), default=0)
    if widest > 4 * MAX_LINE:
        raise _long_line(name)


def _decode(data: bytes, name: str) -> str:
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        if (error.end >= len(data) and "end" in error.reason) or "truncated" in error.reason:
            raise _unreadable(
                name,
                "is cut off in the middle of a character",
                "は文字の途中で切れています。完全なファイルを指定してください",
            ) from None
        raise _unreadable(
            name,
            f"is not UTF-8 (byte {error.start + 1}); save it as UTF-8",
            f"はUTF-8ではありません（{error.start + 1}バイト目）。UTF-8で保存し直してください",
        ) from None
    if not text.strip():
        raise _unreadable(name, "has no words in it", "には文字がありません")
    if "\0" in text:
        raise _unreadable(name, "is a binary file, not a text", "はテキストではなくバイナリーファイルです")
    return text


def _line_bounds(text: str) -> list[tuple[int, int]]:
    bounds = []
    start = 0
    for ending in _LINE_END.finditer(text):
        bounds.append((start, ending.start()))
        start = ending.end()
    return [*bounds, (start, len(text))]


def _publication_date(text: str, head: list[Line]) -> date | None:
    """The day that stands alone on a line of the head."""
    for line in head:
        words = text[line.start : line.end].strip()
        found = find_dates(words, DateContext()) or find_english_dates(words)
        if len(found) == 1 and found[0].when.precision == "day" and _alone(words, found[0].end - found[0].start):
            return found[0].when.earliest
    return None


def _alone(words: str, length: int) -> bool:
    """Whether the date is the whole line but for brackets and words such as 公表 or Published."""
    return len(words) - length <= 8


def _publisher_words(text: str, head: list[Line]) -> str | None:
    """The body that stands alone on a line of the head, as a signature does."""
    for line in head:
        words = normal(text[line.start : line.end])
        if _BODY.fullmatch(words):
            return words
    return None


def _period(text: str, published: date | None) -> When | None:
    """What the report covers: a fiscal half or year named in its head, or an interval beside such words."""
    head = fold(text, 0, min(len(text), _HEAD_CHARACTERS)).text
    found = find_dates(head, DateContext(published=published))
    named = [one.when for one in found if one.when.precision == "fiscal-half"]
    if named:
        return named[0]
    for one in found:
        around = head[max(0, one.start - 20) : one.end + 12]
        if "/" in one.when.edtf and one.when.precision == "day" and _NEAR_PERIOD.search(around):
            return one.when
    years = [one.when for one in found if one.when.precision == "fiscal-year" and one.start < _TITLE_REACH]
    return years[0] if years else None


_TITLE_REACH: Final = 120


def _unreadable(name: str, en: str, ja: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name} {en}.", f"「{name}」{ja}。")


def _too_large(name: str) -> UnreadableDocument:
    size = MAX_BYTES // 1_000_000
    return _unreadable(name, f"is larger than {size} MB; split it", f"は{size}MBを超えています。分割してください")


def _long_line(name: str) -> UnreadableDocument:
    return _unreadable(
        name,
        f"has a line of more than {MAX_LINE:,} characters; it is not a document of lines",
        f"には{MAX_LINE:,}字を超える行があります。行で構成された文書を指定してください",
    )

"""Bytes to characters: which encoding a text is in, found by strict tries in a fixed order.

Japanese encodings are told apart by what a wrong guess would look like, not by statistics of long texts:
on texts of one sentence a statistical detector is often wrong, and a document must not depend on its
length. The order is: byte order mark, ISO-2022-JP (its escapes), UTF-8, what the document declares, then
the best reading among EUC-JP, Shift_JIS (CP932) and Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from graph.errors import UnreadableDocument
from graph.sources.limits import binary, no_words, unreadable

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ESCAPES: Final = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(I")
_EASTERN: Final = ("euc_jp", "cp932")
_WESTERN: Final = "cp1252"
_SAMPLE: Final = 200_000
_MOST_FOREIGN: Final = 0.25
_BASE: Final = 4000  # bytes are enough to tell UTF-16 by its zero bytes

# Japanese characters; a lone one beside a Latin letter is a misread quotation mark.
_WIDE: Final = r"[、-〓ぁ-ゖ゛-ヿ一-龠々〆！-ｚ㈱㍻①-⑳Ⅰ-Ⅻ]"
_JAPANESE_RUN: Final = re.compile(rf"{_WIDE}{{2,}}|(?<![A-Za-z]){_WIDE}(?![A-Za-z])")
_KANA: Final = re.compile(r"[ぁ-んァ-ヶー、。]")
_HALF_KANA: Final = re.compile(r"[ｦ-ﾟ]")
_HALF_MARK: Final = re.compile(r"[｡-･]")  # what kana of EUC-JP look like in Shift_JIS
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_WESTERN_SIGN: Final = re.compile(r"(?<=[A-Za-z])[À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ](?=[a-z])|[‘’“”–—…•€£§©®°\xa0«»]")
_LONE: Final = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The characters of ``data``. Raises UnreadableDocument where they cannot be had without a loss.

    ``declared`` is what the document or its sender says of its encoding; bytes that are plainly something
    else win over it.
    """
    if not data:
        raise unreadable(name, "is empty; check that it is the right file", "は空のファイルです。確認してください")
    text = _marked(data, name)
    if text is None:
        text = _unmarked(data, name, declared)
    if "\0" in text:
        raise binary(name)
    if _LONE.search(text):
        raise _halved(name)
    if not text.strip():
        raise no_words(name)
    return text


def _marked(data: bytes, name: str) -> str | None:
    """The text by its byte order mark, or as UTF-16 without one."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        return _bare_utf16(data, name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(data, name, error) from None


def _unmarked(data: bytes, name: str, declared: str | None) -> str:
    if any(escape in data for escape in _ESCAPES) and (text := _strict(data, "iso2022_jp_ext")) is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _has_halves(data):
            raise _halved(name) from None
        text = _strict(data, declared) if declared and _known(declared) else None
        if text is None and not _cut_off(data, error):
            text = _best(data)
        if text is None:
            raise _damaged(data, name, error) from None
        return text


def _bare_utf16(data: bytes, name: str) -> str | None:
    """UTF-16 without a mark: every other byte of its spaces, digits and line ends is zero; else None."""
    head = data[:_BASE]
    if b"\0" not in head:
        return None
    if len(data) % 2 == 0:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = _strict(data, encoding)
            if text and _plausible(text[:_BASE]):
                return text
    raise binary(name)


def _plausible(text: str) -> bool:
    """Whether nearly all characters are Latin or Japanese ones."""
    usual = re.findall(r"[\t\n\r\x20-\x7e\xa0-\xff‐-‧ -ヿ一-龠！-ﾟ]", text)
    return "\0" not in text and len(usual) >= 0.95 * len(text)


def _best(data: bytes) -> str | None:
    """The best reading of bytes that are not UTF-8; None where every reading is nonsense."""
    readings = [(text, _japanese(text[:_SAMPLE])) for text in (_strict(data, each) for each in _EASTERN) if text]
    text, score = max(readings, key=lambda reading: reading[1], default=("", 0.0))
    if score >= 0.5:
        return text
    western = _strict(data, _WESTERN)
    return western if western and _latin(western[:_SAMPLE]) >= 0.8 else None


def _japanese(text: str) -> float:
    """How much of what is not ASCII reads as Japanese: 1 for prose, below 0 for nonsense."""
    foreign = [sign for sign in text if sign > "\x7f"]
    runs = sum(map(len, _JAPANESE_RUN.findall(text)))
    kana = len(_KANA.findall(text))
    half = 0.6 * len(_HALF_KANA.findall(text)) - len(_HALF_MARK.findall(text))
    return (runs + 0.5 * kana + half - len(_CONTROL.findall(text))) / max(1, len(foreign))


def _latin(text: str) -> float:
    """The part of what is not ASCII that a Western text would have: accents in words, quotes, dashes."""
    foreign = sum(sign > "\x7f" for sign in text)
    if _CONTROL.search(text) or foreign > _MOST_FOREIGN * len(text):
        return 0.0
    return len(_WESTERN_SIGN.findall(text)) / max(1, foreign)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _known(declared: str) -> bool:
    """Whether Python reads this encoding as text (``hex`` or ``zip`` are codecs too)."""
    try:
        return codecs.lookup(declared)._is_text_encoding
    except (LookupError, ValueError):  # a name with a NUL in it
        return False


def _cut_off(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the only fault is that the last character is not whole, in what is UTF-8 until there."""
    at_end = (error.end >= len(data) and "end" in error.reason) or "truncated" in error.reason
    return at_end and (any(byte > 0x7F for byte in data[: error.start]) or error.start == 0)


def _has_halves(data: bytes) -> bool:
    """Whether the bytes would be UTF-8 but for surrogates written as characters."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _damaged(data: bytes, name: str, error: UnicodeDecodeError) -> UnreadableDocument:
    if "surrogate" in error.reason:
        return _halved(name)
    if _cut_off(data, error):
        return unreadable(
            name,
            "is cut off in the middle of a character; give the whole file",
            "は文字の途中で切れています。完全なファイルを指定してください",
        )
    return unreadable(
        name,
        f"is not UTF-8 (byte {error.start + 1}) nor any other encoding we know; save it as UTF-8",
        f"はUTF-8ではなく（{error.start + 1}バイト目）、他の文字コードとしても読めません。UTF-8で保存し直してください",
    )


def _halved(name: str) -> UnreadableDocument:
    return unreadable(
        name,
        "has halves of characters in it (lone surrogates); save it again as UTF-8",
        "には文字の片割れ（単独のサロゲート）があります。UTF-8で保存し直してください",
    )

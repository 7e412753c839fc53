"""Encodings: short texts told apart, and a clear sentence for what is no text."""

from __future__ import annotations

import pytest

from graph.errors import UnreadableDocument
from graph.sources.encoding import decode

SHORT = (
    "委員長",
    "データの越境移転",
    "開催国：シンガポール、フィリピン",
    "令和元年５月29日に東京で米国連邦取引委員会（FTC）と意見交換を行った。",
    "会議名,開催日,開催地",
    "2019年 5月 1日",
    "Ⅲ 国際協力",
    "ＡＰＥＣ越境プライバシールール（CBPR）システム",
)
JAPANESE = ("utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp_ext")


@pytest.mark.parametrize("encoding", JAPANESE)
@pytest.mark.parametrize("text", SHORT)
def test_short_japanese_texts_are_read_in_every_encoding(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        data = text.translate(str.maketrans("Ⅲ", "３")).encode(encoding)
        text = text.replace("Ⅲ", "３")
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(encoding: str) -> None:
    text = "The forum 会合 met on 3 May.\n会合は東京で開催された。\n"
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", ["The “Joint Statement” – agreed.", "It’s a meeting", "São Paulo — l’autorité"])
def test_western_quotation_marks_are_not_taken_for_kanji(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_half_width_kana_are_read() -> None:
    assert decode("ﾃﾞｰﾀ保護ﾌｫｰﾗﾑ（東京）".encode("cp932"), "a.txt") == "ﾃﾞｰﾀ保護ﾌｫｰﾗﾑ（東京）"


def test_bytes_that_are_utf_8_are_utf_8_whatever_is_declared() -> None:
    assert decode("会合".encode(), "a.html", "shift_jis") == "会合"


@pytest.mark.parametrize("declared", ["hex", "zip", "utf-99", "a\0b", "rot13"])
def test_a_declared_encoding_that_is_none_is_ignored(declared: str) -> None:
    assert decode("会合を開催した。".encode("cp932"), "a.html", declared) == "会合を開催した。"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\t", "has no words"),
        ("会合".encode()[:-1], "cut off in the middle of a character"),
        ("令和元年の会合".encode("utf-16")[:-1], "cut off in the middle of a character"),
        ("東京".encode("utf-8", "surrogatepass") + b"\xed\xa0\x80", "halves of characters"),
        (b"\xff\xfe\x00\xd8a\x00", "halves of characters"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04", "binary file"),
        ("会合\0会合".encode(), "binary file"),
        (b"\xff\xff\xff\xfe\xfd\x81", "not UTF-8 (byte 1) nor any other encoding"),
    ],
)
def test_what_is_no_text_is_said_in_one_sentence_that_names_the_file(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, "報告.txt")
    assert caught.value.en.startswith("報告.txt ")
    assert sentence in caught.value.en
    assert caught.value.ja.startswith("「報告.txt」")
    assert caught.value.en.endswith(".")
    assert caught.value.ja.endswith("。")

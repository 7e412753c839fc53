"""The front door: the kind of a file by its content, and one sentence for every file that cannot be read."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from graph.errors import UnreadableDocument
from graph.sources.read import kind_of, read_bytes, read_document
from tests.graph.sources.pdfs import pdf, write


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "a.txt", "pdf"),
        (b"\n\n%PDF-1.7 ...", "a", "pdf"),
        (b"PK\x03\x04...", "a.csv", "xlsx"),
        (b"<!doctype html><p>x", "a.txt", "html"),
        ("<html><p>x".encode("utf-16"), "a.txt", "html"),
        (b"<p>We met.</p>", "a.html", "html"),
        (b"We met; see <p> in the page.", "a.txt", "text"),
        (b"no tags at all", "a.html", "text"),
        (b"a,b\n1,2\n", "a.CSV", "csv"),
        (b"a,b\n1,2\n", "a.txt", "text"),
    ],
)
def test_content_decides_then_the_name(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


def test_every_kind_gives_a_document_under_its_name(tmp_path: Path) -> None:
    kinds = {
        "a.txt": "会合を開催した。".encode(),
        "b.html": "<html><body><p>会合を開催した。".encode("euc_jp"),
        "c.pdf": pdf(lambda canvas: write(canvas, ["会合を開催した。"]) and None),
        "d.csv": "開催日,会議名\n５月,会合を開催した。\n".encode("cp932"),
    }
    for name, data in kinds.items():
        path = tmp_path / name
        path.write_bytes(data)
        document = read_document(path, "ppc-japan", date(2020, 1, 1))
        assert "会合を開催した。" in document.text
        assert (document.slug, document.publisher) == (name[0], "ppc-japan")
        assert document.published == date(2020, 1, 1)
        assert read_bytes(data, name, "ppc-japan", date(2020, 1, 1)) == document


def refused(path: Path) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path)
    return caught.value


def test_what_is_no_file_is_said_with_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    os.mkfifo("pipe")
    assert refused(Path("folder")).en == "folder is a folder; give a file."
    assert refused(Path("missing.txt")).ja == "「missing.txt」が見つかりません。パスを確認してください。"
    assert refused(Path("pipe")).en.startswith("pipe is not an ordinary file")


def test_a_200_mb_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a file of holes: as large, and written at once
    assert f"{path} is larger than 50 MB" in refused(path).en


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old or password-protected Office file"),
        (archive("word/document.xml", "[Content_Types].xml"), "Word or PowerPoint file; save it as PDF"),
        (archive("a.txt"), "ZIP archive; unpack it"),
        (b"PK\x03\x04 cut off", "damaged workbook"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary file"),
    ],
)
def test_other_kinds_of_files_get_a_way_out(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableDocument, match=sentence):
        read_bytes(data, "a.dat")


def test_a_name_that_cannot_be_printed_is_shown_all_the_same() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(b"", "\udcff.txt")
    assert caught.value.en.encode("utf-8").startswith(b"\\udcff.txt is empty")

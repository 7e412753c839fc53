"""PDF: pages to lines and ruled tables, by pdfplumber. What cannot be read says why."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage

from graph.document import Document
from graph.errors import UnreadableDocument
from graph.sources.compose import Composer
from graph.sources.head import Told, document_of
from graph.sources.limits import MAX_PAGES, too_many, unreadable
from graph.sources.pdf_flow import flow
from graph.sources.pdf_page import PageParts, Print, read_page
from graph.sources.pdf_streams import check_streams

_UNMAPPED: Final = 0.3

# The library tells its log of every oddity of a file; what a person needs to know is in our own sentence.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def read_pdf(data: bytes, name: str, told: Told) -> Document:
    """The document in a PDF. Raises UnreadableDocument."""
    check_streams(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pages = list(_pages(data, name))
    except UnreadableDocument:
        raise
    except (Exception, RecursionError) as error:  # noqa: BLE001 - damaged files make pdfminer raise anything
        raise _password(name) if _wants_password(error) else _damaged(name) from None
    _check_readable(pages, name)
    composer = Composer(name)
    for part in flow(pages):
        if isinstance(part, Print):
            composer.line(part.words, part.page)
        else:
            composer.table(part.rows, part.pages)
    return document_of(data, name, composer.content(), told)


def _pages(data: bytes, name: str) -> Iterator[PageParts]:
    """Each page read and let go before the next, so that memory does not grow with the document."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        count = sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), MAX_PAGES + 1))
        if count > MAX_PAGES:
            raise too_many(name, MAX_PAGES, "pages", "ページ数")
        for number, page in enumerate(pdf.pages, 1):
            yield read_page(page, number)
            _forget(page)


def _forget(page: Any) -> None:
    page.flush_cache()
    page.get_textmap.cache_clear()


def _check_readable(pages: list[PageParts], name: str) -> None:
    if not pages:
        raise unreadable(name, "has no pages; get the file again", "にはページがありません。取得し直してください")
    glyphs = sum(page.glyphs for page in pages)
    if not glyphs and any(page.pictures for page in pages):
        raise unreadable(
            name,
            "is a scanned PDF without text; run text recognition (OCR) on it first",
            "は文字情報のないスキャン画像のPDFです。文字認識（OCR）を行ってください",
        )
    if sum(page.unmapped for page in pages) > _UNMAPPED * max(1, glyphs):
        raise unreadable(
            name,
            "has fonts that do not say which characters they draw; run text recognition (OCR) on it first",
            "のフォントには文字コードの情報がありません。文字認識（OCR）を行ってください",
        )


def _wants_password(error: BaseException) -> bool:
    causes = [error, error.__cause__, error.__context__, *error.args]
    return any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)


def _password(name: str) -> UnreadableDocument:
    return unreadable(
        name,
        "is protected by a password; save it without one",
        "はパスワードで保護されています。パスワードを外して保存し直してください",
    )


def _damaged(name: str) -> UnreadableDocument:
    return unreadable(
        name,
        "is a damaged PDF; get the file again, or print it to PDF anew",
        "は破損したPDFです。取得し直すか、PDFとして出力し直してください",
    )

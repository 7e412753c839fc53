"""PDF: pages to lines and ruled tables. What cannot be read says why."""

from __future__ import annotations

import threading
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from graph.document import Document
from graph.errors import UnreadableDocument
from graph.sources.compose import Composer
from graph.sources.head import Told, document_of
from graph.sources.limits import MAX_PAGES, too_many, unreadable
from graph.sources.pdf_flow import flow
from graph.sources.pdf_page import PageParts, Print, read_page
from graph.sources.pdf_sheet import Sheet, read_sheet
from graph.sources.pdf_streams import check_streams

_UNMAPPED: Final = 0.3
_ONE_AT_A_TIME: Final = threading.Lock()  # PDFium may be used by one thread at a time in a process


def read_pdf(data: bytes, name: str, told: Told) -> Document:
    """The document in a PDF. Raises UnreadableDocument."""
    check_streams(data, name)
    try:
        with _ONE_AT_A_TIME:
            pages = _pages(data, name)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise _password(name) if locked else _damaged(name) from None
    composer = Composer(name)
    for part in flow(pages):
        if isinstance(part, Print):
            composer.line(part.words, part.page)
        else:
            composer.table(part.rows, part.pages)
    return document_of(data, name, composer.content(), told)


def _pages(data: bytes, name: str) -> list[PageParts]:
    """Each page read and let go before the next, so that memory does not grow with the document."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        if len(pdf) > MAX_PAGES:
            raise too_many(name, MAX_PAGES, "pages", "ページ数")
        if len(pdf) == 0:
            raise unreadable(name, "has no pages; get the file again", "にはページがありません。取得し直してください")
        pages = []
        glyphs, unmapped, pictures = 0, 0, 0
        for index in range(len(pdf)):
            sheet = _sheet(pdf, index)
            glyphs, unmapped, pictures = (
                glyphs + len(sheet.glyphs),
                unmapped + sheet.unmapped,
                pictures + sheet.pictures,
            )
            pages.append(read_page(sheet, index + 1))
    finally:
        pdf.close()
    if not glyphs and pictures:
        raise _scanned(name)
    if unmapped > _UNMAPPED * (glyphs + unmapped):
        raise _unmapped(name)
    return pages


def _sheet(pdf: pypdfium2.PdfDocument, index: int) -> Sheet:
    page = pdf[index]
    try:
        return read_sheet(page)
    finally:
        page.close()


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


def _scanned(name: str) -> UnreadableDocument:
    return unreadable(
        name,
        "is a scanned PDF without text; run text recognition (OCR) on it first",
        "は文字情報のないスキャン画像のPDFです。文字認識（OCR）を行ってください",
    )


def _unmapped(name: str) -> UnreadableDocument:
    return unreadable(
        name,
        "has fonts that do not say which characters they draw; run text recognition (OCR) on it first",
        "のフォントには文字コードの情報がありません。文字認識（OCR）を行ってください",
    )

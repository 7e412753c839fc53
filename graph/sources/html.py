"""HTML pages: the main content as lines and tables, without the furniture of the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.document import Document
from graph.sources.compose import Composer
from graph.sources.encoding import decode
from graph.sources.furniture import Page
from graph.sources.head import Told, document_of
from graph.sources.html_head import told_of
from graph.sources.html_tables import boxes_of, is_data
from graph.sources.limits import MAX_HTML, no_words, too_large
from graph.sources.markup import BLOCKS, walk

_CHARSET: Final = re.compile(rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML_CHARSET: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""")
_CHARSET_REACH: Final = 4096
_BLANKS: Final = re.compile(r"[ \t\n\r\f\v\u00a0\u200b\ufeff]+")
_UPDATED: Final = re.compile(
    r"[\[(（【]?\s*(?:最終更新(?:日時?)?|更新(?:年月)?日時?|ページ(?:最終)?更新日"
    r"|(?:this )?(?:page )?(?:was )?last (?:updated|modified|reviewed|changed)(?: on)?|date modified|modified)"
    r"\s*[:：]?.{0,40}",
    re.IGNORECASE,
)


def read_html(data: bytes, name: str, told: Told) -> Document:
    """The document in an HTML page. Raises UnreadableDocument."""
    if len(data) > MAX_HTML:
        raise too_large(name, MAX_HTML)
    tree = LexborHTMLParser(decode(data, name, _declared(data)))
    if tree.body is None:
        raise no_words(name)
    page = Page(tree.body)
    composer = Composer(name)
    _compose(page, composer)
    return document_of(data, name, composer.content(), replace(told_of(tree, page.main, told), paragraphs=True))


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_CHARSET_REACH]) or _XML_CHARSET.search(data[:_CHARSET_REACH])
    return found[1].decode("ascii") if found else None


def _compose(page: Page, composer: Composer) -> None:
    """Write the main content: a line for each block and line break, a grid for each table of data."""
    tables: dict[int, LexborNode] = {}

    def skip(node: LexborNode) -> bool:
        if page.furniture(node):
            return True
        if node.tag == "table" and is_data(node):
            tables[node.mem_id] = node
        return bool(node.parent is not None and node.parent.mem_id in tables and node.tag != "caption")

    words: list[str] = []
    for node, entered in walk(page.main, skip):
        if node.is_text_node:
            if entered:
                words.append(node.text_content or "")
        elif node.tag == "br" or node.tag in BLOCKS:
            _end_line(words, composer)
            if not entered and node.mem_id in tables:
                composer.table(boxes_of(node, page.furniture))
    _end_line(words, composer)


def _end_line(words: list[str], composer: Composer) -> None:
    line = _BLANKS.sub(" ", "".join(words)).strip()
    words.clear()
    if line and not _UPDATED.fullmatch(line):
        composer.line(line)


def lines_of(page: Page) -> Iterator[str]:
    """The words of the main content alone, for comparing readers."""
    composer = Composer("page")
    _compose(page, composer)
    yield from composer.content().text.split("\n")

"""Which part of an HTML page is its content, and which is the furniture of the site around it.

Sites say it themselves with elements (``main``, ``nav``, ``footer``), roles, and names of classes and ids;
what they do not say, the density of links tells. Extractors for news pages were measured on pages in the
style of regulators and found to lose tables, dates or short pages: see docs/decisions/0004-readers.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborNode

from graph.sources.markup import unseen, walk

_FURNITURE_TAGS: Final = frozenset({"nav", "footer", "dialog", "menu"})
_FURNITURE_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar"}
)
_FURNITURE_WORDS: Final = """
    nav navi navigation gnav gnavi globalnav lnav localnav localnavi subnav sidenav menu breadcrumb breadcrumbs
    topicpath pankuzu crumb crumbs footer foot pagefooter sitefooter sidebar side aside cookie cookies consent gdpr
    social sns share sharing addthis related recommend recommended pager pagination pagetop totop backtotop
    skip skiplink skipnav search searchbox banner banners advert ads login languages langswitch toc modal popup
    megamenu utility newsletter subscribe subscription feedback survey copyright
"""
_MAIN_WORDS: Final = """
    main maincontent maincontents maincolumn mainarea mainblock content contents contentmain contentarea
    honbun article articlebody entry entrycontent postcontent pressrelease wysiwyg
"""
_FURNITURE_NAMES: Final = frozenset(_FURNITURE_WORDS.split())
_MAIN_NAMES: Final = frozenset(_MAIN_WORDS.split())
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_KEPT: Final = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "p", "td", "th", "tr", "tbody", "table"})
_MOST: Final = 0.5
_SOME: Final = 0.2
_LINKED: Final = 0.6
_FEW_LINKS: Final = 4


@dataclass(frozen=True)
class Weight:
    """How much an element holds: characters of text, those within links, and the number of links."""

    text: int
    linked: int
    links: int


class Page:
    """A page weighed once: where its content is, and what in it is furniture."""

    def __init__(self, body: LexborNode) -> None:
        self._body = body
        self._weights = _weigh(body)
        self._whole = max(1, self._own(body))
        self.main = self._main()
        self._semantic = self.main.mem_id != body.mem_id

    def furniture(self, node: LexborNode) -> bool:
        """Whether an element within the main part is no content of the page."""
        if unseen(node):
            return True
        if not node.is_element_node or node.tag in _KEPT:
            return False
        return self._named_furniture(node) or (not self._semantic and self._links_only(node))

    def _named_furniture(self, node: LexborNode) -> bool:
        if node.tag in _FURNITURE_TAGS or node.attributes.get("role") in _FURNITURE_ROLES:
            return True
        if self._own(node) > _MOST * self._whole:
            return False  # whatever it is called, the page is in it
        if node.tag == "header":
            return node.css_first("h1") is None
        return node.tag == "aside" or bool(_names(node) & _FURNITURE_NAMES)

    def _links_only(self, node: LexborNode) -> bool:
        weight = self._of(node)
        return (
            node.tag in ("ul", "ol", "div", "section", "dl")
            and weight.links >= _FEW_LINKS
            and weight.linked >= _LINKED * weight.text
        )

    def _main(self) -> LexborNode:
        """The element that holds the content, as the site marks it; else the body."""
        for node in self._body.css("main, [role=main]"):
            if self._of(node).text >= _SOME * self._of(self._body).text:
                return node
        articles = self._body.css("article")
        named = [node for node in self._body.css("div[id], section[id], td[id], div[class]") if self._is_main(node)]
        # several articles are a list, not a page
        return self._fullest(articles if len(articles) == 1 else []) or self._fullest(named) or self._body

    def _fullest(self, nodes: list[LexborNode]) -> LexborNode | None:
        """The one of ``nodes`` that holds most words, if it holds most of the page's."""
        best = max(nodes, key=self._own, default=None)
        return best if best is not None and self._own(best) >= _MOST * self._whole else None

    def _own(self, node: LexborNode) -> int:
        return self._of(node).text - self._of(node).linked

    def _is_main(self, node: LexborNode) -> bool:
        return any(_joined(node.attributes.get(mark) or "") & _MAIN_NAMES for mark in ("id", "class"))

    def _of(self, node: LexborNode) -> Weight:
        return self._weights.get(node.mem_id, Weight(0, 0, 0))


def _names(node: LexborNode) -> set[str]:
    """The words in an element's class and id, whole names and their parts: ``global-nav`` is a nav."""
    marks = node.attributes
    names: set[str] = set()
    for value in (marks.get("id"), marks.get("class")):
        for name in (value or "").split():
            parts = [part.lower() for part in _WORD.findall(name)]
            names |= {"".join(parts), *parts[-1:], *parts[:1]}
    return names


def _joined(value: str) -> set[str]:
    return {"".join(_WORD.findall(name)).lower() for name in value.split()}


def _weigh(body: LexborNode) -> dict[int, Weight]:
    """The weight of every element, in one walk."""
    weights: dict[int, Weight] = {}
    text, linked, links = 0, 0, 0
    depth = 0
    before: list[tuple[int, int, int]] = []
    for node, entered in walk(body, unseen):
        if node.is_text_node:
            if entered:
                size = len((node.text_content or "").strip())
                text += size
                linked += size if depth else 0
            continue
        anchor = node.tag == "a"
        if entered:
            before.append((text, linked, links))
            links += anchor
            depth += anchor
        else:
            depth -= anchor
            first = before.pop()
            weights[node.mem_id] = Weight(text - first[0], linked - first[1], links - first[2])
    weights[body.mem_id] = Weight(text, linked, links)
    return weights

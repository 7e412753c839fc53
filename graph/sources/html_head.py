"""What an HTML page says of itself in its markup: title, language, site, day of publication."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.sources.head import Told
from graph.sources.markup import unseen, walk
from graph.text import normal

_DAY: Final = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:\D|$)")
_PUBLISHED: Final = (
    "article:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "datepublished",
    "pubdate",
    "publish-date",
    "publication_date",
    "date",
)
_JSON_PUBLISHED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_PUBLISHED_NAME: Final = re.compile(
    r"publi|post(?:ed)?-?date|entry-?date|release-?date|press-?date|\bdate\b", re.IGNORECASE
)
_SUFFIX: Final = re.compile(r"\s*[|｜]\s*|\s+[-–—:：]\s+|\s*[–—]\s*(?=[ぁ-んァ-ヶ一-龥])")
_LONGEST_TITLE: Final = 300


def told_of(tree: LexborHTMLParser, main: LexborNode, told: Told) -> Told:
    """What is known of the page: the caller's words, with those of the markup added."""
    heading, site = _title(tree, main)
    return replace(
        told,
        title=heading,
        language=_language(tree),
        publisher_words=_meta(tree).get("og:site_name") or site,
        marked=_published(tree, main),
    )


def _title(tree: LexborHTMLParser, main: LexborNode) -> tuple[str | None, str | None]:
    """The main heading, or the title without the name of the site; and that name."""
    heading = main.css_first("h1") or tree.css_first("h1")
    title = tree.css_first("title")
    parts = [part for part in _SUFFIX.split(_words(title)) if part] if title is not None else []
    words = _words(heading) if heading is not None else ""
    site = parts[-1] if len(parts) > 1 else None
    if words and words == site:
        words = ""  # the site's own name stands in the first heading
    return (words or (parts[0] if parts else ""))[:_LONGEST_TITLE] or None, site


def _words(node: LexborNode) -> str:
    pieces = [one.text_content or "" for one, entered in walk(node, unseen) if entered and one.is_text_node]
    return normal("".join(pieces))


def _language(tree: LexborHTMLParser) -> str | None:
    """The language that the page declares, where it is one of ours."""
    root = tree.css_first("html")
    declared = (root.attributes.get("lang") or "").lower()[:2] if root is not None else ""
    return declared if declared in ("ja", "en") else None


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        marks = node.attributes
        name = marks.get("property") or marks.get("name") or marks.get("itemprop")
        if name:
            found.setdefault(name.lower(), marks.get("content") or "")
    return found


def _published(tree: LexborHTMLParser, main: LexborNode) -> date | None:
    """The day of publication that the markup names; never a day of a ``time`` that may be a meeting's."""
    meta = _meta(tree)
    candidates = [meta[name] for name in _PUBLISHED if name in meta]
    for script in tree.css('script[type="application/ld+json"]'):
        candidates.extend(_JSON_PUBLISHED.findall(script.text() or ""))
    candidates.extend(node.attributes.get("datetime") or "" for node in main.css("time[datetime]") if _publishes(node))
    days = (_day(words) for words in candidates)
    return next((day for day in days if day is not None), None)


def _publishes(node: LexborNode) -> bool:
    marks = node.attributes
    if "pubdate" in marks or marks.get("itemprop") == "datePublished":
        return True
    around = node.parent
    names = (marks.get("class") or "", (around.attributes.get("class") or "") if around is not None else "")
    return any(_PUBLISHED_NAME.search(name) for name in names)


def _day(words: str) -> date | None:
    found = _DAY.match(words)
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None

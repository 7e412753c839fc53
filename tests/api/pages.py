"""Pages as tests see them: every address, and what a page says once it is read as HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

#: One address of every sort of page, over the reference facts.
ADDRESSES: Final = (
    "/",
    "/?month=2019-05",
    "/engagements",
    "/engagements?from=2019-05&to=2019-06&kind=forum",
    "/engagements/2019-05-jp-eu-us-trilateral-1",
    "/authorities",
    "/authorities?q=FTC",
    "/authorities/us-ftc",
    "/authorities/ppc-japan",
    "/frameworks",
    "/frameworks/apec-cbpr",
    "/series",
    "/series/jp-eu-us-trilateral",
    "/series/appa-forum",
    "/documents",
    "/documents/ppc-activity-report-fy2019-h1",
    "/topics",
    "/topics/data-flows",
    "/compare",
    "/compare?a=ppc-japan&b=us-ftc",
    "/search",
    "/search?q=FTC",
    "/statistics",
    "/figures",
    "/briefings",
    "/changes?since=2026-11-01",
    "/sign-in",
)
_VOID: Final = frozenset(["meta", "link", "input", "br", "img", "hr", "rect", "line", "circle", "path"])

_BLOCKS: Final = frozenset(["dt", "dd", "p", "div", "li", "br", "td", "th", "h2", "h3", "span"])


@dataclass
class Seen(HTMLParser):
    """What stands in a page: its elements, the words of each heading, its links, and whether every tag is closed."""

    words: str = ""
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.words += " " if tag in _BLOCKS else ""
        if tag not in _VOID:
            self.open_tags.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open_tags or self.open_tags.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of every such element. ``class_`` asks for one of its classes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            told
            for name, told in self.tags
            if name == tag
            and all(
                value in told.get(key, "").split() if key == "class" else told.get(key) == value
                for key, value in wanted.items()
            )
        ]

    def links(self) -> list[str]:
        """The addresses of links inside this site."""
        return [told["href"] for told in self.all("a") if told.get("href", "").startswith("/")]


def seen(html: str) -> Seen:
    """A page, read."""
    page = Seen()
    page.feed(html)
    page.close()
    return page

"""What the rows of reference facts point to: bodies, frameworks, series, places, posts and documents by id."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.iri import content_key
from graph.model import Authority, DocumentInfo, Framework, Jurisdiction, Series, Source, Text
from graph.sources.rows import Row
from ontology.terms import TOPIC_ALIASES, Level


@dataclass
class Lookups:
    """Fills while the files are read, in the order in which they point to each other."""

    jurisdictions: dict[str, Jurisdiction] = field(default_factory=dict)
    cities: dict[str, Text] = field(default_factory=dict)
    posts: dict[str, tuple[Text, Level]] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    documents: dict[str, DocumentInfo] = field(default_factory=dict)

    def source(self, row: Row, key: str) -> Source:
        """Where the row's fact was read: the cited document, and the row (``key``) that cites it."""
        document = self.cited_document(row)
        info = self.documents[document]
        return Source(document=document, title=info.title, url=info.url, locator=f"{row.file}: {key}")

    def cited_document(self, row: Row) -> str:
        """The slug of the document that the row cites by address and title; noted on first sight.

        A row without an address is our own arrangement (an umbrella body) and cites the reference facts.
        """
        url = row.cells["source_url"]
        slug = document_slug(url)
        if slug not in self.documents:
            self.documents[slug] = DocumentInfo(
                slug=slug,
                title=written_title(row.cells["source_title"] or url),
                publisher=None,
                published=None,
                url=url,
            )
        return slug

    def topics(self, row: Row, column: str = "topics") -> tuple[str, ...]:
        """The topics of a row as slugs of the topic scheme, whose labels and aliases the row uses."""
        found: dict[str, None] = {}
        for words in row.items(column):
            found[TOPIC_ALIASES[row.pointer(column, words, TOPIC_ALIASES)]] = None
        return tuple(found)

    def post(self, row: Row, column: str, words: str) -> tuple[Text, Level]:
        """The post named by ``words``, in both languages, and its level."""
        return self.posts[row.pointer(column, words, self.posts)]


REFERENCE_DOCUMENT = "reference-facts"


def document_slug(url: str) -> str:
    """The slug of a cited document: the name in ``urn:document:{slug}``, or a key of the address."""
    if not url:
        return REFERENCE_DOCUMENT
    if url.startswith("urn:document:"):
        return url.removeprefix("urn:document:")
    return f"web-{content_key(url, length=12)}"


def written_title(title: str) -> Text:
    """A document's own title, kept in the language it is written in."""
    japanese = any("\u3040" <= character <= "\u30ff" or "\u4e00" <= character <= "\u9fff" for character in title)
    return Text(ja=title) if japanese else Text(en=title)

"""Names of things on the web: IRIs under one base, and the slugs inside them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from pyoxigraph import NamedNode

DEFAULT_BASE = "https://w3id.org/sankyoku/"

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Iris:
    """Mints the IRIs of one dataset: ``id/{type}/{slug}``, ``graph/{slug}``, ``edition/{id}`` under its base."""

    base: str = DEFAULT_BASE

    def thing(self, kind: str, slug: str) -> NamedNode:
        """The IRI of a thing, such as ``thing("authority", "us-ftc")``."""
        return NamedNode(f"{self.base}id/{kind}/{slug}")

    def graph(self, slug: str) -> NamedNode:
        """The IRI of a named graph."""
        return NamedNode(f"{self.base}graph/{slug}")

    def edition(self, edition_id: str) -> NamedNode:
        """The IRI of an edition."""
        return NamedNode(f"{self.base}edition/{edition_id}")


def slugify(words: str, most_words: int = 8) -> str:
    """An ASCII slug of at most ``most_words`` words; empty when the words have no Latin letter or digit."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    plain = plain.replace("'", "")
    return "-".join(_NOT_SLUG.sub(" ", plain).split()[:most_words])


def content_key(*parts: str | None, length: int = 16) -> str:
    """A key that depends on content alone: the first ``length`` hex digits of a SHA-256 over the parts."""
    joined = "\x1f".join(part or "" for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:length]

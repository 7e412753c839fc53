"""The columns of each file of reference facts, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SOURCE = ("source_url", "source_title", "confidence", "note")

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "jurisdictions.csv": ("code", "name_en", "name_ja", "aliases_en", "aliases_ja"),
    "cities.csv": ("name_en", "name_ja", "jurisdiction", "aliases_ja"),
    "posts.csv": ("id", "name_en", "name_ja", "level", "aliases_en", "aliases_ja"),
    "documents.csv": ("slug", "title_en", "title_ja", "publisher", "published", "url", "period", "note"),
    "authorities.csv": (
        "id",
        "name_en",
        "name_ja",
        "short_name",
        "kind",
        "jurisdiction",
        "parent_id",
        "homepage",
        "wikidata",
        *_SOURCE,
    ),
    "frameworks.csv": (
        "id",
        "name_en",
        "name_ja",
        "kind",
        "from_jurisdiction",
        "to_jurisdiction",
        "legal_reference",
        "date_adopted",
        "date_in_force",
        "date_ended",
        "status",
        "administered_by",
        *_SOURCE,
    ),
    "series.csv": ("id", "name_en", "name_ja", "kind", "convened_by", "parties", "frameworks", "note"),
    "aliases.csv": ("type", "id", "alias", "language", "context", "note"),
    "participation.csv": (
        "framework_or_network_id",
        "participant",
        "role",
        "start_date",
        "end_date",
        *_SOURCE,
    ),
    "incomplete_members.csv": ("of", "note_en", "note_ja"),
    "milestones.csv": ("date", "what_en", "what_ja", "framework", "actors", *_SOURCE),
    "engagements.csv": (
        "id",
        "date_start",
        "date_end",
        "title_en",
        "title_ja",
        "kind",
        "series",
        "ordinal",
        "country",
        "city",
        "organiser",
        "participants",
        "level",
        "topics",
        "frameworks",
        *_SOURCE,
        "status",
        "mode",
        "document",
        "section",
        "lines",
    ),
    "statements.csv": (
        "engagement",
        "type",
        "by",
        "about_en",
        "about_ja",
        "frameworks",
        "topics",
        "document",
        "section",
        "lines",
        "confidence",
        "note",
    ),
}
#: Files that a folder of facts may have beside those: how Japanese names are read.
OPTIONAL_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "readings.csv": ("type", "id", "reading", "source"),
}

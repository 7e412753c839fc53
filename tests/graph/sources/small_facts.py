"""A small folder of reference facts, whole and right, that a test can spoil in one cell."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.sources.columns import COLUMNS

_CITED = {"source_url": "https://example.org/a", "source_title": "A page", "confidence": "high"}
_BODY = {"kind": "data-protection-authority", **_CITED}

FACTS: Mapping[str, Sequence[Mapping[str, str]]] = {
    "jurisdictions.csv": [
        {"code": "JP", "name_en": "Japan", "name_ja": "日本"},
        {"code": "US", "name_en": "United States", "name_ja": "米国"},
    ],
    "cities.csv": [{"name_en": "Tokyo", "name_ja": "東京", "jurisdiction": "JP"}],
    "posts.csv": [{"id": "chair", "name_en": "Chairperson", "name_ja": "委員長", "level": "commissioner"}],
    "documents.csv": [
        {"slug": "report", "title_en": "A report", "title_ja": "報告", "publisher": "dpa", "published": "2019-10-25"}
    ],
    "authorities.csv": [
        {"id": "dpa", "name_en": "Test DPA", "name_ja": "試験委員会", "jurisdiction": "JP", **_BODY},
        {"id": "ftc", "name_en": "Test FTC", "name_ja": "試験取引委員会", "jurisdiction": "US", **_BODY},
    ],
    "frameworks.csv": [
        {
            "id": "cbpr",
            "name_en": "CBPR",
            "name_ja": "CBPRシステム",
            "kind": "certification-system",
            "from_jurisdiction": "JP",
            "date_adopted": "2011-11",
            "status": "in force",
            "administered_by": "dpa",
            **_CITED,
        }
    ],
    "series.csv": [
        {"id": "talks", "name_en": "Talks", "name_ja": "対話", "kind": "bilateral-meeting", "parties": "JP;US"}
    ],
    "aliases.csv": [{"type": "authority", "id": "ftc", "alias": "FTC", "language": "en"}],
    "participation.csv": [
        {"framework_or_network_id": "cbpr", "participant": "JP", "role": "participating-economy", **_CITED}
    ],
    "incomplete_members.csv": [{"of": "cbpr", "note_en": "ends early", "note_ja": "途中まで"}],
    "milestones.csv": [
        {"date": "2011-11", "what_en": "Begun", "what_ja": "開始", "framework": "cbpr", "actors": "dpa", **_CITED}
    ],
    "engagements.csv": [
        {
            "id": "2019-05-29-talks-1",
            "date_start": "2019-05-29",
            "date_end": "2019-05-30",
            "title_en": "First talks",
            "title_ja": "第１回対話",
            "kind": "bilateral-meeting",
            "series": "talks",
            "ordinal": "1",
            "country": "JP",
            "city": "Tokyo",
            "organiser": "dpa",
            "participants": "dpa [host] (Chairperson);ftc",
            "level": "unknown",
            "topics": "certification",
            "frameworks": "cbpr",
            "status": "held",
            "mode": "in-person",
            "document": "report",
            "section": "Ⅰ;Ⅲ",
            "lines": "10-12;40",
            "source_url": "urn:document:report",
            "source_title": "A report",
            "confidence": "high",
        }
    ],
    "statements.csv": [
        {
            "engagement": "2019-05-29-talks-1",
            "type": "agreed",
            "by": "ftc",
            "about_en": "To go on",
            "about_ja": "継続すること",
            "document": "report",
            "section": "Ⅲ",
            "lines": "41",
            "confidence": "high",
        }
    ],
}


def write_facts(folder: Path, **spoilt: Mapping[str, str]) -> Path:
    """The folder of facts; ``engagements={"kind": "party"}`` spoils cells of the first row of that file."""
    for name, rows in FACTS.items():
        changed = dict(spoilt.get(name.removesuffix(".csv"), {}))
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[name], restval="")
            writer.writeheader()
            writer.writerows([{**row, **(changed if index == 0 else {})} for index, row in enumerate(rows)])
    return folder

"""Whether a meeting was held: 予定, 延期 and 中止 say that it was not."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from graph.model import When
from ontology.terms import Status

_STATUS: Final[tuple[tuple[Status, re.Pattern[str]], ...]] = (
    ("cancelled", re.compile(r"中止|取りやめ|取り止め|cancel", re.IGNORECASE)),
    ("postponed", re.compile(r"延期|postpone", re.IGNORECASE)),
    ("planned", re.compile(r"予定(?!どおり|通り)|to be held|planned|scheduled", re.IGNORECASE)),
)
_NOTE: Final = re.compile(
    r"[（(](?:開催)?(?:を)?(?:中止|延期|予定|開催予定|実施予定|cancelled|postponed|planned)(?:となった|された)?[）)]",
    re.IGNORECASE,
)


def read_status(words: str, when: When, published: date | None) -> Status:
    """What the words say; a meeting that begins after the document was published is planned."""
    for status, form in _STATUS:
        if form.search(words):
            return status
    return "planned" if published is not None and when.earliest > published else "held"


def without_status(words: str) -> str:
    """A name without the bracketed note that it was put off."""
    return _NOTE.sub("", words).strip()

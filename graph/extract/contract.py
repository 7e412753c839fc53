"""The object that ``sankyoku extract`` prints for each account: the shape that scripts rely on.

``reasons`` and ``level`` are additions to it; fields are added, never renamed or dropped.
"""

from __future__ import annotations

from typing import Any

from graph.model import Account, Evidence, Participant, Statement, Text


def contract(account: Account) -> dict[str, Any]:
    """The account as one JSON object, its words in the document's language (else in the other)."""
    language = _language(account)
    return {
        "title": account.title.in_language(language),
        "kind": account.kind,
        "status": account.status,
        "when": {
            "edtf": account.when.edtf,
            "earliest": account.when.earliest.isoformat(),
            "latest": account.when.latest.isoformat(),
            "verbatim": account.when.verbatim,
        },
        "place": {
            "country": account.place.country,
            "countries": list(account.place.countries),
            "city": account.place.city,
            "mode": account.place.mode,
        },
        "series": account.series,
        "ordinal": account.ordinal,
        "participants": [_participant(one, language) for one in account.participants],
        "frameworks": list(account.frameworks),
        "topics": list(account.topics),
        "statements": [_statement(one, language) for one in account.statements],
        "evidence": [_evidence(one) for one in account.evidence],
        "confidence": account.confidence,
        "status_review": account.status_review,
        "reasons": list(account.reasons),
        "level": account.level,
    }


def _language(account: Account) -> str:
    """Japanese where the quoted words are, else English."""
    quoted = "".join(one.quote or "" for one in account.evidence)
    return "ja" if any("ぁ" <= sign <= "ヿ" or "一" <= sign <= "龥" for sign in quoted) else "en"


def _participant(one: Participant, language: str) -> dict[str, Any]:
    return {"authority": one.authority, "label": one.label, "role": one.role, "post": _words(one.post, language)}


def _statement(one: Statement, language: str) -> dict[str, Any]:
    return {"type": one.type, "by": one.by, "about": one.about.in_language(language), "quote": one.quote}


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "quote": one.quote,
        "page": one.page,
        "line_start": one.line_start,
        "line_end": one.line_end,
        "start": one.start,
        "end": one.end,
    }


def _words(text: Text | None, language: str) -> str | None:
    return text.in_language(language) if text else None

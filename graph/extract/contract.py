"""An account as the JSON object that ``sankyoku extract`` prints: the form that scripts rely on."""

from __future__ import annotations

from typing import Any

from graph.model import Account, Evidence, Participant, Statement, When


def contract(account: Account) -> dict[str, Any]:
    """One event with all its passages; ``title`` and ``about`` are in the document's own language."""
    return {
        "title": account.title.ja or account.title.en or "",
        "kind": account.kind,
        "status": account.status,
        "when": _when(account.when),
        "place": {
            "country": account.place.country,
            "countries": list(account.place.countries),
            "city": account.place.city,
            "mode": account.place.mode,
        },
        "series": account.series,
        "ordinal": account.ordinal,
        "level": account.level,
        "participants": [_participant(one) for one in account.participants],
        "frameworks": list(account.frameworks),
        "topics": list(account.topics),
        "statements": [_statement(one) for one in account.statements],
        "evidence": [_evidence(one) for one in account.evidence],
        "confidence": round(account.confidence, 3),
        "status_review": account.status_review,
        "reasons": list(account.reasons),
    }


def _when(when: When) -> dict[str, Any]:
    return when.model_dump(mode="json")


def _participant(participant: Participant) -> dict[str, Any]:
    post = participant.post
    return {
        "authority": participant.authority,
        "label": participant.label,
        "role": participant.role,
        "post": (post.ja or post.en) if post else None,
        "level": participant.level,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "type": statement.type,
        "by": statement.by,
        "about": statement.about.ja or statement.about.en or "",
        "strength": statement.strength,
        "frameworks": list(statement.frameworks),
        "topics": list(statement.topics),
        "quote": statement.quote,
        "evidence": _evidence(statement.evidence) if statement.evidence else None,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "quote": evidence.quote,
        "section": evidence.section,
        "page": evidence.page,
        "line_start": evidence.line_start,
        "line_end": evidence.line_end,
        "start": evidence.start,
        "end": evidence.end,
    }

"""The headline of an English document in plain text, among the lines that say whose page it is and of which sort."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_REACH: Final = 10
_LONGEST: Final = 160
_JOINED: Final = 3
_SORTS: Final = re.compile(
    r"(?:(?:press|news|media|public)\s+)?(?:releases?|news|statements?|blogs?|speech(?:es)?|articles?|advisory|notices?"
    r"|announcements?|policy\s+papers?|newsletter|update|for\s+(?:immediate\s+)?release|communiqu[ée]|home|date|type)"
    r"(?:\s+(?:no\.?\s*)?[0-9/-]+)?\s*:?",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?:date|type|published|posted|tags?|topics?|no\.?|ref(?:erence)?|contacts?|by|statement/)\b.{0,60}", re.IGNORECASE
)
_TRAIL: Final = re.compile(r"\s[>»|›]\s|\S\s{4,}\S")
_DATED: Final = re.compile(r"[0-9]{4}|[0-9]{1,2}[./][0-9]{1,2}")
_BODY: Final = re.compile(
    r"\b(?:Office|Commission|Commissioner|Authority|Department|Ministry|Agency|Board|Supervisor|Service|Institute|Council"
    r"|Assembly|Authorities|Inspectorate|Secretariat|Ombudsman)\b"
)
_NAME: Final = re.compile(r"(?:(?:[A-ZÀ-Þ(][\w'’.()&-]*|of|the|for|and|on|in|de|la|du|des|et|e|-|–|/|,)[\s,]*)+")
_EVENT: Final = re.compile(
    r"\b(?:[Ff]orum|[Mm]eetings?|[Vv]isits?|[Ss]tatement|[Dd]ialogue|[Cc]onference|[Rr]oundtable|[Mm]emorandum|[Cc]ommuniqu\S*"
    r"|[Rr]eport|[Rr]eview|[Dd]elegation|[Aa]greement|[Ww]orkshop|[Pp]lenary|[Tt]alks|[Pp]artnership"
    r"|[A-Z][a-z]+(?:ts|ns|es|ds|ps|ks)\s+(?:in\b|with\b|to\b|at\b|for\b|[A-Z]))"
)
_UNFINISHED: Final = re.compile(r"(?:,|-|\b(?:the|a|an|of|and|or|on|in|at|to|by|for|with|from|between))$")


def headline(lines: Sequence[str]) -> str | None:
    """The first line that is no masthead, date or label; None where the first line is the best there is."""
    for index, line in enumerate(lines[:_REACH]):
        words = line.strip()
        if len(words) > _LONGEST or words.endswith("."):
            return None
        if _furniture(words):
            continue
        return _whole([one.strip() for one in lines[index : index + _JOINED]]) if index else None
    return None


def _furniture(words: str) -> bool:
    """Whether a line says whose page it is, when it is of, or of which sort."""
    if _SORTS.fullmatch(words) or _LABELLED.fullmatch(words) or _TRAIL.search(words) or len(words.split()) < 2:
        return True
    if words.upper() == words:
        return not _EVENT.search(words.title())
    dated = bool(_DATED.search(words)) and len(words.split()) <= 4
    return dated or bool(_BODY.search(words) and _NAME.fullmatch(words) and not _EVENT.search(words))


def _whole(lines: Sequence[str]) -> str:
    """A headline with the lines that it goes on in."""
    words = lines[0]
    for line in lines[1:]:
        if not (_UNFINISHED.search(words) or line[:1].islower()):
            break
        words = f"{words} {line}"
    return words

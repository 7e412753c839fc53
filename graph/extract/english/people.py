"""People of an English document: their surnames, and the bodies that it says they are of."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.setting import Setting
from graph.text import normal

_NAME: Final = r"(?P<name>(?:[A-ZÀ-Þ][\w'’.-]+\s+){1,3}[A-ZÀ-Þ][\w'’-]+)"
_TITLE: Final = (
    r"(?:Chair(?:person|man|woman)?|Commissioner|President|Vice-President"
    r"|Director(?:[- ]General)?|Secretary(?:[- ]General)?|Head|Member|Deputy [A-Z]\w+)"
)
_NAME_THEN_POST: Final = re.compile(rf"{_NAME},\s+(?:the\s+)?[A-Z][\w -]{{3,50}}?\s+(?:of|at|from)\s+(?:the\s+)?$")
_POST_NAME_OF: Final = re.compile(rf"{_TITLE}\s+{_NAME}\s+(?:of|from)\s+(?:the\s+)?$")
_THEN_NAME: Final = re.compile(rf"^(?:'s)?\s*,?\s*(?:\([^()]{{1,20}}\)\s*,?\s*)?(?:{_TITLE}\s*,?\s+)?{_NAME}")
_LONGEST_DOCUMENT: Final = 60_000


def people(setting: Setting) -> dict[str, str]:
    """Surnames with bodies, as the document introduces them: Anu Talus, Chair of the EDPB."""
    text = normal(setting.document.text[:_LONGEST_DOCUMENT])
    found: dict[str, str] = {}
    for body in english_bodies(text, english_ground(text, setting)):
        if body.authority is None:
            continue
        before = text[max(0, body.start - 120) : body.start]
        hit = _NAME_THEN_POST.search(before) or _POST_NAME_OF.search(before)
        if hit is None and body.post is not None:
            hit = _THEN_NAME.search(text[body.end : body.end + 100])
        if hit is not None:
            found.setdefault(hit["name"].split()[-1], body.authority)
    return found

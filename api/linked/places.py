"""Where things are: from IRIs to addresses of this server and back, whatever base the dataset's IRIs have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from api.linked.visits import Visit
from api.linked.writing import FORMATS
from api.state import Reading

#: Kinds of things that have a page of their own among the staff pages.
PAGES: Final[Mapping[str, str]] = {
    "engagement": "/engagements",
    "authority": "/authorities",
    "framework": "/frameworks",
    "series": "/series",
    "document": "/documents",
}
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,199}")
CONTEXT: Final = "/context.jsonld"
_KEPT: Final = ("edition", "lang")


@dataclass(frozen=True)
class Place:
    """One thing as it is asked about: its IRI, the path of its address here, and the edition it is seen in."""

    iri: str
    path: str
    kind: str
    slug: str
    query: str

    @classmethod
    def of(cls, visit: Visit, kind: str, slug: str) -> Place:
        """The place of ``{base}{path}``; ``kind`` is that of ``/id/{kind}/{slug}``, or ``graph`` or ``edition``."""
        path = f"{kind}/{slug}" if kind in ("graph", "edition") else f"id/{kind}/{slug}"
        asked = visit.request.query_params
        kept = [(name, asked[name]) for name in _KEPT if name in asked]
        return cls(f"{visit.state.settings.base}{path}", f"/{path}", kind, slug, f"?{urlencode(kept)}" if kept else "")

    def data(self, suffix: str) -> str:
        """The address of its description in one format."""
        return f"{self.path}.{suffix}{self.query}"

    @property
    def page(self) -> str:
        """The address of its page."""
        home = PAGES.get(self.kind)
        return f"{home}/{self.slug}{self.query}" if home else self.data("html")


def links(place: Place, reading: Reading, *, leave_out: str = "") -> str:
    """The ``Link`` header of a thing: its other descriptions, what its words mean, and how it is cited."""
    found = [f'<{place.iri}>; rel="describes"'] if leave_out else []
    found += [
        f'<{place.data(each.suffix)}>; rel="alternate describedby"; type="{each.media_type}"'
        for each in FORMATS
        if each.suffix != leave_out
    ]
    if leave_out != "html":
        found.append(f'<{place.page}>; rel="alternate describedby"; type="text/html"')
    found.append(f'<{place.iri}?edition={reading.id}>; rel="cite-as"')
    found.append('</def>; rel="profile"')
    return ", ".join(found)

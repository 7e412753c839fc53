"""A list of engagements to take away as a table: CSV and XLSX."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from api.tables import csv_file, workbook
from graph.dates import era
from graph.model import Authority, Catalogue, Engagement, Jurisdiction
from ontology.terms import LABELS

COLUMNS: Final = (
    ("id", "識別子"),
    ("date", "日付（EDTF）"),
    ("earliest", "最も早い日"),
    ("latest", "最も遅い日"),
    ("date_ja", "日付（和暦）"),
    ("title_en", "件名（英語）"),
    ("title_ja", "件名（日本語）"),
    ("kind", "種別"),
    ("status", "状況"),
    ("country", "国・地域"),
    ("city", "開催地"),
    ("mode", "開催形式"),
    ("series", "シリーズ"),
    ("ordinal", "回次"),
    ("level", "レベル"),
    ("participants", "参加機関（識別子）"),
    ("participants_en", "参加機関（英語）"),
    ("participants_ja", "参加機関（日本語）"),
    ("frameworks", "枠組み"),
    ("topics", "主題"),
    ("statements_en", "発言等（英語）"),
    ("statements_ja", "発言等（日本語）"),
    ("sources", "出典"),
    ("disclosure", "公開区分"),
)
_WIDTHS: Final = {"title_en": 44, "title_ja": 44, "participants_en": 40, "participants_ja": 40, "sources": 40}


def to_csv(engagements: Iterable[Engagement], catalogue: Catalogue) -> bytes:
    """One row an engagement."""
    return csv_file([name for name, _ in COLUMNS], (row_of(one, catalogue) for one in engagements))


def to_xlsx(engagements: Iterable[Engagement], catalogue: Catalogue, about: Sequence[str] = ()) -> bytes:
    """A workbook: the list under headings in both languages, and a sheet that says what it was drawn from."""
    headings = [[name for name, _ in COLUMNS], [name for _, name in COLUMNS]]
    widths = {number: _WIDTHS[name] for number, (name, _) in enumerate(COLUMNS) if name in _WIDTHS}
    return workbook("engagements", headings, (row_of(one, catalogue) for one in engagements), widths, about)


def row_of(engagement: Engagement, catalogue: Catalogue) -> list[str]:
    """The cells of one engagement, in the order of ``COLUMNS``."""
    bodies = [one.authority or one.label for one in engagement.participants]
    when, place = engagement.when, engagement.place
    return [
        engagement.slug,
        when.edtf,
        when.earliest.isoformat(),
        when.latest.isoformat(),
        era(when, "ja"),
        engagement.title.en or "",
        engagement.title.ja or "",
        engagement.kind,
        engagement.status,
        "; ".join(place.countries),
        place.city or "",
        place.mode,
        engagement.series or "",
        str(engagement.ordinal or ""),
        engagement.level or "",
        "; ".join(bodies),
        "; ".join(names_of(bodies, catalogue.authorities, "en")),
        "; ".join(names_of(bodies, catalogue.authorities, "ja")),
        "; ".join(engagement.frameworks),
        "; ".join(engagement.topics),
        "; ".join(f"{one.type}: {one.about.in_language('en')}" for one in engagement.statements),
        "; ".join(
            f"{label('statement-type', one.type, 'ja')}：{one.about.in_language('ja')}" for one in engagement.statements
        ),
        "; ".join(f"{one.document}, {one.locator}" for one in engagement.sources),
        engagement.disclosure,
    ]


def label(scheme: str, value: str, language: str) -> str:
    """The name of a concept."""
    en, ja = LABELS[scheme][value]
    return ja if language == "ja" else en


def names_of(
    ids: Iterable[str], known: Mapping[str, Authority] | Mapping[str, Jurisdiction], language: str
) -> list[str]:
    """The names of ``ids``; an id itself where it is not known."""
    return [known[one].name.in_language(language) if one in known else one for one in ids]

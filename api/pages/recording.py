"""The form by which staff enter a meeting: from fields to a draft, and from a draft back to fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from api.language import Language
from api.pages.forms import Form
from graph.dates import parse_filter
from graph.errors import BadDate
from graph.index import Index
from graph.index.folding import folded
from graph.ledger import Entry
from graph.model import Account, Engagement, Participant, Statement, Text

_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
#: Rows of an empty form; a form always has one row more than is filled in.
EMPTY_ROWS: Final = 3
PERSON: Final = ("who", "role", "post", "rank")
SAID: Final = ("said", "by", "about", "due", "state")
PLAIN: Final = (
    "title_ja",
    "title_en",
    "kind",
    "when",
    "status",
    "country",
    "city",
    "mode",
    "series",
    "ordinal",
    "level",
    "note",
    "document",
    "disclosure",
    "key",
    "revision",
    "reason",
)
Row = dict[str, str]


@dataclass
class Filled:
    """The form as it stands: plain fields by name, rows of people and of statements, what is ticked."""

    plain: dict[str, str] = field(default_factory=dict)
    people: list[Row] = field(default_factory=list)
    said: list[Row] = field(default_factory=list)
    frameworks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def with_room(self, more: int = 1) -> Filled:
        """The same with empty rows at the end."""
        for rows, names in ((self.people, PERSON), (self.said, SAID)):
            wanted = max(EMPTY_ROWS if rows is self.people else 1, len(rows) + more)
            rows.extend(dict.fromkeys(names, "") for _ in range(wanted - len(rows)))
        return self


def filled_of(form: Form) -> Filled:
    """What was typed. Rows in which nothing was typed are left out."""
    return Filled(
        plain={name: form.one(name) for name in PLAIN},
        people=_rows(form, PERSON, "who", "post"),
        said=_rows(form, SAID, "about", "by", "due"),
        frameworks=tuple(filter(None, form.all("framework"))),
        topics=tuple(filter(None, form.all("topic"))),
    )


def _rows(form: Form, names: Sequence[str], *telling: str) -> list[Row]:
    columns = {name: form.all(name) for name in names}
    length = max(map(len, columns.values()), default=0)
    rows = [{name: column[at] if at < len(column) else "" for name, column in columns.items()} for at in range(length)]
    return [row for row in rows if any(row[name] for name in telling)]


def draft_fields(filled: Filled, index: Index, language: Language) -> dict[str, Any]:
    """What ``graph.drafts.draft_of`` reads. Bodies are looked up by id, name or abbreviation."""
    plain = filled.plain
    told: dict[str, Any] = {
        "title": {"ja": plain["title_ja"] or None, "en": plain["title_en"] or None},
        "participants": [_person(row, index, language) for row in filled.people],
        "statements": [_said(row, index) for row in filled.said],
        "frameworks": filled.frameworks,
        "topics": filled.topics,
        "ordinal": plain["ordinal"] or None,
    }
    for name in ("kind", "when", "status", "country", "city", "mode", "series", "level", "note", "document"):
        if plain[name]:
            told[name] = plain[name]
    for name in ("disclosure", "key"):
        told[name] = plain[name]
    return told


def _person(row: Row, index: Index, language: Language) -> dict[str, Any]:
    body = body_named(row["who"], index)
    post = {language: row["post"]} if row["post"] else None
    return {
        "authority": body,
        "label": None if body else row["who"] or None,
        "role": row["role"] or "participant",
        "post": post,
        "level": row["rank"] or None,
    }


def _said(row: Row, index: Index) -> dict[str, Any]:
    return {
        "type": row["said"],
        "by": (body_named(row["by"], index) or row["by"]) if row["by"] else None,
        "about": _text(row["about"]),
        "due": row["due"] or None,
        "state": (row["state"] or None) if row["said"] == "promised" else None,
    }


def body_named(words: str, index: Index) -> str | None:
    """The body that words name: by its id, or by a name or abbreviation that no other body has."""
    if words in index.catalogue.authorities:
        return words
    form = folded(words).strip()
    found = {name.of.id for name in index.names.all if name.of.type == "authority" and name.folded == form}
    return found.pop() if len(found) == 1 else None


def _text(words: str) -> dict[str, str | None]:
    return {"ja": words, "en": None} if _JAPANESE.search(words) else {"ja": None, "en": words or None}


def filled_from_entry(entry: Entry, index: Index, language: Language) -> Filled:
    """An entry as a form, to be changed."""
    account = entry.accounts[0]
    filled = _filled_from(account, index, language)
    note = next((one.quote for one in account.evidence if one.document == entry.slug), None)
    document = next((one.document for one in account.evidence if one.document != entry.slug), "")
    filled.people = [_person_row(one, index, language) for one in account.participants]
    filled.said = [_said_row(one, index, language) for one in account.statements]
    filled.plain |= {
        "note": note or "",
        "document": document,
        "disclosure": entry.info.disclosure,
        "key": entry.slug,
        "revision": str(len(entry.revisions)),
        "reason": "",
    }
    return filled


def filled_from_engagement(engagement: Engagement, index: Index, language: Language, key: str) -> Filled:
    """A form to add to an engagement: what, when and who are filled in, so that it is known to be the same."""
    filled = _filled_from(engagement, index, language)
    filled.people = [_person_row(one, index, language) for one in engagement.participants]
    filled.plain["key"] = key
    return filled


def empty(key: str, people: Iterable[Row] = ()) -> Filled:
    """A form with nothing in it but what cannot be asked."""
    plain = dict.fromkeys(PLAIN, "")
    return Filled(plain | {"disclosure": "internal", "status": "held", "key": key}, list(people))


def _filled_from(told: Account | Engagement, index: Index, language: Language) -> Filled:
    filled = empty("")
    filled.plain |= {
        "title_ja": told.title.ja or "",
        "title_en": told.title.en or "",
        "kind": told.kind,
        "when": told.when.verbatim or told.when.edtf if isinstance(told, Account) else told.when.edtf,
        "status": told.status,
        "country": told.place.country or "",
        "city": told.place.city or "",
        "mode": told.place.mode,
        "series": told.series or "",
        "ordinal": str(told.ordinal or ""),
        "level": told.level or "",
    }
    filled.frameworks, filled.topics = told.frameworks, told.topics
    return filled


def person_row(body: str, index: Index, language: Language) -> Row:
    """A row for a body."""
    return dict.fromkeys(PERSON, "") | {"who": _name(body, index, language)}


def _person_row(one: Participant, index: Index, language: Language) -> Row:
    who = _name(one.authority, index, language) if one.authority else one.label
    post = one.post.in_language(language) if one.post else ""
    return {"who": who, "role": one.role, "post": post, "rank": one.level or ""}


def _said_row(one: Statement, index: Index, language: Language) -> Row:
    return {
        "said": one.type,
        "by": _name(one.by, index, language) if one.by else "",
        "about": one.about.in_language(language),
        "due": (one.due.verbatim or one.due.edtf) if one.due else "",
        "state": one.state or "",
    }


def _name(slug: str, index: Index, language: Language) -> str:
    """The name of a body where it alone has it; else its id."""
    known = index.catalogue.authorities.get(slug)
    words = known.name.in_language(language) if known else slug
    return words if body_named(words, index) == slug else slug


def fields_of_form(wrong: Mapping[str, Text], language: Language) -> dict[str, str]:
    """Messages by the name of the field on the form. Those that belong to no field stay under their own names."""
    return {_field(path): words.in_language(language) for path, words in wrong.items()}


def wrong_dates(filled: Filled) -> dict[str, Text]:
    """The dates that are none, by the path of their field."""
    typed = {"when": filled.plain["when"]}
    typed |= {f"statements.{at}.due": row["due"] for at, row in enumerate(filled.said)}
    wrong = {}
    for path, words in typed.items():
        try:
            if words:
                parse_filter(words)
        except BadDate as error:
            wrong[path] = Text(en=error.en, ja=error.ja)
    return wrong


def _field(path: str) -> str:
    head, _, rest = path.partition(".")
    number, _, part = rest.partition(".")
    if head == "title":
        return "title_ja"
    if head == "participants" and number.isdigit():
        names = {"role": "role", "post": "post", "level": "rank"}
        return f"{names.get(part.partition('.')[0], 'who')}-{number}"
    if head == "statements" and number.isdigit():
        names = {"type": "said", "by": "by", "due": "due", "state": "state"}
        return f"{names.get(part.partition('.')[0], 'about')}-{number}"
    return "who-0" if head == "participants" else head

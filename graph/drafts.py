"""A meeting as staff type it: what a form or a program sends, and the account that it makes.

Whatever does not fit is named field by field, in both languages, before anything is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any, Final

from pydantic import Field, ValidationError

from graph.dates import parse_filter
from graph.errors import BadDate, FieldsWrong
from graph.iri import content_key
from graph.model import Account, Catalogue, Disclosure, Evidence, Participant, Place, Record, Statement, Text, When
from ontology.terms import TOPICS, CommitmentState, Kind, Level, Mode, Role, StatementType, Status, Strength

#: What an account made by hand says that it was read by.
RECORDER: Final = "person/1"
_LONGEST: Final = 20_000
_LONG_WORDS: Final = 2_000
_LONG_NAME: Final = 300
_MOST: Final = 300
_STRENGTH: Final[Mapping[str, Strength]] = {
    "proposed": "stated",
    "explained": "stated",
    "shared": "discussed",
    "discussed": "discussed",
    "confirmed": "confirmed",
    "promised": "confirmed",
    "agreed": "agreed",
    "signed": "signed",
}


class SaidBy(Record):
    """A statement as entered. ``due`` is a date as typed, for a promise."""

    type: StatementType
    by: str | None = None
    about: Text
    frameworks: tuple[str, ...] = Field((), max_length=_MOST)
    topics: tuple[str, ...] = Field((), max_length=_MOST)
    due: str | None = Field(None, max_length=100)
    state: CommitmentState | None = None


class TookPart(Record):
    """Who took part, as entered: a body's id, or words where the body is not known."""

    authority: str | None = None
    label: str | None = Field(None, max_length=_LONG_NAME)
    role: Role = "participant"
    post: Text | None = None
    level: Level | None = None


class Draft(Record):
    """A meeting as entered. ``when`` is a date as typed (ISO, EDTF or era); ``note`` is the evidence in words.

    ``document`` names a document of the edition that tells of it. ``key`` is the form's own: sent twice, it makes
    one entry.
    """

    title: Text
    kind: Kind
    when: str = Field(max_length=100)
    status: Status = "held"
    country: str | None = None
    city: str | None = Field(None, max_length=_LONG_NAME)
    mode: Mode = "unknown"
    series: str | None = None
    ordinal: int | None = Field(None, ge=1, le=9999)
    level: Level | None = None
    participants: tuple[TookPart, ...] = Field(min_length=1, max_length=_MOST)
    frameworks: tuple[str, ...] = Field((), max_length=_MOST)
    topics: tuple[str, ...] = Field((), max_length=_MOST)
    statements: tuple[SaidBy, ...] = Field((), max_length=_MOST)
    note: str = Field(min_length=1, max_length=_LONGEST)
    document: str | None = None
    disclosure: Disclosure = "internal"
    key: str = Field(min_length=8, max_length=80)


def draft_of(told: Mapping[str, Any]) -> Draft:
    """A draft from what a form or a program sends. Raises ``FieldsWrong``, naming every field that does not fit."""
    try:
        return Draft.model_validate(told)
    except ValidationError as error:
        wrong = {".".join(str(part) for part in one["loc"]): one["msg"] for one in error.errors()}
        raise FieldsWrong({name: Text(en=said, ja=_japanese(said)) for name, said in wrong.items()}) from error


def slug_of(draft: Draft) -> str:
    """The name of the entry that a draft makes, always the same for one form."""
    return f"note-{content_key(draft.key, length=12)}"


def account_of(draft: Draft, catalogue: Catalogue, documents: Set[str], slug: str) -> Account:
    """The account of a draft under the name of its entry; ``documents`` are those that may be pointed to.

    Raises ``FieldsWrong`` with a message for every field that is wrong.
    """
    wrong = {**dict(_unknown(draft, catalogue, documents)), **dict(_too_long(draft))}
    when = _date(draft.when, "when", wrong)
    dues = [
        _date(said.due, f"statements.{i}.due", wrong) if said.due else None for i, said in enumerate(draft.statements)
    ]
    if wrong or when is None:
        raise FieldsWrong(wrong)
    evidence = [Evidence(document=slug, quote=draft.note, start=0, end=len(draft.note))]
    if draft.document:
        evidence.append(Evidence(document=draft.document))
    return Account(
        source=slug,
        title=draft.title,
        kind=draft.kind,
        status=draft.status,
        when=when,
        place=Place(
            country=draft.country,
            countries=(draft.country,) if draft.country else (),
            city=draft.city or None,
            mode=draft.mode,
        ),
        series=draft.series,
        ordinal=draft.ordinal,
        level=draft.level,
        participants=tuple(_participant(one, catalogue) for one in draft.participants),
        frameworks=draft.frameworks,
        topics=draft.topics,
        statements=tuple(_statement(*one, evidence[0]) for one in zip(draft.statements, dues, strict=True)),
        evidence=tuple(evidence),
        confidence=1.0,
        extractor=RECORDER,
    )


def _participant(told: TookPart, catalogue: Catalogue) -> Participant:
    known = catalogue.authorities.get(told.authority or "")
    label = told.label or (known.name.in_language("ja") if known else "")
    return Participant(authority=told.authority, label=label, role=told.role, post=told.post, level=told.level)


def _statement(said: SaidBy, due: When | None, evidence: Evidence) -> Statement:
    return Statement(
        type=said.type,
        by=said.by,
        about=said.about,
        frameworks=said.frameworks,
        topics=said.topics,
        strength=_STRENGTH[said.type],
        due=due,
        state=said.state or ("open" if said.type == "promised" else None),
        evidence=evidence,
    )


def _date(words: str, field: str, wrong: dict[str, Text]) -> When | None:
    try:
        return parse_filter(words)
    except BadDate as error:
        wrong[field] = Text(en=error.en, ja=error.ja)
        return None


def _unknown(draft: Draft, catalogue: Catalogue, documents: Set[str]) -> Iterable[tuple[str, Text]]:
    """Every field that names something that is not there, or says nothing."""
    checks: list[tuple[str, Iterable[str | None], Iterable[str]]] = [
        ("country", [draft.country], catalogue.jurisdictions),
        ("series", [draft.series], catalogue.series),
        ("document", [draft.document], documents),
        ("frameworks", draft.frameworks, catalogue.frameworks),
        ("topics", draft.topics, TOPICS),
    ]
    for place, one in enumerate(draft.participants):
        checks.append((f"participants.{place}.authority", [one.authority], catalogue.authorities))
        if not one.authority and not (one.label or "").strip():
            yield f"participants.{place}", Text(en="a body or its name is needed.", ja="機関又はその名称が必要です。")
    for place, said in enumerate(draft.statements):
        checks.append((f"statements.{place}.by", [said.by], catalogue.authorities))
        checks.append((f"statements.{place}.frameworks", said.frameworks, catalogue.frameworks))
        checks.append((f"statements.{place}.topics", said.topics, TOPICS))
        if not (said.about.en or said.about.ja):
            yield f"statements.{place}.about", Text(en="say what it is about.", ja="内容を入力してください。")
    if not (draft.title.en or draft.title.ja):
        yield "title", Text(en="a title is needed.", ja="件名を入力してください。")
    for field, values, known in checks:
        for value in values:
            if value and value not in known:
                yield field, Text(en=f"{value[:60]} is not known.", ja=f"「{value[:60]}」は登録されていません。")


def _too_long(draft: Draft) -> Iterable[tuple[str, Text]]:
    """Every field with more words than a page can show."""
    texts: list[tuple[str, Text | None, int]] = [("title", draft.title, _LONG_WORDS)]
    texts += [(f"participants.{place}.post", one.post, _LONG_NAME) for place, one in enumerate(draft.participants)]
    texts += [(f"statements.{place}.about", said.about, _LONG_WORDS) for place, said in enumerate(draft.statements)]
    for field, text, most in texts:
        if text is not None and max(len(text.en or ""), len(text.ja or "")) > most:
            yield field, Text(en=f"at most {most:,} characters.", ja=f"{most:,}字以内で入力してください。")


def _japanese(said: str) -> str:
    """The sentences that pydantic says most often, in Japanese; else a general one."""
    for start, words in (
        ("Field required", "入力してください。"),
        ("Input should be", "選択肢から選んでください。"),
        ("String should have at least", "入力が短すぎます。"),
        ("String should have at most", "入力が長すぎます。"),
        ("Tuple should have at least", "一つ以上必要です。"),
        ("Tuple should have at most", "数が多すぎます。"),
        ("Extra inputs", "この項目はありません。"),
    ):
        if said.startswith(start):
            return words
    return "入力が正しくありません。"

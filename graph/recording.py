"""Meetings, statements and commitments that staff enter by hand, each with a note or a document as evidence.

An entry is a note in the ledger: it is read like a document, resolved like any account, public or internal.
Changing it keeps what it said before; withdrawing it keeps it with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import Field, ValidationError

from graph.build import Outcome, Run, publish_change
from graph.dates import parse_filter
from graph.errors import BadDate, Changed, FieldsWrong, NotFound
from graph.iri import content_key
from graph.ledger import Entry, Ledger, Revision, read_ledger
from graph.model import (
    Account,
    Catalogue,
    Disclosure,
    DocumentInfo,
    Evidence,
    Participant,
    Place,
    Record,
    Statement,
    Text,
    When,
)
from graph.reading import now_utc
from graph.sources.facts import known_facts
from graph.store.dataset import Dataset
from ontology.terms import TOPICS, CommitmentState, Kind, Level, Mode, Role, StatementType, Status, Strength

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


def record(dataset: Dataset, run: Run, draft: Draft) -> tuple[Outcome, str]:
    """Enters a meeting; the second value is the slug of its engagement. Sent twice, it is entered once.

    Raises ``FieldsWrong``, ``InvalidGraph``, ``LockHeld``, and ``Changed`` where the same form says something else.
    """

    def change(ledger: Ledger, facts: Path) -> Ledger:
        account = _account(draft, ledger, known_facts(facts).catalogue)
        sent = ledger.entry(_slug(draft.key))
        if sent is not None:
            _check_same(sent, account)
            return ledger
        now = now_utc()
        entry = Entry(
            sort="note",
            info=_info(draft, run.who),
            name=_slug(draft.key),
            extractor=RECORDER,
            first_seen=now,
            last_seen=now,
            who=run.who,
            accounts=(account,),
        )
        return ledger.with_entries([entry])

    outcome = publish_change(dataset, change, run, note="record")
    return outcome, engagement_of(dataset, _slug(draft.key))


def revise(dataset: Dataset, run: Run, note: str, draft: Draft, *, revision: int, reason: str) -> Outcome:
    """Changes an entry. ``revision`` is the number of changes that the person saw.

    Raises ``NotFound``, ``FieldsWrong``, and ``Changed`` where somebody else was quicker.
    """

    def change(ledger: Ledger, facts: Path) -> Ledger:
        entry = _entry(ledger, note)
        if entry.sort != "note":  # what a document says is corrected in review, never written over
            raise _none_such(note)
        if len(entry.revisions) != revision:
            raise Changed(
                f"{entry.revisions[-1].who if entry.revisions else 'Somebody'} changed this entry meanwhile; "
                "look at it again before you change it.",
                "この記録は他の利用者により変更されています。内容を確認してから変更してください。",
            )
        account = _account(draft, ledger, known_facts(facts).catalogue, slug=entry.slug)
        told = Revision(account=entry.accounts[0], who=run.who, at=now_utc(), reason=reason)
        changed = entry.model_copy(
            update={
                "accounts": (account,),
                "info": _info(draft, entry.who).model_copy(update={"slug": entry.slug}),
                "revisions": (*entry.revisions, told),
                "last_seen": told.at,
            }
        )
        return ledger.with_entries([changed])

    return publish_change(dataset, change, run, note="revise")


def withdraw(dataset: Dataset, run: Run, note: str, reason: str) -> Outcome:
    """Takes an entry or a document out of what is told, with a reason; it stays in the record."""
    if not reason.strip():
        raise FieldsWrong({"reason": Text(en="a reason is needed.", ja="理由を入力してください。")})

    def change(ledger: Ledger, _: Path) -> Ledger:
        entry = _entry(ledger, note)
        return ledger.with_entries([entry.model_copy(update={"withdrawn": f"{run.who}: {reason.strip()}"})])

    return publish_change(dataset, change, run, note="withdraw")


def engagement_of(dataset: Dataset, note: str) -> str:
    """The slug of the engagement that an entry tells of. Raises ``NotFound``."""
    entry = read_ledger(dataset.edition()).entry(note)
    if entry is None or not entry.given:
        raise _none_such(note)
    return entry.given[0].slug


def entries(dataset: Dataset) -> tuple[Entry, ...]:
    """Every entry made by hand, the withdrawn ones too."""
    return read_ledger(dataset.edition()).by_slug.of_sort("note")


def _entry(ledger: Ledger, slug: str) -> Entry:
    entry = ledger.entry(slug)
    if entry is None or entry.withdrawn is not None:
        raise _none_such(slug)
    return entry


def _none_such(slug: str) -> NotFound:
    return NotFound(f"There is no entry {slug[:60]}.", f"記録 {slug[:60]} はありません。")


def _check_same(sent: Entry, account: Account) -> None:
    """Raises ``Changed`` where a form that was sent before, and perhaps changed since, comes back with other words."""
    told = (*(revision.account for revision in sent.revisions), *sent.accounts)
    if account not in told:
        raise Changed(
            "This form was sent before with other words, and entered so. Change that entry; or send this once more "
            "to enter a second one (programs: under another key).",
            "この様式は別の内容で送信・記録済みです。その記録を変更するか、別の件として記録する場合は"
            "もう一度送信してください（プログラムからは key を変えて送信）。",
        )


def _slug(key: str) -> str:
    return f"note-{content_key(key, length=12)}"


def _info(draft: Draft, who: str) -> DocumentInfo:
    return DocumentInfo(
        slug=_slug(draft.key),
        title=Text(en=f"Note: {draft.title.in_language('en')}", ja=f"記録：{draft.title.in_language('ja')}"),
        publisher=None,
        published=None,
        url=None,
        disclosure=draft.disclosure,
    )


def _account(draft: Draft, ledger: Ledger, catalogue: Catalogue, slug: str | None = None) -> Account:
    """The account of a draft. Raises ``FieldsWrong`` with a message for every field that is wrong."""
    wrong = {**dict(_unknown(draft, catalogue, ledger)), **dict(_too_long(draft))}
    when = _date(draft.when, "when", wrong)
    dues = [
        _date(said.due, f"statements.{i}.due", wrong) if said.due else None for i, said in enumerate(draft.statements)
    ]
    if wrong or when is None:
        raise FieldsWrong(wrong)
    note = slug or _slug(draft.key)
    evidence = [Evidence(document=note, quote=draft.note, start=0, end=len(draft.note))]
    if draft.document:
        evidence.append(Evidence(document=draft.document))
    return Account(
        source=note,
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


def _unknown(draft: Draft, catalogue: Catalogue, ledger: Ledger) -> Iterable[tuple[str, Text]]:
    """Every field that names something that is not there, or says nothing."""
    documents = catalogue.documents.keys() | ledger.by_slug.keys()
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

"""Meetings, statements and commitments that staff enter by hand, each with a note or a document as evidence.

An entry is a note in the ledger: it is read like a document, resolved like any account, public or internal.
Changing it keeps what it said before; withdrawing it keeps it with the reason.
"""

from __future__ import annotations

from pathlib import Path

from graph.build import Outcome, Run, publish_change
from graph.drafts import RECORDER, Draft, account_of, slug_of
from graph.errors import Changed, FieldsWrong, NotFound
from graph.ledger import Entry, Ledger, Revision, read_ledger
from graph.model import Account, DocumentInfo, Text
from graph.reading import now_utc
from graph.sources.facts import known_facts
from graph.store.dataset import Dataset


def record(dataset: Dataset, run: Run, draft: Draft) -> tuple[Outcome, str]:
    """Enters a meeting; the second value is the slug of its engagement. Sent twice, it is entered once.

    Raises ``FieldsWrong``, ``InvalidGraph``, ``LockHeld``, and ``Changed`` where the same form says something else.
    """

    def change(ledger: Ledger, facts: Path) -> Ledger:
        account = _account(draft, ledger, facts, slug_of(draft))
        sent = ledger.entry(slug_of(draft))
        if sent is not None:
            _check_same(sent, account)
            return ledger
        now = now_utc()
        entry = Entry(
            sort="note",
            info=_info(draft, run.who),
            name=slug_of(draft),
            extractor=RECORDER,
            first_seen=now,
            last_seen=now,
            who=run.who,
            accounts=(account,),
        )
        return ledger.with_entries([entry])

    outcome = publish_change(dataset, change, run, note="record")
    return outcome, engagement_of(dataset, slug_of(draft))


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
        account = _account(draft, ledger, facts, entry.slug)
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


def _info(draft: Draft, who: str) -> DocumentInfo:
    return DocumentInfo(
        slug=slug_of(draft),
        title=Text(en=f"Note: {draft.title.in_language('en')}", ja=f"記録：{draft.title.in_language('ja')}"),
        publisher=None,
        published=None,
        url=None,
        disclosure=draft.disclosure,
    )


def _account(draft: Draft, ledger: Ledger, facts: Path, slug: str) -> Account:
    catalogue = known_facts(facts).catalogue
    return account_of(draft, catalogue, catalogue.documents.keys() | ledger.by_slug.keys(), slug)

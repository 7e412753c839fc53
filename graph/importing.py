"""Lists of meetings (CSV, XLSX) that staff bring in: first what each row would become, then the list itself.

A list is a document: read by the same reader as any other, with the same review queue. The same list sent twice,
under whatever name, is one.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from graph.build import Outcome, Run, publish_change
from graph.dates import parse_filter
from graph.document import Document
from graph.errors import BadDate, NotFound
from graph.index import Index
from graph.iri import Iris
from graph.knowledge import Knowledge
from graph.ledger import Entry, Ledger, facts_folder, read_ledger
from graph.model import Account, Disclosure, Engagement, Text
from graph.part import Step, part_of
from graph.reading import Read, Wish, columns_kept, entry_of, gazetteer_of, keep, now_utc, read_in, unused_slug
from graph.sheets import Sheet, SheetRow, sheets_of
from graph.sources.facts import known_facts, reference_folder
from graph.sources.limits import too_many, unreadable
from graph.sources.read import kind_of, read_bytes
from graph.store.dataset import Dataset
from graph.store.manifest import VIEWS
from graph.text import key

#: As many rows as one list may have; longer ones are split, or read with ``sankyoku ingest``.
MOST_ROWS: Final = 5_000
State = Literal["new", "known", "review", "wrong", "left-out"]

_NO_DATE: Final = Text(en="a date is needed.", ja="時期を入力してください。")
_COARSE: Final = Text(en="a month or a day is needed.", ja="月又は日まで必要です。")
_NO_NAME: Final = Text(en="what or with whom is needed.", ja="会議名又は相手方を入力してください。")
_HOME_ALONE: Final = Text(
    en="no body or place abroad is known in this row: it is taken for a meeting at home. Name the body or the country.",
    ja="国外の機関・場所を確認できないため、国内の用務と判断しました。機関名又は国名を補ってください。",
)
_NO_HEADINGS: Final = Text(
    en="say which column holds the date, and which the meeting or the counterpart.",
    ja="時期の列と、会議名又は相手方の列を指定してください。",
)
_MAYBE_KNOWN: Final = Text(
    en="this may be a meeting that is known already; a person has to say.",
    ja="既知の会合等と同一の可能性があります。ご判断ください。",
)


@dataclass(frozen=True)
class Sent:
    """A list as sent. ``columns``: what the columns hold, by heading, where a person says so."""

    data: bytes
    name: str
    columns: Mapping[str, str] = field(default_factory=dict)
    publisher: str | None = None
    published: date | None = None
    disclosure: Disclosure = "internal"

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Foreseen:
    """What a row becomes: engagements (those known before, or those that it makes), or what is wrong with which cell.

    ``column`` counts from 0. ``reasons`` say why a person has to look at it.
    """

    sheet: int
    row: SheetRow
    state: State
    engagements: tuple[Engagement, ...] = ()
    accounts: tuple[Account, ...] = ()
    reasons: tuple[str, ...] = ()
    column: int | None = None
    message: Text | None = None


@dataclass(frozen=True)
class Outlook:
    """What a list becomes. ``unchanged``: it is in the edition already; ``replaces``: another list of its name is."""

    document: str
    sheets: tuple[Sheet, ...]
    rows: tuple[Foreseen, ...]
    unchanged: bool
    replaces: Entry | None
    warnings: tuple[Text, ...]

    def counts(self) -> dict[State, int]:
        """How many rows become what."""
        found = Counter(one.state for one in self.rows)
        states: tuple[State, ...] = ("new", "known", "review", "wrong", "left-out")
        return {state: found[state] for state in states}


@dataclass(frozen=True)
class _List:
    """A list as read."""

    read: Read
    document: Document
    sheets: tuple[Sheet, ...]


def foresee(dataset: Dataset, base: str, sent: Sent) -> Outlook:
    """What each row of a list would become; nothing is written. Raises ``UnreadableDocument``, ``NotFound``."""
    edition = dataset.edition()
    facts = facts_folder(edition) or reference_folder()
    told = _listed(dataset, sent)
    ledger = read_ledger(edition)
    entry, before = _entry(told.read, sent, ledger, "sankyoku")
    indexes = {view: Index.open(edition.index_path(view), edition.id) for view in VIEWS}
    step = Step(known_facts(facts), ledger, ledger.with_entries([entry]), looked_at=(entry.slug,))
    part = part_of(indexes, step, Iris(base))
    there = {one.slug for one in part.before["internal"].engagements}
    return _outlook(told, entry, before, _Engaged(part.after["internal"], entry.slug, there))


def bring_in(dataset: Dataset, run: Run, sent: Sent) -> tuple[Outcome, str]:
    """Takes a list in; the second value is the slug of its document. Sent twice, it is taken in once.

    Raises ``UnreadableDocument``, ``NotFound``, ``InvalidGraph``, ``LockHeld``.
    """
    told = _listed(dataset, sent)
    slugs: list[str] = []

    def change(ledger: Ledger, _: object) -> Ledger:
        entry, _before = _entry(told.read, sent, ledger, run.who)
        slugs.append(entry.slug)
        keep(dataset, told.read)
        return ledger.with_entries([entry])

    outcome = publish_change(dataset, change, run, note="import")
    return outcome, slugs[-1]


def _listed(dataset: Dataset, sent: Sent) -> _List:
    """The list, read with and without the columns that a person named."""
    if kind_of(sent.data, sent.name) not in ("csv", "xlsx"):
        raise unreadable(
            sent.name, "is not a list; give a CSV or XLSX file", "は一覧ではありません。CSV又はXLSXを指定してください"
        )
    facts = facts_folder(dataset.edition()) or reference_folder()
    if sent.publisher is not None and sent.publisher not in gazetteer_of(facts).bodies:
        raise NotFound(f"There is no body {sent.publisher[:60]}.", f"機関 {sent.publisher[:60]} はありません。")
    before = _before(sent, read_ledger(dataset.edition()))
    name = before.name if before is not None and before.info.sha256 == sent.sha256 else sent.name
    raw = read_bytes(sent.data, name, sent.publisher, sent.published)
    columns = {**_columns_before(dataset, before, raw), **sent.columns}
    document = read_bytes(sent.data, name, sent.publisher, sent.published, columns=columns) if columns else raw
    sheets = sheets_of(document, raw, columns)
    rows = sum(len(sheet.rows) for sheet in sheets)
    if not rows:
        raise unreadable(
            sent.name, "has no rows below its headings", "には見出しの下に行がありません。ファイルを確認してください"
        )
    if rows > MOST_ROWS:
        raise too_many(sent.name, MOST_ROWS, "rows", "行数")
    return _List(read_in(document, name, sent.data, facts, columns), document, sheets)


def _before(sent: Sent, ledger: Ledger) -> Entry | None:
    """The same list taken in before, under whatever name; else one of the same name."""
    documents = [entry for entry in ledger.entries if entry.sort == "document"]
    same = next((entry for entry in documents if entry.info.sha256 == sent.sha256), None)
    return same or next((entry for entry in documents if entry.name == sent.name), None)


def _columns_before(dataset: Dataset, before: Entry | None, raw: Document) -> dict[str, str]:
    """What the columns held last time, where the list still has them: a list that comes every month is told once."""
    kept = columns_kept(dataset, before.info.sha256) if before is not None and before.info.sha256 else {}
    there = {key(raw.text[cell.start : cell.end]) for grid in raw.grids for row in grid.rows[:1] for cell in row}
    return kept if all(key(heading) in there for heading in kept) else {}


def _entry(read: Read, sent: Sent, ledger: Ledger, who: str) -> tuple[Entry, Entry | None]:
    """The ledger entry that a list becomes, and the one before it."""
    own = unused_slug(read, ledger)
    before = ledger.entry(own.info.slug)
    wish = Wish(sent.publisher, sent.published, sent.disclosure, who)
    return entry_of(own, wish, before, now_utc()), before


def _outlook(told: _List, entry: Entry, before: Entry | None, engaged: _Engaged) -> Outlook:
    rows = [(sheet, row) for sheet in told.sheets for row in sheet.rows]
    starts = [row.start for _, row in rows]
    accounts: dict[int, list[Account]] = {}
    for account in engaged.accounts:
        start = next((one.start for one in account.evidence if one.start is not None), None)
        if start is not None:
            accounts.setdefault(bisect_right(starts, start) - 1, []).append(account)
    return Outlook(
        document=entry.slug,
        sheets=told.sheets,
        rows=tuple(
            _foreseen(sheet, row, tuple(accounts.get(at, ())), engaged)
            for at, (sheet, row) in enumerate(rows)
            if any(row.cells)
        ),
        unchanged=entry is before,
        replaces=before if before is not None and entry.info.sha256 != before.info.sha256 else None,
        warnings=told.read.warnings,
    )


class _Engaged:
    """The accounts of a document, and which engagement each is one telling of: known before, or told by it alone."""

    def __init__(self, known: Knowledge, document: str, before: Collection[str]) -> None:
        self.accounts = [one for one in known.decided.accounts if one.source == document]
        mine = {id(one) for one in self.accounts}
        by_slug = {one.slug: one for one in known.engagements}
        self._of: dict[int, tuple[Engagement, bool]] = {}
        for slug, members in known.resolved.accounts.items():
            told = mine & {id(one) for one in members}
            is_known = slug in before or len(told) < len(members)
            self._of |= dict.fromkeys(told, (by_slug[slug], is_known))
        self._unsure = {id(one) for pair in known.resolved.unsure for one in pair}

    def state(self, account: Account) -> tuple[State, Engagement | None]:
        """What an account becomes, and the engagement that it tells of."""
        if account.status_review == "rejected":
            return "left-out", None
        engagement, is_known = self._of.get(id(account), (None, False))
        if engagement is None or id(account) in self._unsure:
            return "review", engagement
        return ("known" if is_known else "new"), engagement

    def reasons(self, account: Account) -> tuple[str, ...]:
        """Why a person has to look at an account."""
        doubt = f"{_MAYBE_KNOWN.en} / {_MAYBE_KNOWN.ja}"
        return (*account.reasons, doubt) if id(account) in self._unsure else account.reasons


_WORST_FIRST: Final[tuple[State, ...]] = ("review", "new", "known", "left-out")


def _foreseen(sheet: Sheet, row: SheetRow, accounts: tuple[Account, ...], engaged: _Engaged) -> Foreseen:
    if not accounts:
        return _not_read(sheet, row)
    found = [engaged.state(one) for one in accounts]
    return Foreseen(
        sheet.number,
        row,
        state=min((state for state, _ in found), key=_WORST_FIRST.index),
        engagements=tuple({one.slug: one for _, one in found if one is not None}.values()),
        accounts=accounts,
        reasons=tuple(dict.fromkeys(reason for one in accounts for reason in engaged.reasons(one))),
    )


def _not_read(sheet: Sheet, row: SheetRow) -> Foreseen:
    """A row that tells of nothing, with what is wrong and where, or why it is left out."""
    if not sheet.understood:
        return Foreseen(sheet.number, row, "wrong", message=_NO_HEADINGS)
    column, message = next(_slips(sheet, row), (None, _HOME_ALONE))
    state: State = "left-out" if column is None else "wrong"
    return Foreseen(sheet.number, row, state, column=column, message=message)


def _slips(sheet: Sheet, row: SheetRow) -> Iterator[tuple[int, Text]]:
    """The cells that cannot be used, each with its message."""
    dated = [at for at, kind in enumerate(sheet.kinds) if kind in ("date", "start")]
    named = [at for at, kind in enumerate(sheet.kinds) if kind == "name"]
    for at in dated:
        message = _of_date(row.cells[at])
        if message is not None:
            yield at, message
    if named and not any(row.cells[at].strip() for at in named):
        yield named[0], _NO_NAME


def _of_date(words: str) -> Text | None:
    if not words.strip():
        return _NO_DATE
    try:
        when = parse_filter(words)
    except BadDate as error:
        return Text(en=error.en, ja=error.ja)
    return None if when.precision in ("day", "month") else _COARSE

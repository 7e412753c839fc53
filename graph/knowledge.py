"""What each view knows: the sources it may see, joined into engagements, with names that stay.

It is worked out of all sources, or of a part of them that nothing outside can touch (see ``graph.reach``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.iri import Iris
from graph.ledger import Entry, Given, Ledger
from graph.model import Account, Catalogue, Disclosure, DocumentInfo, Engagement, Text
from graph.resolve.decisions import Decided, Decision, apply
from graph.resolve.engagements import Naming, Resolved, resolve
from graph.resolve.marks import by_source, find, mark_of
from graph.sources.facts import ReferenceFacts

Slugs = Mapping[str, str]


@dataclass(frozen=True)
class Scope:
    """What is worked out: entries and accounts of facts, with the catalogue of each view and what people decided.

    ``is_joined`` says of an account, by its source and its place there, whether it is among those joined into
    engagements; the others of an entry are there because its graph tells of them too. ``is_taken`` says whether an
    engagement outside the scope has a slug.
    """

    entries: tuple[Entry, ...]
    facts: tuple[Account, ...]
    catalogues: Mapping[Disclosure, Catalogue]
    decisions: tuple[Decision, ...]
    is_joined: Callable[[str, int], bool] = lambda source, place: True
    is_taken: Callable[[Disclosure, str], bool] = lambda view, slug: False


@dataclass(frozen=True)
class Knowledge:
    """One view: its catalogue, the entries it sees, all accounts as read and as decided, and their engagements.

    ``elsewhere`` are the slugs of accounts that were not joined here, by their short marks.
    """

    view: Disclosure
    catalogue: Catalogue
    entries: tuple[Entry, ...]
    accounts: tuple[Account, ...]
    decided: Decided
    resolved: Resolved
    elsewhere: Slugs = field(default_factory=dict)

    @property
    def engagements(self) -> tuple[Engagement, ...]:
        """The engagements in order of time."""
        return self.resolved.engagements

    def slug_of_accounts(self) -> dict[str, str]:
        """The slug of the engagement that each accepted account tells of, by the account's short mark."""
        here = {mark_of(account).short: slug for slug, members in self.resolved.accounts.items() for account in members}
        return {**self.elsewhere, **here}


Views = Mapping[Disclosure, Knowledge]


def know(facts: ReferenceFacts, ledger: Ledger, iris: Iris) -> dict[Disclosure, Knowledge]:
    """What both views know, of all sources."""
    return know_within(whole(facts, ledger), iris)


def know_within(scope: Scope, iris: Iris) -> dict[Disclosure, Knowledge]:
    """What both views know of a scope. Where nothing in it is internal they know the same: it is worked out once."""
    public = _know(scope, iris, "public", {})
    if all(entry.info.disclosure == "public" for entry in scope.entries):
        same = replace(public, view="internal", catalogue=scope.catalogues["internal"])
        return {"public": public, "internal": same}
    internal = _know(scope, iris, "internal", public.slug_of_accounts())
    return {"public": public, "internal": _marked(internal, {one.slug for one in public.engagements})}


def whole(facts: ReferenceFacts, ledger: Ledger) -> Scope:
    """Everything."""
    catalogues: dict[Disclosure, Catalogue] = {}
    for view in ("public", "internal"):
        infos = [entry.info for entry in ledger.entries if entry.seen_by(view)]
        catalogues[view] = with_documents(facts.catalogue, facts.catalogue, infos)
    return Scope(ledger.entries, tuple(facts.accounts), catalogues, ledger.decisions)


def with_documents(catalogue: Catalogue, facts: Catalogue, infos: Iterable[DocumentInfo]) -> Catalogue:
    """The catalogue with documents that were read; what facts know of them fills what they do not say."""
    documents = dict(catalogue.documents)
    for info in infos:
        known = facts.documents.get(info.slug)
        documents[info.slug] = info if known is None else _filled(info, known)
    return catalogue.model_copy(update={"documents": documents})


def with_names(ledger: Ledger, views: Views) -> Ledger:
    """The ledger, in which the entries that the views see have the slugs that are in use now."""
    public, internal = (views[view].slug_of_accounts() for view in ("public", "internal"))
    accounts = by_source(views["internal"].decided.accounts)
    seen = {entry.slug for entry in views["internal"].entries}

    def named(entry: Entry) -> Entry:
        marks = [mark_of(account) for account in accounts.get(entry.slug, ())] if entry.slug in seen else []
        given = [
            Given(mark=mark, slug=slug, public=shown if (shown := public.get(mark.short)) != slug else None)
            for mark in marks
            if (slug := internal.get(mark.short))
        ]
        return entry.model_copy(update={"given": tuple(given)})

    concerned = seen | ledger.by_slug.changed.keys()
    return ledger.with_given(named(ledger.by_slug[slug]) for slug in sorted(concerned))


def gone(before: Iterable[Given], facts: Iterable[str], now: Knowledge, ledger: Ledger) -> dict[str, str | None]:
    """Where slugs that are no more went: to the engagement that took over their accounts, or nowhere (None).

    ``before`` were given, ``facts`` are the names that reference facts give; ``now`` is where they are looked for.
    """
    given = list(before)
    live = {one.slug for one in now.engagements} | set(now.elsewhere.values())
    took_over = now.slug_of_accounts()
    heirs: dict[str, str | None] = {one.slug: took_over[one.mark.short] for one in given if one.mark.short in took_over}
    heirs |= {one.id: slug for slug, members in now.resolved.accounts.items() for one in members if one.id}
    names = {one.slug for one in given} | set(facts)
    lost = {slug: heirs.get(slug) for slug in sorted(names) if slug not in live}
    kept = {slug: heir for slug, heir in ledger.gone.items() if slug not in live}
    return dict(sorted((kept | lost).items()))


def _given(entries: Iterable[Entry], accounts: Sequence[Account], view: Disclosure) -> dict[str, str]:
    """Slugs given before, by the short marks that their accounts have now."""
    homes = by_source([account for account in accounts if account.id is None])
    same = Counter(mark_of(account).short for home in homes.values() for account in home)
    found: dict[str, str] = {}
    for given in (given for entry in entries for given in entry.given):
        mark = given.mark.short
        if same[mark] != 1:  # what it was given to was read anew since
            account = find(given.mark, homes.get(given.mark.source, ()))
            mark = mark_of(account).short if account else ""
        if mark:
            found.setdefault(mark, given.public or given.slug if view == "public" else given.slug)
    return found


def _know(scope: Scope, iris: Iris, view: Disclosure, slugs: Slugs) -> Knowledge:
    entries = tuple(entry for entry in scope.entries if entry.seen_by(view))
    accounts = [*scope.facts, *(account for entry in entries for account in entry.accounts)]
    decided = apply(accounts, scope.decisions)
    joined = [place for place, at in enumerate(_places(scope, entries)) if at is None or scope.is_joined(*at)]
    given = _given(entries, decided.accounts, view)
    naming = Naming(given, slugs, lambda slug: scope.is_taken(view, slug))
    catalogue = scope.catalogues[view]
    resolved = resolve(decided.accounts, catalogue, iris, decided, naming, only=frozenset(joined))
    apart = set(range(len(accounts))) - set(joined)
    marks = (mark_of(decided.accounts[place]).short for place in sorted(apart))
    elsewhere = {mark: given[mark] for mark in marks if mark in given}
    return Knowledge(view, catalogue, entries, tuple(accounts), decided, resolved, elsewhere)


def _places(scope: Scope, entries: Iterable[Entry]) -> Iterable[tuple[str, int] | None]:
    """For each account, its source and its place there; None for those of facts."""
    yield from (None for _ in scope.facts)
    for entry in entries:
        yield from ((entry.slug, place) for place in range(len(entry.accounts)))


def _filled(info: DocumentInfo, known: DocumentInfo) -> DocumentInfo:
    return info.model_copy(
        update={
            "title": Text(en=known.title.en or info.title.en, ja=known.title.ja or info.title.ja),
            "publisher": info.publisher or known.publisher,
            "published": info.published or known.published,
            "url": info.url or known.url,
            "period": info.period or known.period,
        }
    )


def _marked(internal: Knowledge, public: set[str]) -> Knowledge:
    """Engagements that only internal sources tell of say so."""
    engagements = tuple(
        one if one.slug in public else one.model_copy(update={"disclosure": "internal"}) for one in internal.engagements
    )
    return replace(internal, resolved=replace(internal.resolved, engagements=engagements))

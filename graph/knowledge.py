"""What each view knows: the sources it may see, joined into engagements, with names that stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.iri import Iris
from graph.ledger import Entry, Given, Ledger
from graph.model import Account, Catalogue, Disclosure, DocumentInfo, Engagement, Text
from graph.resolve.decisions import Decided, apply
from graph.resolve.engagements import Resolved, resolve
from graph.resolve.marks import by_source, find, mark_of
from graph.sources.facts import ReferenceFacts

Slugs = Mapping[str, str]


@dataclass(frozen=True)
class Knowledge:
    """One view: its catalogue, the entries it sees, all accounts as read and as decided, and their engagements."""

    view: Disclosure
    catalogue: Catalogue
    entries: tuple[Entry, ...]
    accounts: tuple[Account, ...]
    decided: Decided
    resolved: Resolved

    @property
    def engagements(self) -> tuple[Engagement, ...]:
        """The engagements in order of time."""
        return self.resolved.engagements

    def slug_of_accounts(self) -> dict[str, str]:
        """The slug of the engagement that each accepted account tells of, by the account's short mark."""
        return {mark_of(account).short: slug for slug, members in self.resolved.accounts.items() for account in members}


def know(facts: ReferenceFacts, ledger: Ledger, iris: Iris) -> dict[Disclosure, Knowledge]:
    """What both views know. Where nothing is internal they know the same, and it is worked out once."""
    public = _know(facts, ledger, iris, "public", {})
    if all(entry.info.disclosure == "public" for entry in ledger.entries):
        return {"public": public, "internal": replace(public, view="internal")}
    internal = _know(facts, ledger, iris, "internal", public.slug_of_accounts())
    return {"public": public, "internal": _marked(internal, {one.slug for one in public.engagements})}


def names_given(knowledge: Knowledge) -> tuple[Given, ...]:
    """The slugs now in use for accounts of documents and notes; facts name their engagements themselves."""
    return tuple(
        Given(mark=mark_of(account), slug=slug)
        for slug, members in knowledge.resolved.accounts.items()
        for account in members
        if account.id is None
    )


def gone(before: Iterable[str], now: Knowledge, ledger: Ledger) -> dict[str, str | None]:
    """Where slugs that are no more went: to the engagement that took over their accounts, or nowhere (None)."""
    live = {one.slug for one in now.engagements}
    took_over = now.slug_of_accounts()
    heirs: dict[str, str | None] = {
        given.slug: took_over[given.mark.short] for given in ledger.given if given.mark.short in took_over
    }
    heirs |= {one.id: slug for slug, members in now.resolved.accounts.items() for one in members if one.id}
    lost = {slug: heirs.get(slug) for slug in before if slug not in live}
    kept = {slug: heir for slug, heir in ledger.gone.items() if slug not in live}
    return dict(sorted((kept | lost).items()))


def _given(ledger: Ledger, accounts: Sequence[Account]) -> dict[str, str]:
    """Slugs given before, by the short marks that their accounts have now."""
    homes = by_source([account for account in accounts if account.id is None])
    found: dict[str, str] = {}
    for given in ledger.given:
        account = find(given.mark, homes.get(given.mark.source, ()))
        if account is not None:
            found.setdefault(mark_of(account).short, given.slug)
    return found


def _know(facts: ReferenceFacts, ledger: Ledger, iris: Iris, view: Disclosure, slugs: Slugs) -> Knowledge:
    entries = tuple(entry for entry in ledger.entries if entry.seen_by(view))
    catalogue = _with_documents(facts.catalogue, [entry.info for entry in entries])
    accounts: Sequence[Account] = [*facts.accounts, *(account for entry in entries for account in entry.accounts)]
    decided = apply(accounts, ledger.decisions)
    names = {**_given(ledger, decided.accounts), **slugs}
    resolved = resolve(decided.accounts, catalogue.documents, iris, decided, names)
    return Knowledge(view, catalogue, entries, tuple(accounts), decided, resolved)


def _with_documents(catalogue: Catalogue, infos: Iterable[DocumentInfo]) -> Catalogue:
    """The catalogue with documents that were read; what facts know of them fills what they do not say."""
    documents = dict(catalogue.documents)
    for info in infos:
        known = documents.get(info.slug)
        documents[info.slug] = info if known is None else _filled(info, known)
    return catalogue.model_copy(update={"documents": documents})


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

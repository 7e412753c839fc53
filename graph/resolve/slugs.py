"""Slugs of engagements: stable, and saying what they name. Never from a position in a list."""

from __future__ import annotations

from graph.iri import content_key, slugify
from graph.model import Account

_SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})


def mint(account: Account) -> str:
    """The slug from date, series and ordinal, else from date, series and title.

    The date is the first day, month or year as far as it is known. Two meetings of one series in one month
    differ by their ordinal; without Latin words in the title, a key of its content takes their place.
    """
    date = account.when.edtf.split("/")[0]
    parts = [date if date != ".." else account.when.latest.isoformat()]
    if account.series:
        parts.append(account.series)
    if account.series and account.ordinal:
        parts.append(str(account.ordinal))
    else:
        parts.append(_title_words(account))
    return "-".join(parts)


def _title_words(account: Account) -> str:
    words = [word for word in slugify(account.title.en or "", 20).split("-") if word not in _SMALL_WORDS]
    return "-".join(words[:6]) or content_key(account.title.ja, length=8)

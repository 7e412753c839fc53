"""Which format and which language a reader gets."""

from __future__ import annotations

import pytest

from api.language import preferred
from api.negotiation import best_of

OFFERED = ("application/json", "text/csv; charset=utf-8", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/*", "text/csv; charset=utf-8"),
        ("application/json;q=0.5, text/turtle", "text/turtle"),
        ("text/csv;q=0, text/*", "text/turtle"),
        ("TEXT/TURTLE ; Q=0.9", "text/turtle"),
        ("application/json;q=0.2;x=1, text/csv;q=0.3", "text/csv; charset=utf-8"),
        ("image/png", None),
        ("application/json;q=0", None),
        ("text/csv;q=broken, text/turtle;q=0.1", "text/turtle"),
    ],
)
def test_the_best_liked_format(accept: str, wanted: str | None) -> None:
    assert best_of(accept, OFFERED) == wanted


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", "ja"),
        ("ja", "ja"),
        ("en-GB,en;q=0.9", "en"),
        ("ja;q=0.8, en;q=0.9", "en"),
        ("fr, en;q=0.4", "en"),
        ("fr", "ja"),
        ("*", "ja"),
        ("en;q=x, ja", "ja"),
    ],
)
def test_the_preferred_language(header: str, wanted: str) -> None:
    assert preferred(header) == wanted

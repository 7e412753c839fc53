"""The day of publication: never that of a meeting which a table of the first lines tells."""

from __future__ import annotations

from datetime import date

import pytest

from graph.sources.read import read_bytes

_TABLE = "Progress report\n\nSession | Date | Format\n5th | {} | Virtual\n6th | 4 April 2022 | Paris\n"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (_TABLE.format("22-23 November 2021"), None),
        (_TABLE.format("22 November 2021"), None),
        ("Forum of authorities\n\n22-23 November 2021\n\nThe members met online.\n", None),
        ("News article | 20 June 2024 | 2 min read\n\nThe members met online.\n", date(2024, 6, 20)),
    ],
)
def test_a_day_of_a_table_or_of_a_meeting_is_no_day_of_publication(text: str, published: date | None) -> None:
    assert read_bytes(text.encode(), "page.txt").published == published

"""The gazetteer of the shipped facts, and accounts of a few words written down in a test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.extract import Gazetteer, extract
from graph.model import Account
from graph.sources.read import read_bytes

ROOT = Path(__file__).resolve().parents[3]

Reader = Callable[..., list[Account]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(ROOT / "data")


@pytest.fixture
def read(gazetteer: Gazetteer) -> Reader:
    """The accounts of a text, by the one who published it and when; all quotes checked against the text."""

    def reading(
        text: str, publisher: str = "ppc-japan", published: str = "2023-03-27", name: str = "page.txt"
    ) -> list[Account]:
        document = read_bytes(text.encode(), name, publisher, date.fromisoformat(published))
        accounts = extract(document, gazetteer)
        for evidence in (one for account in accounts for one in account.evidence):
            assert evidence.quote == document.text[evidence.start : evidence.end]
        return accounts

    return reading

"""The same meetings in tables laid out by chance: nearly every row is read, and hardly one that is not there."""

from __future__ import annotations

from collections import Counter

from graph.extract import Gazetteer, extract
from graph.sources.read import read_bytes
from tests.graph.extract.layouts import drawn

SEEDS = range(80)
FLOOR = 0.98


def test_rows_are_read_however_their_table_is_laid_out(gazetteer: Gazetteer) -> None:
    right, wanted, found = 0, 0, 0
    for seed in SEEDS:
        one = drawn(seed)
        accounts = extract(read_bytes(one.text.encode(), "table.txt", "ppc-japan"), gazetteer)
        told = Counter((account.when.edtf, "+".join(account.place.countries) or "-") for account in accounts)
        right += sum((told & Counter(one.rows)).values())
        wanted += len(one.rows)
        found += len(accounts)
    assert right >= FLOOR * wanted
    assert right >= FLOOR * found

"""What was said and promised, by whom, and what is overdue."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.dates import from_edtf
from graph.errors import BadInput
from graph.history import Asked, Wanted, commitments, statements
from graph.index import Index
from graph.model import Statement, Text
from tests.graph.index.real import real, written

TODAY = date(2020, 1, 1)


def _promise(due: str | None, state: str | None) -> Statement:
    return Statement.model_validate(
        {
            "type": "promised",
            "by": "us-ftc",
            "about": Text(en="Report back"),
            "due": from_edtf(due) if due else None,
            "state": state,
        }
    )


@pytest.fixture
def promising(tmp_path: Path) -> Index:
    """Five meetings with eight promises: three open and past, two open and to come, one open without a day."""
    told = [
        [_promise("2019-03", "open"), _promise("2019-06-30", "fulfilled")],
        [_promise("2019-12-31", None)],
        [_promise("2020-01-01", "open"), _promise(None, "open")],
        [_promise("2021", "open"), _promise("2018", "withdrawn")],
        [_promise("2019-03", "open")],
    ]
    pairs = zip(real()[1], told, strict=False)
    return written(tmp_path / "i", tuple(one.model_copy(update={"statements": tuple(said)}) for one, said in pairs))


def test_open_before_settled_and_soonest_first(promising: Index) -> None:
    told = commitments(promising, Asked(), TODAY)
    assert (told.total, told.open, told.overdue) == (8, 6, 3)
    assert [one.due for one in told.items] == [
        date(2019, 3, 31),
        date(2019, 3, 31),
        date(2019, 12, 31),
        date(2020, 1, 1),
        date(2021, 12, 31),
        None,
        date(2018, 12, 31),
        date(2019, 6, 30),
    ]
    assert [one.overdue for one in told.items] == [True] * 3 + [False] * 5
    assert {one.owner for one in told.items} == {"us-ftc"}


def test_what_is_not_told_counts_as_open(promising: Index) -> None:
    told = commitments(promising, Asked(), TODAY, states=["open"])
    assert told.total == 6
    assert None in {one.state for one in told.items}
    assert commitments(promising, Asked(), TODAY, states=["withdrawn"]).total == 1


def test_pages_of_commitments_are_the_whole(promising: Index) -> None:
    whole = commitments(promising, Asked(), TODAY).items
    found, cursor = [], None
    while True:
        page = commitments(promising, Asked(), TODAY, limit=3, cursor=cursor)
        found += page.items
        cursor = page.next
        if cursor is None:
            break
    assert tuple(found) == whole
    first = commitments(promising, Asked(), TODAY, limit=3).next
    with pytest.raises(BadInput):
        commitments(promising, Asked(), TODAY, states=["open"], cursor=first)


def test_statements_by_type_and_body(index: Index) -> None:
    proposed = statements(index, Asked(), Wanted(types=("proposed",), by=("ppc-japan",)))
    expected = [
        (one.slug, said.about.en)
        for one in reversed(real()[1])
        for said in one.statements
        if said.type == "proposed" and said.by == "ppc-japan"
    ]
    assert [(said.engagement.slug, said.statement.about.en) for said in proposed.items] == expected
    assert expected


def test_all_statements_of_a_page_of_engagements(index: Index) -> None:
    page = statements(index, Asked(), limit=1)
    assert page.next
    assert len({said.engagement.slug for said in page.items}) == 1
    after = statements(index, Asked(), limit=1, cursor=page.next)
    assert after.items[0].engagement.slug != page.items[0].engagement.slug

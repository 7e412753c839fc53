"""Rows of engagements.csv and statements.csv as accounts of events."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FactError
from graph.model import Account
from graph.sources.facts import load_facts
from tests.graph.sources.small_facts import write_facts


def account(folder: Path, **cells: str) -> Account:
    (only,) = load_facts(write_facts(folder, engagements=cells)).accounts
    return only


def test_a_row_is_an_account_with_its_date_place_and_series(tmp_path: Path) -> None:
    told = account(tmp_path)
    assert (told.id, told.source) == ("2019-05-29-talks-1", "reference-facts")
    assert (told.when.edtf, told.place.country, told.place.city) == ("2019-05-29/2019-05-30", "JP", "Tokyo")
    assert (told.series, told.ordinal, told.level, told.status) == ("talks", 1, None, "held")
    assert told.confidence == 0.98


def test_participants_have_their_role_post_and_level(tmp_path: Path) -> None:
    host, guest = account(tmp_path).participants
    assert (host.authority, host.role, host.level) == ("dpa", "host", "commissioner")
    assert host.post is not None
    assert host.post.ja == "委員長"
    assert (guest.authority, guest.role, guest.post) == ("ftc", "participant", None)


@pytest.mark.parametrize(
    ("participants", "expected"),
    [
        ("ftc", [("dpa", "organiser"), ("ftc", "participant")]),
        ("dpa;ftc", [("dpa", "organiser"), ("ftc", "participant")]),
        ("", [("dpa", "organiser")]),
    ],
)
def test_the_organiser_takes_part_once(tmp_path: Path, participants: str, expected: list[tuple[str, str]]) -> None:
    told = account(tmp_path, participants=participants)
    assert [(one.authority, one.role) for one in told.participants] == expected


def test_a_meeting_without_any_body_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(FactError, match="column participants: a meeting needs a body"):
        account(tmp_path, participants="", organiser="")


def test_each_range_of_lines_is_a_passage_with_its_section(tmp_path: Path) -> None:
    told = account(tmp_path)
    assert [(one.section, one.line_start, one.line_end) for one in told.evidence] == [("Ⅰ", 10, 12), ("Ⅲ", 40, 40)]
    assert {(one.document, one.row, one.quote) for one in told.evidence} == {
        ("report", "engagements.csv: 2019-05-29-talks-1", None)
    }


def test_without_lines_the_cited_document_as_a_whole_is_the_passage(tmp_path: Path) -> None:
    (passage,) = account(tmp_path, lines="", section="").evidence
    assert (passage.document, passage.section, passage.line_start) == ("report", None, None)


def test_a_statement_has_its_strength_and_its_passage(tmp_path: Path) -> None:
    (said,) = account(tmp_path).statements
    assert (said.type, said.by, said.strength, said.about.en) == ("agreed", "ftc", "agreed", "To go on")
    assert said.evidence is not None
    assert said.evidence.line_start == 41

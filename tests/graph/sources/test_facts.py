"""Reference facts: nothing dropped, and every mistake named by file, line and column."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.errors import FactError
from graph.sources.columns import COLUMNS
from graph.sources.facts import fingerprint, load_facts, reference_folder
from tests.graph.sources.small_facts import FACTS, write_facts


def count(name: str) -> int:
    with (reference_folder() / name).open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def test_every_row_shipped_with_the_product_becomes_a_record() -> None:
    facts = load_facts(reference_folder())
    known = facts.catalogue
    assert {
        "jurisdictions.csv": len(known.jurisdictions),
        "cities.csv": len(known.cities),
        "authorities.csv": len(known.authorities),
        "frameworks.csv": len(known.frameworks),
        "series.csv": len(known.series),
        "participation.csv": len(known.memberships),
        "milestones.csv": len(known.milestones),
        "incomplete_members.csv": len(known.incomplete_members),
        "engagements.csv": len(facts.accounts),
        "statements.csv": sum(len(account.statements) for account in facts.accounts),
    } == {
        name: count(name)
        for name in COLUMNS
        if name not in ("aliases.csv", "posts.csv", "documents.csv")  # looked up by others, no records of their own
    }


def test_records_carry_what_their_rows_say(tmp_path: Path) -> None:
    known = load_facts(write_facts(tmp_path)).catalogue
    framework, member, milestone = known.frameworks["cbpr"], known.memberships[0], known.milestones[0]
    assert framework.name.ja == "CBPRシステム"
    assert framework.adopted is not None
    assert framework.adopted.edtf == "2011-11"
    assert framework.in_force is None
    assert (framework.source.url, framework.source.locator) == ("https://example.org/a", "frameworks.csv: cbpr")
    assert (member.id, member.start) == ("cbpr-jp-participating-economy", None)
    assert (milestone.id, milestone.actors) == ("2011-11-begun", ("dpa",))
    assert known.series["talks"].parties == ("JP", "US")
    assert known.incomplete_members["cbpr"].en == "ends early"
    report = known.documents["report"]
    assert report.published is not None
    assert report.published.isoformat() == "2019-10-25"


@pytest.mark.parametrize(
    ("file", "column", "value", "sentence"),
    [
        ("cities", "jurisdiction", "XX", '"XX" points nowhere.'),
        ("authorities", "kind", "club", '"club" is not one of '),
        ("authorities", "parent_id", "nobody", '"nobody" points nowhere.'),
        ("authorities", "name_ja", "", "a value is needed here."),
        ("documents", "publisher", "nobody", '"nobody" points nowhere.'),
        ("documents", "published", "2019-13-01", "“2019-13-01” is not a date"),
        ("frameworks", "date_adopted", "令和元年", "“令和元年” is not a date"),
        ("frameworks", "administered_by", "dpa;nobody", '"nobody" points nowhere.'),
        ("series", "parties", "JP;XX", '"XX" points nowhere.'),
        ("aliases", "type", "person", '"person" points nowhere.'),
        ("aliases", "id", "nobody", '"nobody" points nowhere.'),
        ("participation", "participant", "nobody", '"nobody" points nowhere.'),
        ("participation", "role", "friend", '"friend" is not one of '),
        ("incomplete_members", "of", "nothing", '"nothing" points nowhere.'),
        ("milestones", "framework", "nothing", '"nothing" points nowhere.'),
        ("engagements", "country", "XX", '"XX" points nowhere.'),
        ("engagements", "city", "Atlantis", '"Atlantis" points nowhere.'),
        ("engagements", "series", "nothing", '"nothing" points nowhere.'),
        ("engagements", "ordinal", "first", '"first" is not a whole number.'),
        ("engagements", "ordinal", "0", '"0" is not a whole number.'),
        ("engagements", "kind", "party", '"party" is not one of '),
        ("engagements", "participants", "dpa (Nobody)", '"Nobody" points nowhere.'),
        ("engagements", "participants", "dpa [friend]", '"friend" is not one of '),
        ("engagements", "participants", "The DPA", '"The DPA" is not "id [role] (Post)".'),
        ("engagements", "topics", "gardening", '"gardening" points nowhere.'),
        ("engagements", "lines", "ten", '"ten" is not a range of lines.'),
        ("engagements", "date_end", "2019-05-01", ""),
        ("statements", "engagement", "nothing", '"nothing" points nowhere.'),
        ("statements", "document", "nothing", '"nothing" points nowhere.'),
        ("statements", "type", "sang", '"sang" is not one of '),
    ],
)
def test_a_mistake_names_file_line_and_column(
    tmp_path: Path, file: str, column: str, value: str, sentence: str
) -> None:
    write_facts(tmp_path, **{file: {column: value}})
    with pytest.raises(FactError) as caught:
        load_facts(tmp_path)
    error = caught.value
    shown = "date_start" if column == "date_end" else column
    assert (error.file, error.line, error.column) == (f"{file}.csv", 2, shown)
    assert error.en.startswith(f"{file}.csv, line 2, column {shown}: {sentence}")
    assert error.ja.startswith(f"{file}.csv 2行目 {shown}列: ")


@pytest.mark.parametrize("name", ["authorities.csv", "frameworks.csv", "series.csv", "participation.csv",
                                  "milestones.csv", "engagements.csv"])  # fmt: skip
def test_a_row_told_twice_is_a_mistake(tmp_path: Path, name: str) -> None:
    path = write_facts(tmp_path) / name
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[1]]), encoding="utf-8")
    with pytest.raises(FactError, match="is here twice"):
        load_facts(tmp_path)


@pytest.mark.parametrize("name", FACTS)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (write_facts(tmp_path) / name).unlink()
    with pytest.raises(FactError, match=f"{name}, line 1, column -: the file is missing"):
        load_facts(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactError, match="facts, line 1, column -: the folder of reference facts is missing"):
        load_facts(tmp_path / "facts")


def test_the_fingerprint_changes_with_any_byte(tmp_path: Path) -> None:
    before = fingerprint(write_facts(tmp_path))
    assert fingerprint(tmp_path) == before == load_facts(tmp_path).sha256
    assert fingerprint(write_facts(tmp_path, statements={"note": "x"})) != before

"""CSV rows that know where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FactError
from graph.sources.rows import Row, read_rows


def read(folder: Path, data: bytes) -> list[Row]:
    path = folder / "facts.csv"
    path.write_bytes(data)
    return read_rows(path, ("id", "name"))


def test_rows_know_the_line_on_which_they_begin(tmp_path: Path) -> None:
    rows = read(tmp_path, '\ufeffid,name\na," x "\n"b","two\nlines"\r\nc,\n'.encode())
    assert [(row.line, dict(row.cells)) for row in rows] == [
        (2, {"id": "a", "name": "x"}),
        (3, {"id": "b", "name": "two\nlines"}),
        (5, {"id": "c", "name": ""}),
    ]


@pytest.mark.parametrize(
    ("data", "place", "sentence"),
    [
        (b"id,nom\n", (1, "-"), "the header has to be id,name"),
        (b"", (1, "-"), "the header has to be id,name"),
        (b"id,name\na,b\nc\n", (3, "id"), "2 cells are needed, 1 are here."),
        (b"id,name\na,b,c\n", (2, "name"), "2 cells are needed, 3 are here."),
        (b'id,name\na,"b"c\n', (2, "-"), "not well-formed CSV"),
        (b'id,name\na,"b\n', (2, "-"), "not well-formed CSV"),
        (b"id,name\na,\xff\n", (1, "-"), "the file is not UTF-8."),
    ],
)
def test_what_is_not_well_formed_is_named(tmp_path: Path, data: bytes, place: tuple[int, str], sentence: str) -> None:
    with pytest.raises(FactError) as caught:
        read(tmp_path, data)
    assert (caught.value.file, caught.value.line, caught.value.column) == ("facts.csv", *place)
    assert sentence in caught.value.en


def test_cells_are_read_by_what_they_are() -> None:
    row = Row("facts.csv", 7, {"id": "a", "list": " x; ;y ", "blank": "", "number": "12", "day": "2019-05"})
    assert (row.required("id"), row.optional("blank"), row.items("list")) == ("a", None, ("x", "y"))
    assert (row.whole_number("number"), row.whole_number("blank"), row.when("blank")) == (12, None, None)
    day = row.when("day")
    assert day is not None
    assert day.latest.isoformat() == "2019-05-31"
    assert row.period("day", "blank").edtf == "2019-05"
    with pytest.raises(FactError, match=r"facts\.csv, line 7, column blank: a value is needed here"):
        row.required("blank")


@pytest.mark.parametrize("value", ["１２", "-1", "1.5", "x"])
def test_a_number_is_written_in_plain_digits(value: str) -> None:
    with pytest.raises(FactError, match="is not a whole number"):
        Row("facts.csv", 2, {"number": value}).whole_number("number")

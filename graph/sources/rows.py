"""Rows of CSV files that know where they stand, so that every mistake names file, line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from graph.dates import between, from_edtf
from graph.errors import BadDate, FactError
from graph.model import Text, When


@dataclass(frozen=True)
class Row:
    """One row: its file, the line on which it begins (from 1), and its cells by column name."""

    file: str
    line: int
    cells: Mapping[str, str]

    def error(self, column: str, en: str, ja: str) -> FactError:
        """The error that names this row and ``column``."""
        return FactError(self.file, self.line, column, en, ja)

    def required(self, column: str) -> str:
        """The cell, which may not be blank."""
        value = self.cells[column]
        if not value:
            raise self.error(column, "a value is needed here.", "値が必要です。")
        return value

    def optional(self, column: str) -> str | None:
        """The cell, or None where it is blank: blank means not known."""
        return self.cells[column] or None

    def items(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that are separated by semicolons."""
        return tuple(part.strip() for part in self.cells[column].split(";") if part.strip())

    def choice(self, column: str, allowed: object) -> Any:
        """The cell, which has to be one of the values of the Literal type ``allowed`` (so it is of that type)."""
        value = self.required(column)
        if value not in get_args(allowed):
            known = ", ".join(get_args(allowed))
            raise self.error(column, f'"{value}" is not one of {known}.', f"「{value}」は次の値ではありません: {known}")
        return value

    def whole_number(self, column: str) -> int | None:
        """The cell as a whole number from 1, or None where it is blank."""
        value = self.cells[column]
        if not value:
            return None
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise self.error(column, f'"{value}" is not a whole number.', f"「{value}」は整数ではありません。")
        return int(value)

    def when(self, column: str) -> When | None:
        """The imprecise date in the cell (ISO or EDTF), or None where it is blank."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return from_edtf(value)
        except BadDate as error:
            raise self.error(column, error.en, error.ja) from error

    def period(self, start: str, end: str) -> When:
        """The imprecise date from the ``start`` column to the ``end`` column (blank: the same)."""
        try:
            return between(self.required(start), self.optional(end))
        except BadDate as error:
            raise self.error(start, error.en, error.ja) from error

    def text(self, column: str) -> Text:
        """The words of the columns ``{column}_en`` and ``{column}_ja``; both are needed."""
        return Text(en=self.required(f"{column}_en"), ja=self.required(f"{column}_ja"))

    def pointer(self, column: str, value: str, known: Collection[str]) -> str:
        """``value``, which has to be in ``known``: a row that points nowhere is a mistake."""
        if value not in known:
            raise self.error(column, f'"{value}" points nowhere.', f"「{value}」に当たるものがありません。")
        return value

    def pointers(self, column: str, known: Collection[str]) -> tuple[str, ...]:
        """All parts of the cell, each of which has to be in ``known``."""
        return tuple(self.pointer(column, item, known) for item in self.items(column))


def read_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """All rows of a CSV file (UTF-8, header row) whose header is exactly ``columns``.

    Raises FactError for a missing file, bytes that are not UTF-8, another header, or a row with more or
    fewer cells than the header.
    """
    return list(_rows(path.name, _read(path), list(columns)))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise FactError(path.name, 1, "-", "the file is missing.", "ファイルがありません。") from error
    except UnicodeDecodeError as error:
        raise FactError(path.name, 1, "-", "the file is not UTF-8.", "UTF-8 ではありません。") from error


def _rows(file: str, content: str, columns: list[str]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    line = 1
    try:
        header = next(reader, [])
        if header != columns:
            raise FactError(
                file,
                1,
                "-",
                f"the header has to be {','.join(columns)}",
                f"見出しは次のとおりです: {','.join(columns)}",
            )
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(columns):
                column = columns[min(len(cells), len(columns)) - 1]
                raise FactError(
                    file,
                    line,
                    column,
                    f"{len(columns)} cells are needed, {len(cells)} are here.",
                    f"{len(columns)}個の値が必要ですが、{len(cells)}個あります。",
                )
            yield Row(file, line, dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FactError(
            file, line, "-", f"not well-formed CSV ({error}).", f"CSV の形式が正しくありません（{error}）。"
        ) from error

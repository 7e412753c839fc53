"""The errors of the graph, few and named by their cause.

::

    SankyokuError
    ├── BadInput                  what was given cannot be used as it is
    │   ├── UnreadableDocument    empty, a folder, binary, damaged, too large
    │   ├── FactError             a row of reference facts: file, line, column
    │   ├── BadDate               words that are not a date we know
    │   ├── BadQuery              SPARQL that does not parse or may not run
    │   └── FieldsWrong           what was entered by hand: a message for each field
    ├── Changed                   somebody else changed it meanwhile
    ├── NotFound                  no such body, series, framework, document, edition
    ├── LimitExceeded             a limit was reached: its name, its value
    │   ├── QueryTimeout          past the deadline; the worker was ended
    │   ├── AnswerTooLarge        more rows or bytes than an answer may have
    │   └── Overloaded            the queue is full
    ├── DatasetError              the dataset folder cannot be used
    │   ├── NewerDataset          written by a newer version of Sankyoku
    │   ├── LockHeld              another writer is at work
    │   ├── DamagedEdition        a file of an edition is missing or was changed
    │   └── StorageFull           no room to write; what is served stays as it was
    └── InvalidGraph              the shapes refuse what would be published

Each carries one sentence in English and one in Japanese, and never shows anything of the machine but the
path that the person gave.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.model import Text


class SankyokuError(Exception):
    """Anything that Sankyoku tells a person: one sentence and a way out, in English and Japanese."""

    def __init__(self, en: str, ja: str) -> None:
        super().__init__(en)
        self.en = en
        self.ja = ja

    def message(self, language: str) -> str:
        """The sentence in ``language`` (``"ja"`` or, for anything else, English)."""
        return self.ja if language == "ja" else self.en


class BadInput(SankyokuError):
    """What was given cannot be used as it is."""


class UnreadableDocument(BadInput):
    """An empty file, a folder, a binary, a damaged or an over-large document."""


class FactError(BadInput):
    """A row of reference facts that does not parse or points nowhere."""

    def __init__(self, file: str, line: int, column: str, en: str, ja: str) -> None:
        super().__init__(f"{file}, line {line}, column {column}: {en}", f"{file} {line}行目 {column}列: {ja}")
        self.file = file
        self.line = line
        self.column = column


class BadDate(BadInput):
    """Words that are not a date in ISO, EDTF or Japanese era form."""


class BadQuery(BadInput):
    """A SPARQL text that does not parse, or asks for what may not be done."""


class FieldsWrong(BadInput):
    """What was entered by hand does not fit; ``fields`` has a sentence for each field, by its path."""

    def __init__(self, fields: Mapping[str, Text]) -> None:
        names = ", ".join(fields)
        super().__init__(f"These fields do not fit: {names}.", f"次の項目が正しくありません：{names}。")
        self.fields = dict(fields)


class Changed(SankyokuError):
    """Somebody else changed it meanwhile."""


class NotFound(SankyokuError):
    """No such body, series, framework, document or edition."""


class LimitExceeded(SankyokuError):
    """A limit was reached; ``name`` and ``value`` say which and what it is."""

    def __init__(self, name: str, value: float, en: str, ja: str) -> None:
        super().__init__(en, ja)
        self.name = name
        self.value = value


class QueryTimeout(LimitExceeded):
    """The query passed its deadline and its worker was ended."""


class AnswerTooLarge(LimitExceeded):
    """The answer has more rows or bytes than one answer may have."""


class Overloaded(LimitExceeded):
    """As many queries as may wait are waiting already."""


class DatasetError(SankyokuError):
    """The dataset folder cannot be used."""


class NewerDataset(DatasetError):
    """The dataset folder was written by a newer version of Sankyoku."""


class LockHeld(DatasetError):
    """Another process is writing to the dataset."""


class DamagedEdition(DatasetError):
    """A file of an edition is missing or is not what the manifest says."""


class StorageFull(DatasetError):
    """There was no room to write; the edition being served stays as it was."""


class InvalidGraph(SankyokuError):
    """The shapes refuse what would have been published; ``report`` says why."""

    def __init__(self, en: str, ja: str, report: str) -> None:
        super().__init__(en, ja)
        self.report = report

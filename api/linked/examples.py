"""The example queries of ``examples/queries/``: a SPARQL file each, whose header says what it asks and what it gives.

::

    # title_en: The newest engagements        # parameter: body iri | the body | 機関
    # title_ja: 最近の会合等                   # column: day
    # description_en: ...                     # description_ja: ...
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from graph.iri import DEFAULT_BASE
from graph.model import Text

FOLDER: Final = Path(__file__).resolve().parents[2] / "examples" / "queries"


@dataclass(frozen=True)
class Variable:
    """A variable with a value that a reader may change, at the head of the query."""

    name: str
    type: str
    what: Text


@dataclass(frozen=True)
class Example:
    """An example query; ``columns`` are those of its rows, none for a CONSTRUCT."""

    slug: str
    title: Text
    description: Text
    parameters: tuple[Variable, ...]
    columns: tuple[str, ...]
    text: str

    def query(self, language: str, base: str = DEFAULT_BASE) -> str:
        """The query without its header, for a dataset with this base, asking for words in ``language``."""
        _, _, body = self.text.partition("\n\n")
        words = body if language == "ja" or '= "en"' in body else body.replace('= "ja"', f'= "{language}"')
        return words.replace(f"<{DEFAULT_BASE}id/", f"<{base}id/").replace(f"<{DEFAULT_BASE}graph/", f"<{base}graph/")


@cache
def examples(folder: Path = FOLDER) -> dict[str, Example]:
    """The examples by slug, in order of their file names; none where the folder is not shipped along.

    Raises ``ValueError`` for a header that is not as it should be.
    """
    return {file.stem: parse(file.stem, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.rq"))}


def parse(slug: str, text: str) -> Example:
    """An example from its text. Raises ``ValueError`` where its header lacks a title or a description."""
    lines = [line[1:].partition(":") for line in text.partition("\n\n")[0].splitlines() if line.startswith("#")]
    told = [(key.strip(), value.strip()) for key, _, value in lines]

    def words(name: str) -> Text:
        found = {language: dict(told).get(f"{name}_{language}") for language in ("en", "ja")}
        if not all(found.values()):
            raise ValueError(f"{slug}: the header needs {name}_en and {name}_ja")
        return Text(**found)

    return Example(
        slug=slug,
        title=words("title"),
        description=words("description"),
        parameters=tuple(_variable(slug, value) for key, value in told if key == "parameter"),
        columns=tuple(value for key, value in told if key == "column"),
        text=text,
    )


def _variable(slug: str, told: str) -> Variable:
    parts = [part.strip() for part in told.split("|")]
    name, _, kind = parts[0].partition(" ")
    if len(parts) != 3 or not kind:
        raise ValueError(f"{slug}: '# parameter: {told}' should be a name and type | in English | in Japanese")
    return Variable(name, kind, Text(en=parts[1], ja=parts[2]))

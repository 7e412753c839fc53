"""A segment made with a process beside is the one made without; what goes wrong there is told here."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.index.beside import Beside
from graph.index.gathering import Collecting
from graph.index.rows import engagement_row
from graph.index.terms_writing import TermsWriter
from tests.graph.index.real import real

ROWS = [engagement_row(engagement) for engagement in real()[1][:50]]


def _fill(terms: TermsWriter | Beside) -> Collecting:
    collecting = Collecting()
    for number, row in enumerate(ROWS):
        collecting.add(row.terms, row.text)
        if number % 20 == 19:
            terms.work_off(collecting.take())
    terms.work_off(collecting.take())
    return collecting


def test_the_same_files_to_the_byte(tmp_path: Path) -> None:
    ranks = np.arange(len(ROWS), dtype=np.uint32)[::-1].copy()
    for name, make in (("here", TermsWriter), ("beside", Beside)):
        (tmp_path / name).mkdir()
        terms = make(tmp_path / name)
        terms.finish(_fill(terms).names, ranks)
    for file in ("texts.bin", "postings.bin", "terms.bin"):
        assert (tmp_path / "here" / file).read_bytes() == (tmp_path / "beside" / file).read_bytes()


def test_an_error_beside_is_raised_here(tmp_path: Path) -> None:
    terms = Beside(tmp_path / "no-such-folder")
    with pytest.raises(OSError, match="No such file"):
        terms.finish(_fill(terms).names, np.zeros(len(ROWS), dtype=np.uint32))
    terms.close()


def test_a_process_that_is_given_up_ends(tmp_path: Path) -> None:
    terms = Beside(tmp_path)
    terms.close()
    with pytest.raises(OSError):
        terms.finish(_fill(terms).names, np.zeros(len(ROWS), dtype=np.uint32))

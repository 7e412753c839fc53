"""Arrays come back as they were written; a damaged file is noticed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.index.columns import memory_map, read_columns, write_columns


def test_arrays_come_back(tmp_path: Path) -> None:
    arrays = {"a": np.arange(5, dtype=np.int32), "none": np.zeros(0, np.uint64), "b": np.array([1, 255], np.uint8)}
    write_columns(tmp_path / "c.bin", arrays)
    found = read_columns(tmp_path / "c.bin")
    assert found.keys() == arrays.keys()
    for name, values in arrays.items():
        assert found[name].dtype == values.dtype
        assert found[name].tolist() == values.tolist()


@pytest.mark.parametrize("content", [b"", b"nonsense of some length", b"SKYCOL1\n"])
def test_what_is_no_columns_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "c.bin").write_bytes(content)
    with pytest.raises(ValueError):
        read_columns(tmp_path / "c.bin")


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    write_columns(tmp_path / "c.bin", {"a": np.arange(1000)})
    (tmp_path / "d.bin").write_bytes((tmp_path / "c.bin").read_bytes()[:-600])
    with pytest.raises(ValueError):
        read_columns(tmp_path / "d.bin")


def test_an_empty_file_is_empty_bytes(tmp_path: Path) -> None:
    (tmp_path / "e").touch()
    assert memory_map(tmp_path / "e") == b""

"""What follows from an edition is had also where the dataset may only be read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph.editions import dump, dump_at_hand, partitions
from graph.editions.derived import forget_derived
from graph.store.dataset import Dataset
from graph.store.layout import Layout

TELL = """
import json, sys
from pathlib import Path
from graph.editions import dump, dump_at_hand, partitions
from graph.store.dataset import Dataset
dataset = Dataset.open(Path(sys.argv[1]))
edition = dataset.edition()
made = dump(dataset, edition, "public", "ttl")
assert dump_at_hand(dataset, edition, "public", "ttl") == made
print(json.dumps([str(made.path), made.sha256, partitions(dataset, edition, "public").triples]))
"""


def test_it_is_kept_beside_the_edition(dataset: Dataset) -> None:
    edition = dataset.edition()
    made = dump(dataset, edition, "public", "nq")
    assert made.path.parent == Layout(dataset.path).derived / edition.id
    forget_derived(dataset, edition.id)
    assert dump_at_hand(dataset, edition, "public", "nq") is None


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="nothing is read-only to root")
def test_a_dataset_that_may_only_be_read_tells_the_same(dataset: Dataset) -> None:
    edition = dataset.edition()
    expected = [dump(dataset, edition, "public", "ttl").sha256, partitions(dataset, edition, "public").triples]
    shutil.rmtree(Layout(dataset.path).derived)
    folders = [dataset.path, *(one for one in dataset.path.rglob("*") if one.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    told = _as_one_bound_by_permissions([sys.executable, "-c", TELL, str(dataset.path)])
    for folder in folders:
        folder.chmod(0o755)
    path, *found = json.loads(told)
    assert found == expected
    assert not Path(path).exists(), "it went with the process"
    assert not Layout(dataset.path).derived.exists()


def _as_one_bound_by_permissions(command: list[str]) -> str:
    """The output of a command; root does without the power to write wherever it likes."""
    less = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] if os.geteuid() == 0 else []
    return subprocess.run([*less, *command], capture_output=True, text=True, check=True).stdout

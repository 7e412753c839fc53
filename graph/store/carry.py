"""The search index of an edition whose records are those of the edition before: shared, not made again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from graph.index import write_index
from graph.model import Catalogue, Disclosure
from graph.store.edition import Edition, files_below


def carry_index(base: Edition | None) -> Callable[[Disclosure, Path], None]:
    """What ``Writer.publish`` wants as ``index`` when only graphs changed that no record is made from.

    The files of ``base`` are shared by hard links (copied where the disk has none); without a base the index
    is that of nothing.
    """

    def carry(disclosure: Disclosure, folder: Path) -> None:
        if base is None:
            write_index(folder, _nothing(), [])
            return
        for name, path in files_below(base.index_path(disclosure)):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, target)
            except OSError:  # a file system without hard links
                shutil.copy2(path, target)

    return carry


def _nothing() -> Catalogue:
    return Catalogue(
        authorities={},
        frameworks={},
        series={},
        jurisdictions={},
        cities={},
        documents={},
        memberships=(),
        milestones=(),
        incomplete_members={},
    )

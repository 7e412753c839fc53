"""Our rooms come from this checkout, and the lock files hold hashes and no addresses."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("room", ["ontology", "graph", "visualizations", "api"])
def test_a_room_comes_from_this_checkout(room: str) -> None:
    module = importlib.import_module(room)
    assert module.__file__ is not None
    assert Path(module.__file__).resolve() == ROOT / room / "__init__.py"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_everything_with_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = _pinned(text)
    assert len(pinned) > 40
    entries = re.split(r"^(?=[a-z0-9._-]+(?:\[[a-z0-9,._-]+\])?==)", text, flags=re.MULTILINE | re.IGNORECASE)[1:]
    assert len(entries) == len(pinned)
    assert all("--hash=sha256:" in entry for entry in entries)


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    locked = _pinned((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"))
    names = [re.split(r"[^A-Za-z0-9._-]", words)[0].lower() for words in declared]
    assert [name for name in names if name not in locked] == []


def _pinned(text: str) -> list[str]:
    """The packages that a lock pins, whatever their extras."""
    return re.findall(r"^([a-z0-9._-]+)(?:\[[a-z0-9,._-]+\])?==\S+", text.lower(), re.MULTILINE)


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []

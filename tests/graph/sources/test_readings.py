"""Readings as the reference facts tell them: checked, complete, and not needed in every folder of facts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.errors import FactError
from graph.sources.facts import copy_facts, fingerprint, load_facts, reference_folder
from ontology.terms import TOPICS


def test_every_japanese_name_has_a_reading() -> None:
    known = load_facts(reference_folder()).catalogue
    for kind, names in (
        ("authority", known.authorities),
        ("framework", known.frameworks),
        ("series", known.series),
        ("jurisdiction", known.jurisdictions),
        ("topic", TOPICS),
    ):
        assert [slug for slug in names if f"{kind}:{slug}" not in known.readings] == []
    assert known.readings["authority:us-ftc"] == "べいこくれんぽうとりひきいいんかい"
    assert known.readings["jurisdiction:FR"] == "ふらんす"


def test_a_folder_of_facts_may_do_without_the_file(tmp_path: Path) -> None:
    copy_facts(reference_folder(), tmp_path / "facts")
    with_readings = fingerprint(tmp_path / "facts")
    (tmp_path / "facts" / "readings.csv").unlink()
    assert load_facts(tmp_path / "facts").catalogue.readings["jurisdiction:FR"] == "ふらんす"
    assert fingerprint(tmp_path / "facts") != with_readings
    copy_facts(tmp_path / "facts", tmp_path / "again")
    assert not (tmp_path / "again" / "readings.csv").exists()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("authority,us-ftc,連邦,by hand", "reading"),
        ("authority,us-ftc,れんぽう,", "source"),
        ("authority,nobody,れんぽう,by hand", "id"),
        ("person,us-ftc,れんぽう,by hand", "type"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, row: str, column: str) -> None:
    shutil.copytree(reference_folder(), tmp_path / "facts")
    path = tmp_path / "facts" / "readings.csv"
    path.write_text(f"type,id,reading,source\n{row}\n", encoding="utf-8")
    with pytest.raises(FactError) as told:
        load_facts(tmp_path / "facts")
    assert (told.value.file, told.value.line, told.value.column) == ("readings.csv", 2, column)

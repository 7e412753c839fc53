"""Names found in text: longest first, in their context, whatever their width; never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import FactError
from graph.extract import Gazetteer
from graph.text import normal


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("英国情報コミッショナー事務局（ＩＣＯ）", "ico-uk"),
        ("フランス情報処理・自由委員会", "cnil-france"),
        ("U.S. Federal Trade Commission", "us-ftc"),
        ("Information Commissioner’s Office", "ico-uk"),
    ],
)
def test_a_name_as_a_whole_is_one_body(gazetteer: Gazetteer, words: str, body: str) -> None:
    found = gazetteer.find_bodies(normal(words), frozenset())
    assert found[0].id == body


def test_a_name_of_a_country_holds_only_where_that_is_spoken_of(gazetteer: Gazetteer) -> None:
    assert gazetteer.find_bodies("商務省", frozenset()) == []
    assert [one.id for one in gazetteer.find_bodies("商務省", frozenset({"US"}))] == ["us-doc"]


def test_the_longest_name_wins(gazetteer: Gazetteer) -> None:
    [found] = gazetteer.find_bodies("欧州委員会司法・消費者総局", frozenset({"EU"}))
    assert found.id == "ec-dg-just"


def test_a_latin_name_stands_free_of_other_letters(gazetteer: Gazetteer) -> None:
    assert gazetteer.find_bodies("silicon", frozenset({"GB"})) == []


def test_a_missing_file_of_facts_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactError, match="authorities"):
        Gazetteer.load(tmp_path)

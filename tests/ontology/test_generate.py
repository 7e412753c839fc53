"""The constants are what the Turtle says, and the generator says so when they are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ontology import generate
from ontology.files import ontology_turtle
from ontology.reading import read

ROOT = Path(__file__).parents[2]


def test_terms_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 0, capsys.readouterr().err


def test_the_same_turtle_gives_the_same_text() -> None:
    assert generate.render(read(ontology_turtle().values())) == generate.TERMS.read_text(encoding="utf-8")


def test_generated_text_is_laid_out_as_the_formatter_would() -> None:
    command = [sys.executable, "-m", "ruff", "format", "--check", "ontology/terms.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_outdated_file_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "TERMS", tmp_path / "terms.py")
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().err == "ontology/terms.py is not up to date: run python -m ontology.generate\n"
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def test_wrong_usage_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--chek"]) == 2
    assert "usage" in capsys.readouterr().err


def _with(extra: str) -> list[bytes]:
    prefixes = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix ex: <http://example.org/> . "
        "@prefix topic: <https://w3id.org/sankyoku/def/topic/> . "
    )
    return [*ontology_turtle().values(), (prefixes + extra).encode()]


def test_a_concept_without_a_japanese_label_is_refused() -> None:
    extra = 'topic:new skos:inScheme <https://w3id.org/sankyoku/def/topic> ; skos:prefLabel "new"@en .'
    with pytest.raises(ValueError, match="topic/new needs one label in English and one in Japanese"):
        read(_with(extra))


def test_an_alias_of_two_topics_is_refused() -> None:
    extra = (
        "topic:new skos:inScheme <https://w3id.org/sankyoku/def/topic> ; "
        'skos:prefLabel "new"@en , "新規"@ja ; skos:altLabel "DFFT"@en .'
    )
    with pytest.raises(ValueError, match="'DFFT' names two topics"):
        generate.render(read(_with(extra)))


def test_two_reused_terms_with_one_constant_are_refused() -> None:
    extra = "ex:thingOne rdfs:isDefinedBy ex: . ex:ThingOne rdfs:isDefinedBy ex: ."
    with pytest.raises(ValueError, match="EX_THING_ONE"):
        generate.render(read(_with(extra)))


def test_a_reused_term_without_a_prefix_is_refused() -> None:
    extra = "<http://elsewhere.example/x> rdfs:isDefinedBy ex: ."
    with pytest.raises(ValueError, match="has no prefix"):
        generate.render(read(_with(extra)))

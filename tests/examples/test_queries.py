"""Every example query runs, gives rows in both languages, and gives the columns that its header says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, QueryTriples, Store

from api.linked.examples import FOLDER, examples, parse
from graph.store.dataset import Dataset
from graph.store.sparql import admit

EXAMPLES = examples()
README = FOLDER.parent / "README.md"


@pytest.fixture(scope="module")
def store(built: Path) -> Store:
    return Store.read_only(str(Dataset.open(built).edition().store_path("public")))


@pytest.mark.parametrize("slug", EXAMPLES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_gives_rows_with_the_columns_it_says(store: Store, slug: str, language: str) -> None:
    example = EXAMPLES[slug]
    text = example.query(language)
    assert not admit(text).dataset  # it asks all graphs, as the endpoint does by itself
    found = store.query(text, use_default_graph_as_union=True)
    if isinstance(found, QueryTriples):
        assert example.columns == () and list(found)
        return
    assert isinstance(found, QuerySolutions)
    assert tuple(variable.value for variable in found.variables) == example.columns
    rows = list(found)
    assert rows
    for column in example.columns:
        assert any(row[column] is not None for row in rows) or column in SPARSE.get(slug, ()), column


#: Columns that only documents fill: the reference facts have no text, no levels and no list known to be incomplete.
SPARSE = {
    "13-evidence": ("words",),
    "17-members-of-a-framework": ("complete",),
    "26-level-and-role": ("level", "post"),
}


@pytest.mark.parametrize("slug", EXAMPLES)
def test_its_parameters_are_variables_with_a_value_to_change(slug: str) -> None:
    example = EXAMPLES[slug]
    head = example.text.partition("VALUES")[2].partition("}")[0]
    assert bool(head) == bool(example.parameters)
    for parameter in example.parameters:
        assert f"?{parameter.name}" in head
        assert parameter.what.en and parameter.what.ja


def test_there_are_enough_and_each_is_in_the_readme() -> None:
    assert len(EXAMPLES) >= 25
    readme = README.read_text(encoding="utf-8")
    for slug, example in EXAMPLES.items():
        assert f"| [{slug}](queries/{slug}.rq) | {example.title.en} | {example.title.ja} |" in readme
        assert example.description.en and example.description.ja


def test_another_base_is_put_in() -> None:
    text = EXAMPLES["02-history-of-a-body"].query("ja", "https://example.org/kg/")
    assert "<https://example.org/kg/id/authority/>" in text
    assert "<https://w3id.org/sankyoku/def#>" in text


@pytest.mark.parametrize(
    "header",
    ["# title_en: x", "# title_en: x\n# title_ja: x\n# description_en: x\n# description_ja: x\n# parameter: body iri"],
)
def test_a_header_that_is_not_whole_is_refused(header: str) -> None:
    with pytest.raises(ValueError, match="wrong: "):
        parse("wrong", f"{header}\n\nASK {{}}")

"""What is no more says so, and says nothing of what was never public."""

from __future__ import annotations

from pathlib import Path

from graph.build import Run, build, publish_change
from graph.iri import DEFAULT_BASE
from graph.ledger import Ledger
from graph.model import Disclosure
from graph.reading import Wish
from graph.store.dataset import Dataset
from graph.tombstones import read_gone

REPORT = Path(__file__).parent / "extract" / "documents" / "fy2017-bilateral.txt"
RUN = Run(DEFAULT_BASE)


def dataset_with_report(path: Path, disclosure: Disclosure) -> Dataset:
    dataset = Dataset.open_or_create(path)
    outcome = build(dataset, RUN, [REPORT], Wish(publisher="ppc-japan", disclosure=disclosure))
    assert outcome.files[0].error is None
    return dataset


def change_entries(dataset: Dataset, **update: object) -> None:
    def change(ledger: Ledger, _: Path) -> Ledger:
        return ledger.with_entries([entry.model_copy(update=update) for entry in ledger.entries])

    publish_change(dataset, change, RUN, note="test")


def gone(dataset: Dataset, view: Disclosure) -> dict[str, str | None]:
    return dict(read_gone(dataset.edition().index_path(view)))


def only_document(dataset: Dataset) -> str:
    known = dataset.edition().manifest.inputs
    return next(given.name for given in known if given.kind == "document")


def test_what_a_withdrawn_document_alone_told_of_is_gone(tmp_path: Path) -> None:
    dataset = dataset_with_report(tmp_path / "d", "public")
    document = only_document(dataset)
    assert gone(dataset, "public") == {}
    change_entries(dataset, withdrawn="sent by mistake")
    told = gone(dataset, "public")
    assert told[f"document/{document}"] is None
    assert any(name.startswith("engagement/") for name in told)
    assert told == gone(dataset, "internal")
    change_entries(dataset, withdrawn=None)
    assert gone(dataset, "public") == {}


def test_what_becomes_internal_is_not_named_in_public(tmp_path: Path) -> None:
    dataset = dataset_with_report(tmp_path / "d", "public")

    def hide(ledger: Ledger, _: Path) -> Ledger:
        hidden = [
            entry.model_copy(update={"info": entry.info.model_copy(update={"disclosure": "internal"})})
            for entry in ledger.entries
        ]
        return ledger.with_entries(hidden)

    publish_change(dataset, hide, RUN, note="test")
    assert gone(dataset, "public") == {}


def test_what_was_never_public_leaves_no_public_trace(tmp_path: Path) -> None:
    dataset = dataset_with_report(tmp_path / "d", "internal")
    document = only_document(dataset)
    change_entries(dataset, withdrawn="sent by mistake")
    assert gone(dataset, "public") == {}
    assert gone(dataset, "internal")[f"document/{document}"] is None

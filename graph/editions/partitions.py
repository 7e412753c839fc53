"""How much of each class and property an edition holds: counted once and kept, for VoID and for editors."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pyoxigraph import Store

from graph.editions.derived import derived
from graph.model import Disclosure, Record
from graph.store.dataset import Dataset
from graph.store.edition import Edition
from graph.store.queries import StoredQuery, stored_queries


class ClassPart(Record):
    """A class: how many things have it, and how many triples those have."""

    iri: str
    entities: int
    triples: int


class PropertyPart(Record):
    """A property: how many triples have it, with how many subjects and objects."""

    iri: str
    triples: int
    subjects: int
    objects: int


class Partitions(Record):
    """The statistics of VoID (section 4.6): of all graphs together, each triple once."""

    triples: int
    entities: int
    subjects: int
    objects: int
    first: str | None
    last: str | None
    classes: tuple[ClassPart, ...]
    properties: tuple[PropertyPart, ...]


def partitions(dataset: Dataset, edition: Edition, view: Disclosure) -> Partitions:
    """The statistics of one view, counted where they are not at hand yet."""
    path = derived(dataset, edition, f"{view}.partitions.json", partial(_write, edition, view))
    return Partitions.model_validate_json(path.read_bytes())


def _write(edition: Edition, view: Disclosure, path: Path) -> None:
    store = Store.read_only(str(edition.store_path(view)))
    told = _count(store, stored_queries())
    path.write_text(told.model_dump_json(indent=1) + "\n", encoding="utf-8", newline="\n")


def _count(store: Store, queries: dict[str, StoredQuery]) -> Partitions:
    classes = list(queries["void-classes"].rows(store))
    sizes = {row[0]: row[1] for row in queries["void-class-triples"].rows(store)}
    properties = list(queries["void-properties"].rows(store))
    ((triples, subjects, objects),) = queries["void-totals"].rows(store)
    ((entities,),) = queries["void-entities"].rows(store)
    ((first, last),) = queries["void-period"].rows(store)
    return Partitions.model_validate(
        {
            "triples": triples,
            "entities": entities,
            "subjects": subjects,
            "objects": objects,
            "first": first and str(first),
            "last": last and str(last),
            "classes": [{"iri": iri, "entities": number, "triples": sizes.get(iri, 0)} for iri, number in classes],
            "properties": [
                {"iri": iri, "triples": number, "subjects": of, "objects": to} for iri, number, of, to in properties
            ],
        }
    )

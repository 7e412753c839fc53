"""Teach the reader which dated sentences tell of an engagement, from documents that people have read.

``python -m bench.learn`` reads each lesson with what all others teach, writes how well that went to
``bench/left_out.csv`` (``--weights-only`` leaves that out) and what all of them teach to ``graph/extract/learned``.
Lessons are the gold documents of the tests and ``bench/lessons``, a line of JSON for each document: ``name``,
``kind`` (txt, html), ``publisher``, ``published``, ``text`` and ``engagements`` as in a gold file. All of them are in
words of our own.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bench.evaluate import DOCUMENTS, ELSEWHERE, LEFT_OUT, ROOT
from graph.document import Document
from graph.extract import Gazetteer, extract
from graph.extract.evaluate import Evaluation, Score, evaluate, gold_files
from graph.extract.layout import read_layout
from graph.extract.learned.chances import CONSTANT, Taught, Weights
from graph.extract.learned.features import Features, features_of, is_run
from graph.extract.report import read_by_rules
from graph.extract.setting import setting_of
from graph.sources.read import read_bytes, read_document

LESSONS: Final = ROOT / "bench" / "lessons"
WEIGHTS: Final = ROOT / "graph" / "extract" / "learned"
LANGUAGES: Final = ("ja", "en")
WHAT: Final = ("precision", "recall")
COLUMNS: Final = ("event", "when", "status", "participants", "accepted")
FOLDS: Final = 3
SEEN_AT_LEAST: Final = 3
STRENGTH: Final = 0.1
SMALLEST: Final = 0.04
DIGITS: Final = 2


@dataclass(frozen=True)
class Example:
    """A date of a document: what is seen beside it, and what became of the engagement of that date, if one is told."""

    features: Features
    status: str | None


@dataclass(frozen=True)
class Lesson:
    """A document as a person read it, with the dates of its prose."""

    document: Document
    engagements: list[dict[str, Any]]
    examples: tuple[Example, ...]


def packed(language: str, gazetteer: Gazetteer) -> Iterator[Lesson]:
    """The lessons beside this file."""
    for line in (LESSONS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        day = date.fromisoformat(told["published"]) if "published" in told else None
        name = f"{told['name']}.{told['kind']}"
        yield lesson(
            read_bytes(told["text"].encode(), name, told.get("publisher"), day), told["engagements"], gazetteer
        )


def gold(language: str, gazetteer: Gazetteer) -> Iterator[Lesson]:
    """The gold documents of the tests."""
    for one in gold_files(DOCUMENTS, ELSEWHERE):
        document = read_document(one.file, one.publisher, one.published)
        if document.language == language:
            yield lesson(document, one.engagements, gazetteer)


def lesson(document: Document, engagements: list[dict[str, Any]], gazetteer: Gazetteer) -> Lesson:
    """One document, its dates marked."""
    setting = setting_of(document, gazetteer)
    status = {one["when"]: one.get("status", "held") for one in engagements}
    passages = read_by_rules(read_layout(document), setting)[1]
    seen = zip(features_of(passages, setting), passages, strict=True)
    examples = tuple(Example(beside, status.get(one.date.when.edtf)) for beside, one in seen)
    return Lesson(document, engagements, examples)


def learn(lessons: Iterable[Lesson]) -> dict[str, tuple[float, float]]:
    """For each feature its weights: that an engagement is told, and that one that is told was held."""
    examples = [example for one in lessons for example in one.examples]
    told = _weights(examples, [one.status is not None for one in examples])
    engagements = [one for one in examples if one.status is not None]
    held = _weights(engagements, [one.status == "held" for one in engagements])
    return {name: (told.get(name, 0.0), held.get(name, 0.0)) for name in sorted(told.keys() | held.keys())}


def _weights(examples: Sequence[Example], answers: Sequence[bool]) -> dict[str, float]:
    """The weights of a logistic regression on the features that stand in several passages.

    Runs of signs count for more the more unevenly they stand beside yes and no (the log-count ratio of Wang and
    Manning, "Baselines and Bigrams", 2012, its root taken); weights too small to matter are left out.
    """
    columns = DictVectorizer()
    table = csr_matrix(columns.fit_transform([one.features for one in examples]))
    often = np.flatnonzero(np.asarray((table > 0).sum(axis=0)).ravel() >= SEEN_AT_LEAST)
    names, table = columns.get_feature_names_out()[often], csr_matrix(table[:, often])
    uneven = np.where([is_run(name) for name in names], _unevenness(table, np.asarray(answers)), 1.0)
    table = csr_matrix(table.multiply(uneven))
    # liblinear takes short indices only.
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=3000, random_state=0).fit(table, answers)
    named = zip(names, model.coef_[0] * uneven, strict=True)
    kept = {str(name): round(float(weight), DIGITS) for name, weight in named if abs(weight) >= SMALLEST}
    return {CONSTANT: round(float(model.intercept_[0]), DIGITS), **kept}


def _unevenness(table: csr_matrix, answers: NDArray[np.bool_]) -> NDArray[np.float64]:
    """For each column, how much more often it stands beside one answer than beside the other."""
    beside = [1 + np.asarray((table[which] > 0).sum(axis=0)).ravel() for which in (answers, ~answers)]
    yes, no = (counts / counts.sum() for counts in beside)
    unevenness: NDArray[np.float64] = np.sqrt(np.abs(np.log(yes / no)))
    return unevenness


def taught_by(weights: dict[str, tuple[float, float]]) -> Taught:
    """Weights ready to be asked."""
    return Taught(*(Weights({name: both[index] for name, both in weights.items()}) for index in (0, 1)))


def left_out(lessons: Sequence[Lesson], always: Sequence[Lesson], gazetteer: Gazetteer) -> list[Evaluation]:
    """Each lesson read with what all others teach, in three parts, and with those that are ``always`` learned."""
    found = []
    for part in range(FOLDS):
        learned = taught_by(learn([*always, *(one for at, one in enumerate(lessons) if at % FOLDS != part)]))
        found += [evaluate(extract(one.document, gazetteer, learned), one.engagements) for one in lessons[part::FOLDS]]
    return found


def row(language: str, found: Sequence[Evaluation]) -> dict[str, object]:
    """The figures of lessons that were left out, as a line of ``bench/left_out.csv``."""
    total = {name: sum((one.scores[name] for one in found), Score()) for name in COLUMNS}
    figures = {f"{name}_{what}": round(getattr(one, what), 3) for name, one in total.items() for what in WHAT}
    events = total["event"].right + total["event"].missed
    said_held = sum(one.said_held for one in found)
    return {"language": language, "documents": len(found), "events": events, **figures, "said_held": said_held}


def write(weights: dict[str, tuple[float, float]], path: Path) -> None:
    """The weights as lines of a feature and its two weights; none is written as nothing."""
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = ((name, *(one or "" for one in both)) for name, both in weights.items())
        csv.writer(out, lineterminator="\n").writerows(lines)


def study(language: str, *, weights_only: bool) -> dict[str, object] | None:
    """Learn a language anew, and read each of its lessons with what the others teach; the figures of that."""
    gazetteer = Gazetteer.load(ROOT / "data")
    lessons, always = list(packed(language, gazetteer)), list(gold(language, gazetteer))
    write(learn([*always, *lessons]), WEIGHTS / f"{language}.csv")
    return None if weights_only else row(language, left_out(lessons, always, gazetteer))


def main(arguments: Sequence[str]) -> int:
    """Learn from every lesson, one model for each language, both at once."""
    with ProcessPoolExecutor(len(LANGUAGES)) as both:
        found = list(both.map(partial(study, weights_only="--weights-only" in arguments), LANGUAGES))
    rows = [one for one in found if one is not None]
    if rows:
        print(*rows, sep="\n")
        with LEFT_OUT.open("w", encoding="utf-8", newline="") as out:
            table = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
            table.writeheader()
            table.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

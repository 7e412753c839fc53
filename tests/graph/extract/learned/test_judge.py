"""What the words around a date say for and against an engagement, beside what the rules read."""

from __future__ import annotations

import pytest

from graph.extract import Gazetteer
from graph.extract.doubts import UNLIKELY, WORDS_ALONE
from graph.extract.learned.chances import Weights, taught
from tests.graph.extract.conftest import Reader


def test_without_a_known_feature_the_constant_decides() -> None:
    weights = Weights({"constant": 0.0, "cue": 2.0})
    assert weights.chance({"nothing known": 3.0}) == 0.5
    assert weights.chance({"cue": 1.0}) > 0.85
    assert weights.chance({"cue": -1.0}) < 0.15


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_shipped_was_learned(language: str) -> None:
    known = taught(language)
    assert known.told.chance({"somebody abroad": 2.0, "told again": 2.0}) > known.told.chance({})
    assert known.held.chance({"published after": 2.0}) > known.held.chance({"published before": 2.0})


@pytest.mark.parametrize(
    "text",
    [
        "委員長は２月20日、ソウルに飛び、韓国個人情報保護委員会の委員長と膝を交えた。",
        "２月20日には、フランス情報処理・自由委員会の局長と膝詰めで越境移転の課題を語り合いました。",
        "On 20 February 2023 our Commissioner broke bread with the head of the CNIL in Paris.",
    ],
)
def test_what_no_rule_reads_is_put_before_a_person(read: Reader, text: str) -> None:
    (told,) = read(text)
    assert (told.when.edtf, told.status, told.status_review) == ("2023-02-20", "held", "review")
    assert told.confidence < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "欧州委員会は２月20日、日本に関する十分性の決定を採択した。",
        "この規則は２月20日に施行された。",
        "Comments on the draft of the European Commission are due by 20 February 2023.",
        "The CNIL published its annual report on 20 February 2023.",
    ],
)
def test_days_of_law_and_papers_are_no_engagements(read: Reader, text: str) -> None:
    assert read(text) == []


def test_a_plain_telling_needs_nobody(read: Reader) -> None:
    text = "令和５年２月20日、個人情報保護委員会の委員は、フランス情報処理・自由委員会の委員とパリで会談を行った。"
    (told,) = read(text)
    assert (told.status_review, told.reasons) == ("accepted", ())


def test_one_event_is_told_once_whoever_read_it(read: Reader, gazetteer: Gazetteer) -> None:
    text = (
        "令和５年２月20日、個人情報保護委員会の委員は、フランス情報処理・自由委員会の委員とパリで会談を行った。"
        "２月20日の話合いは２時間に及んだ。"
    )
    assert [one.when.edtf for one in read(text)] == ["2023-02-20"]


def test_reasons_are_told_in_both_languages() -> None:
    assert all(" / " in reason for reason in (UNLIKELY, WORDS_ALONE))

"""Likely dates that no rule reads: they go to a person, and never as more than their words say."""

from __future__ import annotations

from graph.extract.doubts import WORDS_ALONE
from tests.graph.extract.conftest import Reader

SEMINAR = "欧州委員会の担当委員は３月15日、経団連が主催するセミナー（東京）に登壇し、協議の進み具合について話した。"


def test_a_sentence_with_a_side_abroad_and_a_word_of_contact_goes_to_review(read: Reader) -> None:
    (told,) = read(SEMINAR, "jipdec")
    assert (told.when.edtf, told.status, told.status_review) == ("2023-03-15", "held", "review")
    assert WORDS_ALONE in told.reasons
    assert "european-commission" in {one.authority for one in told.participants}


def test_what_is_wished_for_is_not_said_to_be_held(read: Reader) -> None:
    text = "欧州委員会の担当委員は３月15日、経団連が主催するセミナー（東京）への登壇を希望している旨を述べた。"
    assert [one.status for one in read(text, "jipdec")] in ([], ["planned"])


def test_publications_and_sittings_at_home_are_not_caught(read: Reader) -> None:
    assert read("欧州委員会は３月15日、日本との対話に関する報告書を公表した。") == []
    assert read("３月15日、欧州委員会の制度に関する国内事業者向けのセミナーを紹介した。") == []

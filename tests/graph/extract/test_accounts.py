"""What an account leaves to a person: dates that lean on what is around them, days after the period covered."""

from __future__ import annotations

from graph.extract import Gazetteer, extract
from graph.extract.doubts import DAY_LEANS, UNSETTLED, YEAR_OF_PAGE
from graph.sources.read import read_bytes
from tests.graph.extract.conftest import Reader


def test_a_day_told_by_the_one_before_it_is_for_review(read: Reader) -> None:
    text = (
        "令和５年３月１日、個人情報保護委員会の委員は、欧州委員会の委員とブリュッセルで会談を行った。"
        "２日には、フランス情報処理・自由委員会の委員とパリで会談を行った。"
    )
    first, second = read(text)
    assert (first.when.edtf, first.status_review) == ("2023-03-01", "accepted")
    assert (second.when.edtf, second.status_review) == ("2023-03-02", "review")
    assert DAY_LEANS in second.reasons


def test_what_a_report_tells_of_days_after_its_period_may_be_still_to_come(gazetteer: Gazetteer) -> None:
    text = (
        "令和元年度上半期における個人情報保護委員会の活動実績\n\n"
        "令和元年12月２日、個人情報保護委員会の委員は、欧州委員会の委員と東京で会談を行った。\n"
    )
    (told,) = extract(read_bytes(text.encode(), "report.txt", "ppc-japan"), gazetteer)
    assert (told.when.edtf, told.status, told.status_review) == ("2019-12-02", "planned", "review")
    assert UNSETTLED in told.reasons


def test_a_year_that_nobody_told_is_for_review(gazetteer: Gazetteer) -> None:
    text = "2023年３月の出来事\n\n委員は、３月１日、欧州委員会の委員とブリュッセルで会談を行った。\n"
    (told,) = extract(read_bytes(text.encode(), "page.txt", "ppc-japan"), gazetteer)
    assert (told.when.edtf, told.status_review) == ("2023-03-01", "review")
    assert YEAR_OF_PAGE in told.reasons

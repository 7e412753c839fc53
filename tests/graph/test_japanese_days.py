"""Japanese days that leave out their month, and days told by how long something went on."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import DateContext, find_dates, from_edtf

NEWS = DateContext(published=date(2024, 6, 13), leaning=-1)


def _found(words: str, context: DateContext = NEWS) -> list[str]:
    return [one.when.edtf for one in find_dates(words, context)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("会合は、10、11の両日、甲市で開かれた。", ["2024-06-10/2024-06-11"]),
        ("10、11日に甲市で開かれた。", ["2024-06-10/2024-06-11"]),
        ("6月20、21両日に開く。", ["2024-06-20/2024-06-21"]),
        ("6月20日と21日の2日間", ["2024-06-20/2024-06-21"]),
        ("来週17日に開く。", ["2024-06-17"]),
        ("先週の6日、長官が訪れた。", ["2024-06-06"]),
        ("再来週24日から", ["2024-06-24"]),
        ("昨12日に会った。", ["2024-06-12"]),
        ("明日14日に会う。", ["2024-06-14"]),
        ("6月11日に開かれた。前日の10日、", ["2024-06-11", "2024-06-10"]),
        ("12日の水曜日から14日の金曜日まで", ["2024-06-12/2024-06-14"]),
        ("6月3日から3日間、甲市で", ["2024-06-03/2024-06-05"]),
        ("6月3日から甲市で3日間開かれた。", ["2024-06-03/2024-06-05"]),
        ("6月5日までの2日間", ["2024-06-04/2024-06-05"]),
        ("6月3日、総会に出席(~5日)", ["2024-06-03/2024-06-05"]),
        ("5月30日、総会に出席(6月2日まで)", ["2024-05-30/2024-06-02"]),
        ("6月3日 総会を主催(翌日まで)", ["2024-06-03/2024-06-04"]),
        ("明年2月に開く。", ["2025-02"]),
        ("2、3日で終わる。", []),
        ("30日間の意見募集", []),
        ("10日余りの後", []),
    ],
)
def test_days_in_the_news_without_their_month(words: str, edtf: list[str]) -> None:
    """They are those beside the day of publication, or beside the day told before."""
    assert _found(words) == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("長官(9日)及び大臣(以上10日)と会談した。", ["2024-06-09", "2024-06-10"]),
        ("総会(甲市、9日~11日)に出席した。", ["2024-06-09/2024-06-11"]),
        ("10日(月)長官と会談", ["2024-06-10"]),
        ("11日の「対話」の会合では", ["2024-06-11"]),
        ("10日の猶予を置く。", []),
    ],
)
def test_days_beside_others_are_of_their_month(words: str, edtf: list[str]) -> None:
    """In a bracket, at the beginning of a line or before a name a day counts where another was told."""
    stay = from_edtf("2024-06-08/2024-06-12")
    assert _found(words, DateContext(previous=stay, leaning=-1)) == edtf
    assert _found(words, DateContext(leaning=-1)) == []


def test_a_day_behind_the_last_of_a_month_is_of_the_next() -> None:
    """The 1日 told in November behind the 31日 is in November."""
    context = DateContext(published=date(2023, 11, 6), previous=from_edtf("2023-10-31"), leaning=-1)
    assert _found("大臣は1日、長官と会った。", context) == ["2023-11-01"]


def test_a_month_in_passing_does_not_move_the_days() -> None:
    """22日 is of the month that runs through the text, not of the one that was named last."""
    context = DateContext(previous=from_edtf("2024-03"), running=from_edtf("2024-06-21"), leaning=-1)
    assert _found("22日には会合が開かれた。", context) == ["2024-06-22"]


def test_hours_are_no_days() -> None:
    """2022/09/06-08:12 is one day and an hour."""
    assert _found("2022/09/06-08:12") == ["2022-09-06"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("大臣は9月10日、長官と会った。", "2023-09-10"),
        ("大臣は9月10日に長官と会う。", "2024-09-10"),
        ("9月に開かれる総会の準備を話し合った。", "2024-09"),
        ("9月に開かれた総会の結果を話し合う。", "2023-09"),
        ("9月10日に総会を開くことで合意した。", "2024-09-10"),
        ("総会は9月10日に開く予定です。", "2024-09-10"),
    ],
)
def test_a_month_is_of_the_year_that_its_sentence_tells(words: str, edtf: str) -> None:
    """What was is of the last such month before the publication, what is to come of the one nearest to it."""
    before = from_edtf("2023-11" if edtf.startswith("2024") else "2024-05-08")
    assert _found(words, DateContext(published=date(2024, 6, 13), previous=before, leaning=-1)) == [edtf]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2016年4月及び11月に開かれた。", ["2016-04", "2016-11"]),
        ("令和3年4月22日及び11月8日・9日に開かれた。", ["2021-04-22", "2021-11-08/2021-11-09"]),
        ("22年10月に署名し、23年2月に発効した。", ["2022-10", "2023-02"]),
        ("12月5日の週に開く。", ["2022-12-05/2022-12-11"]),
    ],
)
def test_years_that_are_told_once_or_in_short(words: str, edtf: list[str]) -> None:
    """A list has the year of its first date; the news leave out the century."""
    context = DateContext(published=date(2022, 11, 20), leaning=-1)
    assert _found(words, context) == edtf


def test_months_count_from_the_month_of_an_undated_text() -> None:
    """A magazine of March 2024 tells of its own month, and of the next as 来月."""
    context = DateContext(about=from_edtf("2024-03"), leaning=-1)
    assert _found("長官は18日に会った。来月11日に発つ。", context) == ["2024-03-18", "2024-04-11"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("10日(現地時間)に会った。", ["2024-06-10"]),
        ("10日の初回には、", ["2024-06-10"]),
        ("6月10日及び11日に開かれた。翌日、長官と会った。", ["2024-06-10/2024-06-11", "2024-06-12"]),
        ("6月10日及び11日に開かれた。前夜、長官と会った。", ["2024-06-10/2024-06-11", "2024-06-09"]),
        ("6月10日に開かれた。翌朝、長官と会った。", ["2024-06-10", "2024-06-11"]),
        ("翌14日に発つ。", ["2024-06-14"]),
        ("6月10日の昼から12日の昼まで", ["2024-06-10/2024-06-12"]),
    ],
)
def test_days_beside_those_told(words: str, edtf: list[str]) -> None:
    """翌日 is behind all the days told, 前夜 before them, 翌14日 behind the publication where no 13日 is told."""
    assert _found(words) == edtf


def test_a_day_with_its_weekday_counts_beside_another() -> None:
    """15日(水)着/16日(木)協議: the weekday tells that each is a day."""
    words = "1月14日(火)発/15日(水)着/16日(木)協議"
    assert _found(words, DateContext(published=date(2020, 1, 24), leaning=-1)) == [
        "2020-01-14",
        "2020-01-15",
        "2020-01-16",
    ]

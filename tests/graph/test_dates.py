"""Dates: every form that reports use, the bounds that always hold, and what is never invented."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.dates import (
    DateContext,
    between,
    era,
    find_dates,
    find_english_dates,
    fiscal_half,
    fiscal_year,
    from_edtf,
    match,
    parse_filter,
    read_japanese,
)
from graph.errors import BadDate

REPORT = DateContext(published=date(2019, 10, 25), period=fiscal_half(2019, 1))
WINTER_REPORT = DateContext(published=date(2022, 6, 1), period=fiscal_half(2021, 2))

DAYS = st.dates(min_value=date(1873, 1, 1), max_value=date(2080, 12, 31))
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
KANJI = "〇一二三四五六七八九"


def kanji(number: int) -> str:
    """A number below a hundred in kanji with 十."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else ("" if tens == 1 else KANJI[tens]) + "十"
    return lead + (KANJI[ones] if ones else "")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("令和元年５月29日～30日", "2019-05-29/2019-05-30"),
        ("令和元年５月1日～３日", "2019-05-01/2019-05-03"),
        ("令和元年５月６日〜７日", "2019-05-06/2019-05-07"),
        ("令和元年８月30日－９月２日", "2019-08-30/2019-09-02"),
        ("令和元年12月25日～１月３日", "2019-12-25/2020-01-03"),
        ("平成31年\n\n４月１日～令和元年９月30日", "2019-04-01/2019-09-30"),
        ("令和元年 10 月 25 日", "2019-10-25"),
        ("本年５月29日及び30日", "2019-05-29/2019-05-30"),
        ("本年５月27日から６月３日まで", "2019-05-27/2019-06-03"),
        ("５月16～17日", "2019-05-16/2019-05-17"),
        ("令和元年５月29日（水）～30日（木）", "2019-05-29/2019-05-30"),
        ("平成31年２月", "2019-02"),
        ("平成31年４月30日", "2019-04-30"),
        ("令和元年５月１日", "2019-05-01"),
        ("平成31年５月", "2019-05"),
        ("令和元年４月", "2019-04"),
        ("昭和64年１月７日", "1989-01-07"),
        ("平成元年１月８日", "1989-01-08"),
        ("二〇一九年五月二十九日", "2019-05-29"),
        ("令和元（2019）年５月29日", "2019-05-29"),
        ("2019年（令和元年）５月", "2019-05"),
        ("R1.5.29", "2019-05-29"),
        ("Ｈ３１．４", "2019-04"),
        ("2019/5/29-30", "2019-05-29/2019-05-30"),
        ("2019-05-16/2019-05-17", "2019-05-16/2019-05-17"),
        ("令和元年度上半期", "2019-04-01/2019-09-30"),
        ("平成30年度下半期", "2018-10-01/2019-03-31"),
        ("平成31年度", "2019-04-01/2020-03-31"),
        ("令和元年度末", "2020-03"),
        ("本年度", "2019-04-01/2020-03-31"),
        ("前年度", "2018-04-01/2019-03-31"),
        ("上半期", "2019-04-01/2019-09-30"),
        ("年度末", "2020-03"),
        ("昨年10月", "2018-10"),
        ("令和元年度３月", "2020-03"),
        ("９月", "2019-09"),
    ],
)
def test_report_dates_are_read(words: str, edtf: str) -> None:
    when = read_japanese(words, REPORT)
    assert when is not None
    assert when.edtf == edtf
    assert when.verbatim == words


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("１月15日", "2022-01-15"), ("12月", "2021-12"), ("本年２月", "2022-02"), ("昨年11月", "2021-11")],
)
def test_a_missing_year_comes_from_the_period(words: str, edtf: str) -> None:
    when = read_japanese(words, WINTER_REPORT)
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    "words",
    [
        "２月30日",
        "令和元年13月",
        "令和元年５月32日",
        "令和元年６月31日～７月１日",
        "令和０年",
        "30日以内",
        "３か月",
        "第３回",
        "同日",
        "翌月",
    ],
)
def test_what_is_no_date_is_passed_over(words: str) -> None:
    assert read_japanese(words, REPORT) is None


def test_words_that_lean_on_the_date_before() -> None:
    text = "本年４月25日に公表した。同日、…。翌日、…。同月30日及び６月２日に、同年７月に"
    found = [one.when.edtf for one in find_dates(text, REPORT)]
    assert found == ["2019-04-25", "2019-04-25", "2019-04-26", "2019-04-30", "2019-06-02", "2019-07"]


def test_separate_months_stay_separate() -> None:
    assert [one.when.edtf for one in find_dates("６月及び９月", REPORT)] == ["2019-06", "2019-09"]


def test_the_country_after_a_date_is_not_eaten() -> None:
    text = "令和元年６月３日日本"
    assert [text[one.start : one.end] for one in find_dates(text, REPORT)] == ["令和元年６月３日"]
    assert [one.when.edtf for one in find_dates("令和元年６月日本", REPORT)] == ["2019-06"]


def test_without_a_context_a_relative_date_is_unknown() -> None:
    nothing = DateContext()
    assert read_japanese("本年５月", nothing) is None
    assert read_japanese("５月29日", nothing) is None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("令和元年5月", "2019-05"),
        ("R1.5", "2019-05"),
        ("２０１９－０５", "2019-05"),
        ("2019年5月29日", "2019-05-29"),
        ("令和元年度上半期", "2019-04-01/2019-09-30"),
        ("2019-05-01/..", "2019-05-01/.."),
        ("令和元年５月以降", "2019-05/.."),
        ("平成31年４月30日以前", "../2019-04-30"),
        ("29-30 May 2019", "2019-05-29/2019-05-30"),
        ("May 2019", "2019-05"),
    ],
)
def test_filters_as_people_type_them(words: str, edtf: str) -> None:
    assert parse_filter(words).edtf == edtf


@pytest.mark.parametrize("words", ["", "本年", "yesterday", "2019-02-30", "2019-13", "令和元年２月30日", "a" * 500])
def test_a_bad_filter_is_refused_in_both_languages(words: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_filter(words)
    assert refused.value.en
    assert refused.value.ja
    assert len(refused.value.en) < 200


@pytest.mark.parametrize(
    "edtf", ["2019-05-03/2019-05-01", "../..", "..", "2019-5", "0000", "2019-05/", "XXXX-05", "2019~"]
)
def test_bad_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(BadDate):
        from_edtf(edtf)


def test_interval_columns() -> None:
    assert between("2019-05-29", "2019-05-29").edtf == "2019-05-29"
    assert between("2019-05-29", "").edtf == "2019-05-29"
    assert between("2019-05-29", "2019-05-30").edtf == "2019-05-29/2019-05-30"
    assert from_edtf("2019-05/..").latest == date(9999, 12, 31)
    assert from_edtf("../2019").earliest == date(1, 1, 1)


def test_fiscal_periods_carry_their_precision() -> None:
    assert fiscal_half(2019, 1).precision == "fiscal-half"
    assert fiscal_year(2019).precision == "fiscal-year"
    assert from_edtf("2019-04-01/2019-09-30").precision == "day"


@pytest.mark.parametrize(
    ("edtf", "ja", "en"),
    [
        ("2019-05-29/2019-05-30", "令和元年5月29日〜30日", "29-30 May 2019"),
        ("2019-05-27/2019-06-03", "令和元年5月27日〜6月3日", "27 May-3 June 2019"),
        ("2018-12-25/2019-01-03", "平成30年12月25日〜平成31年1月3日", "25 December 2018-3 January 2019"),
        ("2019-04-01/2019-09-30", "平成31年4月1日〜令和元年9月30日", "1 April-30 September 2019"),
        ("2019-02", "平成31年2月", "February 2019"),
        ("2019", "平成31年・令和元年", "2019"),
        ("2018", "平成30年", "2018"),
        ("2019-05-01/..", "令和元年5月1日以降", "since 1 May 2019"),
        ("1870-03", "1870年3月", "March 1870"),
    ],
)
def test_dates_are_shown_in_both_languages(edtf: str, ja: str, en: str) -> None:
    assert era(from_edtf(edtf), "ja") == ja
    assert era(from_edtf(edtf), "en") == en


def test_fiscal_periods_are_shown_as_ministries_write_them() -> None:
    assert era(fiscal_half(2019, 1), "ja") == "令和元年度上半期"
    assert era(fiscal_half(2019, 2), "en") == "second half of fiscal 2019 (October 2019-March 2020)"
    assert era(fiscal_year(1988), "ja") == "昭和63年度"


def test_a_filter_says_certain_or_possible() -> None:
    may = from_edtf("2019-05")
    from_mid_may = from_edtf("2019-05-15/..")
    assert match(may, from_edtf("2019")) == "certain"
    assert match(may, from_mid_may) == "possible"
    assert match(from_edtf("2019-02"), from_edtf("2019-05/..")) is None


def test_english_dates() -> None:
    text = "Held on May 29-30, 2019 in Tokyo, again 27 May to 3 June 2020, and in Sept. 2021."
    assert [one.when.edtf for one in find_english_dates(text)] == [
        "2019-05-29/2019-05-30",
        "2020-05-27/2020-06-03",
        "2021-09",
    ]


@given(DAYS)
def test_every_day_goes_to_era_words_and_back(day: date) -> None:
    when = from_edtf(day.isoformat())
    words = era(when, "ja")
    assert read_japanese(words, DateContext()) == when.model_copy(update={"verbatim": words})
    assert parse_filter(words).edtf == when.edtf
    assert parse_filter(era(when, "en")).edtf == when.edtf


@given(DAYS, st.integers(0, 400), st.sampled_from(["day", "month", "year"]))
def test_every_interval_goes_to_era_words_and_back(first: date, length: int, unit: str) -> None:
    size = {"day": 10, "month": 7, "year": 4}[unit]
    last = first + timedelta(days=length)
    when = between(first.isoformat()[:size], last.isoformat()[:size])
    for language in ("ja", "en") if unit != "year" else ("ja",):
        assert parse_filter(era(when, language)).edtf == when.edtf


@given(st.integers(1873, 2080), st.integers(1, 2))
def test_every_fiscal_period_goes_to_era_words_and_back(year: int, half: int) -> None:
    for when in (fiscal_year(year), fiscal_half(year, half)):
        back = parse_filter(era(when, "ja"))
        assert (back.edtf, back.precision) == (when.edtf, when.precision)


@given(
    DAYS.filter(lambda day: day >= date(2019, 5, 1)),
    st.tuples(*[st.sampled_from(["wide", "half", "kanji"])] * 3),
)
def test_mixed_numerals_name_the_same_day(day: date, forms: tuple[str, ...]) -> None:
    numbers = [day.year - 2018, day.month, day.day]
    year, month, day_words = (
        kanji(n) if form == "kanji" else str(n).translate(WIDE if form == "wide" else {})
        for n, form in zip(numbers, forms, strict=True)
    )
    when = read_japanese(f"令和{year}年{month}月{day_words}日", DateContext())
    assert when is not None
    assert when.edtf == day.isoformat()


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_bounds_contain_every_day_meant_and_no_day_is_invented(day: date, size: int) -> None:
    when = from_edtf(day.isoformat()[:size])
    assert when.earliest <= day <= when.latest
    words = era(when, "ja")
    assert ("日" in words) == (size == 10)
    assert ("月" in words) == (size >= 7)


@settings(deadline=None)  # the other library is slow to begin
@given(DAYS, st.integers(0, 4000), st.sampled_from([4, 7, 10]), st.sampled_from([0, 4, 7, 10]))
def test_bounds_agree_with_the_edtf_library(day: date, length: int, size: int, last_size: int) -> None:
    edtf = day.isoformat()[:size]
    if last_size:
        edtf += "/" + (day + timedelta(days=length)).isoformat()[:last_size]
    when = from_edtf(edtf)
    theirs = parse_edtf(edtf)
    assert when.earliest == date(*theirs.lower_strict()[:3])
    assert when.latest == date(*theirs.upper_strict()[:3])


@given(st.text(max_size=60))
def test_any_text_is_scanned_without_harm(text: str) -> None:
    for one in find_dates(text, REPORT):
        assert text[one.start : one.end] == one.when.verbatim
        assert one.when.earliest <= one.when.latest


@given(
    st.lists(
        st.sampled_from(list("令和平成元年度月日０1２3一二十百同翌本昨上下半期末～-／.R及びから（）の ")),
        max_size=25,
    )
)
def test_any_date_like_text_is_scanned_without_harm(signs: list[str]) -> None:
    text = "".join(signs)
    for one in find_dates(text, REPORT):
        assert text[one.start : one.end] == one.when.verbatim


MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
NEAR = st.dates(date(1950, 1, 1), date(2049, 12, 31))
ENGLISH = [
    "{d} {m} {y}",
    "{m} {d}, {y}",
    "on the {d}th of {m} {y}",
    "Monday, {d} {m}, {y}",
]


@given(NEAR, st.sampled_from(ENGLISH))
def test_an_english_day_comes_back_from_every_form(day: date, form: str) -> None:
    words = form.format(d=day.day, m=MONTHS[day.month - 1], y=day.year)
    [found] = find_english_dates(words)
    assert (found.when.edtf, found.when.precision) == (day.isoformat(), "day")
    assert words[found.start : found.end] == found.when.verbatim


@given(NEAR, st.integers(1, 40))
def test_an_english_span_keeps_its_ends(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    words = f"from {day.day} {MONTHS[day.month - 1]} {day.year} to {last.day} {MONTHS[last.month - 1]} {last.year}"
    [found] = find_english_dates(words)
    assert found.when.edtf == f"{day.isoformat()}/{last.isoformat()}"
    assert found.when.earliest <= day <= last <= found.when.latest


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on Tuesday and Wednesday, 20-21 June, in London", ["2017-06-20/2017-06-21"]),
        ("on Tuesday and Wednesday, 20 and 21 June 2017", ["2017-06-20/2017-06-21"]),
        ("from Monday to Wednesday, May 3-5, 2021", ["2021-05-03/2021-05-05"]),
        ("on Tuesday 20 and Wednesday 21 June 2017", ["2017-06-20/2017-06-21"]),
    ],
)
def test_days_of_the_week_before_several_days_are_no_days_of_their_own(words: str, days: list[str]) -> None:
    found = find_english_dates(words, DateContext(published=date(2017, 6, 19)))
    assert [one.when.edtf for one in found] == days


@pytest.mark.parametrize(
    ("words", "day_first", "days"),
    [
        ("Venice, 11/06/2024", True, ["2024-06-11"]),
        ("Washington, 11/06/2024", False, ["2024-11-06"]),
        ("11/06/2024", None, []),
        ("26/10/2021", False, ["2021-10-26"]),
        ("10/26/2021", True, ["2021-10-26"]),
    ],
)
def test_who_writes_decides_whether_the_day_comes_first(words: str, day_first: bool | None, days: list[str]) -> None:
    found = find_english_dates(words, DateContext(day_first=day_first))
    assert [one.when.edtf for one in found] == days


@given(NEAR, st.integers(-180, 180), st.sampled_from([-1, 1]))
def test_a_missing_year_lies_on_the_side_of_the_tense(published: date, away: int, leaning: int) -> None:
    day = published + timedelta(days=abs(away) * leaning)
    words = f"on {day.day} {MONTHS[day.month - 1]}"
    found = find_english_dates(words, DateContext(published=published, leaning=leaning))
    if (day.month, day.day) == (2, 29):
        return
    assert [one.when.edtf for one in found] == [day.isoformat()]


@given(NEAR, st.lists(st.integers(1, 28), min_size=2, max_size=4, unique=True).map(sorted))
def test_no_day_is_added_to_a_list_of_days(day: date, days: list[int]) -> None:
    words = f"令和元年{day.month}月" + "、".join(f"{one}日" for one in days)
    told = {date(2019, day.month, one) for one in days}
    for found in find_dates(words, DateContext()):
        span = range(found.when.earliest.toordinal(), found.when.latest.toordinal() + 1)
        assert {date.fromordinal(one) for one in span} <= told
    assert {found.when.earliest for found in find_dates(words, DateContext())} <= told


@given(NEAR, st.lists(st.integers(1, 28), min_size=2, max_size=4, unique=True).map(sorted))
def test_no_day_is_added_to_an_english_list_of_days(day: date, days: list[int]) -> None:
    words = f"on {', '.join(map(str, days[:-1]))} and {days[-1]} {MONTHS[day.month - 1]} {day.year}"
    told = {date(day.year, day.month, one) for one in days}
    for found in find_english_dates(words):
        span = range(found.when.earliest.toordinal(), found.when.latest.toordinal() + 1)
        assert {date.fromordinal(one) for one in span} <= told


SIGNS = "令和平成元年月日〜～から及び、同翌本上半期度0１２三十 May June 2019,-to and 3rd/."


@given(st.text(alphabet=SIGNS, max_size=60))
def test_every_date_found_stands_where_it_is_said_to(text: str) -> None:
    context = DateContext(published=date(2019, 10, 25))
    for found in (*find_dates(text, context), *find_english_dates(text, context)):
        assert text[found.start : found.end] == found.when.verbatim
        assert found.when.earliest <= found.when.latest


NO_DAYS = ("令和元年13月45日", "令和元年２月30日", "31 June 2019", "May 32, 2019", "05/06/2019")


@pytest.mark.parametrize("words", NO_DAYS)
def test_an_impossible_or_ambiguous_date_is_none(words: str) -> None:
    days = [*find_dates(words, DateContext()), *find_english_dates(words)]
    assert [one for one in days if one.when.precision == "day"] == []


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("本日", ["2019-10-25"]),
        ("先月", ["2019-09"]),
        ("10月５日、同月７日及び９日", ["2019-10-05", "2019-10-07", "2019-10-09"]),
        ("10月５日。翌６日", ["2019-10-05", "2019-10-06"]),
        ("10月５日。26日には", ["2019-10-05", "2019-10-26"]),
        ("日本日程", []),
    ],
)
def test_days_that_lean_on_others(words: str, edtf: list[str]) -> None:
    found = find_dates(words, DateContext(published=date(2019, 10, 25), leaning=-1))
    assert [one.when.edtf for one in found] == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("６月　協議会を都内で主催（10日・11日）", ["2019-06-10/2019-06-11"]),
        ("９月　協議会（パリ、10日～12日）", ["2019-09-10/2019-09-12"]),
        ("９月　協議会（10日）、10月　総会（ローマ）", ["2019-09-10", "2019-10"]),
        ("５月29日　協議会を主催（31日まで）", ["2019-05-29/2019-05-31"]),
        ("５月29日　協議会に出席（～31日）", ["2019-05-29/2019-05-31"]),
        ("５月29日　協議会に出席（報告は20日まで）", ["2019-05-29"]),
        ("５月29日、協議会を20日と21日の２日間開いた", ["2019-05-29", "2019-05-20/2019-05-21"]),
        ("５月20、21両日", ["2019-05-20/2019-05-21"]),
        ("昨年（平成30年）５月20日", ["2018-05-20"]),
    ],
)
def test_days_told_apart_from_their_month(words: str, edtf: list[str]) -> None:
    found = find_dates(words, DateContext(published=date(2019, 10, 25), leaning=-1))
    assert [one.when.edtf for one in found] == edtf


@pytest.mark.parametrize(("words", "edtf"), [("１月31日に署名された。", "2024-01-31"), ("１月　総会", "2025-01")])
def test_half_a_year_away_a_sentence_tells_of_what_was(words: str, edtf: str) -> None:
    before = from_edtf("2024-07-01", "")
    found = find_dates(words, DateContext(published=date(2024, 7, 18), previous=before, leaning=-1))
    assert [one.when.edtf for one in found] == [edtf]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("昭和49年11月の会合と50年３月の部会", ["1974-11", "1975-03"]),
        ("平成４年12月２日から５年２月まで", ["1992-12-02/1993-02"]),
        ("昭和49年11月、懲役50年３月", ["1974-11", "1975-03"]),
        ("R5.2.16、3.22、5.10", ["2023-02-16", "2023-03-22", "2023-05-10"]),
        ("令和２年版", []),
    ],
)
def test_what_is_left_out_of_years_and_figures(words: str, edtf: list[str]) -> None:
    assert [one.when.edtf for one in find_dates(words, DateContext())] == edtf


def test_a_year_without_its_era_far_from_what_is_told_is_none() -> None:
    assert all(one.when.edtf[:4] == "2024" for one in find_dates("12年３月", DateContext(published=date(2024, 5, 1))))

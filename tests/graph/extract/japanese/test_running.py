"""Days without their month, and lines that begin with a date, in the prose of a Japanese document."""

from __future__ import annotations

from datetime import date

from graph.extract import Gazetteer
from graph.extract.layout import read_layout
from graph.extract.report import read_by_rules
from graph.extract.setting import setting_of
from graph.sources.read import read_bytes


def _days(text: str, gazetteer: Gazetteer, published: date | None = None) -> list[str]:
    document = read_bytes(text.encode(), "a.txt", None, published)
    passages = read_by_rules(read_layout(document), setting_of(document, gazetteer))[1]
    return list(dict.fromkeys(one.date.when.edtf for one in passages))


def test_a_month_in_passing_does_not_move_the_days_behind_it(gazetteer: Gazetteer) -> None:
    """The law of March and the year of the first meeting leave the 22nd in June."""
    text = (
        "会合の結果\n\n6月20日、会合が開かれた。3月に成立した法が紹介された。第1回は2021年9月に行われた。\n\n"
        "22日には長官と会談した。\n"
    )
    days = _days(text, gazetteer, date(2023, 6, 26))
    assert days[0] == "2023-06-20"
    assert days[-1] == "2023-06-22"


def test_a_diary_tells_its_days_below_its_month(gazetteer: Gazetteer) -> None:
    """Each line that begins with a day is a sentence of its own."""
    text = "長官の動き(令和6年3月)\n\n4日(月) 甲国の大臣と会談\n5日(火) 乙国の長官と会談\n18日 研究会で講演\n"
    assert _days(text, gazetteer) == ["2024-03", "2024-03-04", "2024-03-05", "2024-03-18"]


def test_years_and_months_as_lines_hold_for_the_lines_below(gazetteer: Gazetteer) -> None:
    """A chronicle names the year and the month once."""
    text = (
        "対話の記録\n\n令和5年\n・長官との会談(10月9日、甲市)\n・電話会議(7月3日)\n"
        "令和6年\n・年次会合(4月24日)\n5月\n 7日 大臣との会談\n"
    )
    days = [day for day in _days(text, gazetteer) if len(day) == len("2023-10-09")]
    assert days == ["2023-10-09", "2023-07-03", "2024-04-24", "2024-05-07"]


def test_lines_begin_with_a_day_in_figures(gazetteer: Gazetteer) -> None:
    """10/3 at the beginning of a line is a day of the journey."""
    text = "出張報告\n\n期間:令和4年10月2日~10月7日\n\n10/3 甲国の機関\n 制度を聞いた。\n10/6 乙国の機関\n"
    assert _days(text, gazetteer)[-2:] == ["2022-10-03", "2022-10-06"]


def test_the_first_and_the_last_day_of_a_stay(gazetteer: Gazetteer) -> None:
    """初日 and 2日目 count within the days told before."""
    text = "訪問の結果\n\n一行は10月31日から11月3日まで滞在した。初日は法務省を訪れた。2日目に議員と会った。\n"
    days = _days(text, gazetteer, date(2018, 11, 5))
    assert days == ["2018-10-31/2018-11-03", "2018-10-31", "2018-11-01"]

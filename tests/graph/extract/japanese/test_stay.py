"""Days alone within a stay, days of the news, and meetings put off to another day."""

from __future__ import annotations

from graph.extract import Gazetteer, extract
from graph.sources.read import read_bytes
from tests.graph.extract.conftest import Reader


def test_a_day_alone_lies_in_the_stay_told_before(read: Reader) -> None:
    text = (
        "2024年６月３日から６日にかけて、委員がブラジルを訪問しました。同国では、2023年12月５日に新しい機関が発足しています。"
        "４日には、ブラジル国家データ保護機関（ANPD）と会談しました。"
    )
    told = read(text, "ppc-japan", "2024-07-01")
    assert "2024-06-04" in [one.when.edtf for one in told]


def test_the_day_of_the_news_is_not_that_of_the_meeting(read: Reader) -> None:
    text = "個人情報保護委員会は７月19日、第60回APPAフォーラムを17日と18日に東京で開催したと発表した。"
    assert [one.when.edtf for one in read(text, "ppc-japan", "2024-07-24")] == ["2024-07-17/2024-07-18"]


def test_a_month_counts_from_the_day_an_undated_page_tells(gazetteer: Gazetteer) -> None:
    text = "平成30年10月５日の講演録\n\n米国連邦取引委員会とは、先月、ワシントンで意見交換を行いました。"
    told = extract(read_bytes(text.encode(), "page.txt", "ppc-japan"), gazetteer)
    assert [(one.when.edtf, one.status_review) for one in told] == [("2018-09", "review")]


def test_a_meeting_put_off_is_planned_on_its_new_day_alone(read: Reader) -> None:
    text = "フィリピン国家プライバシー委員会との会合は、令和６年３月に予定していたが、同年６月に延期した。"
    told = read(text, "ppc-japan", "2024-04-01")
    assert [(one.when.edtf, one.status) for one in told] == [("2024-06", "planned")]


def test_one_held_online_instead_was_held(read: Reader) -> None:
    text = "令和２年６月２日から４日まで、第53回APPAフォーラムを、シンガポールでの開催を中止し、オンラインで実施した。"
    (told,) = read(text, "ppc-japan", "2020-10-01")
    assert (told.status, told.ordinal) == ("held", 53)


def test_a_line_below_a_heading_of_plans_is_planned(read: Reader) -> None:
    text = "Ⅳ　今後のスケジュール\n　・2023年10月15日～20日　第45回世界プライバシー会議（バミューダ）\n"
    told = read(text, "ppc-japan", "2023-07-01")
    assert [one.status for one in told] == ["planned"]
    (passed,) = read(text, "ppc-japan", "2023-12-01")
    assert (passed.status, passed.status_review) == ("planned", "review")

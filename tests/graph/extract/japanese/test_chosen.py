"""Meetings without a noun of their own: the next, the one before, what took its place, and lines of partners."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader

FIRST = "令和５年３月１日、フランス情報処理・自由委員会と会談した。"
COMMUNIQUE = "G7データ保護・プライバシー機関ラウンドテーブル　コミュニケ\n\n"


def test_the_next_meeting_has_the_partners_of_the_last_and_needs_review(read: Reader) -> None:
    _, coming = read(f"{FIRST}次回は、６月に東京で開催する予定である。")
    assert (coming.status, coming.when.edtf, coming.status_review) == ("planned", "2023-06", "review")
    assert {one.authority for one in coming.participants} == {"cnil-france", "ppc-japan"}


def test_what_took_the_place_of_a_meeting_has_its_partners(read: Reader) -> None:
    text = (
        "３月１日に予定していたフランス情報処理・自由委員会との会合は中止となり、"
        "代わりに同月８日、オンラインで開催した。"
    )
    off, held = read(text)
    assert (off.status, held.status) == ("cancelled", "held")
    assert (held.when.edtf, held.place.mode) == ("2023-03-08", "online")
    assert {one.authority for one in held.participants} == {"cnil-france", "ppc-japan"}


def test_a_communique_speaks_of_its_own_meeting_and_of_the_one_before(read: Reader) -> None:
    text = (
        f"{COMMUNIQUE}我々は、2023年３月９日から11日まで、ローマに集った。\n\n"
        "我々は、2022年９月７日に東京で開催された前回の会合の行動計画を確認した。\n\n"
        "次回のラウンドテーブルは、2024年６月にオタワで開催される。"
    )
    before, own, coming = read(text, "garante-italy")
    assert {one.series for one in (before, own, coming)} == {"g7-dpa-roundtable"}
    assert [one.when.edtf for one in (before, own, coming)] == ["2022-09-07", "2023-03-09/2023-03-11", "2024-06"]
    assert [one.status for one in (before, own, coming)] == ["held", "held", "planned"]
    assert own.place.city == "Rome"


def test_a_number_alone_is_of_the_series_told_before(read: Reader) -> None:
    text = (
        "第58回APPAフォーラムは、令和４年11月29日から30日まで開催された。第59回フォーラムは、令和５年６月に開催される。"
    )
    assert [(one.series, one.ordinal) for one in read(text)] == [("appa-forum", 58), ("appa-forum", 59)]


def test_lines_below_a_heading_name_whom_one_talked_with(read: Reader) -> None:
    text = "二国間の会談等\n・３月１日　フランス情報処理・自由委員会\n・３月２日　英国情報コミッショナー事務局\n"
    first, second = read(text)
    assert "cnil-france" in {one.authority for one in first.participants}
    assert "ico-uk" in {one.authority for one in second.participants}


def test_the_next_sitting_of_the_publisher_is_no_meeting_with_others(read: Reader) -> None:
    assert len(read(f"{FIRST}次回の個人情報保護委員会は、令和５年４月５日に開催予定です。")) == 1

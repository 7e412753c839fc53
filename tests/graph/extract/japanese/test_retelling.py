"""Prose that tells again what a table or an earlier sentence told: by a number alone, or by the whole of a body."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader

NUMBERED = """令和５年度の国際会議

　会議名　　　　　　　　　　　　　　開催地　　　　　　期間
　第60回APPAフォーラム　　　　　　　シドニー　　　　　令和５年11月30日、12月１日
　第45回世界プライバシー会議　　　　バミューダ　　　　令和５年10月15日～20日

１　世界プライバシー会議
　　令和５年10月の第45回会議に委員が出席した。
２　APPAフォーラム
　　令和５年11月末からシドニーで開かれた第60回会合に委員が参加した。
"""


def test_a_number_alone_is_the_meeting_that_has_it_then(read: Reader) -> None:
    told = read(NUMBERED, "ppc-japan", "2024-05-01")
    assert [(one.when.edtf, one.series, one.ordinal) for one in told] == [
        ("2023-10-15/2023-10-20", "gpa-conference", 45),
        ("2023-11-30/2023-12-01", "appa-forum", 60),
    ]


def test_a_talk_with_the_whole_retells_one_with_its_part(read: Reader) -> None:
    text = (
        "令和３年４月21日、欧州委員会司法総局とオンラインで会談した。\n\n"
        "令和３年４月21日の欧州委員会との会談では、日程を確認した。"
    )
    (told,) = read(text, "ppc-japan", "2021-10-27")
    assert {one.authority for one in told.participants} == {"ec-dg-just", "ppc-japan"}


def test_a_line_of_a_sentence_is_no_title_of_the_form_below_it(read: Reader) -> None:
    text = (
        "日EU・ICT戦略ワークショップ（第14回）の開催\n\n１　経緯\n　双方は、関心のある事項について、官民で意見交換\n"
        "　を行うワークショップを続けています。\n\n２　日時及び場所\n　（１）日時　令和５年２月９日（木）\n"
        "　（２）場所　会議所（東京都）及びオンライン\n"
    )
    (told,) = read(text, "mic-japan", "2023-02-02")
    assert (told.series, told.ordinal, told.place.mode) == ("eu-japan-ict-workshop", 14, "hybrid")

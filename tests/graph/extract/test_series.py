"""The series of meetings that are called by a number, a noun or a row of a list alone."""

from __future__ import annotations

import pytest

from graph.extract.called_again import calls
from tests.graph.extract.conftest import Reader

Told = tuple[str, str | None, int | None]


def told(read: Reader, text: str, publisher: str = "ppc-japan", published: str = "2023-03-27") -> list[Told]:
    return [(one.when.edtf, one.series, one.ordinal) for one in read(text, publisher, published)]


def test_a_forum_and_an_assembly_are_of_the_networks_named_before(read: Reader) -> None:
    text = (
        "Global Privacy Assembly. The Commissioner attended the 44th Assembly in Istanbul from 25 to 28 October "
        "2022.\n\n"
        "Asia Pacific Privacy Authorities. We sent a delegation to the 58th Forum in Singapore (30 November to "
        "2 December 2022).\n"
    )
    assert told(read, text, "opc-new-zealand") == [
        ("2022-10-25/2022-10-28", "gpa-conference", 44),
        ("2022-11-30/2022-12-02", "appa-forum", 58),
    ]


def test_a_council_that_met_is_the_one_of_the_partnership(read: Reader) -> None:
    text = (
        "Japan-EU Digital Partnership Council\n\n"
        "The Council first met on 3 July 2023 in Tokyo and a second time on 30 April 2024 in Brussels.\n"
    )
    assert told(read, text, "mic-japan", "2025-05-12") == [
        ("2023-07-03", "japan-eu-digital-partnership", 1),
        ("2024-04-30", "japan-eu-digital-partnership", 2),
    ]


def test_the_number_alone_goes_on_from_the_one_before(read: Reader) -> None:
    text = "The 57th Forum of APPA was held on 12 July 2022. The Commission will host the 58th in November 2023.\n"
    assert told(read, text)[-1] == ("2023-11", "appa-forum", 58)


def test_the_roundtables_are_those_that_a_statement_is_of(read: Reader) -> None:
    text = (
        "Communiqué of the Roundtable of G7 Data Protection and Privacy Authorities\n\n"
        "We build on the roundtables convened by the United Kingdom (7-8 September 2021) and Germany "
        "(7-8 September 2022).\n"
    )
    assert {series for _, series, _ in told(read, text, "g7-dpa-roundtable", "2023-06-21")} == {"g7-dpa-roundtable"}


def test_numbers_in_a_list_are_of_the_body_in_the_title(read: Reader) -> None:
    text = (
        "欧州評議会第108号条約諮問委員会総会の開催状況\n\n"
        "回　　　　期日　　　　　　　　　　　　　場所\n"
        "第32回　　2015年７月１日～３日　　　　　ストラスブール\n"
        "第44回　　2023年６月14日～16日　　　　　ストラスブール\n"
    )
    assert [one[1:] for one in told(read, text, published="2023-07-01")] == [
        ("coe-tpd-plenary", 32),
        ("coe-tpd-plenary", 44),
    ]


def test_numbered_meetings_are_of_no_grouping_of_talks(read: Reader) -> None:
    text = (
        "アジア太平洋プライバシー機関（APPA）\n\n"
        "平成30年６月、事務局長が訪米し、連邦取引委員会（FTC）の幹部と面会した。\n"
        "第49回会合（平成30年６月26日・27日、サンフランシスコ）及び第50回会合（同年12月３日・４日、ウェリントン）に委員が"
        "出席した。\n"
    )
    assert told(read, text, published="2019-06-01")[-2:] == [
        ("2018-06-26/2018-06-27", "appa-forum", 49),
        ("2018-12-03/2018-12-04", "appa-forum", 50),
    ]


def test_the_next_conference_is_of_the_assembly_and_not_of_the_talk_before(read: Reader) -> None:
    text = (
        "令和４年10月25日から28日まで、イスタンブールで第44回世界プライバシー会議が開催され、委員長が出席しました。"
        "26日には、トルコ個人データ保護機関の長と会談しました。"
        "次回の会議は令和５年10月、バミューダ諸島で開かれることになっています。"
    )
    assert told(read, text, published="2022-11-01")[-1][:2] == ("2023-10", "gpa-conference")


def test_a_series_may_run_through_quotation_marks(read: Reader) -> None:
    text = "総務省は、2025年1月22日、ロンドンで「日英デジタルパートナーシップ」の第３回閣僚級会合を開きました。"
    [account] = read(text, "mic-japan", "2025-01-24")
    assert (account.series, account.ordinal) == ("japan-uk-digital-partnership", 3)
    assert {one.authority for one in account.participants} == {"mic-japan", "uk-dsit"}


def test_a_name_between_number_and_noun_is_another_meeting(read: Reader) -> None:
    text = (
        "令和２年10月13日から15日まで、世界プライバシー会議（第42回）がオンラインで開催された。"
        "令和２年12月25日、第３回国際データ保護実務ワークショップがオンラインで開催された。"
    )
    assert told(read, text, published="2021-03-01")[-1][:2] == ("2020-12-25", None)


def test_who_met_during_an_assembly_was_not_that_assembly(read: Reader) -> None:
    text = "The GPEN Committee met during the 44th Global Privacy Assembly in Istanbul on 26 October 2022.\n"
    [(_, series, _)] = told(read, text, "gpen", "2023-01-20")
    assert series is None


def test_the_second_review_is_of_the_framework_named_before(read: Reader) -> None:
    text = "The Privacy Shield in brief\n\n18-19 October 2018: Second review, this time in Brussels.\n"
    [(_, series, number)] = told(read, text, "european-commission", "2019-01-20")
    assert (series, number) == ("privacy-shield-review", 2)


def test_the_first_of_a_seminar_is_of_no_body_that_speaks_at_it(read: Reader) -> None:
    text = (
        "データ保護国際ワークショップのご案内\n\n"
        "登壇　OECDデータガバナンス・プライバシー作業部会議長ほか。\n\n"
        "第１回は令和４年２月３日、シンガポールで開催された。\n"
    )
    assert all(series is None for _, series, _ in told(read, text))


def test_a_name_of_its_own_before_the_noun_is_no_conference_of_the_assembly(read: Reader) -> None:
    text = (
        "The Global Privacy Assembly has 130 members. The Commissioner spoke at the annual Privacy Symposium on "
        "10 June 2022.\n"
    )
    assert all(series is None for _, series, _ in told(read, text, "oaic-australia"))


def test_what_two_authorities_sign_is_of_the_memoranda_between_them(read: Reader) -> None:
    text = (
        "On 8 November 2023 the Information Commissioner's Office and the European Data Protection Supervisor signed a "
        "memorandum of understanding.\n"
    )
    [(_, series, _)] = told(read, text, "ico-uk", "2023-11-09")
    assert series == "dpa-mou"


def test_the_silent_side_of_a_dialogue_is_known(read: Reader) -> None:
    text = "総務省は、令和３年11月29日、「日EU・ICT政策対話」（第27回）をオンラインで開催しました。"
    [account] = read(text, "mic-japan", "2021-12-03")
    assert {one.authority for one in account.participants} == {"mic-japan", "ec-dg-cnect"}


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("the fifty-eighth Forum", "en", (58, "forum")),
        ("the council's first ministerial meeting", "en", (1, "meeting")),
        ("a second time on", "en", (2, "time")),
        ("第46回会合に", "ja", (46, "会合")),
        ("2回目の会合", "ja", (2, "会合")),
        ("前回(第1回)は", "ja", (1, "")),
    ],
)
def test_how_a_meeting_is_called(words: str, language: str, found: tuple[int, str]) -> None:
    [call] = calls(words, language)
    assert (call.ordinal, call.noun) == found


@pytest.mark.parametrize(
    ("words", "language"), [("the third meeting with the ICO", "en"), ("次回フランスで開催", "ja")]
)
def test_what_calls_no_meeting(words: str, language: str) -> None:
    assert calls(words, language) == []

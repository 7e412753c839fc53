"""Which words belong to which date of a sentence, and which dates are those of a meeting."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader

WITH = "フランス情報処理・自由委員会との会合"


@pytest.mark.parametrize(
    ("text", "when", "status"),
    [
        (f"３月１日に予定していた{WITH}は、９月12日に延期された。", "2023-09-12", "planned"),
        (f"{WITH}は、当初３月１日を予定していたが、９月12日に延期された。", "2023-09-12", "planned"),
        (f"３月１日に予定していた{WITH}は、９月に延期された。", "2023-03-01", "postponed"),
        (f"３月１日に予定していた{WITH}は、延期となった。", "2023-03-01", "postponed"),
    ],
)
def test_what_was_put_off_has_its_new_day_and_never_a_vaguer_date_than_before(
    read: Reader, text: str, when: str, status: str
) -> None:
    [account] = read(text)
    assert (account.status, account.when.edtf) == (status, when)


def test_dates_in_a_list_share_their_words(read: Reader) -> None:
    accounts = read("米国商務省との間で、令和４年４月、７月及び10月に事務レベルの協議を行った。")
    assert [one.when.edtf for one in accounts] == ["2022-04", "2022-07", "2022-10"]
    assert all("us-doc" in {p.authority for p in one.participants} for one in accounts)


@pytest.mark.parametrize(
    "text",
    [
        "当委員会は、2022年４月以降、欧州委員会との対話を重ねてきた。",
        "双方は、次回の会合を年内に開催することで一致した。",
        "令和４年５月30日に公布された改正法について、欧州委員会との対話に備えた。",
    ],
)
def test_since_when_and_laws_are_no_days_of_meetings(read: Reader, text: str) -> None:
    assert read(text) == []


def test_a_range_may_end_in_a_month_of_the_same_year(read: Reader) -> None:
    text = "令和４年10月28日（金）から同年11月１日（火）まで開催された第44回世界プライバシー会議（GPA）に参加した。"
    [account] = read(text)
    assert account.when.edtf == "2022-10-28/2022-11-01"


def test_a_numbered_meeting_may_be_planned_for_a_year(read: Reader) -> None:
    text = (
        "第58回APPAフォーラムが令和５年３月１日に開催された。第59回フォーラムを来年メキシコで開催することが決定した。"
    )
    coming = read(text)[-1]
    assert (coming.when.edtf, coming.status, coming.series, coming.ordinal) == ("2024", "planned", "appa-forum", 59)

"""Meetings called by their series alone, without a noun of a meeting."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader


def test_a_numbered_series_as_the_subject_is_its_meeting(read: Reader) -> None:
    (told,) = read("第84回 OECD CDEPが、10月11日から10月14日にかけてリモート会議にて開催された。", "jipdec")
    assert (told.series, told.ordinal, told.place.mode) == ("oecd-cdep", 84, "online")
    assert told.when.edtf == "2022-10-11/2022-10-14"


def test_a_series_that_was_attended_is_its_meeting(read: Reader) -> None:
    (told,) = read("令和４年10月25日から28日まで開催されたICDPPCに参加した。")
    assert (told.series, told.status) == ("gpa-conference", "held")


def test_a_group_of_states_is_its_meeting_where_it_was_held(read: Reader) -> None:
    (told,) = read("昨年６月にドイツで開催されたG7の成果を踏まえ、次回日本で開催予定の会合に備える。", "mic-japan")
    assert (told.when.edtf, told.status, told.place.countries) == ("2022-06", "held", ("DE",))


def test_the_founding_of_a_forum_is_no_meeting_of_it(read: Reader) -> None:
    assert read("2022年４月21日、参加国・地域が「グローバルCBPRフォーラム」の設立に向けた宣言に合意した。") == []

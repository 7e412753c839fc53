"""Who took part, and in which role: fellow hosts, guests, those told of afterwards, and sides without a name."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader

DAY = "令和５年３月１日、"


def who(account) -> dict[str | None, str]:  # type: ignore[no-untyped-def]
    return {one.authority: one.role for one in account.participants}


@pytest.mark.parametrize(
    "text",
    [
        f"{DAY}総務省及び経済産業省は、英国科学・イノベーション・技術省との間で会合を開催した。",
        f"{DAY}英国科学・イノベーション・技術省と会合を開催した。これには経済産業省からも同席した。",
        f"{DAY}英国科学・イノベーション・技術省と会合を開催し、経済産業省も同席した。",
        f"{DAY}英国科学・イノベーション・技術省と会合を開催した。\n\n日本側：総務省、経済産業省\n",
    ],
)
def test_ministries_at_home_took_part_too(read: Reader, text: str) -> None:
    [account] = read(text, "mic-japan")
    assert set(who(account)) == {"mic-japan", "meti-japan", "uk-dsit"}


def test_where_others_alone_are_the_subject_the_publisher_took_no_part(read: Reader) -> None:
    [account] = read(f"{DAY}経済産業省は、米国商務省と会談を行った。")
    assert set(who(account)) == {"meti-japan", "us-doc"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"{DAY}フィリピン国家プライバシー委員会委員長が丹野委員長を表敬した。", "visitor"),
        (f"{DAY}丹野委員長がフィリピン国家プライバシー委員会委員長を表敬した。", "host"),
    ],
)
def test_a_courtesy_call_is_paid_by_one_to_the_other(read: Reader, text: str, role: str) -> None:
    [account] = read(text)
    assert who(account)["npc-philippines"] == role


@pytest.mark.parametrize(
    "words",
    ["日EU間の事務レベル協議を行った", "海外当局との意見交換を行った", "第３回日英個人データ対話を開催した"],
)
def test_a_side_that_is_not_named_is_for_a_person_to_find_out(read: Reader, words: str) -> None:
    [account] = read(f"{DAY}{words}。")
    assert account.status_review == "review"
    assert {one.authority for one in account.participants} == {"ppc-japan"} | ({None} if "日" in words[:4] else set())


def test_the_commission_is_the_side_of_the_eu_where_it_is_said_to_have_attended(read: Reader) -> None:
    [account] = read(f"{DAY}日EUの実務者会合を開催し、欧州委員会からは課長が出席した。")
    assert (set(who(account)), account.status_review) == ({"european-commission", "ppc-japan"}, "accepted")


def test_the_publisher_is_no_party_of_a_summit_that_it_mentions(read: Reader) -> None:
    [account] = read(f"{DAY}東京で行われた第25回日EU定期首脳協議において、個人データの越境移転が言及された。")
    assert account.series == "eu-japan-summit"
    assert "ppc-japan" not in who(account)

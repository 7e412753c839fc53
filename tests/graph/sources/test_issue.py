"""The day of issue that a Japanese text names beside other words, at its beginning or at its very end."""

from __future__ import annotations

from datetime import date

import pytest

from graph.sources.text import read_text

BODY = "試験庁は12日、甲国の機関と東京で会い、覚書の案を話し合った。次の会合は来年2月に甲国で行う。"


@pytest.mark.parametrize(
    "closing",
    [
        "(2024年6月13日)",
        "（令和6年6月13日　試験新聞）",
        "(業界速報 2024年6月13日(木) 朝刊)",
        "[試験通信・2024年6月13日]",
        "登録:2024年6月13日 10時12分",
        "執筆:試験研究所/2024年6月13日掲載",
        "2024年6月13日 試験速報",
        "(2024/6/13 6:00)",
    ],
)
def test_a_text_closes_with_its_day(closing: str) -> None:
    """Closing words on a line of their own say when a text came out."""
    apart = f"覚書の案を協議\n\n{BODY}\n\n{closing}\n"
    assert read_text(apart.encode(), "a.txt").published == date(2024, 6, 13)


def test_the_closing_bracket_may_follow_the_last_sentence() -> None:
    """It then stands on the line of that sentence."""
    text = f"覚書の案を協議\n\n{BODY}\n\n続報を待つ。(2024年6月13日)\n"
    assert read_text(text.encode(), "a.txt").published == date(2024, 6, 13)


@pytest.mark.parametrize(
    "opening",
    ["令和6年6月13日 国際室だより", "試験メールマガジン 第12号(令和6年6月13日)", "令和6年6月13日付 長官会見記録"],
)
def test_a_text_opens_with_its_day(opening: str) -> None:
    """A newsletter or the record of a press conference names its day in its head."""
    assert read_text(f"{opening}\n\n{BODY}\n".encode(), "a.txt").published == date(2024, 6, 13)


@pytest.mark.parametrize(
    "closing",
    [
        "(令和6年6月13日更新)",
        "委員会は規則を公布した(2024年6月13日)",
        "(第2回会合 2024年6月13日開催)",
        "(会期:2024年6月13日~14日)",
        "次の会合は2024年6月13日に行う。",
    ],
)
def test_other_days_are_no_day_of_issue(closing: str) -> None:
    """An update, a meeting, a law or a deadline at the end says nothing of when the text came out."""
    assert read_text(f"覚書の案を協議\n\n{BODY}\n\n{closing}\n".encode(), "a.txt").published is None

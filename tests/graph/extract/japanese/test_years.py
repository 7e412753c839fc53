"""Headings of what is to come: what stands below them without a sentence is planned."""

from __future__ import annotations

import pytest

from graph.extract import Gazetteer, extract
from graph.sources.read import read_bytes

TEXT = """国際業務四半期報告　2023年第4四半期（10月～12月）

１　会談
　令和５年12月７日、英国情報コミッショナー事務局と東京で意見交換を行った。

２　{}
　令和６年１月30日　英国情報コミッショナー事務局との協議（ロンドン）
"""


@pytest.mark.parametrize("heading", ["翌四半期の主な予定", "これからの予定", "今後の会合予定", "次年度の予定"])
def test_meetings_below_a_heading_of_plans_are_planned(heading: str, gazetteer: Gazetteer) -> None:
    document = read_bytes(TEXT.format(heading).encode(), "page.txt", "ppc-japan")
    told = {account.when.edtf: account.status for account in extract(document, gazetteer)}
    assert told == {"2023-12-07": "held", "2024-01-30": "planned"}

"""Short documents of our own, in the style of press pages and reports, for tests of the whole way."""

from __future__ import annotations

from typing import Final

#: Two meetings, one of them cancelled.
REPORT: Final = """令和４年度上半期における個人情報保護委員会の活動実績について
令和４年10月31日
個人情報保護委員会
Ⅲ 国際協力
（参考１）主な国際会議への出席
国際会議名 開催日 開催国等
第57回アジア太平洋プライバシー機関（APPA）フォーラム 令和４年７月12日～13日 カナダ
第44回世界プライバシー会議（GPA） 令和４年10月25日～28日 トルコ
"""
#: The same forum, told by another document at another precision.
PRESS: Final = """第57回APPAフォーラムへの参加について
令和４年７月20日
個人情報保護委員会
個人情報保護委員会は、令和４年７月12日から13日にかけて、カナダで開催された第57回アジア太平洋プライバシー機関（APPA）フォーラムに参加しました。
"""

"""Tables in plain text whose cells go on over several lines, in the layouts that reports print them in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from graph.extract import Gazetteer, extract
from graph.model import Account
from graph.sources.read import read_bytes

TITLE = "令和４年度における国際業務の実績\n令和５年４月10日\n個人情報保護委員会\n\n１　国際会議等\n"


@dataclass(frozen=True)
class Case:
    """A table and what it tells, each meeting as day, status, countries and who or what it is."""

    table: str
    told: tuple[str, ...]


CASES = {
    "numbers, days as month/day, the country in brackets below the city": Case(
        """
番号　会　議　名　　　　　　　　　　　開 催 地　　　　　　期　日　　　　　出席者
────────────────────────────────────
 1　　第44回世界プライバシー会議　　　イスタンブール　　　10/25-28　　　　委員
　　　（GPA）　　　　　　　　　　　　 （トルコ）
 2　　第57回APPAフォーラム　　　　　　シンガポール　　　　7/12・13　　　　委員長
 3　　第58回アジア太平洋プライバシー　オンライン　　　　　11/29-12/1　　　事務局
　　　機関（APPA）フォーラム
 4　　G7データ保護・プライバシー機関　ボン　　　　　　　　9/6-9　　　　　 委員長
　　　ラウンドテーブル　　　　　　　　（ドイツ）
────────────────────────────────────
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-09-06/2022-09-09 held DE g7-dpa-roundtable",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
            "2022-11-29/2022-12-01 held - appa-forum-58",
        ),
    ),
    "two days in one cell are two talks with the same body": Case(
        """
　　相　手　機　関　　　　　　　時　期　　　　　　　　主な議題
　　────────────────────────────────
　　英国情報コミッショナー　　　令和４年４月12日　　　執行に関する情報の共有
　　事務局（ICO）　　　　　　　 令和４年９月２日　　　及び子どものプライバシ
　　　　　　　　　　　　　　　　　　　　　　　　　　　ー
　　韓国個人情報保護委員会　　　令和４年６月７日　　　十分性認定
　　────────────────────────────────
""",
        (
            "2022-04-12 held - ico-uk",
            "2022-06-07 held - pipc-korea",
            "2022-09-02 held - ico-uk",
        ),
    ),
    "the day stands in the middle of its row": Case(
        """
会合名　　　　　　　　　　　　　　開催日　　　　　　　　　場所
第57回アジア太平洋プライ
バシー機関（APPA）フォー　　　　　令和４年７月12日　　　　シンガポール
ラム
OECDデータガバナンス・プ　　　　　令和４年11月21日
ライバシー作業部会（WPDG　　　　　～22日　　　　　　　　　パリ
P）第３回会合
第44回世界プライバシー会議　　　　令和４年10月25日　　　　イスタンブール
""",
        (
            "2022-07-12 held SG appa-forum-57",
            "2022-10-25 held TR gpa-conference-44",
            "2022-11-21/2022-11-22 held FR oecd-wpdgp-3",
        ),
    ),
    "signs + and - and | draw the ruling": Case(
        """
+--------------+------------------------------+----------------+
| 開催日       | 会議名                       | 開催地         |
+--------------+------------------------------+----------------+
| R4.7.12-13   | 第57回アジア太平洋           | シンガポール   |
|              | プライバシー機関フォーラム   |                |
+--------------+------------------------------+----------------+
| R4.10.25-28  | 第44回世界プライバシー会議   | イスタンブール |
|              |                              | （トルコ）     |
+--------------+------------------------------+----------------+
""",
        ("2022-07-12/2022-07-13 held SG appa-forum-57", "2022-10-25/2022-10-28 held TR gpa-conference-44"),
    ),
    "markdown": Case(
        """
| No. | 日程 | 相手方 | 方法 | 備考 |
|:---:|------|:-------|------|------|
| 1 | ５月10日 | 米国連邦取引委員会（FTC） | オンライン | |
| 2 | 〃 | カナダ・プライバシーコミッショナー事務局 | 同上 | |
| 3 | ６月３日 | フランス情報処理・自由委員会 | 対面 | 先方の都合により延期 |
""",
        (
            "2022-05-10 held - opc-canada",
            "2022-05-10 held - us-ftc",
            "2022-06-03 postponed - cnil-france",
        ),
    ),
    "lines of a box": Case(
        """
┌────────┬─────────────┬──────────┐
│実施時期　　　　│会議・会合の名称　　　　　│開催国・都市　　　　│
├────────┼─────────────┼──────────┤
│令和４年７月12日│第57回アジア太平洋プライバ│シンガポール　　　　│
│～13日　　　　　│シー機関フォーラム　　　　│　　　　　　　　　　│
├────────┼─────────────┼──────────┤
│同年10月25日～　│第44回世界プライバシー会議│トルコ・イスタンブー│
│28日　　　　　　│　　　　　　　　　　　　　│ル　　　　　　　　　│
└────────┴─────────────┴──────────┘
""",
        ("2022-07-12/2022-07-13 held SG appa-forum-57", "2022-10-25/2022-10-28 held TR gpa-conference-44"),
    ),
    "a page ends within the table": Case(
        """
　　時　期　　　　　　会　議　名　　　　　　　　　　　　　開催地
　　─────────────────────────────────
　　７月12日～13日　　第57回アジア太平洋プライバシー　　　シンガポール
　　　　　　　　　　　機関（APPA）フォーラム

　　　　　　　　　　　　　　　－ 12 －

　令和４年度国際業務の実績

　　時　期　　　　　　会　議　名　　　　　　　　　　　　　開催地
　　─────────────────────────────────
　　10月25日～28日　　第44回世界プライバシー会議　　　　　トルコ
　　３月１日　　　　　日英間のデータ政策協議　　　　　　　ロンドン
　　─────────────────────────────────
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
            "2023-03-01 held GB -",
        ),
    ),
    "one day holds for the rows below it": Case(
        """
年月日　　　　　　面談相手　　　　　　　　　　　　　　　場所
令和４年５月10日　米国連邦取引委員会　　　　　　　　　　ワシントン
　　　　　　　　　米国商務省国際貿易局　　　　　　　　　ワシントン
令和４年６月７日　韓国個人情報保護委員会　　　　　　　　ソウル
""",
        ("2022-05-10 held US us-ita", "2022-05-10 held US us-ftc", "2022-06-07 held KR pipc-korea"),
    ),
    "one country holds for the rows below it": Case(
        """
　国・地域　　相手方　　　　　　　　　　　　　期日　　　　　　　方法
　米国　　　　商務省次官補代理　　　　　　　　令和４年５月10日　対面
　　　　　　　連邦取引委員会（FTC）国際　　　 令和４年６月24日　オンライン
　　　　　　　局長
　英国　　　　情報コミッショナー事務局　　　　令和４年７月２日　電話会議
　　　　　　　　　　　　　　　　　　　　　　　同年11月21日　　 対面
""",
        (
            "2022-05-10 held US us-doc",
            "2022-06-24 held - us-ftc",
            "2022-07-02 held - ico-uk",
            "2022-11-21 held GB ico-uk",
        ),
    ),
    "columns drift": Case(
        """
    開催場所          開催期間                国際会議名                              参加者
    シンガポール       7月12日～13日            第57回APPAフォーラム                     委員長
   イスタンブール      10月25日～28日          第44回世界プライバシー会議                委員
    （トルコ）                                （GPA）
    オンライン        11月29日～12月1日         第58回APPAフォーラム                    事務局
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
            "2022-11-29/2022-12-01 held - appa-forum-58",
        ),
    ),
    "meetings at home stay out, remarks tell what was put off": Case(
        """
開催年月　　　　件　　　名　　　　　　　　　　　　会場　　　　　　備　考
４月22日　　　　個人情報保護法に関する説明会　　　大阪市　　　　　約80名参加
５月16日　　　　日英間のデータ政策協議（第２回）　ロンドン　　　　審議官級
６月８日　　　　地方公共団体向け研修会　　　　　　福岡市
７月12日～13日　第57回APPAフォーラム　　　　　　　シンガポール　　委員長ほか
９月　　　　　　GPEN執行ワークショップ　　　　　　パリ　　　　　　延期
""",
        ("2022-05-16 held GB -", "2022-07-12/2022-07-13 held SG appa-forum-57", "2022-09 postponed FR gpen"),
    ),
    "the day comes last and goes on below": Case(
        """
国際会議の名称　　　　　　　　場　所　　　　　　　　開催期間
第57回アジア太平洋プライバ　　シンガポール　　　　　令和４年７月12日～
シー機関（APPA）フォーラム　　　　　　　　　　　　　13日
第44回世界プライバシー会議　　トルコ・イスタン　　　令和４年10月25日～
（GPA）　　　　　　　　　　　 ブール　　　　　　　　28日
""",
        ("2022-07-12/2022-07-13 held SG appa-forum-57", "2022-10-25/2022-10-28 held TR gpa-conference-44"),
    ),
    "what was talked of is told in sentences": Case(
        """
期日　　　　　相手　　　　　　　　　　　　内容
５月10日　　　米国連邦取引委員会　　　　　執行協力の在り方について意見を交換
　　　　　　　（FTC）　　　　　　　　　　 した。次回の日程は調整中である。
６月７日　　　韓国個人情報保護委員会　　　同国の制度改正について説明を受け、
　　　　　　　　　　　　　　　　　　　　　質疑を行った。
""",
        ("2022-05-10 held - us-ftc", "2022-06-07 held - pipc-korea"),
    ),
    "each row has a rule below it": Case(
        """
主催・共催　　　　会議の名称　　　　　　　　　　　日　付
----------------------------------------------------------------
シンガポール　　　第57回アジア太平洋プライバシー
個人情報保護委　　機関フォーラム　　　　　　　　　7.12-13
員会
----------------------------------------------------------------
トルコ個人データ　第44回世界プライバシー会議　　　10.25-28
保護機関
----------------------------------------------------------------
""",
        ("2022-07-12/2022-07-13 held - appa-forum-57", "2022-10-25/2022-10-28 held - gpa-conference-44"),
    ),
    "tabs, and headings of other words": Case(
        "対応時期\t相手国等\t相手先機関\tやりとりの方法\n"
        "4月8日\t米国\t連邦取引委員会\tオンライン会議\n"
        "5月下旬\t英国\t情報コミッショナー事務局\t電話会議\n",
        ("2022-04-08 held - us-ftc", "2022-05 held - ico-uk"),
    ),
    "a filled cell touches the next": Case(
        """
期間　　　　　　　訪問先　　　　　　　　　　　　　概要
令和４年５月10日　米国連邦取引委員会国際局長　　　執行協力
令和４年６月７日　フランス情報処理・自由委員会　　認定制度
令和４年７月８日～カナダ・プライバシーコミッショナ制度改正
９日　　　　　　　ー事務局　　　　　　　　　　　　の動向
""",
        (
            "2022-05-10 held - us-ftc",
            "2022-06-07 held - cnil-france",
            "2022-07-08/2022-07-09 held - opc-canada",
        ),
    ),
}


def told(account: Account) -> str:
    others = sorted(one.authority or one.label for one in account.participants if one.authority != "ppc-japan")
    ordinal = f"-{account.ordinal}" if account.ordinal else ""
    dialogue = (account.series or "ppc-").startswith("ppc-")
    what = f"{account.series}{ordinal}" if not dialogue else "+".join(others) or "-"
    return f"{account.when.edtf} {account.status} {'+'.join(account.place.countries) or '-'} {what}"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_row_is_a_meeting(case: Case, gazetteer: Gazetteer) -> None:
    document = read_bytes((TITLE + case.table).encode(), "report.txt", "ppc-japan")
    accounts = extract(document, gazetteer)
    for evidence in (one for account in accounts for one in account.evidence):
        assert document.text[evidence.start : evidence.end] == evidence.quote
    assert sorted(map(told, accounts)) == sorted(case.told)

"""Tables in plain text: headings of several lines, columns of days, groups, rulings left out, what is no table."""

from __future__ import annotations

import pytest

from graph.extract import Gazetteer, extract
from graph.sources.read import read_bytes
from tests.graph.extract.test_columnar import Case, told

TITLE = "令和４年度　国際関係業務の概況\n個人情報保護委員会\n令和５年４月28日\n\n第２　海外当局等との対話\n"

CASES = {
    "headings of two lines": Case(
        """
　開催　　　　　　会議の　　　　　　　　　　　　　　　開催地　　　　　当方
　年月日　　　　　名称　　　　　　　　　　　　　　　　　　　　　　　　出席者
　令和４年７月　　第57回アジア太平洋プライバシー機　　シンガポール　　委員長
　12日～13日　　　関フォーラム
　令和４年10月　　第44回世界プライバシー会議　　　　　イスタンブール　委員
　25日～28日
""",
        ("2022-07-12/2022-07-13 held SG appa-forum-57", "2022-10-25/2022-10-28 held TR gpa-conference-44"),
    ),
    "a column for the first day and one for the last": Case(
        """
No.  開始日      終了日      会議名                                  開催国
1    2022/7/12   2022/7/13   第57回APPAフォーラム                    シンガポール
2    2022/10/25  2022/10/28  第44回世界プライバシー会議              トルコ
3    2023/1/24   2023/1/24   データ保護の日に関する国際会議          ベルギー
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
            "2023-01-24 held BE -",
        ),
    ),
    "a column of months beside that of the days, and contents for names": Case(
        """
　月　　　日程　　　　　内容　　　　　　　　　　　　　　　　場所　　　　　　備考
　７月　　12日～13日　　第57回APPAフォーラム　　　　　　　　シンガポール　　済
　　　　　28日　　　　　米国連邦取引委員会との対話　　　　　東京　　　　　　中止
　10月　　25日～28日　　第44回世界プライバシー会議　　　　　トルコ　　　　　済
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-07-28 cancelled JP us-ftc",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
        ),
    ),
    "slashes between blanks": Case(
        """
状況 / 行事 / 日程 / 開催地
済 / 第57回APPAフォーラム / 2022年7月12日~13日 / シンガポール
中止 / 米国連邦取引委員会との対話 / 2022年7月28日 / 東京
予定 / 第44回世界プライバシー会議 / 2022年10月25日~28日 / トルコ
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-07-28 cancelled JP us-ftc",
            "2022-10-25/2022-10-28 planned TR gpa-conference-44",
        ),
    ),
    "a blank line between the rows": Case(
        """
　日程　　　　　　　　対話相手　　　　　　　　　　　　備考

　５月10日（火）　　　米国連邦取引委員会　　　　　　　先方からの
　　　　　　　　　　　（FTC）国際局　　　　　　　　　要請による

　６月７日（火）　　　フランス情報処理・自由　　　　　予定どおり
　　　　　　　　　　　委員会

　６月24日（金）　　　韓国個人情報保護委員会　　　　　中止
""",
        (
            "2022-05-10 held - us-ftc",
            "2022-06-07 held - cnil-france",
            "2022-06-24 cancelled - pipc-korea",
        ),
    ),
    "years on lines of their own": Case(
        """
　　期　日　　　　　　会　合　　　　　　　　　　　　　　場　所
　　令和４年
　　　７月12日～13日　第57回APPAフォーラム　　　　　　シンガポール
　　　11月29日～30日　第58回APPAフォーラム　　　　　　オンライン
　　令和５年
　　　３月１日　　　　日英間のデータ政策協議　　　　　　ロンドン
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-11-29/2022-11-30 held - appa-forum-58",
            "2023-03-01 held GB -",
        ),
    ),
    "groups beside the rows": Case(
        """
区分　　　　時期　　　　　　名称・相手方　　　　　　　　　　　　　開催地・方法
国際会議　　７月12日・13日　第57回APPAフォーラム　　　　　　　　　シンガポール
　　　　　　10月25日～28日　第44回世界プライバシー会議　　　　　　イスタンブール
　　　　　　　　　　　　　　（GPA）
二国間　　　５月10日　　　　米国連邦取引委員会　　　　　　　　　　オンライン
　　　　　　同日　　　　　　カナダ・プライバシーコミッショナー　　オンライン
""",
        (
            "2022-05-10 held - opc-canada",
            "2022-05-10 held - us-ftc",
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
        ),
    ),
    "no bars at the ends, blank cells below a day that holds": Case(
        """
年月日 | 相手機関 | 場所
--- | --- | ---
R4.5.10 | 米国連邦取引委員会 | ワシントン
 | 米国商務省国際貿易局 | ワシントン
R4.6.7 | 韓国個人情報保護委員会 | ソウル
""",
        ("2022-05-10 held US us-ftc", "2022-05-10 held US us-ita", "2022-06-07 held KR pipc-korea"),
    ),
    "half-width blanks and a town behind the name": Case(
        """
  期間             会議・会合                                        当委員会の対応者
 -----------------------------------------------------------------------------------
  7/12(火)-13(水)  第57回APPAフォーラム（シンガポール）              委員長、国際室
  9/6-9            G7データ保護・プライバシー機関                    委員
                   ラウンドテーブル会合（ボン）
  11/21-22         OECDデータガバナンス・プライバシー                国際室
                   作業部会（WPDGP）（オンライン）
 -----------------------------------------------------------------------------------
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-09-06/2022-09-09 held DE g7-dpa-roundtable",
            "2022-11-21/2022-11-22 held - oecd-wpdgp",
        ),
    ),
    "names that start above their days, some rows of one line": Case(
        """
会議名　　　　　　　　　　　　　　　　場所　　　　　　　　期日
第44回世界プライバシー会議　　　　　　イスタンブール　　　10/25-28
G7データ保護・プライバシー機関ラ
ウンドテーブル会合　　　　　　　　　　ボン　　　　　　　　9/6-9
（第２回）
第57回アジア太平洋プライバシー機
関（APPA）フォーラム　　　　　　　　　シンガポール　　　　7/12-13
グローバルCBPRフォーラムワークショップ　ロンドン　　　　　2023/4/17-20
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-09-06/2022-09-09 held DE g7-dpa-roundtable-2",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
            "2023-04-17/2023-04-20 held GB global-cbpr-workshop",
        ),
    ),
    "cells in the middle of their columns": Case(
        """
       期　間                          会　議　名                        開　催　地
    7月12日～13日                 第57回APPAフォーラム                  シンガポール
   10月25日～28日         第44回世界プライバシー会議（GPA）     イスタンブール（トルコ）
       9月6日       G7データ保護・プライバシー機関ラウンド                ボン
                                 テーブル会合
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-09-06 held DE g7-dpa-roundtable",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
        ),
    ),
    "groups on lines of their own": Case(
        """
会議名・相手方　　　　　　　　　開催地　　　　　　時期
【多国間】
第57回APPAフォーラム　　　　　　シンガポール　　　７月12日～13日
第44回世界プライバシー会議　　　イスタンブール　　10月25日～28日
○二国間
日英間のデータ政策協議　　　　　ロンドン　　　　　３月１日
""",
        (
            "2022-07-12/2022-07-13 held SG appa-forum-57",
            "2022-10-25/2022-10-28 held TR gpa-conference-44",
            "2023-03-01 held GB -",
        ),
    ),
    "day and place in one column": Case(
        """
日時・場所　　　　　　　　　　会議名　　　　　　　　　　　　　概要
７月12日（火）～13日（水）　　第57回アジア太平洋プライ　　　　各機関の活動報告、越境移転に
シンガポール　　　　　　　　　バシー機関フォーラム　　　　　　関する議論
10月25日（火）～28日（金）　　第44回世界プライバシー会議　　　決議の採択
イスタンブール（トルコ）
""",
        ("2022-07-12/2022-07-13 held SG appa-forum-57", "2022-10-25/2022-10-28 held TR gpa-conference-44"),
    ),
    "hours below the days, whence the visitors came": Case(
        """
　開催日時　　　　　　　　国/地域　　　面会者　　　　　　　　　　　　　場所
　令和４年４月12日（火）　英国　　　　情報コミッショナー　　　　　　　当委員会会議室
　　14:00～15:30
　令和４年４月13日（水）　米国　　　　商務省次官補　　　　　　　　　　当委員会会議室
　　10:00～11:00
""",
        ("2022-04-12 held - ico-uk", "2022-04-13 held - us-doc"),
    ),
    "two meetings of one month, each with a bullet": Case(
        """
時期　　　　会議等　　　　　　　　　　　　　　　　　　　場所
４月　　　　・日英間のデータ政策協議　　　　　　　　　　ロンドン
　　　　　　・日仏間のデータ政策協議　　　　　　　　　　パリ
７月　　　　・第57回APPAフォーラム　　　　　　　　　　　シンガポール
""",
        ("2022-04 held FR -", "2022-04 held GB -", "2022-07 held SG appa-forum-57"),
    ),
    "a month holds for the days below it": Case(
        """
月　　日　　　会合　　　　　　　　　　　　　　　場所
４月　12日　　日英間のデータ政策協議　　　　　　ロンドン
　　　20日　　日仏間のデータ政策協議　　　　　　パリ
７月　12日　　第57回APPAフォーラム　　　　　　　シンガポール
""",
        ("2022-04-12 held GB -", "2022-04-20 held FR -", "2022-07-12 held SG appa-forum-57"),
    ),
    "numbered points and sentences beside the rows": Case(
        """
期日　　　　　相手方　　　　　　　　　　　　　対話の概要
４月12日　　　英国情報コミッショナー事務局　　１　児童のプライバシー
　　　　　　　　　　　　　　　　　　　　　　　２　執行協力の在り方について意見を交
　　　　　　　　　　　　　　　　　　　　　　　　　換した。
５月10日　　　米国連邦取引委員会　　　　　　　（１）生成AI
　　　　　　　　　　　　　　　　　　　　　　　（２）その他。なお、次回は延期された
　　　　　　　　　　　　　　　　　　　　　　　　　会合と併せて開くこととした。
""",
        ("2022-04-12 held - ico-uk", "2022-05-10 held - us-ftc"),
    ),
    "a heading in brackets above the next table": Case(
        """
【国際会議】
会議名　　　　　　　　　　　　　開催時期　　　　　　開催地
第57回APPAフォーラム　　　　　　７月12日～13日　　　シンガポール
【二国間】
相手方　　　　　　　　　　　　　時期　　　　　　　　方法
米国連邦取引委員会　　　　　　　５月10日　　　　　　オンライン
""",
        ("2022-05-10 held - us-ftc", "2022-07-12/2022-07-13 held SG appa-forum-57"),
    ),
    "many columns, their hosts among them": Case(
        """
No 期間            国際会議名                          開催国・都市          主催者              当方出席者
-- --------------- ----------------------------------- --------------------- ------------------- ----------
1  4.12-14         グローバルCBPRフォーラムワークショ  米国・ホノルル        米国商務省          参事官
                   ップ
2  10.25-28        第44回世界プライバシー会議          トルコ・イスタンブー  トルコ個人データ    委員
                                                       ル                    保護機関
""",
        ("2022-04-12/2022-04-14 held US global-cbpr-workshop", "2022-10-25/2022-10-28 held TR gpa-conference-44"),
    ),
    "what follows the table is none of it": Case(
        """
　　相手方　　　　　　　　　　　　時期　　　　　　　議題
　　英国情報コミッショナー　　　　４月12日　　　　　執行
　　シンガポール個人情報　　　　　５月18日　　　　　データ・ポータ
　　保護委員会　　　　　　　　　　　　　　　　　　　ビリティ

　　このほか、令和４年６月７日に、韓国個人情報保護委員会とオンラインで意見交換を行った。
""",
        (
            "2022-04-12 held - ico-uk",
            "2022-05-18 held - pdpc-singapore",
            "2022-06-07 held - pipc-korea",
        ),
    ),
    "numbers of rows under no heading, and notes below the line": Case(
        """
　　　内　　　容　　　　　　　　　　　　　　当方　　　　　場　所　　　　　　　日　　程
　　────────────────────────────────────────
　１　英国情報コミッショナー事務局長官と　　委員長　　　ロンドン（英国）　　４月12日
　　　の会談
　２　シンガポール個人情報保護委員会との　　事務局　　　シンガポール　　　　５月18日
　　　意見交換
　３　韓国個人情報保護委員会委員長との会　　委員長　　　東京　　　　　　　　６月７日
　　　談
　　────────────────────────────────────────
　（備考）日程は現地のものである。
""",
        (
            "2022-04-12 held GB ico-uk",
            "2022-05-18 held SG pdpc-singapore",
            "2022-06-07 held JP pipc-korea",
        ),
    ),
    "complaints by month are no meetings": Case(
        """
月　　　　相談件数　　うち国外　　備考
４月　　　120件　　　 ３件　　　　米国
５月　　　98件　　　　１件　　　　英国
""",
        (),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_row_is_a_meeting(case: Case, gazetteer: Gazetteer) -> None:
    document = read_bytes((TITLE + case.table).encode(), "report.txt", "ppc-japan")
    accounts = extract(document, gazetteer)
    for evidence in (one for account in accounts for one in account.evidence):
        assert document.text[evidence.start : evidence.end] == evidence.quote
    assert sorted(map(told, accounts)) == sorted(case.told)

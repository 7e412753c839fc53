"""Pages in the style of regulators' sites, written for the tests: what the site puts around, what the page says.

Each page is (name, HTML, the lines of its content, words of its furniture).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SitePage:
    """A page, the lines that are its content, and words that belong to the site around it."""

    name: str
    html: str
    content: tuple[str, ...]
    furniture: tuple[str, ...]


_JA_MENU = "".join(
    f'<li><a href="/{n}">{w}</a></li>'
    for n, w in enumerate(("ホーム", "法令・ガイドライン", "国際関係", "広報・啓発", "採用情報", "お問い合わせ"))
)
_EN_MENU = "".join(
    f'<li><a href="/{n}">{w}</a></li>'
    for n, w in enumerate(("Home", "About us", "Guidance for organisations", "News and events", "Careers", "Contact"))
)
_JA_FOOT = "〒100-0000 東京都千代田区 電話：03-0000-0000 最終更新日：令和6年1月15日 Copyright"

JAPANESE_MAIN = SitePage(
    "Japanese press page with main",
    f"""<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">
    <title>英国情報コミッショナーとの会談について｜試験データ保護委員会</title></head><body>
    <header id="header"><p class="logo"><a href="/">試験データ保護委員会</a></p>
    <form role="search"><input name="q"><button>検索</button></form></header>
    <nav class="gnav"><ul>{_JA_MENU}</ul></nav>
    <ol class="breadcrumb"><li><a href="/">ホーム</a></li><li>会談について</li></ol>
    <main><h1>英国情報コミッショナーとの会談について</h1>
    <p class="date">令和５年11月７日</p>
    <p>令和５年11月６日、委員長は、英国情報コミッショナーを訪問し、越境データ移転について意見交換を行いました。</p>
    <p>双方は、今後も<ruby>協力<rp>(</rp><rt>きょうりょく</rt><rp>)</rp></ruby>を続けることで一致しました。</p>
    <p hidden>下書き</p><p style="display: none">非表示の文</p></main>
    <aside><h2>関連リンク</h2><ul><li><a href="/a">令和4年3月1日 過去の会談</a></li></ul></aside>
    <footer>{_JA_FOOT}</footer><script>var updated = "2024-01-15";</script></body></html>""",
    (
        "英国情報コミッショナーとの会談について",
        "令和５年11月７日",
        "令和５年11月６日、委員長は、英国情報コミッショナーを訪問し、越境データ移転について意見交換を行いました。",
        "双方は、今後も協力を続けることで一致しました。",
    ),
    ("採用情報", "検索", "過去の会談", "最終更新", "03-0000", "下書き", "非表示", "きょうりょく", "updated"),
)

JAPANESE_DIVS = SitePage(
    "Japanese page of divs, with a table",
    f"""<html lang="ja"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
    <title>国際会議等への参加状況 - 試験庁</title></head><body><div id="wrapper">
    <div id="header"><a href="/">試験庁</a></div><div id="globalNavi"><ul>{_JA_MENU}</ul></div>
    <div id="topicpath"><a href="/">ホーム</a> &gt; 国際会議等</div>
    <div id="contents"><div id="main-contents"><h1>国際会議等への参加状況</h1>
    <p>平成30年度に参加した主な国際会議は次のとおりです。</p>
    <table><caption>主な国際会議</caption><thead><tr><th>開催日</th><th>会議名</th><th>開催地</th></tr></thead>
    <tbody><tr><td rowspan="2">平成30年<br>10月22日～26日</td><td>第40回データ保護会議</td><td>ブリュッセル</td></tr>
    <tr><td>同会議の分科会</td><td>ブリュッセル</td></tr></tbody></table>
    <p class="update">更新日：2019年4月2日</p></div>
    <div id="sidebar"><ul>{_JA_MENU}</ul></div></div>
    <div id="footer">{_JA_FOOT}</div></div></body></html>""",
    (
        "国際会議等への参加状況",
        "平成30年度に参加した主な国際会議は次のとおりです。",
        "主な国際会議",
        "開催日\t会議名\t開催地",
        "平成30年",
        "10月22日～26日\t第40回データ保護会議\tブリュッセル",
        "同会議の分科会\tブリュッセル",
    ),
    ("採用情報", "最終更新", "更新日", "&gt;", "千代田区"),
)

ENGLISH_ARTICLE = SitePage(
    "English press page with a cookie banner",
    f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
    <title>Joint statement on data flows | Example DPA</title>
    <meta property="og:site_name" content="Example DPA">
    <meta property="article:published_time" content="2023-10-31T09:00:00Z">
    </head><body><a class="skip-link" href="#c">Skip to main content</a>
    <div class="cookie-consent"><p>We use cookies to improve this site. Accept all cookies?</p>
    <button>Accept</button></div>
    <header><div class="site-title">Example DPA</div><nav><ul>{_EN_MENU}</ul></nav></header>
    <article><header><h1>Joint statement on data flows</h1><p><time datetime="2023-10-31">31 October 2023</time>
    </p></header>
    <p>The Commissioners of Exampleland and Samplia met in London from 28 to 30 October 2023.</p>
    <ul><li>They agreed to share lessons on certification.</li><li>A workshop will follow in spring.</li></ul>
    <div class="share"><a href="#">Share on social media</a></div></article>
    <section class="related-content"><h2>Related news</h2><p><a href="/n">Annual report 2022 published</a></p>
    </section>
    <footer><p>Page last updated: 12 January 2024</p><p>Registered office: 1 Example Street</p></footer></body>
    </html>""",
    (
        "Joint statement on data flows",
        "31 October 2023",
        "The Commissioners of Exampleland and Samplia met in London from 28 to 30 October 2023.",
        "They agreed to share lessons on certification.",
        "A workshop will follow in spring.",
    ),
    ("cookies", "Skip to", "Careers", "social media", "Annual report 2022", "January 2024", "Example Street"),
)

SHORT_NOTE = SitePage(
    "A page of two sentences without any marks of its parts",
    f"""<html><head><title>電話会議の実施について</title></head><body>
    <ul>{_JA_MENU}</ul><h1>電話会議の実施について</h1><p>令和２年６月10日</p>
    <p>事務局長は、欧州委員会司法・消費者総局長と電話会議を行った。</p>
    <p>次回は秋に開催する予定である。</p></body></html>""",
    (
        "電話会議の実施について",
        "令和２年６月10日",
        "事務局長は、欧州委員会司法・消費者総局長と電話会議を行った。",
        "次回は秋に開催する予定である。",
    ),
    ("採用情報",),
)

LIST_OF_LINKS = SitePage(
    "A list of meetings, each a link, in main",
    f"""<!doctype html><html lang="ja"><head><title>国際的な対話の一覧</title></head><body><nav>
    <ul>{_JA_MENU}</ul></nav>
    <div role="main"><h1>国際的な対話の一覧</h1><ul>
    <li><a href="/1">令和５年５月10日 米国商務省との会合</a></li><li>
    <a href="/2">令和５年６月１日 豪州当局との会談（オンライン）</a></li>
    <li><a href="/3">令和５年７月20日 第59回フォーラム</a></li><li>
    <a href="/4">令和５年９月４日 韓国当局との会談</a></li></ul></div>
    <div role="contentinfo">{_JA_FOOT}</div></body></html>""",
    (
        "国際的な対話の一覧",
        "令和５年５月10日 米国商務省との会合",
        "令和５年６月１日 豪州当局との会談（オンライン）",
        "令和５年７月20日 第59回フォーラム",
        "令和５年９月４日 韓国当局との会談",
    ),
    ("採用情報", "最終更新"),
)

LAYOUT_TABLES = SitePage(
    "An old page laid out with tables",
    f"""<html><head><title>Communique</title></head><body><table width="100%"><tr><td id="menu">
    <ul>{_EN_MENU}</ul></td>
    <td id="content"><h1>Communiqu&eacute; of the trilateral meeting</h1><p>Washington, June 3, 2019</p>
    <p>Officials of the three economies met for the second time and welcomed progress on certification.</p>
    <table border="1"><tr><th>Date</th><th>Meeting</th></tr><tr><td>June 3</td><td>Trilateral</td></tr>
    <tr><td>June 4</td><td>Workshop</td></tr></table></td></tr>
    <tr><td colspan="2" class="footer">Last modified: July 9, 2019</td></tr></table></body></html>""",
    (
        "Communiqué of the trilateral meeting",
        "Washington, June 3, 2019",
        "Officials of the three economies met for the second time and welcomed progress on certification.",
        "Date\tMeeting",
        "June 3\tTrilateral",
        "June 4\tWorkshop",
    ),
    ("Careers", "July 9"),
)

SITE_PAGES = (JAPANESE_MAIN, JAPANESE_DIVS, ENGLISH_ARTICLE, SHORT_NOTE, LIST_OF_LINKS, LAYOUT_TABLES)

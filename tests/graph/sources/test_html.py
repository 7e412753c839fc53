"""HTML: the content without the site around it, tables with spans, what the markup says of the page."""

from __future__ import annotations

from datetime import date

import pytest

from graph.document import Document
from graph.errors import UnreadableDocument
from graph.sources.read import read_bytes
from tests.graph.sources.pages_of_sites import ENGLISH_ARTICLE, JAPANESE_DIVS, JAPANESE_MAIN, SITE_PAGES, SitePage


def read(html: str, encoding: str = "utf-8") -> Document:
    return read_bytes(html.encode(encoding), "page.html")


def grid(document: Document) -> list[list[str]]:
    (only,) = document.grids
    return [[document.text[cell.start : cell.end] for cell in row] for row in only.rows]


@pytest.mark.parametrize("page", SITE_PAGES, ids=lambda page: page.name)
def test_the_content_is_kept_line_by_line_and_the_site_around_it_is_left_out(page: SitePage) -> None:
    document = read(page.html)
    assert tuple(document.text.rstrip("\n").split("\n")) == page.content
    assert not [words for words in page.furniture if words in document.text]
    assert document.paragraphs


def test_title_publisher_and_day_come_from_the_markup() -> None:
    english, japanese = read(ENGLISH_ARTICLE.html), read(JAPANESE_MAIN.html)
    assert (english.title, english.publisher_words) == ("Joint statement on data flows", "Example DPA")
    assert (english.published, english.language) == (date(2023, 10, 31), "en")
    assert (japanese.title, japanese.publisher_words) == (
        "英国情報コミッショナーとの会談について",
        "試験データ保護委員会",
    )
    assert (japanese.published, japanese.language) == (date(2023, 11, 7), "ja")


def test_the_day_of_an_update_is_not_the_day_of_publication() -> None:
    assert read(JAPANESE_DIVS.html).published is None


def test_the_time_of_a_meeting_is_not_the_day_of_publication() -> None:
    html = '<main><h1>Meeting</h1><p>We met on <time datetime="2023-05-10">10 May</time> in Tokyo.</p></main>'
    assert read(f"<html lang=en><body>{html}</body></html>").published is None


def test_what_the_caller_says_wins_over_the_markup() -> None:
    document = read_bytes(ENGLISH_ARTICLE.html.encode(), "a.html", "uk-ico", date(2023, 11, 1))
    assert (document.publisher, document.published) == ("uk-ico", date(2023, 11, 1))


def test_spans_are_repeated_in_every_place_they_take_up() -> None:
    document = read(
        "<html><body><h1>t</h1><table><tr><th rowspan=2>開催日<th colspan=2>会議</tr><tr><td>名称<td>場所</tr>"
        "<tr><td>５月<br>１日<td><p>APPA</p><p>フォーラム</p><td></tr></table></body></html>"
    )
    assert grid(document) == [
        ["開催日", "会議", "会議"],
        ["開催日", "名称", "場所"],
        ["５月\n１日", "APPA\nフォーラム", ""],
    ]
    (table,) = document.grids
    assert table.rows[0][0] == table.rows[1][0]


def test_spans_of_any_size_are_bounded_by_the_table() -> None:
    rows = "<tr><td colspan=99999 rowspan=65534>A</td><td>B</td></tr>" * 30
    with pytest.raises(UnreadableDocument, match=r"more than 200 columns"):
        read(f"<html><body><table>{rows}</table></body></html>")


def test_a_table_of_one_row_is_read_as_lines() -> None:
    document = read("<html><body><table><tr><td>日時<td>令和５年６月１日</table></body></html>")
    assert document.grids == ()
    assert document.text == "日時\n令和５年６月１日\n"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("cp932", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("utf-8", "UTF-8"),
        ("utf-8", "Shift_JIS"),
        ("cp932", "no-such-charset"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_charset_is_what_the_bytes_are(encoding: str, declared: str) -> None:
    html = f'<!DOCTYPE html><html><head><meta charset="{declared}"><title>会談</title><body><p>米国との会談を行った。'
    assert read(html, encoding).text == "米国との会談を行った。\n"


def test_entities_are_characters() -> None:
    assert read("<html><body><p>A&amp;B &lt;c&gt; &#26481;&#x4EAC;&nbsp;&eacute;</p></body>").text == "A&B <c> 東京 é\n"


def test_a_page_is_known_by_its_content_whatever_its_name() -> None:
    data = b"\xef\xbb\xbf\n<!-- saved --><!DOCTYPE html><html><body><nav>menu</nav><p>We met.</p></body></html>"
    assert read_bytes(data, "page.txt").text == "We met.\n"


def test_a_page_without_words_says_so() -> None:
    with pytest.raises(UnreadableDocument, match=r"page\.html has no words in it"):
        read("<html><body><nav>menu</nav><script>x()</script></body></html>")


def test_a_page_too_large_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableDocument, match=r"page\.html is larger than 5 MB"):
        read("<html><body>" + "<p>We met.</p>" * 400_000)


def test_nesting_of_any_depth_is_read() -> None:
    assert read("<html><body>" + "<div>" * 20_000 + "深い" + "</div>" * 20_000).text == "深い\n"

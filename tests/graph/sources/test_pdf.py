"""PDF: reading order, tables with wrapped and merged cells, page breaks, furniture of pages, damage."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from graph.document import Document, Grid
from graph.errors import UnreadableDocument
from graph.sources.read import read_bytes
from tests.graph.sources.pdfs import HEIGHT, WIDTH, Draw, pdf, ruled, write

WIDTHS = (90, 190, 120, 70)
HEADINGS = ("開催日", "会議名", "対話の相手", "開催地")


def read(*pages: Draw) -> Document:
    return read_bytes(pdf(*pages), "report.pdf")


def words(document: Document, grid: Grid) -> list[list[str]]:
    return [[document.text[cell.start : cell.end] for cell in row] for row in grid.rows]


def table(rows: Sequence[Sequence[str | None]], top: float = 100) -> Draw:
    return lambda canvas: ruled(canvas, rows, WIDTHS, top) and None


def test_lines_stand_in_order_with_their_pages_and_without_spaces_put_between_kanji() -> None:
    document = read(
        lambda canvas: write(canvas, ["国際協力に関する報告", "令和元年 10 月 25 日", "個人情報保護委員会"]) and None,
        lambda canvas: write(canvas, ["The Federal Trade Commission met 委員会 in Tokyo."]) and None,
    )
    assert document.text.split("\n")[:4] == [
        "国際協力に関する報告",
        "令和元年10月25日",
        "個人情報保護委員会",
        "The Federal Trade Commission met委員会in Tokyo.",
    ]
    assert [line.page for line in document.lines] == [1, 1, 1, 2]
    assert (document.title, document.publisher_words) == ("国際協力に関する報告", "個人情報保護委員会")
    assert document.published is not None
    assert document.published.isoformat() == "2019-10-25"


def test_a_cell_wrapped_over_lines_is_one_piece_and_its_caption_stands_before_it() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, ["（参考１）対話の状況"], top=60)
        rows = [HEADINGS, ("令和元年５月\n29日～30日", "第51回アジア太平洋\nプライバシー機関\nフォーラム", "", "東京")]
        bottom = ruled(canvas, rows, WIDTHS, top=80)
        write(canvas, ["以上の会合に出席した。"], top=bottom + 30)

    document = read(draw)
    (grid,) = document.grids
    assert words(document, grid) == [
        list(HEADINGS),
        ["令和元年５月\n29日～30日", "第51回アジア太平洋\nプライバシー機関\nフォーラム", "", "東京"],
    ]
    caption, after = document.text.index("（参考１）"), document.text.index("以上の")
    assert caption < grid.rows[0][0].start < grid.rows[-1][-1].end < after


def test_merged_cells_are_repeated_in_each_row() -> None:
    rows = [HEADINGS, ("６月", "第１回会合", "米国", "東京"), (None, "第２回会合", "欧州委員会", None)]
    document = read(table(rows))
    (grid,) = document.grids
    assert words(document, grid)[1:] == [
        ["６月", "第１回会合", "米国", "東京"],
        ["６月", "第２回会合", "欧州委員会", "東京"],
    ]
    assert grid.rows[1][0] == grid.rows[2][0]


def test_a_table_goes_on_over_the_page_break_without_its_repeated_heading() -> None:
    first = [HEADINGS, *((f"{n}月", f"第{n}回会合", "米国", "東京") for n in range(1, 6))]
    second = [HEADINGS, *((f"{n}月", f"第{n}回会合", "英国", "大阪") for n in range(6, 9))]
    document = read(table(first, top=560), table(second, top=70))
    (grid,) = document.grids
    assert [row[1] for row in words(document, grid)] == ["会議名", *(f"第{n}回会合" for n in range(1, 9))]
    assert [document.line_at(row[0].start).page for row in grid.rows] == [1] * 6 + [2] * 3


def test_a_row_cut_by_the_page_break_is_one_row() -> None:
    first = [HEADINGS, ("４月", "第１回会合", "英国", "東京"), ("５月", "第２回会合", "米国関係機関（商務省、", "東京")]
    second = [HEADINGS, ("", "", "連邦取引委員会）", ""), ("６月", "第３回会合", "英国", "大阪")]
    document = read(table(first, top=640), table(second, top=70))
    (grid,) = document.grids
    assert words(document, grid)[2:] == [
        ["５月", "第２回会合", "米国関係機関（商務省、\n連邦取引委員会）", "東京"],
        ["６月", "第３回会合", "英国", "大阪"],
    ]
    assert document.line_at(grid.rows[2][2].end - 1).page == 1  # a row is on the page on which it begins


def test_a_blank_cell_over_the_page_break_in_a_column_of_merged_cells_is_the_merged_cell() -> None:
    first = [HEADINGS, ("４月", "第１回会合", "英国", "東京"), (None, "第２回会合", "米国", "東京")]
    second = [("", "第３回会合", "欧州委員会", "東京"), ("５月", "第４回会合", "英国", "東京")]
    document = read(table(first, top=640), table(second, top=70))
    (grid,) = document.grids
    assert [(row[0], row[1]) for row in words(document, grid)[1:]] == [
        ("４月", "第１回会合"),
        ("４月", "第２回会合"),
        ("４月", "第３回会合"),
        ("５月", "第４回会合"),
    ]


def test_running_headers_footers_and_page_numbers_are_left_out() -> None:
    def draw(number: int) -> Draw:
        def page(canvas: Canvas) -> None:
            write(canvas, [f"令和元年度 活動報告 {number}"], top=30)
            write(canvas, [f"{number}番目の事項について意見交換を行った。", "15"], top=100)
            write(canvas, [f"- {number} -"], x=WIDTH / 2, top=HEIGHT - 30)

        return page

    document = read(*(draw(number) for number in range(1, 4)))
    assert document.text.split() == [
        words for number in range(1, 4) for words in (f"{number}番目の事項について意見交換を行った。", "15")
    ]


def test_a_table_that_parts_only_by_a_running_footer_is_still_one_table() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            rows = [HEADINGS, *((f"{n}月", f"第{number}－{n}回", "英国", "東京") for n in (1, 2))]
            ruled(canvas, rows, WIDTHS, top=90)
            write(canvas, [f"{number}／３ページ"], x=WIDTH / 2, top=HEIGHT - 30)

        return draw

    document = read(*(page(number) for number in (1, 2, 3)))
    assert [len(grid.rows) for grid in document.grids] == [7]


def test_columns_of_print_are_read_one_after_the_other() -> None:
    left = [f"左の段の{n}行目の文章であり右へは続かない" for n in range(8)]
    right = [f"右の段の{n}行目の文章であり左へは続かない" for n in range(8)]

    def draw(canvas: Canvas) -> None:
        write(canvas, ["二段組の報告書の標題がここにあり両方の段の上にまたがって置かれている"], top=60)
        write(canvas, left, top=100)
        write(canvas, right, x=330, top=100)

    assert read(draw).text.split("\n")[1:-1] == [*left, *right]


def test_a_list_with_aligned_parts_reads_across() -> None:
    def draw(canvas: Canvas) -> None:
        for index, (day, name) in enumerate(
            [("４月１日", "英国との会談"), ("５月20日", "APPA"), ("６月３日", "GPA総会")] * 2
        ):
            write(canvas, [day], top=100 + 20 * index)
            write(canvas, [name], x=200, top=100 + 20 * index)

    assert read(draw).text.split("\n")[0] == "４月１日  英国との会談"


def test_a_table_without_outer_rulings_is_a_table() -> None:
    document = read(
        lambda canvas: ruled(canvas, [HEADINGS, ("５月", "APPA", "豪州", "東京")], WIDTHS, open_sides=True) and None
    )
    (grid,) = document.grids
    assert words(document, grid)[1] == ["５月", "APPA", "豪州", "東京"]


def test_a_frame_around_prose_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, ["枠の中の文章である。", "二行目もある。"], top=100)
        canvas.rect(50, HEIGHT - 140, 300, 60)

    document = read(draw)
    assert document.grids == ()
    assert document.text == "枠の中の文章である。\n二行目もある。\n"


@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_in_the_direction_of_its_text(turn: int, shown: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(*{0: (0, 0), 90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[turn])
        canvas.rotate(turn)
        for index, line in enumerate(["一行目", "二行目"]):
            canvas.drawString(60, 500 - 20 * index, line)

    assert read_bytes(pdf(draw, rotate=turn if shown else 0), "turned.pdf").text == "一行目\n二行目\n"


def test_bold_struck_twice_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, ["国際会議"], top=100)
        write(canvas, ["国際会議"], x=60.3, top=100)

    assert read(draw).text == "国際会議\n"


def test_readings_above_kanji_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, ["事務局長が出席した。"], top=100)
        canvas.setFontSize(5)
        write(canvas, ["じむきょくちょう"], top=90)

    assert read(draw).text == "事務局長が出席した。\n"


def test_the_same_bytes_give_the_same_document() -> None:
    data = pdf(table([HEADINGS, ("５月", "APPA", "豪州", "東京")]))
    assert read_bytes(data, "a.pdf") == read_bytes(data, "a.pdf")


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, "報告.pdf")
    assert "「報告.pdf」" in caught.value.ja
    return caught.value.en


def test_a_locked_pdf_says_that_it_needs_a_password() -> None:
    assert "protected by a password" in refused(pdf(table([HEADINGS]), password="open sesame"))  # noqa: S106


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert "APPA" in read_bytes(pdf(lambda canvas: write(canvas, ["APPA"]) and None, password=""), "a.pdf").text


def test_a_scan_says_that_it_has_no_text() -> None:
    from PIL import Image  # noqa: PLC0415
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    scan = ImageReader(Image.new("L", (40, 40), 128))
    assert "scanned PDF without text" in refused(pdf(lambda canvas: canvas.drawImage(scan, 0, 0, 400, 400) and None))


def test_a_pdf_without_words_or_pictures_has_no_words() -> None:
    assert "has no words" in refused(pdf(lambda canvas: canvas.line(0, 0, 9, 9)))


def test_a_broken_cross_reference_table_is_repaired() -> None:
    data = pdf(lambda canvas: write(canvas, ["国際会議"]) and None)
    broken = re.sub(rb"startxref\s+\d+", b"startxref\n7", data)
    assert read_bytes(broken, "a.pdf").text == "国際会議\n"


def test_a_pdf_cut_off_or_without_pages_is_damaged() -> None:
    assert "damaged PDF" in refused(b"%PDF-1.7\n")
    assert "damaged PDF" in refused(pdf(table([HEADINGS]))[:300])


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.sources.pdf.MAX_PAGES", 2)
    assert "more than 2 pages" in refused(pdf(*[table([HEADINGS])] * 3))


@pytest.mark.parametrize("layers", [1, 2])
def test_a_stream_that_unpacks_to_more_than_a_page_is_refused(layers: int) -> None:
    swollen = b"\0" * 40_000_000
    for _ in range(layers):
        swollen = zlib.compress(swollen, 9)
    data = b"%PDF-1.7\n4 0 obj <</Filter /FlateDecode>>\nstream\n" + swollen + b"\nendstream endobj"
    assert "unpacks to more than 30 MB" in refused(data)


def test_a_table_without_rulings_keeps_its_columns_where_a_cell_goes_on_below() -> None:
    rows = [
        (("期日", 60), ("会議名", 180), ("開催地", 420)),
        (("令和４年７月12日", 60), ("第57回アジア太平洋プライバシー機関", 180), ("シンガポール", 420)),
        (("フォーラム", 180),),
        (("令和４年10月25日", 60), ("第44回世界プライバシー会議", 180), ("イスタンブール", 420)),
        (("（トルコ）", 420),),
    ]

    def draw(canvas: Canvas) -> None:
        for index, row in enumerate(rows):
            for part, x in row:
                write(canvas, [part], x=x, top=100 + 18 * index)

    lines = read(draw).text.split("\n")
    widths = [
        sum(2 if ord(sign) > 0xFF else 1 for sign in line[: line.index(words)])
        for line, words in zip(lines, ("会議名", "第57回", "フォーラム", "第44回"), strict=False)
    ]
    assert max(widths) - min(widths) <= 1
    assert lines[4].lstrip() == "（トルコ）"
    assert len(lines[4]) > len("（トルコ）") + 40

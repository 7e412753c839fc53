"""Reading documents, measured: text, HTML, PDF, XLSX; one worker and two; peak memory; hostile files.

``python -m bench.readers`` prints a table. The documents are our own, written here in the style of reports and
press pages, the same in every run.
"""

from __future__ import annotations

import io
import multiprocessing
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

import openpyxl
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from graph.errors import UnreadableDocument
from graph.extract import Gazetteer, extract
from graph.parallel import map_documents
from graph.sources.facts import reference_folder
from graph.sources.read import read_document

FONT: Final = "HeiseiKakuGo-W5"
WIDTHS: Final = (90, 190, 120, 70)
SENTENCE: Final = (
    "令和元年５月{day}日、委員会は、米国連邦取引委員会（FTC）を訪問し、越境データ移転について意見交換を行った。"
)
HEADINGS: Final = ("開催日", "会議名", "対話の相手", "開催地")
REPEATS: Final = 5


def text_report(lines: int = 300) -> bytes:
    """A report of ``lines`` lines."""
    head = ["令和元年度上半期における活動実績について", "令和元年10月25日", "個人情報保護委員会"]
    return "\n".join([*head, *(SENTENCE.format(day=n % 28 + 1) for n in range(lines - 3))]).encode()


def press_page(number: int) -> bytes:
    """A press page with the menus of a site around it, some 20 kB."""
    menu = "".join(f'<li><a href="/{n}" class="link-{n}">案内の項目{n}</a></li>' for n in range(80))
    body = "".join(f"<p>{SENTENCE.format(day=(number + n) % 28 + 1)}</p>" for n in range(12))
    row = f"<tr><td>令和元年{number % 12 + 1}月</td><td>第{number}回会合</td><td>東京</td></tr>"
    return (
        f'<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>会談{number}｜委員会</title></head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><h1>第{number}回の会談について</h1><p>令和元年６月３日</p>"
        f"{body}<table><tr><th>開催日</th><th>会議名</th><th>開催地</th></tr>{row * 6}</table></main>"
        f"<aside><ul>{menu}</ul></aside><footer>最終更新日：令和６年１月15日</footer></body></html>"
    ).encode()


def pdf_report(pages: int = 15) -> bytes:
    """A report with about 1,400 characters of prose or a ruled table of 20 rows on each page."""
    registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.setFont(FONT, 10.5)
        if page % 3 == 2:
            _draw_table(canvas, page)
        else:
            words = (SENTENCE.format(day=page + 1) * 30)[:1400]
            for line in range(36):
                canvas.drawString(60, A4[1] - 70 - 19 * line, words[line * 40 : line * 40 + 40])
        canvas.drawCentredString(A4[0] / 2, 30, f"- {page + 1} -")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_table(canvas: Canvas, page: int) -> None:
    rows = [
        HEADINGS,
        *((f"５月{n + 1}日", f"第{page}-{n}回国際会議の会合", "米国、欧州委員会", "東京") for n in range(20)),
    ]
    edges = [60 + sum(WIDTHS[:index]) for index in range(len(WIDTHS) + 1)]
    for index, row in enumerate([*rows, ()]):
        level = A4[1] - 70 - 32 * index
        canvas.line(edges[0], level, edges[-1], level)
        for column, cell in enumerate(row):
            canvas.drawString(edges[column] + 4, level - 15, cell)
    for edge in edges:
        canvas.line(edge, A4[1] - 70, edge, A4[1] - 70 - 32 * len(rows))


def workbook(rows: int = 500) -> bytes:
    """A list of ``rows`` meetings."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADINGS)
    for number in range(rows):
        sheet.append((f"2019-05-{number % 28 + 1:02}", f"第{number}回会合", "米国", "東京"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def hostile() -> dict[str, bytes]:
    """Files that cost much where a reader is careless."""
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(200):
                member.write(b"\0" * 10_000_000)
    return {
        "one line of 200 MB.txt": b"a" * 200_000_000,
        "50 MB of paragraphs.html": b"<html><body>" + b"<p>We met.</p>" * 3_800_000,
        "4.9 MB of paragraphs.html": b"<html><body>" + b"<p>We met on 3 May 2019.</p>" * 180_000,
        "zip bomb of 2 GB.xlsx": bomb.getvalue(),
        "nothing but line ends.txt": b"\n" * 49_000_000,
    }


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The names of the reference facts, compiled once in each process."""
    return Gazetteer.load(reference_folder())


def read_and_extract(path: Path) -> int:
    """Read and extract one document: how many accounts it gives."""
    return len(extract(read_document(path), gazetteer()))


def peak_megabytes() -> float:
    """The most memory that this process ever held (``ru_maxrss`` would count its parent's too)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def alone(work: Callable[..., float], *args: object) -> float:
    """What ``work`` gives in a fresh process, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, args)


def peak_of(paths: list[Path]) -> float:
    """The peak memory of a process that reads and extracts all of ``paths``."""
    for path in paths:
        with suppress(UnreadableDocument):
            read_and_extract(path)
    return peak_megabytes()


def peak_of_reading(path: Path) -> float:
    """The peak memory of a process that only reads one file."""
    with suppress(UnreadableDocument):
        read_document(path)
    return peak_megabytes()


def seconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """The best of some runs."""
    return min(_timed(work) for _ in range(repeats))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """The files in a folder."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def kinds(folder: Path) -> Iterator[tuple[str, str]]:
    """Seconds to read one document of each kind."""
    files = {
        "report of 300 lines.txt": text_report(),
        "report of 15 pages.pdf": pdf_report(),
        "list of 500 meetings.xlsx": workbook(),
    }
    for path in write(folder, files):
        document = read_document(path)
        tables = sum(len(grid.rows) for grid in document.grids)
        yield f"{path.name} ({tables} rows of tables)", f"{seconds(lambda path=path: read_document(path)):.3f} s"
    pages = write(folder, {f"{n}.html": press_page(n) for n in range(200)})
    spent = seconds(lambda: [read_document(path) for path in pages])
    yield "press pages, read", f"{len(pages) / spent * 60:,.0f} a minute"
    gazetteer()
    spent = seconds(lambda: [read_and_extract(path) for path in pages], 2)
    yield "press pages, read and extracted", f"{len(pages) / spent * 60:,.0f} a minute"


def workers(folder: Path) -> Iterator[tuple[str, str]]:
    """One worker against two, start of the workers included and left out, and the same results."""
    files = {f"{n}.html": press_page(n) for n in range(1500)} | {f"{n}.pdf": pdf_report() for n in range(24)}
    paths = write(folder, files)
    gazetteer()
    found: dict[int, list[object]] = {}
    spent: dict[int, float] = {}
    for count in (1, 2):
        began = time.perf_counter()
        results = map_documents(paths, read_and_extract, workers=count)
        found[count] = [next(results)]
        started = time.perf_counter() - began
        found[count].extend(results)
        spent[count] = time.perf_counter() - began
        yield f"{len(paths)} documents, {count} worker(s)", f"{spent[count]:.1f} s (first result after {started:.1f} s)"
    assert found[1] == found[2], "results differ by the number of workers"
    yield "two workers against one", f"{spent[1] / spent[2]:.2f} times"


def memory(folder: Path) -> Iterator[tuple[str, str]]:
    """The peak memory of a process by the number of documents it reads, and with hostile ones."""
    pages = write(folder, {f"{n}.html": press_page(n) for n in range(800)})
    pdfs = write(folder, {f"{n}.pdf": pdf_report() for n in range(8)})
    yield "peak memory, 100 pages and 1 PDF", f"{alone(peak_of, [*pages[:100], *pdfs[:1]]):.0f} MB"
    yield "peak memory, 800 pages and 8 PDFs", f"{alone(peak_of, [*pages, *pdfs]):.0f} MB"
    for path in write(folder, hostile()):
        taken = alone(_time_of, path)
        yield f"hostile: {path.name}", f"{taken:.2f} s, {alone(peak_of_reading, path):.0f} MB"


def _time_of(path: Path) -> float:
    return _timed(lambda: peak_of_reading(path))


def main() -> int:
    """Print all figures."""
    for measure in (kinds, workers, memory):
        with tempfile.TemporaryDirectory() as folder:
            for what, figure in measure(Path(folder)):
                print(f"{what:55} {figure}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

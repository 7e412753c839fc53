"""render: one self-contained figure or briefing into a file."""

from __future__ import annotations

from pathlib import Path

import click

from api.commands.asking import asked_by, filters, reading_of
from api.commands.words import check_writable, say, terminal_language, with_dataset, write_output
from api.drawing import draw
from api.figures import FIGURES, FigureAsked
from graph.errors import BadInput

_SUFFIXES = {".html": "html", ".svg": "svg", ".png": "png", ".docx": "docx"}


@click.command()
@with_dataset
@filters
@click.option("--purpose", default=None, help="what the briefing is for / 用途")
@click.option("--language", type=click.Choice(["ja", "en"]), default=None, help="shown first / 表示言語")
@click.option("--internal", is_flag=True, help="with what is internal / 内部限りの情報を含む")
@click.option("--edition", default=None, metavar="ID", help="版")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="FILE.html, .svg, .png, .docx")
@click.argument("what", type=click.Choice(list(FIGURES)))
def render(
    dataset: Path | None,
    purpose: str | None,
    language: str | None,
    internal: bool,
    edition: str | None,
    output: Path,
    what: str,
    **given: object,
) -> int:
    """A figure or a briefing as one file that needs no network. / 図・説明資料の作成"""
    form = _SUFFIXES.get(output.suffix.lower())
    if form not in FIGURES[what]:
        names = ", ".join(f".{one}" for one in FIGURES[what])
        raise BadInput(f"{what} can be written as {names}.", f"{what} の出力形式は {names} です。")
    check_writable(output)
    asked = asked_by(**given)
    reading = reading_of(dataset, "internal" if internal else "public", edition)
    wanted = FigureAsked(what, form, asked, language or terminal_language(), purpose)
    write_output(draw(reading, wanted), output)
    say(f"{output} written.", f"{output} を作成しました。", err=True)
    return 0

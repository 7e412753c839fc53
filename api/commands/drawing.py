"""render: one self-contained figure or briefing into a file."""

from __future__ import annotations

from pathlib import Path

import click

from api.commands.asking import asked_by, filters
from api.commands.words import (
    check_writable,
    opened,
    say,
    settings_for,
    terminal_language,
    with_dataset,
    write_output,
)
from api.drawing import draw
from api.figures import DRAWN_BY, FIGURES, GATHERED, SHOWN, YEARS, FigureAsked, drawing_of
from api.state import State
from graph.errors import BadInput

_SUFFIXES = {".html": "html", ".svg": "svg", ".png": "png", ".docx": "docx"}


def drawn_by(command: click.decorators.FC) -> click.decorators.FC:
    """How a figure is drawn: the options of the figures, as their addresses have them."""
    for option in reversed(
        [
            click.option("--show", type=click.Choice(SHOWN), default=None, help="network: 点として示すもの"),
            click.option("--around", metavar="ID", default=None, help="network: one body and whom it met / 中心の機関"),
            click.option("--gather", type=click.Choice(GATHERED), default=None, help="network: まとめ方"),
            click.option("--backbone", metavar="P", default=None, help="network: ties beyond chance, 0.05 / 骨格のみ"),
            click.option("--most", metavar="N", default=None, help="network: nodes at most / 点の上限"),
            click.option("--compare", metavar="ID", default=None, help="network: an edition, or previous / 比較する版"),
            click.option("--years", type=click.Choice(YEARS), default=None, help="年の数え方"),
            click.option("--between", multiple=True, metavar="ID", help="dialogue: parties, JP,US,EU / 当事者"),
        ]
    ):
        command = option(command)
    return command


@click.command()
@with_dataset
@filters
@drawn_by
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
    drawing, _ = drawing_of(what, _drawing_options(what, given))
    asked = asked_by(**given)
    settings = settings_for(dataset)
    state = State(settings, opened(settings))
    reading = state.reading("internal" if internal else "public", edition)
    wanted = FigureAsked(what, form, asked, language or terminal_language(), purpose, drawing=drawing)
    write_output(draw(state, reading, wanted), output)
    say(f"{output} written.", f"{output} を作成しました。", err=True)
    return 0


def _drawing_options(what: str, given: dict[str, object]) -> dict[str, list[str]]:
    """The options that say how to draw, taken out of ``given``. Raises ``BadInput`` for one of another figure."""
    every = dict.fromkeys(name for names in DRAWN_BY.values() for name in names)
    told = {name: given.pop(name) for name in every}
    chosen = {name: value for name, value in told.items() if value}
    foreign = [name for name in chosen if name not in DRAWN_BY.get(what, ())]
    if foreign:
        raise BadInput(
            f"{what} has no --{foreign[0]}; see: sankyoku render --help",
            f"{what} に --{foreign[0]} はありません。sankyoku render --help を参照してください。",
        )
    return {name: list(value) if isinstance(value, tuple) else [str(value)] for name, value in chosen.items()}

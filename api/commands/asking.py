"""history and sparql: questions, answered on the terminal or into a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from api.commands.words import check_writable, opened, say, settings_for, terminal_language, with_dataset, write_output
from api.listing import download
from api.presenting import found_json, value_label
from api.questions import asked_of
from api.state import Reading, State
from graph.dates import era
from graph.errors import BadInput
from graph.history import Asked, Found, Listed, find
from graph.model import Catalogue, Disclosure
from graph.store.answers import AnswerFormat
from graph.store.limits import QueryLimits
from graph.store.workers import QueryPool, QueryRequest
from ontology.terms import PREFIXES

_TERMINAL_ROWS = 200
_PAPER_COLUMNS = 160


def filters(command: click.decorators.FC) -> click.decorators.FC:
    """The filters of ``history``, shared with ``render``."""
    for option in reversed(
        [
            click.option("--with", "with_", multiple=True, metavar="ID", help="a body that took part / 参加機関"),
            click.option("--framework", multiple=True, metavar="ID", help="枠組み"),
            click.option("--series", multiple=True, metavar="ID", help="シリーズ"),
            click.option("--topic", multiple=True, metavar="ID", help="主題"),
            click.option("--country", multiple=True, metavar="CC", help="国・地域（ISO 3166-1）"),
            click.option("--kind", multiple=True, metavar="K", help="種別"),
            click.option("--level", multiple=True, metavar="L", help="レベル"),
            click.option("--status", multiple=True, metavar="S", help="状況"),
            click.option("--from", "since", metavar="D", help="from: ISO, EDTF or era / 始期"),
            click.option("--to", "until", metavar="D", help="to / 終期"),
            click.option("--q", metavar="TEXT", help="words / 検索語"),
        ]
    ):
        command = option(command)
    return command


def asked_by(**given: object) -> Asked:
    """The question that the options of a command ask."""
    names = {"with_": "with", "since": "from", "until": "to"}
    told: dict[str, Sequence[str]] = {}
    for name, value in given.items():
        if value:
            told[names.get(name, name)] = value if isinstance(value, tuple) else (str(value),)
    return asked_of(told)


@click.command()
@with_dataset
@filters
@click.option("--match", type=click.Choice(["possible", "certain"]), default="possible", help="該当の確かさ")
@click.option("--order", type=click.Choice(["newest", "oldest"]), default="oldest", help="並び順")
@click.option("--limit", type=click.IntRange(1, 1000), default=_TERMINAL_ROWS, help="件数の上限")
@click.option("--cursor", default=None, help="from `next` / 続きの位置")
@click.option("--internal", is_flag=True, help="with what is internal / 内部限りの情報を含む")
@click.option("--edition", default=None, metavar="ID", help="版")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv", "xlsx", "ics"]), default="table")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="file / 出力先")
def history(
    dataset: Path | None,
    limit: int,
    cursor: str | None,
    internal: bool,
    edition: str | None,
    form: str,
    output: Path | None,
    **given: object,
) -> int:
    """Engagement history: whom, when, where, about what, and where it is told. / 対話の経緯"""
    asked = asked_by(**given)
    check_writable(output)
    reading = reading_of(dataset, "internal" if internal else "public", edition)
    if form in ("csv", "xlsx", "ics"):
        write_output(download(form, asked, reading, terminal_language()), output)
        return 0
    found = find(reading.index, asked, limit=limit, cursor=cursor, facets=form == "json")
    if form == "json":
        text = json.dumps(found_json(found, reading.index), ensure_ascii=False, indent=2)
        write_output(text.encode() + b"\n", output)
        return 0
    _print_table(found, reading.index.catalogue, output)
    return 0


@click.command()
@with_dataset
@click.option("--format", "form", type=click.Choice([one.value for one in AnswerFormat]), default=None, help="出力形式")
@click.option("--edition", default=None, metavar="ID", help="版")
@click.option("--internal", is_flag=True, help="ask the internal view / 内部限りの情報を含む")
@click.option("--seconds", type=click.FloatRange(0.1, 3600), default=None, help="deadline / 制限時間（秒）")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="file / 出力先")
@click.argument("query")
def sparql(
    dataset: Path | None,
    form: str | None,
    edition: str | None,
    internal: bool,
    seconds: float | None,
    output: Path | None,
    query: str,
) -> int:
    """Ask a SPARQL QUERY, or the one in a file. / SPARQL による検索"""
    check_writable(output)
    settings = settings_for(dataset)
    reading = reading_of(dataset, "internal" if internal else "public", edition)
    text = _query_text(query)
    limits = QueryLimits(
        seconds=seconds or settings.query_seconds_token, rows=settings.query_rows, bytes=settings.query_bytes
    )
    with QueryPool(1, limits) as pool:
        answer = pool.run(
            QueryRequest(
                store=reading.edition.store_path(reading.view),
                query=text,
                format=AnswerFormat(form) if form else _usual_format(text),
                union_default_graph=settings.default_graph == "union",
                base=settings.base,
                prefixes=PREFIXES,
            )
        )
    write_output(answer.body, output)
    return 0


def reading_of(dataset: Path | None, view: Disclosure, edition: str | None = None) -> Reading:
    """The edition that a command reads."""
    settings = settings_for(dataset)
    return State(settings, opened(settings)).reading(view, edition)


def _usual_format(text: str) -> AnswerFormat:
    from graph.store.answers import formats_for  # noqa: PLC0415 - beside its only use
    from graph.store.sparql import inspect  # noqa: PLC0415 - beside its only use

    return formats_for(inspect(text).form)[0]


def _query_text(query: str) -> str:
    """The query itself, or what stands in the file of that name. Raises ``BadInput`` for an unreadable file."""
    try:
        path = Path(query)
        if "{" in query or not path.is_file():
            return query
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        if "{" in query:
            return query
        raise BadInput(
            f"{query[:80]} is neither a query nor a file that can be read.",
            f"「{query[:80]}」は検索文でも読み取れるファイルでもありません。",
        ) from error


def _print_table(found: Found, catalogue: Catalogue, output: Path | None) -> None:
    language = terminal_language()
    headings = ("日付", "会合等", "場所・形式", "参加機関", "出典") if language == "ja" else (
        "Date", "Engagement", "Where", "Who", "Source"
    )  # fmt: skip
    table = Table(*headings, show_lines=True)
    for one in found.items:
        table.add_row(*_cells(one, catalogue, language))
    wide = None if output is None and sys.stdout.isatty() else _PAPER_COLUMNS
    console = Console(width=wide, record=output is not None, quiet=output is not None)
    console.print(table)
    if output is not None:
        write_output(console.export_text().encode(), output)
    shown = len(found.items)
    say(
        f"{shown} of {found.total} (certainly within: {found.certain}). Edition {found.edition}.",
        f"{found.total}件中{shown}件（確実に該当：{found.certain}件）。版：{found.edition}",
    )
    say(found.coverage.text.in_language("en"), found.coverage.text.in_language("ja"))


def _cells(one: Listed, catalogue: Catalogue, language: str) -> tuple[str, ...]:
    engagement = one.engagement
    possible = "（可能性）" if language == "ja" else " (possibly)"
    day = era(engagement.when, language) + (possible if one.match == "possible" else "")
    places = [value_label("country", code, catalogue).in_language(language) for code in engagement.place.countries]
    mode = value_label("mode", engagement.place.mode, catalogue).in_language(language)
    status = value_label("status", engagement.status, catalogue).in_language(language)
    title = engagement.title.in_language(language) + ("" if engagement.status == "held" else f" [{status}]")
    who = [
        (value_label("with", part.authority, catalogue).in_language(language) if part.authority else part.label)
        + (f" ({part.post.in_language(language)})" if part.post else "")
        for part in engagement.participants
    ]
    where = [source.title.in_language(language) + ", " + source.locator for source in engagement.sources]
    place = ", ".join([*places, *([mode] if engagement.place.mode != "unknown" else [])])
    return day, title, place, "\n".join(who), "\n".join(dict.fromkeys(where))

"""changes: what is new, changed or withdrawn since a date or an edition."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from api.commands.words import check_writable, opened, say, settings_for, terminal_language, with_dataset, write_output
from api.questions import day_asked
from api.state import State
from graph.dates import era
from graph.history import Difference, changes_since
from graph.history import changes as changes_between
from graph.index import Index
from graph.model import Disclosure


@click.command()
@with_dataset
@click.option("--since", required=True, metavar="D", help="a date, or an edition's id / 日付又は版")
@click.option("--internal", is_flag=True, help="with what is internal / 内部限りの情報を含む")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="file / 出力先")
def changes(dataset: Path | None, since: str, internal: bool, form: str, output: Path | None) -> int:
    """What is new, changed or withdrawn since a date or an edition. / 変更点"""
    check_writable(output)
    settings = settings_for(dataset)
    state = State(settings, opened(settings))
    view: Disclosure = "internal" if internal else "public"

    def index(edition: str | None = None) -> Index:
        return state.reading(view, edition).index

    now, day = index(), day_asked(since)
    if day is None:
        difference = changes_between(index(since), now)
        told = difference.model_dump(mode="json")
    else:
        found = changes_since(state.dataset, day, now, index)
        difference, told = found.difference, found.model_dump(mode="json")
    if form == "json":
        write_output(json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n", output)
        return 0
    write_output("".join(_lines(difference, index(difference.older), now)).encode(), output)
    say(
        f"{len(difference.added)} new, {len(difference.changed)} changed, {len(difference.removed)} withdrawn or "
        f"merged, compared with {difference.older}.",
        f"新規{len(difference.added)}件、変更{len(difference.changed)}件、取下げ・統合{len(difference.removed)}件"
        f"（版 {difference.older} との比較）。",
    )
    return 0


def _lines(difference: Difference, older: Index, newer: Index) -> Iterable[str]:
    changed = {one.slug: f" ({', '.join(each.field for each in one.fields)})" for one in difference.changed}
    for sign, slugs, index in (("+", difference.added, newer), ("~", changed, newer), ("-", difference.removed, older)):
        for slug in slugs:
            engagement = index.engagement(slug)
            if engagement is not None:
                language = terminal_language()
                words = f"{era(engagement.when, language)}  {engagement.title.in_language(language)}"
                yield f"{sign} {words}{changed.get(slug, '') if sign == '~' else ''}\n"

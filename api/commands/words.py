"""What commands share: the dataset option, the language of the terminal, progress, and how outcomes are told."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from api.settings import Settings
from graph.errors import BadInput, LockHeld
from graph.parallel import Progress
from graph.store.dataset import Dataset

if TYPE_CHECKING:
    from graph.build import Outcome, Run

Command = TypeVar("Command", bound=Callable[..., Any])
_EVERY_SECONDS = 5.0


def terminal_language() -> str:
    """``"ja"`` where the terminal's locale is Japanese, else ``"en"``."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "ja" if locale.lower().startswith("ja") else "en"


def say(en: str, ja: str, *, err: bool = False) -> None:
    """A line in the language of the terminal."""
    click.echo(ja if terminal_language() == "ja" else en, err=err)


def with_dataset(command: Command) -> Command:
    """Adds ``--dataset`` to a command; it gets the path as ``dataset``."""
    option = click.option(
        "--dataset",
        type=click.Path(path_type=Path),
        default=None,
        help="the dataset folder (default: SANKYOKU_DATASET, else ./dataset) / データセットのフォルダー",
    )
    return option(command)


def settings_for(dataset: Path | None, **given: Any) -> Settings:
    """The settings with what the command line says on top of the environment. Raises ``BadInput``."""
    told = {name: value for name, value in {"dataset": dataset, **given}.items() if value is not None}
    try:
        return Settings(**told)
    except ValueError as error:
        first = str(error).splitlines()[1:3]
        raise BadInput(
            f"A setting does not fit: {' '.join(part.strip() for part in first)}",
            f"設定が正しくありません：{' '.join(part.strip() for part in first)}",
        ) from error


def opened(settings: Settings) -> Dataset:
    """The dataset, which has to be there."""
    return Dataset.open(settings.dataset)


def run_of(settings: Settings, who: str | None = None) -> Run:
    """How changes from the command line are made: by the person at the terminal, waiting for other writers."""
    from graph.build import Run  # noqa: PLC0415 - reading commands do without

    return Run(settings.base, who=who or person(), wait=None, waiting=_waiting)


def person() -> str:
    """Who is at the terminal."""
    return os.environ.get("SUDO_USER") or os.environ.get("USER") or os.environ.get("LOGNAME") or "sankyoku"


def _waiting(held: LockHeld) -> None:
    say(f"{held.en} Waiting.", f"{held.ja}待機しています。", err=True)


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[Progress], None]]:
    """A bar on a terminal, a plain line every five seconds elsewhere; both on standard error."""
    if sys.stderr.isatty():
        with click.progressbar(length=total, file=sys.stderr, show_pos=True, item_show_func=_shown) as bar:
            yield lambda told: bar.update(told.done - bar.pos, told)
        return
    last = time.monotonic()

    def plain(told: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY_SECONDS or (told.done == told.total and told.total > 1):
            last = time.monotonic()
            left = f", {told.seconds_left:.0f} s left" if told.seconds_left else ""
            failed = f", {told.failed} failed" if told.failed else ""
            click.echo(f"{told.done}/{told.total}, {told.rate:.1f}/s{failed}{left}", err=True)

    yield plain


def _shown(told: object) -> str | None:
    return f"{told.rate:.1f}/s" if isinstance(told, Progress) else None


def tell_outcome(outcome: Outcome) -> None:
    """The edition that is served now and what is in it."""
    counts = outcome.manifest.internal.counts
    new = outcome.changed
    say(
        f"{'New edition' if new else 'Nothing changed; edition'} {outcome.manifest.id}",
        f"{'新しい版' if new else '変更なし。現行版'}：{outcome.manifest.id}",
    )
    told = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    say(f"  {told}", f"  {told}")
    if outcome.unplaced:
        say(
            f"  {len(outcome.unplaced)} earlier decisions fit nothing any more: sankyoku review list --decided",
            f"  対象が見当たらない過去の判断が{len(outcome.unplaced)}件あります：sankyoku review list --decided",
        )


def write_output(body: bytes, output: Path | None) -> None:
    """Bytes to a file in one step, or to standard output."""
    if output is None:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    draft = output.with_name(f".{output.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(body)
        draft.replace(output)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise _unwritable(output) from error


def check_writable(output: Path | None) -> None:
    """Raises ``BadInput`` where ``output`` could not be written: before the work, not after it."""
    if output is None:
        return
    folder = output.parent
    if output.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise _unwritable(output)


def _unwritable(output: Path) -> BadInput:
    return BadInput(
        f"{output} cannot be written; check the folder and its permissions.",
        f"{output} に書き込めません。フォルダーと権限を確認してください。",
    )

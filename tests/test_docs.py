"""What the docs promise is there: commands, files, addresses, settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import COMMANDS, cli
from api.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_option_that_is_shown_exists(page: Path) -> None:
    runner = CliRunner()
    for line in re.findall(r"(?:^|`|bin/)sankyoku ([a-z][^`\n]*)", page.read_text(encoding="utf-8"), re.MULTILINE):
        words = line.split()
        if words[0] not in COMMANDS:
            continue
        group = [words[0], words[1]] if words[0] in ("edition", "token", "review") and len(words) > 1 else [words[0]]
        told = runner.invoke(cli, [*group, "--help"])
        assert told.exit_code == 0, line
        for option in re.findall(r"(--[a-z-]+)", line):
            assert option in told.output, f"{option} in: {line}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(command: str) -> None:
    told = CliRunner().invoke(cli, [command, "--help"])
    assert told.exit_code == 0
    assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", told.output)


def test_every_setting_is_in_the_table_and_the_table_is_up_to_date() -> None:
    from tools.settings_table import PAGE, page_with_table  # noqa: PLC0415 - a tool, loaded only here

    page = PAGE.read_text(encoding="utf-8")
    assert page == page_with_table(page)
    assert all(f"SANKYOKU_{name.upper()}" in page for name in Settings.model_fields)


def test_decisions_say_context_decision_and_consequences() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert len(decisions) >= 2
    numbers = [int(path.name[:4]) for path in decisions]
    assert len(numbers) == len(set(numbers))

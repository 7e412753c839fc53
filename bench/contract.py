"""Whether the API holds to its own description: schemathesis asks every operation, fitting and unfitting requests.

``python -m bench.contract [--cases 25] [--seed N]`` builds a dataset of its own from the reference facts, asks without
a token and then, the writing operations, with those of staff and a curator. It prints what was asked and what broke.
The tests do the same with four requests for each operation.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.build import Run, build
from graph.iri import DEFAULT_BASE
from graph.reading import Wish
from graph.store.dataset import Dataset
from graph.store.tokens import Role, Tokens

#: What a schema cannot answer for: every string is taken for a date or a slug, and `fields=false` for a mistake.
EXCUSED = ("positive_data_acceptance", "negative_data_rejection")
_WRITING = ("POST", "PUT", "DELETE", "PATCH")
_WRITERS: tuple[Role, ...] = ("staff", "curator")


@dataclass
class Asked:
    """How much was asked, by what was answered, what broke, and how often nothing of the sort could be asked."""

    statuses: Counter[int] = field(default_factory=Counter)
    impossible: int = 0
    broken: list[str] = field(default_factory=list)


def main() -> int:
    """Asks, and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=25, help="requests of each sort for each operation")
    parser.add_argument("--seed", type=int, default=20261124)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dataset"
        build(Dataset.open_or_create(path), Run(DEFAULT_BASE), [], Wish())
        app = create_app(Settings(dataset=path, workers=1), Dataset.open(path))
        with TestClient(app, raise_server_exceptions=False):
            began = time.monotonic()
            everything = _ask(app, told.cases, told.seed, None)
            _print("everything, without a token", everything, began)
            broken = list(everything.broken)
            for role in _WRITERS:
                began = time.monotonic()
                secret = Tokens.of(path).create("bench", role)[1]
                writing = _ask(app, max(told.cases // 2, 1), told.seed, secret)
                _print(f"writing, as {role}", writing, began)
                broken += writing.broken
    return 1 if broken else 0


def _ask(app: FastAPI, cases: int, seed: int, secret: str | None) -> Asked:
    """Every operation, or with a token the writing ones."""
    asked = Asked()
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", _kept_running(app))
    for operation in (result.ok() for result in schema.get_all_operations()):
        if secret is None or operation.method.upper() in _WRITING:
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                _ask_one(operation, mode, asked, (cases, seed, secret))
    return asked


def _ask_one(operation: Any, mode: GenerationMode, asked: Asked, how: tuple[int, int, str | None]) -> None:
    cases, seed, secret = how
    excused = [check for name in EXCUSED for check in CHECKS.get_by_names([name])]
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}

    @seeded(seed)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: schemathesis.Case) -> None:
        answer = case.call(headers=headers)
        asked.statuses[answer.status_code] += 1
        case.validate_response(answer, excluded_checks=excused)

    try:
        holds()
    except Unsatisfiable:  # an operation without parameters: no request to it can be unfitting
        asked.impossible += 1
    except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
        asked.broken.append(f"{operation.method.upper()} {operation.path} ({mode.value}): {_first_lines(error)}")


def _first_lines(error: BaseException) -> str:
    parts = getattr(error, "exceptions", None) or [error]
    return " | ".join(" ".join(str(part).split())[:400] for part in parts)


def _kept_running(app: FastAPI) -> Any:
    """The application without its end: schemathesis would start and end it with every request."""

    async def running(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            await app(scope, receive, send)
            return
        for step in ("startup", "shutdown"):
            assert (await receive())["type"] == f"lifespan.{step}"
            await send({"type": f"lifespan.{step}.complete"})

    return running


def _print(what: str, asked: Asked, began: float) -> None:
    told = ", ".join(f"{status}: {count:,}" for status, count in sorted(asked.statuses.items()))
    print(f"{what}: {asked.statuses.total():,} requests in {time.monotonic() - began:.0f} s ({told})")
    for line in _unique(asked.broken):
        print(f"  broken: {line}")
    if not asked.broken:
        print(f"  nothing broke ({asked.impossible} operations to which nothing unfitting can be sent)")


def _unique(lines: list[str]) -> Iterator[str]:
    yield from dict.fromkeys(lines)


if __name__ == "__main__":
    sys.exit(main())

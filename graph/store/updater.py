"""A process that runs one SPARQL update on one store, and may be killed: the engine itself cannot be stopped.

``python -m graph.store.updater``, with a request in JSON on standard input (``store``, ``text``, ``base``,
``memory``); says on standard output, in JSON, what went wrong, if anything did.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Store

import graph
from graph.store.limits import QueryLimits
from graph.store.refusals import refusal
from graph.store.seal import seal_network

_HOME: Final = Path(graph.__file__).resolve().parent.parent


def run_update(store: Path, text: str, base: str, limits: QueryLimits) -> None:
    """Runs an update on the store at ``store``, which nobody else has open. Blocks.

    Raises ``BadQuery``, ``QueryTimeout`` and ``LimitExceeded`` (``memory``); the store is of no use then.
    """
    request = json.dumps({"store": str(store.absolute()), "text": text, "base": base, "memory": limits.memory})
    try:
        ended = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "graph.store.updater"],
            input=request.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={},
            timeout=limits.seconds,
            check=False,
            process_group=0,
        )
    except subprocess.TimeoutExpired:
        raise refusal({"error": "seconds", "detail": ""}, limits) from None
    told = json.loads(ended.stdout) if ended.returncode == 0 else {"error": "memory", "detail": ""}
    if "error" in told:
        raise refusal(told, limits)


def _run(request: dict[str, Any]) -> dict[str, str]:
    try:
        store = Store(request["store"])
        store.update(request["text"], base_iri=request["base"])
        store.flush()
    except SyntaxError as error:
        return {"error": "syntax", "detail": str(error)}
    except MemoryError:
        return {"error": "memory", "detail": ""}
    except (ValueError, RuntimeError, OSError) as error:
        return {"error": "evaluation", "detail": str(error)}
    return {}


def main() -> None:
    """Runs the update that standard input tells of."""
    seal_network()
    request = json.loads(sys.stdin.buffer.read())
    if request["memory"] is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (request["memory"], hard))
    sys.stdout.write(json.dumps(_run(request)))


if __name__ == "__main__":
    main()

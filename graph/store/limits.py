"""What one query may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class QueryLimits:
    """What one query may take. ``seconds`` includes waiting for a worker; ``waiting`` is how many may wait.

    ``memory`` bounds a worker's private memory in bytes (None: unbounded); an engine with an edition open
    needs some 100 MB of it. ``rows`` bounds the triples of a CONSTRUCT or DESCRIBE too.
    """

    seconds: float = 10
    rows: int = 1_000_000
    bytes: int = 256 * 1024 * 1024
    memory: int | None = None
    waiting: int = 32

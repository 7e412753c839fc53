"""What was measured of SPARQL endpoints, as Markdown."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from bench.sparql_client import LATE
from bench.sparql_queries import KINDS


@dataclass
class Figures:
    """What was measured of one server. Seconds, requests a second, bytes; zero for what was not."""

    name: str
    distinct: dict[str, float] = field(default_factory=dict)
    repeated: dict[str, float] = field(default_factory=dict)
    throughput: float = 0.0
    quiet_p95: float = 0.0
    disturbed_p95: float = 0.0
    memory: int = 0


Cell = Callable[[Figures], str]
_ROWS: Final[tuple[tuple[str, Cell], ...]] = (
    ("8 clients, requests a second", lambda of: f"{of.throughput:.0f}" if of.throughput else "—"),
    ("p95 of 2 clients, quiet, ms", lambda of: _milliseconds(of.quiet_p95)),
    ("p95 beside a client of long queries, ms", lambda of: _milliseconds(of.disturbed_p95)),
    ("resident memory, MB", lambda of: f"{of.memory / 2**20:,.0f}" if of.memory else "—"),
)


def table(count: int, found: list[Figures], loads: dict[str, float]) -> str:
    """The figures of some servers, the first of which is ours."""
    names = [figures.name for figures in found]
    heads = " | ".join(f"{name}: distinct | repeated" for name in names)
    lines = [f"### {count:,} engagements", "", f"| ms, median | {heads} |"]
    lines.append("| --- |" + " ---: | ---: |" * len(names))
    for kind in KINDS:
        cells = (f"{_milliseconds(of.distinct[kind])} | {_milliseconds(of.repeated[kind])}" for of in found)
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    lines += ["", "| | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    lines += [f"| {label} | {' | '.join(map(cell, found))} |" for label, cell in _ROWS]
    lines.append(f"| bulk load, s | {' | '.join(f'{loads[n]:.1f}' if n in loads else '—' for n in names)} |")
    lines.append("")
    for other in found[1:]:
        for what in ("distinct", "repeated"):
            mean, kinds = _ratio(getattr(found[0], what), getattr(other, what))
            lines.append(
                f"- {what}: geometric mean of latencies, ours over {other.name}: **{mean:.3f}** ({kinds} kinds)"
            )
    return "\n".join(lines) + "\n"


def geometric_mean(ratios: list[float]) -> float:
    """The geometric mean."""
    return math.exp(statistics.fmean(map(math.log, ratios))) if ratios else math.nan


def _ratio(ours: dict[str, float], others: dict[str, float]) -> tuple[float, int]:
    """Ours over another's, and of how many kinds: those that both answered."""
    ratios = [ours[kind] / others[kind] for kind in KINDS if math.isfinite(ours[kind]) and math.isfinite(others[kind])]
    return geometric_mean(ratios), len(ratios)


def _milliseconds(seconds: float) -> str:
    if seconds == LATE:
        return "late"
    return f"{seconds * 1e3:,.2f}" if seconds > 0 else "—"  # refused, or not measured

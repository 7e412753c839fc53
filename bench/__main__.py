"""All measurements, each in a process of its own: ``python -m bench [NAME ...] [--engagements N ...]``.

``--engagements`` are the sizes of the graphs that SPARQL endpoints are measured on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from typing import Final

#: What is measured, with the arguments that keep it within minutes on two processors.
MEASUREMENTS: Final[dict[str, tuple[str, ...]]] = {
    "main_job": (),
    "evaluate": (),
    "extraction": (),
    "matcher": (),
    "readers": (),
    "index": ("--count", "1000000"),
    "publishing": (),
    "engines": ("--count", "50000"),
    "sparql": ("--lean",),
    "hostile": ("--seconds", "2"),
    "figures": ("--browser",),
    "pages": (),
    "contract": ("--cases", "12"),
    "peer": (),
}


def main() -> int:
    """Runs the measurements named, or all; exit 1 where one failed, 2 for a name that is none."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASUREMENTS))
    asked.add_argument("--engagements", type=int, nargs="+", default=[50_000])
    options = asked.parse_args()
    unknown = [name for name in options.names if name not in MEASUREMENTS]
    if unknown:
        asked.error(f"no such measurement: {', '.join(unknown)}; these are: {', '.join(MEASUREMENTS)}")
    sizes = ("--engagements", *map(str, options.engagements))
    failed = []
    for name in options.names or MEASUREMENTS:
        print(f"\n== {name}", flush=True)
        more = sizes if name == "sparql" else ()
        done = subprocess.run([sys.executable, "-m", f"bench.{name}", *MEASUREMENTS[name], *more], check=False)
        if done.returncode:
            failed.append(name)
    if failed:
        print(f"\nBelow a bound, or failed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())

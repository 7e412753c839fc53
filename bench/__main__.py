"""All measurements, one after the other, each in a process of its own: ``python -m bench [NAME ...]``."""

from __future__ import annotations

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
    "engines": ("--count", "50000"),
    "sparql": (),
    "hostile": ("--seconds", "2"),
    "figures": ("--browser",),
    "pages": (),
    "peer": (),
}


def main(names: list[str]) -> int:
    """Runs the measurements named, or all; exit 1 where one failed, 2 for a name that is none."""
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(f"No such measurement: {', '.join(unknown)}. These are: {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    failed = []
    for name in names or MEASUREMENTS:
        print(f"\n== {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"bench.{name}", *MEASUREMENTS[name]], check=False)
        if done.returncode:
            failed.append(name)
    if failed:
        print(f"\nBelow a bound, or failed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

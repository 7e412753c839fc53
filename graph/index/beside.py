"""A process beside the writer that gathers postings: two cores make an index in little more than half the time.

The process reads messages from its standard input, each a row of parts with
their lengths before them: a batch in three parts, and at the end the names of terms and the order of time in two.
It answers with one line: nothing where all went well, else the number and the words of the error.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Final, Protocol, cast

import numpy as np

from graph.index.folding import ROW_END
from graph.index.gathering import Batch, Numbers
from graph.index.terms_writing import TermsWriter

_ENDED: Final = "the process that writes postings ended before its work was done"


class TermsTaker(Protocol):
    """What takes batches and finishes: a ``TermsWriter`` here, or one in a process beside."""

    def work_off(self, batch: Batch) -> None: ...

    def finish(self, names: Sequence[str], ranks: Numbers) -> None: ...

    def close(self) -> None: ...


class Beside:
    """A ``TermsWriter`` in a process of its own. What goes wrong there is raised here by ``finish``."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", "from graph.index.beside import main; main()", str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._to, self._from = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)

    def work_off(self, batch: Batch) -> None:
        """Send a batch; it waits while the process still works on the one before."""
        self._send(batch.ids.tobytes(), batch.counts.tobytes(), batch.text.encode("utf-8", "replace"))

    def finish(self, names: Sequence[str], ranks: Numbers) -> None:
        """Send what ends the work, and wait until the files are written. Raises OSError as the process met it."""
        self._send(ROW_END.join(names).encode("utf-8", "replace"), ranks.tobytes())
        answer, _ = self._process.communicate()
        if answer.strip():
            number, _, words = answer.decode().strip().partition(" ")
            raise OSError(int(number), words)
        if self._process.returncode:
            raise OSError(_ENDED)

    def close(self) -> None:
        """End the process, finished or not."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._from.close()
        with contextlib.suppress(OSError):  # what it did not take any more stays in the buffer
            self._to.close()

    def _send(self, *parts: bytes) -> None:
        try:
            self._to.write(len(parts).to_bytes(8, "little"))
            for part in parts:
                self._to.write(len(part).to_bytes(8, "little") + part)
            self._to.flush()
        except (BrokenPipeError, ValueError):
            answer = b"" if self._from.closed else self._from.read()
            number, _, words = answer.decode().strip().partition(" ")
            raise OSError(int(number or 0), words or _ENDED) from None


def _parts(stream: IO[bytes]) -> list[bytes]:
    """The parts of the next message. Raises EOFError where the writer is gone."""
    count = int.from_bytes(_exactly(stream, 8), "little")
    return [_exactly(stream, int.from_bytes(_exactly(stream, 8), "little")) for _ in range(count)]


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


def _serve(folder: Path, stream: IO[bytes]) -> None:
    writer = TermsWriter(folder)
    start = 0
    while True:
        parts = _parts(stream)
        if len(parts) == 2:
            names, ranks = parts
            writer.finish(names.decode().split(ROW_END) if names else [], np.frombuffer(ranks, dtype=np.uint32))
            return
        ids, counts, text = parts
        batch = Batch(start, array("I", ids), array("I", counts), text.decode())
        writer.work_off(batch)
        start += len(batch.counts)


def main() -> None:
    """Serve the writer that started this process."""
    try:
        _serve(Path(sys.argv[1]), sys.stdin.buffer)
    except EOFError:
        sys.exit(1)  # the writer gave up: what it wanted will be thrown away
    except OSError as error:
        print(error.errno or 0, error.strerror or str(error), flush=True)

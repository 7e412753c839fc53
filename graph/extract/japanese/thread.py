"""What runs through a text from sentence to sentence: the last date, talk and series, the heading above."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.extract.bodies import Named
from graph.extract.draft import Draft
from graph.extract.names import Reading
from graph.model import Place, When


@dataclass(frozen=True)
class Heading:
    """A heading that says when and where: ２．欧州委員会（９月12日、ブリュッセル）.

    ``told`` are the drafts that it tells of by itself.
    """

    when: When
    place: Place | None
    bodies: tuple[Named, ...]
    told: tuple[int, ...] = ()


@dataclass(frozen=True)
class Thread:
    """What a sentence may lean on: the last date, the partners of the last talk, the heading that it stands under.

    ``caption`` are the words of the last heading, dated or not, or of a sentence that announces a list of talks;
    ``ground`` is the place that the last line of its own names, ``day`` the date that the line began with,
    ``when`` that of the last meeting, ``agenda`` the day that a line of its own names, above entries with their hours.
    ``spoken`` is the series that a sentence named last, with or without a meeting of it; ``together`` are the
    last few meetings told; ``stay`` are the several days told last, which days alone may lie in,
    and ``running`` is the day or month that they are otherwise of.
    """

    previous: When | None = None
    met: tuple[Named, ...] = ()
    heading: Heading | None = None
    last: Reading | None = None
    series: Reading | None = None
    caption: str = ""
    ground: Place | None = None
    day: When | None = None
    when: When | None = None
    agenda: When | None = None
    spoken: Reading | None = None
    together: tuple[Draft, ...] = ()
    stay: When | None = None
    running: When | None = None


def followed(thread: Thread, told: list[Draft]) -> Thread:
    """The thread behind these meetings: which was the last, and which the last of a series."""
    if not told:
        return thread
    series = next((one.reading for one in reversed(told) if one.reading.series and one.reading.ordinal), thread.series)
    return replace(thread, last=told[-1].reading, series=series, when=told[-1].when)

"""Content negotiation (RFC 9110, 12.5.1): which of the formats at hand a reader likes best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.requests import HTTPConnection

from api.errors import NOT_ACCEPTABLE, Problem

_LONGEST_HEADER: Final = 4096


def negotiate(request: HTTPConnection, offered: Sequence[str]) -> str:
    """The media type of ``offered`` that the reader likes best; of equals, the first offered.

    No ``Accept`` means anything. Raises ``Problem`` (406), naming what there is, where nothing fits.
    """
    header = ", ".join(request.headers.getlist("accept"))[:_LONGEST_HEADER]
    best = best_of(header, offered)
    if best is None:
        names = ", ".join(dict.fromkeys(offered))
        raise Problem(
            NOT_ACCEPTABLE,
            f"This address answers in: {names}.",
            f"この宛先が対応する形式は次のとおりです：{names}",
        )
    return best


def best_of(accept: str, offered: Sequence[str]) -> str | None:
    """The best of ``offered`` for an ``Accept`` header, or None where it refuses all of them."""
    ranges = list(_ranges(accept)) or [("*", "*", 1.0)]
    rated = [(_quality(media, ranges), -place, media) for place, media in enumerate(offered)]
    quality, _, media = max(rated, default=(0.0, 0, ""))
    return media if quality > 0 else None


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    found = []
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, subtype = media.partition("/")
        if slash and kind and subtype:
            found.append((kind, subtype, _weight(parameters)))
    return found


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 0.0
    return 1.0


def _quality(media: str, ranges: list[tuple[str, str, float]]) -> float:
    """The weight of the most specific range that ``media`` falls in."""
    kind, _, subtype = media.partition(";")[0].strip().partition("/")
    fits = [
        (2 if other == subtype else 1 if other == "*" and group == kind else 0, weight)
        for group, other, weight in ranges
        if (group, other) in ((kind, subtype), (kind, "*"), ("*", "*"))
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else 0.0

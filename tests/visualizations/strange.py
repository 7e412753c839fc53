"""Engagements that try to break a figure: markup, right-to-left text, endless titles, nobody, everybody, a cycle."""

from __future__ import annotations

from graph.model import Catalogue, Engagement, Participant, Text
from tests.visualizations.records import body, catalogue, trilateral

EVIL = "<script>alert(1)</script>\"'&\u202eمرحبا🙂]]>--><img src=x onerror=alert(2)>\x00\x0b"


def strange_catalogue() -> Catalogue:
    """The catalogue of the records with a body of a hostile name."""
    known = catalogue()
    hostile = body("evil", EVIL, EVIL, EVIL, "US", "government-department")
    return known.model_copy(update={"authorities": {**known.authorities, "evil": hostile}})


def strange_engagements() -> tuple[Engagement, ...]:
    """Each strange in its own way; ordinals run against the order of time."""
    plain = trilateral(2, "2019-05", "FR")
    return (
        plain,
        trilateral(1, "2019-09", "US"),
        _changed(plain, "evil", 9, title=Text(en=EVIL, ja=EVIL), participants=_guests("evil", "ppc-japan")),
        _changed(plain, "long", 8, title=Text(en="A very long title " * 23, ja="長い題名" * 100)),
        _changed(plain, "nobody", 7, participants=()),
        _changed(plain, "everybody", 6, participants=_guests(*(f"guest-{at:03}" for at in range(190)))),
    )


def _guests(*bodies: str) -> tuple[Participant, ...]:
    return tuple(Participant(authority=one, label=EVIL if one == "evil" else one) for one in bodies)


def _changed(plain: Engagement, slug: str, ordinal: int, **changes: object) -> Engagement:
    return plain.model_copy(update={"slug": slug, "ordinal": ordinal, **changes})

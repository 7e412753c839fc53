"""Style sheets and scripts, served under names that carry a hash of what is in them, so that they may be kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

MEDIA_TYPES: Final = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_HASH_LENGTH: Final = 12


@dataclass(frozen=True)
class Asset:
    """A file: the name it is served under, what it is, and its bytes."""

    name: str
    media_type: str
    body: bytes


@cache
def assets() -> dict[str, Asset]:
    """Every file of ``static/`` by the name it is served under: ``site.css`` as ``site.0123456789ab.css``."""
    told = {}
    for file in (resources.files("api.pages") / "static").iterdir():
        stem, _, suffix = file.name.rpartition(".")
        if suffix in MEDIA_TYPES:
            body = file.read_bytes()
            name = f"{stem}.{hashlib.sha256(body).hexdigest()[:_HASH_LENGTH]}.{suffix}"
            told[name] = Asset(name, MEDIA_TYPES[suffix], body)
    return told


@cache
def asset_path(plain: str) -> str:
    """The address of a file of ``static/`` by its plain name."""
    stem, _, suffix = plain.rpartition(".")
    return "/static/" + next(name for name in assets() if name.startswith(f"{stem}.") and name.endswith(f".{suffix}"))


@cache
def version() -> str:
    """Changes whenever a template, style sheet or script does: pages made by another version are not the same."""
    digest = hashlib.sha256()
    for folder in ("templates", "static"):
        for file in sorted((resources.files("api.pages") / folder).iterdir(), key=lambda one: one.name):
            digest.update(file.name.encode() + b"\x1f" + file.read_bytes())
    return digest.hexdigest()[:_HASH_LENGTH]

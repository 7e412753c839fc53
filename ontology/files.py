"""The files of the ontology as they ship: Turtle, shapes and the JSON-LD context, read from the package."""

from __future__ import annotations

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def _turtle_in(folder: Traversable, prefix: str) -> dict[str, bytes]:
    """Name to bytes of the Turtle files in one folder of the package, in order of name."""
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".ttl")), key=lambda e: e.name)
    return {prefix + entry.name: entry.read_bytes() for entry in found}


def ontology_turtle() -> dict[str, bytes]:
    """Classes, properties and concept schemes: ``core.ttl`` first, then ``vocab/*.ttl``, name to bytes."""
    room = files("ontology")
    return _turtle_in(room, "") | _turtle_in(room / "vocab", "vocab/")


def shapes() -> dict[str, bytes]:
    """The SHACL shapes, ``shapes/*.ttl``, name to bytes."""
    return _turtle_in(files("ontology") / "shapes", "shapes/")


def context() -> dict[str, Any]:
    """The JSON-LD 1.1 context document: an object with the one key ``@context``."""
    document: dict[str, Any] = json.loads(context_bytes())
    return document


def context_bytes() -> bytes:
    """The JSON-LD context as it stands in the file, to be served as it is."""
    return (files("ontology") / "context.jsonld").read_bytes()

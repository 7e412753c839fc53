"""Documents to accounts: tables and prose of a report, read against the gazetteer.

What reads is loaded when it is first asked for: it takes a good part of a second, and a server that only serves, or
looks at what was read, does without.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from graph.extract.accounts import EXTRACTOR
    from graph.extract.gazetteer import Gazetteer
    from graph.extract.report import extract
    from graph.extract.setting import publisher_of

__all__ = ["EXTRACTOR", "Gazetteer", "extract", "publisher_of"]

_HOMES: Final = {"EXTRACTOR": "accounts", "Gazetteer": "gazetteer", "extract": "report", "publisher_of": "setting"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

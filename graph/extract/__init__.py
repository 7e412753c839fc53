"""Documents to accounts: tables and prose of a report, read against the gazetteer."""

from __future__ import annotations

from graph.extract.accounts import EXTRACTOR
from graph.extract.gazetteer import Gazetteer
from graph.extract.report import extract
from graph.extract.setting import publisher_of

__all__ = ["EXTRACTOR", "Gazetteer", "extract", "publisher_of"]

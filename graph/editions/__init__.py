"""Editions as things to keep and cite: dumps, differences, pins, archives. The store itself is ``graph.store``."""

from __future__ import annotations

from graph.editions.archive import export, restore
from graph.editions.comparing import Difference, changes, compare
from graph.editions.dumps import DumpFile, dump, dump_at_hand
from graph.editions.keeping import Pin, collect, collected, pin, pins, unpin
from graph.editions.partitions import Partitions, partitions
from graph.editions.telling import content_checksum, graph_changes, summary

__all__ = [
    "Difference",
    "DumpFile",
    "Partitions",
    "Pin",
    "changes",
    "collect",
    "collected",
    "compare",
    "content_checksum",
    "dump",
    "dump_at_hand",
    "export",
    "graph_changes",
    "partitions",
    "pin",
    "pins",
    "restore",
    "summary",
    "unpin",
]

"""The index of an edition: all records, and what finds, filters, orders and counts them. Pages read nothing else.

Front door: ``write_index`` and ``update_index`` write one, ``Index.open`` reads it. The questions that staff ask of
it are in ``graph.history``.
"""

from graph.index.passages import passages_of
from graph.index.reading import Index
from graph.index.rows import FIELDS, Passage
from graph.index.writing import Changes, update_index, write_index

__all__ = ["FIELDS", "Changes", "Index", "Passage", "passages_of", "update_index", "write_index"]

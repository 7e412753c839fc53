"""The questions that staff ask of the record of engagements, answered from the index of an edition.

The same functions serve the command line, the pages and the API. ``today`` is always a parameter; an id that nothing
has raises NotFound with the nearest ids.
"""

from graph.history.asked import Asked, Coverage, FacetValue, Found, Listed
from graph.history.finding import coverage, find

__all__ = ["Asked", "Coverage", "FacetValue", "Found", "Listed", "coverage", "find"]

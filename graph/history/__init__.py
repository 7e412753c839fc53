"""The questions that staff ask of the record of engagements, answered from the index of an edition.

The same functions serve the command line, the pages and the API. ``today`` is always a parameter; an id that nothing
has raises NotFound with the nearest ids.
"""

from graph.history.asked import Asked, Coverage, FacetValue, Found, Listed
from graph.history.calendar import Day, Month, month, month_to_show
from graph.history.changing import Difference, changes
from graph.history.comparing import Comparison, compare
from graph.history.dossier import Dossier, dossier, first_contact, last_contact, levels_met
from graph.history.finding import coverage, find
from graph.history.frameworks import SharedFramework, shared_frameworks
from graph.history.paths import Path, paths
from graph.history.rhythm import Cadence, Gap, Quiet, cadence, gaps, quiet
from graph.history.searching import Marked, SearchResult, Suggestion, mark, search, suggest
from graph.history.since import Served, Since, changes_since, served_on, unchanged_since
from graph.history.statements import Commitment, Commitments, Said, Statements, Wanted, commitments, statements
from graph.history.trends import YearCount, YearLevels, YearsOf, levels_over_time, per_year, per_year_by

__all__ = [
    "Asked",
    "Cadence",
    "Commitment",
    "Commitments",
    "Comparison",
    "Coverage",
    "Day",
    "Difference",
    "Dossier",
    "FacetValue",
    "Found",
    "Gap",
    "Listed",
    "Marked",
    "Month",
    "Path",
    "Quiet",
    "Said",
    "SearchResult",
    "Served",
    "SharedFramework",
    "Since",
    "Statements",
    "Suggestion",
    "Wanted",
    "YearCount",
    "YearLevels",
    "YearsOf",
    "cadence",
    "changes",
    "changes_since",
    "commitments",
    "compare",
    "coverage",
    "dossier",
    "find",
    "first_contact",
    "gaps",
    "last_contact",
    "levels_met",
    "levels_over_time",
    "mark",
    "month",
    "month_to_show",
    "paths",
    "per_year",
    "per_year_by",
    "quiet",
    "search",
    "served_on",
    "shared_frameworks",
    "statements",
    "suggest",
    "unchanged_since",
]

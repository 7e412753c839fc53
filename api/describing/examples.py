"""Examples of operations: parameters that answer on the reference facts. Each is run in the tests as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Values of parameters by ``method path``; what is not named is left out of the call.
EXAMPLES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "get /api/v1/engagements": {"with": "us-ftc", "from": "2019-01", "to": "令和元年12月", "limit": "10"},
        "get /api/v1/engagements/{slug}": {"slug": "2019-06-jp-eu-us-trilateral-2"},
        "get /api/v1/search": {"q": "FTC 2019", "limit": "5"},
        "get /api/v1/suggest": {"q": "連邦"},
        "get /api/v1/path": {"from": "ppc-japan", "to": "us-ftc"},
        "get /api/v1/compare": {"a": "ppc-japan", "b": "us-ftc", "at": "2019-12-31"},
        "get /api/v1/authorities/{slug}/dossier": {"slug": "us-ftc"},
        "get /api/v1/authorities/{slug}/cadence": {"slug": "us-ftc"},
        "get /api/v1/authorities/{slug}/history": {"slug": "us-ftc", "from": "2019", "order": "oldest"},
        "get /api/v1/series/{slug}/cadence": {"slug": "appa-forum"},
        "get /api/v1/series/{slug}/gaps": {"slug": "appa-forum"},
        "get /api/v1/quiet": {"home": "ppc-japan"},
        "get /api/v1/statements": {"with": "us-ftc", "type": "explained"},
        "get /api/v1/commitments": {"with": "european-commission"},
        "get /api/v1/statistics": {"with": "us-ftc"},
        "get /api/v1/coverage": {},
        "get /api/v1/authorities": {"q": "連邦取引"},
        "get /api/v1/authorities/{slug}": {"slug": "us-ftc"},
        "get /api/v1/frameworks": {"q": "CBPR"},
        "get /api/v1/frameworks/{slug}": {"slug": "apec-cbpr"},
        "get /api/v1/series": {"q": "APPA"},
        "get /api/v1/series/{slug}": {"slug": "appa-forum"},
        "get /api/v1/topics": {},
        "get /api/v1/topics/{slug}": {"slug": "dfft"},
        "get /api/v1/documents": {},
        "get /api/v1/documents/{slug}": {"slug": "ppc-activity-report-fy2019-h1"},
        "get /api/v1/milestones": {"q": "CBPR"},
        "get /api/v1/milestones/{slug}": {"slug": "2011-11-13-apec-leaders-endorse-the-cbpr-system-in-honolulu"},
        "get /problems/{name}": {"name": "bad-input"},
        "get /reconcile": {"query": "連邦取引委員会"},
        "get /reconcile/preview": {"id": "authority/us-ftc"},
        "get /reconcile/view": {"id": "authority/us-ftc"},
        "get /reconcile/flyout": {"id": "series/appa-forum"},
        "get /reconcile/suggest/entity": {"prefix": "連邦"},
        "get /reconcile/suggest/type": {"prefix": "B"},
        "get /reconcile/suggest/property": {"prefix": "name"},
        "get /reconcile/properties": {"type": "Body", "limit": "5"},
        "get /health/live": {},
        "get /health/ready": {},
        "get /metrics": {},
        "get /problems": {},
        "get /editions": {"limit": "5"},
        "get /void": {},
    }
)

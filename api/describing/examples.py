"""Examples of operations: parameters that answer on the reference facts. Each is run in the tests as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

Json = dict[str, Any]

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
        "get /api/v1/changes": {"since": "2026-11-01"},
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

_CALL: Final[Json] = {
    "title": {"en": "Call with the FTC", "ja": "米国連邦取引委員会との電話会談"},
    "kind": "conference-call",
    "when": "令和8年11月20日",
    "mode": "online",
    "participants": [
        {"authority": "ppc-japan", "post": {"ja": "国際室長"}, "level": "director"},
        {"authority": "us-ftc", "level": "director"},
    ],
    "frameworks": ["apec-cbpr"],
    "topics": ["data-flows"],
    "statements": [
        {
            "type": "promised",
            "by": "us-ftc",
            "about": {"en": "to send draft dates of the next meeting", "ja": "次回会合の日程案の送付"},
            "due": "2026-12",
        }
    ],
    "note": "先方は12月中に次回会合の日程案を送付する旨を述べた。",
    "disclosure": "internal",
    "key": "example-call-2026-11-20",
}
_STATEMENT: Final[Json] = {
    "title": {"ja": "第51回アジア太平洋プライバシー機関（APPA）フォーラム"},
    "kind": "forum",
    "when": "2019-05-29/2019-05-30",
    "series": "appa-forum",
    "ordinal": 51,
    "participants": [{"authority": "appa"}, {"authority": "ppc-japan", "role": "host"}],
    "statements": [
        {"type": "explained", "by": "ppc-japan", "about": {"ja": "制度改正の検討状況"}, "topics": ["law-reform"]}
    ],
    "note": "当方から制度改正の検討状況を説明した。",
    "key": "example-statement-appa-51",
}
_PLANNED: Final[Json] = {
    "title": {"en": "Visit of the ICO"},
    "kind": "visit",
    "when": "2027-02",
    "status": "planned",
    "country": "JP",
    "city": "Tokyo",
    "participants": [{"authority": "ico-uk"}, {"label": "A new agency"}],
    "note": "Announced by e-mail; the day is not fixed yet.",
    "key": "example-planned-2027-02",
}
_LIST: Final = (
    "開催日,会議名,開催地\n2026-10-05,米国連邦取引委員会との会談,ワシントン\n2026-02-30,APPAフォーラム,東京\n"
)
_DRAFTS: Final[Json] = {
    "call": {"summary": "A call with a promise / 約束のある電話会談", "value": _CALL},
    "statement": {"summary": "What was said at a known meeting / 既知の会合での発言", "value": _STATEMENT},
    "planned": {"summary": "A meeting that is planned / 予定の会合", "value": _PLANNED},
}
#: Bodies by ``method path`` and name. Each is sent in the tests as it stands.
BODIES: Final[Mapping[str, Json]] = MappingProxyType(
    {
        "post /api/v1/engagements": _DRAFTS,
        "put /api/v1/notes/{slug}": {"call": _DRAFTS["call"]},
        "post /api/v1/engagements/import": {"list": {"summary": "A list in CSV / 一覧（CSV）", "value": _LIST}},
    }
)

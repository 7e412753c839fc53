"""What the service says of itself, so that OpenRefine can be given one address and find the rest."""

from __future__ import annotations

from importlib.metadata import version
from urllib.parse import urlencode

from api.reconciling.candidates import type_json
from api.reconciling.properties import Json
from api.reconciling.things import TYPES

WIDTH = 430
HEIGHT = 300
_LIMIT = {
    "en": ("Limit", "As many values as to fetch of each; 0 for all"),
    "ja": ("上限", "一件当たりに取得する値の数（0は全て）"),
}


def manifest(server: str, base: str, language: str, kept: dict[str, str]) -> Json:
    """The manifest at an address. ``kept`` (language, edition) goes on in the addresses that it names."""
    label, help_text = _LIMIT[language]
    return {
        "versions": ["0.1", "0.2"],
        "name": "三極：機関、会議体、枠組み" if language == "ja" else "Sankyoku: bodies, series and frameworks",
        "identifierSpace": f"{base}id/",
        "schemaSpace": f"{base}def#",
        "documentation": f"{server}/api/v1/docs",
        "serviceVersion": version("sankyoku"),
        "defaultTypes": [type_json(kind, language) for kind in TYPES],
        "view": {"url": _address(f"{server}/reconcile/view", "id={{id}}", kept)},
        "preview": {
            "url": _address(f"{server}/reconcile/preview", "id={{id}}", kept),
            "width": WIDTH,
            "height": HEIGHT,
        },
        "suggest": {
            "entity": {
                **_service(server, "/reconcile/suggest/entity", kept),
                "flyout_service_url": server,
                "flyout_service_path": _address("/reconcile/flyout", "id=${id}", kept),
            },
            "type": _service(server, "/reconcile/suggest/type", kept),
            "property": _service(server, "/reconcile/suggest/property", kept),
        },
        "extend": {
            "propose_properties": _service(server, "/reconcile/properties", kept),
            "property_settings": [
                {"name": "limit", "label": label, "type": "number", "default": 0, "help_text": help_text}
            ],
        },
    }


def _service(server: str, path: str, kept: dict[str, str]) -> Json:
    return {"service_url": server, "service_path": _address(path, "", kept)}


def _address(path: str, first: str, kept: dict[str, str]) -> str:
    query = "&".join(filter(None, (first, urlencode(kept))))
    return f"{path}?{query}" if query else path

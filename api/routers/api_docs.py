"""``/api/v1/docs``: the API's documentation as a page of ours, drawn from its own description.

It works without script, loads nothing from elsewhere, and shows each operation with its parameters, an example that
can be pasted into a shell, and the shape of its answer, in the reader's language.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import Server
from api.describing.examples import EXAMPLES
from api.describing.shapes import shape_of
from api.language import Language, language_of
from api.pages.address import Address
from api.pages.assets import version
from api.pages.rendering import render

router = APIRouter(prefix="/api/v1", tags=["documentation"])
Json = dict[str, Any]
_GROUPS: Final[dict[str, tuple[str, str]]] = {
    "engagements": ("会合等", "Engagements"),
    "questions": ("問合せ", "Questions"),
    "catalogue": ("目録", "Catalogue"),
    "writing": ("記録と確認", "Recording and review"),
    "reconciliation": ("名寄せ（OpenRefine）", "Reconciliation (OpenRefine)"),
    "SPARQL": ("SPARQL とグラフ", "SPARQL and graphs"),
    "health": ("運用", "Operation"),
    "problems": ("エラー", "Problems"),
}
_REST: Final = ("リンクトデータ、版、その他", "Linked data, editions and the rest")


@router.get("/docs", include_in_schema=False, response_class=HTMLResponse)
def docs(request: Request, state: Server) -> Response:
    """The page."""
    language = language_of(request)
    server = state.settings.public_url or str(request.base_url).rstrip("/")
    told: Json = request.app.openapi()
    words = render(
        "api_docs.html.j2",
        language=language,
        say=lambda ja, en: ja if language == "ja" else en,
        here=Address.of(request, state.settings.public_url),
        visitor=None,
        reading=None,
        csrf=None,
        server=server,
        groups=list(_groups(told, server, language)),
        problems=sorted(told["components"]["responses"].items()),
        version=told["info"]["version"],
        spoken=lambda text: _spoken(text, language),
    )
    headers = {"Cache-Control": "public, max-age=300", "Vary": "Accept-Language", "ETag": f'"{version()}-{language}"'}
    return HTMLResponse(words, headers=headers)


def _groups(told: Json, server: str, language: Language) -> Iterator[tuple[str, list[Json]]]:
    """The operations by group, in order, each as the page shows it."""
    by_group: dict[tuple[str, str], list[Json]] = {name: [] for name in (*_GROUPS.values(), _REST)}
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            group = next((_GROUPS[tag] for tag in operation.get("tags", ()) if tag in _GROUPS), _REST)
            by_group[group].append(_shown(path, method, operation, told, server, language))
    for (ja, en), shown in by_group.items():
        if shown:
            yield ja if language == "ja" else en, shown


def _shown(path: str, method: str, operation: Json, told: Json, server: str, language: Language) -> Json:
    parameters = [_parameter(one, language) for one in operation.get("parameters", ())]
    content = operation["responses"].get("200", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema") or {}
    return {
        "id": operation["operationId"],
        "path": path,
        "method": method.upper(),
        "summary": _spoken(operation.get("summary", ""), language),
        "description": _spoken(operation.get("description", ""), language),
        "parameters": parameters,
        "media": list(content),
        "statuses": [status for status in operation["responses"] if status.isdigit()],
        "token": operation.get("security") == [{"token": []}],
        "curl": curl(path, method, server),
        "bodies": list(_bodies(operation, language)),
        "shape": json.dumps(shape_of(schema, told), ensure_ascii=False, indent=2) if schema else None,
    }


def _bodies(operation: Json, language: Language) -> Iterator[tuple[str, str]]:
    """The examples of what an operation reads: what each is, and its words."""
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        for example in content.get("examples", {}).values():
            value = example["value"]
            words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
            yield f"{_spoken(example['summary'], language)} ({media})", words


def _parameter(one: Json, language: Language) -> Json:
    schema = one["schema"]
    kinds = [part for part in schema.get("anyOf", [schema]) if part.get("type") != "null"]
    first = kinds[0] if kinds else {}
    allowed = [f"{first[name]}" for name in ("minimum", "maximum") if name in first]
    return {
        "name": one["name"],
        "where": one["in"],
        "required": one.get("required", False),
        "kind": first.get("type", ""),
        "values": first.get("enum", []),
        "span": "–".join(allowed),
        "description": _spoken(one.get("description", schema.get("description", "")), language),
        "example": one.get("example"),
    }


def example_address(path: str, method: str) -> str | None:
    """The path and query of an operation's example; None where it has none."""
    values = EXAMPLES.get(f"{method} {path}")
    if values is None:
        return None
    inside = {name: value for name, value in values.items() if f"{{{name}}}" in path}
    for name, value in inside.items():
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    query = urlencode({name: value for name, value in values.items() if name not in inside})
    return f"{path}?{query}" if query else path


def curl(path: str, method: str, server: str) -> str | None:
    """The example as a command line."""
    address = example_address(path, method)
    return f"curl {shlex.quote(server + address)}" if address else None


def _spoken(text: str, language: Language) -> str:
    """The reader's half of ``English / 日本語``; the whole where it is in one language only."""
    english, mark, japanese = text.rpartition(" / ")
    if not mark or japanese.isascii():
        return text
    return japanese if language == "ja" else english

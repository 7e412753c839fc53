"""The application's description of itself, completed once: FastAPI knows the parameters, this knows the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from fastapi import FastAPI

from api.describing.answers import BY_PATH, MEDIA, open_objects, ref, schemas
from api.describing.bodies import body_schemas, describe_bodies
from api.describing.examples import BODIES, EXAMPLES
from api.describing.protocols import add_protocols
from api.errors import PROBLEM

Json = dict[str, Any]
_JSON: Final = "application/json"
_API: Final = "/api/v1/"
#: Operations that need a token: of the role staff under ``/api/v1``, of a curator elsewhere.
_WRITING: Final = frozenset({"post", "put", "delete", "patch"})
_STAFF: Final = ("/api/v1/notes", "/api/v1/review")
_OPEN_POSTS: Final = ("/reconcile", "/query/snippets", "/q")
_PLAIN: Final = ("/health/", "/metrics", "/problems", "/reconcile/suggest/type", "/reconcile/suggest/property")
_TITLES: Final[Mapping[int, str]] = {
    400: "Bad input / 入力の誤り",
    401: "The token is missing or not valid / トークンがないか無効",
    403: "The token's role does not allow it / 権限不足",
    404: "Not found in this edition / 該当なし",
    405: "Method not allowed / 許可されていないメソッド",
    406: "No such format here / 対応していない形式",
    409: "Changed meanwhile / すでに変更されている",
    412: "Not what was seen, or there already / 前提条件の不一致",
    413: "A limit was reached / 上限超過",
    415: "Not a format that is read here / 対応していない送信形式",
    422: "Fields or shapes do not fit / 入力項目又はデータ形状の不適合",
    429: "Too many at once / 同時要求数の超過",
    503: "Not available just now / 一時的に利用不可",
}
_LANG: Final[Json] = {
    "name": "lang",
    "in": "query",
    "required": False,
    "description": "ja or en; else Accept-Language decides / 言語（省略時は Accept-Language）",
    "schema": {"type": "string", "examples": ["ja", "en"]},
}


class Described(FastAPI):
    """The application, with a whole description."""

    def openapi(self) -> Json:
        """The description, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = complete(super().openapi())
        return self.openapi_schema


def complete(told: Json) -> Json:
    """FastAPI's description with answers, problems, security and examples; without the 422 that is never sent."""
    components = told.setdefault("components", {})
    known = {name: one for name, one in components.get("schemas", {}).items() if "ValidationError" not in name}
    components["schemas"] = {**known, **open_objects(schemas()), **body_schemas()}
    components["responses"] = {str(status): _problem(status) for status in _TITLES}
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    add_protocols(told)
    describe_bodies(told, BODIES)
    for path, method, operation in _operations(told):
        if path != "/sparql":
            _complete(path, method, operation)
    return told


def _operations(told: Json) -> Iterator[tuple[str, str, Json]]:
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            yield path, method, operation


def _complete(path: str, method: str, operation: Json) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    if method == "get":
        _answers(path, responses)
    for status in sorted(_statuses(path, method, operation)):
        responses.setdefault(str(status), {"$ref": f"#/components/responses/{status}"})
    operation["security"] = [{"token": []}] if _needs_token(path, method) else [{}, {"token": []}]
    parameters = operation.setdefault("parameters", [])
    spoken = path.startswith((_API, "/reconcile", "/problems")) and method == "get"
    if spoken and not any(one["name"] == "lang" for one in parameters):
        parameters.append(dict(_LANG))
    _exemplify(EXAMPLES.get(f"{method} {path}", {}), parameters)


def _answers(path: str, responses: Json) -> None:
    """The schema and the media types of what a GET answers."""
    found = responses.get("200")
    if found is None or path.startswith(("/metrics", "/reconcile/preview")):
        return
    schema = BY_PATH.get(path, {})
    media = MEDIA.get(path, (_JSON,))
    text: Json = {"type": "string"}
    found["content"] = {one: {"schema": schema if one == _JSON else {} if "json" in one else text} for one in media}
    found["description"] = "The answer / 結果"
    if path.startswith(_API):
        found["headers"] = {"ETag": {"schema": {"type": "string"}}, "Cache-Control": {"schema": {"type": "string"}}}
        responses["304"] = {"description": "Not changed since `If-None-Match` / 変更なし"}


def _statuses(path: str, method: str, operation: Json) -> set[int]:
    """The problems that an operation may answer with."""
    found = {400} if operation.get("parameters") or operation.get("requestBody") else set()
    if not path.startswith(_PLAIN):
        found |= {400, 401, 413}
    if "{" in path or any(one["name"] == "edition" for one in operation.get("parameters", ())):
        found |= {404}
    if any(one.get("name") in ("from", "with", "a", "home", "since") for one in operation.get("parameters", ())):
        found |= {404}
    if method == "get" and len(MEDIA.get(path, (_JSON,))) != 1:
        found |= {406}
    if path.startswith(("/id/", "/graph", "/def/", "/void", "/editions", "/edition/", "/q")):
        found |= {404, 406, 429, 503}
    if method in _WRITING and path not in _OPEN_POSTS:
        found |= {401, 403, 404, 409, 413, 415, 422, 503}
    if method == "post" and path in _OPEN_POSTS:
        found |= {413, 415}
    if path.startswith(_STAFF):
        found |= {401, 403}
    return found | ({503} if path == "/health/ready" else set())


def _needs_token(path: str, method: str) -> bool:
    return path.startswith(_STAFF) or (method in _WRITING and path not in _OPEN_POSTS)


def _exemplify(examples: Mapping[str, str], parameters: list[Json]) -> None:
    for parameter in parameters:
        if parameter["name"] in examples:
            value: object = examples[parameter["name"]]
            kinds = [one.get("type") for one in parameter["schema"].get("anyOf", [parameter["schema"]])]
            if "array" in kinds:
                value = [value]
            elif "integer" in kinds:
                value = int(str(value))
            parameter["example"] = value


def _problem(status: int) -> Json:
    headers = {"Retry-After": {"schema": {"type": "string"}}} if status in (429, 503) else {}
    return {
        "description": _TITLES[status],
        "content": {PROBLEM: {"schema": ref("Problem")}},
        **({"headers": headers} if headers else {}),
    }

"""What FastAPI cannot tell of the SPARQL endpoint and the graph store, whose requests they read themselves."""

from __future__ import annotations

from typing import Any, Final

from graph.store.answers import AnswerFormat

Json = dict[str, Any]
_STRING: Final[Json] = {"type": "string"}
_RDF: Final = ("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")


def _parameter(name: str, description: str, schema: Json | None = None, **more: Any) -> Json:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema or _STRING,
    } | more


_GRAPH: Final = (
    _parameter("graph", "The IRI of a graph / グラフの IRI", {"type": "string", "format": "uri"}),
    _parameter("default", "The unnamed graph / 名前のないグラフ", allowEmptyValue=True),
)
_CONDITIONS: Final[tuple[Json, ...]] = tuple(
    {"name": name, "in": "header", "required": False, "description": described, "schema": _STRING}
    for name, described in (
        ("If-Match", "Only where it is as read: its ETag / 読み取った内容のままの場合に限る"),
        ("If-None-Match", "`*`: only where there is none yet / 存在しない場合に限る"),
    )
)
_DISCLOSURE: Final = _parameter("disclosure", "For whom it is / 公開範囲", {"enum": ["public", "internal"]})
_SENT: Final[Json] = {"content": {media: {"schema": _STRING} for media in _RDF}}
_QUERY: Final = (
    _parameter("query", "A query; without it the service description / 検索文", example="ASK {}"),
    _parameter("default-graph-uri", "Graphs of the default graph / 既定グラフ", {"type": "array", "items": _STRING}),
    _parameter("named-graph-uri", "Named graphs / 名前付きグラフ", {"type": "array", "items": _STRING}),
    _parameter("format", "json, xml, csv, tsv, ttl... in place of Accept / 形式"),
    _parameter("edition", "An edition's id / 版の識別子"),
)
_PROBLEMS: Final = (400, 401, 404, 405, 406, 413, 415, 429, 503)


def add_protocols(told: Json) -> None:
    """Adds ``/sparql``, and what the operations of the graph store read and answer."""
    for path in ("/graphs", "/graphs/{path}"):
        for method, operation in told["paths"][path].items():
            own = [] if path != "/graphs" else list(_GRAPH)
            operation["parameters"] = [*operation.get("parameters", ()), *own, *_of_path(path)]
            if method != "get":
                _condition(operation)
            if method in ("put", "post"):
                operation["parameters"].append(_DISCLOSURE)
                operation["requestBody"] = _SENT
                operation["responses"] |= {"201": {"description": "A new graph / 新しいグラフ"}}
            if method == "put":
                operation["responses"] |= {"204": {"description": "Replaced / 置換済み"}}
    _condition(told["paths"]["/update"]["post"])
    told["paths"]["/sparql"] = {"get": _get(), "post": _post()}


def _condition(operation: Json) -> None:
    operation["parameters"] = [*operation.get("parameters", ()), *_CONDITIONS]
    operation["responses"] |= {"412": {"$ref": "#/components/responses/412"}}


def _of_path(path: str) -> list[Json]:
    if "{path}" not in path:
        return []
    described = "The graph, by its path here / グラフの経路"
    return [{"name": "path", "in": "path", "required": True, "description": described, "schema": _STRING}]


def _get() -> Json:
    return {
        "tags": ["SPARQL"],
        "operationId": "sparql_get",
        "summary": "SPARQL 1.1 query / SPARQL 1.1 検索",
        "description": "The SPARQL 1.1 Protocol by GET / SPARQL 1.1 プロトコル（GET）",
        "parameters": list(_QUERY),
        "responses": _responses(),
    }


def _post() -> Json:
    form: Json = {"type": "object", "properties": {"query": _STRING}}
    return {
        "tags": ["SPARQL"],
        "operationId": "sparql_post",
        "summary": "SPARQL 1.1 query, sent / SPARQL 1.1 検索（送信）",
        "description": "The same as a form, or the query itself / フォーム又は検索文そのものの送信",
        "parameters": list(_QUERY[1:]),
        "requestBody": {
            "content": {
                "application/sparql-query": {"schema": _STRING, "example": "ASK {}"},
                "application/x-www-form-urlencoded": {"schema": form, "example": {"query": "ASK {}"}},
            }
        },
        "responses": _responses(),
    }


def _responses() -> Json:
    media = dict.fromkeys(one.media_type.partition(";")[0] for one in AnswerFormat)
    return {
        "200": {"description": "Rows, a truth or triples / 結果", "content": {name: {"schema": {}} for name in media}},
        **{str(status): {"$ref": f"#/components/responses/{status}"} for status in _PROBLEMS},
    }

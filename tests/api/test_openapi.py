"""The description of the API: whole, true to what is answered, with examples that run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from httpx2 import Response
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import CHECKS
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from api.describing.examples import BODIES, EXAMPLES
from api.routers.api_docs import example_address
from api.routers.importing import SENT
from tests.api.conftest import client_of, token_for

Json = dict[str, Any]
#: What schemathesis asks that a schema cannot answer for: it takes every string for a date or a slug, and takes
#: `fields=false` or a name given twice for a mistake, though an address has nothing but strings.
EXCUSED = ("positive_data_acceptance", "negative_data_rejection")
CASES = 4


@pytest.fixture(scope="module")
def described(client: TestClient) -> Json:
    """The description."""
    told: Json = client.get("/api/v1/openapi.json").json()
    return told


def operations(described: Json) -> list[tuple[str, str, Json]]:
    """Every operation."""
    return [(path, method, one) for path, known in described["paths"].items() for method, one in known.items()]


def test_it_is_openapi_3_1(described: Json) -> None:
    assert described["openapi"].startswith("3.1")
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_reference_leads_somewhere(described: Json) -> None:
    def references(part: Any) -> set[str]:
        if isinstance(part, dict):
            own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
            return own.union(*map(references, part.values()))
        return set().union(*map(references, part)) if isinstance(part, list) else set()

    for reference in references(described):
        at: Any = described
        for step in reference.removeprefix("#/").split("/"):
            at = at[step]


def test_every_operation_is_told_in_both_languages(described: Json) -> None:
    for path, method, one in operations(described):
        english, mark, japanese = one["summary"].rpartition(" / ")
        assert mark, (method, path)
        assert english
        assert not japanese.isascii(), (method, path)


def test_problems_are_described_as_they_are_sent(described: Json) -> None:
    assert "HTTPValidationError" not in described["components"]["schemas"]
    for path, method, one in operations(described):
        for status, response in one["responses"].items():
            if int(status) >= 400:
                assert response == {"$ref": f"#/components/responses/{status}"}, (method, path)
    for response in described["components"]["responses"].values():
        assert list(response["content"]) == ["application/problem+json"]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_runs_and_its_answer_fits(client: TestClient, described: Json, name: str) -> None:
    method, _, path = name.partition(" ")
    address = example_address(path, method)
    assert address is not None
    answer = client.get(address, headers={"Accept": "application/json, */*;q=0.5"}, follow_redirects=False)
    documented = described["paths"][path][method]["responses"][str(answer.status_code)]
    assert answer.status_code in (200, 303), answer.text
    media = answer.headers.get("content-type", "").partition(";")[0]
    if media == "application/json":
        schema = documented["content"][media]["schema"]
        whole = {**schema, "components": described["components"]}
        jsonschema_rs.validator_for(whole).validate(answer.json())
    elif media:
        assert media in documented["content"]


def test_examples_find_something(client: TestClient) -> None:
    for name in EXAMPLES:
        method, _, path = name.partition(" ")
        if path.startswith("/api/v1/") and "{" not in path and "commitments" not in path:  # the facts hold none
            told = client.get(example_address(path, method) or "").json()
            assert told.get("total", 1), name


def test_every_readable_operation_of_the_api_has_an_example(described: Json) -> None:
    without = {"/api/v1/notes", "/api/v1/review"}  # need a token
    for path, method, _ in operations(described):
        if method == "get" and path.startswith(("/api/v1/", "/reconcile")) and path not in without:
            assert f"get {path}" in EXAMPLES, path


def test_what_is_sent_is_described_in_both_languages_with_examples(described: Json) -> None:
    draft = described["components"]["schemas"]["EngagementDraft"]
    assert draft["additionalProperties"] is False
    assert {"title", "kind", "when", "participants", "note", "key"} == set(draft["required"])
    for name in ("EngagementDraft", "DraftParticipant", "DraftStatement", "Words"):
        for field, one in described["components"]["schemas"][name]["properties"].items():
            english, _, japanese = one["description"].rpartition(" / ")
            assert english, field
            assert not japanese.isascii(), field
    for path, method in (("/api/v1/engagements", "post"), ("/api/v1/notes/{slug}", "put")):
        content = described["paths"][path][method]["requestBody"]["content"]["application/json"]
        assert content["schema"] == {"$ref": "#/components/schemas/EngagementDraft"}
        whole = {**content["schema"], "components": described["components"]}
        for example in content["examples"].values():
            jsonschema_rs.validator_for(whole).validate(example["value"])
    lists = described["paths"]["/api/v1/engagements/import"]["post"]["requestBody"]["content"]
    assert set(lists) == set(SENT)


def test_an_example_of_what_is_sent_runs_and_its_answer_fits(dataset_path: Path, described: Json) -> None:
    def fits(path: str, method: str, answer: Response) -> Json:
        schema = described["paths"][path][method]["responses"][str(answer.status_code)]["content"]["application/json"]
        whole = {**schema["schema"], "components": described["components"]}
        jsonschema_rs.validator_for(whole).validate(answer.json())
        told: Json = answer.json()
        return told

    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'staff')}") as staff:
        enter, note, bring = "/api/v1/engagements", "/api/v1/notes/{slug}", "/api/v1/engagements/import"
        for example in BODIES[f"post {enter}"].values():
            told = fits(enter, "post", staff.post(enter, json=example["value"]))
            assert staff.get(f"{enter}/{told['slug']}").status_code == 200
        assert staff.get(f"{enter}/2019-05-29-appa-forum-51").json()["statements"]  # told of the meeting that is known
        fits("/api/v1/notes", "get", staff.get("/api/v1/notes"))
        fits("/api/v1/review", "get", staff.get("/api/v1/review"))
        slug = next(one["info"]["slug"] for one in staff.get("/api/v1/notes").json()["items"])
        for example in BODIES[f"put {note}"].values():
            sent = staff.put(note.format(slug=slug), params={"revision": 0}, json=example["value"])
            fits(note, "put", sent)
        for example in BODIES[f"post {bring}"].values():
            headers = {"Content-Type": "text/csv"}
            told = fits(bring, "post", staff.post(bring, content=example["value"].encode(), headers=headers))
            assert [one["state"] for one in told["rows"]] == ["new", "wrong"]


def test_what_is_answered_and_refused_is_described(client: TestClient, described: Json) -> None:
    for address, path, status in (
        ("/api/v1/engagements?limit=0", "/api/v1/engagements", 400),
        ("/api/v1/engagements?format=csv&q=" + "x" * 400, "/api/v1/engagements", 413),
        ("/api/v1/authorities/nobody", "/api/v1/authorities/{slug}", 404),
        ("/api/v1/notes", "/api/v1/notes", 401),
        ("/reconcile?queries=x", "/reconcile", 400),
    ):
        assert client.get(address).status_code == status
        assert str(status) in described["paths"][path]["get"]["responses"]
    problem = {"$ref": "#/components/schemas/Problem", "components": described["components"]}
    jsonschema_rs.validator_for(problem).validate(client.get("/api/v1/engagements?limit=0").json())
    jsonschema_rs.validator_for(problem).validate(client.get("/api/v1/search?q=a&limit=900").json())


def _kept_running(client: TestClient) -> ASGIApp:
    """The client's application without its end: schemathesis would start and end it with every request."""

    async def running(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            await client.app(scope, receive, send)
            return
        for step in ("startup", "shutdown"):
            assert (await receive())["type"] == f"lifespan.{step}"
            await send({"type": f"lifespan.{step}.complete"})

    return running


def test_nothing_that_is_asked_breaks_it_or_is_answered_otherwise_than_described(client: TestClient) -> None:
    """Schemathesis, seeded and bounded: fitting and unfitting requests for every operation, without a token."""
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", _kept_running(client))
    excused = [check for name in EXCUSED for check in CHECKS.get_by_names([name])]
    asked = 0
    for result in schema.get_all_operations():
        operation = result.ok()
        strategy = operation.as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE)

        @seed(20261124)
        @settings(
            max_examples=CASES,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=strategy)
        def holds(case: schemathesis.Case) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(excluded_checks=excused)

        holds()
    assert asked > 100

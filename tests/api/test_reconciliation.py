"""The Reconciliation API 0.2 as OpenRefine uses it: manifest, candidates, preview, suggestions, values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import jsonschema_rs
import pytest
from starlette.testclient import TestClient

from tests.api.conftest import client_of

Json = dict[str, Any]

# What the specification (version 0.2) asks of each answer, in our own words.
_TYPE: Final[Json] = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
}
_WITH_ID: Final = r"\{\{id\}\}"
_SERVICE: Final[Json] = {
    "type": "object",
    "required": ["service_url", "service_path"],
    "properties": {
        "service_url": {"type": "string", "format": "uri"},
        "service_path": {"type": "string", "pattern": "^/"},
        "flyout_service_url": {"type": "string", "format": "uri"},
        "flyout_service_path": {"type": "string", "pattern": r"\$\{id\}"},
    },
}
MANIFEST: Final[Json] = {
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace", "view", "preview", "suggest", "extend"],
    "properties": {
        "versions": {"type": "array", "items": {"type": "string"}, "contains": {"const": "0.2"}},
        "name": {"type": "string", "minLength": 1},
        "identifierSpace": {"type": "string", "format": "uri"},
        "schemaSpace": {"type": "string", "format": "uri"},
        "documentation": {"type": "string", "format": "uri"},
        "serviceVersion": {"type": "string"},
        "defaultTypes": {"type": "array", "uniqueItems": True, "items": _TYPE},
        "view": {"type": "object", "required": ["url"], "properties": {"url": {"pattern": _WITH_ID}}},
        "preview": {
            "type": "object",
            "required": ["url", "width", "height"],
            "properties": {"url": {"pattern": _WITH_ID}, "width": {"type": "integer"}, "height": {"type": "integer"}},
        },
        "suggest": {
            "type": "object",
            "required": ["entity", "type", "property"],
            "additionalProperties": _SERVICE,
        },
        "extend": {
            "type": "object",
            "properties": {
                "propose_properties": _SERVICE,
                "property_settings": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["type", "label", "name"],
                        "properties": {"type": {"const": "number"}, "default": {"type": "number"}},
                    },
                },
            },
        },
    },
}
RESULT: Final[Json] = {
    "type": "object",
    "required": ["result"],
    "properties": {
        "result": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "name", "score", "match", "type"],
                "properties": {
                    "id": {"type": "string"},
                    "name": {"type": "string"},
                    "description": {"type": "string"},
                    "score": {"type": "number", "minimum": 0, "maximum": 100},
                    "match": {"type": "boolean"},
                    "type": {"type": "array", "items": _TYPE},
                    "features": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["id", "value"],
                            "properties": {"id": {"type": "string"}, "value": {"type": ["number", "boolean"]}},
                        },
                    },
                },
            },
        }
    },
}
RESULTS: Final[Json] = {"type": "object", "additionalProperties": RESULT}
SUGGESTED: Final[Json] = {
    "type": "object",
    "required": ["result"],
    "properties": {
        "result": {
            "type": "array",
            "items": {
                **_TYPE,
                "properties": {
                    **_TYPE["properties"],
                    "description": {"type": "string"},
                    "notable": {"type": "array", "items": _TYPE},
                },
            },
        }
    },
}
PROPOSED: Final[Json] = {
    "type": "object",
    "required": ["properties"],
    "properties": {
        "properties": {"type": "array", "items": _TYPE},
        "type": {"type": "string"},
        "limit": {"type": "integer"},
    },
}
_CELL: Final[Json] = {
    "oneOf": [
        {"type": "object", "required": list(names), "properties": of, "additionalProperties": False}
        for names, of in (
            (("id", "name"), {"id": {"type": "string"}, "name": {"type": "string"}}),
            (("str",), {"str": {"type": "string"}}),
            (("int",), {"int": {"type": "integer"}}),
        )
    ]
}
EXTENDED: Final[Json] = {
    "type": "object",
    "required": ["meta", "rows"],
    "properties": {
        "meta": {"type": "array", "items": {**_TYPE, "properties": {**_TYPE["properties"], "type": _TYPE}}},
        "rows": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": _CELL},
            },
        },
    },
}


def fits(told: Any, schema: Json) -> Any:
    """What was told, once it fits the schema."""
    jsonschema_rs.validator_for(schema, validate_formats=True).validate(told)
    return told


def asked(client: TestClient, language: str = "en", **queries: Json) -> Json:
    """The candidates of a batch, sent as OpenRefine sends it."""
    answer = client.post(f"/reconcile?lang={language}", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return {name: told["result"] for name, told in fits(answer.json(), RESULTS).items()}


def matches(client: TestClient, words: str, **more: Any) -> list[str]:
    """The ids that are certain for a name."""
    return [one["id"] for one in asked(client, q={"query": words, **more})["q"] if one["match"]]


def extended(client: TestClient, ids: list[str], *pids: str, **settings: Any) -> Json:
    """The values of properties."""
    wanted = {"ids": ids, "properties": [{"id": pid, "settings": settings} for pid in pids]}
    answer = client.post("/reconcile?lang=en", data={"extend": json.dumps(wanted)})
    told: Json = fits(answer.json(), EXTENDED)
    return told


def test_the_manifest_leads_to_services_that_answer(client: TestClient) -> None:
    told = fits(client.get("/reconcile").json(), MANIFEST)
    assert told["identifierSpace"] == "https://w3id.org/sankyoku/id/"
    for service in told["suggest"].values():
        answer = client.get(service["service_url"] + service["service_path"], params={"prefix": "a"})
        fits(answer.json(), SUGGESTED)
    flyout = told["suggest"]["entity"]
    path = flyout["flyout_service_path"].replace("${id}", quote("authority/us-ftc", safe=""))
    assert client.get(flyout["flyout_service_url"] + path).json()["id"] == "authority/us-ftc"
    for part in ("view", "preview"):
        url = told[part]["url"].replace("{{id}}", quote("authority/us-ftc", safe=""))
        assert client.get(url, headers={"Accept": "text/html"}).status_code == 200
    proposing = told["extend"]["propose_properties"]
    answer = client.get(proposing["service_url"] + proposing["service_path"], params={"type": "Body", "limit": 3})
    assert len(fits(answer.json(), PROPOSED)["properties"]) == 3


def test_language_and_edition_go_on_in_the_addresses(client: TestClient) -> None:
    edition = client.get("/health/ready").json()["edition"]
    told = fits(client.get(f"/reconcile?lang=ja&edition={edition}").json(), MANIFEST)
    assert "機関" in told["name"]
    for address in (told["view"]["url"], told["preview"]["url"], told["suggest"]["entity"]["service_path"]):
        assert "lang=ja" in address
        assert edition in address


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("FTC", "authority/us-ftc"),
        ("ＦＴＣ", "authority/us-ftc"),
        ("ftc", "authority/us-ftc"),
        ("U.S. F.T.C.", "authority/us-ftc"),
        ("連邦取引委員会", "authority/us-ftc"),
        ("米国連邦取引委員会（ＦＴＣ）", "authority/us-ftc"),
        ("Federal Trade Commission", "authority/us-ftc"),
        ("the FEDERAL  TRADE COMMISSION", "authority/us-ftc"),
        ("Trade Commission, Federal", "authority/us-ftc"),
        ("us-ftc", "authority/us-ftc"),
        ("authority/us-ftc", "authority/us-ftc"),
        ("https://w3id.org/sankyoku/id/authority/us-ftc", "authority/us-ftc"),
        ("カナダプライバシーコミッショナー", "authority/opc-canada"),
        ("カナダ・プライバシー・コミッショナー事務局", "authority/opc-canada"),
        ("ｶﾅﾀﾞ･ﾌﾟﾗｲﾊﾞｼｰｺﾐｯｼｮﾅｰ事務局", "authority/opc-canada"),
        ("Information Commissioner’s Office", "authority/ico-uk"),
        ("APPAフォーラム", "series/appa-forum"),
        ("アジア太平洋プライバシー機関（APPA）フォーラム", "series/appa-forum"),
    ],
)
def test_one_certain_candidate_however_it_is_written(client: TestClient, words: str, id_: str) -> None:
    assert matches(client, words) == [id_]


@pytest.mark.parametrize("words", ["Federal Commission", "個人情報", "Privacy Commissioner", "zzzzqqqq", "。、・", " "])
def test_nothing_is_certain_that_is_not(client: TestClient, words: str) -> None:
    assert matches(client, words) == []


def test_names_that_are_nearly_right_are_offered_first(client: TestClient) -> None:
    told = asked(
        client,
        typo={"query": "Federal Trade Comission"},
        part={"query": "欧州委員会司法"},
        none={"query": "zzzzqqqq"},
    )
    assert told["typo"][0]["id"] == "authority/us-ftc"
    assert told["part"][0]["id"] == "authority/ec-dg-just"
    assert told["none"] == []
    for candidates in told.values():
        scores = [one["score"] for one in candidates]
        assert scores == sorted(scores, reverse=True)


def test_every_name_of_every_thing_finds_it(client: TestClient) -> None:
    """Its own name, in either language, brings a thing back with a full score (the specification's expectation)."""
    names: dict[str, tuple[str, str]] = {}
    for kind, path in (("authority", "authorities"), ("series", "series"), ("framework", "frameworks")):
        for one in client.get(f"/api/v1/{path}").json()["items"]:
            names |= {
                f"{language}:{kind}/{one['slug']}": (f"{kind}/{one['slug']}", name)
                for language, name in one["name"].items()
                if name
            }
    told = asked(client, **{at: {"query": name, "limit": 20} for at, (_, name) in names.items()})
    lost = [at for at, (id_, _) in names.items() if (id_, 100) not in [(one["id"], one["score"]) for one in told[at]]]
    assert lost == []
    wrong = [at for at, (id_, _) in names.items() if any(one["match"] and one["id"] != id_ for one in told[at])]
    assert wrong == []


def test_types_narrow_or_weigh(client: TestClient) -> None:
    told = asked(
        client,
        all={"query": "APPA", "limit": 50},
        only={"query": "APPA", "type": "EngagementSeries", "limit": 50},
        several={"query": "APPA", "type": ["Body", "EngagementSeries"], "limit": 50},
        should={"query": "FTC", "type": "Framework", "type_strict": "should"},
        both={"query": "APPA", "type": ["Body", "Framework"], "type_strict": "all"},
        foreign={"query": "FTC", "type": "Q5"},
    )
    kinds = {name: {one["type"][0]["id"] for one in found} for name, found in told.items()}
    assert kinds["only"] == {"EngagementSeries"}
    assert kinds["several"] <= {"Body", "EngagementSeries"}
    assert told["should"][0]["id"] == "authority/us-ftc"
    assert not told["should"][0]["match"]
    assert told["both"] == told["foreign"] == []
    assert len(told["all"]) >= len(told["only"])


def test_properties_decide_between_namesakes(client: TestClient) -> None:
    words = "Personal Information Protection Commission"
    korea = {"pid": "jurisdiction", "v": "韓国"}
    assert matches(client, words, properties=[korea]) == ["authority/pipc-korea"]
    assert matches(client, words, properties=[{"pid": "jurisdiction", "v": "Japan"}]) == ["authority/ppc-japan"]
    assert matches(client, "FTC", properties=[{"pid": "jurisdiction", "v": ["JP", {"id": "US"}]}]) == [
        "authority/us-ftc"
    ]
    assert matches(client, "FTC", properties=[{"pid": "jurisdiction", "v": "日本"}]) == []
    assert matches(client, "FTC", properties=[{"pid": "height", "v": 3}]) == ["authority/us-ftc"]
    features = asked(client, q={"query": "FTC", "properties": [{"pid": "kind", "v": "データ保護機関"}]})["q"][0]
    assert {"id": "kind", "value": True} in features["features"]


def test_properties_alone_bring_everything_that_has_them(client: TestClient) -> None:
    told = asked(client, q={"properties": [{"pid": "jurisdiction", "v": "JP"}, {"pid": "parent", "v": "日本国政府"}]})
    assert "authority/ppc-japan" in [one["id"] for one in told["q"]]
    assert not any(one["match"] for one in told["q"])


def test_names_are_told_in_the_readers_language(client: TestClient) -> None:
    english, japanese = (asked(client, language, q={"query": "FTC"})["q"][0] for language in ("en", "ja"))
    assert english["name"] == "Federal Trade Commission"
    assert japanese["name"] == "米国連邦取引委員会"
    assert japanese["type"] == [{"id": "Body", "name": "機関"}]
    assert "米国" in japanese["description"]


def test_a_batch_by_address_and_the_single_query_of_older_clients(client: TestClient) -> None:
    batch = {"queries": json.dumps({"q0": {"query": "FTC", "limit": 1}, "q1": {"query": "ICO"}})}
    told = fits(client.get("/reconcile", params=batch).json(), RESULTS)
    assert list(told) == ["q0", "q1"]
    assert len(told["q0"]["result"]) == 1
    for query in ("FTC", json.dumps({"query": "FTC", "limit": 2})):
        single = fits(client.get("/reconcile", params={"query": query}).json(), RESULT)
        assert single["result"][0]["id"] == "authority/us-ftc"
    assert fits(client.post("/reconcile", data={"queries": "{}"}).json(), RESULTS) == {}


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"queries": "{"}, "not JSON"),
        ({"queries": "[]"}, "beginning"),
        ({"queries": '{"q": {"query": "FTC", "limit": 0}}'}, "q.limit"),
        ({"queries": '{"q": {"query": "FTC", "type_strict": "maybe"}}'}, "q.type_strict"),
        ({"queries": '{"q": {"properties": [{"pid": "kind"}]}}'}, "q.properties.0.v"),
        ({"queries": json.dumps({str(n): {"query": "x"} for n in range(1001)})}, "1,000"),
        ({"queries": "[" * 100_000}, "not JSON"),
        ({"extend": '{"ids": 3}'}, "ids"),
        ({"queries": "{}", "callback": "alert"}, "JSONP"),
    ],
)
def test_what_cannot_be_read_is_said(client: TestClient, sent: dict[str, str], words: str) -> None:
    answer = client.post("/reconcile", data=sent)
    assert answer.status_code == 400
    assert words in answer.json()["detail"]
    assert answer.headers["access-control-allow-origin"] == "*"


def test_another_media_type_is_refused(client: TestClient) -> None:
    assert client.post("/reconcile", json={"q": {"query": "FTC"}}).status_code == 415


def test_other_sites_may_call_this_and_nothing_else(client: TestClient) -> None:
    origin = {"Origin": "https://openrefine.example"}
    for address in ("/reconcile", "/reconcile/suggest/entity?prefix=a", "/reconcile/preview?id=none/none"):
        assert client.get(address, headers=origin).headers["access-control-allow-origin"] == "*"
    preflight = client.options("/reconcile", headers={**origin, "Access-Control-Request-Method": "POST"})
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    for other in ("/api/v1/engagements?limit=1", "/reconciled", "/metrics"):
        assert "access-control-allow-origin" not in client.get(other, headers=origin).headers


def test_the_preview_may_be_framed_and_loads_nothing(client: TestClient) -> None:
    answer = client.get("/reconcile/preview?id=authority%2Fus-ftc&lang=ja")
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "x-frame-options" not in answer.headers
    assert '<html lang="ja">' in answer.text
    assert "米国連邦取引委員会" in answer.text
    assert "Federal Trade Commission" in answer.text
    assert len(answer.content) < 5_000
    assert client.get("/reconcile/flyout?id=authority/us-ftc").headers["x-frame-options"] == "DENY"
    assert client.get("/reconcile/preview?id=authority/nobody").status_code == 404


def test_an_id_leads_to_the_things_own_address(client: TestClient) -> None:
    answer = client.get("/reconcile/view?id=framework/apec-cbpr&lang=en", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/id/framework/apec-cbpr?lang=en")


def test_names_are_suggested_while_typing(client: TestClient) -> None:
    def ids(**parameters: str) -> list[str]:
        answer = client.get("/reconcile/suggest/entity", params=parameters)
        return [one["id"] for one in fits(answer.json(), SUGGESTED)["result"]]

    assert "authority/us-ftc" in ids(prefix="連邦取引")
    assert "authority/us-ftc" in ids(prefix="federal tr")
    assert all(one.startswith("series/") for one in ids(prefix="A", type="EngagementSeries"))
    assert ids(prefix="a")[2:] == ids(prefix="a", cursor="2")[: len(ids(prefix="a")) - 2]
    assert ids(prefix="") == []
    types = client.get("/reconcile/suggest/type?prefix=機").json()["result"]
    assert [one["id"] for one in types] == ["Body"]
    assert client.get("/reconcile/suggest/property?prefix=juris").json()["result"][0]["id"] == "jurisdiction"


def test_values_are_fetched_for_what_is_matched(client: TestClient) -> None:
    told = extended(client, ["authority/ppc-japan", "authority/nobody"], "name_ja", "parent", "engagements", "height")
    row = told["rows"]["authority/ppc-japan"]
    assert row["name_ja"] == [{"str": "個人情報保護委員会"}]
    assert row["parent"] == [{"id": "authority/japan-government", "name": "Government of Japan"}]
    listed = client.get("/api/v1/engagements?with=ppc-japan&limit=1").json()["total"]
    assert row["engagements"] == [{"int": listed}]
    assert told["rows"]["authority/nobody"] == {"name_ja": [], "parent": [], "engagements": [], "height": []}
    assert told["meta"][1]["type"] == {"id": "Body", "name": "Body"}


def test_every_property_fits_the_schema_for_every_thing(client: TestClient) -> None:
    pids = [one["id"] for one in client.get("/reconcile/properties").json()["properties"]]
    for kind, path in (("authority", "authorities"), ("series", "series"), ("framework", "frameworks")):
        ids = [f"{kind}/{one['slug']}" for one in client.get(f"/api/v1/{path}").json()["items"]]
        rows = extended(client, ids, *(pid for pid in pids if "contact" not in pid))["rows"]
        assert all(row["kind"] for row in rows.values())
        assert all(len(row["alias"]) <= 1 for row in extended(client, ids, "alias", limit=1)["rows"].values())
    told = extended(client, ["series/jp-eu-us-trilateral"], "first_contact", "last_contact")["rows"]
    assert told["series/jp-eu-us-trilateral"]["first_contact"] == [{"str": "2019-05"}]


def test_a_public_address_that_is_set_is_the_one_that_is_named(built: Path) -> None:
    with client_of(built, public_url="https://sankyoku.example") as named:
        told = named.get("/reconcile").json()
    assert told["preview"]["url"].startswith("https://sankyoku.example/reconcile/preview?id={{id}}")

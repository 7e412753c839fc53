"""The page that documents the API: whole, in both languages, without anything from elsewhere."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.api.pages import Seen

ADDRESS = "/api/v1/docs"


def page(client: TestClient, language: str) -> tuple[str, Seen]:
    """The page, as sent and as read."""
    answer = client.get(f"{ADDRESS}?lang={language}")
    assert answer.status_code == 200
    seen = Seen()
    seen.feed(answer.text)
    return answer.text, seen


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_operation_is_on_it(client: TestClient, language: str) -> None:
    text, seen = page(client, language)
    told = client.get("/api/v1/openapi.json").json()
    for path, operations in told["paths"].items():
        for method, operation in operations.items():
            assert f"{method.upper()} {path}" in text
            assert f'id="{operation["operationId"]}"' in text
    assert seen.unclosed == []


def test_each_language_stands_alone(client: TestClient) -> None:
    english, japanese = page(client, "en")[0], page(client, "ja")[0]
    assert "Engagements, filtered" in english
    assert "会合等の一覧" not in re.sub(r"<header.*?</header>", "", english, flags=re.DOTALL)
    assert "会合等の一覧" in japanese
    assert "Engagements, filtered" not in japanese
    assert " / " not in re.sub(r"<pre.*?</pre>", "", english, flags=re.DOTALL)


def test_it_loads_nothing_from_elsewhere(client: TestClient) -> None:
    _, seen = page(client, "en")
    loaded = [at.get("src") or at.get("href") for tag, at in seen.tags if tag in ("script", "link", "img", "iframe")]
    assert all(address and (address.startswith(("/", "http://testserver/"))) for address in loaded)
    assert not any(tag == "style" or "style" in at or "onclick" in at for tag, at in seen.tags)


def test_examples_on_it_can_be_run(client: TestClient) -> None:
    text, _ = page(client, "en")
    commands = re.findall(r"<code>curl (?:&#39;)?(http://testserver[^<]*?)(?:&#39;)?</code>", text)
    assert len(commands) > 35
    for address in commands[:5]:
        assert client.get(address.replace("&amp;", "&")).status_code == 200


def test_answers_show_their_members(client: TestClient) -> None:
    text, _ = page(client, "en")
    assert "&#34;participants&#34;" in text
    assert "held | planned | postponed | cancelled" in text

"""Editions over HTTP: listed, described, compared, downloaded, and never more of them than a reader may see."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse
from starlette.testclient import TestClient

from graph.editions import collect, pin
from graph.store.dataset import Dataset
from tests.api.conftest import PUBLIC_AND_INTERNAL, client_of
from tests.conftest import BASE

JSON = {"Accept": "application/json"}


def ids(path: Path) -> list[str]:
    return Dataset.open(path).edition_ids()


def quads(path: Path, edition: str, view: str) -> set[Quad]:
    return set(Store.read_only(str(Dataset.open(path).edition(edition).path / view / "store")))


def test_the_list_is_newest_first_and_says_what_changed(anonymous: TestClient, mixed: Path) -> None:
    told = anonymous.get("/editions", headers=JSON).json()
    assert [one["id"] for one in told["items"]] == list(reversed(ids(mixed)))
    assert told["edition"] == told["items"][0]["id"] and told["items"][0]["current"]
    public = told["items"][1]["changes"]
    assert len(public["added"]) == 1 and public["added"][0]["quads"] > 0
    assert told["items"][0]["changes"] == {"added": [], "removed": [], "changed": []}
    assert told["items"][2]["changes"] is None
    assert all(len(one["checksum"]["value"]) == 64 for one in told["items"])


def test_the_list_is_read_page_by_page(anonymous: TestClient, mixed: Path) -> None:
    first = anonymous.get("/editions?limit=2", headers=JSON)
    assert 'rel="next"' in first.headers["link"]
    rest = anonymous.get(f"/editions?limit=2&cursor={first.json()['next']}", headers=JSON).json()
    assert [one["id"] for one in rest["items"]] == ids(mixed)[:1] and rest["next"] is None
    assert anonymous.get("/editions?limit=0", headers=JSON).status_code == 400


def test_one_edition_tells_how_to_cite_and_check_it(anonymous: TestClient, mixed: Path) -> None:
    edition = ids(mixed)[-1]
    answer = anonymous.get(f"/editions/{edition}", headers=JSON)
    told = answer.json()
    for language in ("en", "ja"):
        assert edition in told["citation"][language] and f"{BASE}edition/{edition}" in told["citation"][language]
    assert f'<{BASE}edition/{edition}>; rel="cite-as"' in answer.headers["link"]
    for each in told["dumps"]:
        body = anonymous.get(each["url"]).content
        assert (len(body), hashlib.sha256(body).hexdigest()) == (each["bytes"], each["sha256"])


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/json", "application/json"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("text/html", "text/html"),
        ("*/*", "text/html"),
    ],
)
def test_an_edition_answers_in_every_format(anonymous: TestClient, mixed: Path, accept: str, media_type: str) -> None:
    edition = ids(mixed)[0]
    answer = anonymous.get(f"/editions/{edition}", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert edition in answer.text
    assert anonymous.get(f"/editions/{edition}", headers={"Accept": "video/*"}).status_code == 406


def test_anonymous_readers_learn_nothing_internal(anonymous: TestClient, staff: TestClient, mixed: Path) -> None:
    hidden = PUBLIC_AND_INTERNAL[1][0].removesuffix(".txt")
    internal = Dataset.open(mixed).edition().manifest
    slugs = [given.name for given in internal.inputs if given.disclosure == "internal"]
    assert slugs
    for edition in ids(mixed):
        for path in (f"/editions/{edition}", f"/editions/{edition}.json", f"/editions/{edition}.ttl"):
            text = anonymous.get(path).text
            assert not any(slug in text for slug in slugs) and hidden not in text
    assert "identity" not in anonymous.get(f"/editions/{ids(mixed)[-1]}.json").json()["manifest"]
    assert slugs[0] in staff.get(f"/editions/{ids(mixed)[-1]}.json").text
    listed = json.dumps(anonymous.get("/editions", headers=JSON).json())
    assert not any(slug in listed for slug in slugs)
    difference = anonymous.get(f"/editions/{ids(mixed)[-1]}/diff", headers=JSON).json()
    assert (difference["added"], difference["removed"], difference["graphs"]) == (0, 0, [])
    assert staff.get(f"/editions/{ids(mixed)[-1]}/diff", headers=JSON).json()["added"] > 0


def test_dumps_are_whole_pinned_and_of_one_view(anonymous: TestClient, staff: TestClient, mixed: Path) -> None:
    edition = ids(mixed)[-1]
    for client, view in ((anonymous, "public"), (staff, "internal")):
        answer = client.get(f"/editions/{edition}/dump.nq.gz")
        found = set(parse(gzip.decompress(answer.content), format=RdfFormat.N_QUADS))
        assert found == quads(mixed, edition, view)
        turtle = client.get(f"/editions/{edition}/dump.ttl.gz").content
        triples = {quad.triple for quad in parse(gzip.decompress(turtle), format=RdfFormat.TURTLE)}
        assert triples == {quad.triple for quad in found}
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["cache-control"].startswith("public" if view == "public" else "private")
        digest = base64.b64encode(hashlib.sha256(answer.content).digest()).decode()
        assert answer.headers["repr-digest"] == f"sha-256=:{digest}:"
        again = client.get(f"/editions/{edition}/dump.nq.gz", headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304
    head = anonymous.head(f"/editions/{edition}/dump.nq.gz")
    assert int(head.headers["content-length"]) > 0 and head.content == b""
    assert anonymous.get(f"/editions/{edition}/dump.exe.gz").status_code == 404


def test_a_patch_leads_from_one_edition_to_the_other(staff: TestClient, mixed: Path) -> None:
    old, new = ids(mixed)[0], ids(mixed)[-1]
    text = staff.get(f"/editions/{new}/diff?against={old}", headers={"Accept": "application/rdf-patch"}).text
    lines = text.splitlines()
    assert lines[2] == "TX ." and lines[-1] == "TC ."
    changed: dict[str, set[Quad]] = {}
    for sign in "AD":
        body = "\n".join(line[2:] for line in lines if line.startswith(f"{sign} "))
        changed[sign] = set(parse(body.encode(), format=RdfFormat.N_QUADS))
    assert (quads(mixed, old, "internal") - changed["D"]) | changed["A"] == quads(mixed, new, "internal")
    told = staff.get(f"/editions/{new}/diff?against={old}", headers=JSON).json()
    assert (told["added"], told["removed"]) == (len(changed["A"]), len(changed["D"]))


def test_what_cannot_be_compared_is_said_plainly(anonymous: TestClient, mixed: Path) -> None:
    first = ids(mixed)[0]
    assert anonymous.get(f"/editions/{first}/diff", headers=JSON).status_code == 400
    assert anonymous.get(f"/editions/{first}/diff?against=none", headers=JSON).status_code == 404
    assert anonymous.get("/editions/20000101T000000Z-00000000", headers=JSON).status_code == 404
    assert anonymous.get("/editions/..%2f..%2fetc", headers=JSON).status_code == 404


def test_a_collected_edition_is_gone_and_a_pinned_one_is_not(mixed: Path, tmp_path: Path) -> None:
    path = tmp_path / "own"
    shutil.copytree(mixed, path)
    dataset = Dataset.open(path)
    first, second, third = dataset.edition_ids()
    pin(dataset, first)
    collect(dataset, keep=1)
    with client_of(path) as client:
        assert client.get(f"/editions/{first}", headers=JSON).json()["pinned"]
        gone = client.get(f"/editions/{second}", headers=JSON)
        assert (gone.status_code, gone.json()["type"]) == (410, "/problems/gone")
        assert client.get(f"/editions/{second}/dump.nq.gz").status_code == 410
        assert client.get(f"/editions/{third}", headers=JSON).json()["changes"] is None


def test_the_pages_are_in_both_languages_and_need_no_script(anonymous: TestClient, mixed: Path) -> None:
    for path in ("/editions", f"/editions/{ids(mixed)[-1]}"):
        for language, words in (("ja", "版"), ("en", "Edition")):
            page = anonymous.get(path, headers={"Accept": "text/html", "Accept-Language": language}).text
            assert f'<html lang="{language}">' in page and words in page
            assert "<script" not in page and " style=" not in page

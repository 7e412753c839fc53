"""Nothing internal is in the bytes of any public figure or briefing, in any form; staff see it, and it is marked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image
from starlette.testclient import TestClient

from api.settings import Settings
from api.state import Reading, State
from graph.store.dataset import Dataset

SERIES = "jp-eu-us-trilateral"
FIGURES = (
    "figures/network",
    "figures/network?show=meetings",
    "figures/network?show=frameworks&gather=community",
    "figures/network?gather=year",
    "figures/network?compare=previous",
    "figures/network?around=ppc-japan&most=5",
    f"figures/dialogue/{SERIES}",
    "figures/dialogue?between=JP,US,EU",
    "figures/timeline",
    "figures/matrix",
    "figures/levels?years=fiscal",
    "figures/frameworks",
)


def words_of(reading: Reading) -> set[str]:
    """Every name and literal that engagements and documents of a view bring with them."""
    found: set[str] = set()
    for item in reading.index.engagements():
        found |= {item.slug, item.id, item.title.ja or "", item.title.en or ""}
        found |= {source.quote or "" for source in item.sources} | {source.document for source in item.sources}
        found |= {one.label for one in item.participants} | {said.about.ja or "" for said in item.statements}
    for document in reading.index.catalogue.documents.values():
        found |= {document.slug, document.title.ja or "", document.title.en or ""}
    return {words for words in found if len(words) > 3}


@pytest.fixture(scope="module")
def hidden(mixed: Path) -> tuple[bytes, ...]:
    """What the internal view knows and the public one does not, as it would stand in a file."""
    state = State(Settings(dataset=mixed), Dataset.open(mixed))
    public, internal = (words_of(state.reading(view)) for view in ("public", "internal"))
    shown = "\n".join(public)
    secret = sorted(words for words in internal - public if words not in shown)
    assert len(secret) > 20
    return tuple({form.encode("utf-8") for words in secret for form in (words, quote(words))})


def parts(body: bytes) -> list[bytes]:
    """The bytes that a file holds: the parts of a zip archive unpacked, else the file itself."""
    if not body.startswith(b"PK"):
        return [body]
    with zipfile.ZipFile(io.BytesIO(body)) as opened:
        return [opened.comment, *(name.encode() for name in opened.namelist()), *map(opened.read, opened.namelist())]


def address(figure: str, form: str, language: str) -> str:
    path, _, query = figure.partition("?")
    return f"/{path}.{form}?lang={language}&{query}"


@pytest.mark.parametrize("form", ["html", "svg"])
@pytest.mark.parametrize("figure", FIGURES)
def test_a_public_figure_holds_nothing_internal(
    anonymous: TestClient, hidden: tuple[bytes, ...], figure: str, form: str
) -> None:
    for language in ("ja", "en") if form == "svg" else ("ja",):
        answer = anonymous.get(address(figure, form, language))
        assert answer.status_code == 200
        assert not [words for words in hidden if words in answer.content]


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_public_briefing_holds_nothing_internal(anonymous: TestClient, hidden: tuple[bytes, ...], form: str) -> None:
    for language in ("ja", "en"):
        answer = anonymous.get(f"/briefings.{form}?with=us-ftc&lang={language}")
        assert answer.status_code == 200
        assert not [words for part in parts(answer.content) for words in hidden if words in part]


def test_a_picture_holds_pixels_and_its_size_alone(anonymous: TestClient, hidden: tuple[bytes, ...]) -> None:
    body = anonymous.get("/figures/levels.png?lang=en").content
    image = Image.open(io.BytesIO(body))
    assert set(image.info) == {"dpi"} and not image.getexif()
    assert not [words for words in hidden if words in body]


def test_the_kept_places_of_the_public_view_name_nobody_internal(
    anonymous: TestClient, staff: TestClient, mixed: Path, hidden: tuple[bytes, ...]
) -> None:
    for client in (anonymous, staff):
        assert client.get("/figures/network.svg?show=meetings").status_code == 200
    public = [path.read_bytes() for path in (mixed / "layouts" / "public").glob("*.json")]
    internal = [path.read_bytes() for path in (mixed / "layouts" / "internal").glob("*.json")]
    assert public and not [words for body in public for words in hidden if words in body]
    assert any(words in body for body in internal for words in hidden)


def test_staff_see_what_is_internal_and_every_sheet_says_so(staff: TestClient, hidden: tuple[bytes, ...]) -> None:
    page = staff.get("/figures/timeline.html?lang=en").content
    assert any(words in page for words in hidden)
    assert b"INTERNAL" in page and b"@top-right" in page
    words = parts(staff.get("/briefings.docx?with=us-ftc&lang=en").content)
    assert any(b"INTERNAL" in part for part in words)

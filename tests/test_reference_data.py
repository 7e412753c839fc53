"""The reference facts in ``data/``: complete in both languages, well-formed, and pointing to each other."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import rdflib
from rdflib.namespace import SKOS

from ontology import terms

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
REPORT = ROOT.parent / "shared" / "sources" / "ppc-activity-report-fy2019-h1.txt"
REPORT_SLUG = "ppc-activity-report-fy2019-h1"

Row = dict[str, str]

FILES = {
    "jurisdictions": 252,
    "cities": 200,
    "posts": 60,
    "series": 50,
    "aliases": 900,
    "authorities": 145,
    "frameworks": 58,
    "participation": 200,
    "milestones": 88,
    "engagements": 161,
    "statements": 24,
    "documents": 1,
    "incomplete_members": 3,
    "readings": 392,
}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
PARTICIPANT = re.compile(r"(?P<body>[a-z0-9-]+)(?: \[(?P<role>[a-z]+)\])?(?: \((?P<post>.+)\))?")
LINES = re.compile(r"(\d+)(?:-(\d+))?")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
LATIN_NAMES_IN_JAPANESE = {"G7", "G20"}


@cache
def rows(name: str) -> list[Row]:
    """All rows of one file."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids(name: str, column: str = "id") -> set[str]:
    """The identifiers of one file."""
    return {row[column] for row in rows(name)}


def items(cell: str) -> list[str]:
    """The parts of a cell separated by semicolons."""
    return cell.split(";") if cell else []


def folded(words: str) -> str:
    """Words without the differences of width, case and spacing that matching does not see."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words)).casefold()


def participants() -> Iterator[tuple[Row, re.Match[str]]]:
    """Every participant of every engagement, taken apart."""
    for row in rows("engagements"):
        for words in items(row["participants"]):
            match = PARTICIPANT.fullmatch(words)
            assert match, f"{row['id']}: {words}"
            yield row, match


@pytest.mark.parametrize("name", FILES)
def test_files_are_plain_csv(name: str) -> None:
    content = (DATA / f"{name}.csv").read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    for row in rows(name):
        assert None not in row, row
        assert all(cell is not None and cell == cell.strip() for cell in row.values()), row
        assert not any(";;" in cell or cell.strip(";") != cell for cell in row.values()), row


def test_every_file_is_known_and_no_fact_got_lost() -> None:
    assert {path.stem for path in DATA.glob("*.csv")} == set(FILES)
    for name, least in FILES.items():
        assert len(rows(name)) >= least, name
    told_by_report = [row for row in rows("engagements") if row["document"] == REPORT_SLUG]
    assert (len(rows("engagements")) - len(told_by_report), len(told_by_report)) == (136, 25)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("jurisdictions", "code"),
        ("cities", "name_en"),
        ("posts", "id"),
        ("series", "id"),
        ("authorities", "id"),
        ("frameworks", "id"),
        ("engagements", "id"),
        ("documents", "slug"),
    ],
)
def test_identifiers_are_unique_and_well_formed(name: str, column: str) -> None:
    counted = Counter(row[column] for row in rows(name))
    assert [key for key, times in counted.items() if times > 1] == []
    if column in ("id", "slug"):
        assert [key for key in counted if not SLUG.fullmatch(key)] == []


def test_every_jurisdiction_has_a_code_that_says_what_it_is() -> None:
    codes = ids("jurisdictions", "code")
    assert {"EU", "INT", "AE-DIFC", "HK", "MO", "TW", "JP", "US", "GB"} <= codes
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in codes - {"INT", "AE-DIFC"})
    assert len(codes - {"EU", "INT", "AE-DIFC"}) == 249, "ISO 3166-1 has 249 codes"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("jurisdictions", "name"),
        ("cities", "name"),
        ("posts", "name"),
        ("series", "name"),
        ("authorities", "name"),
        ("frameworks", "name"),
        ("engagements", "title"),
        ("milestones", "what"),
        ("statements", "about"),
        ("documents", "title"),
        ("incomplete_members", "note"),
    ],
)
def test_both_languages_are_filled(name: str, stem: str) -> None:
    for row in rows(name):
        english, japanese = row[f"{stem}_en"], row[f"{stem}_ja"]
        assert english and not JAPANESE.search(english), row
        assert JAPANESE.search(japanese) or japanese in LATIN_NAMES_IN_JAPANESE, row


@pytest.mark.parametrize(
    ("name", "column", "to"),
    [
        ("cities", "jurisdiction", ("jurisdictions",)),
        ("authorities", "jurisdiction", ("jurisdictions",)),
        ("authorities", "parent_id", ("authorities",)),
        ("frameworks", "from_jurisdiction", ("jurisdictions",)),
        ("frameworks", "to_jurisdiction", ("jurisdictions",)),
        ("frameworks", "administered_by", ("authorities",)),
        ("series", "convened_by", ("authorities",)),
        ("series", "parties", ("jurisdictions",)),
        ("series", "frameworks", ("frameworks",)),
        ("aliases", "id", ("authorities", "frameworks", "series")),
        ("aliases", "context", ("jurisdictions",)),
        ("participation", "framework_or_network_id", ("frameworks", "authorities")),
        ("participation", "participant", ("authorities", "jurisdictions")),
        ("incomplete_members", "of", ("frameworks", "authorities")),
        ("milestones", "framework", ("frameworks",)),
        ("milestones", "actors", ("authorities",)),
        ("engagements", "series", ("series",)),
        ("engagements", "country", ("jurisdictions",)),
        ("engagements", "city", ("cities",)),
        ("engagements", "organiser", ("authorities",)),
        ("engagements", "frameworks", ("frameworks",)),
        ("engagements", "document", ("documents",)),
        ("statements", "engagement", ("engagements",)),
        ("statements", "by", ("authorities",)),
        ("statements", "frameworks", ("frameworks",)),
        ("statements", "document", ("documents",)),
        ("documents", "publisher", ("authorities",)),
    ],
)
def test_every_pointer_resolves(name: str, column: str, to: tuple[str, ...]) -> None:
    keys = {"jurisdictions": "code", "cities": "name_en", "documents": "slug"}
    known = set().union(*(ids(target, keys.get(target, "id")) for target in to))
    assert {target for row in rows(name) for target in items(row[column])} - known == set()


@pytest.mark.parametrize(
    ("name", "column", "allowed"),
    [
        ("authorities", "kind", terms.BodyKind),
        ("frameworks", "kind", terms.FrameworkKind),
        ("series", "kind", terms.Kind),
        ("posts", "level", terms.Level),
        ("participation", "role", terms.MembershipRole),
        ("engagements", "kind", terms.Kind),
        ("engagements", "level", terms.Level),
        ("engagements", "status", terms.Status),
        ("engagements", "mode", terms.Mode),
        ("statements", "type", terms.StatementType),
    ],
)
def test_words_of_the_vocabularies(name: str, column: str, allowed: object) -> None:
    assert {row[column] for row in rows(name)} <= set(get_args(allowed))


@pytest.mark.parametrize(
    "name", ["authorities", "frameworks", "participation", "milestones", "engagements", "statements"]
)
def test_confidence_is_said(name: str) -> None:
    assert {row["confidence"] for row in rows(name)} <= {"high", "medium", "low"}


def test_participants_name_known_bodies_posts_and_roles() -> None:
    posts = {words for row in rows("posts") for words in (row["name_en"], row["name_ja"], *items(row["aliases_en"]))}
    for row, match in participants():
        assert match["body"] in ids("authorities"), row["id"]
        assert match["role"] is None or match["role"] in get_args(terms.Role), row["id"]
        assert match["post"] is None or match["post"] in posts, f"{row['id']}: {match['post']}"
    assert all(row["participants"] or row["organiser"] for row in rows("engagements"))


def test_topics_are_labels_of_the_topic_scheme() -> None:
    scheme = rdflib.Graph().parse(ROOT / "ontology" / "vocab" / "topic.ttl")
    labels = {str(o) for p in (SKOS.prefLabel, SKOS.altLabel) for o in scheme.objects(None, p)}
    used = {t for name in ("engagements", "statements") for row in rows(name) for t in items(row["topics"])}
    assert used - labels == set()


def _is_calendar_date(words: str) -> bool:
    if not DAY.fullmatch(words):
        return False
    year, month, day = (*words.split("-"), "01", "01")[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("engagements", "date_start", "date_end"),
        ("participation", "start_date", "end_date"),
        ("frameworks", "date_in_force", "date_ended"),
        ("frameworks", "date_adopted", "date_ended"),
        ("milestones", "date", "date"),
        ("documents", "published", "published"),
    ],
)
def test_dates_are_real_and_in_order(name: str, first: str, last: str) -> None:
    for row in rows(name):
        assert all(_is_calendar_date(row[column]) for column in (first, last) if row[column]), row
        if row[first] and row[last]:
            shared = min(len(row[first]), len(row[last]))
            assert row[first][:shared] <= row[last][:shared], row
    if name == "engagements":
        assert all(row["date_start"] for row in rows(name))


def test_engagement_ids_say_date_series_and_ordinal() -> None:
    for row in rows("engagements"):
        parts = (row["date_start"], row["series"], row["ordinal"] if row["series"] else "")
        assert row["id"].startswith("-".join(part for part in parts if part)), row["id"]


def test_an_ordinal_counts_one_meeting_and_grows_with_time() -> None:
    numbered: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows("engagements"):
        if row["ordinal"]:
            numbered[row["series"]].append((int(row["ordinal"]), row["date_start"]))
    for series, meetings in numbered.items():
        ordinals, days = zip(*sorted(meetings), strict=True)
        assert len(set(ordinals)) == len(ordinals), series
        assert all(a[: len(b)] <= b[: len(a)] for a, b in pairwise(days)), series


def test_online_is_a_mode_and_never_a_place() -> None:
    for row in rows("engagements"):
        assert not (row["mode"] == "online" and (row["country"] or row["city"])), row["id"]
        assert not (row["mode"] == "in-person" and not (row["country"] or row["city"])), row["id"]


def test_city_lies_in_the_country_of_the_engagement() -> None:
    home = {row["name_en"]: row["jurisdiction"] for row in rows("cities")}
    for row in rows("engagements"):
        assert not row["city"] or home[row["city"]] == row["country"], row["id"]


def test_every_fact_says_where_it_was_read() -> None:
    for row in rows("engagements"):
        assert row["source_url"] and row["source_title"], row["id"]
        assert bool(row["document"]) == bool(row["lines"]) == bool(row["section"]), row["id"]
        if row["document"]:
            assert row["source_url"] == f"urn:document:{row['document']}"
    for name in ("engagements", "statements"):
        for row in rows(name):
            for lines in items(row["lines"]):
                match = LINES.fullmatch(lines)
                assert match and int(match[1]) <= int(match[2] or match[1]), row


def test_no_alias_is_ambiguous() -> None:
    """Without a context an alias names one thing, and never the name of another thing of its type."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in ("authorities", "frameworks", "series"):
        kind = {"authorities": "authority", "frameworks": "framework"}.get(name, name)
        for row in rows(name):
            for column in ("name_en", "name_ja"):
                owners[kind, folded(row[column])].add(row["id"])
    for row in rows("aliases"):
        if not row["context"]:
            owners[row["type"], folded(row["alias"])].add(row["id"])
    assert {key: of for key, of in owners.items() if len(of) > 1} == {}
    for row in rows("aliases"):
        others = owners[row["type"], folded(row["alias"])] - {row["id"]}
        assert not others, f"{row['alias']} of {row['id']} already names {others}"


def test_no_alias_is_told_twice_and_each_says_its_language() -> None:
    counted = Counter((row["type"], folded(row["alias"]), row["context"]) for row in rows("aliases"))
    assert [key for key, times in counted.items() if times > 1] == []
    assert {row["language"] for row in rows("aliases")} == {"en", "ja"}
    english = [row["alias"] for row in rows("aliases") if row["language"] == "en"]
    assert [alias for alias in english if JAPANESE.search(alias)] == []


@pytest.mark.parametrize(
    ("name", "columns"),
    [("jurisdictions", ("aliases_en", "aliases_ja")), ("cities", ("aliases_ja",))],
)
def test_names_of_places_are_not_shared(name: str, columns: tuple[str, ...]) -> None:
    counted = Counter(
        words
        for row in rows(name)
        for words in {
            folded(one) for one in (row["name_en"], row["name_ja"], *(a for c in columns for a in items(row[c])))
        }
    )
    assert [words for words, times in counted.items() if times > 1] == []


def test_aliases_of_posts_are_not_shared() -> None:
    """Several posts may share a name (the first row is the usual meaning); an alias belongs to one post."""
    names = {folded(row[column]) for row in rows("posts") for column in ("name_en", "name_ja")}
    columns = ("aliases_en", "aliases_ja")
    aliases = [folded(alias) for row in rows("posts") for c in columns for alias in items(row[c])]
    assert [words for words, times in Counter(aliases).items() if times > 1] == []
    assert names & set(aliases) == set()


def test_no_fact_is_told_twice() -> None:
    memberships = Counter(
        (row["framework_or_network_id"], row["participant"], row["role"]) for row in rows("participation")
    )
    assert max(memberships.values()) == 1
    assert len({(row["date"], row["what_en"]) for row in rows("milestones")}) == len(rows("milestones"))


def test_two_trilateral_meetings_of_one_month_stay_apart_without_an_invented_day() -> None:
    june = [r for r in rows("engagements") if r["series"] == "jp-eu-us-trilateral" and r["country"] == "JP"]
    assert [(row["date_start"], row["date_end"], row["ordinal"]) for row in june] == [
        ("2019-06", "", "2"),
        ("2019-06", "", "3"),
    ]


def test_a_conference_call_has_no_country() -> None:
    calls = [row for row in rows("engagements") if row["kind"] == "conference-call"]
    assert len(calls) == 2
    assert {(row["mode"], row["country"]) for row in calls} == {("online", "")}


def _report() -> list[str]:
    if not REPORT.is_file():
        pytest.skip("the text of the half-year report is not part of the repository and not at hand")
    return REPORT.read_text(encoding="utf-8").split("\n")


def test_locators_point_to_written_lines_of_the_report() -> None:
    text = _report()
    for name in ("engagements", "statements"):
        for row in rows(name):
            for lines in items(row["lines"]):
                first, _, last = lines.partition("-")
                ends = (text[int(first) - 1], text[int(last or first) - 1])
                assert all(line.strip() for line in ends), f"{name}: {row}"


def test_table_rows_of_the_report_carry_the_month_of_the_engagement() -> None:
    text = _report()
    for row in rows("engagements"):
        if "参考" in row["section"]:
            first, _, last = items(row["lines"])[0].partition("-")
            told = unicodedata.normalize("NFKC", "".join(text[int(first) - 1 : int(last or first)]))
            assert f"年{int(row['date_start'][5:7])}月" in told, row["id"]


def test_no_sentence_of_the_report_is_copied() -> None:
    """Our own words: beside proper names, no cell shares a long run of characters with the report."""
    text = folded("".join(_report()))
    length = 24  # longer than the names that any account of the same facts has to use
    told = {text[n : n + length] for n in range(len(text) - length + 1)}
    cells = [row["about_ja"] for row in rows("statements")]
    cells += [row["note"] for name in ("engagements", "statements", "documents") for row in rows(name)]
    for cell in map(folded, cells):
        assert not any(cell[n : n + length] in told for n in range(len(cell) - length + 1)), cell

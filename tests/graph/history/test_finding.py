"""Lists are what a plain look at every engagement gives: filters, order, pages, counts."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.dates import from_edtf, match, parse_filter
from graph.errors import BadInput, LimitExceeded, NotFound
from graph.history import Asked, Listed, coverage, find
from graph.index import Index
from graph.model import Engagement
from graph.resolve.engagements import chronological
from tests.graph.index.real import real

BODIES = st.sampled_from(["us-ftc", "ppc-japan", "ico-uk", "european-commission", "us-doc", "eu"])
KINDS = st.sampled_from(["bilateral-meeting", "forum", "trilateral-meeting", "conference"])
DATES = st.sampled_from(["2019", "2019-05", "2019-05-29", "2016-04/2019-06", "2018/..", "../2017"])
QUESTIONS = st.builds(
    Asked,
    with_=st.lists(BODIES, max_size=2, unique=True).map(tuple),
    kind=st.lists(KINDS, max_size=2, unique=True).map(tuple),
    wanted=st.one_of(st.none(), DATES.map(from_edtf)),
    certain_only=st.booleans(),
    order=st.sampled_from(["newest", "oldest"]),
)


def _below(body: str) -> set[str]:
    """The body and its units, the plain way."""
    found = {body}
    authorities = real()[0].authorities.values()
    while more := {one.id for one in authorities if one.parent in found} - found:
        found |= more
    return found


def _answers(asked: Asked, one: Engagement) -> bool:
    bodies = {participant.authority for participant in one.participants}
    if not all(bodies & _below(body) for body in asked.with_):
        return False
    if asked.kind and one.kind not in asked.kind:
        return False
    if asked.wanted is None:
        return True
    how = match(one.when, asked.wanted)
    return how == "certain" if asked.certain_only else how is not None


def _expected(asked: Asked) -> list[Engagement]:
    found = [one for one in real()[1] if _answers(asked, one)]
    return sorted(found, key=chronological, reverse=asked.order == "newest")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUESTIONS)
def test_a_list_is_what_a_plain_look_gives(index: Index, asked: Asked) -> None:
    expected = _expected(asked)
    found = find(index, asked, limit=1000)
    assert [listed.engagement for listed in found.items] == expected
    assert found.total == len(expected)
    wanted = asked.wanted
    surely = [one for one in expected if wanted is None or match(one.when, wanted) == "certain"]
    assert found.certain == len(surely)
    assert all(listed.match == (match(listed.engagement.when, wanted) if wanted else None) for listed in found.items)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUESTIONS, st.integers(1, 9))
def test_pages_forwards_and_backwards_are_the_whole(index: Index, asked: Asked, limit: int) -> None:
    whole = find(index, asked, limit=1000).items
    forwards: list[Listed] = []
    cursor, pages = None, []
    while True:
        page = find(index, asked, limit=limit, cursor=cursor, facets=False)
        pages.append(page)
        forwards += page.items
        cursor = page.next
        if cursor is None:
            break
    assert tuple(forwards) == whole
    assert pages[0].previous is None
    for earlier, later in pairwise(pages):
        assert find(index, asked, limit=limit, cursor=later.previous, facets=False).items == earlier.items


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUESTIONS)
def test_a_facet_counts_what_its_filter_finds(index: Index, asked: Asked) -> None:
    found = find(index, asked, limit=1)
    for value in found.facets["with"][:5]:
        narrowed = asked.model_copy(update={"with_": (*asked.with_, value.value)})
        assert find(index, narrowed, limit=1, facets=False).total == value.count
    for value in found.facets["kind"]:
        assert find(index, asked.model_copy(update={"kind": (value.value,)}), limit=1).total == value.count


def test_several_values_of_a_field_are_any_of_them(index: Index) -> None:
    counts = {kind: find(index, Asked(kind=(kind,))).total for kind in ("forum", "workshop")}
    assert find(index, Asked(kind=("forum", "workshop"))).total == sum(counts.values())


def test_a_unit_is_its_body_but_a_body_is_not_its_unit(index: Index) -> None:
    whole = find(index, Asked(with_=("european-commission",)), limit=1000)
    unit = find(index, Asked(with_=("ec-dg-just",)), limit=1000)
    assert {one.engagement.slug for one in unit.items} < {one.engagement.slug for one in whole.items}


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("英国", "2025-01-22-japan-uk-digital-partnership-3"),
        ("ＡＰＰＡ 第５１回", "2019-05-29-appa-forum-51"),
        ("appa 2019-05-29", "2019-05-29-appa-forum-51"),
        ("APPA 令和元年5月", "2019-05-29-appa-forum-51"),
        ("appa 29 May 2019", "2019-05-29-appa-forum-51"),
    ],
)
def test_words_and_dates_in_the_search_box(index: Index, words: str, slug: str) -> None:
    found = find(index, Asked(q=words), limit=100)
    assert slug in [listed.engagement.slug for listed in found.items]


def test_a_date_in_the_box_tells_certain_from_possible(index: Index) -> None:
    found = find(index, Asked(q="令和元年5月"), limit=100)
    assert {listed.match for listed in found.items} == {"certain", "possible"}
    assert found.certain == sum(listed.match == "certain" for listed in found.items)


@pytest.mark.parametrize(
    "words",
    ['"', "' OR 1=1; --", "title:*", "NEAR(a b)", "(", "a AND NOT", "\x00\x1f", "\ud800", "<script>", "%_", "\\"],
)
def test_signs_of_search_languages_are_harmless(index: Index, words: str) -> None:
    assert find(index, Asked(q=words)).total <= len(index)


def test_an_over_long_search_is_refused_plainly(index: Index) -> None:
    with pytest.raises(LimitExceeded) as caught:
        find(index, Asked(q="英国" * 500_000))
    assert "1,000,000" in caught.value.en and "1,000,000" in caught.value.ja


@pytest.mark.parametrize("field", ["with_", "framework", "series", "topic", "country", "kind", "document", "organiser"])
def test_an_unknown_id_is_said_to_be_unknown(index: Index, field: str) -> None:
    with pytest.raises(NotFound):
        find(index, Asked.model_validate({field: ("no-such-thing-at-all",)}))


def test_the_nearest_ids_are_suggested(index: Index) -> None:
    with pytest.raises(NotFound, match="us-ftc") as caught:
        find(index, Asked(with_=("usftc",)))
    assert "us-ftc" in caught.value.ja


def test_a_cursor_is_good_for_its_question_only(index: Index) -> None:
    page = find(index, Asked(), limit=2)
    assert page.next
    for asked, cursor in (
        (Asked(kind=("forum",)), page.next),
        (Asked(), page.next[:-3]),
        (Asked(), "nonsense"),
        (Asked(), "日本"),
        (Asked(), "W10"),
    ):
        with pytest.raises(BadInput):
            find(index, asked, cursor=cursor)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_one_to_a_thousand_items(index: Index, limit: int) -> None:
    with pytest.raises(BadInput):
        find(index, Asked(), limit=limit)


def test_coverage_says_what_nothing_found_means(index: Index) -> None:
    told = coverage(index, Asked(framework=("convention-108",)))
    assert told.engagements == len(index)
    assert told.earliest == date(2014, 3, 6)
    assert told.incomplete == (real()[0].incomplete_members["convention-108"],)
    assert "not that they did not meet" in (told.text.en or "")
    assert "示すものではありません" in (told.text.ja or "")


def test_a_filter_that_nothing_meets_finds_nothing(index: Index) -> None:
    found = find(index, Asked(with_=("us-ftc",), wanted=parse_filter("1999")))
    assert (found.total, found.certain, found.items, found.next, found.previous) == (0, 0, (), None, None)

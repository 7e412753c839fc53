"""Which accounts tell of one event: what joins them, what keeps them apart, what is left to a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from graph.dates import from_edtf
from graph.iri import Iris
from graph.model import Account, Catalogue, DocumentInfo, Evidence, Participant, Place, Text
from graph.resolve.decisions import Decided
from graph.resolve.engagements import Naming, resolve
from graph.resolve.kin import Kin
from graph.resolve.marks import mark_of
from graph.resolve.meetings import group
from graph.sources.facts import load_facts, reference_folder


def telling(source: str, edtf: str, title: str, **more: object) -> Account:
    """One source's account of a meeting."""
    told: dict[str, object] = {
        "source": source,
        "title": Text(ja=title),
        "kind": "forum",
        "when": from_edtf(edtf),
        "evidence": (Evidence(document=source, quote=f"{title} {edtf}"),),
        "confidence": 0.95,
    }
    bodies = more.pop("bodies", ())
    assert isinstance(bodies, Sequence)
    told["participants"] = tuple(Participant(authority=body, label=body) for body in bodies)
    country = more.pop("country", None)
    if country:
        told["place"] = Place.model_validate({"country": country, "countries": (country,)})
    return Account.model_validate(told | more)


@cache
def known() -> Catalogue:
    """The catalogue of the reference facts."""
    return load_facts(reference_folder()).catalogue


def knowing(*documents: str) -> Catalogue:
    """The catalogue with some documents beside."""
    named = {
        slug: DocumentInfo(slug=slug, title=Text(en=slug), publisher=None, published=None, url=None)
        for slug in documents
    }
    return known().model_copy(update={"documents": named})


def sizes(*accounts: Account) -> list[int]:
    """How many accounts each engagement was told by."""
    return sorted(len(members) for members in group(accounts, Kin(known())).groups)


def test_a_table_and_a_communique_at_two_precisions_are_one() -> None:
    ours = telling(
        "report", "2019-05-29/2019-05-30", "第51回APPAフォーラム", series="appa-forum", ordinal=51, country="JP"
    )
    theirs = telling(
        "communique", "2019-05", "第51回アジア太平洋プライバシー機関フォーラム", series="appa-forum", ordinal=51
    )
    assert sizes(ours, theirs) == [2]


def test_two_ordinals_of_a_series_are_two_however_alike() -> None:
    told = {"series": "jp-eu-us-trilateral", "country": "JP", "kind": "trilateral-meeting"}
    second = telling("a", "2019-06", "日米欧三極会合", ordinal=2, **told)
    third = telling("b", "2019-06", "日米欧三極会合", ordinal=3, **told)
    assert sizes(second, third) == [1, 1]


@pytest.mark.parametrize(
    ("edtf", "country"), [("2019-07", "JP"), ("2019-05-29", "FR")], ids=["other dates", "another place"]
)
def test_dates_and_places_that_exclude_each_other_keep_apart(edtf: str, country: str) -> None:
    one = telling("a", "2019-05-29", "意見交換会", country="JP", bodies=("us-ftc",))
    assert sizes(one, telling("b", edtf, "意見交換会", country=country, bodies=("us-ftc",))) == [1, 1]


def test_one_source_tells_each_event_once() -> None:
    assert sizes(telling("a", "2019-05", "意見交換会"), telling("a", "2019-05", "意見交換会")) == [1, 1]


def test_a_person_overrules_both_ways() -> None:
    one, other = telling("a", "2019-05-29", "甲会合", country="JP"), telling("b", "2019-05-30", "乙会合", country="JP")
    assert sizes(one, other) == [1, 1]
    assert len(group([one, other], Kin(known()), same=[(0, 1)]).groups) == 1
    twin = telling("b", "2019-05-29", "甲会合", country="JP", bodies=("us-ftc",))
    first = telling("a", "2019-05-29", "甲会合", country="JP", bodies=("us-ftc",))
    assert sizes(first, twin) == [2]
    assert len(group([first, twin], Kin(known()), different=[(0, 1)]).groups) == 2


MARGINS = {"kind": "bilateral-meeting", "country": "GB"}


@pytest.mark.parametrize(
    ("bodies", "others"),
    [
        (("ppc-japan", "us-ftc"), ("ppc-japan", "ico-uk")),
        (("us-ftc",), ("ico-uk",)),
        (("ppc-japan", "us-ita"), ("ppc-japan", "us-ntia")),
    ],
    ids=["one reporter, two counterparts", "counterparts alone", "two bureaux of one department"],
)
def test_talks_with_others_are_other_talks_however_alike(bodies: Sequence[str], others: Sequence[str]) -> None:
    one = telling("a", "2023-06-20", "国際会議の機会を捉えた二者間の意見交換", bodies=bodies, **MARGINS)
    assert sizes(
        one, telling("b", "2023-06-20", "国際会議の機会を捉えた二者間の意見交換", bodies=others, **MARGINS)
    ) == [1, 1]


@pytest.mark.parametrize(
    ("bodies", "others"),
    [
        (("ppc-japan", "european-commission"), ("ppc-japan", "ec-dg-just")),
        (("european-commission",), ("eu",)),
        (("ppc-japan", "us-doc"), ("ppc-japan", "us-doc", "us-ftc")),
        (("ppc-japan", "us-doc", "us-ftc"), ("ppc-japan", "us-ita", "us-state")),
        (("ppc-japan", "us-ftc"), ()),
    ],
    ids=["a directorate", "a commission of the union", "one more", "two of three", "nobody named"],
)
def test_talks_with_the_same_told_otherwise_are_one(bodies: Sequence[str], others: Sequence[str]) -> None:
    one = telling("a", "2023-06-20", "二者間の意見交換", bodies=bodies, **MARGINS)
    assert sizes(one, telling("b", "2023-06-20", "二者間の意見交換", bodies=others, **MARGINS)) == [2]


def test_a_body_that_is_not_known_may_be_any() -> None:
    unknown = Participant(authority=None, label="先方当局")
    one = telling("a", "2023-06-20", "二者間の意見交換", bodies=("ppc-japan", "us-ftc"), **MARGINS)
    other = telling("b", "2023-06-20", "二者間の意見交換", bodies=("ppc-japan",), **MARGINS)
    other = other.model_copy(update={"participants": (*other.participants, unknown)})
    assert sizes(one, other) == [2]


def test_every_reference_fact_stays_an_engagement_of_its_own() -> None:
    facts = load_facts(reference_folder())
    resolved = resolve(facts.accounts, facts.catalogue, Iris())
    assert len(resolved.engagements) == len(facts.accounts)
    assert {one.slug for one in resolved.engagements} == {account.id for account in facts.accounts}
    assert not resolved.unsure


def test_the_finest_date_and_every_passage_are_kept() -> None:
    accounts = [
        telling("a", "2019-05", "第51回APPAフォーラム", series="appa-forum", ordinal=51),
        telling("b", "2019-05-29/2019-05-30", "第51回APPAフォーラム", series="appa-forum", ordinal=51),
    ]
    (engagement,) = resolve(accounts, knowing("a", "b"), Iris()).engagements
    assert engagement.when.edtf == "2019-05-29/2019-05-30"
    assert [source.document for source in engagement.sources] == ["a", "b"]
    assert engagement.slug == "2019-05-appa-forum-51"


def test_one_day_told_does_not_shorten_a_forum() -> None:
    accounts = [
        telling("a", "2019-05-29", "第51回APPAフォーラム", series="appa-forum", ordinal=51),
        telling("b", "2019-05-29/2019-05-30", "第51回APPAフォーラム", series="appa-forum", ordinal=51),
    ]
    for told in (accounts, accounts[::-1]):
        (engagement,) = resolve(told, knowing("a", "b"), Iris()).engagements
        assert engagement.when.edtf == "2019-05-29/2019-05-30"


def test_a_slug_once_given_stays() -> None:
    account = telling("a", "2019-05-29", "意見交換会")
    given = {mark_of(account).short: "given-before"}
    (engagement,) = resolve([account], knowing("a"), Iris(), Decided((account,)), Naming(given)).engagements
    assert engagement.slug == "given-before"

"""What an officer sees of the FTC before a call."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import NotFound
from graph.history import Asked, dossier, find, first_contact, last_contact, levels_met
from graph.index import Index

TODAY = date(2019, 10, 1)


def test_the_dossier_agrees_with_the_list(index: Index) -> None:
    told, listed = dossier(index, "us-ftc", today=TODAY), find(index, Asked(with_=("us-ftc",)), limit=20)
    assert told.total == listed.total
    assert told.newest == listed.items
    assert sum(year.count for year in told.per_year) == told.total
    assert told.facets["kind"] == listed.facets["kind"]
    assert told.levels == listed.facets["level"]


def test_first_and_last_contact_were_held(index: Index) -> None:
    told = dossier(index, "us-ftc", today=TODAY)
    assert told.first == first_contact(index, "us-ftc")
    assert told.last == last_contact(index, "us-ftc")
    assert told.first and told.last and told.first.when.earliest < told.last.when.earliest
    assert told.last_together == last_contact(index, "us-ftc", "ppc-japan")
    assert told.last_together and told.last_together.slug == "2023-03-06-japan-us-internet-economy-dialogue-13"
    assert told.together == find(index, Asked(with_=("us-ftc", "ppc-japan"), status=("held",))).total


def test_what_was_proposed_comes_with_its_sentence_and_source(index: Index) -> None:
    told = dossier(index, "us-ftc", today=TODAY)
    assert len(told.proposed) == 3
    assert {said.statement.by for said in told.proposed} == {"ppc-japan"}
    assert all(said.statement.evidence and said.engagement.sources for said in told.proposed)


def test_the_bodies_met_most_are_others(index: Index) -> None:
    told = dossier(index, "ec-dg-just", today=TODAY)
    assert not {"ec-dg-just", "european-commission", "eu"} & {one.value for one in told.met_most}
    assert told.met_most


def test_posts_met(index: Index) -> None:
    posts = dossier(index, "us-ftc", today=TODAY).posts
    assert "消費者保護局長" in {one.post.ja for one in posts}
    assert [one.count for one in posts] == sorted((one.count for one in posts), reverse=True)


def test_mismatches_are_those_where_the_levels_told_differ(index: Index) -> None:
    for body in ("us-ftc", "ico-uk", "european-commission", "cnil-france"):
        told = dossier(index, body, today=TODAY).mismatches
        assert told.home_higher <= told.total
        for one in told.newest:
            levels = {who.authority: who.level for who in one.participants if who.level}
            assert len(set(levels.values())) > 1


def test_the_home_body_has_a_dossier_too(index: Index) -> None:
    told = dossier(index, "ppc-japan", today=TODAY)
    assert told.shared_frameworks == ()
    assert told.mismatches.total == 0


def test_levels_met_at(index: Index) -> None:
    levels = levels_met(index, Asked(with_=("us-ftc",)))
    assert sum(levels.values()) <= find(index, Asked(with_=("us-ftc",))).total
    assert levels["working-level"] == 4


def test_an_unknown_body_is_not_found(index: Index) -> None:
    with pytest.raises(NotFound):
        dossier(index, "no-such-body", today=TODAY)

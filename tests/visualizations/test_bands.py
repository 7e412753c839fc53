"""What is carried from meeting to meeting: proposals by their words and answers, frameworks by their number."""

from __future__ import annotations

from graph.model import Statement, Text
from tests.visualizations.records import TRILATERAL, catalogue, dialogue, trilateral
from visualizations.bands import MOST_BANDS, Carried, bodies_of, carried, lay_bands
from visualizations.picture import MarkKind


def test_three_proposals_are_carried_through_four_meetings_then_the_frameworks() -> None:
    found = carried(dialogue(), catalogue(), "ja")
    proposals = [one for one in found if one.number]
    assert [one.number for one in proposals] == [1, 2, 3]
    assert all(len(one.carriers) == 4 and one.by == "日本" for one in proposals)
    rest = [one for one in found if not one.number]
    assert all(len(one.carriers) > 1 for one in rest)
    assert [len(one.carriers) for one in rest] == sorted((len(one.carriers) for one in rest), reverse=True)


def test_a_proposal_is_taken_up_under_the_same_topic_only() -> None:
    about = Text(en="A new system", ja="新しい制度")
    other = Text(en="Next steps", ja="今後の進め方")
    proposed = Statement(type="proposed", by="ppc-japan", about=about, topics=("certification",))
    answer = Statement(type="discussed", by=None, about=other, topics=("certification",))
    stray = Statement(type="discussed", by=None, about=other, topics=("children",))
    meetings = tuple(
        trilateral(ordinal, edtf, "JP").model_copy(update={"statements": (said,)})
        for ordinal, edtf, said in ((1, "2019-05", proposed), (2, "2019-06", answer), (3, "2019-09", stray))
    )
    told = dialogue().model_copy(update={"meetings": meetings, "alongside": ()})
    (proposal,) = [one for one in carried(told, catalogue(), "en") if one.number]
    assert proposal.carriers == (meetings[0].slug, meetings[1].slug)


def test_bands_lie_one_under_the_other_with_marks_in_order() -> None:
    places: dict[str, tuple[MarkKind, float]] = {"a": ("meeting", 300.0), "b": ("milestone", 100.0)}
    things = (Carried("proposal", 1, "Japan", ("a",)), Carried("framework", 0, "", ("a", "b", "elsewhere")))
    bands = lay_bands(things, places, 50, 200, "en")
    assert [band.heading for band in bands] == ["Proposals by Japan", "Frameworks concerned"]
    assert bands[0].top == 50 and bands[1].top == bands[0].top + bands[0].high
    assert [mark.x for mark in bands[1].marks] == [100.0, 300.0]


def test_what_nobody_here_carries_is_left_out_and_past_ten_the_rest() -> None:
    things = tuple(Carried(f"f{at}", 0, "", ("a",) if at % 2 else ("elsewhere",)) for at in range(40))
    assert len(lay_bands(things, {"a": ("talk", 1.0)}, 0, 200, "ja")) == MOST_BANDS


def test_the_bodies_of_a_party_are_named_once_in_the_order_of_their_coming() -> None:
    assert bodies_of(dialogue(), "US", catalogue(), "en") == ["DOC", "FTC", "State", "USTR", "NTIA"]
    assert bodies_of(dialogue(), "FR", catalogue(), "en") == []
    assert TRILATERAL in catalogue().frameworks

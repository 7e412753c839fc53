"""What people decide holds: when documents are read again, when the extractor changes, and until it is undone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graph.errors import BadInput
from graph.model import Account, Evidence, Participant, Text, When
from graph.resolve.decisions import Decision, apply, in_force, judged
from graph.resolve.marks import find, mark_of

DAY = datetime(2026, 11, 24, tzinfo=UTC)
ROW = "欧州委員会との意見交換\n令和元年５月 フランス"


def account(quote: str = ROW, edtf: str = "2019-05", title: str = "欧州委員会との意見交換", **more: object) -> Account:
    """An account read from a report."""
    told: dict[str, object] = {
        "source": "report",
        "title": Text(ja=title),
        "kind": "bilateral-meeting",
        "when": When.model_validate(
            {"edtf": edtf, "earliest": f"{edtf}-01", "latest": f"{edtf}-28", "precision": "month"}
        ),
        "participants": (Participant(authority="european-commission", label="欧州委員会"),),
        "evidence": (Evidence(document="report", quote=quote, line_start=1, start=0, end=len(quote)),),
        "confidence": 0.7,
        "status_review": "review",
        "reasons": ("unsure",),
    }
    return Account.model_validate(told | more)


def decision(verdict: str, *accounts: Account, **more: object) -> Decision:
    """A decision about these accounts."""
    told = {"verdict": verdict, "marks": tuple(mark_of(one) for one in accounts), "who": "tester", "at": DAY}
    return Decision.model_validate(told | more)


def test_an_account_is_known_again_when_lines_break_elsewhere_and_words_change_width() -> None:
    again = account("欧州委員会\nとの意見交換 令和元年5月 フランス", title="欧州委員会と意見交換")
    assert find(mark_of(account()), [account("別の行\n令和元年５月 英国"), again]) is again


def test_of_two_events_in_one_passage_date_and_title_decide() -> None:
    may, june = account(edtf="2019-05"), account(edtf="2019-06", title="英国との意見交換")
    assert find(mark_of(june), [may, june]) is june


def test_nothing_is_guessed_where_two_fit_alike() -> None:
    assert find(mark_of(account()), [account(), account()]) is None


def test_accepting_makes_it_sure_and_takes_it_from_the_queue() -> None:
    decided = apply([account()], [decision("accept", account())])
    assert decided.accounts[0].status_review == "accepted"
    assert decided.accounts[0].reasons == ()


def test_a_correction_survives_another_reading() -> None:
    wanted = decision("correct", account(), changes={"status": "cancelled"})
    newer = account("欧州委員会との意見交換 令和元年５月 フランス", confidence=0.95, extractor="report/9")
    assert apply([newer], [wanted]).accounts[0].status == "cancelled"


def test_a_correction_that_does_not_fit_is_refused_with_the_field() -> None:
    with pytest.raises(BadInput, match="status"):
        judged(account(), decision("correct", account(), changes={"status": "perhaps"}))
    with pytest.raises(BadInput, match="source cannot be corrected"):
        judged(account(), decision("correct", account(), changes={"source": "elsewhere"}))


def test_undoing_brings_back_what_was_and_can_be_undone_itself() -> None:
    accepted = decision("accept", account())
    undone = Decision(verdict="undo", undoes=accepted.id, who="tester", at=DAY)
    again = Decision(verdict="undo", undoes=undone.id, who="tester", at=DAY)
    assert in_force([accepted, undone]) == []
    assert apply([account()], [accepted, undone]).accounts[0].status_review == "review"
    assert in_force([accepted, undone, again]) == [accepted]


def test_a_decision_about_what_is_no_more_is_kept_and_told() -> None:
    lost = decision("reject", account("かつての行", title="別の会合"))
    assert apply([account()], [lost]).unplaced == (lost,)

"""Whose turn it is."""

from __future__ import annotations

from graph.store.process import Worker
from graph.store.turns import Turn, Turns


def has_worker(turn: Turn | None) -> bool:
    """Whether a turn was given its worker."""
    return turn is not None and turn.worker.done() and not turn.worker.cancelled() and turn.worker.result() is not None


def finish(turns: Turns, turn: Turn | None) -> None:
    """Ends a turn, and gives its worker back."""
    assert turn is not None
    worker = turn.worker.result()
    assert worker is not None
    turns.end(turn)
    turns.give(worker)


def test_first_come_first_served() -> None:
    turns = Turns([Worker()], waiting=2)
    first, second, third = (turns.take(name) for name in ("a", "b", "c"))
    assert [has_worker(turn) for turn in (first, second, third)] == [True, False, False]
    assert turns.take("d") is None, "as many wait as may"
    finish(turns, first)
    assert [has_worker(turn) for turn in (second, third)] == [True, False]


def test_a_client_that_has_a_worker_for_each_place_waits_for_its_own() -> None:
    turns = Turns([Worker(), Worker()], waiting=9)
    one, two, three = (turns.take("greedy") for _ in range(3))
    assert one is not None
    assert turns.slow_down(one), "one slow query leaves the fast lane"
    turns.give(Worker())
    assert [has_worker(turn) for turn in (two, three)] == [True, False]
    assert has_worker(turns.take("other")), "a place is free for others"


def test_the_slow_lane_takes_one_query_of_a_client() -> None:
    turns = Turns([Worker(), Worker()], waiting=9)
    first, second = turns.take("a"), turns.take("a")
    assert first is not None
    assert second is not None
    assert turns.slow_down(first)
    assert not turns.slow_down(second)
    turns.end(first)
    assert turns.slow_down(second)


def test_who_leaves_the_queue_takes_nothing_along() -> None:
    turns = Turns([Worker()], waiting=9)
    first, second, third = (turns.take(name) for name in ("a", "b", "c"))
    assert second is not None
    turns.leave(second)
    finish(turns, first)
    assert has_worker(third)


def test_who_leaves_with_a_worker_gives_it_back() -> None:
    turns = Turns([Worker()], waiting=9)
    first = turns.take("a")
    assert first is not None
    turns.leave(first)
    assert has_worker(turns.take("b"))


def test_at_the_end_everybody_is_sent_away() -> None:
    turns = Turns([Worker()], waiting=9)
    turns.take("a")
    waiting = turns.take("b")
    assert waiting is not None
    turns.close()
    assert waiting.worker.result(timeout=0) is None
    assert turns.take("c") is None

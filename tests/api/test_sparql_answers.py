"""Answers kept in memory: bounded, the ones used last, and never for another edition."""

from __future__ import annotations

import pytest

from api.answers import AnswerCache, Reply, ReplyCache
from api.limits import Clients, TooManyAtOnce
from graph.store.workers import QueryAnswer


def answer(size: int) -> QueryAnswer:
    """An answer of so many bytes."""
    return QueryAnswer(b"x" * size, "text/csv", 0.1)


def test_the_answers_used_last_are_kept() -> None:
    cache = AnswerCache(100_000)
    for name in "abcdefgh":
        cache.keep((name,), answer(10_000))
        cache.get(("a",))
    assert cache.get(("a",)) is not None
    cache.keep(("i",), answer(10_000))
    cache.keep(("j",), answer(10_000))
    assert cache.get(("a",)) is not None
    assert cache.get(("b",)) is None


def test_a_very_large_answer_is_not_kept() -> None:
    cache = AnswerCache(100_000)
    cache.keep(("large",), answer(50_000))
    assert cache.get(("large",)) is None
    AnswerCache(0).keep(("none",), answer(1))


def test_a_known_request_is_answered_as_long_as_its_answer_is_kept() -> None:
    answers = AnswerCache(100_000)
    replies, response = ReplyCache(answers), Reply([], b"x")
    asked = ("edition", b"query=ASK%7B%7D", b"*/*")
    replies.keep(asked, ("key",), response)
    assert replies.get(asked) is None, "there is no such answer"
    answers.keep(("key",), answer(1))
    replies.keep(asked, ("key",), response)
    assert replies.get(asked) is response
    assert replies.get(("another", *asked[1:])) is None
    for number in range(200):
        answers.keep((str(number),), answer(5_000))
    assert replies.get(asked) is None


def test_a_client_is_counted_until_it_is_done() -> None:
    clients = Clients(2)
    with clients.one_more("a"), clients.one_more("a"), clients.one_more("b"):
        with pytest.raises(TooManyAtOnce) as refused, clients.one_more("a"):
            pass
        assert (refused.value.name, refused.value.value) == ("per-client", 2)
    with clients.one_more("a"):
        pass

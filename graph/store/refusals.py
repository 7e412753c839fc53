"""From what a worker says went wrong to the error that tells a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graph.errors import (
    AnswerTooLarge,
    BadQuery,
    DamagedEdition,
    LimitExceeded,
    Overloaded,
    QueryTimeout,
    SankyokuError,
)
from graph.store.answers import formats_for
from graph.store.limits import QueryLimits

_LONGEST_DETAIL: Final = 160


class UnfitFormat(BadQuery):
    """The answer is of a kind that none of the formats asked for can hold; ``formats`` can."""

    def __init__(self, form: str) -> None:
        self.formats = formats_for(form)
        names = ", ".join(f"{one.media_type.partition(';')[0]} (format={one.value})" for one in self.formats)
        what = {"ask": "an ASK query", "select": "a SELECT query"}.get(form, "a CONSTRUCT or DESCRIBE query")
        super().__init__(
            f"The answer to {what} cannot be written so; there is: {names}.",
            f"この検索（{form.upper()}）の結果は指定の形式では出力できません。次のいずれかを指定してください：{names}",
        )


def refusal(told: Mapping[str, Any], limits: QueryLimits) -> SankyokuError:
    """The error that a worker's answer means."""
    error, detail = told["error"], told["detail"]
    if error == "refused":
        return BadQuery(told["en"], told["ja"])
    if error == "format":
        return UnfitFormat(detail)
    if error in ("rows", "bytes"):
        return _too_large(error, limits)
    simple = {"seconds": _too_slow, "memory": _too_hungry, "store": _damaged}
    return simple[error](limits) if error in simple else _bad_query(error, detail)


def overloaded(limits: QueryLimits) -> Overloaded:
    """The queue is full, or a query waited until its deadline."""
    return Overloaded(
        "waiting",
        limits.waiting,
        "Too many queries are being answered just now; try again in a moment.",
        "現在、検索が集中しています。しばらくしてから再度お試しください。",
    )


def _too_slow(limits: QueryLimits) -> QueryTimeout:
    return QueryTimeout(
        "seconds",
        limits.seconds,
        f"The query took longer than {limits.seconds:g} seconds and was stopped; ask for less.",
        f"検索が{limits.seconds:g}秒の上限を超えたため中止しました。条件を絞ってください。",
    )


def _too_hungry(limits: QueryLimits) -> LimitExceeded:
    return LimitExceeded(
        "memory",
        limits.memory or 0,
        "The query needed more memory than a query may have and was stopped; ask for less.",
        "検索に必要なメモリが上限を超えたため中止しました。条件を絞ってください。",
    )


def _damaged(_: QueryLimits) -> DamagedEdition:
    return DamagedEdition(
        "The edition could not be opened; check it with: sankyoku edition verify",
        "版を開けませんでした。sankyoku edition verify で確認してください。",
    )


def _too_large(name: str, limits: QueryLimits) -> AnswerTooLarge:
    value = limits.rows if name == "rows" else limits.bytes
    unit = {"rows": "行", "bytes": "バイト"}[name]
    return AnswerTooLarge(
        name,
        value,
        f"The answer has more than {value:,} {name}; ask for less, or page with LIMIT and OFFSET.",
        f"結果が上限（{value:,}{unit}）を超えています。条件を絞るか、LIMIT と OFFSET で分けて取得してください。",
    )


def _bad_query(error: str, detail: str) -> BadQuery:
    said = " ".join(detail.split())
    said = said if len(said) <= _LONGEST_DETAIL else said[:_LONGEST_DETAIL].rstrip() + "…"
    if error == "syntax":
        return BadQuery(f"The query does not parse: {said}", f"検索文の構文に誤りがあります: {said}")
    return BadQuery(f"The query could not be evaluated: {said}", f"検索を実行できませんでした: {said}")

"""Which format fits which form of query."""

from __future__ import annotations

from graph.store.answers import AnswerFormat, Choice, formats_for


def test_every_format_fits_some_form_and_says_its_media_type() -> None:
    for wanted in AnswerFormat:
        forms = [form for form in ("select", "ask", "construct", "describe") if wanted.fits(form)]
        assert forms
        assert wanted.is_graph == ("construct" in forms)
        assert "/" in wanted.media_type


def test_a_truth_value_is_not_written_as_a_table() -> None:
    assert formats_for("ask") == (AnswerFormat.JSON, AnswerFormat.XML)


def test_one_format_is_chosen_where_it_fits() -> None:
    assert Choice.of(AnswerFormat.CSV).names() == ("csv", None, None)
    assert Choice.of(AnswerFormat.JSON).names() == ("json", "json", None)
    assert Choice.of(AnswerFormat.TURTLE).names() == (None, None, "ttl")

"""What is below and above, circles included."""

from __future__ import annotations

from graph.index.lines import Line


def test_everything_below_and_above() -> None:
    line = Line({"bureau": "ministry", "office": "bureau", "ministry": "government"})
    assert line.below("ministry") == ("ministry", "bureau", "office")
    assert line.above("office") == ("bureau", "ministry", "government")
    assert line.below("alone") == ("alone",)


def test_a_circle_ends() -> None:
    line = Line({"a": "b", "b": "a"})
    assert set(line.below("a")) == {"a", "b"}
    assert set(line.above("a")) == {"a", "b"}

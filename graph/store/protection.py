"""Which graphs people may write, and which only the build does.

Graphs below ``{base}graph/`` follow from facts, documents and decisions: a change made in them by hand would be
gone with the next build, and would have no source. All other graphs, those below ``{base}graph/user/`` and the
unnamed graph belong to their writers, and every build leaves them as they are.
"""

from __future__ import annotations

from graph.errors import SankyokuError


class ProtectedGraph(SankyokuError):
    """A graph that only the build writes."""

    def __init__(self, iri: str) -> None:
        super().__init__(
            f"The graph {iri} is made from facts, documents and decisions. Change those (ingest, review, the facts "
            "in data/) and build again, or write to a graph of your own.",
            f"グラフ {iri} は参照資料・文書・判断から作成されるため、直接変更できません。元の資料を変更して再作成する"
            "か（ingest、review、data/）、ご自身のグラフに書き込んでください。",
        )
        self.iri = iri


class OtherDisclosure(SankyokuError):
    """A graph of the other disclosure level than the change is for."""

    def __init__(self, iri: str, level: str) -> None:
        super().__init__(
            f"The graph {iri} is {level}; a change to it has to say disclosure={level}.",
            f"グラフ {iri} の公開区分は {level} です。変更するには disclosure={level} を指定してください。",
        )


def is_protected(iri: str, base: str) -> bool:
    """Whether only the build may write the graph ``iri``."""
    return iri.startswith(f"{base}graph/") and not iri.startswith(f"{base}graph/user/")


def refuse_protected(iri: str, base: str) -> None:
    """Raises ``ProtectedGraph`` where only the build may write."""
    if is_protected(iri, base):
        raise ProtectedGraph(iri)

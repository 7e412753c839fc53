"""Draws the gallery from the reference facts: ``python docs/gallery/make.py``. Nine figures, each one SVG file.

The same facts give the same bytes; the date in the margin is the day on which the facts were collected.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from graph.dialogue import dialogue_between, dialogue_of
from graph.iri import Iris
from graph.model import Text
from graph.periods import Period
from graph.resolve.engagements import resolve
from graph.sources.facts import load_facts, reference_folder
from visualizations.network import NetworkOptions
from visualizations.page import FigureMeta
from visualizations.render import (
    render_dialogue,
    render_framework_lines,
    render_levels,
    render_matrix,
    render_network,
    render_timeline,
)

FOLDER: Final = Path(__file__).parent
STORY: Final = Text(
    en="Japan, the United States and the European Union on data flows, 2016 to today",
    ja="データ流通をめぐる日米欧の対話（2016年〜現在）",
)


def meta(en: str, ja: str) -> FigureMeta:
    """What each figure says of itself."""
    return FigureMeta(
        edition="reference facts",
        query=Text(en=en, ja=ja),
        coverage=Text(
            en="Reference facts: engagements, frameworks and milestones collected from public sources.",
            ja="参照資料：公開情報から収集した会合等、枠組み及び節目。",
        ),
        made=date(2026, 11, 23),
    )


def main() -> None:
    """Write the nine figures beside this file."""
    facts = load_facts(reference_folder())
    known = facts.catalogue
    items = resolve(facts.accounts, known.documents, Iris()).engagements
    whole = meta("all engagements", "全ての会合等")
    three = meta("series jp-eu-us-trilateral", "日米欧三極実務当局者会合のシリーズ")
    parties = ("JP", "US", "EU")
    story = dialogue_between(parties, items, known, STORY, Period(date(2016, 1, 1)))
    forum = dialogue_of("appa-forum", items, known)
    around = meta("around the US Federal Trade Commission", "米国連邦取引委員会を中心に")
    told = meta("talks between Japan, the US and the EU, 2016 to today", "日米欧の対話（2016年〜現在）")
    drawn = {
        "1-trilateral": render_dialogue(dialogue_of("jp-eu-us-trilateral", items, known), known, three, "ja", "svg"),
        "2-story": render_dialogue(story, known, told, "en", "svg"),
        "3-forum": render_dialogue(forum, known, meta("series appa-forum", "APPAフォーラム"), "ja", "svg"),
        "4-network": render_network(items, known, whole, "ja", "svg"),
        "5-around": render_network(items, known, around, "en", "svg", options=NetworkOptions(around="us-ftc")),
        "6-frameworks": render_framework_lines(items, known, whole, "ja", "svg"),
        "7-matrix": render_matrix(items, known, whole, "en", "svg"),
        "8-levels": render_levels(items, known, whole, "ja", "svg", fiscal=True),
        "9-timeline": render_timeline(items, known, whole, "en", "svg"),
    }
    for name, picture in drawn.items():
        (FOLDER / f"{name}.svg").write_bytes(picture)


if __name__ == "__main__":
    main()

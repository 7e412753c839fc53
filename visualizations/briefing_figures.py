"""The figures of a briefing: the line of talks, and who else took part."""

from __future__ import annotations

from visualizations.briefing_model import Part, Shown
from visualizations.briefing_writer import Writer
from visualizations.captions import caption, describe, describe_long
from visualizations.dialogue import dialogue_picture
from visualizations.dialogue_sheet import figures
from visualizations.network import NetworkOptions
from visualizations.network_page import network_panel


def dialogue(writer: Writer) -> Part:
    """The talks of the two alone, the latest sixty of them."""
    dialogue, language = writer.briefing.dialogue, writer.language
    heading = writer.say("３　対話の経緯", "3  The line of talks")
    if not dialogue.meetings:
        none = writer.say(
            "当事者のみの対話（多数国間の会合を除く）の記載は、収録資料にない。",
            "The sources tell of no talks between the two alone (larger meetings apart).",
        )
        return Part(heading, (none,))
    picture = dialogue_picture(dialogue, writer.catalogue, language)
    words = (describe_long if picture.overview else describe)(dialogue, writer.catalogue, language)

    shown = Shown(figures(picture, "dialogue"), caption(dialogue, writer.catalogue, language), words)
    shown_count = len(dialogue.meetings)
    rest = writer.briefing.talks - shown_count
    said = writer.say(
        f"直近の{shown_count}件を示す（このほか{rest}件）。",
        f"The latest {shown_count} are shown; {rest} more came before.",
    )
    return Part(heading, (said,) if rest else (), figure=shown)


def network(writer: Writer) -> Part:
    """Who else took part, around the body."""
    heading = writer.say("４　会合等を通じた関係", "4  Who else took part")
    options = NetworkOptions(around=writer.briefing.body.id, most_bodies=40, most_ties=160)
    found = network_panel(writer.briefing.held, writer.catalogue, options, writer.language)
    if found is None:
        return Part(heading, (writer.nothing(),))
    drawing, words, points = found

    return Part(heading, points=tuple(points), figure=Shown((drawing,), words, words))

"""The tables of a briefing: contacts, statements, commitments, frameworks, what is coming, posts, the annex."""

from __future__ import annotations

from graph.model import Framework, When
from visualizations.briefing import Said
from visualizations.briefing_model import Part
from visualizations.briefing_writer import Writer
from visualizations.engagement_grid import kind_and_status
from visualizations.figure import Grid, GridRow
from visualizations.table import statement_words, who_words
from visualizations.words import (
    body_name,
    framework_name,
    jurisdiction_name,
    label,
    listed,
    state_words,
    when_words,
)

MOST_SAID = 60
MOST_STEPS = 40


def last_contacts(writer: Writer) -> Part:
    """The latest contacts, the newest first."""
    items = tuple(reversed(writer.briefing.last))
    return Part(
        writer.say("２　直近の会合等", "2  Last contacts"),
        grid=writer.engagements(items) if items else None,
        sentences=() if items else (writer.nothing(),),
    )


def statements(writer: Writer) -> Part:
    """What was put forward or settled, then what was only spoken about."""
    heading = writer.say("５　提案・確認・合意事項等", "5  Proposed, confirmed, agreed")
    weighty, spoken = writer.briefing.said, writer.briefing.spoken
    rows = [*weighty, *spoken][:MOST_SAID]
    if not rows:
        return Part(heading, (writer.nothing(),))
    columns = (writer.say("時期", "When"), writer.say("会合等", "Engagement"), writer.say("内容", "What"))
    left_out = len(weighty) + len(spoken) - len(rows)
    return Part(heading, grid=Grid("", columns, tuple(_said(writer, one) for one in rows), left_out=left_out))


def _said(writer: Writer, one: Said) -> GridRow:
    return GridRow(
        (
            (when_words(one.engagement.when, writer.language),),
            (one.engagement.title.in_language(writer.language),),
            (statement_words(one.statement, writer.catalogue, writer.language),),
        ),
        writer.notes.cite(one.engagement.sources),
    )


def commitments(writer: Writer) -> Part:
    """Promises not known to be kept, those that fall due first at the head."""
    heading = writer.say("６　未了の約束", "6  Open commitments")
    if not writer.briefing.commitments:
        return Part(heading, (writer.nothing(),))
    columns = (writer.say("期限", "Due"), writer.say("約束した会合等", "Made at"), writer.say("内容", "What"))
    rows = []
    for one in writer.briefing.commitments:
        due = one.statement.due
        words = when_words(due, writer.language) if due else writer.say("期限の記載なし", "no date")
        if due and due.latest < writer.briefing.scope.today:
            words += writer.say("（経過）", " (past)")
        rows.append(GridRow(((words,), *_said(writer, one).cells[1:]), writer.notes.cite(one.engagement.sources)))
    return Part(heading, grid=Grid("", columns, tuple(rows)))


def frameworks(writer: Writer) -> Part:
    """Frameworks and their state, their steps, and in which the body takes part."""
    heading = writer.say("７　枠組みとその状況", "7  Frameworks and their state")
    rows = [_framework(writer, one) for one in writer.briefing.frameworks]
    steps = [
        f"{when_words(step.when, writer.language)}{writer.say('　', ': ')}{step.what.in_language(writer.language)}"
        for step in sorted(writer.briefing.milestones, key=lambda step: (step.when.earliest, step.id))[-MOST_STEPS:]
    ]
    members = [
        writer.say(
            f"{_of(writer, one.of)}（{label('membership-role', one.role, 'ja')}）",
            f"{_of(writer, one.of)} ({label('membership-role', one.role, 'en')})",
        )
        for one in writer.briefing.memberships
    ]
    sentences = (
        [
            writer.say(
                f"{writer.name}の参加：{listed(members, 'ja')}。",
                f"{writer.name} takes part in: {listed(members, 'en')}.",
            )
        ]
        if members
        else []
    )
    if not rows and not sentences:
        return Part(heading, (writer.nothing(),))
    columns = (
        writer.say("枠組み", "Framework"),
        writer.say("種別", "Kind"),
        writer.say("採択", "Adopted"),
        writer.say("発効", "In force"),
        writer.say("状況", "State"),
    )
    return Part(heading, tuple(sentences), tuple(steps), grid=Grid("", columns, tuple(rows)) if rows else None)


def _of(writer: Writer, slug: str) -> str:
    if slug in writer.catalogue.frameworks:
        return framework_name(slug, writer.catalogue, writer.language)
    return body_name(slug, writer.catalogue, writer.language)


def _framework(writer: Writer, one: Framework) -> GridRow:
    def day(when: When | None) -> tuple[str, ...]:
        return (when_words(when, writer.language),) if when else ()

    name = one.name.in_language(writer.language)
    if one.to_jurisdiction:
        ends = [
            jurisdiction_name(code, writer.catalogue, writer.language)
            for code in (one.from_jurisdiction, one.to_jurisdiction)
        ]
        name += writer.say(f"（{ends[0]}→{ends[1]}）", f" ({ends[0]} → {ends[1]})")
    ended = (writer.say("終了：", "ended ") + when_words(one.ended, writer.language),) if one.ended else ()
    state = ended or (state_words(one.status, writer.language),)
    kind = label("framework-kind", one.kind, writer.language)
    cells = ((name,), (kind,), day(one.adopted), day(one.in_force), state)
    return GridRow(cells, writer.notes.cite((one.source,)))


def coming(writer: Writer) -> Part:
    """What is planned."""
    heading = writer.say("８　今後の予定", "8  Coming up")
    items = writer.briefing.coming
    return Part(heading, () if items else (writer.nothing(),), grid=writer.engagements(items) if items else None)


def posts(writer: Writer) -> Part:
    """The posts met, the highest level first."""
    heading = writer.say("９　面会した役職", "9  Posts met")
    if not writer.briefing.posts:
        return Part(heading, (writer.nothing(),))
    columns = (
        writer.say("役職", "Post"),
        writer.say("回数", "Times"),
        writer.say("直近", "Last"),
        writer.say("会合等", "Engagement"),
    )
    rows = tuple(
        GridRow(
            (
                (who_words(one.participant, writer.catalogue, writer.language),),
                (str(one.times),),
                (when_words(one.last.when, writer.language),),
                (one.last.title.in_language(writer.language), kind_and_status(one.last, writer.language)),
            ),
            writer.notes.cite(one.last.sources),
        )
        for one in writer.briefing.posts
    )
    return Part(heading, grid=Grid("", columns, rows))


def annex(writer: Writer) -> Part:
    """Every engagement of the period."""
    heading = writer.say("別表　対象期間の会合等", "Annex: engagements of the period")
    held = writer.briefing.held
    return Part(
        heading, () if held else (writer.nothing(),), grid=writer.engagements(held) if held else None, annex=True
    )

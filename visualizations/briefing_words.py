"""A briefing as a document: headings, sentences, figures and tables in one language, with numbered sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.model import Catalogue, Engagement, Framework, When
from visualizations.briefing import Briefing, Said
from visualizations.captions import caption, describe, describe_long
from visualizations.dialogue import dialogue_picture
from visualizations.dialogue_page import dialogue_svg
from visualizations.dialogue_sheet import figures
from visualizations.engagement_grid import engagement_grid, kind_and_status
from visualizations.figure import Grid, GridRow
from visualizations.network import NetworkOptions
from visualizations.network_page import network_file, network_panel
from visualizations.page import FigureMeta
from visualizations.table import Note, Notes, statement_words, who_words
from visualizations.words import (
    body_name,
    day_words,
    framework_name,
    jurisdiction_name,
    label,
    listed,
    many,
    place_words,
    say,
    state_words,
    when_words,
)

MOST_ANNEX = 300
MOST_SAID = 60
MOST_STEPS = 40


@dataclass(frozen=True)
class Shown:
    """A figure within a document: SVG parts for a page, one whole SVG file to be drawn as a picture, its words."""

    parts: tuple[str, ...]
    whole: Callable[[], bytes]
    caption: str
    description: str


@dataclass(frozen=True)
class Part:
    """A section: heading, sentences, points, a figure, a table; what is empty is left out of the page."""

    heading: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    figure: Shown | None = None
    grid: Grid | None = None
    annex: bool = False


@dataclass(frozen=True)
class BriefingDocument:
    """The whole document in one language."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]


def briefing_document(briefing: Briefing, catalogue: Catalogue, meta: FigureMeta, language: str) -> BriefingDocument:
    """Everything that the briefing says, in the order in which it is read."""
    writer = _Writer(briefing, catalogue, meta, language)
    parts = (
        writer.summary(),
        writer.last_contacts(),
        writer.dialogue(),
        writer.network(),
        writer.statements(),
        writer.commitments(),
        writer.frameworks(),
        writer.coming(),
        writer.posts(),
        writer.annex(),
        writer.coverage(),
    )
    name = body_name(briefing.body.id, catalogue, language)
    return BriefingDocument(
        language=language,
        title=say(language, f"{name}との協力関係について", f"Cooperation with {name}"),
        facts=writer.facts(),
        parts=parts,
        notes=writer.notes.all(),
    )


class _Writer:
    """Writes the parts in order, so that sources are numbered as they are first cited."""

    def __init__(self, briefing: Briefing, catalogue: Catalogue, meta: FigureMeta, language: str) -> None:
        self.briefing = briefing
        self.catalogue = catalogue
        self.meta = meta
        self.language = language
        self.notes = Notes(language)
        self.name = body_name(briefing.body.id, catalogue, language)

    def say(self, ja: str, en: str) -> str:
        return say(self.language, ja, en)

    def facts(self) -> tuple[tuple[str, str], ...]:
        scope = self.briefing.scope
        said = [
            (self.say("目的", "Purpose"), scope.purpose),
            (self.say("対象期間", "Period"), self._period()),
            (self.say("作成", "Prepared for"), body_name(scope.home, self.catalogue, self.language)),
            (self.say("基準日", "As of"), day_words(scope.today, self.language)),
            (self.say("版", "Edition"), self.meta.edition),
        ]
        return tuple((term, words) for term, words in said if words)

    def _period(self) -> str:
        scope = self.briefing.scope
        first = day_words(scope.first, self.language) if scope.first else ""
        last = day_words(scope.last, self.language) if scope.last else ""
        if not first and not last:
            return self.say("全期間", "all recorded")
        if not last:
            return self.say(f"{first}以降", f"since {first}")
        return self.say(f"{first}〜{last}", f"{first} to {last}") if first else self.say(f"{last}まで", f"until {last}")

    def summary(self) -> Part:
        """Sentences with counts; a body without any engagement is said to have none in these sources."""
        held = self.briefing.held
        heading = self.say("１　概要", "1  Summary")
        if not held:
            none = self.say(
                f"対象期間に{self.name}が参加した会合等は、収録資料にはない（会合がなかったことを意味しない）。",
                f"The sources tell of no engagement of {self.name} in this period; it may have had some all the same.",
            )
            return Part(heading, (none, *self._before()))
        counts = [
            self.say(f"{label('kind', kind, 'ja')}{count}件", f"{count} {label('kind', kind, 'en')}")
            for kind, count in self.briefing.kinds()
        ]
        home = body_name(self.briefing.scope.home, self.catalogue, self.language)
        sentences = [
            self.say(
                f"対象期間に{self.name}が参加した会合等は{len(held)}件（{listed(counts, 'ja')}）で、"
                f"うち{self.briefing.together()}件に{home}も参加した。",
                f"{self.name} took part in {many(len(held), 'engagement')} in this period ({listed(counts, 'en')}); "
                f"{home} took part in {self.briefing.together()} of them as well.",
            ),
            *self._before(),
            self._latest(held[-1]),
            *self._outcome(),
        ]
        return Part(heading, tuple(sentences))

    def _before(self) -> list[str]:
        if not self.briefing.before:
            return []
        count = self.briefing.before
        return [
            self.say(f"対象期間より前の会合等が{count}件ある。", f"{many(count, 'engagement')} took place before it.")
        ]

    def _latest(self, item: Engagement) -> str:
        when, where = when_words(item.when, self.language), place_words(item.place, self.catalogue, self.language)
        title = item.title.in_language(self.language)
        return self.say(
            f"直近は、{when}の「{title}」（{where}）である。", f"The latest was on {when}: {title} ({where})."
        )

    def _outcome(self) -> list[str]:
        said, frameworks, coming = self.briefing.said, self.briefing.frameworks, self.briefing.coming
        sentences = []
        if said:
            count = len(said)
            sentences.append(
                self.say(
                    f"提案・確認・合意等の記録は{count}件。",
                    f"{many(count, 'proposal or agreement', 'proposals or agreements')} recorded.",
                )
            )
        if frameworks:
            names = [framework_name(one.id, self.catalogue, self.language) for one in frameworks[:4]]
            sentences.append(
                self.say(f"主な枠組みは、{listed(names, 'ja')}。", f"Chief frameworks: {listed(names, 'en')}.")
            )
        if coming:
            sentences.append(self.say(f"今後の予定は{len(coming)}件。", f"{many(len(coming), 'engagement')} planned."))
        return sentences

    def last_contacts(self) -> Part:
        items = tuple(reversed(self.briefing.last))
        return Part(
            self.say("２　直近の会合等", "2  Last contacts"),
            grid=self._engagements(items) if items else None,
            sentences=() if items else (self._nothing(),),
        )

    def _nothing(self) -> str:
        return self.say("収録資料に記載なし。", "Nothing in these sources.")

    def _engagements(self, items: Sequence[Engagement]) -> Grid:
        found = engagement_grid(items, self.catalogue, self.language, self.notes, MOST_ANNEX)
        return Grid("", found.columns, found.rows, left_out=found.left_out)

    def dialogue(self) -> Part:
        dialogue, language = self.briefing.dialogue, self.language
        heading = self.say("３　対話の経緯", "3  The line of talks")
        if not dialogue.meetings:
            none = self.say(
                "当事者のみの対話（多数国間の会合を除く）の記載は、収録資料にない。",
                "The sources tell of no talks between the two alone (larger meetings apart).",
            )
            return Part(heading, (none,))
        picture = dialogue_picture(dialogue, self.catalogue, language)
        words = (describe_long if picture.overview else describe)(dialogue, self.catalogue, language)

        def whole() -> bytes:
            return dialogue_svg(dialogue, self.catalogue, self.meta, language)

        shown = Shown(figures(picture, "dialogue"), whole, caption(dialogue, self.catalogue, language), words)
        shown_count = len(dialogue.meetings)
        rest = self.briefing.talks - shown_count
        said = self.say(
            f"直近の{shown_count}件を示す（このほか{rest}件）。",
            f"The latest {shown_count} are shown; {rest} more came before.",
        )
        return Part(heading, (said,) if rest else (), figure=shown)

    def network(self) -> Part:
        heading = self.say("４　会合等を通じた関係", "4  Who else took part")
        options = NetworkOptions(around=self.briefing.body.id, most_bodies=40, most_ties=160)
        found = network_panel(self.briefing.held, self.catalogue, options, self.language)
        if found is None:
            return Part(heading, (self._nothing(),))
        drawing, words, points = found

        def whole() -> bytes:
            return network_file(self.briefing.held, self.catalogue, self.meta, self.language, options)

        return Part(heading, points=tuple(points), figure=Shown((drawing,), whole, words, words))

    def statements(self) -> Part:
        heading = self.say("５　提案・確認・合意事項等", "5  Proposed, confirmed, agreed")
        weighty, spoken = self.briefing.said, self.briefing.spoken
        rows = [*weighty, *spoken][:MOST_SAID]
        if not rows:
            return Part(heading, (self._nothing(),))
        columns = (self.say("時期", "When"), self.say("会合等", "Engagement"), self.say("内容", "What"))
        left_out = len(weighty) + len(spoken) - len(rows)
        return Part(heading, grid=Grid("", columns, tuple(self._said(one) for one in rows), left_out=left_out))

    def _said(self, one: Said) -> GridRow:
        return GridRow(
            (
                (when_words(one.engagement.when, self.language),),
                (one.engagement.title.in_language(self.language),),
                (statement_words(one.statement, self.catalogue, self.language),),
            ),
            self.notes.cite(one.engagement.sources),
        )

    def commitments(self) -> Part:
        heading = self.say("６　未了の約束", "6  Open commitments")
        if not self.briefing.commitments:
            return Part(heading, (self._nothing(),))
        columns = (self.say("期限", "Due"), self.say("約束した会合等", "Made at"), self.say("内容", "What"))
        rows = []
        for one in self.briefing.commitments:
            due = one.statement.due
            words = when_words(due, self.language) if due else self.say("期限の記載なし", "no date")
            if due and due.latest < self.briefing.scope.today:
                words += self.say("（経過）", " (past)")
            rows.append(GridRow(((words,), *self._said(one).cells[1:]), self.notes.cite(one.engagement.sources)))
        return Part(heading, grid=Grid("", columns, tuple(rows)))

    def frameworks(self) -> Part:
        heading = self.say("７　枠組みとその状況", "7  Frameworks and their state")
        rows = [self._framework(one) for one in self.briefing.frameworks]
        steps = [
            f"{when_words(step.when, self.language)}{self.say('　', ': ')}{step.what.in_language(self.language)}"
            for step in sorted(self.briefing.milestones, key=lambda step: (step.when.earliest, step.id))[-MOST_STEPS:]
        ]
        members = [
            self.say(
                f"{self._of(one.of)}（{label('membership-role', one.role, 'ja')}）",
                f"{self._of(one.of)} ({label('membership-role', one.role, 'en')})",
            )
            for one in self.briefing.memberships
        ]
        sentences = (
            [
                self.say(
                    f"{self.name}の参加：{listed(members, 'ja')}。",
                    f"{self.name} takes part in: {listed(members, 'en')}.",
                )
            ]
            if members
            else []
        )
        if not rows and not sentences:
            return Part(heading, (self._nothing(),))
        columns = (
            self.say("枠組み", "Framework"),
            self.say("種別", "Kind"),
            self.say("採択", "Adopted"),
            self.say("発効", "In force"),
            self.say("状況", "State"),
        )
        return Part(heading, tuple(sentences), tuple(steps), grid=Grid("", columns, tuple(rows)) if rows else None)

    def _of(self, slug: str) -> str:
        if slug in self.catalogue.frameworks:
            return framework_name(slug, self.catalogue, self.language)
        return body_name(slug, self.catalogue, self.language)

    def _framework(self, one: Framework) -> GridRow:
        def day(when: When | None) -> tuple[str, ...]:
            return (when_words(when, self.language),) if when else ()

        name = one.name.in_language(self.language)
        if one.to_jurisdiction:
            ends = [
                jurisdiction_name(code, self.catalogue, self.language)
                for code in (one.from_jurisdiction, one.to_jurisdiction)
            ]
            name += self.say(f"（{ends[0]}→{ends[1]}）", f" ({ends[0]} → {ends[1]})")
        ended = (self.say("終了：", "ended ") + when_words(one.ended, self.language),) if one.ended else ()
        state = ended or (state_words(one.status, self.language),)
        kind = label("framework-kind", one.kind, self.language)
        cells = ((name,), (kind,), day(one.adopted), day(one.in_force), state)
        return GridRow(cells, self.notes.cite((one.source,)))

    def coming(self) -> Part:
        heading = self.say("８　今後の予定", "8  Coming up")
        items = self.briefing.coming
        return Part(heading, () if items else (self._nothing(),), grid=self._engagements(items) if items else None)

    def posts(self) -> Part:
        heading = self.say("９　面会した役職", "9  Posts met")
        if not self.briefing.posts:
            return Part(heading, (self._nothing(),))
        columns = (
            self.say("役職", "Post"),
            self.say("回数", "Times"),
            self.say("直近", "Last"),
            self.say("会合等", "Engagement"),
        )
        rows = tuple(
            GridRow(
                (
                    (who_words(one.participant, self.catalogue, self.language),),
                    (str(one.times),),
                    (when_words(one.last.when, self.language),),
                    (one.last.title.in_language(self.language), kind_and_status(one.last, self.language)),
                ),
                self.notes.cite(one.last.sources),
            )
            for one in self.briefing.posts
        )
        return Part(heading, grid=Grid("", columns, rows))

    def annex(self) -> Part:
        heading = self.say("別表　対象期間の会合等", "Annex: engagements of the period")
        held = self.briefing.held
        return Part(
            heading, () if held else (self._nothing(),), grid=self._engagements(held) if held else None, annex=True
        )

    def coverage(self) -> Part:
        """What the sources cover, and what their silence does not mean."""
        return Part(
            self.say("収録範囲", "Coverage"),
            (
                self.meta.coverage.in_language(self.language),
                self.say(
                    "収録資料に記載がないことは、会合がなかったことを意味しない。",
                    "What is not in these sources may still have taken place.",
                ),
                self.say(
                    "期間は、日付が特定されないものについては重なりの有無で判定した。",
                    "Where a day is not known, an engagement counts if it may have fallen within the period.",
                ),
            ),
        )

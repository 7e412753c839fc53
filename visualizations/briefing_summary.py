"""The words of a briefing: its facts at the head, the summary in sentences with counts, what the sources cover."""

from __future__ import annotations

from graph.model import Engagement
from visualizations.briefing_model import Part
from visualizations.briefing_writer import Writer
from visualizations.words import (
    body_name,
    day_words,
    framework_name,
    label,
    listed,
    many,
    place_words,
    when_words,
)


def facts(writer: Writer) -> tuple[tuple[str, str], ...]:
    """What stands at the head: purpose, period, for whom, the day, the edition."""
    scope = writer.briefing.scope
    said = [
        (writer.say("目的", "Purpose"), scope.purpose),
        (writer.say("対象期間", "Period"), _period(writer)),
        (writer.say("作成", "Prepared for"), body_name(scope.home, writer.catalogue, writer.language)),
        (writer.say("基準日", "As of"), day_words(scope.today, writer.language)),
        (writer.say("版", "Edition"), writer.meta.edition),
    ]
    return tuple((term, words) for term, words in said if words)


def _period(writer: Writer) -> str:
    scope = writer.briefing.scope
    first = day_words(scope.first, writer.language) if scope.first else ""
    last = day_words(scope.last, writer.language) if scope.last else ""
    if not first and not last:
        return writer.say("全期間", "all recorded")
    if not last:
        return writer.say(f"{first}以降", f"since {first}")
    return writer.say(f"{first}〜{last}", f"{first} to {last}") if first else writer.say(f"{last}まで", f"until {last}")


def summary(writer: Writer) -> Part:
    """Sentences with counts; a body without any engagement is said to have none in these sources."""
    held = writer.briefing.held
    heading = writer.say("１　概要", "1  Summary")
    if not held:
        none = writer.say(
            f"対象期間に{writer.name}が参加した会合等は、収録資料にはない（会合がなかったことを意味しない）。",
            f"The sources tell of no engagement of {writer.name} in this period; it may have had some all the same.",
        )
        return Part(heading, (none, *_before(writer)))
    counts = [
        writer.say(f"{label('kind', kind, 'ja')}{count}件", f"{count} {label('kind', kind, 'en')}")
        for kind, count in writer.briefing.kinds()
    ]
    home = body_name(writer.briefing.scope.home, writer.catalogue, writer.language)
    sentences = [
        writer.say(
            f"対象期間に{writer.name}が参加した会合等は{len(held)}件（{listed(counts, 'ja')}）で、"
            f"うち{writer.briefing.together()}件に{home}も参加した。",
            f"{writer.name} took part in {many(len(held), 'engagement')} in this period ({listed(counts, 'en')}); "
            f"{home} took part in {writer.briefing.together()} of them as well.",
        ),
        *_before(writer),
        _latest(writer, held[-1]),
        *_outcome(writer),
    ]
    return Part(heading, tuple(sentences))


def _before(writer: Writer) -> list[str]:
    if not writer.briefing.before:
        return []
    count = writer.briefing.before
    return [
        writer.say(f"対象期間より前の会合等が{count}件ある。", f"{many(count, 'engagement')} took place before it.")
    ]


def _latest(writer: Writer, item: Engagement) -> str:
    when, where = when_words(item.when, writer.language), place_words(item.place, writer.catalogue, writer.language)
    title = item.title.in_language(writer.language)
    return writer.say(
        f"直近は、{when}の「{title}」（{where}）である。", f"The latest was on {when}: {title} ({where})."
    )


def _outcome(writer: Writer) -> list[str]:
    said, frameworks, coming = writer.briefing.said, writer.briefing.frameworks, writer.briefing.coming
    sentences = []
    if said:
        count = len(said)
        sentences.append(
            writer.say(
                f"提案・確認・合意等の記録は{count}件。",
                f"{many(count, 'proposal or agreement', 'proposals or agreements')} recorded.",
            )
        )
    if frameworks:
        names = [framework_name(one.id, writer.catalogue, writer.language) for one in frameworks[:4]]
        sentences.append(
            writer.say(f"主な枠組みは、{listed(names, 'ja')}。", f"Chief frameworks: {listed(names, 'en')}.")
        )
    if coming:
        sentences.append(writer.say(f"今後の予定は{len(coming)}件。", f"{many(len(coming), 'engagement')} planned."))
    return sentences


def coverage(writer: Writer) -> Part:
    """What the sources cover, and what their silence does not mean."""
    return Part(
        writer.say("収録範囲", "Coverage"),
        (
            writer.meta.coverage.in_language(writer.language),
            writer.say(
                "収録資料に記載がないことは、会合がなかったことを意味しない。",
                "What is not in these sources may still have taken place.",
            ),
            writer.say(
                "期間は、日付が特定されないものについては重なりの有無で判定した。",
                "Where a day is not known, an engagement counts if it may have fallen within the period.",
            ),
        ),
    )

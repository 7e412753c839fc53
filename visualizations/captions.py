"""What a dialogue figure says in words: subtitle, caption with counts, long description, legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from graph.model import Catalogue, Dialogue, Engagement, Milestone, Participant, When
from graph.parties import parties_at
from visualizations.picture import LegendEntry
from visualizations.words import (
    body_name,
    in_a_sentence,
    label,
    listed,
    many,
    place_words,
    say,
    when_words,
)


def subtitle(dialogue: Dialogue, language: str) -> str:
    """The period that the figure covers."""
    period = _period(
        [item.when for item in (*dialogue.meetings, *dialogue.alongside)] + [step.when for step in dialogue.milestones]
    )
    return when_words(period, language) if period else say(language, "記録なし", "nothing recorded")


def _period(dates: Iterable[When]) -> When | None:
    """The months from the first to the last of ``dates``."""
    known = list(dates)
    if not known:
        return None
    first = min(_known_end(when, first=True) for when in known)
    last = max(_known_end(when, first=False) for when in known)
    months = f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else f"{first:%Y-%m}/{last:%Y-%m}"
    return When(edtf=months, earliest=first, latest=last, precision="month")


def _known_end(when: When, *, first: bool) -> date:
    start, _, end = when.edtf.partition("/")
    if start == "..":
        return when.latest
    return when.earliest if first or end == ".." else when.latest


def caption(dialogue: Dialogue, catalogue: Catalogue, language: str) -> str:
    """The caption, in sentences with counts; what is uncertain is counted too."""
    sentences = [_counts(dialogue, catalogue, language)]
    hazy = [item for item in (*dialogue.meetings, *dialogue.alongside) if item.when.precision != "day"]
    if hazy:
        sentences.append(_hazy(len(hazy), language))
    sentences.extend(_other_states(dialogue, language))
    return ("" if language == "ja" else " ").join(sentences)


def _counts(dialogue: Dialogue, catalogue: Catalogue, language: str) -> str:
    parties = listed([in_a_sentence(code, catalogue, language) for code in dialogue.parties], language)
    meetings, talks, steps = len(dialogue.meetings), len(dialogue.alongside), len(dialogue.milestones)
    fixed = bool(dialogue.series.parties)
    ja = [f"{parties}の間の会合{meetings}件" if fixed else f"会合{meetings}件"]
    en = [f"{many(meetings, 'meeting')} between {parties}" if fixed else many(meetings, "meeting")]
    if talks:
        ja.append(f"関係する二者間等の対話{talks}件")
        en.append(f"{many(talks, 'talk')} between some of them")
    if steps:
        ja.append(f"節目となる出来事{steps}件")
        en.append(many(steps, "milestone"))
    words = say(
        language,
        f"{subtitle(dialogue, 'ja')}。{'、'.join(ja)}を示す。",
        f"{subtitle(dialogue, 'en')}: {listed(en, 'en')}.",
    )
    return words if fixed or not dialogue.parties else f"{words}{_open_lanes(dialogue, catalogue, language)}"


def _open_lanes(dialogue: Dialogue, catalogue: Catalogue, language: str) -> str:
    """What the lanes of a forum are, and what they leave out."""
    count = len(dialogue.parties)
    unknown = sum(1 for one in dialogue.meetings if not parties_at(one, dialogue.parties, catalogue))
    ja = f"横線は、参加の記録が多い{count}の国・地域等を表す（その他の参加者は表に掲げる）。"
    en = f" The lanes are the {many(count, 'jurisdiction')} most often recorded; others are in the table."
    if unknown:
        ja += f"参加者の記載がない会合{unknown}件は破線で示す。"
        en += f" {many(unknown, 'meeting')} whose participants are not recorded are drawn as outlines."
    return say(language, ja, en)


def _hazy(count: int, language: str) -> str:
    return say(
        language,
        f"このうち{count}件は日付が特定されておらず、斜線の期間のいずれかの日に当たる（斜線内の左右の位置は日を示さない）。",
        f"For {count} of them the day is not known: each took place on some day of its hatched period, "
        "and its position within the hatching does not stand for a day.",
    )


def _other_states(dialogue: Dialogue, language: str) -> list[str]:
    """How many were not (or not yet) held; never counted silently."""
    sentences = []
    items = (*dialogue.meetings, *dialogue.alongside)
    for status in ("planned", "postponed", "cancelled"):
        count = sum(1 for item in items if item.status == status)
        if count:
            words = label("status", status, language)
            sentences.append(say(language, f"{words}のもの{count}件を含む。", f"{count} of them {words.lower()}."))
    return sentences


def describe_long(dialogue: Dialogue, catalogue: Catalogue, language: str) -> str:
    """What an overview shows: its meetings in words; the tables beside it list the rest by number."""
    told = [sentence(item, catalogue, language) for item in dialogue.meetings]
    rest = say(
        language,
        "二者間等の対話及び節目は、図と同じ番号で表に掲げる。",
        "Talks and milestones are listed in the tables under the numbers that they bear in the figure.",
    )
    return ("" if language == "ja" else " ").join([caption(dialogue, catalogue, language), *told, rest])


def describe(dialogue: Dialogue, catalogue: Catalogue, language: str) -> str:
    """Everything that the figure shows, in order of time, for those who do not see it."""
    told = [
        (item.when.earliest, item.ordinal or 0, item.slug, sentence(item, catalogue, language))
        for item in (*dialogue.meetings, *dialogue.alongside)
    ]
    told += [(step.when.earliest, 0, step.id, _milestone_sentence(step, language)) for step in dialogue.milestones]
    joint = "" if language == "ja" else " "
    return joint.join([caption(dialogue, catalogue, language), *(words for *_, words in sorted(told))])


def _milestone_sentence(milestone: Milestone, language: str) -> str:
    when, what = when_words(milestone.when, language), milestone.what.in_language(language)
    return say(language, f"{when}、{what}。", f"{when}: {what}.")


def sentence(engagement: Engagement, catalogue: Catalogue, language: str) -> str:
    """One engagement in one sentence: when, what, where, who."""
    when = when_words(engagement.when, language)
    where = place_words(engagement.place, catalogue, language, city=True)
    names = [body_name(body, catalogue, language) for body in _bodies(engagement.participants)]
    title = engagement.title.in_language(language)
    ja = f"{when}、「{title}」（{where}）" + (f"。参加：{listed(names, 'ja')}。" if names else "。")
    en = f"{when}: {title} ({where})" + (f", with {listed(names, 'en')}." if names else ".")
    return say(language, ja, en)


def _bodies(participants: Sequence[Participant]) -> list[str]:
    return list(dict.fromkeys(one.authority for one in participants if one.authority))


def legend(dialogue: Dialogue, language: str, *, arrows: bool = True) -> tuple[LegendEntry, ...]:
    """The signs in use, each with its words; what does not occur is not explained."""
    items = (*dialogue.meetings, *dialogue.alongside)
    modes = {item.place.mode for item in items}
    hosts = {item.place.country for item in items} & set(dialogue.parties)
    wanted = (
        (
            "meeting",
            bool(dialogue.meetings),
            say(language, "会合（縦棒は参加した当事者）", "Meeting; the bar joins those who took part"),
        ),
        ("talk", bool(dialogue.alongside), say(language, "二者間等の対話", "Talk beside the meetings")),
        (
            "uncertain",
            any(item.when.precision != "day" for item in items),
            say(language, "日が特定されない期間", "Day not known within this period"),
        ),
        ("host", bool(hosts), say(language, "開催地の当事者（二重丸）", "Party where it took place")),
        (
            "online",
            bool(modes & {"online", "hybrid"}),
            say(language, "オンライン・併用（白抜き）", "Online or hybrid"),
        ),
        (
            "not-held",
            any(item.status != "held" for item in items),
            say(language, "予定・延期・中止（破線）", "Planned, postponed or cancelled"),
        ),
        (
            "arrow",
            bool(dialogue.led_to) and arrows,
            say(
                language,
                "次の対話へ（時間の順。因果を示すものではない）",
                "Next in the line (order in time, not cause)",
            ),
        ),
        ("milestone", bool(dialogue.milestones), say(language, "節目", "Milestone")),
        (
            "band",
            any(item.frameworks or item.statements for item in items),
            say(language, "引き継がれた提案・枠組み", "Proposal or framework carried along"),
        ),
    )
    return tuple(LegendEntry(sign, words) for sign, used, words in wanted if used)

"""The prose of a Japanese document: each sentence to drafts, and what later sentences add to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph.dates import FoundDate
from graph.document import Document
from graph.extract.draft import Draft
from graph.extract.japanese.continuing import go_on
from graph.extract.japanese.journeys import Journey, journey_of, placed
from graph.extract.japanese.narrative import read_heading, read_sentence
from graph.extract.japanese.phrases import held
from graph.extract.japanese.references import Reference, referenced
from graph.extract.japanese.running import running_on
from graph.extract.japanese.stretches import dates_in, leant_on, stay_of
from graph.extract.japanese.thread import Heading, Thread
from graph.extract.japanese.years import year_above, year_of_line
from graph.extract.join import join
from graph.extract.layout import LONGEST_CAPTION, Block, Layout
from graph.extract.learned.passages import Passage, passages_of
from graph.extract.names import read_name
from graph.extract.places import read_place
from graph.extract.sentences import Sentence, sentences
from graph.extract.setting import Setting
from graph.model import Place, When
from graph.text import normal

_BRACKETED: Final = re.compile(r"\([^()]*\)")
_DAYS_OF: Final = re.compile(r"(?:訪問|滞在|面談|会談|出張)(?:日程|日時|期間|日)(?:は)?:(?=[^。]{4,30}$)")
_HOUR: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}(?![0-9])")
_ANNOUNCES: Final = re.compile(r"(?:次|以下)の[^。]{0,30}")
_LONGEST_LINE: Final = 24
_VERB_LAST: Final = re.compile(r"(?:[たする]|出席|参加)$")
_TITLE_LINES: Final = 6


def read_japanese_prose(layout: Layout, drafts: list[Draft], setting: Setting) -> list[Passage]:
    """Read every paragraph of a Japanese document, adding to ``drafts`` and to what they state; returns its dates."""
    document = setting.document
    alone = len(drafts) == 1 and not layout.tables and not layout.ruled
    thread = Thread(last=drafts[0].reading) if alone else _thread_of(document, setting)
    before: tuple[int, ...] = (0,) if alone else ()
    label: str | None = None
    opened: tuple[tuple[int, ...], int] = ((), 0)
    passages: list[Passage] = []
    journeys: list[Journey] = []
    parents = {body.id: body.parent for body in setting.gazetteer.bodies.values() if body.parent}
    for number, block in enumerate(layout.blocks):
        new_section = block.section.label != label
        if new_section:
            before, label = before if alone or _one_so_far(document, drafts) else (), block.section.label
        setting = replace(setting, year=year_above(document, block, setting.year, new_section=new_section))
        heading = _heading(document, block)
        if heading is not None:
            thread = _dates_of_heading(passages, sentences(document, block, number), setting, thread)
            headed = read_heading(heading, setting)
            thread = replace(thread, heading=headed, caption=heading, stay=_stay_under(headed, thread))
            thread, before = _told_by_heading(drafts, sentences(document, block, number), setting, (thread, before))
            continue
        caption = _caption(document, block) or thread.caption
        thread = replace(thread, caption=caption, day=None, ground=_ground(block, thread, setting))
        thread = _on_agenda(document, block, thread, setting)
        for sentence in sentences(document, block, number):
            above = thread.heading.when if thread.heading else thread.day
            setting = replace(setting, year=year_of_line(sentence.text) or setting.year)
            thread = _leaning(thread, sentence.text)
            dates = dates_in(sentence.text, setting, thread.previous, thread.running)
            passages += passages_of(sentence, dates, above, passages)
            journeys += filter(None, [journey_of(sentence.text, dates, setting)])
            told, thread = read_sentence(sentence, setting, thread)
            if told:
                targets = tuple(dict.fromkeys(index for draft in told for index in join(drafts, draft, parents)))
                thread = _of_what_it_retells(thread, told, [drafts[index] for index in targets])
                go_on(drafts, Reference(targets), sentence, setting)
                opened = (targets if _is_line(sentence, targets) else (), number)
            elif inside := _in_a_record(drafts, sentence):
                targets = inside
            else:
                below = opened[0] if number - opened[1] <= 1 else ()
                under = (thread.heading.told if thread.heading else ()) or below
                reference = Reference(under, continued=True) if under else referenced(sentence, drafts, before, setting)
                targets = reference.targets
                go_on(drafts, reference, sentence, setting)
            before = targets or before
            thread = _run_on(thread, sentence.text, dates, document)
            if not told and _ANNOUNCES.search(sentence.text):
                thread = replace(thread, caption=sentence.text)
    if document.period is None:
        drafts[:] = [placed(draft, journeys) for draft in drafts]
    return passages


def _leaning(thread: Thread, text: str) -> Thread:
    """The thread with what the days alone of a sentence lean on: the stay that they lie in, else the date before."""
    leant = leant_on(text, thread.previous, thread.stay)
    within = leant is not None and leant is thread.stay
    return replace(thread, previous=leant, running=leant if within else thread.running)


def _run_on(thread: Thread, text: str, dates: list[FoundDate], document: Document) -> Thread:
    """The thread with the day or month that the next sentence runs on from."""
    running = running_on(text, dates, thread.running, document.published)
    return replace(thread, running=running, stay=stay_of(dates) or thread.stay)


def _dates_of_heading(passages: list[Passage], words: Iterator[Sentence], setting: Setting, thread: Thread) -> Thread:
    """Adds the dates of a heading to those read so far; returns the thread that runs on from them."""
    for sentence in words:
        dates = dates_in(sentence.text, setting, thread.previous, thread.running)
        passages += passages_of(sentence, dates, None, passages)
        thread = _run_on(thread, sentence.text, dates, setting.document)
    return thread


def _stay_under(heading: Heading | None, thread: Thread) -> When | None:
    """The days that a heading is about where they are several, else those told before it."""
    several = heading is not None and heading.when.precision == "day" and heading.when.earliest < heading.when.latest
    return heading.when if heading is not None and several else thread.stay


def _of_what_it_retells(thread: Thread, told: list[Draft], joined: list[Draft]) -> Thread:
    """The thread with the series of the meeting that a number alone retold (第13回会合), for 次回 behind it."""
    one = joined[0].reading if len(joined) == 1 else None
    if one is None or one.series is None or told[-1].reading.series == one.series:
        return thread
    return replace(thread, last=one, series=one if one.ordinal else thread.series, spoken=one)


def _on_agenda(document: Document, block: Block, thread: Thread, setting: Setting) -> Thread:
    """An agenda: a day alone on its line, and below it entries that each begin with an hour."""
    words = normal(document.text[block.start : block.end])
    if _DAYS_OF.match(words):
        told = [
            one.when for one in dates_in(words, setting, thread.previous, thread.running) if one.when.precision == "day"
        ]
        return replace(thread, heading=Heading(told[0], thread.ground, ())) if len(told) == 1 else thread
    if _HOUR.match(words):
        return replace(thread, day=thread.agenda)
    if len(words) > _LONGEST_LINE:
        return thread
    days = [one for one in dates_in(words, setting, thread.previous, thread.running) if one.when.precision == "day"]
    alone = len(days) == 1 and days[0].end - days[0].start == len(words)
    return replace(thread, agenda=days[0].when) if alone and days[0].when.earliest != document.published else thread


def _ground(block: Block, thread: Thread, setting: Setting) -> Place | None:
    """The place that a line is, beside the days spent there (○マニラ（２月18日・19日）), else the one before it."""
    if block.end - block.start > LONGEST_CAPTION or "。" in setting.document.text[block.start : block.end]:
        return thread.ground
    words = normal(setting.document.text[block.start : block.end])
    read = read_place(_BRACKETED.sub("", words.lstrip("○〇●◎■□◆◇・ ")), setting.gazetteer)
    return read.place if read is not None and read.whole and read.place.countries else thread.ground


def _is_line(sentence: Sentence, targets: tuple[int, ...]) -> bool:
    """Whether a line that is no sentence names one meeting, of which the paragraph below it tells."""
    return len(targets) == 1 and not sentence.text.endswith("。")


def _thread_of(document: Document, setting: Setting) -> Thread:
    """The thread at the beginning of a document: the series that its title names, which 次回 and 前回 speak of."""
    if document.period is not None:
        return Thread()
    for line in document.lines[:_TITLE_LINES]:
        words = normal(document.text[line.start : line.end])
        reading = read_name(words, setting) if 0 < len(words) <= LONGEST_CAPTION and "。" not in words else None
        if reading is not None and reading.series is not None:
            return Thread(last=reading, series=reading)
    return Thread()


def _told_by_heading(
    drafts: list[Draft],
    words: Iterator[Sentence],
    setting: Setting,
    so_far: tuple[Thread, tuple[int, ...]],
) -> tuple[Thread, tuple[int, ...]]:
    """A heading that names a talk, with whom and on which day, tells of it: (1)商務省次官との面談（6月12日）."""
    thread, before = so_far
    if thread.heading is None or thread.heading.when.precision != "day":
        return thread, before
    for sentence in words:
        told, after = read_sentence(sentence, setting, replace(thread, heading=None))
        named = [draft for draft in told if draft.reading.talk and draft.reading.bodies]
        if len(named) == 1:
            targets = tuple(join(drafts, named[0]))
            return replace(after, heading=replace(thread.heading, told=targets), caption=thread.caption), targets
    return thread, before


def _caption(document: Document, block: Block) -> str | None:
    """The words of a line without a mark that stands above others as their heading: 二国間の会談等."""
    if block.end - block.start > _LONGEST_LINE or "。" in document.text[block.start : block.end]:
        return None
    words = normal(document.text[block.start : block.end])
    plain = not re.search(r"[。0-9:]|^[・○(]", words) and not _VERB_LAST.search(words)
    return words if plain else None


def _one_so_far(document: Document, drafts: list[Draft]) -> bool:
    """Whether a page that is no report has told of one meeting only, which its next section goes on about."""
    return document.period is None and len(drafts) == 1


def _heading(document: Document, block: Block) -> str | None:
    """The words of a paragraph that is a heading: short, under a mark of its own, and no sentence."""
    if block.end - block.start > LONGEST_CAPTION or not block.heading:
        return None
    words = normal(document.text[block.start : block.end])
    return None if "。" in words or (held(words) and words.endswith(("た", "す"))) else words


def _in_a_record(drafts: list[Draft], sentence: Sentence) -> tuple[int, ...]:
    """The meetings of the form that a line belongs to: 出席者 of it are not those of the meeting told before it."""
    start, end = sentence.span(0, len(sentence.text))
    return tuple(
        index
        for index, draft in enumerate(drafts)
        if draft.origin == "table" and any((e.start or 0) <= start and end <= (e.end or 0) for e in draft.evidence)
    )

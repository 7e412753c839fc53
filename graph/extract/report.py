"""The main job: a document to accounts, one for each event that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph.document import Document
from graph.extract.accounts import account_of
from graph.extract.bodies import named_bodies
from graph.extract.company import SIDES, attendees
from graph.extract.draft import Draft
from graph.extract.english.prose import read_english_prose
from graph.extract.gazetteer import Gazetteer
from graph.extract.grids import read_ruled
from graph.extract.join import fuller, join, join_participants
from graph.extract.layout import LONGEST_CAPTION, Block, Layout, read_layout
from graph.extract.locations import location
from graph.extract.names import read_name
from graph.extract.narrative import read_heading, read_sentence
from graph.extract.net import Unread, by_words_alone
from graph.extract.phrases import held
from graph.extract.places import read_place
from graph.extract.records import read_records
from graph.extract.references import Reference, referenced, together
from graph.extract.sentences import Sentence, sentences
from graph.extract.setting import Setting, setting_of
from graph.extract.statements import read_statements
from graph.extract.status import fate
from graph.extract.stretches import dates_in
from graph.extract.summaries import without_summaries
from graph.extract.tables import read_table
from graph.extract.thread import Heading, Thread
from graph.model import Account, Evidence, Participant, Place
from graph.text import normal

_ATTENDED: Final = re.compile(r"(?:出席|参加|同席|陪席|応対)し(?!な|ませ|てい?な)")
_AHEAD: Final = re.compile(r"予定|次回|再度|今後|本年中|年内")
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_IN_JAPAN: Final = re.compile(r"(?:来日|訪日)(?:中の|した)")
_DAYS_OF: Final = re.compile(r"(?:訪問|滞在|面談|会談|出張)(?:日程|日時|期間|日)(?:は)?:(?=[^。]{4,30}$)")
_HOUR: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}(?![0-9])")
_ANNOUNCES: Final = re.compile(r"(?:次|以下)の[^。]{0,30}")
LONGEST_LINE: Final = 24
_VERB_LAST: Final = re.compile(r"(?:[たする]|出席|参加)$")
_SIDE_LIST: Final = re.compile(r"^[^、。:]{1,8}側(?:出席者|参加者)?:")
_TITLE_LINES: Final = 6
MISCOUNTED: Final = "the text says another number of meetings / 本文の回数と表の件数が一致しない"


def extract(document: Document, gazetteer: Gazetteer) -> list[Account]:
    """Every event that a report tells of, each once, with all its passages; in order of time.

    Tables are read first, then prose, which may retell a row, add to it, or tell of events of its own.
    A document without engagements gives an empty list.
    """
    setting = setting_of(document, gazetteer)
    layout = read_layout(document)
    drafts: list[Draft] = []
    for draft in read_ruled(layout.ruled, setting):
        join(drafts, draft)
    for table in layout.tables:
        for draft in read_table(table, setting):
            join(drafts, draft)
    for draft in read_records(setting, _table_spans(layout)):
        join(drafts, draft)
    if document.language == "ja":
        _read_prose(document, layout, drafts, setting)
    else:
        read_english_prose(layout, drafts, setting)
    accounts = [account_of(draft, setting) for draft in without_summaries(drafts, document.period)]
    return sorted(accounts, key=lambda one: (one.when.earliest, one.when.latest, one.evidence[0].start or 0))


def _table_spans(layout: Layout) -> list[tuple[int, int]]:
    """Where tables stand, which forms are not looked for in."""
    cells = [[cell for row in one.grid.rows for cell in row] for one in layout.ruled]
    ruled = [(min(cell.start for cell in one), max(cell.end for cell in one)) for one in cells if one]
    return ruled + [(one.lines[0].start, one.lines[-1].end) for one in layout.tables if one.lines]


def _read_prose(document: Document, layout: Layout, drafts: list[Draft], setting: Setting) -> None:
    alone = len(drafts) == 1 and not layout.tables and not layout.ruled
    thread = Thread(last=drafts[0].reading) if alone else _thread_of(document, setting)
    before: tuple[int, ...] = (0,) if alone else ()
    label: str | None = None
    opened: tuple[tuple[int, ...], int] = ((), 0)
    unread: list[Unread] = []
    for number, block in enumerate(layout.blocks):
        if block.section.label != label:
            before, label = before if alone or _one_so_far(document, drafts) else (), block.section.label
        heading = _heading(document, block)
        if heading is not None:
            thread = replace(thread, heading=read_heading(heading, setting), caption=heading)
            thread, before = _told_by_heading(drafts, sentences(document, block, number), setting, (thread, before))
            continue
        thread = replace(thread, caption=_caption(document, block) or thread.caption, day=None)
        thread = replace(thread, ground=_ground(block, thread, setting))
        thread = _on_agenda(document, block, thread, setting)
        for sentence in sentences(document, block, number):
            ground = thread
            told, thread = read_sentence(sentence, setting, thread)
            if not told:
                unread.append(Unread(sentence, ground))
            if told:
                targets = tuple(dict.fromkeys(index for draft in told for index in join(drafts, draft)))
                _add(drafts, Reference(targets), sentence, setting)
                opened = (targets if _is_line(sentence, targets) else (), number)
            elif inside := _in_a_record(drafts, sentence):
                targets = inside
            else:
                below = opened[0] if number - opened[1] <= 1 else ()
                under = (thread.heading.told if thread.heading else ()) or below
                reference = Reference(under, continued=True) if under else referenced(sentence, drafts, before, setting)
                targets = reference.targets
                _add(drafts, reference, sentence, setting)
            before = targets or before
            if not told and _ANNOUNCES.search(sentence.text):
                thread = replace(thread, caption=sentence.text)
    drafts += by_words_alone(unread, drafts, setting)


def _on_agenda(document: Document, block: Block, thread: Thread, setting: Setting) -> Thread:
    """An agenda: a day alone on its line, and below it entries that each begin with an hour."""
    words = normal(document.text[block.start : block.end])
    if _DAYS_OF.match(words):
        told = [one.when for one in dates_in(words, setting, thread.previous) if one.when.precision == "day"]
        return replace(thread, heading=Heading(told[0], thread.ground, ())) if len(told) == 1 else thread
    if _HOUR.match(words):
        return replace(thread, day=thread.agenda)
    if len(words) > LONGEST_LINE:
        return thread
    days = [one for one in dates_in(words, setting, thread.previous) if one.when.precision == "day"]
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
    if block.end - block.start > LONGEST_LINE or "。" in document.text[block.start : block.end]:
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


def _add(drafts: list[Draft], reference: Reference, sentence: Sentence, setting: Setting) -> None:
    """Add a sentence and what it states to the drafts that it speaks of."""
    if not reference.targets:
        return
    ground = setting.near(sentence.text)
    evidence = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    statements = read_statements(sentence, ground, _partner(drafts, reference.targets))
    company = together(sentence, ground) if reference.count is not None else ()
    company = company or _attended(sentence, drafts, reference.targets, setting)
    for index in reference.targets:
        draft = drafts[index]
        told_here = reference.continued and draft.place.mode == "unknown" and not _AHEAD.search(sentence.text)
        where = location(sentence.text, 0, len(sentence.text), ground) if told_here else None
        where = where or (_at_home(sentence.text, setting) if told_here else None)
        drafts[index] = replace(
            draft,
            status=fate(sentence.text) or draft.status if reference.continued else draft.status,
            place=fuller(draft.place, where) if where else draft.place,
            evidence=_added(draft.evidence, evidence),
            statements=tuple(dict.fromkeys((*draft.statements, *statements))),
            participants=join_participants(_still_unknown(draft, company, setting), company),
            doubts=(*draft.doubts, MISCOUNTED) if reference.miscounted else draft.doubts,
        )


def _in_a_record(drafts: list[Draft], sentence: Sentence) -> tuple[int, ...]:
    """The meetings of the form that a line belongs to: 出席者 of it are not those of the meeting told before it."""
    start, end = sentence.span(0, len(sentence.text))
    return tuple(
        index
        for index, draft in enumerate(drafts)
        if draft.origin == "table" and any((e.start or 0) <= start and end <= (e.end or 0) for e in draft.evidence)
    )


def _at_home(text: str, setting: Setting) -> Place | None:
    """A talk with somebody who was in the country at the time: 来日中の次官補代理と意見交換を行い."""
    if setting.home != "JP" or not _IN_JAPAN.search(text):
        return None
    return Place(country="JP", countries=("JP",), mode="in-person")


def _attended(
    sentence: Sentence, drafts: list[Draft], targets: tuple[int, ...], setting: Setting
) -> tuple[Participant, ...]:
    """Who a sentence says took part: 総務省からも同席した; all it names, where only countries were told before."""
    if not (_ATTENDED.search(sentence.text) or _SIDE_LIST.match(sentence.text)):
        return ()
    unknown = [one for index in targets for one in drafts[index].participants if one.authority is None]
    countries = frozenset(code for index in targets for code in drafts[index].reading.countries)
    ground = replace(setting.near(sentence.text), nearby=setting.nearby | countries)
    if not unknown or any(drafts[index].reading.bodies for index in targets):
        return tuple(attendees(sentence.text, ground))
    bodies = [
        one for one in named_bodies(sentence.text, ground) if one.authority is not None and one.label not in SIDES
    ]
    return tuple(one.as_participant("participant") for one in bodies)


def _still_unknown(draft: Draft, company: tuple[Participant, ...], setting: Setting) -> tuple[Participant, ...]:
    """The participants without those known only by a country of which a body is now named."""
    known = setting.gazetteer.bodies
    homes = {known[one.authority].jurisdiction for one in company if one.authority in known}
    names = {
        name.in_language(setting.document.language)
        for code in homes
        if (name := setting.gazetteer.jurisdictions.get(code))
    }
    return tuple(one for one in draft.participants if one.authority is not None or one.label not in names)


def _partner(drafts: list[Draft], targets: tuple[int, ...]) -> str | None:
    """The one other side of the talk that a sentence speaks of."""
    partners = {body.authority for index in targets for body in drafts[index].reading.bodies}
    return partners.pop() if len(partners) == 1 else None


def _added(passages: tuple[Evidence, ...], new: Evidence) -> tuple[Evidence, ...]:
    return passages if new in passages else (*passages, new)

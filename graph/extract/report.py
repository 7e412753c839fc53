"""The main job: a document to accounts, one for each event that it tells of."""

from __future__ import annotations

from graph.document import Document
from graph.extract.accounts import account_of
from graph.extract.draft import Draft
from graph.extract.english.net import english_draft
from graph.extract.english.prose import read_english_prose
from graph.extract.gazetteer import Gazetteer
from graph.extract.grids import read_ruled
from graph.extract.japanese.net import japanese_draft
from graph.extract.japanese.prose import read_japanese_prose
from graph.extract.join import join
from graph.extract.layout import Layout, read_layout
from graph.extract.learned.chances import Taught, taught
from graph.extract.learned.judge import judged, unread, weighed
from graph.extract.learned.passages import Passage
from graph.extract.records import read_records
from graph.extract.setting import Setting, setting_of
from graph.extract.summaries import without_summaries
from graph.extract.tables import read_table
from graph.model import Account


def extract(document: Document, gazetteer: Gazetteer, learned: Taught | None = None) -> list[Account]:
    """Every event that a report tells of, each once, with all its passages; in order of time.

    Tables are read first, then prose, which may retell a row, add to it, or tell of events of its own.
    What people's reading taught (``learned``, by default what is shipped) then weighs the dates of the prose.
    A document without engagements gives an empty list.
    """
    setting = setting_of(document, gazetteer)
    layout = read_layout(document)
    drafts, passages = read_by_rules(layout, setting)
    japanese = document.language == "ja"
    chances = judged(passages, setting, learned or taught("ja" if japanese else "en"))
    drafts = weighed(drafts, chances, setting)
    drafts += unread(drafts, chances, japanese_draft if japanese else english_draft, setting)
    accounts = [account_of(draft, setting) for draft in without_summaries(drafts, document.period)]
    return sorted(accounts, key=lambda one: (one.when.earliest, one.when.latest, one.evidence[0].start or 0))


def read_by_rules(layout: Layout, setting: Setting) -> tuple[list[Draft], list[Passage]]:
    """Tables, forms and prose to drafts, by rules alone, and every date of the prose."""
    drafts: list[Draft] = []
    for draft in read_ruled(layout.ruled, setting):
        join(drafts, draft)
    for table in layout.tables:
        for draft in read_table(table, setting):
            join(drafts, draft)
    for draft in read_records(setting, _table_spans(layout)):
        join(drafts, draft)
    read_prose = read_japanese_prose if setting.document.language == "ja" else read_english_prose
    return drafts, read_prose(layout, drafts, setting)


def _table_spans(layout: Layout) -> list[tuple[int, int]]:
    """Where tables stand, which forms are not looked for in."""
    cells = [[cell for row in one.grid.rows for cell in row] for one in layout.ruled]
    ruled = [(min(cell.start for cell in one), max(cell.end for cell in one)) for one in cells if one]
    return ruled + [(one.lines[0].start, one.lines[-1].end) for one in layout.tables if one.lines]

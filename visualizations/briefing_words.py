"""A briefing as a document in one language: its parts in the order in which they are read."""

from __future__ import annotations

from graph.model import Catalogue
from visualizations import briefing_figures, briefing_summary, briefing_tables
from visualizations.briefing import Briefing
from visualizations.briefing_model import BriefingDocument
from visualizations.briefing_writer import Writer
from visualizations.page import FigureMeta
from visualizations.words import body_name, say


def briefing_document(briefing: Briefing, catalogue: Catalogue, meta: FigureMeta, language: str) -> BriefingDocument:
    """Everything that the briefing says, in the order in which it is read."""
    writer = Writer(briefing, catalogue, meta, language)
    parts = (
        briefing_summary.summary(writer),
        briefing_tables.last_contacts(writer),
        briefing_figures.dialogue(writer),
        briefing_figures.network(writer),
        briefing_tables.statements(writer),
        briefing_tables.commitments(writer),
        briefing_tables.frameworks(writer),
        briefing_tables.coming(writer),
        briefing_tables.posts(writer),
        briefing_tables.annex(writer),
        briefing_summary.coverage(writer),
    )
    name = body_name(briefing.body.id, catalogue, language)
    return BriefingDocument(
        language=language,
        title=say(language, f"{name}との協力関係について", f"{name}: record of cooperation"),
        facts=briefing_summary.facts(writer),
        parts=parts,
        notes=writer.notes.all(),
    )

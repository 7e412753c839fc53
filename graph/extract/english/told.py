"""An English clause as read: its words with dates blanked, and the bodies that it tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import Named, home_of
from graph.extract.english.bodies import english_bodies
from graph.extract.english.clauses import Clause, blanked, looks_ahead
from graph.extract.english.demonyms import demonyms
from graph.extract.english.words import (
    TOPIC,
)
from graph.extract.setting import Setting

_THEY: Final = re.compile(
    r"\b(?:(?:next|another|follow-up) (?:(?!the\b)[\w-]+ ){0,3}?(?:meeting|round|visit|call|session"
    r"|exchange|review|dialogue|talks)"
    r"|(?:further|second|third|technical) (?:meeting|dialogue|talks|round|visit|call|session"
    r"|exchange|review)|(?:a|the) (?:second|third|further) one|another one|they|both|the two|the three"
    r"|the parties|the sides|their|each other|these|all three|the authorities|(?:the|our) next one"
    r"|(?:a|another) (?:second |third )?joint (?:workshop|seminar|meeting|session|webinar|conference|event|training)"
    r"|our (?:last|previous|earlier|first|next) (?:[\w-]+ )?(?:meeting|talks|discussions|dialogue)"
    r"|(?:the|our) two (?:authorities|offices|commissions|commissioners|sides|institutions|regulators|bodies"
    r"|agencies)"
    r"|the delegations?"
    r"|th(?:e|is) (?:[\w-]+ ){0,4}"
    r"(?:document|memorandum(?: of \w+)?|mou|arrangement|agreement|signing)"
    r"(?= (?:\([^()]{3,40}\) )?(?:was|were|took|will|is)\b)"
    r"|our (?:memorandum|mou|arrangement)|the (?:joint |working |expert )?(?:group"
    r"|task ?force)|we (?:[\w-]+ ){0,6}again)\b",
    re.IGNORECASE,
)
_OF_TALKS: Final = re.compile(
    r"\b(?:[Mm]eetings?|[Tt]alks|[Dd]iscussions?|[Cc]alls?|[Vv]isits?|[Cc]onsultations|[Nn]egotiations"
    r"|[Bb]ilaterals?|[Cc]onversations?|[Vv]ideo[- ]?conference|[Tt]eleconference|[a-z]+-day\s+(?:programme"
    r"|program|stay))\b"
)
_SIGNED: Final = ("was signed", "were signed", "is signed", "be signed")
# These say when or whether, and not what.
_NOT_A_KIND: Final = ("off", "place", "wished", "during")
OCCASION: Final = re.compile(
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t)\s+the\s+(?:sidelines?|margins?|fringes?)\s+of|(?<=met)\s+during|(?<=talks)\s+during"
    r"|(?<=meeting)\s+during)\s+[^,;(]{3,120}?(?=\s*(?:,|\(|\s{3}|$|\s(?:on|in|at|with)\s))"
    r"|,\s+(?:(?:one|a|two|the|three)\s+)?(?:days?|weeks?|evening)\s+(?:before|after|ahead\s+of)\s+[^,;]{3,80}(?=,)"
    r"|^\W*(?:Ahead\s+of|Alongside|Besides|In\s+parallel\s+(?:to|with)|Prior\s+to|Before|Following|After)\s+"
    r"[^,;(]{3,120}?(?=\s*(?:,|\(|\s{3}|$|\s(?:the\s+[A-Z]|we|our|its)\s))"
)
_TALKS_FIRST: Final = re.compile(
    r"^\W*(?:(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal|[Ff]urther)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:[Mm]eetings?|[Tt]alks|[Dd]iscussions?|[Cc]alls?|[Vv]isits?|[Cc]onsultations|[Cc]onversations?)\s+"
    r"(?:was|were|will|is|are|has|have|may|took|had|to|of|in|on|that|which|due|scheduled|planned|foreseen|expected)\b"
)
_ASIDE: Final = re.compile(
    r"(?:(?:sidelines?|margins?|framework|occasion|fringes?)\s+of"
    r"|met\s+during)\s+(?:the\s+)?(?:[0-9]\w+\s+)?$"
)
# Where something was signed: at the IAPP Summit.
_AT: Final = re.compile(rf"{_ASIDE.pattern}|\bat\s+(?:the\s+)?(?:[0-9]\w+\s+)?$")
_NAME: Final = r"(?:[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,2})"
_SUBJECT_LEAD: Final = re.compile(rf"^\W*(?:[Tt]he\s+)?(?:{_NAME}(?:\s*,\s*|\s+and\s+)(?:the\s+)?){{0,3}}$")
_SUBJECT_TAIL: Final = re.compile(
    rf"^(?:(?:\s*,\s*|,?\s+and\s+)(?:the\s+)?{_NAME}){{0,3}}\s+(?:(?:have|has|had|today|also|then|jointly"
    rf"|again)\s+)*$"
)
_PARTNER_LEAD: Final = re.compile(
    rf"\b(?:talks|meeting|dialogue|consultations|discussions?|met|call|exchange|spoke)\s+(?:[\w ]{{0,24}}\s)?"
    rf"(?:with|between)\s+"
    rf"(?:the\s+)?(?:{_NAME}\s+and\s+(?:the\s+)?)?$"
)
_DIALOGUE: Final = (
    r"(?:\s+[\w-]+){0,5}?\s+(?:[Dd]ialogue|[Tt]alks|[Cc]onsultations?|[Mm]eeting|[Rr]eview|[Dd]iscussions|[Rr]ound)\b"
)
_COMPOUND: Final = re.compile(rf"^[-–][A-Z][\w.]*{_DIALOGUE}")
_TALK_BEHIND: Final = re.compile(_DIALOGUE)
_COMPOUND_END: Final = re.compile(r"(?<![\w-])[A-Z][\w.]*[-–]$")
_DELEGATION: Final = re.compile(
    r"\s+(?:[Gg]overnment|delegation|officials|parliamentarians|[Ee]mbassy|authorities|regulators|[Cc]ommission"
    r"|(?:Federal\s+|Privacy\s+)?Commissioner|[Mm]inist(?:er|ry)|[Aa]mbassador|[Rr]egulator|[Cc]ounterparts?"
    r"|(?:[A-Z][\w'-]+\s+){1,4}(?:Department|Ministry|Agency|Authority|Commission|Office|Council|Institute|Bureau)"
    r"|(?!APPI|PIPA|PIPL|LGPD|GDPR|DPDPA|PDPA|CBPR|GDP)[A-Z]{3,6})\b"
)
_SENT_FROM: Final = re.compile(
    r"(?:[Aa]mbassadors?|Consuls?[- ]General|Consulate[- ]General|Embassy|Government|Parliament|Prime\s+Minister"
    r"|[Oo]fficials|[Dd]elegat(?:ion|es)"
    r"|[Pp]arliamentarians"
    r"|[Mm]embers\s+of\s+[Pp]arliament|[Oo]fficers|[Ss]taff|[Ee]xperts|[Cc]olleagues|[Rr]epresentatives"
    r"|[Rr]egulators|[Tt]eam|(?:Vice-|Deputy\s+)?Minister(?:\s+(?:of|for)\s+[A-Z][\w, ]{2,40}?)?)"
    r"\s+(?:of|from)\s+(?:the\s+)?$"
)
_AUTHORITY_OF: Final = re.compile(r"data protection authority of ")
# The annual meeting of commissioners is theirs.
_OF_OTHERS: Final = re.compile(
    r"\b(?:meetings?|conferences?|visits?|calls?|talks)\s+of\s+(?!(?:the\s+)?(?:two|three|both|officials|experts|minds)\b)"
    r"(?!(?:its|their|the)\s+(?:first|second|kind))"
)
_AND_TALKED: Final = re.compile(
    r",?\s+and\s+(?:discussed|exchanged\s+views\s+on|talked\s+about|explained|shared\s+information\s+on)\b"
)
_WE: Final = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_WITH: Final = re.compile(r"\bwith\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}$")
_LISTED: Final = re.compile(
    r"(?:\s*\([^()]{1,12}\))?\s*(?:,\s*and|,|and|&|as well as)\s+(?:the\s+)?(?:[A-Z][\w']*\s+)?"
)


@dataclass(frozen=True)
class Told:
    """A clause as read: its words with dates blanked, the bodies in it, and what it leans on.

    ``about`` is the series that the whole document is about (``titled``: by its title); ``aside`` that something else
    is told to have happened on the sidelines of what the clause names; ``leaned`` that its bodies are those of the
    words before; ``named`` that the publisher is named in it. ``core`` is the clause up to what was talked about,
    without the occasion at whose side it was.
    """

    clause: Clause
    text: str
    core: str
    bodies: tuple[Named, ...]
    subjects: tuple[Named, ...]
    ours: bool
    about: str | None = None
    titled: bool = False
    aside: bool = False
    leaned: bool = False
    named: bool = False

    @property
    def sort(self) -> str:
        """The sort of the word of contact that the first date goes with: the last before it, else the first."""
        first = self.clause.triggers[0]
        date = min((one.start for one in (*self.clause.dates, *self.clause.late)), default=first.start)
        before = [one for one in self.clause.triggers if one.start < date]
        signed = before and self.text[before[-1].start - self.clause.start :].startswith(_SIGNED)
        if signed:
            return "signed"
        before = [one for one in before if one.sort not in _NOT_A_KIND]
        return before[-1].sort if before else first.sort


@dataclass(frozen=True)
class Company:
    """The partners that they and both speak of, in a ``joint`` paper we too; ``here`` are those of the sentence."""

    bodies: tuple[Named, ...] = ()
    here: tuple[Named, ...] = ()
    joint: bool = False


def tell(text: str, clause: Clause, dates: list[FoundDate], setting: Setting, company: Company) -> Told:
    """Read a clause in its sentence."""
    blank = blanked(text, dates)
    part = blank[clause.start : clause.end]
    first = clause.triggers[0] if clause.triggers else None
    start = first.end if first else clause.start
    topics = [hit.start() for form in (TOPIC, _AND_TALKED) if (hit := form.search(blank, start, clause.end))]
    core = part[: min(topics) - clause.start] if topics else part
    core = OCCASION.sub(lambda hit: " " * len(hit.group()), core) if clause.triggers else core
    named = english_bodies(text, setting)
    inside = [one for one in named if clause.start <= one.start < clause.end]
    self_named = any(one.authority == setting.publisher for one in inside)
    ours = self_named or bool(_WE.search(part))
    edge = clause.start + len(core)
    aside = _AT if first is not None and first.sort == "signed" else _ASIDE
    inside = [one for one in inside if not aside.search(blank[: one.start])]
    if first is not None and first.sort == "met":  # to meet at the Assembly is not to meet the Assembly
        inside = [one for one in inside if home_of(one, setting) != "INT" or not _AT.search(blank[: one.start])]
    near = [one for one in inside if one.start < edge or _in_company(blank, edge, one, inside)]
    foreign = [one for one in near if one.authority != setting.publisher]
    if not foreign and not ours:
        foreign = [one for one in inside if one.authority != setting.publisher and one.authority is not None]
    bodies, leaned = _unique(foreign, setting), False
    met = company.bodies
    they = _THEY.search(part) or (company.joint and _WE.search(part))
    if not bodies and they:
        bodies, ours, leaned = met, True, True
    elif not bodies and looks_ahead(text, clause):
        bodies, ours, leaned = company.here, True, True
    if not bodies and first is not None:
        bodies = paired(blank, (clause.start, clause.end), first.start, setting)
    listed = bool(dates) and not text[: dates[0].start].strip()
    spoken = first is not None and (
        first.sort == "noun" or (first.sort in ("place", "off") and _TALKS_FIRST.match(core))
    )
    spoken = spoken and bool(_OF_TALKS.search(core)) and not _OF_OTHERS.search(core)
    if not bodies and not listed and spoken and setting.home != "INT":
        bodies, ours, leaned = met, True, True
    subjects = tuple(one for one in bodies if first is not None and first.sort != "noun" and one.start < first.start)
    beside = bool(_ASIDE.search(blank[: clause.start]))
    return Told(clause, part, core, bodies, subjects, ours, aside=beside, leaned=leaned, named=self_named)


def paired(text: str, span: tuple[int, int], verb: int, setting: Setting) -> tuple[Named, ...]:
    """The other sides where countries alone are named: Japan and the UK met, talks with France, the UK-Japan dialogue.

    Which body of theirs took part is not said, so none is guessed.
    """
    found = []
    for one in setting.gazetteer.jurisdiction_lexicon.find(text):
        if not (span[0] <= one.start < span[1]) or not text[one.start].isupper() or not setting.foreign(one.id):
            continue
        before, behind = text[span[0] : one.start], text[one.end : span[1]]
        subject = one.end <= verb and _SUBJECT_LEAD.search(before) and _SUBJECT_TAIL.match(text[one.end : verb])
        if (
            subject
            or _PARTNER_LEAD.search(before)
            or _COMPOUND.match(behind)
            or (_COMPOUND_END.search(before) and _TALK_BEHIND.match(behind))
        ):
            found.append(Named(one.start, one.end, None, text[one.start : one.end]))
    countries = [(one.start, one.end, one.id) for one in setting.gazetteer.jurisdiction_lexicon.find(text)]
    for start, end, code in [*countries, *((one.start, one.end, one.code) for one in demonyms(text))]:
        if not (span[0] <= start < span[1] and text[start].isupper() and setting.foreign(code)):
            continue
        hit = _DELEGATION.match(text, end)
        sent = _SENT_FROM.search(text, span[0], start)
        if hit or sent:
            first, last = (sent.start() if sent else start), (hit.end() if hit else end)
            found.append(Named(first, last, None, text[first:last]))
    return tuple({one.label: one for one in found}.values())


def _in_company(text: str, edge: int, body: Named, inside: list[Named]) -> bool:
    """Whether a body behind the topic is one of those met: a workshop on cookies with A and B."""
    before = [one for one in inside if edge <= one.start < body.start]
    lead = text[before[-1].end : body.start] if before else text[edge : body.start]
    if before and _LISTED.fullmatch(lead):
        return _in_company(text, edge, before[-1], inside)
    return bool(_WITH.search(lead))


def _unique(bodies: list[Named], setting: Setting) -> tuple[Named, ...]:
    """Each body once; a union or department beside its own part is left out."""
    known = setting.gazetteer.bodies
    parents = {known[one.authority].parent for one in bodies if one.authority in known}
    # A body of the EU does not meet the EU.
    parents = (parents | {"eu"} if setting.home == "EU" else parents) - {None}
    kept: dict[str, Named] = {}
    homes = {known[one.authority].jurisdiction for one in bodies if one.authority in known}
    for one in bodies:
        # The authority of Australia, named beside a body of Australia, is no second one.
        again = one.authority is None and _AUTHORITY_OF.match(one.label) and homes & _countries(one.label, setting)
        if one.authority not in parents and not again:
            kept.setdefault(one.authority or one.label, one)
    return tuple(kept.values())


def _countries(words: str, setting: Setting) -> set[str]:
    return {one.id for one in setting.gazetteer.jurisdiction_lexicon.find(words)}

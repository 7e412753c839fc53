"""What English sentences say was proposed, explained, shared, discussed, confirmed, agreed, signed, promised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.extract.bodies import Named
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.names import find_topics
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.statements import STRENGTH
from graph.model import Statement, Text
from ontology.terms import StatementType

_ADVERB: Final = r"(?:also |jointly |further |then |both |again |mutually )?"
_VERBS: Final[tuple[tuple[StatementType, str], ...]] = (
    ("signed", r"signed|concluded (?=a|an|the)|entered into (?=a|an)"),
    ("promised", r"committed (?:themselves )?to|commit to|pledged(?: to)?|undertook to|promised(?: to)?"
                 r"|(?:they|we|both(?: sides| parties| authorities| offices)?|the (?:two )?(?:sides|parties"
                     r"|authorities|offices|commissions)|members) will"),
    ("agreed", r"(?:have |has )?(?:reached (?:an )?agreement (?:on|to)|agreed(?: to| on| that| upon)?"
        r"|decided(?: to| that| on)?|adopted|endorsed)"),
    ("confirmed", r"(?:re)?affirmed(?: that)?|reconfirmed(?: that)?|confirmed(?: that)?|reiterated(?: that)?"
        r"|acknowledged(?: that)?"),
    ("proposed", r"proposed(?: to| that)?|suggested(?: that)?|put forward|called for"),
    ("shared", r"shared(?! (?:interest|commitment|value|goal|priorit))|exchanged (?:information|experiences?"
        r"|best practices)(?: on| about| in)?"),
    ("discussed", r"discussed|exchanged views (?:on|about|regarding)|debated|considered|examined|explored"
        r"|reviewed|took stock of|talked about"
                  r"|to (?:discuss|exchange views on|take stock of|explore|review)|discussions? (?:focused"
                      r"|centred|centered) on|exchange of views on"),
    ("explained", r"explained|presented|briefed (?:[\w' ]{2,40}? )?on|outlined|reported(?: on| that)?"
        r"|gave (?:an overview|a presentation|an update) (?:of|on)"
                  r"|provided (?:an (?:overview|update|explanation)) (?:of|on)|introduced|described"
                      r"|informed (?:[\w' ]{2,40}? )?(?:of|about)"),
)  # fmt: skip
_FORM: Final = re.compile(
    r"(?<![\w-])" + _ADVERB + "(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _VERBS) + r")(?![\w-])",
    re.IGNORECASE,
)
_END: Final = re.compile(r";|\.\s|\.$|,\s+(?:and|while|who|which|before|as well as)\s|,\s+(?:he|she|they)\s")
_BOTH: Final = re.compile(
    r"\b(?:both|they|the two|each|members|participants|delegates|the sides|the parties|all)\b", re.IGNORECASE
)
_NOT_SAID: Final = re.compile(
    r"(?:will be|to be|being|was|were|is|are|been|be|as|has not|not)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_JOINT: Final = frozenset({"discussed", "agreed", "signed", "promised"})
_LONGEST: Final = 160
_SHORTEST: Final = 6


@dataclass(frozen=True)
class Said:
    """A statement and where in the sentence its verb stands."""

    statement: Statement
    at: int


def read_english_statements(sentence: Sentence, setting: Setting, people: dict[str, str]) -> list[Said]:
    """Every statement of a sentence; ``people`` maps surnames to the bodies that the document says they are of."""
    text = sentence.text
    ground = english_ground(text, setting)
    evidence = setting.document.evidence(*sentence.span(0, len(text)), sentence.section.label)
    bodies = english_bodies(text, ground)
    hits = [hit for hit in _FORM.finditer(text) if not _NOT_SAID.search(text[max(0, hit.start() - 20) : hit.start()])]
    said = []
    for index, hit in enumerate(hits):
        limit = hits[index + 1].start() if index + 1 < len(hits) else len(text)
        about = _about(text, hit.end(), limit)
        if len(about) < _SHORTEST:
            continue
        kind: StatementType = next(kind for kind, _ in _VERBS if hit[kind])
        statement = Statement(
            type=kind,
            by=None if kind in _JOINT else _speaker(text, hit.start(), bodies, (setting, people)),
            about=Text(en=about),
            frameworks=tuple(
                dict.fromkeys(m.id for m in setting.gazetteer.framework_lexicon.find(about, ground.nearby))
            ),
            topics=find_topics(about, ground),
            strength=STRENGTH[kind],
            quote=evidence.quote,
            evidence=evidence,
        )
        said.append(Said(statement, hit.start()))
    return said


def _about(text: str, start: int, limit: int) -> str:
    end = _END.search(text, start, limit)
    words = text[start : end.start() if end else limit].strip(" ,.;:")
    words = re.sub(r"\s+(?:and|to|in order to)$", "", words)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def _speaker(text: str, verb: int, bodies: list[Named], sides: tuple[Setting, dict[str, str]]) -> str | None:
    """Who said it: the body or person named nearest before the verb; nobody alone where all did."""
    setting, people = sides
    clause = text[max(text.rfind(";", 0, verb), text.rfind(", and ", 0, verb), 0) : verb]
    if _BOTH.search(clause):
        return None
    start = verb - len(clause)
    named = [body for body in bodies if start <= body.start and body.end <= verb]
    persons = [(clause.rfind(name), body) for name, body in people.items() if name in clause]
    if persons:
        return max(persons)[1]
    return named[0].authority if named else setting.publisher

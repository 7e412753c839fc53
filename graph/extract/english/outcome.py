"""What English words say became of a meeting: held, planned, postponed, cancelled.

The tense of the word of contact decides first (met is past, will meet is not); words such as planned and upcoming
count where they stand with it, and not where they belong to what was talked about.
"""

from __future__ import annotations

import re
from typing import Final

from graph.extract.english.clauses import Trigger
from ontology.terms import Status

_STATUS_FORMS: Final[tuple[tuple[Status, str], ...]] = (
    (
        "cancelled",
        r"\bcancel(?:l?ed|l?ing|lation)?\b|\b(?:had to|forced to) (?:withdraw|pull out|drop out)\b|called off"
        r"|fell through|unable to(?! \w+ in person)|could not be|\bnot (?:be "
        r"|been )?(?:held|taking place|go(?:ing)? ahead)"
        r"|(?:did|will|does|could|would) not (?:take|go|be|proceed|push|come|materiali[sz]e|happen|occur)\b"
        r"|never (?:took place|materiali[sz]ed|happened)"
        r"|\bhad to be (?!held|conducted|moved|organi[sz]ed|shortened|split|postponed|put|pushed|deferred"
        r"|rescheduled)\w+"
        r"|\b(?:dropped from|shelved|scrapped|aborted|axed|stood down|did not materiali[sz]e)\b"
        r"|\bwas (?:dropped|suspended)\b"
        r"|\b(?:was|were|been) replaced by\b|abandoned|no longer (?:take|be)|withdrawn|unable to (?:hold|meet"
        r"|visit|take part"
        r"|participate)|did not (?:meet|visit|attend|participate)"
        r"|\bwithdr(?:aw|ew|awn|awing) from (?:hosting|the hosting|holding|organi[sz]ing)",
    ),
    (
        "postponed",
        r"\bpostpon|\b(?:originally|initially|previously)\b.*\bwill now (?:be held|take place)\b|\bdeferr"
        r"|\bslipped (?:to|into|until)\b|reschedul|put (?:off|back)|pushed (?:back|out|to\b)"
        r"|delayed (?:until|to)|re-?arranged for"
        r"|\bmoved (?:back )?(?:to|until|from)(?=\s{3}|\s+[0-9]{4}|\s+(?:the\s+)?(?:late|early|spring|summer"
        r"|autumn|winter|next|later)\b)",
    ),
    (
        "planned",
        r"\bwill\b|\bshall\b|\binvitation to\b|(?:is|are|was|were|has been|have been|had been|being) (?:now "
        r"|currently |also "
        r"|provisionally |originally |tentatively )?(?:scheduled|planned|expected|due|set(?! out\b)|foreseen|slated"
        r"|envisaged|invited)\b"
        r"|\b(?:is|are) to (?:be|take|meet|visit|host|hold|attend|participate)|\bto be (?:held|hosted"
        r"|organi[sz]ed|convened)|\b(?:plans?|intends?|proposes?|hopes?|expects?|agreed|invited|decided"
        r"|wish(?:es)?|committed|aims?) (?:[\w]+ )?to (?:hold|meet|host|visit|organi[sz]e|convene"
        r"|reconvene|attend|participate)"
        r"|\b(?:selected|chosen|designated|confirmed|named|appointed|agreed) (?:to|as|on) (?:the )?"
        r"(?:host|take on the role)"
        r"|\bscheduled\b|\bslated\b|\bplanned\b|\bforeseen\b|\bpencilled in\b|\bearmarked\b"
        r"|\b(?:concurred|agreed) (?:in|on) (?:hold|host|organi[sz]|conven|meet)ing\b"
        r"|upcoming|forthcoming|\blooks? forward to|looking forward to"
        r"|\bnext (?:meeting|forum|plenary|round|session|edition|assembly|roundtable|conference|visit"
        r"|review)\b|\bprovisional(?:ly)?\b|tentative"
        r"|\binvitation to (?:speak|attend|visit|join|take|address|deliver)"
        r"|\b(?:may|might|could) (?:take place|be held|meet|visit|travel|attend|convene|host)|\bwould (?:be"
        r"|take|meet|hold)",
    ),
)
_STATUS: Final = tuple((status, re.compile(form, re.IGNORECASE)) for status, form in _STATUS_FORMS)
_HELD_AFTER_ALL: Final = re.compile(
    r"(?:scheduled|planned|postponed|rescheduled|due)\b[^.;]{0,80}\b(?:took place|was held|were held"
    r"|went ahead)|as (?:planned|scheduled)|(?:took place|was held)[^.;]{0,60}(?:after being|having been"
    r"|originally) (?:postponed|scheduled|planned)",
    re.IGNORECASE,
)
# It did not take place in May for want of a room; it will now take place in June.
_ANEW: Final = re.compile(
    r"\bdid not (?:take place|go ahead|happen)\b.*\b(?:will now|is now (?:to|set|due|planned|scheduled|foreseen))\b",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\bwill\b|\bshall\b|\binvitation to\b|\b(?:may|might|could) (?:take|be|meet|visit|travel|attend|convene"
    r"|host)\b|scheduled"
    r"|planned|upcoming|forthcoming|\bnext\b|\b(?:is|are) (?:due |set |expected )?to [a-z]+\b"
    r"|to be held|look(?:s|ing)? forward|plans? to|intends? to",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"\b(?:was|were|had|did|took|met|held|hosted|visited|attended|signed|has been|have been)\b")
_DOUBTFUL: Final = re.compile(
    r"\b(?:no|nor|neither|never|not|declined|refused|failed to|if|whether|hoped|would have|should have"
    r"|absent|invited to"
    r"|(?:been|was|were) proposed|proposed (?:a|an|for)|asked for|request(?:ed|s|ing)? (?:a|for)|press(?:ed|es"
    r"|ing) for"
    r"|call(?:ed|s) for|(?:sought|seeks?|seeking) (?:a|to)|(?:was|were) to (?:have )?[a-z]+"
    r"|instead of|in place of)\b",
    re.IGNORECASE,
)
_PAST_CONTACT: Final = re.compile(
    r"(?:(?:was|were|had)\s|have\s+met|having\s+met|met\b|sat\b|caught|got\b|came\b|dined|lunched|spoke|spoken"
    r"|talked|conferred|exchanged|held\b"
    r"|consulted|liaised|negotiated|engaged|phoned|telephoned|briefed|debriefed|hosted|co-hosted|received"
    r"|welcomed|greeted"
    r"|visited|flew|toured|called\s|travelled|traveled|went|journeyed|arrived|stopped|paid|signed|inked"
    r"|initialled|renewed"
    r"|concluded|entered|participated|took|attended|joined|dialled|intervened|appeared|delivered|gave|presented|made"
    r"|featured|addressed|chaired|co-chaired|moderated|sent|gathered|convened|reconvened|brought|assembled"
    r"|resumed|kicked"
    r"|began|started|ended|wrapped|ran|occurred|conducted|organi[sz]ed|co-organi[sz]ed|completed|led|opened"
    r"|continued|staged"
    r"|agreed\sby|discussed|debated|compared)",
    re.IGNORECASE,
)
_SAID_AS_PAST: Final = re.compile(rf"\b{_PAST_CONTACT.pattern}", re.IGNORECASE)
_UNREAL: Final = re.compile(
    r"(?:would|should|could|might|was\s+to|were\s+to|due\s+to|to)\s+have\s+(?:been\s+)?$", re.IGNORECASE
)
_UNREAL_TOO: Final = re.compile(
    r"\b(?:would|should|could|might|was\s+to|were\s+to"
    r"|due\s+to)\s+have\s+met$",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    r"(?:\bwill|\bshall|\bto|\bmay|\bmight|\bwould|\bis|\bare|\bcould|\bcan)\s+(?:[a-z]+ly\s+|again\s+|also\s+"
    r"|jointly\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
_UNDONE: Final = re.compile(
    r"\b(?:was|were|been|be|is|are|being)\s+(?:[\w]+\s+)?(?:cancell?ed|called off|abandoned|withdrawn|postponed"
    r"|deferred|rescheduled|put off|put back|pushed back|delayed|moved)\b"
    r"|\b(?:did|could|does|will)\s+not\s+(?:take|go|be|proceed|happen)",
    re.IGNORECASE,
)


def english_status(words: str) -> tuple[Status, bool]:
    """What English words say of a meeting, and whether that needs a second look."""
    if _ANEW.search(words):
        return "planned", True
    for status, form in _STATUS:
        if form.search(words):
            if status != "cancelled" and _HELD_AFTER_ALL.search(words):
                return "held", True
            return status, False
    return "held", False


def clause_status(text: str, core: str, trigger: Trigger, start: int) -> tuple[Status, bool]:
    """What a clause says of its meeting, and whether that needs a second look.

    ``core`` is the clause without what was talked about; ``trigger`` its first word of contact, in a sentence in which
    the clause begins at ``start``.
    """
    at = trigger.start - start
    if _UNREAL.search(core[:at]) or _UNREAL_TOO.search(core[: trigger.end - start]):
        return "cancelled", True
    said, unsure = english_status(core)
    if trigger.sort == "wished":
        return said if said != "held" else "planned", True
    if said != "planned":
        undone = said == "held" and _UNDONE.search(text)
        return english_status(text) if undone else (said, unsure)
    before = core[:at]
    if not _PAST_CONTACT.match(core, at) or trigger.sort in ("off", "noun", "during"):
        return "planned", False
    if _TO_COME.search(before):
        return "planned", False
    ahead, _ = english_status(before)
    return "held", ahead != "held" or unsure


def past_contact(words: str) -> bool:
    """Whether some word of contact in the words is past: met, was held, took part."""
    return bool(_SAID_AS_PAST.search(words))


def doubtful(words: str) -> bool:
    """Whether words that seem to tell of a meeting held speak of a wish, a condition or a refusal."""
    return bool(_DOUBTFUL.search(words))


def leaning(words: str) -> int:
    """1 where the words look ahead, -1 where they look back, 0 where they do both."""
    if not _FUTURE.search(words):
        return -1
    return 0 if _PAST.search(words) or past_contact(words) else 1

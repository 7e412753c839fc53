"""The words by which English sentences tell of meetings, and of what became of them."""

from __future__ import annotations

import re
from typing import Final

from ontology.terms import Status

_HELD_NOUN: Final = (
    r"(?:(?:a|an|the|their|its|his|her|two|three|several|separate|further|second|first|third|fourth|fifth|new"
    r"|another|series of)\s+)*"
    r"(?:[\w'/-]+\s+){0,5}?"
    r"(?i:meetings?|talks|discussions|dialogues?|consultations|exchanges?(?: of views)?|(?:conference |video "
    r"|phone |telephone )?calls?"
    r"|video-?\s?conferences?|teleconferences?|roundtables?|round tables?|workshops?|seminars?|webinars?"
    r"|forum|conference|summit|plenary"
    r"|sessions?|symposium|assembly|bilaterals?|visit|debrief(?:ing)?s?|briefings?)"
)
TALK: Final = re.compile(
    r"\b(?:"
    r"(?P<met>met(?!\s+(?:the|all|its|their)\s+(?:requirement|criteri|condition|need|standard|test))"
    r"|sat(?:\s+down)?(?=\s+with)|(?:Talks|Meetings?|Discussions|Consultations)(?=\s+with)"
    r"|(?:[Aa]n?|[Tt]he)\s+(?:[\w-]+\s+){0,2}?(?:call|meeting|video-?conference|teleconference)(?=\s+(?:with|between)\b)"
    r"|meeting(?=\s+again)|(?<=not\s)meet|(?:convene|reconvene)(?=\s+(?:again|in|on)\b)|(?:was|were)\s+briefed(?=\s+by)"
    r"|for\s+(?:[\w-]+\s+){0,2}?(?:meetings|talks|consultations|discussions)(?=\s+with\b)"
    r"|(?:last|previous|earlier|first)\s+(?:[\w-]+\s+)?(?:meeting|talks|discussions|dialogue)(?=\s+(?:in|on|held|of)\b)|meets?(?=\s+with)|meeting(?=\s+with)|meet(?=\s+(?:today|in|on|again)))"
    r"|(?P<during>(?:(?<=\bat\s)|(?<=\bduring\s)|(?<=\bin\s)|(?<=\bthrough\s)|(?<=\bvia\s))an?\s+(?:[\w-]+\s+){0,3}?(?:meeting|teleconference"
    r"|video-?conference|call|ceremony|session|roundtable|workshop|webinar)(?=\s+(?:in|on|held|with|between|at)\b))"
    rf"|(?P<held>(?:held|hold|concluded|holds|holding|had|conducted|convened|organised|organized|co-hosted"
    rf"|had held)(?:,\s+[^,.;]{{3,40}},)?\s+{_HELD_NOUN})"
    r"|(?P<spoke>(?:spoke|spoken|talked|conferred|exchanged\s+views|exchange\s+of\s+views|held\s+talks|call"
    r"|discussions?|talks)\s+(?:[\w-]+\s+){0,2}?with)"
    r"|(?P<received>(?:hosted|hosts?|hosting|co-hosted)(?=\s+(?!by\b))|(?:received|welcomed|welcoming|receive"
    r"|welcome)(?=\s+(?:(?:a|an|the|its|their|his|her)\s+)?(?:[\w'-]+\s+){0,4}?(?:delegation"
    r"|representatives?|officials?|staff|colleagues|members of|Commissioners?|Chair\w*|Minister"
    r"|Ambassador|Director|Secretary|President|Head|experts|counterparts?|team|visitors|visit|Mr|Ms|Mrs|Dr|Prof\w*)\b))"
    r"|(?P<visited>visited|visits?(?=\s+(?:to|by|of|from|with)\b)|visit|visiting|flew\s+to|called\s+on(?=\s+(?:the\s+)?[A-Z](?![^.;]{0,160}\sto\s+[a-z]))|travelled\s+to|traveled\s+to"
    r"|travels?\s+to|paid\s+a\s+(?:courtesy\s+)?(?:visit|call)|courtesy\s+(?:visit|call))"
    r"|(?P<signed>signed|renewed(?=\s+(?:a|an|the|their|its)\s+(?:[\w-]+\s+){0,3}?(?:memorandum|arrangement|agreement|MoU|MOU))|sign(?:s|ing)?(?=\s+(?:of|ceremony|a|an|the))|concluded\s+(?:a|an"
    r"|the)\s+(?:memorandum|arrangement|agreement|MoU|MOU)|entered\s+into\s+a\s+(?:memorandum|MoU|MOU))"
    r"|(?P<joined>participat(?:ed|es|e|ing)\s+in|took\s+part\s+in|take\s+part\s+in|taking\s+part\s+in"
    r"|attended|attends?|attending|joined|join|joining|(?:delivered|gave)\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}(?:speech|address|remarks|keynote|lecture|presentation)\s+(?:at|to)"
    r"|spoke\s+at|speak\s+at|addressed|chaired|co-chaired"
    r"|represented\s+at)"
    r"|(?P<place>took\s+place|take\s+place|takes\s+place|taken\s+place|(?:was|were|is|are|be|been"
    r"|being)\s+(?:also\s+|jointly\s+|then\s+)?(?:held|hosted|organi[sz]ed|convened|attended|opened"
    r"|chaired|co-hosted|co-organi[sz]ed|visited|received|signed)|gathered|gathers?|convened|convenes?|brought\s+together|brings\s+together|[Hh]osted(?=\s+by)"
    r"|opened)"
    r"|(?P<off>postponed|cancell?ed|moved(?:\s+back)?(?=\s+(?:to|from)\s+(?:[0-9]"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|the\s+(?:spring|summer|autumn|winter)|early|late|next))|put\s+(?:off|back)|pushed\s+back|rescheduled|deferred|called\s+off|scheduled|planned|foreseen|pencilled\s+in|expected(?=\s+(?:in|on)\s)|due\s+to\s+(?:meet|visit|be))"
    r")(?![\w-])"
)
GATHERING: Final = re.compile(
    r"(?<![\w-])(?:forum|conference|workshop|seminar|webinar|symposium|summit|round-?\s?table|plenary"
    r"|assembly|congress|dialogue"
    r"|privacy awareness week|working party|meetings?|talks|visit|call|video[- ]?conference|teleconference"
    r"|session|mission|consultations|discussions?|ceremony)(?![\w-])",
    re.IGNORECASE,
)
NAMED_GATHERING: Final = re.compile(
    r"(?:(?<![\w'])(?:[0-9]{1,3}(?:st|nd|rd|th)|[A-Z][\w'&/().-]*)(?:\s+(?:of|the|for|on|and|in|to|[0-9]{4}"
    r"|\(?[A-Z][\w'&/().-]*)){0,10}?\s+)?"
    r"(?:Forum|Conference|Workshop|Seminar|Webinar|Symposium|Summit|Round-?\s?[Tt]able|Plenary|Assembly"
    r"|Congress|Dialogue|Meeting|Week|Session)(?![\w-])"
    r"(?:\s+(?:on|of|for)\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+(?:of|the|for|on|and|[A-Z][\w'-]*)){0,8})?"
)
WORLD: Final = re.compile(
    r"international|global|\bAsia|\bEurope|\bworld|\bAPEC\b|\bASEAN\b|\bOECD\b|\bG7\b|\bG20\b|\bGPEN\b|\bAPPA\b|\bGPA\b"
    r"|foreign|overseas|cross-border|transatlantic|Council of Europe|bilateral|trilateral|multilateral",
    re.IGNORECASE,
)
DOMESTIC: Final = re.compile(
    r"town hall|stakeholder (?:meeting|workshop|session)s?|public (?:hearing|consultation|workshop|meeting)|open house|"
    r"regular meeting of the commission|commission meeting|industry (?:meeting|roundtable)"
    r"|parliamentary (?:committee|hearing)|"
    r"cabinet meeting|board meeting|weekly meeting|annual general meeting|press conference|training session"
    r"|inquiry hearing",
    re.IGNORECASE,
)
BACKGROUND: Final = re.compile(
    r"(?:(?:enter(?:ed|s|ing)?|entry|coming|comes?|came) into (?:force|effect|operation)|in force"
    r"|takes? effect|took effect|effective|applicable|"
    r"appl(?:y|ies|ied)|adopt(?:ed|ion|s)?|publish(?:ed|es)?|publication|issued|released|Royal Assent"
    r"|appointed|took office|term of office|enacted|"
    r"amended|passed|promulgated|dated|clos(?:es|ed|ing)|deadline|consultation|comments|submissions"
    r"|established|founded|created|ratified|"
    r"approved|granted|judge?ment|ruling|decision|opinion|regulation|directive|report|updated|modified|expires?|"
    r"deliver(?:ed|s)?|recognised|launched|law|act|bill|statute|resolution)(?:\s+(?:on|of|in|from|by|until"
    r"|since|as|for|the|no later than|before))*\s*$",
    re.IGNORECASE,
)
DEADLINE: Final = re.compile(
    r"(?:\b(?:until|till|since|by|before|no later than|as of|following|after|later than|ahead of|prior to|from now to)"
    r"|(?:postponed|rescheduled|deferred|moved|been moved|put off|pushed back)\s+(?:to|until"
    r"|till))\s+(?:the\s+)?(?:later|early|late|end of|mid-?)?\s*$",
    re.IGNORECASE,
)
TOPIC: Final = re.compile(
    r",?\s+(?:to\s+(?:discuss|exchange|review|take stock|explore|mark|consider|advance|deepen|strengthen"
    r"|examine|follow up|hear|present|debate|talk)"
    r"|in order to|about|regarding|concerning|in the context of|focus(?:ed|ing)|dedicated to|devoted to"
    r"|as part of|aimed at|covering|"
    r"on\s+(?=(?:the|how|a|an|its|their|cross|data|issues|matters|enforcement|[a-z]+ing|privacy|international"
    r"|personal|possible|recent|cooperation|ways|topics|children)\b))",
)
_STATUS_FORMS: Final[tuple[tuple[Status, str], ...]] = (
    (
        "cancelled",
        r"\bcancell?(?:ed|ation|ing)\b|called off|fell through|unable to(?! \w+ in person)|could not be|\bnot (?:be "
        r"|been )?(?:held|taking place|go(?:ing)? ahead)"
        r"|(?:did|will|does|could|would) not (?:take|go|be|proceed|materiali[sz]e|happen|occur)\b"
        r"|never (?:took place|materiali[sz]ed|happened)"
        r"|abandoned|no longer (?:take|be)|withdrawn|unable to (?:hold|meet|visit|take part"
        r"|participate)|did not (?:meet|visit|attend|participate)",
    ),
    (
        "postponed",
        r"\bpostpon|\bdeferr|reschedul|put off|pushed back|delayed until|re-?arranged for"
        r"|\bmoved (?:back )?(?:to|until)\b",
    ),
    (
        "planned",
        r"\bwill\b|\bshall\b|(?:is|are|was|were|has been|have been|had been|being) (?:now |currently |also "
        r"|provisionally |originally |tentatively )?(?:scheduled|planned|expected|due|set|foreseen|slated"
        r"|envisaged|invited)\b"
        r"|\b(?:is|are) to (?:be|take|meet|visit|host|hold|attend|participate)|\bto be (?:held|hosted"
        r"|organi[sz]ed|convened)|\b(?:plans?|intends?|proposes?|hopes?|expects?|agreed|invited|decided"
        r"|wish(?:es)?|committed|aims?) (?:[\w]+ )?to (?:hold|meet|host|visit|organi[sz]e|convene"
        r"|reconvene|attend|participate)"
        r"|\bscheduled\b|\bplanned\b|\bforeseen\b|\bpencilled in\b|\bearmarked\b"
        r"|upcoming|forthcoming|\blooks? forward to|looking forward to"
        r"|\bnext (?:meeting|forum|plenary|round|session|edition|assembly|roundtable|conference|visit"
        r"|review)\b|\bprovisional(?:ly)?\b|tentative|\bwould (?:be|take|meet|hold)",
    ),
)
_STATUS: Final = tuple((status, re.compile(form, re.IGNORECASE)) for status, form in _STATUS_FORMS)
_HELD_AFTER_ALL: Final = re.compile(
    r"(?:scheduled|planned|postponed|rescheduled|due)\b[^.;]{0,80}\b(?:took place|was held|were held"
    r"|went ahead)|as (?:planned|scheduled)|(?:took place|was held)[^.;]{0,60}(?:after being|having been"
    r"|originally) (?:postponed|scheduled|planned)",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\bwill\b|\bshall\b|scheduled|planned|upcoming|forthcoming|\bnext\b|\b(?:is|are) (?:due|set"
    r"|expected) to\b|to be held|look(?:s|ing)? forward|plans? to|intends? to",
    re.IGNORECASE,
)
ONLINE: Final = re.compile(
    r"\bonline\b|\bvirtual(?:ly)?\b|\bremotely\b|video-?\s?conferenc|video\s?link|video call|teleconferenc"
    r"|by (?:phone|telephone)|(?:phone|telephone|conference) call|\bwebinar\b|via (?:Zoom|Teams|Webex)"
    r"|by video",
    re.IGNORECASE,
)
HYBRID: Final = re.compile(
    r"\bhybrid\b|both (?:in person|online|physically)|in[ -]person and (?:online|virtual|remote)|(?:online"
    r"|virtually|remotely) (?:and|as well as) in[ -]person",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"\b(?:was|were|had|did|took|met|held|hosted|visited|attended|signed|has been|have been)\b")
_DOUBTFUL: Final = re.compile(
    r"\b(?:no|nor|neither|never|not|declined|refused|failed to|if|whether|hoped|would have|should have"
    r"|absent|invited to"
    r"|(?:been|was|were) proposed|proposed (?:a|an|for)|asked for|request(?:ed|s|ing)? (?:a|for)|press(?:ed|es|ing) for"
    r"|call(?:ed|s) for|(?:sought|seeks?|seeking) (?:a|to)|(?:was|were) to (?:have )?[a-z]+"
    r"|instead of|in place of)\b",
    re.IGNORECASE,
)
VIDEO: Final = re.compile(r"video[- ]?conference", re.IGNORECASE)
CALL: Final = re.compile(
    r"(?:conference|phone|telephone) call|teleconference|held a call|\bcall (?:with|between)|by (?:phone|telephone)",
    re.IGNORECASE,
)


def english_status(words: str) -> tuple[Status, bool]:
    """What English words say of a meeting, and whether that needs a second look."""
    for status, form in _STATUS:
        if form.search(words):
            if status != "cancelled" and _HELD_AFTER_ALL.search(words):
                return "held", True
            return status, False
    return "held", False


def doubtful(words: str) -> bool:
    """Whether words that seem to tell of a meeting held speak of a wish, a condition or a refusal."""
    return bool(_DOUBTFUL.search(words))


def leaning(words: str) -> int:
    """1 where the words look ahead, -1 where they look back, 0 where they do both."""
    if not _FUTURE.search(words):
        return -1
    return 0 if _PAST.search(words) else 1

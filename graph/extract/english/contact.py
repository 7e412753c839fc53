"""The words by which English sentences tell of contact, in groups: met, held, spoke, received, visited, joined…

A word is only a sign: what a clause with one tells is settled by its date, the bodies beside it and its tense.
"""

from __future__ import annotations

import re
from typing import Final

_COUNTED: Final = (
    r"(?:(?:a|an|the|their|its|his|her|our|two|three|four|several|separate|further|second|first|third|fourth"
    r"|fifth|new"
    r"|another|series of|number of)\s+)*"
)
_MODIFIERS: Final = r"(?:[\w'/-]+,?\s+){0,5}?"
NOUN: Final = (
    r"(?:meetings?|talks|discussions|dialogues?|consultations?|conversations?|exchanges?(?: of (?:views"
    r"|opinions|ideas"
    r"|experiences?))?|(?:conference |video |phone |telephone )?calls?|video-?\s?conferences?|teleconferences?"
    r"|round-?\s?tables?|workshops?|seminars?|webinars?|forum|conference|summit|plenary|sessions?|symposium|assembly"
    r"|bilaterals?|visit|debrief(?:ing)?s?|briefings?|gathering|catch-up|negotiations|lunch(?:eon)?|dinner|breakfast"
    r"|training|panel|(?:(?<=ministerial )|(?<=partnership ))council"
    r"|(?:periodic|joint|annual|first|second|third|next)\s+reviews?)"
)
_HELD_NOUN: Final = _COUNTED + _MODIFIERS + rf"(?i:{NOUN})"
_PERSON: Final = (
    r"(?:delegations?|representatives?|officials?|staff|colleagues|members of|Commissioners?|Chair\w*|Minister"
    r"|Ambassador|Director|Secretary|President|Head|experts|counterparts?|team|visitors|visit|participants|regulators"
    r"|authorities|delegates|officers|guests|group|Mr|Ms|Mrs|Dr|Prof\w*)"
)
_NO_GUEST: Final = (
    r"(?:the\s+|this\s+|these\s+|its\s+|their\s+)?(?:[\w'’-]+\s+){0,3}?(?:adoption|decision|progress|conclusion"
    r"|opportunity"
    r"|publication|news|announcement|launch|work|agreement|proposal|report|entry|steps?|commitments?|efforts?|fact"
    r"|statement|ruling|judgment|initiative|intention|establishment|outcome|results?|development|recognition"
    r"|approval|complaints?|application|request|support|funding|award)\b"
)
_SPEECH: Final = (
    r"(?:[\w-]+\s+){0,3}?(?:speech(?:es)?|address|remarks|keynote|lecture|presentations?|talk|intervention|statement)"
)
_ONLINE_AMID: Final = r"(?:,[^,.;]{3,30},|\s+(?:online|remotely|virtually|jointly|actively|again|also))?"
_FIRST_SIGN: Final = r"(?=\s+(?:the\s+|our\s+|its\s+)?[A-Z])"

_GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "met",
        (
            r"(?:saw|see|seen)\s+each\s+other|sat(?=\s+(?:twice|again|on|in|for)\b)|met(?!\s+(?:the|all|its"
            r"|their)\s+(?:requirement|criteri|condition|need|standard|test|obligation"
            r"|deadline))",
            r"(?:an?|the|half\s+an|[0-9]+|two|three)\s+(?:[a-z]+\s+)?(?:hours?(?:\s+and\s+a\s+half)?|morning|afternoon|day)(?=\s+with\s+(?:the\s+)?[A-Z])|"
            r"(?:sat|sits)(?:\s+down)?(?=\s+with)|sit\s+down(?=\s+with)|caught\s+up(?=\s+with)|got\s+together"
            r"|came\s+together|come\s+together(?=\s+(?:again\s+)?(?:in|on|at|for)\b)|(?:dined|lunched|breakfasted)(?=\s+with)",
            r"(?:Talks|Meetings?|Discussions|Consultations|(?:Video )?[Cc]all|Video-?conference|Teleconference"
            r"|Lunch|Dinner|Exchange of views|Bilateral)(?=\s+with)",
            r"(?:[Aa]n?|[Tt]he|[Tt]heir|[Oo]ur|[Tt]wo|[Tt]hree)\s+(?:(?!held\b|had\b|has\b|have\b)[\w-]+\s+){0,3}?"
            r"(?:calls?|meetings?|talks|(?:first |second |further )?exchange|dialogue|catch-up|lunch"
            r"|dinner|consultations?"
            r"|discussions?"
            r"|video-?conference|teleconference|conversation|bilateral)"
            r"(?=\s+(?:(?:at|in|over)\s+[^,.;]{2,40}?\s)?(?:with|between)\b)",
            r"meeting(?=\s+again)|(?<=not\s)meet|(?:convene|reconvene[ds]?)(?=\s+(?:again|in|on|for)\b)"
            r"|(?:was|were)\s+briefed(?=\s+by)",
            r"for\s+(?:[\w-]+\s+){0,3}?(?:meetings|talks|consultations|discussions|exchanges)(?=\s+with\b)",
            r"(?:last|previous|earlier|first)\s+(?:[\w-]+\s+)?(?:meeting|talks|discussions|dialogue)(?=\s+(?:in"
            r"|on|held|of)\b)",
            r"meets?(?=\s+with)|meeting(?=\s+with)|(?:had|have|having)\s+met|(?:pleasure|honour|opportunity"
            r"|chance)\s+(?:to\s+(?:meet|drop\s+in\s+on|call\s+on)"
            r"|of\s+meeting)|(?<=\bwill\s)(?:next\s+|also\s+|again\s+)?meet\b|meets?(?=\s+(?:the\s+)?[A-Z])|meet(?=\s+(?:today|in|on|again|at|for|online"
            r"|virtually)\b)",
        ),
    ),
    (
        "during",
        (
            r"(?:(?<=\bat\s)|(?<=\bAt\s)|(?<=\bduring\s)|(?<=\bDuring\s)|(?<=\bin\s)|(?<=\bIn\s)"
            r"|(?<=\bthrough\s)|(?<=\bvia\s)"
            r"|(?<=\bwith\s))(?:an?|the|their|our)\s+(?:[\w-]+\s+){0,3}?(?:meeting|teleconference"
            r"|video-?conference|call"
            r"|ceremony|session|roundtable|workshop|webinar|visit|conversation|bilateral)"
            r"(?=\s*,|\s+(?:in|on|held|with|between|at)\b|\s{4,})",
        ),
    ),
    (
        "held",
        (
            r"(?:held|hold|concluded|holds|holding|had|has|have|having|conducted|convened|organised|organized"
            r"|co-hosted"
            r"|completed|led|opened|resumed|continued|ran|staged|engaged\s+in|entered\s+into|carr(?:y"
            r"|ied)\s+out|under(?:take|took))"
            rf"(?:,\s+[^,.;]{{3,40}},)?\s+{_HELD_NOUN}",
        ),
    ),
    (
        "spoke",
        (
            r"(?:spoke|spoken|talk(?:ed)?|conferred|exchanged\s+views|exchange\s+of\s+views|held\s+talks|call"
            r"|discussions?|talks"
            r"|consulted|liaised|negotiated|engaged)(?:\s+by\s+\w+|\s+over\s+the\s+phone)?\s+(?:[\w-]+\s+){0,2}?with",
            r"exchanged\s+(?:[\w-]+\s+){0,2}?(?:views|opinions|ideas|experiences?|information|best\s+practices"
            r"|notes)",
            r"discussed|debated|compared\s+notes|t(?:ook|ake|akes)\s+stock|reviewed\s+progress",
            r"spoke\s+(?:by\s+(?:phone|telephone|video\w*)|on\s+the\s+phone|over\s+the\s+phone)|(?:tele)?phoned"
            r"|agreed\s+by\s+(?:phone|telephone|video\w*)",
            r"(?:briefed|debriefed)" + _FIRST_SIGN + r"|briefed(?=\s+(?:a|an|its|our)\s+(?:[\w'-]+\s+){0,3}"
            rf"{_PERSON})|spoke{_ONLINE_AMID}(?=\s+to\s+(?:the\s+)?[A-Z])",
        ),
    ),
    (
        "received",
        (
            r"(?:hosted|hosts?|hosting|co-hosted)(?=\s+(?!by\b))|hosting(?=,\s+(?:on|in|at)\b)",
            r"(?:received|welcomed|welcoming|receive|welcome|greeted|greets|welcomes|receives)"
            rf"(?=\s+(?:(?:a|an|the|its|their|his|her|our)\s+)?(?:[\w'.-]+\s+){{0,4}}?{_PERSON}\b)(?!\s+{_NO_GUEST})",
            rf"(?:received|welcomed|welcoming|welcome|welcomes)(?=\s+(?:the\s+)?[A-Z])(?!\s+{_NO_GUEST})",
        ),
    ),
    (
        "visited",
        (
            r"visited|visits?(?=\s+(?:to|by|of|from|with)\b)|visit|visiting|flew\s+to|toured",
            r"called\s+on(?=\s+(?:the\s+)?[A-Z](?![^.;]{0,160}\sto\s+(?!compare|discuss|exchange|talk|meet|say|thank|learn"
            r"|hear|present|explore|see|introduce)[a-z]))|called\s+at(?=\s+(?:the\s+)?[A-Z])",
            r"(?:travelled|traveled|travels?|came|went|journeyed|led\s+(?:a|the|its)\s+delegation)\s+to(?=\s+(?:the\s+|our\s+)?(?:[A-Z]|see\b"
            r"|meet\b|office))"
            r"|(?<=who\s)(?:was|were)\s+(?:the\s+)?guests?\s+of(?=\s+(?:the\s+)?[A-Z])"
            r"|came(?=\s+(?:on|in)\s{2,})|(?:was|were)\s+with\s+us\b|arrived\s+in|(?:stopped|stops?|dropped|called|drops?)\s+(?:over\s+in|in(?:\s+on)?|at"
            r"|by)(?=\s+(?:at\s+)?(?:the\s+(?:team|people|staff|colleagues)\s+(?:at|of)\s+)?(?:the\s+)?[A-Z])"
            r"|(?:trips?|missions?|travel)\s+to(?=\s+(?:the\s+)?[A-Z])",
            r"paid\s+(?:a|an|its|their)?\s*(?:\w+\s+)?(?:visit|call)|[Cc]ourtesy\s+(?:visit|call)",
            r"(?:was|were|will\s+be|is|are)\s+in(?=\s+(?:the\s+)?[A-Z][\w. ,]{2,30}\s+(?:on|from|for|to)\b)",
        ),
    ),
    (
        "signed",
        (
            r"signed|inked|initialled|(?:was|were|been)\s+renewed",
            r"renewed(?=\s+(?:a|an|the|their|its)\s+(?:[\w-]+\s+){0,3}?(?:memorandum|arrangement|agreement|MoU|MOU))",
            r"sign(?:s|ing)?(?=\s+(?:of|ceremony|a|an|the|new|landmark|joint|[Mm]emorandum|MoU|MOU)\b)"
            r"",
            r"(?:is|are|was|were)\s+(?:hereby\s+)?(?:entered\s+into|executed)\b",
            r"(?:concluded|executed|entered\s+into)\s+(?:a|an|the|its|their)\s+(?:[\w-]+\s+){0,6}?(?i:memorandum|framework"
            r"|arrangement|agreement"
            r"|mou|moc|understanding)",
        ),
    ),
    (
        "joined",
        (
            rf"(?:participat(?:ed|es|e|ing)|took\s+part|take\s+part|takes\s+part|taking\s+part){_ONLINE_AMID}\s+in",
            r"attended|attends?|attending|joined|join|joining|joins|dialled\s+in(?:to)?|dialed\s+in(?:to)?"
            r"|intervened\s+at"
            r"|appeared\s+at",
            rf"(?:delivered|gave|give|gives|delivers|deliver|presented|made)\s+(?:a|an|the|his|her|our|opening"
            rf"|closing"
            rf"|welcome|keynote|introductory|several|two)?\s*{_SPEECH}\s+(?:(?:about|on)\s+[^,.;]{{2,60}}?\s+)?"
            r"(?:at|to|in|during|for|online\s+to)",
            r"(?:spoke|speak|speaks|speaking|presented|present|featured)(?:,[^,.;]{3,30},"
            r"|\s+(?:[\w'-]+\s+){0,6}?)?\s*(?:at)"
            r"(?=\s+(?:the|a|an|its|this|[A-Z0-9]))",
            r"addressed(?=\s+(?:the|a|an|[A-Z]))|(?:co-)?chair(?:ed|s|ing)(?=\s+(?:the|a|an|[A-Z]))"
            r"|moderated(?=\s+(?:a|the))",
            r"(?:attendance|presence)\s+at|participation\s+(?:in|at)(?=\s+(?:the|a|an|its|[A-Z0-9]))",
            r"(?:Speech|Keynote|Remarks|Presentation|Speaker|Panel(?:list)?)\s+at(?=\s+(?:the\s+)?[A-Z0-9])",
            r"took\s+the\s+(?:floor|stage)|(?:sent|sends?)\s+(?:a|an|its)\s+(?:[\w-]+\s+)?(?:delegation|representatives?"
            r"|team)\s+to",
            r"(?:was|were|been)\s+(?:also\s+)?(?:represented|present|a\s+(?:speaker|panellist|panelist|guest"
            r"|keynote\s+speaker)"
            r"|among\s+the\s+(?:speakers|participants|panellists|delegates))\s*(?:by\s[^.;]{3,60}?\s)?(?:at"
            r"|in)(?![\w-])",
        ),
    ),
    (
        "place",
        (
            r"took\s+place|take\s+place|takes\s+place|taken\s+place|taking\s+place",
            r"(?:was|were|is|are|be|been|being)\s+(?:also\s+|jointly\s+|then\s+|again\s+|successfully\s+"
            r"|first\s+)?(?:held"
            r"|hosted|organi[sz]ed|convened|attended|opened|chaired|co-hosted|co-organi[sz]ed|visited|received|signed"
            r"|staged|conducted|joined|welcomed|addressed)",
            r"gathered|gathers?|gathering|convened|convenes?|(?:brought|brings|bringing)\s+together|assembled"
            r"|[Hh]osted(?=\s+by)|[Oo]rgani[sz]ed(?=\s+by)|[Cc]o-organi[sz]ed(?=\s+by)|[Cc]onvened(?=\s+by)",
            r"opened|held(?=\s+(?:in|on|at|online|virtually|remotely|by|via|from|between|over|jointly|under|as"
            r"|this|last"
            r"|yesterday|today)\b)|(?<=,\s)held(?=\s{3,})|held(?=\s{4,})",
            r"resumed|kicked\s+off|got\s+under\s+way|began|started|ended|concluded|wrapped\s+up|ran(?=\s+from)"
            r"|followed"
            r"(?=\s+on\b|\s{3,}|,)|was\s+launched|were\s+launched|occurred",
        ),
    ),
    (
        "off",
        (
            r"postponed|cancell?ed|put\s+(?:off|back)|pushed\s+(?:back|out)|rescheduled|deferred|called\s+off"
            r"|scheduled"
            r"|planned"
            r"|foreseen|pencilled\s+in|slated|delayed",
            r"moved(?:\s+back)?(?=\s+(?:to|from)\s+(?:[0-9]|\s{3,}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
            r"|(?:the\s+)?(?:spring|summer|autumn|winter)|early|late|next))",
            r"(?:expected|due)(?=\s+(?:in|on|for)\s)|due\s+to\s+(?:meet|visit|be|take|attend|host|hold|travel|speak)",
        ),
    ),
    (
        "wished",
        (
            rf"(?:proposed|proposes|suggested|offered|requested|sought|seeks|asked\s+for|called\s+for"
            rf"|pressed\s+for)\s+(?={_HELD_NOUN}"
            r"\b)(?!(?:[\w'-]+\s+)*?forum\b)",
            r"invited(?=\s+[^.;]{3,90}?\s+to\s+(?:a|an|the|its|his|her|our|their|visit|attend|join|meet|Tokyo"
            r"|take)\b)"
            r"|(?:hoped|hopes?|wish(?:ed|es)?|wanted|wants?|intends?|intended|plans?|willingness|readiness"
            r"|desire)\s+to\s+(?:meet"
            r"|visit|host|convene|hold|reconvene|travel|come)",
        ),
    ),
)

CONTACT: Final = re.compile(
    r"\b(?:" + "|".join(f"(?P<{sort}>{'|'.join(forms)})" for sort, forms in _GROUPS) + r")(?![\w-])"
)
"""Every word of contact; the name of the group that fits says of which sort."""

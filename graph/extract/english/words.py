"""The nouns of meetings in English, and the words that say where one's clause ends, or that it is no meeting at all."""

from __future__ import annotations

import re
from typing import Final

GATHERING: Final = re.compile(
    r"(?<![\w-])(?:forums?|conferences?|workshops?|seminars?|webinars?|symposium|summits?|round-?\s?tables?"
    r"|plenar(?:y|ies)"
    r"|assembly|congress|dialogues?|gatherings?|bilaterals?|panel discussion|catch-up|conversations?"
    r"|[a-z]+-day (?:programme|program|stay|event)|(?:online|virtual|first|bilateral|technical|informal) exchanges?"
    r"|exchanges? of views|(?:working )?(?:lunch(?:eon)?|dinner|breakfast)"
    r"|privacy awareness week|working party|meetings?|talks|visits?|calls?|video[- ]?conferences?|teleconferences?"
    r"|sessions?|missions?|consultations|discussions?|ceremony|negotiations)(?![\w-])",
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
    r"international|global|\bAsia|\bEurope|\bworld|\bAPEC\b|\bASEAN\b|\bOECD\b|\bG7\b|\bG20\b|\bGPEN\b|\bAPPA\b"
    r"|\bGPA\b|\bNordic|\bBaltic|\bAfrican|\bIbero-?American|\bFrancophone|\bCommonwealth"
    r"|foreign|overseas|cross-border|transatlantic|Council of Europe|bilateral|trilateral|multilateral",
    re.IGNORECASE,
)
DOMESTIC: Final = re.compile(
    r"town hall|(?:next|open|regular|weekly|monthly) (?:open |regular |public )(?:meeting|session)|"
    r"stakeholder (?:meeting|workshop|session)s?|public (?:hearing|consultation|workshop|meeting)"
    r"|federal,? (?:and )?(?:provincial|state|territorial)|provincial and territorial|states? and territor"
    r"|\b(?:for|with) (?:our |the )?(?:schools|students|teachers|SMEs|small (?:and medium )?(?:business|enterprise)\w*"
    r"|the public|citizens|practitioners|officers|staff|banks|industry)\b"
    r"|open house|"
    r"regular meeting of the commission|commission meeting|industry (?:meeting|roundtable)"
    r"|parliamentary (?:committee|hearing)|"
    r"cabinet meeting|board meeting|weekly meeting|press conference|training session"
    r"|inquiry hearing"
    # Within a federation, of the body itself, and of a firm for those whom it advises.
    r"|\bcantonal\b"
    r"|\bof the (?:federation|federal government) and (?:of )?the (?:l(?:ä|ae)nder|states|provinces|cantons)\b"
    r"|\b(?:commissioners|authorities|ministers|conference) of the (?:l(?:ä|ae)nder|cantons|provinces)\b"
    r"|\bits (?:own )?ordinary meeting\b"
    r"|\bclient (?:breakfast|lunch|event|seminar|briefing|webinar)s?\b"
    r"|\b(?:with|for) (?:the |a |several )?(?:trade|industry|employers'?) associations?\b",
    re.IGNORECASE,
)
BACKGROUND: Final = re.compile(
    r"(?<![\w-])announced\s*$|"
    # Whoever took up a post did so on a day that is no meeting's.
    r"\b(?:became|succeeded|replaced|has\s+been|was\s+(?:named|elected|appointed))\s+"
    r"(?:the\s+|a\s+|as\s+)?(?-i:[A-Z])[\w' -]{2,60}\s(?:in|on|since)\s*$|"
    # What was put on paper or told the press bears the day it came out, whatever it speaks of.
    r"\b(?:declaration|communiqu[ée]|(?:press|joint|media|a|its|their) statement|(?:press|news) release"
    r"|announcement|letter|interview|editorial)(?:\s+(?:on|of|from|dated))?\s*$|"
    r"(?<![\w-])(?:publish(?:ed|es)|adopted|issued|released|delivered|announced|unveiled"
    r"|launched)\s+(?:[\w'’-]+\s+){1,5}(?:on|in)\s*$|"
    r"(?<![\w-])(?:(?:(?:enter(?:ed|s|ing)?|entry|coming|comes?|came) into (?:force|effect|operation)|in force"
    r"|takes? effect|took effect|effective|applicable|appl(?:y|ies|ied)|adopt(?:ed|ion|s)?|publish(?:ed|es)?"
    r"|publication"
    r"|issued|released|Royal Assent|appointed|took office|term of office|enacted|amended|passed|promulgated|dated"
    r"|clos(?:es|ed|ing)|deadline|public consultation|comments|submissions|established|founded|created|ratified"
    r"|approved|granted|updated|modified|expires?|deliver(?:ed|s)?|recognised|launched"
    r"|resolution|(?:decision|policy|announcement|commitment|declaration|statement|initiative)[^.;]{0,120}\bmade)"
    r"(?:\s+(?:on|of|in|from|by|until|since|as|for|the|no later than|before))*"
    # A decision of 3 May bears that date; one that was spoken of on 3 May need not.
    r"|(?:judge?ment|ruling|decision|opinion|regulation|directive|report|law|act|bill|statute)"
    r"(?:\s+(?:of|in|from|by|until|since|as|for|the|no later than|before))*)\s*$",
    re.IGNORECASE,
)
DEADLINE: Final = re.compile(
    r"(?:\b(?:until|till|since|by|before|no later than|as of|following|after|later than|ahead of|prior to"
    r"|from now to)"
    r"|(?:postponed|rescheduled|deferred|delayed|moved|been moved|put off|put back|pushed back"
    r"|pushed out)\s+(?:to|until"
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
ONLINE: Final = re.compile(
    r"\bonline\b|\bvirtual(?:ly)?\b|\bremotely\b|video-?\s?conferenc|video\s?link|video call|teleconferenc"
    r"|by (?:phone|telephone)|(?:phone|telephone|conference) call|\bwebinar\b"
    r"|(?:via|over|on|by|through|using) (?:Microsoft )?(?:Zoom|Teams|Webex|Skype)|over the phone"
    r"|by video|\bon-line\b|\bvideo (?:meeting|session|link)",
    re.IGNORECASE,
)
HYBRID: Final = re.compile(
    r"\bhybrid\b|\b(?:some|others?|several|remaining|many)\s+(?:delegates|members|participants|authorities"
    r"|experts|of them)?\s*(?:connect|join"
    r"|participat|attend|follow|tak)\w*\s+(?:part\s+)?(?:remotely|online|virtually|by video)|both (?:in person"
    r"|online|physically)|in[ -]person and (?:online|virtual|remote)|(?:online"
    r"|virtually|remotely) (?:and|as well as) in[ -]person",
    re.IGNORECASE,
)
VIDEO: Final = re.compile(r"video[- ]?conference", re.IGNORECASE)
CALL: Final = re.compile(
    r"(?:conference|phone|telephone) call|\b(?:tele)?phone conversation"
    r"|teleconference|held a call|\bcall (?:with|between)|by (?:phone|telephone)"
    r"|\b(?:a|an|the|its|their|our|two|three|further|preparatory|introductory|monthly|quarterly|regular|second"
    r"|third|first"
    r"|follow-up|joint|to) (?:(?!courtesy\b)[\w-]+ )?(?<!courtesy )calls?\b(?! (?:for|by)\b)"
    r"|^\W*(?:[Pp]reparatory |[Mm]onthly )?[Cc]alls\b",
    re.IGNORECASE,
)

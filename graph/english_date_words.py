"""The words that dates are made of in English documents, as patterns; the first that fits wins.

A month's name has its capital (may and march are verbs). ``and`` between two days lists them; only between,
to, until and a dash make a range.
"""

from __future__ import annotations

import re
from typing import Final

from graph.english_dates_deeds import DAY as DEED_DAY
from graph.english_dates_deeds import YEAR as DEED_YEAR

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# The first month of a season, as the north counts them, and of the parts of a year.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PARTS: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "latter": -1, "last": -1, "final": -1}
# By how many weeks, months or years words lead away from the publication.
MOVES: Final = {"last": -1, "this": 0, "earlier this": 0, "later this": 0, "next": 1, "the following": 1}
NUMBERS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}

_SHORT_MONTHS: Final = [name[:3] + r"\.?" for name in MONTH_NAMES if len(name) > 3] + [r"Sept\.?"]
_MONTH: Final = "|".join([*MONTH_NAMES, *(name.upper() for name in MONTH_NAMES), *_SHORT_MONTHS])
_START: Final = r"(?<![0-9A-Za-z./-])"
# February 5 (Wed.) and 6 (Thu.), 2025.
_WEEKDAY_BEHIND: Final = r"(?:\s?\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?\))?"
_DAY: Final = rf"[0-9]{{1,2}}(?![0-9])(?:\s?(?:st|nd|rd|th)\b)?{_WEEKDAY_BEHIND}"
_A_DAY: Final = rf"(?:{'|'.join(WEEKDAYS)}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.?)"
_WEEKDAY: Final = rf"(?:{_A_DAY},?\s+(?:the\s+)?)?"
# Tuesday and Wednesday, 20-21 June: only before several days, for before one they say another.
_OF_WEEK: Final = rf"(?:{_A_DAY}(?:\s*(?:and|to|through|&|[-–])\s*{_A_DAY})?,?\s+(?:the\s+)?)?"
_TO: Final = r"(?:up\s+to\s+and\s+including|to|until|till|through)\b"
_RANGE: Final = rf"(?:\s*(?:-|–|—|‑|‒|−|〜|\b{_TO})|,\s+{_TO})\s*(?:the\s+)?"
_WHICH: Final = r"(?<![A-Za-z])(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this|[Tt]he following)"
_COUNT: Final = "|".join([*NUMBERS, *(name.title() for name in NUMBERS), "[0-9]{1,2}"])
_DAYS: Final = "|".join(WEEKDAYS)
_LIST: Final = r"\s*(?:,\s*and\b|,|&|\band\b|\bor\b)\s*(?:on\s+)?(?:the\s+)?"
_OF: Final = r"\s+(?:of\s+)?"
_YEAR: Final = r"(?:,?\s+|\s+of\s+|\s*,\s*)(?P<year>[0-9]{4})(?![0-9])"
_YEAR_TOO: Final = rf"(?:{_YEAR})?"
_FIRST_YEAR: Final = r"(?:(?:,?\s+|\s*,\s*)(?P<y1>[0-9]{4})(?![0-9]))?"

_NAMES: Final = ("Week", "Forum", "Assembly", "Conference", "Summit", "Symposium", "Roundtable", "Workshop", "Meeting",
                 "Plenary", "Congress", "Dialogue", "Seminar", "Webinar", "Sweep")  # fmt: skip
_GATHERINGS: Final = "|".join([*_NAMES, *(name.lower() for name in _NAMES), "edition", "session", "round"])
_BEHIND_A_NAME: Final = "|".join(rf"(?<=\b{name} )" for name in _NAMES)

FORMS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        ("week", rf"{_START}[Ww]eek\s+(?P<how>of|beginning|commencing|starting)\s+{_WEEKDAY}(?:the\s+)?"
                 rf"(?:(?P<d1>{_DAY}){_OF}(?P<m1>{_MONTH})\b|(?P<m2>{_MONTH})\s+(?P<d2>{_DAY})(?!{_RANGE}[0-9])){_YEAR_TOO}"),
        ("range", rf"(?:{_START}[Bb]etween\s+){_WEEKDAY}(?P<d1>{_DAY})(?:{_OF}(?P<m1>{_MONTH})\b)?{_FIRST_YEAR}"
                  rf"\s+and\s+{_WEEKDAY}(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})\b{_YEAR_TOO}"),
        ("range", rf"(?:{_START}[Bb]etween\s+){_WEEKDAY}(?P<m1>{_MONTH})\s+(?P<d1>{_DAY}){_FIRST_YEAR}"
                  rf"\s+and\s+{_WEEKDAY}(?:(?P<m2>{_MONTH})\s+)?(?P<d2>{_DAY}){_YEAR_TOO}"),
        ("range", rf"{_START}{_OF_WEEK}(?P<d1>{_DAY})(?:{_OF}(?P<m1>{_MONTH})\b)?{_FIRST_YEAR}"
                  rf"{_RANGE}{_WEEKDAY}(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})\b{_YEAR_TOO}"),
        ("range", rf"{_START}{_OF_WEEK}(?P<m1>{_MONTH})\s+(?:the\s+)?(?P<d1>{_DAY}){_FIRST_YEAR}{_RANGE}"
                  rf"{_WEEKDAY}(?:(?P<m2>{_MONTH})\s+)?(?P<d2>{_DAY}){_YEAR_TOO}"),
        ("listed", rf"{_START}{_WEEKDAY}(?P<d1>{_DAY}){_OF}(?P<m1>{_MONTH})\b{_FIRST_YEAR}{_LIST}"
                   rf"{_WEEKDAY}(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})\b{_YEAR_TOO}"),
        ("listed", rf"{_START}{_WEEKDAY}(?P<m1>{_MONTH})\s+(?P<d1>{_DAY}){_FIRST_YEAR}{_LIST}"
                   rf"{_WEEKDAY}(?P<m2>{_MONTH})\s+(?P<d2>{_DAY}){_YEAR_TOO}"),
        ("days", rf"{_START}{_OF_WEEK}(?P<days>{_DAY}(?:{_LIST}{_WEEKDAY}{_DAY})+){_OF}(?P<m2>{_MONTH})\b{_YEAR_TOO}"),
        ("days", rf"{_START}{_OF_WEEK}(?P<m2>{_MONTH})\s+"
                 rf"(?P<days>{_DAY}(?:{_LIST}{_WEEKDAY}{_DAY}(?!{_OF}(?:{_MONTH})\b))+){_YEAR_TOO}"),
        ("day", rf"{_START}{_WEEKDAY}(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})\b{_YEAR_TOO}"),
        ("deed", rf"{_START}(?P<d2>(?i:{DEED_DAY})|{_DAY})\s+day\s+of\s+(?P<m2>{_MONTH})\b(?:,?\s+(?:in\s+)?(?:the\s+)?"
                 rf"(?:year\s+)?(?:of\s+)?(?P<year>(?i:{DEED_YEAR})|[0-9]{{4}}(?![0-9])))?"),
        ("day", rf"{_START}{_WEEKDAY}(?P<m2>{_MONTH})\s+(?:the\s+)?(?P<d2>{_DAY}){_YEAR_TOO}"),
        ("range", rf"{_START}(?P<m1>{_MONTH}){_FIRST_YEAR}{_RANGE}(?P<m2>{_MONTH}){_YEAR}"),
        ("range", rf"(?:{_START}[Bb]etween\s+)(?P<m1>{_MONTH}){_FIRST_YEAR}\s+and\s+(?P<m2>{_MONTH}){_YEAR}"),
        ("month", rf"{_START}(?P<m2>{_MONTH})(?:\s+of)?{_YEAR}"),
        ("slashed-range", rf"{_START}(?P<a>[0-9]{{1,2}})(?P<mark>[/.])(?P<b>[0-9]{{1,2}})"
                          rf"(?:(?P=mark)(?P<y1>(?:(?:19|20)?[0-9]{{2}})))?"
                          rf"\s*(?:-|–|to)\s*(?P<c>[0-9]{{1,2}})(?P=mark)(?P<d>[0-9]{{1,2}})(?P=mark)"
                          rf"(?P<year>(?:19|20)?[0-9]{{2}})(?![0-9]|[/.-][0-9])"),
        ("slashed-days", rf"{_START}(?P<a>[0-9]{{1,2}})\s?[-–]\s?(?P<b>[0-9]{{1,2}})(?P<mark>[/.])"
                         rf"(?P<month>[0-9]{{1,2}})(?P=mark)(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]|[/.-][0-9])"),
        ("slashed", rf"{_START}(?P<a>[0-9]{{1,2}})(?P<mark>[/.])(?P<b>[0-9]{{1,2}})(?P=mark)"
                    rf"(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]|[/.-][0-9])"),
    )
)  # fmt: skip

# Only where a document says when it was published.
LEANING_FORMS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        ("month", rf"(?:(?<=[Ii]n )|(?<=during )|(?<=early )|(?<=mid-)|(?<=late )|(?<=[Ss]ince )|(?<=this )|(?<=until )"
                  rf"|(?<=[Ff]or )|(?<=of )|(?<=to )|(?<=by ))(?P<m2>{_MONTH})\b(?!\s+[0-9])"),
        ("month-then", rf"{_START}(?P<m2>{_MONTH})\s+(?:of\s+)?"
                       r"(?P<which>that|the\s+same|this|the\s+following)\s+year\b"),
        ("past-month", rf"(?<=[Ll]ast )(?P<m2>{_MONTH})\b(?!\s+[0-9])"),
        ("coming-month", rf"(?<=[Nn]ext )(?P<m2>{_MONTH})\b(?!\s+[0-9])"),
        ("before-yesterday", r"(?<![A-Za-z])[Tt]he day before yesterday(?![A-Za-z'’])"),
        ("after-tomorrow", r"(?<![A-Za-z])[Tt]he day after tomorrow(?![A-Za-z'’])"),
        ("today", r"(?<![A-Za-z])(?:[Tt]oday|[Tt]his (?:morning|afternoon|evening))(?![A-Za-z'’])"),
        ("yesterday", r"(?<![A-Za-z])[Yy]esterday(?![A-Za-z'’])"),
        ("tomorrow", r"(?<![A-Za-z])[Tt]omorrow(?![A-Za-z'’])"),
        ("same-day", r"(?<![A-Za-z])(?:(?:[Tt]he|[Tt]hat) same day|[Oo]n (?:that|the same) (?:day|date)"
                     r"|[Ll]ater that day)\b"),
        ("next-day", r"(?<![A-Za-z])(?:(?:[Tt]he|[Oo]n the) (?:following|next|subsequent) (?:day|morning|afternoon)\b"
                     r"|[Oo]n the morrow\b|(?:[Tt]he|[Oo]n the) day after\b(?=,|\s+(?:the|that|its|his|her)\b))"),
        ("day-before", r"(?<![A-Za-z])(?:[Tt]he|[Oo]n the) (?:previous day|preceding day|day before(?! yesterday)"
                       r"|eve of(?![^;]{0,60}\b(?:19|20)[0-9]{2}\b))"),
        ("days-later", rf"(?<![A-Za-z])(?P<count>{_COUNT}) (?P<unit>days?|weeks?) (?P<way>later|earlier|after\b(?=,))"
                       r"\b(?! than)"),
        ("days-ago", rf"(?<![A-Za-z])(?P<count>{_COUNT}) days? ago\b"),
        ("same-month", r"(?<![A-Za-z])(?:[Tt]hat|[Tt]he) same month\b"),
        ("weekdays", rf"(?<![A-Za-z])(?:(?P<week>[Ll]ast|[Tt]his|[Nn]ext) week,?\s+(?:on\s+|from\s+)?"
                     r"|(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Oo]n|[Ff]rom|coming)\s+)?)"
                     rf"(?P<weekday>{_DAYS})(?:\s+and(?:\s+on)?\s+|(?P<through>{_RANGE}))(?P<weekday2>{_DAYS})\b"
                     rf"(?!,?\s+(?:the\s+)?(?:[0-9]|{_MONTH}))"),
        # The 23rd of that month, from the 15th to the 19th, Friday of the same week: behind what tells the month.
        ("day-of-that", rf"{_START}[Tt]he (?P<d2>[0-9]{{1,2}}(?:st|nd|rd|th)) of (?:that|the same) month\b"),
        ("days-of", rf"{_START}(?:[Ff]rom )?the (?P<d1>[0-9]{{1,2}}(?:st|nd|rd|th)) (?:to|until|through) "
                    r"(?:the )?(?P<d2>[0-9]{1,2}(?:st|nd|rd|th))(?= of (?:that|the same) month\b|\s*(?:$|[.,;:)])"
                    r"|\s+(?:and|in|at|with)\b)"),
        ("weekday-of", rf"(?<![A-Za-z])(?:[Oo]n )?(?:the )?(?P<weekday>{_DAYS}) of (?:that|the same) week\b"),
        # On the 7th, behind a heading or a date that tells the month.
        ("day-of", r"(?<=[Oo]n )the (?P<d2>[0-9]{1,2}(?:st|nd|rd|th))"
                   r"(?=\s*(?:$|[.,;:)])|\s+(?:and|we|she|he|they|it|in|at|with|to|that|together|by|when|where)\b)"),
        ("weekday", rf"(?<![A-Za-z])(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Oo]n(?:\s+the)?|[Ff]or|coming)\s+"
                    rf"(?P<weekday>{_DAYS})\b"
                    rf"(?:\s+of\s+(?P<week>this|last|next)\s+week\b)?(?!,?\s+(?:the\s+)?(?:[0-9]|{_MONTH}))"
                    r"(?!\s+of\s+(?:each|every|the)\b)"),
        ("weekday-until", rf"(?:(?<=\buntil )|(?<=\btill ))(?P<weekday>{_DAYS})\b"
                          rf"(?!,?\s+(?:the\s+)?(?:[0-9]|{_MONTH}))"),
        # Took place Thursday at the Center: the day of the week alone, as newspapers put it; no habit, no name.
        ("weekday", r"(?:(?<=[a-z0-9,] )|(?<=[\"”’] ))(?<!\b[Ee]very )(?<!\b[Ee]ach )(?<!\bmost )(?<!\bother )"
                    rf"(?<!\bor )(?<!\bBlack )(?P<which>)(?P<weekday>{_DAYS})\b"
                    rf"(?!,?\s+(?:the\s+)?(?:[0-9]|{_MONTH}))(?!\s+of\b|\s+[A-Z])"),
        ("part", r"(?<![A-Za-z])(?P<part>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]atter|[Ll]ast|[Ff]inal)"
                 r"\s+(?P<unit>half|quarter)\s+of\s+"
                 r"(?:(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])|(?P<which>this|next|last)\s+year\b)"),
        ("week-of", rf"{_WHICH} week\b"),
        ("month-of", rf"{_WHICH} month\b"),
        ("season-of", r"(?<![A-Za-z])(?P<which>[Ll]ast|[Nn]ext) (?P<season>spring|summer|autumn|fall|winter)\b"),
        ("year-of", rf"{_WHICH} (?:year|spring|summer|autumn|winter)\b(?!,? (?:19|20)[0-9]{{2}})"),
        ("season", r"(?<![A-Za-z])(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?"
                   r"(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])"),
        ("part", r"(?<![A-Za-z])(?P<unit>[QH])(?P<part>[1-4])\s+(?:of\s+)?(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])"),
        ("year", r"(?:(?<=[Ii]n )|(?<=until )|(?<=oved to )|(?<=poned to )|(?<=ferred to )|(?<=early )"
                 r"|(?<=late )|(?<=mid-)|(?<=of )|(?<=during )|(?<=[Ss]ince )|(?<=lanned for )|(?<=eduled for )"
                 r"|(?<=reseen for )|(?<=\bset for )|(?<=\bdue for )|(?<=\b[Aa]s for )"
                 r"|(?<=\byear )|(?<=\byear, )|(?<=\bback as ))"
                 r"(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])(?!\s*(?:to|-|–)\s*[0-9])"),
        # The 2026 meeting; Privacy Week 2026.
        ("year", r"(?:(?<=\b[Tt]he )|(?<=\bits )|(?<=\bour )|(?<=\btheir )|(?<='s )|(?<=’s ))"
                 r"(?P<year>(?:19|20)[0-9]{2})"
                 rf"(?=\s+(?:[\w-]+\s+){{0,2}}(?:{_GATHERINGS})\b)"),
        ("year", rf"(?:{_BEHIND_A_NAME})(?P<year>(?:19|20)[0-9]{{2}})(?![0-9/-])"),
    )
)  # fmt: skip

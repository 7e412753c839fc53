"""The clauses of an English sentence that tell of one meeting each, with their dates and words of meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from graph.dates import FoundDate
from graph.english_dates import LISTED
from graph.extract.english.contact import CONTACT
from graph.extract.english.words import BACKGROUND, DEADLINE, DOMESTIC, GATHERING, NAMED_GATHERING

_CUT: Final = re.compile(
    r";\s+|,\s+(?:and|while|whereas|but|before|after which|followed by|preceded by|then|as well as)\s+|,\s+"
    r"|\s+(?:while|whereas|followed by|preceded by|replaced by|but)\s+"
    r"|(?<=\))\s+and\s+(?=(?:the\s+)?[A-Z])"
    r"|\s+as\s+an?\s+(?:preview|prelude|run-up|lead-in|curtain-raiser)\s+(?:of|to|for)\s+"
    r"|\s+and\s+(?=(?:on|in|by|online|then|later|also|with|met|visited|held|hosted|attended|participated|travelled|took"
    r"|signed|spoke|will|the|agreed|decided|plans?|planned|intends?|is|are|was|were|joined|gave|delivered|had"
    r"|received|welcomed|exchanged|paid|addressed)\b)"
)
_WITH: Final = re.compile(r"(?:with|to|by|of|in|at)\b")
# The memorandum signed in October 2023 is a thing spoken of, and no meeting told.
_SIGNED_BEFORE: Final = re.compile(
    r"\b(?:memorandum|arrangement|agreement|understanding|cooperation|MoU|MOU|MoC|MOC|treaty|declaration"
    r"|statement)\s+$"
)
_REACH: Final = 70
# These tell of a meeting only behind a word for one: the talks resumed, the forum held in Tokyo.
_OF_A_MEETING: Final = re.compile(
    r"resumed|kicked|got\s+under|began|started|ended|concluded|wrapped|ran|followed|occurred|opened|held|(?:was"
    r"|were)\s+launched"
)
_WITH_A_MEETING: Final = re.compile(r"addressed|join(?:ed|s)?|featured|presented|chair|co-chair|moderated|opened")
# On 3 May, the two issued a statement on the review: the date is that of the paper.
_FIRST: Final = re.compile(r"\W*(?:On\s+)?")
_PUT_OUT: Final = re.compile(
    r",?\s+(?:(?!\b(?:met|held|signed|visited|hosted|attended|joined|took|will|spoke|received)\b)(?:[^.;]|(?<=[A-Z])\.)){3,200}?\s"
    r"(?:issued|released|published|announced|unveiled|adopted|launched)\s+(?:that|a|an|the|its|their|his|her|joint)\b"
)
# Who joins on 6 November, from another office, takes up a post.
_APPOINTED: Final = re.compile(r"\s+(?:on|from|as|in)\s")
_MEMBER: Final = re.compile(r"[^.;]{0,120}?\bas\s+(?:a|an|the|its)?\s*(?:[\w-]+\s+){0,2}?(?:member|associate)s?\b")
_RELATIVE: Final = re.compile(r",\s+(?:who|which|whose)\s(?:(?!\s{4})[^,;.]){3,90},\s+(?=[a-z])")
# A clause that says when or why, and tells no meeting: when Germany takes the chair next year.
_ASIDE_IN_TIME: Final = re.compile(r"(?:when|as|because|since|once|until|whose)\s")
_LEAD_IN: Final = re.compile(
    r"(?:Following|After|Since|Building\s+on|Further\s+to|Subsequent\s+to|Ahead\s+of|Before|Prior\s+to)\b"
)
# What had been meant first, before another day was told: planned for 19 November, was put off to January.
_MEANT: Final = re.compile(
    r",\s+(?:who|which)\s[^,;.]{0,80}?\bhad\s+(?:originally\s+|initially\s+|been\s+)*(?:offered|planned|hoped"
    r"|intended|wanted|meant|scheduled|foreseen|set|arranged|fixed)\b[^,;.]{0,60},"
    r"|,\s+(?:which\s+(?:was|were)\s+)?(?:originally\s+|initially\s+|first\s+)?(?:foreseen|planned|scheduled"
    r"|arranged|set|due|announced)\s+(?:for|on|to\s+\w+)\s[^,;.]{0,60},"
    r"|\((?:was|originally|initially|previously|instead\s+of|(?:moved|postponed|rescheduled)\s+from)\b[^()]{0,40}\)"
)
_WHERE: Final = re.compile(r"(?:and\s+)?(?:where|(?:during|at)\s+which)\b")
_ANOTHER: Final = re.compile(r"(?:and\s+)?(?:an?|another|the|its|their)\s")
_WHICH: Final = re.compile(r"(?:which|that)\s")
_PURPOSE: Final = re.compile(r"(?:and\s+)?to\s")
_OPENING: Final = re.compile(
    r"(^\W*|[:–—-]\s+|\s{4,})((?:Met|Held|Signed|Attended|Visited|Hosted|Spoke|Joined|Received|Welcomed"
    r"|Participated|Took|Chaired|Addressed|Delivered|Gave|Travelled|Traveled|Received|Renewed|Paid|Exchanged"
    r"|Signing|Visits?|Attendance|Participation|Hosting|Trip)\b)"
)
_HEADLINE: Final = re.compile(
    r"(?<=[a-z\])] )(?:Meets|Attends|Hosts|Visits|Receives|Welcomes|Signs|Joins|Holds"
    r"|Speaks|Sign|Meet|Host)\b"
)
_HOW_HELD: Final = re.compile(
    r"(?:held|hosted|organi[sz]ed|convened|taking\s+place|which\s+(?:was|took|will|is|were|opens?|opened|begins"
    r"|ran|runs|(?:the\s+)?[A-Z][\w' -]{1,60}?\s+(?:will\s+host|is\s+to\s+host|hosts)))\b"
)
_BESIDE: Final = re.compile(r"(?:sidelines?|margins?|occasion|framework|fringes?)\s+of\s+(?:the\s+)?")
_GATHERING_BEFORE: Final = re.compile(
    r"(?:^|\b(?:of|at|in|for|from|during|with|on|to|attended|joined)\s+)(?P<name>[^,;]{3,140}),\s+$"
)
_NUMBERED_NOUN: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural|[0-9]{1,2}(?:st|nd|rd"
    r"|th))\s+[A-Z]\w+"
    r"(?=\s+(?:of|on|in)\s{3})"
)
_NOUN_REACH: Final = 110
_AHEAD: Final = re.compile(
    r"(?:(?:agreed|decided|plans?|planned|intends?|hopes?|are|is)\s+(?:[\w-]+\s+)?to|will|agreed\s+that)\b"
)


@dataclass(frozen=True)
class Trigger:
    """A word that tells of a meeting; ``sort`` names the group of ``contact.CONTACT`` that it belongs to."""

    start: int
    end: int
    sort: str


@dataclass(frozen=True)
class Clause:
    """``text[start:end]`` of a sentence. ``late`` dates say until when, or when instead."""

    start: int
    end: int
    triggers: tuple[Trigger, ...]
    dates: tuple[FoundDate, ...]
    late: tuple[FoundDate, ...]


def triggers(text: str) -> list[Trigger]:
    """Every word of meeting in a text, in order; a note of a diary may begin with one: Signed a memorandum…"""
    words = _HEADLINE.sub(lambda hit: hit[0].lower(), _OPENING.sub(lambda hit: hit[1] + hit[2].lower(), text))
    found = [Trigger(hit.start(), hit.end(), hit.lastgroup or "") for hit in CONTACT.finditer(words)]
    return [one for one in found if _tells(text, one)]


def _tells(text: str, one: Trigger) -> bool:
    """Whether a word tells of contact where it stands."""
    words = text[one.start : one.end]
    if one.sort == "signed":
        return not _SIGNED_BEFORE.search(text[: one.start])
    if one.sort == "place" and _OF_A_MEETING.fullmatch(words):
        before = text[max(0, one.start - _NOUN_REACH) : one.start]
        return bool(GATHERING.search(before) or NAMED_GATHERING.search(before))
    if one.sort == "joined" and _WITH_A_MEETING.match(words):
        behind = text[one.end : one.end + _NOUN_REACH]
        if words.startswith("join") and _APPOINTED.match(behind):
            return False
        return not _MEMBER.match(behind) and bool(words.startswith("join") or GATHERING.search(behind))
    return True


def clauses(text: str, dates: Sequence[FoundDate]) -> list[Clause]:
    """The clauses of a sentence, in order. A new one begins where another date or another meeting is told."""
    told = [one for one in dates if not background(text, one) and not _given_up(text, one, dates)]
    late = [one for one in told if DEADLINE.search(text[max(0, one.start - _REACH) : one.start])]
    own = [one for one in told if one not in late]
    blank = blanked(text, dates)
    found = triggers(blank)
    aside = [*((one.start, one.end) for one in dates), *_relatives(blank), *_intended(text), *_lists(text, dates)]
    edges = [0, *(hit.end() for hit in _CUT.finditer(text) if not _within(hit.span(), aside)), len(text)]
    pieces = [_clause((start, end), found, own, late) for start, end in pairwise(edges) if start < end]
    joined: list[list[Clause]] = []
    for piece in pieces:
        whole = _whole(joined[-1], found, own, late) if joined else None
        if whole is None:
            joined.append([piece])
        elif (name := _own_name(blank, piece)) is not None:
            last = joined[-1][-1]
            tells = len(joined[-1]) > 1 and not last.dates and last.triggers and last.start <= name < last.end
            joined.append([joined[-1].pop(), piece] if tells else [_with_its_name(blank, piece)])
        elif not _parts(text, (whole, piece), shared=len(joined) > 1) and not looks_ahead(text, piece):
            joined[-1].append(piece)
        else:
            last = joined[-1][-1]
            leads = len(joined[-1]) > 1 and not last.dates and _leads(text, last, joined[-1][:-1])
            joined.append([joined[-1].pop(), piece] if leads else [piece])
    told_of = [_named(blank, _whole(group, found, own, late)) for group in joined]
    return _with_shared_words(text, told_of)


def _own_name(text: str, piece: Clause) -> int | None:
    """Where the name of a gathering begins of which a piece says when it was held: at the Privacy Week, held from…"""
    if not piece.dates or not _HOW_HELD.match(text, piece.start):
        return None
    before = _GATHERING_BEFORE.search(text[: piece.start])
    if before is None or not (GATHERING.search(before["name"]) or NAMED_GATHERING.search(before["name"])):
        return None
    aside = _BESIDE.search(before["name"])
    return before.start("name") + (aside.end() if aside else 0)


def _with_its_name(text: str, piece: Clause) -> Clause:
    start = _own_name(text, piece)
    return piece if start is None else replace(piece, start=start)


def blanked(text: str, dates: Sequence[FoundDate]) -> str:
    """The text with its dates blanked, offsets unchanged."""
    words = list(text)
    for one in dates:
        words[one.start : one.end] = " " * (one.end - one.start)
    return "".join(words)


def _named(text: str, clause: Clause) -> Clause:
    """A clause that has no word of contact, but names a meeting beside its date: the Tokyo Summit of 3 May."""
    if clause.triggers or not (clause.dates or clause.late):
        return clause
    if DOMESTIC.search(text):
        return clause
    hits = list(GATHERING.finditer(text, clause.start, clause.end))
    hits = hits or list(_NUMBERED_NOUN.finditer(text, clause.start, clause.end))
    return replace(clause, triggers=tuple(Trigger(hit.start(), hit.end(), "noun") for hit in hits[:1]))


def _leads(text: str, last: Clause, before: list[Clause]) -> bool:
    """Whether the piece before a date goes with it: with the ICO on 5 June; where she met the PDPC on 26 October."""
    told = any(one.triggers for one in before) and any(one.dates for one in before)
    words = text[last.start : last.end]
    if told and words.rfind("(") > words.rfind(")"):
        return True  # the UK ICO (London, 14 September)
    return bool(_WITH.match(text[last.start : last.end])) or (bool(last.triggers) and told)


def _whole(group: list[Clause], found: list[Trigger], own: list[FoundDate], late: list[FoundDate]) -> Clause:
    return _clause((group[0].start, group[-1].end), found, own, late)


def _with_shared_words(text: str, told: list[Clause]) -> list[Clause]:
    """A clause with a date and no word of meeting shares that of the one before: on 3 June in Paris, and on 5 June."""
    shared: list[Clause] = []
    for one in told:
        own = one.triggers or not one.dates or _ASIDE_IN_TIME.match(text, one.start)
        if own or not shared or not shared[-1].triggers:
            shared.append(one)
            continue
        first = shared[-1].triggers[0]
        shared.append(replace(one, triggers=(replace(first, start=one.start, end=one.start),)))
    return shared


def _clause(span: tuple[int, int], found: list[Trigger], own: list[FoundDate], late: list[FoundDate]) -> Clause:
    start, end = span
    return Clause(
        start,
        end,
        tuple(one for one in found if start <= one.start < end),
        tuple(one for one in own if start <= one.start < end),
        tuple(one for one in late if start <= one.start < end),
    )


def _parts(text: str, both: tuple[Clause, Clause], *, shared: bool) -> bool:
    """Whether a piece begins a clause of its own: with another date, or another meeting."""
    before, after = both
    if after.dates and text[: after.start].endswith(("followed by ", "preceded by ", "replaced by ", "; ")):
        return True
    if _more_exact(text, before, after):
        return False
    if after.dates and after.triggers and before.dates and _WHERE.match(text, after.start):
        return True
    put_off = bool(after.late) and _ANOTHER.match(text, after.start) and any(t.sort == "off" for t in after.triggers)
    if put_off and before.dates and before.triggers:
        return True
    if (
        after.dates
        and before.dates
        and (before.triggers or shared or _earlier(text, before, after) or _bracketed(text, both))
    ):
        return True
    leads = bool(after.triggers) and after.triggers[0].start - after.start <= 4
    leads = leads and not _PURPOSE.match(text, after.start)
    return (
        leads and bool(before.triggers) and after.triggers[0].sort in ("met", "visited", "held", "joined", "received")
    )


def _more_exact(text: str, before: Clause, after: Clause) -> bool:
    """Whether a piece but says on which day of the week or month before it: earlier this week, on 1 October."""
    if (after.triggers and not _WHICH.match(text, after.start)) or not (before.dates and after.dates):
        return False
    wide, narrow = before.dates[-1].when, after.dates[0].when
    inside = wide.earliest <= narrow.earliest and narrow.latest <= wide.latest
    return inside and wide.precision == "month" and narrow.precision == "day"


def _bracketed(text: str, both: tuple[Clause, Clause]) -> bool:
    """Whether two places in a list each bear their date in brackets: in London (7 May 2021), Bonn (6 May 2022)."""
    return all(text[: one.dates[0].start].endswith("(") for one in both)


def _earlier(text: str, before: Clause, after: Clause) -> bool:
    """Whether a sentence begins with what came before: following a first exchange in January, the two met in May."""
    return bool(after.triggers) and bool(_LEAD_IN.match(text, before.start))


def looks_ahead(text: str, clause: Clause) -> bool:
    """Whether a piece with a date leaves its subject out and says what is to come: and agreed to meet in October."""
    hit = _AHEAD.match(text, clause.start)
    if hit is None or (hit.group() == "will" and not text[: clause.start].endswith("and ")):
        return False
    return bool(clause.dates or clause.late)


def background(text: str, date: FoundDate) -> bool:
    """Whether a date is that of a law, a publication or an appointment."""
    before = text[max(0, date.start - _REACH) : date.start]
    return bool(BACKGROUND.search(before) or (_FIRST.fullmatch(before) and _PUT_OUT.match(text, date.end)))


def _intended(text: str) -> list[tuple[int, int]]:
    """The relative clauses that say what had been meant: which the ICO had offered to organise in November."""
    return [hit.span() for hit in _MEANT.finditer(text)]


def _given_up(text: str, date: FoundDate, dates: Sequence[FoundDate]) -> bool:
    """Whether a date is one that had been meant, where another one is told beside it."""
    meant = [span for span in _intended(text) if _within((date.start, date.end), [span])]
    exact = [one for one in dates if one.when.precision in ("day", "month")]
    return bool(meant) and any(not _within((one.start, one.end), meant) for one in exact)


def _relatives(text: str) -> list[tuple[int, int]]:
    """The relative clauses within commas that name no date: the CNIL, which chairs the group, met…"""
    return [hit.span() for hit in _RELATIVE.finditer(text)]


def _lists(text: str, dates: Sequence[FoundDate]) -> list[tuple[int, int]]:
    """What stands between the dates of a list, where nothing but the list follows: on 3 May, 5 May and 8 June."""
    gaps = [(one.end, other.start) for one, other in pairwise(dates) if one.end < other.start]
    return [gap for gap in gaps if LISTED.fullmatch(text, *gap) and "on" not in text[gap[0] : gap[1]].split()]


def _within(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)

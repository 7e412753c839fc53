"""Bodies in English sentences: by name, by the document's own short names, by country, and unknown ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.bodies import Named
from graph.extract.english.demonyms import DEMONYMS, demonyms
from graph.extract.gazetteer import KnownPost
from graph.extract.lexicon import Mention
from graph.extract.setting import Setting
from ontology.terms import Level

_AUTHORITY: Final = (
    r"(?:(?:national|federal)\s+)?(?:(?:personal\s+)?data(?:\s+protection)?"
    r"|privacy(?:\s+and\s+data\s+protection)?)\s+"
    r"(?:supervisory\s+)?(?:authority|regulator|commissioner|watchdog|agency)|DPA|supervisory authority"
)
_OF_COUNTRY: Final = re.compile(rf"\s+(?:{_AUTHORITY})(?![A-Za-z])", re.IGNORECASE)
_AUTHORITY_OF: Final = re.compile(
    r"(?:(?:data\s+protection|privacy)\s+(?:authorit(?:y|ies)|regulators?|commissioners?)|DPAs?"
    r"|counterparts?)\s+(?:of|from|in)\s+"
    r"|(?-i:Commissioner(?:\s+[A-Z][\w'-]+){1,3}\s+(?:of|from))\s+",
    re.IGNORECASE,
)
# Told by one of them, the authorities of Italy and Spain are such themselves.
_PEERS_OF: Final = re.compile(
    r"(?<!tion )(?<!acy )(?:authorit(?:y|ies)|regulators|[Cc]ommissioners?|colleagues)\s+(?:of|from)\s+"
    r"(?=(?:the\s+)?[A-Z])"
)
# Outside the United States, a Secretary of State is not of the State Department.
_OF_STATE: Final = re.compile(r"\b(?:Secretary of|Minister of|Member|Head of) State$")
_FORMER: Final = re.compile(r"\b(?:[Ff]ormer|[Ee]x-?)\s*$")
_COUNTERPART: Final = re.compile(
    r"(?:'s)?\s+(?:counterparts?|[Cc]ommission(?:er)?|[Aa]uthority|regulator"
    r"|watchdog)(?![A-Za-z])"
)
# What members of the European Commission are called after; a commissioner for data or privacy is somebody else.
_PORTFOLIO: Final = (
    r"(?:Democracy|Justice|(?:the\s+)?Rule\s+of\s+Law|Consumers?(?:\s+(?:Protection|Affairs))?|Values|Transparency"
    r"|(?:Gender\s+)?Equality|(?:the\s+)?Digital\s+(?:Economy|Agenda|Single\s+Market|Age)|(?:the\s+)?Internal\s+Market"
    r"|Home\s+Affairs|Tech(?:nological)?\s+Sovereignty|Security|Society|Fundamental\s+Rights|Citizenship|Trade)"
)
_OF_COLLEGE: Final = re.compile(
    rf"\b(?:EU\s+)?(?:Commissioner|(?:Executive\s+)?Vice[- ]President)\s+(?:for|in\s+charge\s+of)\s+{_PORTFOLIO}"
    rf"(?:(?:,\s+|,?\s+(?:and|&)\s+){_PORTFOLIO})*"
)
_UNION: Final = re.compile(r"\b(?:European|EU)\b")
_LISTED: Final = re.compile(r"\s*(?:,\s*and|,|and|&)\s+(?:the\s+)?")
_HEAD: Final = (
    "Authority|Agency|Commission|Commissioner|Commissioner's Office|Ombudsman|Board|Office|Bureau|Inspectorate|Council|"
    "Ministry|Department|Directorate|Institute|Supervisor|Service|Committee|Regulator"
)
_WORD: Final = r"(?:[A-ZÀ-Þ][\w'&/-]*)"
_UNKNOWN: Final = re.compile(
    rf"(?<![\w'])(?P<first>{_WORD}(?:\s+(?:{_WORD}|of|for|and|on|the|de|da|do|e|du|des|la|del|of\s+the"
    rf"|for\s+the)){{0,9}}?\s+)"
    rf"?(?:{_HEAD})(?![\w])(?:\s+(?:of|for|on)\s+(?:the\s+)?{_WORD}(?:\s+(?:{_WORD}|and|of|for|the)){{0,6}})?"
)
_TELLING: Final = re.compile(
    r"Data|Privacy|Information|Personal|Protection|Consumer|Communications|Commerce|Justice|Digital"
)
_SUPERVISOR: Final = re.compile(r"Data|Privacy|Information")
_TRIMMED: Final = re.compile(
    r"^(?:The|On|In|At|With|And|For|From|By|Both|Members|Observers|During|Its|His|Her|Their|Our)\s+"
)
_TRAILING: Final = re.compile(r"(?:\s+(?:and|of|for|on|the|de|e))+$")
_POST_BEFORE: Final = re.compile(r"(?:\s+(?:of|at|from|for)\s+(?:the\s+)?|\s+)$")
_POST_BEHIND: Final = re.compile(r"(?:'s)?\s+")
# Every country has data protection officers and authorities.
_OF_EVERYBODY: Final = frozenset(("DPO", "DPA"))
_SHORT: Final = 7
_PAIR_BEHIND: Final = re.compile(r"[-–](?:[A-Z][a-z]|U\.?[KS]|EU)")
_PAIR_BEFORE: Final = re.compile(r"(?<![\w-])(?:[A-Z][a-z]+|U\.?[KS]\.?|EU)[-–]$")


def english_ground(text: str, setting: Setting) -> Setting:
    """The setting with the jurisdictions that a text speaks of, demonyms included, and the publisher's own."""
    near = setting.near(text)
    home = {setting.home} if setting.home and setting.home != "INT" else set()
    return replace(near, nearby=near.nearby | {one.code for one in demonyms(text)} | home)


def english_bodies(text: str, setting: Setting) -> list[Named]:
    """Every body that an English text in normal form names, in order, the publisher among them."""
    known = [_named(text, one, setting) for one in _mentions(text, setting)]
    found = list(known)
    by_words = (_by_demonym, _by_country, _counterparts, _of_college)
    told = [one for read in by_words for one in read(text, setting)]
    for one in (*told, *_unknown(text, setting)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted((_of_old(text, one) for one in found), key=lambda one: one.start)


def _of_old(text: str, one: Named) -> Named:
    """A former head of a body does not stand for it."""
    before = _FORMER.search(text[: one.start])
    if before is None:
        return one
    return Named(before.start(), one.end, None, text[before.start() : one.end])


def _mentions(text: str, setting: Setting) -> list[Mention]:
    known = [
        one
        for one in setting.gazetteer.find_bodies(text, setting.nearby)
        if text[one.start : one.end] not in setting.local
        and not (text[one.start : one.end] in _OF_EVERYBODY and not _said_near(text, one, setting))
        and not _in_compound(text, one)
        and not (_OF_STATE.search(text[: one.end]) and setting.home != "US")
    ]
    own: list[Mention] = []
    for name in sorted(setting.local, key=len, reverse=True):
        form = re.compile(rf"(?<![\w]){re.escape(name)}(?![\w])(?!\s+(?:for|of)\s+(?:the\s+)?[A-Z])")
        own += [Mention(hit.start(), hit.end(), setting.local[name]) for hit in form.finditer(text)]
    kept: list[Mention] = []
    for one in sorted([*own, *known], key=lambda one: one.start - one.end):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _said_near(text: str, one: Mention, setting: Setting) -> bool:
    """Whether the country of a body is named beside it."""
    home = setting.gazetteer.bodies[one.id].jurisdiction
    return home in setting.gazetteer.nearby(text[: one.start]) | setting.gazetteer.nearby(text[one.end :])


def _in_compound(text: str, one: Mention) -> bool:
    """Whether a short name is half of a pair of countries: EU-UK, Japan-EU."""
    if one.end - one.start > _SHORT:
        return False
    return bool(_PAIR_BEHIND.match(text, one.end) or _PAIR_BEFORE.search(text[: one.start]))


def _named(text: str, mention: Mention, setting: Setting) -> Named:
    post = _post(text, mention, setting)
    label = text[mention.start : mention.end]
    if post is None:
        return Named(mention.start, mention.end, mention.id, label)
    return Named(mention.start, mention.end, mention.id, label, post.name, _level(post))


def _post(text: str, mention: Mention, setting: Setting) -> KnownPost | None:
    """The post beside a body: Chairperson of the PPC, ICO Deputy Commissioner, the PPC's Secretary General."""
    posts = setting.gazetteer.post_lexicon
    before = text[max(0, mention.start - 60) : mention.start]
    link = _POST_BEFORE.search(before)
    found = [one for one in posts.find(before) if link and one.end == link.start()]
    behind = _POST_BEHIND.match(text, mention.end)
    window = text[behind.end() : behind.end() + 40] if behind else ""
    found += [one for one in posts.find(window) if one.start == 0]
    return setting.gazetteer.posts[found[0].id] if found else None


def _level(post: KnownPost) -> Level | None:
    return None if post.level == "unknown" else post.level


def _by_demonym(text: str, setting: Setting) -> list[Named]:
    """The Italian data protection authority, the Korean DPA."""
    found = []
    for one in demonyms(text):
        hit = _OF_COUNTRY.match(text, one.end)
        if hit is not None:
            found.append(_of(one.code, text[one.start : hit.end()], (one.start, hit.end()), setting))
    return found


def _counterparts(text: str, setting: Setting) -> list[Named]:
    """Her New Zealand counterpart and the Thai authority, told by a data protection authority, are such themselves."""
    own = setting.gazetteer.bodies.get(setting.publisher or "")
    if own is None or own.kind != "data-protection-authority":
        return []
    places = [(one.start, one.end, one.id) for one in setting.gazetteer.jurisdiction_lexicon.find(text)]
    found = []
    for start, end, code in [*places, *((one.start, one.end, one.code) for one in demonyms(text))]:
        hit = _COUNTERPART.match(text, end)
        if hit is not None and setting.foreign(code):
            found.append(_of(code, text[start : hit.end()], (start, hit.end()), setting))
    return found


def _of_college(text: str, setting: Setting) -> list[Named]:
    """The Commissioner for Justice, in a document that speaks of the European Union."""
    hits = list(_OF_COLLEGE.finditer(text))
    if not hits or not _UNION.search(setting.document.text):
        return []
    return [Named(*hit.span(), "european-commission", hit.group()) for hit in hits]


def _by_country(text: str, setting: Setting) -> list[Named]:
    """The data protection authorities of Italy, Spain and France; the privacy commissioner of Ghana."""
    countries = setting.gazetteer.jurisdiction_lexicon.find(text)
    found = []
    own = setting.gazetteer.bodies.get(setting.publisher or "")
    peers = _PEERS_OF.finditer(text) if own is not None and own.kind == "data-protection-authority" else ()
    for hit in (*_AUTHORITY_OF.finditer(text), *peers):
        start, position = hit.start(), hit.end()
        for country in countries:
            lead = re.compile(r"(?:the\s+)?").match(text, position)
            if country.start != (lead.end() if lead else position):
                continue
            label = f"data protection authority of {text[country.start : country.end]}"
            found.append(_of(country.id, label, (start, country.end), setting))
            link = _LISTED.match(text, country.end)
            start, position = country.end, link.end() if link else len(text) + 1
    return found


def _of(code: str, label: str, span: tuple[int, int], setting: Setting) -> Named:
    return Named(*span, setting.gazetteer.data_protection_authority(code) or _national(code, setting), label)


def _national(code: str, setting: Setting) -> str | None:
    """Of several data protection authorities of a country that which bears its name."""
    country = (setting.gazetteer.jurisdictions[code].en or "") if code in setting.gazetteer.jurisdictions else ""
    words = [country, *(word for word, of in DEMONYMS.items() if of == code)]
    found = [
        body.id
        for body in setting.gazetteer.bodies.values()
        if body.jurisdiction == code
        and body.kind == "data-protection-authority"
        and any(word and word in (body.name.en or "") for word in words)
    ]
    return found[0] if len(found) == 1 else None


def _unknown(text: str, setting: Setting) -> list[Named]:
    """A body with a name of its own that the gazetteer does not know: its words, and no guess."""
    found = []
    for hit in _UNKNOWN.finditer(text):
        words = hit.group()
        trimmed = _TRIMMED.sub("", words)
        start = hit.end() - len(trimmed)
        trimmed = _TRAILING.sub("", trimmed)
        if _own_post(trimmed, setting):
            found.append(Named(start, start + len(trimmed), setting.publisher, trimmed))
            continue
        if len(trimmed.split()) < 2 or not _TELLING.search(trimmed):
            continue
        codes = {one.id for one in setting.gazetteer.jurisdiction_lexicon.find(trimmed)}
        codes |= {one.code for one in demonyms(trimmed)}
        foreign = any(setting.foreign(code) for code in codes)
        if foreign or (not codes and _SUPERVISOR.search(trimmed)):
            found.append(Named(start, start + len(trimmed), None, trimmed))
    return found


def _own_post(words: str, setting: Setting) -> bool:
    """Whether words are the post after which the publisher is called: the Information Commissioner, of that office."""
    own = setting.gazetteer.bodies.get(setting.publisher or "")
    return own is not None and words.endswith("Commissioner") and (own.name.en or "").startswith(f"{words}'s ")

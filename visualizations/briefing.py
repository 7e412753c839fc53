"""What a briefing on one body says, composed from plain records: counts, contacts, statements, frameworks, posts.

Pure. A public briefing is made of public engagements alone: one of which any source is internal is left out whole,
because what was joined from that source cannot be told apart any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.dialogue import dialogue_between
from graph.errors import BadInput, NotFound
from graph.model import (
    Authority,
    Catalogue,
    Dialogue,
    Disclosure,
    Engagement,
    Framework,
    Membership,
    Milestone,
    Participant,
    Statement,
)
from graph.parties import belongs
from graph.periods import Period
from graph.resolve.engagements import chronological
from ontology.terms import RANKS, StatementType

HOME: Final = "ppc-japan"
MOST_LAST: Final = 5
MOST_IN_DIALOGUE: Final = 60
#: What was put forward or settled, as against what was only spoken about.
WEIGHTY: Final[frozenset[StatementType]] = frozenset({"proposed", "confirmed", "agreed", "signed", "promised"})
PROMISES: Final[frozenset[StatementType]] = frozenset({"promised"})


@dataclass(frozen=True)
class BriefingScope:
    """What the briefing is for: the period (open where None), the purpose in a line, the day it is written for.

    ``home`` is the body that is briefed; ``disclosure`` is marked on every page.
    """

    today: date
    first: date | None = None
    last: date | None = None
    purpose: str = ""
    disclosure: Disclosure = "public"
    home: str = HOME


@dataclass(frozen=True)
class Said:
    """A statement and the engagement at which it was made."""

    engagement: Engagement
    statement: Statement


@dataclass(frozen=True)
class PostMet:
    """A post that was met: as written, of which body, how often, when last (an engagement)."""

    participant: Participant
    times: int
    last: Engagement


@dataclass(frozen=True)
class Briefing:
    """Everything that a briefing says, each list in order of time; ``talks`` counts those beyond the dialogue too."""

    body: Authority
    scope: BriefingScope
    held: tuple[Engagement, ...]
    before: int
    last: tuple[Engagement, ...]
    coming: tuple[Engagement, ...]
    dialogue: Dialogue
    talks: int
    said: tuple[Said, ...]
    spoken: tuple[Said, ...]
    commitments: tuple[Said, ...]
    frameworks: tuple[Framework, ...]
    milestones: tuple[Milestone, ...]
    memberships: tuple[Membership, ...]
    posts: tuple[PostMet, ...]

    def kinds(self) -> list[tuple[str, int]]:
        """How many engagements of each kind, the commonest first."""
        counted = Counter(one.kind for one in self.held)
        return sorted(((kind, count) for kind, count in counted.items()), key=lambda one: (-one[1], one[0]))

    def together(self) -> int:
        """How many of the engagements held the body that is briefed took part in as well."""
        return sum(1 for one in self.held if any(who.authority == self.scope.home for who in one.participants))


def briefing_of(body: str, engagements: Iterable[Engagement], catalogue: Catalogue, scope: BriefingScope) -> Briefing:
    """The briefing on ``body``, its departments included.

    Raises ``NotFound`` for a body that the catalogue does not know, ``BadInput`` for a period that ends before it
    begins or a body briefed on itself.
    """
    known = _checked(body, catalogue, scope)
    visible = (one for one in engagements if scope.disclosure == "internal" or is_public(one, catalogue))
    mine = sorted((one for one in visible if _took_part(one, body, catalogue)), key=chronological)
    held = tuple(one for one in mine if one.status == "held" and _within(one, scope))
    said = [Said(one, statement) for one in held for statement in one.statements if _shown(statement, scope, catalogue)]
    frameworks = _frameworks(held, known, catalogue, scope)
    names = {one.id for one in frameworks}
    dialogue, talks = _dialogue(body, mine, catalogue, scope)
    return Briefing(
        body=known,
        scope=scope,
        held=held,
        before=sum(1 for one in mine if one.status == "held" and scope.first and one.when.latest < scope.first),
        last=tuple(one for one in mine if one.status == "held" and one.when.earliest <= scope.today)[-MOST_LAST:],
        coming=tuple(one for one in mine if one.status == "planned" and one.when.latest >= scope.today),
        dialogue=dialogue,
        talks=talks,
        said=tuple(one for one in said if one.statement.type in WEIGHTY),
        spoken=tuple(one for one in said if one.statement.type not in WEIGHTY),
        commitments=_open_commitments(mine, scope, catalogue),
        frameworks=frameworks,
        milestones=tuple(step for step in catalogue.milestones if names & set(step.frameworks) and _step(step, scope)),
        memberships=tuple(one for one in catalogue.memberships if one.participant == body and one.end is None),
        posts=_posts(held, body, catalogue),
    )


def _dialogue(
    body: str, mine: Sequence[Engagement], catalogue: Catalogue, scope: BriefingScope
) -> tuple[Dialogue, int]:
    """The talks of the two in the period, the latest sixty of them, and how many there are."""
    parties = (scope.home, body)
    whole = dialogue_between(parties, mine, catalogue, None, Period(scope.first, scope.last))
    count = len(whole.meetings)
    if count <= MOST_IN_DIALOGUE:
        return whole, count
    kept = whole.meetings[-MOST_IN_DIALOGUE:]
    first = min(one.when.earliest for one in kept)
    return dialogue_between(parties, kept, catalogue, None, Period(first, scope.last)), count


def is_public(engagement: Engagement, catalogue: Catalogue) -> bool:
    """Whether an engagement, and every source that told of it, may be released."""
    if engagement.disclosure != "public":
        return False
    cited = {one.document for one in engagement.sources}
    cited |= {said.evidence.document for said in engagement.statements if said.evidence}
    documents = (catalogue.documents.get(one) for one in cited)
    return all(one is None or one.disclosure == "public" for one in documents)


def _checked(body: str, catalogue: Catalogue, scope: BriefingScope) -> Authority:
    known = catalogue.authorities.get(body)
    if known is None:
        raise NotFound(
            f"There is no body “{body}”; the list of bodies is at /api/v1/authorities.",
            f"機関「{body}」は登録されていません。一覧は /api/v1/authorities を参照してください。",
        )
    if body == scope.home:
        raise BadInput(
            "A briefing is about another body than the one that is briefed.",
            "資料の対象には、作成する機関以外の機関を指定してください。",
        )
    if scope.home not in catalogue.authorities:
        raise NotFound(
            f"There is no body “{scope.home}” to brief.", f"作成する機関「{scope.home}」は登録されていません。"
        )
    if scope.first and scope.last and scope.last < scope.first:
        raise BadInput("The period ends before it begins.", "期間の終期が始期より前になっています。")
    return known


def _took_part(engagement: Engagement, body: str, catalogue: Catalogue) -> bool:
    return any(one.authority and belongs(one.authority, body, catalogue) for one in engagement.participants)


def _within(engagement: Engagement, scope: BriefingScope) -> bool:
    """Whether it possibly fell within the period and did not come after the day of the briefing."""
    if engagement.when.earliest > scope.today:
        return False
    after = scope.first is None or engagement.when.latest >= scope.first
    return after and (scope.last is None or engagement.when.earliest <= scope.last)


def _step(step: Milestone, scope: BriefingScope) -> bool:
    after = scope.first is None or step.when.latest >= scope.first
    return after and step.when.earliest <= (scope.last or scope.today)


def _shown(statement: Statement, scope: BriefingScope, catalogue: Catalogue) -> bool:
    if scope.disclosure == "internal" or statement.evidence is None:
        return True
    document = catalogue.documents.get(statement.evidence.document)
    return document is None or document.disclosure == "public"


def _open_commitments(mine: Sequence[Engagement], scope: BriefingScope, catalogue: Catalogue) -> tuple[Said, ...]:
    """Promises not known to be kept or withdrawn, those that fall due first at the head."""
    found = [
        Said(one, statement)
        for one in mine
        for statement in one.statements
        if (statement.type in PROMISES or statement.due) and statement.state in (None, "open")
        if _shown(statement, scope, catalogue)
    ]
    return tuple(sorted(found, key=lambda one: one.statement.due.latest if one.statement.due else date.max))


def _frameworks(
    held: Sequence[Engagement], body: Authority, catalogue: Catalogue, scope: BriefingScope
) -> tuple[Framework, ...]:
    """Those that the engagements were about, the commonest first, then those between the two jurisdictions."""
    counted = Counter(framework for one in held for framework in dict.fromkeys(one.frameworks))
    home = catalogue.authorities[scope.home].jurisdiction
    ends = {home, body.jurisdiction}
    between = {
        one.id
        for one in catalogue.frameworks.values()
        if one.to_jurisdiction and home != body.jurisdiction and {one.from_jurisdiction, one.to_jurisdiction} == ends
    }
    order = sorted({*counted, *between}, key=lambda one: (-counted[one], one))
    return tuple(catalogue.frameworks[one] for one in order if one in catalogue.frameworks)


def _posts(held: Sequence[Engagement], body: str, catalogue: Catalogue) -> tuple[PostMet, ...]:
    """The posts of the body that took part, the highest level first, then the latest."""
    met: dict[tuple[str, str], list[tuple[Participant, Engagement]]] = {}
    for one in held:
        for who in one.participants:
            if who.post and who.authority and belongs(who.authority, body, catalogue):
                key = who.authority, who.post.ja or who.post.en or ""
                met.setdefault(key, []).append((who, one))
    posts = [PostMet(times[-1][0], len(times), times[-1][1]) for times in met.values()]
    return tuple(sorted(posts, key=_rank))


def _rank(post: PostMet) -> tuple[int, int, str]:
    level = RANKS["level"].get(post.participant.level or "", 0)
    words = post.participant.post.in_language("en") if post.participant.post else ""
    return -level, -post.last.when.latest.toordinal(), words

"""Constants of the ontology."""

from typing import Final, Literal

ONTOLOGY_VERSION: Final = "0.1.0"

Kind = Literal["bilateral-meeting", "trilateral-meeting", "multilateral-meeting", "plenary", "forum", "conference", "workshop", "seminar", "roundtable", "visit", "conference-call", "awareness-campaign", "signing"]
Status = Literal["held", "planned", "postponed", "cancelled"]
Mode = Literal["in-person", "online", "hybrid", "unknown"]
Level = Literal["minister", "commissioner", "secretary-general", "director", "working-level", "unknown"]
Role = Literal["organiser", "host", "participant", "observer", "speaker", "visitor", "guest"]
StatementType = Literal["proposed", "explained", "shared", "discussed", "confirmed", "agreed", "signed", "promised"]
Strength = Literal["stated", "discussed", "confirmed", "agreed", "signed"]
FrameworkKind = Literal["adequacy-decision", "certification-system", "treaty", "guidelines", "enforcement-arrangement", "law", "initiative"]
BodyKind = Literal["data-protection-authority", "government-department", "regional-body", "international-organisation", "network", "forum", "private-association"]
MembershipRole = Literal["member", "party", "signatory", "participating-economy", "observer"]
ClaimStatus = Literal["accepted", "review", "rejected", "superseded"]
Precision = Literal["day", "month", "year", "fiscal-half", "fiscal-year"]

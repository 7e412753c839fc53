"""Constants of the ontology, generated from core.ttl and vocab/*.ttl by ``python -m ontology.generate``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from pyoxigraph import NamedNode

ONTOLOGY_VERSION: Final = "0.1.0"
ONTOLOGY: Final = "https://w3id.org/sankyoku/def"
DEF: Final = "https://w3id.org/sankyoku/def#"
VOCABULARY: Final = "https://w3id.org/sankyoku/def/"
PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "dpv": "https://w3id.org/dpv#",
        "eli": "http://data.europa.eu/eli/ontology#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sd": "http://www.w3.org/ns/sparql-service-description#",
        "sh": "http://www.w3.org/ns/shacl#",
        "sk": "https://w3id.org/sankyoku/def#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vann": "http://purl.org/vocab/vann/",
        "void": "http://rdfs.org/ns/void#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

# Classes

Engagement: Final = NamedNode("https://w3id.org/sankyoku/def#Engagement")
Participation: Final = NamedNode("https://w3id.org/sankyoku/def#Participation")
EngagementSeries: Final = NamedNode("https://w3id.org/sankyoku/def#EngagementSeries")
Body: Final = NamedNode("https://w3id.org/sankyoku/def#Body")
Authority: Final = NamedNode("https://w3id.org/sankyoku/def#Authority")
Department: Final = NamedNode("https://w3id.org/sankyoku/def#Department")
Network: Final = NamedNode("https://w3id.org/sankyoku/def#Network")
InternationalOrganisation: Final = NamedNode("https://w3id.org/sankyoku/def#InternationalOrganisation")
Association: Final = NamedNode("https://w3id.org/sankyoku/def#Association")
Post: Final = NamedNode("https://w3id.org/sankyoku/def#Post")
Jurisdiction: Final = NamedNode("https://w3id.org/sankyoku/def#Jurisdiction")
Framework: Final = NamedNode("https://w3id.org/sankyoku/def#Framework")
AdequacyDecision: Final = NamedNode("https://w3id.org/sankyoku/def#AdequacyDecision")
CertificationSystem: Final = NamedNode("https://w3id.org/sankyoku/def#CertificationSystem")
Treaty: Final = NamedNode("https://w3id.org/sankyoku/def#Treaty")
Guidelines: Final = NamedNode("https://w3id.org/sankyoku/def#Guidelines")
EnforcementArrangement: Final = NamedNode("https://w3id.org/sankyoku/def#EnforcementArrangement")
Law: Final = NamedNode("https://w3id.org/sankyoku/def#Law")
Initiative: Final = NamedNode("https://w3id.org/sankyoku/def#Initiative")
FrameworkParticipation: Final = NamedNode("https://w3id.org/sankyoku/def#FrameworkParticipation")
Milestone: Final = NamedNode("https://w3id.org/sankyoku/def#Milestone")
Statement: Final = NamedNode("https://w3id.org/sankyoku/def#Statement")
Proposal: Final = NamedNode("https://w3id.org/sankyoku/def#Proposal")
Position: Final = NamedNode("https://w3id.org/sankyoku/def#Position")
Outcome: Final = NamedNode("https://w3id.org/sankyoku/def#Outcome")
Commitment: Final = NamedNode("https://w3id.org/sankyoku/def#Commitment")
Topic: Final = NamedNode("https://w3id.org/sankyoku/def#Topic")
Document: Final = NamedNode("https://w3id.org/sankyoku/def#Document")
Passage: Final = NamedNode("https://w3id.org/sankyoku/def#Passage")
Claim: Final = NamedNode("https://w3id.org/sankyoku/def#Claim")
SourceGraph: Final = NamedNode("https://w3id.org/sankyoku/def#SourceGraph")
Edition: Final = NamedNode("https://w3id.org/sankyoku/def#Edition")

# Properties

kind: Final = NamedNode("https://w3id.org/sankyoku/def#kind")
status: Final = NamedNode("https://w3id.org/sankyoku/def#status")
mode: Final = NamedNode("https://w3id.org/sankyoku/def#mode")
level: Final = NamedNode("https://w3id.org/sankyoku/def#level")
jurisdiction: Final = NamedNode("https://w3id.org/sankyoku/def#jurisdiction")
placeName: Final = NamedNode("https://w3id.org/sankyoku/def#placeName")
inSeries: Final = NamedNode("https://w3id.org/sankyoku/def#inSeries")
ordinal: Final = NamedNode("https://w3id.org/sankyoku/def#ordinal")
previousEngagement: Final = NamedNode("https://w3id.org/sankyoku/def#previousEngagement")
nextEngagement: Final = NamedNode("https://w3id.org/sankyoku/def#nextEngagement")
participant: Final = NamedNode("https://w3id.org/sankyoku/def#participant")
participation: Final = NamedNode("https://w3id.org/sankyoku/def#participation")
organiser: Final = NamedNode("https://w3id.org/sankyoku/def#organiser")
framework: Final = NamedNode("https://w3id.org/sankyoku/def#framework")
topic: Final = NamedNode("https://w3id.org/sankyoku/def#topic")
statement: Final = NamedNode("https://w3id.org/sankyoku/def#statement")
titleAsWritten: Final = NamedNode("https://w3id.org/sankyoku/def#titleAsWritten")
evidence: Final = NamedNode("https://w3id.org/sankyoku/def#evidence")
confidence: Final = NamedNode("https://w3id.org/sankyoku/def#confidence")
sourceConfidence: Final = NamedNode("https://w3id.org/sankyoku/def#sourceConfidence")
note: Final = NamedNode("https://w3id.org/sankyoku/def#note")
edtf: Final = NamedNode("https://w3id.org/sankyoku/def#edtf")
earliest: Final = NamedNode("https://w3id.org/sankyoku/def#earliest")
latest: Final = NamedNode("https://w3id.org/sankyoku/def#latest")
precision: Final = NamedNode("https://w3id.org/sankyoku/def#precision")
dateAsWritten: Final = NamedNode("https://w3id.org/sankyoku/def#dateAsWritten")
body: Final = NamedNode("https://w3id.org/sankyoku/def#body")
post: Final = NamedNode("https://w3id.org/sankyoku/def#post")
role: Final = NamedNode("https://w3id.org/sankyoku/def#role")
participationLevel: Final = NamedNode("https://w3id.org/sankyoku/def#participationLevel")
labelAsWritten: Final = NamedNode("https://w3id.org/sankyoku/def#labelAsWritten")
convenedBy: Final = NamedNode("https://w3id.org/sankyoku/def#convenedBy")
party: Final = NamedNode("https://w3id.org/sankyoku/def#party")
seriesKind: Final = NamedNode("https://w3id.org/sankyoku/def#seriesKind")
seriesFramework: Final = NamedNode("https://w3id.org/sankyoku/def#seriesFramework")
bodyKind: Final = NamedNode("https://w3id.org/sankyoku/def#bodyKind")
shortName: Final = NamedNode("https://w3id.org/sankyoku/def#shortName")
frameworkKind: Final = NamedNode("https://w3id.org/sankyoku/def#frameworkKind")
fromJurisdiction: Final = NamedNode("https://w3id.org/sankyoku/def#fromJurisdiction")
toJurisdiction: Final = NamedNode("https://w3id.org/sankyoku/def#toJurisdiction")
legalReference: Final = NamedNode("https://w3id.org/sankyoku/def#legalReference")
adopted: Final = NamedNode("https://w3id.org/sankyoku/def#adopted")
adoptedEarliest: Final = NamedNode("https://w3id.org/sankyoku/def#adoptedEarliest")
adoptedLatest: Final = NamedNode("https://w3id.org/sankyoku/def#adoptedLatest")
inForce: Final = NamedNode("https://w3id.org/sankyoku/def#inForce")
inForceEarliest: Final = NamedNode("https://w3id.org/sankyoku/def#inForceEarliest")
inForceLatest: Final = NamedNode("https://w3id.org/sankyoku/def#inForceLatest")
ended: Final = NamedNode("https://w3id.org/sankyoku/def#ended")
endedEarliest: Final = NamedNode("https://w3id.org/sankyoku/def#endedEarliest")
endedLatest: Final = NamedNode("https://w3id.org/sankyoku/def#endedLatest")
frameworkStatus: Final = NamedNode("https://w3id.org/sankyoku/def#frameworkStatus")
administeredBy: Final = NamedNode("https://w3id.org/sankyoku/def#administeredBy")
membersComplete: Final = NamedNode("https://w3id.org/sankyoku/def#membersComplete")
participatesIn: Final = NamedNode("https://w3id.org/sankyoku/def#participatesIn")
participatingBody: Final = NamedNode("https://w3id.org/sankyoku/def#participatingBody")
participatingJurisdiction: Final = NamedNode("https://w3id.org/sankyoku/def#participatingJurisdiction")
membershipRole: Final = NamedNode("https://w3id.org/sankyoku/def#membershipRole")
from_: Final = NamedNode("https://w3id.org/sankyoku/def#from")
fromEarliest: Final = NamedNode("https://w3id.org/sankyoku/def#fromEarliest")
fromLatest: Final = NamedNode("https://w3id.org/sankyoku/def#fromLatest")
until: Final = NamedNode("https://w3id.org/sankyoku/def#until")
untilEarliest: Final = NamedNode("https://w3id.org/sankyoku/def#untilEarliest")
untilLatest: Final = NamedNode("https://w3id.org/sankyoku/def#untilLatest")
actor: Final = NamedNode("https://w3id.org/sankyoku/def#actor")
milestoneOf: Final = NamedNode("https://w3id.org/sankyoku/def#milestoneOf")
statementType: Final = NamedNode("https://w3id.org/sankyoku/def#statementType")
by: Final = NamedNode("https://w3id.org/sankyoku/def#by")
about: Final = NamedNode("https://w3id.org/sankyoku/def#about")
strength: Final = NamedNode("https://w3id.org/sankyoku/def#strength")
madeAt: Final = NamedNode("https://w3id.org/sankyoku/def#madeAt")
due: Final = NamedNode("https://w3id.org/sankyoku/def#due")
dueEarliest: Final = NamedNode("https://w3id.org/sankyoku/def#dueEarliest")
dueLatest: Final = NamedNode("https://w3id.org/sankyoku/def#dueLatest")
commitmentState: Final = NamedNode("https://w3id.org/sankyoku/def#commitmentState")
sha256: Final = NamedNode("https://w3id.org/sankyoku/def#sha256")
disclosure: Final = NamedNode("https://w3id.org/sankyoku/def#disclosure")
periodEarliest: Final = NamedNode("https://w3id.org/sankyoku/def#periodEarliest")
periodLatest: Final = NamedNode("https://w3id.org/sankyoku/def#periodLatest")
inDocument: Final = NamedNode("https://w3id.org/sankyoku/def#inDocument")
section: Final = NamedNode("https://w3id.org/sankyoku/def#section")
locator: Final = NamedNode("https://w3id.org/sankyoku/def#locator")
page: Final = NamedNode("https://w3id.org/sankyoku/def#page")
lineStart: Final = NamedNode("https://w3id.org/sankyoku/def#lineStart")
lineEnd: Final = NamedNode("https://w3id.org/sankyoku/def#lineEnd")
claimSubject: Final = NamedNode("https://w3id.org/sankyoku/def#claimSubject")
claimProperty: Final = NamedNode("https://w3id.org/sankyoku/def#claimProperty")
claimValue: Final = NamedNode("https://w3id.org/sankyoku/def#claimValue")
valueAsWritten: Final = NamedNode("https://w3id.org/sankyoku/def#valueAsWritten")
extractor: Final = NamedNode("https://w3id.org/sankyoku/def#extractor")
extractorVersion: Final = NamedNode("https://w3id.org/sankyoku/def#extractorVersion")
claimStatus: Final = NamedNode("https://w3id.org/sankyoku/def#claimStatus")
firstSeen: Final = NamedNode("https://w3id.org/sankyoku/def#firstSeen")
lastSeen: Final = NamedNode("https://w3id.org/sankyoku/def#lastSeen")
reviewReason: Final = NamedNode("https://w3id.org/sankyoku/def#reviewReason")
graphOf: Final = NamedNode("https://w3id.org/sankyoku/def#graphOf")
editionId: Final = NamedNode("https://w3id.org/sankyoku/def#editionId")
rank: Final = NamedNode("https://w3id.org/sankyoku/def#rank")
generalWord: Final = NamedNode("https://w3id.org/sankyoku/def#generalWord")

# Terms of others

RDF_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
RDF_LANG_STRING: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
RDFS_LABEL: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
RDFS_COMMENT: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
RDFS_SEE_ALSO: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#seeAlso")
RDFS_IS_DEFINED_BY: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#isDefinedBy")
RDFS_SUB_CLASS_OF: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
RDFS_SUB_PROPERTY_OF: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#subPropertyOf")
OWL_ONTOLOGY: Final = NamedNode("http://www.w3.org/2002/07/owl#Ontology")
OWL_SAME_AS: Final = NamedNode("http://www.w3.org/2002/07/owl#sameAs")
OWL_DEPRECATED: Final = NamedNode("http://www.w3.org/2002/07/owl#deprecated")
OWL_VERSION_INFO: Final = NamedNode("http://www.w3.org/2002/07/owl#versionInfo")
XSD_STRING: Final = NamedNode("http://www.w3.org/2001/XMLSchema#string")
XSD_INTEGER: Final = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
XSD_DECIMAL: Final = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
XSD_BOOLEAN: Final = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
XSD_DATE: Final = NamedNode("http://www.w3.org/2001/XMLSchema#date")
XSD_DATE_TIME: Final = NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")
XSD_ANY_URI: Final = NamedNode("http://www.w3.org/2001/XMLSchema#anyURI")
SKOS_CONCEPT: Final = NamedNode("http://www.w3.org/2004/02/skos/core#Concept")
SKOS_CONCEPT_SCHEME: Final = NamedNode("http://www.w3.org/2004/02/skos/core#ConceptScheme")
SKOS_PREF_LABEL: Final = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
SKOS_ALT_LABEL: Final = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
SKOS_DEFINITION: Final = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
SKOS_NOTATION: Final = NamedNode("http://www.w3.org/2004/02/skos/core#notation")
SKOS_NOTE: Final = NamedNode("http://www.w3.org/2004/02/skos/core#note")
SKOS_BROADER: Final = NamedNode("http://www.w3.org/2004/02/skos/core#broader")
SKOS_NARROWER: Final = NamedNode("http://www.w3.org/2004/02/skos/core#narrower")
SKOS_IN_SCHEME: Final = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
SKOS_TOP_CONCEPT_OF: Final = NamedNode("http://www.w3.org/2004/02/skos/core#topConceptOf")
SKOS_HAS_TOP_CONCEPT: Final = NamedNode("http://www.w3.org/2004/02/skos/core#hasTopConcept")
SKOS_EXACT_MATCH: Final = NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch")
SKOS_CLOSE_MATCH: Final = NamedNode("http://www.w3.org/2004/02/skos/core#closeMatch")
DCTERMS_TITLE: Final = NamedNode("http://purl.org/dc/terms/title")
DCTERMS_DESCRIPTION: Final = NamedNode("http://purl.org/dc/terms/description")
DCTERMS_IDENTIFIER: Final = NamedNode("http://purl.org/dc/terms/identifier")
DCTERMS_PUBLISHER: Final = NamedNode("http://purl.org/dc/terms/publisher")
DCTERMS_ISSUED: Final = NamedNode("http://purl.org/dc/terms/issued")
DCTERMS_CREATED: Final = NamedNode("http://purl.org/dc/terms/created")
DCTERMS_MODIFIED: Final = NamedNode("http://purl.org/dc/terms/modified")
DCTERMS_SOURCE: Final = NamedNode("http://purl.org/dc/terms/source")
DCTERMS_LICENSE: Final = NamedNode("http://purl.org/dc/terms/license")
DCTERMS_LANGUAGE: Final = NamedNode("http://purl.org/dc/terms/language")
DCTERMS_SUBJECT: Final = NamedNode("http://purl.org/dc/terms/subject")
DCTERMS_TYPE: Final = NamedNode("http://purl.org/dc/terms/type")
DCTERMS_IS_PART_OF: Final = NamedNode("http://purl.org/dc/terms/isPartOf")
DCTERMS_HAS_PART: Final = NamedNode("http://purl.org/dc/terms/hasPart")
DCTERMS_REPLACES: Final = NamedNode("http://purl.org/dc/terms/replaces")
DCTERMS_IS_REPLACED_BY: Final = NamedNode("http://purl.org/dc/terms/isReplacedBy")
PROV_ENTITY: Final = NamedNode("http://www.w3.org/ns/prov#Entity")
PROV_ACTIVITY: Final = NamedNode("http://www.w3.org/ns/prov#Activity")
PROV_WAS_DERIVED_FROM: Final = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
PROV_WAS_GENERATED_BY: Final = NamedNode("http://www.w3.org/ns/prov#wasGeneratedBy")
PROV_WAS_ATTRIBUTED_TO: Final = NamedNode("http://www.w3.org/ns/prov#wasAttributedTo")
PROV_WAS_ASSOCIATED_WITH: Final = NamedNode("http://www.w3.org/ns/prov#wasAssociatedWith")
PROV_QUALIFIED_ASSOCIATION: Final = NamedNode("http://www.w3.org/ns/prov#qualifiedAssociation")
PROV_AGENT: Final = NamedNode("http://www.w3.org/ns/prov#agent")
PROV_HAD_ROLE: Final = NamedNode("http://www.w3.org/ns/prov#hadRole")
PROV_WAS_QUOTED_FROM: Final = NamedNode("http://www.w3.org/ns/prov#wasQuotedFrom")
PROV_WAS_REVISION_OF: Final = NamedNode("http://www.w3.org/ns/prov#wasRevisionOf")
PROV_GENERATED_AT_TIME: Final = NamedNode("http://www.w3.org/ns/prov#generatedAtTime")
PROV_VALUE: Final = NamedNode("http://www.w3.org/ns/prov#value")
ORG_ORGANIZATION: Final = NamedNode("http://www.w3.org/ns/org#Organization")
ORG_SUB_ORGANIZATION_OF: Final = NamedNode("http://www.w3.org/ns/org#subOrganizationOf")
ORG_HAS_SUB_ORGANIZATION: Final = NamedNode("http://www.w3.org/ns/org#hasSubOrganization")
ORG_MEMBER_OF: Final = NamedNode("http://www.w3.org/ns/org#memberOf")
ORG_CHANGE_EVENT: Final = NamedNode("http://www.w3.org/ns/org#ChangeEvent")
ORG_ORIGINAL_ORGANIZATION: Final = NamedNode("http://www.w3.org/ns/org#originalOrganization")
ORG_RESULTING_ORGANIZATION: Final = NamedNode("http://www.w3.org/ns/org#resultingOrganization")
ORG_CHANGED_BY: Final = NamedNode("http://www.w3.org/ns/org#changedBy")
ORG_RESULTED_FROM: Final = NamedNode("http://www.w3.org/ns/org#resultedFrom")
ORG_HOLDS: Final = NamedNode("http://www.w3.org/ns/org#holds")
ORG_POST_IN: Final = NamedNode("http://www.w3.org/ns/org#postIn")
OA_EXACT: Final = NamedNode("http://www.w3.org/ns/oa#exact")
OA_START: Final = NamedNode("http://www.w3.org/ns/oa#start")
OA_END: Final = NamedNode("http://www.w3.org/ns/oa#end")
OA_PREFIX: Final = NamedNode("http://www.w3.org/ns/oa#prefix")
OA_SUFFIX: Final = NamedNode("http://www.w3.org/ns/oa#suffix")
OA_HAS_SELECTOR: Final = NamedNode("http://www.w3.org/ns/oa#hasSelector")
OA_HAS_SOURCE: Final = NamedNode("http://www.w3.org/ns/oa#hasSource")
OA_TEXT_QUOTE_SELECTOR: Final = NamedNode("http://www.w3.org/ns/oa#TextQuoteSelector")
OA_TEXT_POSITION_SELECTOR: Final = NamedNode("http://www.w3.org/ns/oa#TextPositionSelector")
SCHEMA_EVENT: Final = NamedNode("https://schema.org/Event")
SCHEMA_EVENT_SERIES: Final = NamedNode("https://schema.org/EventSeries")
SCHEMA_URL: Final = NamedNode("https://schema.org/url")
SCHEMA_NAME: Final = NamedNode("https://schema.org/name")
SCHEMA_START_DATE: Final = NamedNode("https://schema.org/startDate")
SCHEMA_END_DATE: Final = NamedNode("https://schema.org/endDate")
SCHEMA_LOCATION: Final = NamedNode("https://schema.org/location")
SCHEMA_ORGANIZER: Final = NamedNode("https://schema.org/organizer")
SCHEMA_ABOUT: Final = NamedNode("https://schema.org/about")
SCHEMA_SUPER_EVENT: Final = NamedNode("https://schema.org/superEvent")
DCAT_DATASET: Final = NamedNode("http://www.w3.org/ns/dcat#Dataset")
DCAT_DISTRIBUTION: Final = NamedNode("http://www.w3.org/ns/dcat#distribution")
DCAT_DOWNLOAD_URL: Final = NamedNode("http://www.w3.org/ns/dcat#downloadURL")
DCAT_MEDIA_TYPE: Final = NamedNode("http://www.w3.org/ns/dcat#mediaType")
DCAT_VERSION: Final = NamedNode("http://www.w3.org/ns/dcat#version")
SD_NAMED_GRAPH: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#NamedGraph")
SD_SERVICE: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#Service")
SD_NAME: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#name")
SD_GRAPH: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#graph")
SD_ENDPOINT: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#endpoint")
SD_SUPPORTED_LANGUAGE: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#supportedLanguage")
SD_RESULT_FORMAT: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#resultFormat")
SD_DEFAULT_DATASET: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#defaultDataset")
SD_FEATURE: Final = NamedNode("http://www.w3.org/ns/sparql-service-description#feature")
VOID_DATASET: Final = NamedNode("http://rdfs.org/ns/void#Dataset")
VOID_TRIPLES: Final = NamedNode("http://rdfs.org/ns/void#triples")
VOID_ENTITIES: Final = NamedNode("http://rdfs.org/ns/void#entities")
VOID_CLASS_PARTITION: Final = NamedNode("http://rdfs.org/ns/void#classPartition")
VOID_PROPERTY_PARTITION: Final = NamedNode("http://rdfs.org/ns/void#propertyPartition")
VOID_SPARQL_ENDPOINT: Final = NamedNode("http://rdfs.org/ns/void#sparqlEndpoint")
VOID_DATA_DUMP: Final = NamedNode("http://rdfs.org/ns/void#dataDump")
VOID_VOCABULARY: Final = NamedNode("http://rdfs.org/ns/void#vocabulary")
VOID_URI_SPACE: Final = NamedNode("http://rdfs.org/ns/void#uriSpace")
FOAF_PAGE: Final = NamedNode("http://xmlns.com/foaf/0.1/page")
FOAF_PRIMARY_TOPIC: Final = NamedNode("http://xmlns.com/foaf/0.1/primaryTopic")

# What a value of a scheme may be

BodyKind = Literal[
    "data-protection-authority",
    "government-department",
    "regional-body",
    "international-organisation",
    "network",
    "forum",
    "private-association",
]
ClaimStatus = Literal["accepted", "review", "rejected", "superseded"]
CommitmentState = Literal["open", "fulfilled", "withdrawn"]
Disclosure = Literal["public", "internal"]
FrameworkKind = Literal[
    "adequacy-decision",
    "certification-system",
    "treaty",
    "guidelines",
    "enforcement-arrangement",
    "law",
    "initiative",
]
Kind = Literal[
    "bilateral-meeting",
    "trilateral-meeting",
    "multilateral-meeting",
    "plenary",
    "forum",
    "conference",
    "workshop",
    "seminar",
    "roundtable",
    "visit",
    "conference-call",
    "awareness-campaign",
    "signing",
]
Level = Literal["minister", "commissioner", "secretary-general", "director", "working-level", "unknown"]
MembershipRole = Literal["member", "party", "signatory", "participating-economy", "observer"]
Mode = Literal["in-person", "online", "hybrid", "unknown"]
Precision = Literal["day", "month", "year", "fiscal-half", "fiscal-year"]
Role = Literal["organiser", "host", "participant", "observer", "speaker", "visitor", "guest"]
StatementType = Literal[
    "proposed",
    "explained",
    "shared",
    "discussed",
    "confirmed",
    "agreed",
    "signed",
    "promised",
]
Status = Literal["held", "planned", "postponed", "cancelled"]
Strength = Literal["stated", "discussed", "confirmed", "agreed", "signed"]

# Topics by slug: labels, the topic above, every name in both languages

TOPICS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "data-flows": ("cross-border data flows", "越境データ流通"),
        "cross-border-transfer": ("cross-border transfer of personal data", "個人データの越境移転"),
        "dfft": ("Data Free Flow with Trust (DFFT)", "信頼性のある自由なデータ流通（DFFT）"),
        "adequacy": ("adequacy and mutual recognition", "十分性認定・相互認証"),
        "adequacy-scope": ("scope of adequacy", "十分性認定の対象範囲"),
        "supplementary-rules": ("Supplementary Rules", "補完的ルール"),
        "privacy-shield": (
            "Privacy Shield and Data Privacy Framework",
            "プライバシーシールド・データプライバシー枠組み",
        ),
        "cbpr": ("Cross-Border Privacy Rules (CBPR)", "越境プライバシールール（CBPR）"),
        "certification": ("certification", "認証制度"),
        "transfer-tools": ("transfer mechanisms and model clauses", "移転ツール・モデル契約条項"),
        "interoperability": ("interoperability of frameworks", "枠組みの相互運用性"),
        "data-localisation": ("data localisation", "データローカライゼーション"),
        "digital-trade": ("digital trade", "デジタル貿易"),
        "government-access": ("government access", "ガバメントアクセス"),
        "enforcement": ("enforcement", "執行・監督"),
        "enforcement-cooperation": ("enforcement cooperation", "執行協力"),
        "joint-investigations": ("joint investigations", "共同調査"),
        "information-sharing": ("information sharing", "情報共有"),
        "redress": ("redress and dispute resolution", "救済・紛争解決"),
        "compliance-oversight": ("oversight and compliance", "監督体制・法令遵守"),
        "data-breaches": ("data breaches", "漏えい等"),
        "illegal-data-distribution": ("illegal distribution of data", "個人情報の違法流通"),
        "law-and-policy": ("law and policy", "法制度・政策"),
        "law-reform": ("law reform", "法改正"),
        "appi": ("Act on the Protection of Personal Information", "個人情報保護法"),
        "gdpr": ("General Data Protection Regulation", "一般データ保護規則（GDPR）"),
        "privacy-guidelines": ("OECD Privacy Guidelines", "OECDプライバシーガイドライン"),
        "convention-108": ("Convention 108 and 108+", "第108号条約・第108号条約プラス"),
        "individual-rights": ("rights of the individual", "個人の権利"),
        "data-governance": ("data governance", "データガバナンス"),
        "digital-economy": ("digital economy policy", "デジタル経済政策"),
        "competition": ("competition and data protection", "競争とデータ保護"),
        "internet-governance": ("internet governance", "インターネットガバナンス"),
        "technology": ("technology and data protection", "技術とデータ保護"),
        "ai": ("artificial intelligence", "人工知能（AI）"),
        "generative-ai": ("generative AI", "生成AI"),
        "facial-recognition": ("facial recognition and biometrics", "顔識別・生体認証"),
        "iot": ("Internet of Things and smart cities", "IoT・スマートシティ"),
        "privacy-enhancing-technologies": ("privacy-enhancing technologies", "プライバシー強化技術（PETs）"),
        "big-data": ("big data", "ビッグデータ"),
        "online-services": ("online services and tracking", "オンラインサービス・追跡"),
        "digital-identity": ("digital identity", "デジタルID"),
        "cybersecurity": ("cybersecurity", "サイバーセキュリティ"),
        "telecommunications": ("telecommunications", "情報通信基盤"),
        "strategic-technologies": ("strategic technologies", "戦略技術"),
        "people-and-sectors": ("people and sectors", "対象者・分野"),
        "children": ("children's privacy", "子供のプライバシー"),
        "health-data": ("health data", "医療・健康情報"),
        "covid-19": ("COVID-19", "新型コロナウイルス感染症"),
        "employment": ("employment", "雇用分野"),
        "finance": ("finance and digital money", "金融・デジタル通貨"),
        "cooperation": ("international cooperation", "国際協力"),
        "authority-activities": ("activities of authorities", "機関の活動"),
        "network-governance": ("governance of networks", "国際的な枠組みの運営"),
        "awareness": ("awareness and education", "広報・啓発"),
        "capacity-building": ("capacity building", "能力構築"),
        "research": ("research and trends", "調査研究・動向"),
    }
)
TOPIC_BROADER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cross-border-transfer": "data-flows",
        "dfft": "data-flows",
        "adequacy": "data-flows",
        "adequacy-scope": "adequacy",
        "supplementary-rules": "adequacy",
        "privacy-shield": "data-flows",
        "cbpr": "data-flows",
        "certification": "data-flows",
        "transfer-tools": "data-flows",
        "interoperability": "data-flows",
        "data-localisation": "data-flows",
        "digital-trade": "data-flows",
        "government-access": "data-flows",
        "enforcement-cooperation": "enforcement",
        "joint-investigations": "enforcement-cooperation",
        "information-sharing": "enforcement-cooperation",
        "redress": "enforcement",
        "compliance-oversight": "enforcement",
        "data-breaches": "enforcement",
        "illegal-data-distribution": "enforcement",
        "law-reform": "law-and-policy",
        "appi": "law-and-policy",
        "gdpr": "law-and-policy",
        "privacy-guidelines": "law-and-policy",
        "convention-108": "law-and-policy",
        "individual-rights": "law-and-policy",
        "data-governance": "law-and-policy",
        "digital-economy": "law-and-policy",
        "competition": "law-and-policy",
        "internet-governance": "law-and-policy",
        "ai": "technology",
        "generative-ai": "ai",
        "facial-recognition": "technology",
        "iot": "technology",
        "privacy-enhancing-technologies": "technology",
        "big-data": "technology",
        "online-services": "technology",
        "digital-identity": "technology",
        "cybersecurity": "technology",
        "telecommunications": "technology",
        "strategic-technologies": "technology",
        "children": "people-and-sectors",
        "health-data": "people-and-sectors",
        "covid-19": "people-and-sectors",
        "employment": "people-and-sectors",
        "finance": "people-and-sectors",
        "authority-activities": "cooperation",
        "network-governance": "cooperation",
        "awareness": "cooperation",
        "capacity-building": "cooperation",
        "research": "cooperation",
    }
)
TOPIC_ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cross-border data flows": "data-flows",
        "越境データ流通": "data-flows",
        "cross-border data flow": "data-flows",
        "cross-border data movement": "data-flows",
        "data flows": "data-flows",
        "free cross-border data flow": "data-flows",
        "free data flow": "data-flows",
        "free flow of data": "data-flows",
        "free flow of information": "data-flows",
        "mutual data flows": "data-flows",
        "EU-Japan data transfers": "data-flows",
        "safe data flows as a network": "data-flows",
        "transborder data flows": "data-flows",
        "international data flows": "data-flows",
        "データ流通": "data-flows",
        "越境データフロー": "data-flows",
        "国際的なデータ流通": "data-flows",
        "国境を越えたデータ流通": "data-flows",
        "個人データの円滑な流通": "data-flows",
        "円滑な個人データ流通": "data-flows",
        "データの自由な流通": "data-flows",
        "自由なデータ流通": "data-flows",
        "データの越境流通": "data-flows",
        "cross-border transfer of personal data": "cross-border-transfer",
        "個人データの越境移転": "cross-border-transfer",
        "cross-border transfer": "cross-border-transfer",
        "cross-border transfers": "cross-border-transfer",
        "international data transfer": "cross-border-transfer",
        "international data transfers": "cross-border-transfer",
        "transfers": "cross-border-transfer",
        "cross-border transfer with trust": "cross-border-transfer",
        "personal data transfer": "cross-border-transfer",
        "overseas transfer": "cross-border-transfer",
        "越境移転": "cross-border-transfer",
        "個人データの移転": "cross-border-transfer",
        "個人データ移転": "cross-border-transfer",
        "データ移転": "cross-border-transfer",
        "国際移転": "cross-border-transfer",
        "個人データの国際移転": "cross-border-transfer",
        "外国にある第三者への提供": "cross-border-transfer",
        "外国第三者提供": "cross-border-transfer",
        "国際的な個人データ移転": "cross-border-transfer",
        "個人データの円滑な越境移転": "cross-border-transfer",
        "域外移転": "cross-border-transfer",
        "Data Free Flow with Trust (DFFT)": "dfft",
        "信頼性のある自由なデータ流通（DFFT）": "dfft",
        "DFFT": "dfft",
        "data free flow with trust": "dfft",
        "DFFT and IAP": "dfft",
        "DFFT keynote": "dfft",
        "cross-border transfer and DFFT": "dfft",
        "operationalisation of DFFT": "dfft",
        "operationalising DFFT": "dfft",
        "trusted data flows": "dfft",
        "trusted free flow of data": "dfft",
        "IAP concept paper": "dfft",
        "IAP endorsement": "dfft",
        "Institutional Arrangement for Partnership": "dfft",
        "信頼性のある自由なデータ流通": "dfft",
        "信頼性ある自由なデータ流通": "dfft",
        "信頼性のある個人データの自由な流通": "dfft",
        "データ・フリー・フロー・ウィズ・トラスト": "dfft",
        "信頼ある自由なデータ流通": "dfft",
        "ＤＦＦＴ": "dfft",
        "大阪トラック": "dfft",
        "adequacy and mutual recognition": "adequacy",
        "十分性認定・相互認証": "adequacy",
        "adequacy": "adequacy",
        "adequacy network": "adequacy",
        "conclusion of adequacy talks": "adequacy",
        "conclusion of first review": "adequacy",
        "early-2018 target": "adequacy",
        "EEA designation under APPI Article 24": "adequacy",
        "EU-Japan adequacy": "adequacy",
        "EU-Japan mutual adequacy": "adequacy",
        "EU-Japan mutual transfer framework": "adequacy",
        "EU-Korea adequacy talks": "adequacy",
        "functioning of adequacy decisions": "adequacy",
        "Korean equivalency recognition of the EU": "adequacy",
        "mutual adequacy": "adequacy",
        "mutual recognition of protection": "adequacy",
        "simultaneous adequacy findings": "adequacy",
        "UK-Korea adequacy in principle": "adequacy",
        "adequacy decision": "adequacy",
        "adequacy finding": "adequacy",
        "adequate level of protection": "adequacy",
        "十分性": "adequacy",
        "十分性認定": "adequacy",
        "十分性決定": "adequacy",
        "相互認証": "adequacy",
        "日EU間の相互認証": "adequacy",
        "日EU相互認証": "adequacy",
        "相互の円滑な個人データ移転を図る枠組み": "adequacy",
        "同等の水準": "adequacy",
        "第24条に基づく指定": "adequacy",
        "第28条に基づく指定": "adequacy",
        "scope of adequacy": "adequacy-scope",
        "十分性認定の対象範囲": "adequacy-scope",
        "academia talks concluded": "adequacy-scope",
        "expansion of EU adequacy to academia and public sector": "adequacy-scope",
        "extension of EU adequacy to academia and public sector": "adequacy-scope",
        "extension to academia and public sector": "adequacy-scope",
        "extension to financial data": "adequacy-scope",
        "partial adequacy request": "adequacy-scope",
        "public-sector extension": "adequacy-scope",
        "partial adequacy": "adequacy-scope",
        "対象範囲の拡大": "adequacy-scope",
        "学術分野及び公的部門への拡大": "adequacy-scope",
        "学術研究分野及び公的部門": "adequacy-scope",
        "十分性認定の範囲": "adequacy-scope",
        "Supplementary Rules": "supplementary-rules",
        "補完的ルール": "supplementary-rules",
        "Supplementary Rules under the APPI": "supplementary-rules",
        "補完ルール": "supplementary-rules",
        "Privacy Shield and Data Privacy Framework": "privacy-shield",
        "プライバシーシールド・データプライバシー枠組み": "privacy-shield",
        "functioning of the Privacy Shield": "privacy-shield",
        "implementation of DPF": "privacy-shield",
        "Ombudsperson": "privacy-shield",
        "Privacy Shield": "privacy-shield",
        "EU-US Privacy Shield": "privacy-shield",
        "Data Privacy Framework": "privacy-shield",
        "EU-U.S. Data Privacy Framework": "privacy-shield",
        "プライバシーシールド": "privacy-shield",
        "プライバシー・シールド": "privacy-shield",
        "データプライバシーフレームワーク": "privacy-shield",
        "データ・プライバシー・フレームワーク": "privacy-shield",
        "ＥＵ・米国プライバシーシールド": "privacy-shield",
        "Cross-Border Privacy Rules (CBPR)": "cbpr",
        "越境プライバシールール（CBPR）": "cbpr",
        "APEC CBPR": "cbpr",
        "APEC CBPR promotion": "cbpr",
        "CBPR awareness raising": "cbpr",
        "CBPR scaling": "cbpr",
        "encouraging APEC economies to join CBPR": "cbpr",
        "Global CBPR": "cbpr",
        "Global CBPR Forum": "cbpr",
        "implementation of APEC CBPR": "cbpr",
        "program requirements": "cbpr",
        "promotion of APEC CBPR": "cbpr",
        "promotion of CBPR participation": "cbpr",
        "accountability agents": "cbpr",
        "exchange of agents": "cbpr",
        "UK application as associate": "cbpr",
        "first year of the Forum": "cbpr",
        "Framework and Terms of Reference": "cbpr",
        "CBPR": "cbpr",
        "Cross-Border Privacy Rules": "cbpr",
        "CBPR system": "cbpr",
        "Privacy Recognition for Processors": "cbpr",
        "APEC越境プライバシールール": "cbpr",
        "越境プライバシールール": "cbpr",
        "CBPRシステム": "cbpr",
        "APEC・CBPRシステム": "cbpr",
        "APEC/CBPRシステム": "cbpr",
        "グローバルCBPR": "cbpr",
        "グローバルCBPRフォーラム": "cbpr",
        "アカウンタビリティ・エージェント": "cbpr",
        "アカウンタビリティエージェント": "cbpr",
        "ＣＢＰＲ": "cbpr",
        "ＣＢＰＲシステム": "cbpr",
        "APEC CBPRシステム": "cbpr",
        "certification": "certification",
        "認証制度": "certification",
        "certification launch": "certification",
        "accredited personal information protection organisations": "certification",
        "certification system": "certification",
        "certification scheme": "certification",
        "globally interoperable certification system": "certification",
        "企業認証": "certification",
        "認証システム": "certification",
        "国際的な認証": "certification",
        "認定個人情報保護団体": "certification",
        "新たな認証制度": "certification",
        "グローバルな認証制度": "certification",
        "企業認証制度": "certification",
        "transfer mechanisms and model clauses": "transfer-tools",
        "移転ツール・モデル契約条項": "transfer-tools",
        "ASEAN cross-border data flow mechanism": "transfer-tools",
        "compatible data transfer mechanisms": "transfer-tools",
        "contractual clauses guide": "transfer-tools",
        "cross-border transfer mechanisms": "transfer-tools",
        "interoperable transfer mechanisms": "transfer-tools",
        "model clauses bridges": "transfer-tools",
        "transfer mechanisms": "transfer-tools",
        "transfer tools": "transfer-tools",
        "standard contractual clauses": "transfer-tools",
        "model contractual clauses": "transfer-tools",
        "binding corporate rules": "transfer-tools",
        "移転ツール": "transfer-tools",
        "移転手段": "transfer-tools",
        "標準契約条項": "transfer-tools",
        "標準契約": "transfer-tools",
        "モデル契約条項": "transfer-tools",
        "拘束的企業準則": "transfer-tools",
        "ＳＣＣ": "transfer-tools",
        "SCC": "transfer-tools",
        "契約条項": "transfer-tools",
        "interoperability of frameworks": "interoperability",
        "枠組みの相互運用性": "interoperability",
        "interoperability": "interoperability",
        "interoperable privacy regimes": "interoperability",
        "cross-border transfer interoperability": "interoperability",
        "global convergence": "interoperability",
        "global interoperability": "interoperability",
        "interoperable frameworks": "interoperability",
        "相互運用": "interoperability",
        "相互運用性": "interoperability",
        "相互運用可能": "interoperability",
        "相互運用が可能": "interoperability",
        "グローバルに相互運用": "interoperability",
        "国際的な制度調和": "interoperability",
        "制度調和": "interoperability",
        "収れん": "interoperability",
        "data localisation": "data-localisation",
        "データローカライゼーション": "data-localisation",
        "data localization": "data-localisation",
        "データ・ローカライゼーション": "data-localisation",
        "データの国内保存": "data-localisation",
        "データの域内保存": "data-localisation",
        "digital trade": "digital-trade",
        "デジタル貿易": "digital-trade",
        "cross-border data flows in the EPA": "digital-trade",
        "entry into force of the protocol": "digital-trade",
        "e-commerce rules": "digital-trade",
        "電子商取引": "digital-trade",
        "電子商取引ルール": "digital-trade",
        "経済連携協定": "digital-trade",
        "データの自由な流通に関する規定": "digital-trade",
        "government access": "government-access",
        "ガバメントアクセス": "government-access",
        "declaration on trusted government access to personal data held by private sector": "government-access",
        "national security": "government-access",
        "national security access": "government-access",
        "OECD government access principles": "government-access",
        "government access to personal data": "government-access",
        "trusted government access": "government-access",
        "law enforcement access": "government-access",
        "ガバメント・アクセス": "government-access",
        "政府によるアクセス": "government-access",
        "民間部門が保有する個人データへの政府アクセス": "government-access",
        "信頼性のあるガバメントアクセス": "government-access",
        "無制限なガバメントアクセス": "government-access",
        "enforcement": "enforcement",
        "執行・監督": "enforcement",
        "enforcement and legislative development": "enforcement",
        "enforcement of existing laws": "enforcement",
        "regulatory guidance and enforcement": "enforcement",
        "investigations and enforcement": "enforcement",
        "law enforcement": "enforcement",
        "supervision": "enforcement",
        "enforcement practice": "enforcement",
        "法執行": "enforcement",
        "執行状況": "enforcement",
        "執行事例": "enforcement",
        "監督": "enforcement",
        "執行活動": "enforcement",
        "enforcement cooperation": "enforcement-cooperation",
        "執行協力": "enforcement-cooperation",
        "enforcement cooperation between supervisory authorities": "enforcement-cooperation",
        "cross-border enforcement": "enforcement-cooperation",
        "cross-border cooperation": "enforcement-cooperation",
        "APEC CPEA": "enforcement-cooperation",
        "mutual assistance": "enforcement-cooperation",
        "mutual assistance in privacy enforcement": "enforcement-cooperation",
        "privacy investigations assistance": "enforcement-cooperation",
        "cross-border incidents": "enforcement-cooperation",
        "Cross-border Privacy Enforcement Arrangement": "enforcement-cooperation",
        "international enforcement cooperation": "enforcement-cooperation",
        "国際執行協力": "enforcement-cooperation",
        "越境執行協力": "enforcement-cooperation",
        "執行における協力": "enforcement-cooperation",
        "越境執行": "enforcement-cooperation",
        "国際的な執行協力": "enforcement-cooperation",
        "執行に関する協力": "enforcement-cooperation",
        "越境プライバシー執行協定": "enforcement-cooperation",
        "joint investigations": "joint-investigations",
        "共同調査": "joint-investigations",
        "joint investigation": "joint-investigations",
        "coordinated investigation": "joint-investigations",
        "合同調査": "joint-investigations",
        "共同検査": "joint-investigations",
        "information sharing": "information-sharing",
        "情報共有": "information-sharing",
        "information exchange": "information-sharing",
        "information sharing in privacy investigations": "information-sharing",
        "exchange of information": "information-sharing",
        "情報交換": "information-sharing",
        "情報の共有": "information-sharing",
        "情報の交換": "information-sharing",
        "redress and dispute resolution": "redress",
        "救済・紛争解決": "redress",
        "dispute resolution": "redress",
        "redress mechanism": "redress",
        "redressing privacy rights across borders": "redress",
        "complaint handling": "redress",
        "救済": "redress",
        "救済措置": "redress",
        "救済メカニズム": "redress",
        "紛争解決": "redress",
        "苦情処理": "redress",
        "苦情あっせん": "redress",
        "oversight and compliance": "compliance-oversight",
        "監督体制・法令遵守": "compliance-oversight",
        "compliance monitoring": "compliance-oversight",
        "oversight": "compliance-oversight",
        "oversight board": "compliance-oversight",
        "transparency reporting": "compliance-oversight",
        "accountability": "compliance-oversight",
        "遵守状況の監視": "compliance-oversight",
        "コンプライアンス": "compliance-oversight",
        "説明責任": "compliance-oversight",
        "アカウンタビリティ": "compliance-oversight",
        "透明性報告": "compliance-oversight",
        "data breaches": "data-breaches",
        "漏えい等": "data-breaches",
        "breach notification": "data-breaches",
        "data breach notification": "data-breaches",
        "data breach reports": "data-breaches",
        "personal data breach": "data-breaches",
        "data breach": "data-breaches",
        "漏えい": "data-breaches",
        "漏えい等報告": "data-breaches",
        "漏えい通知": "data-breaches",
        "データ漏えい": "data-breaches",
        "漏えい等事案": "data-breaches",
        "漏えい報告": "data-breaches",
        "データ侵害": "data-breaches",
        "illegal distribution of data": "illegal-data-distribution",
        "個人情報の違法流通": "illegal-data-distribution",
        "illegal data distribution": "illegal-data-distribution",
        "illegal data distribution working group": "illegal-data-distribution",
        "data scraping": "illegal-data-distribution",
        "違法流通": "illegal-data-distribution",
        "不正流通": "illegal-data-distribution",
        "名簿屋": "illegal-data-distribution",
        "データスクレイピング": "illegal-data-distribution",
        "スクレイピング": "illegal-data-distribution",
        "law and policy": "law-and-policy",
        "法制度・政策": "law-and-policy",
        "data protection and privacy": "law-and-policy",
        "personal data": "law-and-policy",
        "data policy": "law-and-policy",
        "effective privacy policies": "law-and-policy",
        "personal data use and privacy policy coordination": "law-and-policy",
        "personal data regulation": "law-and-policy",
        "regulation fit for the digital age": "law-and-policy",
        "Exchanging and Protecting Personal Data in a Globalised World communication": "law-and-policy",
        "future privacy frameworks": "law-and-policy",
        "mutual understanding of data protection systems": "law-and-policy",
        "data protection": "law-and-policy",
        "data protection law": "law-and-policy",
        "privacy policy": "law-and-policy",
        "法制度": "law-and-policy",
        "個人情報保護制度": "law-and-policy",
        "プライバシー保護": "law-and-policy",
        "個人情報の保護": "law-and-policy",
        "データ保護": "law-and-policy",
        "保護法制": "law-and-policy",
        "個人情報保護法制": "law-and-policy",
        "データ保護法制": "law-and-policy",
        "制度に係る相互理解": "law-and-policy",
        "law reform": "law-reform",
        "法改正": "law-reform",
        "legal developments": "law-reform",
        "legal reform": "law-reform",
        "legislative updates": "law-reform",
        "reform of privacy laws": "law-reform",
        "legislative reform": "law-reform",
        "amendment of the law": "law-reform",
        "法制度の見直し": "law-reform",
        "制度改正": "law-reform",
        "法制度の動向": "law-reform",
        "法制の動向": "law-reform",
        "立法動向": "law-reform",
        "制度見直し": "law-reform",
        "Act on the Protection of Personal Information": "appi",
        "個人情報保護法": "appi",
        "2021 APPI amendment": "appi",
        "amended APPI": "appi",
        "amended APPI rules": "appi",
        "APPI amendment": "appi",
        "APPI implementation rules": "appi",
        "APPI": "appi",
        "triennial review": "appi",
        "個人情報の保護に関する法律": "appi",
        "個情法": "appi",
        "改正個人情報保護法": "appi",
        "３年ごと見直し": "appi",
        "三年ごと見直し": "appi",
        "3年ごと見直し": "appi",
        "いわゆる３年ごと見直し": "appi",
        "個人情報保護法の見直し": "appi",
        "個人情報保護法改正": "appi",
        "個人情報保護法の改正": "appi",
        "General Data Protection Regulation": "gdpr",
        "一般データ保護規則（GDPR）": "gdpr",
        "GDPR": "gdpr",
        "GDPR preparation": "gdpr",
        "General Data Protection Regulation (GDPR)": "gdpr",
        "一般データ保護規則": "gdpr",
        "ＧＤＰＲ": "gdpr",
        "EU一般データ保護規則": "gdpr",
        "OECD Privacy Guidelines": "privacy-guidelines",
        "OECDプライバシーガイドライン": "privacy-guidelines",
        "privacy guidelines": "privacy-guidelines",
        "privacy guidelines review": "privacy-guidelines",
        "OECD Privacy Guidelines review": "privacy-guidelines",
        "review of the OECD Privacy Guidelines": "privacy-guidelines",
        "プライバシーガイドライン": "privacy-guidelines",
        "プライバシー・ガイドライン": "privacy-guidelines",
        "OECDプライバシー・ガイドライン": "privacy-guidelines",
        "ＯＥＣＤプライバシーガイドライン": "privacy-guidelines",
        "OECDプライバシーガイドラインの見直し": "privacy-guidelines",
        "プライバシーガイドラインの見直し": "privacy-guidelines",
        "プライバシーガイドライン見直し": "privacy-guidelines",
        "Convention 108 and 108+": "convention-108",
        "第108号条約・第108号条約プラス": "convention-108",
        "Convention 108+ ratification": "convention-108",
        "Convention 108": "convention-108",
        "Convention 108+": "convention-108",
        "第108号条約": "convention-108",
        "第１０８号条約": "convention-108",
        "条約第108号": "convention-108",
        "108号条約": "convention-108",
        "第108号条約プラス": "convention-108",
        "条約108号": "convention-108",
        "rights of the individual": "individual-rights",
        "個人の権利": "individual-rights",
        "right to be forgotten": "individual-rights",
        "right to privacy": "individual-rights",
        "data portability": "individual-rights",
        "online reputation": "individual-rights",
        "human-centric privacy": "individual-rights",
        "shared values": "individual-rights",
        "rights of data subjects": "individual-rights",
        "data subject rights": "individual-rights",
        "忘れられる権利": "individual-rights",
        "プライバシーの権利": "individual-rights",
        "データポータビリティ": "individual-rights",
        "個人の権利利益": "individual-rights",
        "本人の権利": "individual-rights",
        "データ主体の権利": "individual-rights",
        "人権": "individual-rights",
        "オンライン上の評判": "individual-rights",
        "data governance": "data-governance",
        "データガバナンス": "data-governance",
        "privacy governance": "data-governance",
        "data sharing": "data-governance",
        "international data spaces": "data-governance",
        "data": "data-governance",
        "governance of data": "data-governance",
        "データ・ガバナンス": "data-governance",
        "プライバシーガバナンス": "data-governance",
        "データ共有": "data-governance",
        "データスペース": "data-governance",
        "digital economy policy": "digital-economy",
        "デジタル経済政策": "digital-economy",
        "digital single market": "digital-economy",
        "data economy": "digital-economy",
        "innovation": "digital-economy",
        "responsible innovation": "digital-economy",
        "ICT": "digital-economy",
        "digital partnership": "digital-economy",
        "strategic partnership": "digital-economy",
        "digital economy": "digital-economy",
        "デジタル経済": "digital-economy",
        "デジタルエコノミー": "digital-economy",
        "デジタル単一市場": "digital-economy",
        "データ経済": "digital-economy",
        "データ駆動型社会": "digital-economy",
        "デジタルパートナーシップ": "digital-economy",
        "イノベーション": "digital-economy",
        "戦略的パートナーシップ": "digital-economy",
        "戦略的パートナーシップ協定": "digital-economy",
        "competition and data protection": "competition",
        "競争とデータ保護": "competition",
        "competition and privacy": "competition",
        "digital platforms": "competition",
        "競争政策": "competition",
        "競争法": "competition",
        "デジタル・プラットフォーマー": "competition",
        "デジタルプラットフォーム": "competition",
        "プラットフォーマー": "competition",
        "競争とプライバシー": "competition",
        "internet governance": "internet-governance",
        "インターネットガバナンス": "internet-governance",
        "internet economy": "internet-governance",
        "open and secure internet": "internet-governance",
        "preparation of the ministerial declarations": "internet-governance",
        "internet policy": "internet-governance",
        "インターネット・ガバナンス": "internet-governance",
        "インターネットエコノミー": "internet-governance",
        "インターネット経済": "internet-governance",
        "technology and data protection": "technology",
        "技術とデータ保護": "technology",
        "emerging technologies": "technology",
        "emerging technology": "technology",
        "future technologies": "technology",
        "new technologies": "technology",
        "joint research on new technologies": "technology",
        "digital ethics": "technology",
        "new technology": "technology",
        "新技術": "technology",
        "新興技術": "technology",
        "先端技術": "technology",
        "技術の進展": "technology",
        "デジタル倫理": "technology",
        "技術動向": "technology",
        "artificial intelligence": "ai",
        "人工知能（AI）": "ai",
        "AI": "ai",
        "AI and data protection": "ai",
        "AI and IoT": "ai",
        "AI governance": "ai",
        "AI in daily life": "ai",
        "AI regulation": "ai",
        "AI services": "ai",
        "AI-era data protection": "ai",
        "robotics and AI": "ai",
        "machine learning": "ai",
        "人工知能": "ai",
        "ＡＩ": "ai",
        "機械学習": "ai",
        "AIガバナンス": "ai",
        "AI規制": "ai",
        "人工知能(AI)": "ai",
        "generative AI": "generative-ai",
        "生成AI": "generative-ai",
        "emerging technologies and generative AI": "generative-ai",
        "generative AI and data protection": "generative-ai",
        "generative AI symposium": "generative-ai",
        "large language models": "generative-ai",
        "generative artificial intelligence": "generative-ai",
        "large language model": "generative-ai",
        "ChatGPT": "generative-ai",
        "生成ＡＩ": "generative-ai",
        "生成系AI": "generative-ai",
        "大規模言語モデル": "generative-ai",
        "生成系ＡＩ": "generative-ai",
        "facial recognition and biometrics": "facial-recognition",
        "顔識別・生体認証": "facial-recognition",
        "AI and facial recognition": "facial-recognition",
        "biometrics": "facial-recognition",
        "biometrics survey": "facial-recognition",
        "facial recognition": "facial-recognition",
        "facial recognition and AI": "facial-recognition",
        "facial recognition technology": "facial-recognition",
        "biometric data": "facial-recognition",
        "顔識別": "facial-recognition",
        "顔認証": "facial-recognition",
        "顔認識": "facial-recognition",
        "生体認証": "facial-recognition",
        "生体情報": "facial-recognition",
        "顔認証技術": "facial-recognition",
        "顔識別機能付きカメラ": "facial-recognition",
        "バイオメトリクス": "facial-recognition",
        "Internet of Things and smart cities": "iot",
        "IoT・スマートシティ": "iot",
        "IoT": "iot",
        "IoT security": "iot",
        "smart cities": "iot",
        "Internet of Things": "iot",
        "smart city": "iot",
        "ＩｏＴ": "iot",
        "モノのインターネット": "iot",
        "スマートシティ": "iot",
        "コネクテッドカー": "iot",
        "スマート・シティ": "iot",
        "privacy-enhancing technologies": "privacy-enhancing-technologies",
        "プライバシー強化技術（PETs）": "privacy-enhancing-technologies",
        "de-identified information": "privacy-enhancing-technologies",
        "encryption": "privacy-enhancing-technologies",
        "PETs": "privacy-enhancing-technologies",
        "anonymisation": "privacy-enhancing-technologies",
        "pseudonymisation": "privacy-enhancing-technologies",
        "de-identification": "privacy-enhancing-technologies",
        "anonymously processed information": "privacy-enhancing-technologies",
        "プライバシー強化技術": "privacy-enhancing-technologies",
        "匿名加工情報": "privacy-enhancing-technologies",
        "仮名加工情報": "privacy-enhancing-technologies",
        "匿名化": "privacy-enhancing-technologies",
        "仮名化": "privacy-enhancing-technologies",
        "暗号化": "privacy-enhancing-technologies",
        "ＰＥＴｓ": "privacy-enhancing-technologies",
        "非識別加工情報": "privacy-enhancing-technologies",
        "big data": "big-data",
        "ビッグデータ": "big-data",
        "big data analytics": "big-data",
        "ビッグ・データ": "big-data",
        "パーソナルデータの利活用": "big-data",
        "データの利活用": "big-data",
        "online services and tracking": "online-services",
        "オンラインサービス・追跡": "online-services",
        "mobile apps": "online-services",
        "online tracking": "online-services",
        "cookies": "online-services",
        "online advertising": "online-services",
        "social media": "online-services",
        "social networking services": "online-services",
        "アプリ": "online-services",
        "クッキー": "online-services",
        "ターゲティング広告": "online-services",
        "ソーシャルメディア": "online-services",
        "ＳＮＳ": "online-services",
        "SNS": "online-services",
        "オンライントラッキング": "online-services",
        "行動ターゲティング広告": "online-services",
        "digital identity": "digital-identity",
        "デジタルID": "digital-identity",
        "electronic identification": "digital-identity",
        "デジタルＩＤ": "digital-identity",
        "電子認証": "digital-identity",
        "デジタルアイデンティティ": "digital-identity",
        "cybersecurity": "cybersecurity",
        "サイバーセキュリティ": "cybersecurity",
        "common baseline security": "cybersecurity",
        "cyber security": "cybersecurity",
        "information security": "cybersecurity",
        "digital security": "cybersecurity",
        "サイバー・セキュリティ": "cybersecurity",
        "情報セキュリティ": "cybersecurity",
        "デジタルセキュリティ": "cybersecurity",
        "デジタル・セキュリティ": "cybersecurity",
        "安全管理措置": "cybersecurity",
        "telecommunications": "telecommunications",
        "情報通信基盤": "telecommunications",
        "5G": "telecommunications",
        "6G": "telecommunications",
        "beyond 5G": "telecommunications",
        "Open RAN": "telecommunications",
        "telecoms diversification": "telecommunications",
        "telecommunications networks": "telecommunications",
        "５Ｇ": "telecommunications",
        "Beyond 5G": "telecommunications",
        "電気通信": "telecommunications",
        "strategic technologies": "strategic-technologies",
        "戦略技術": "strategic-technologies",
        "quantum computing": "strategic-technologies",
        "semiconductors": "strategic-technologies",
        "quantum technology": "strategic-technologies",
        "半導体": "strategic-technologies",
        "量子コンピュータ": "strategic-technologies",
        "量子技術": "strategic-technologies",
        "経済安全保障": "strategic-technologies",
        "量子コンピューティング": "strategic-technologies",
        "people and sectors": "people-and-sectors",
        "対象者・分野": "people-and-sectors",
        "sensitive data": "people-and-sectors",
        "special categories of data": "people-and-sectors",
        "vulnerable groups": "people-and-sectors",
        "要配慮個人情報": "people-and-sectors",
        "センシティブデータ": "people-and-sectors",
        "機微情報": "people-and-sectors",
        "機微な個人情報": "people-and-sectors",
        "センシティブ情報": "people-and-sectors",
        "children's privacy": "children",
        "子供のプライバシー": "children",
        "AI and children": "children",
        "children's data": "children",
        "children's online privacy": "children",
        "children's rights": "children",
        "children's personal data": "children",
        "minors": "children",
        "子供": "children",
        "子ども": "children",
        "こども": "children",
        "児童": "children",
        "未成年者": "children",
        "子供のプライバシー保護": "children",
        "子どものプライバシー": "children",
        "青少年": "children",
        "health data": "health-data",
        "医療・健康情報": "health-data",
        "health data in COVID-19": "health-data",
        "health information and genetics": "health-data",
        "medical data": "health-data",
        "genetic data": "health-data",
        "健康情報": "health-data",
        "医療情報": "health-data",
        "健康・医療": "health-data",
        "遺伝情報": "health-data",
        "ゲノム": "health-data",
        "ヘルスデータ": "health-data",
        "医療データ": "health-data",
        "健康データ": "health-data",
        "COVID-19": "covid-19",
        "新型コロナウイルス感染症": "covid-19",
        "data use and protection during COVID-19": "covid-19",
        "contact tracing": "covid-19",
        "新型コロナウイルス": "covid-19",
        "接触確認アプリ": "covid-19",
        "コロナ禍": "covid-19",
        "感染症対策": "covid-19",
        "新型コロナ": "covid-19",
        "employment": "employment",
        "雇用分野": "employment",
        "employee surveillance": "employment",
        "employee data": "employment",
        "workplace privacy": "employment",
        "従業員の監視": "employment",
        "労働者の個人情報": "employment",
        "雇用管理": "employment",
        "従業員監視": "employment",
        "finance and digital money": "finance",
        "金融・デジタル通貨": "finance",
        "central bank digital currencies": "finance",
        "financial data": "finance",
        "cryptocurrency": "finance",
        "fintech": "finance",
        "金融分野": "finance",
        "中央銀行デジタル通貨": "finance",
        "フィンテック": "finance",
        "暗号資産": "finance",
        "金融データ": "finance",
        "international cooperation": "cooperation",
        "国際協力": "cooperation",
        "cooperation": "cooperation",
        "multilateral cooperation": "cooperation",
        "regulatory cooperation": "cooperation",
        "data protection dialogue": "cooperation",
        "Japan-US cooperation": "cooperation",
        "regular meetings": "cooperation",
        "regular PPC-DOC meetings": "cooperation",
        "G7 coordination": "cooperation",
        "international cooperation on data protection": "cooperation",
        "cooperative dialogue": "cooperation",
        "bilateral dialogue": "cooperation",
        "国際連携": "cooperation",
        "国際的な連携": "cooperation",
        "協力関係": "cooperation",
        "連携強化": "cooperation",
        "国際的な協力": "cooperation",
        "協力対話": "cooperation",
        "政策対話": "cooperation",
        "意見交換": "cooperation",
        "当局間の連携": "cooperation",
        "activities of authorities": "authority-activities",
        "機関の活動": "authority-activities",
        "PPC activities": "authority-activities",
        "PPC roles": "authority-activities",
        "establishment of the PPC": "authority-activities",
        "new member PPC Japan": "authority-activities",
        "PPC Japan accredited as full member": "authority-activities",
        "regional privacy developments": "authority-activities",
        "annual report": "authority-activities",
        "jurisdiction reports": "authority-activities",
        "活動状況": "authority-activities",
        "活動報告": "authority-activities",
        "取組状況": "authority-activities",
        "委員会の取組": "authority-activities",
        "加盟国報告": "authority-activities",
        "governance of networks": "network-governance",
        "国際的な枠組みの運営": "network-governance",
        "APPA governance committee": "network-governance",
        "conference future and renaming to GPA": "network-governance",
        "future of the Conference": "network-governance",
        "strategic direction": "network-governance",
        "strategic plan 2019-2021": "network-governance",
        "strategic plan 2023-2025": "network-governance",
        "strategic plan": "network-governance",
        "執行委員会": "network-governance",
        "ガバナンス委員会": "network-governance",
        "戦略計画": "network-governance",
        "会議の将来": "network-governance",
        "運営規則": "network-governance",
        "戦略的方向性": "network-governance",
        "awareness and education": "awareness",
        "広報・啓発": "awareness",
        "privacy education": "awareness",
        "awareness raising": "awareness",
        "privacy awareness": "awareness",
        "Privacy Awareness Week": "awareness",
        "outreach": "awareness",
        "public relations": "awareness",
        "広報啓発": "awareness",
        "広報": "awareness",
        "啓発": "awareness",
        "普及啓発": "awareness",
        "周知・広報": "awareness",
        "プライバシー教育": "awareness",
        "プライバシー・アウェアネス・ウィーク": "awareness",
        "プライバシーアウェアネスウィーク": "awareness",
        "意識啓発": "awareness",
        "capacity building": "capacity-building",
        "能力構築": "capacity-building",
        "best practices": "capacity-building",
        "training": "capacity-building",
        "capacity-building": "capacity-building",
        "good practice": "capacity-building",
        "staff exchange": "capacity-building",
        "secondment": "capacity-building",
        "キャパシティビルディング": "capacity-building",
        "キャパシティ・ビルディング": "capacity-building",
        "人材育成": "capacity-building",
        "人材交流": "capacity-building",
        "ベストプラクティス": "capacity-building",
        "優良事例": "capacity-building",
        "研修": "capacity-building",
        "research and trends": "research",
        "調査研究・動向": "research",
        "independent privacy research": "research",
        "privacy trends": "research",
        "research": "research",
        "privacy research": "research",
        "調査研究": "research",
        "プライバシーの動向": "research",
        "実態調査": "research",
    }
)
# Aliases that are too general a word to tell the topic by in running text
TOPIC_GENERAL_WORDS: Final = frozenset(
    {
        "transfers",
        "early-2018 target",
        "program requirements",
        "exchange of agents",
        "first year of the Forum",
        "entry into force of the protocol",
        "national security",
        "enforcement",
        "supervision",
        "law enforcement",
        "監督",
        "mutual assistance",
        "information exchange",
        "information sharing",
        "情報共有",
        "情報交換",
        "情報の共有",
        "情報の交換",
        "oversight",
        "personal data",
        "data policy",
        "data protection",
        "法制度",
        "プライバシー保護",
        "個人情報の保護",
        "データ保護",
        "shared values",
        "人権",
        "個人の権利利益",
        "data",
        "data sharing",
        "innovation",
        "ICT",
        "strategic partnership",
        "イノベーション",
        "preparation of the ministerial declarations",
        "new technology",
        "アプリ",
        "minors",
        "cooperation",
        "regular meetings",
        "意見交換",
        "協力関係",
        "連携強化",
        "annual report",
        "活動状況",
        "活動報告",
        "取組状況",
        "strategic direction",
        "strategic plan",
        "執行委員会",
        "training",
        "best practices",
        "研修",
        "research",
        "調査研究",
        "実態調査",
    }
)

# Labels of the concepts by scheme, and the order of ranked ones

LABELS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = MappingProxyType(
    {
        "body-kind": {
            "data-protection-authority": ("data protection authority", "データ保護機関"),
            "government-department": ("government department", "行政機関"),
            "regional-body": ("regional body", "地域機関"),
            "international-organisation": ("international organisation", "国際機関"),
            "network": ("network", "ネットワーク"),
            "forum": ("forum", "フォーラム"),
            "private-association": ("private association", "民間団体"),
        },
        "claim-status": {
            "accepted": ("accepted", "採用"),
            "review": ("in review", "要確認"),
            "rejected": ("rejected", "却下"),
            "superseded": ("superseded", "差替え"),
        },
        "commitment-state": {
            "open": ("open", "未了"),
            "fulfilled": ("fulfilled", "履行済み"),
            "withdrawn": ("withdrawn", "取下げ"),
        },
        "disclosure": {
            "public": ("public", "公開"),
            "internal": ("internal", "内部"),
        },
        "framework-kind": {
            "adequacy-decision": ("adequacy decision", "十分性認定"),
            "certification-system": ("certification system", "認証制度"),
            "treaty": ("treaty", "条約"),
            "guidelines": ("guidelines", "ガイドライン"),
            "enforcement-arrangement": ("enforcement arrangement", "執行協力の取決め"),
            "law": ("law", "法令"),
            "initiative": ("initiative", "構想"),
        },
        "kind": {
            "bilateral-meeting": ("bilateral meeting", "二者間会合"),
            "trilateral-meeting": ("trilateral meeting", "三者間会合"),
            "multilateral-meeting": ("multilateral meeting", "多国間会合"),
            "plenary": ("plenary", "総会・本会合"),
            "forum": ("forum", "フォーラム"),
            "conference": ("conference", "国際会議"),
            "workshop": ("workshop", "ワークショップ"),
            "seminar": ("seminar", "セミナー"),
            "roundtable": ("roundtable", "円卓会合"),
            "visit": ("visit", "訪問"),
            "conference-call": ("conference call", "電話会議等"),
            "awareness-campaign": ("awareness campaign", "啓発活動"),
            "signing": ("signing", "署名"),
        },
        "level": {
            "minister": ("minister", "大臣級"),
            "commissioner": ("commissioner", "委員級"),
            "secretary-general": ("secretary-general", "事務局長級"),
            "director": ("director-general", "局長級"),
            "working-level": ("working level", "実務級"),
            "unknown": ("not known", "不明"),
        },
        "membership-role": {
            "member": ("member", "構成員"),
            "party": ("party", "締約国"),
            "signatory": ("signatory", "署名国"),
            "participating-economy": ("participating economy", "参加エコノミー"),
            "observer": ("observer", "オブザーバー"),
        },
        "mode": {
            "in-person": ("in person", "対面"),
            "online": ("online", "オンライン"),
            "hybrid": ("hybrid", "対面・オンライン併用"),
            "unknown": ("not known", "不明"),
        },
        "precision": {
            "day": ("day", "日"),
            "month": ("month", "月"),
            "year": ("year", "年"),
            "fiscal-half": ("half of a fiscal year", "年度の半期"),
            "fiscal-year": ("fiscal year", "年度"),
        },
        "role": {
            "organiser": ("organiser", "主催"),
            "host": ("host", "ホスト"),
            "participant": ("participant", "参加"),
            "observer": ("observer", "オブザーバー"),
            "speaker": ("speaker", "登壇"),
            "visitor": ("visitor", "訪問"),
            "guest": ("guest", "招待"),
        },
        "statement-type": {
            "proposed": ("proposed", "提案"),
            "explained": ("explained", "説明"),
            "shared": ("shared", "共有"),
            "discussed": ("discussed", "議論"),
            "confirmed": ("confirmed", "確認"),
            "agreed": ("agreed", "合意"),
            "signed": ("signed", "署名"),
            "promised": ("promised", "約束"),
        },
        "status": {
            "held": ("held", "開催済み"),
            "planned": ("planned", "予定"),
            "postponed": ("postponed", "延期"),
            "cancelled": ("cancelled", "中止"),
        },
        "strength": {
            "stated": ("stated", "説明"),
            "discussed": ("discussed", "議論"),
            "confirmed": ("confirmed", "確認"),
            "agreed": ("agreed", "合意"),
            "signed": ("signed", "署名"),
        },
        "topic": TOPICS,
    }
)
RANKS: Final[Mapping[str, Mapping[str, int]]] = MappingProxyType(
    {
        "level": {
            "minister": 5,
            "commissioner": 4,
            "secretary-general": 3,
            "director": 2,
            "working-level": 1,
        },
        "strength": {
            "stated": 1,
            "discussed": 2,
            "confirmed": 3,
            "agreed": 4,
            "signed": 5,
        },
    }
)

"""The dataset and its editions described in DCAT 3 and VoID: titles, licence, period, statistics, distributions."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from api.linked.citing import DESCRIPTION, TITLE, citation
from graph.editions import DumpFile, Partitions
from graph.iri import content_key
from graph.model import Text
from graph.store.manifest import Manifest
from ontology import terms
from ontology.terms import (
    DCTERMS_DESCRIPTION,
    DCTERMS_ISSUED,
    DCTERMS_LANGUAGE,
    DCTERMS_LICENSE,
    DCTERMS_TITLE,
    DEF,
    ONTOLOGY,
    PREFIXES,
    RDF_TYPE,
    XSD_DATE,
    XSD_DATE_TIME,
    XSD_INTEGER,
)

_DCAT: Final = PREFIXES["dcat"]
_DCTERMS: Final = PREFIXES["dcterms"]
_VOID: Final = PREFIXES["void"]
_SPDX: Final = "http://spdx.org/rdf/terms#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_IANA: Final = "https://www.iana.org/assignments/media-types/"
_LANGUAGES: Final = "http://publications.europa.eu/resource/authority/language/"
DESCRIPTION_PREFIXES: Final = {**PREFIXES, "spdx": _SPDX, "formats": _FORMATS}
_DUMPS: Final = {
    "nq": ("application/n-quads", Text(en="All quads, gzipped N-Quads", ja="全データ（N-Quads、gzip）")),
    "ttl": ("text/turtle", Text(en="All triples, gzipped Turtle", ja="全データ（Turtle、gzip）")),
}
_VOCABULARIES: Final = (DEF, PREFIXES["skos"], PREFIXES["org"], PREFIXES["oa"], PREFIXES["dcterms"], PREFIXES["schema"])
_KEYWORDS: Final = (
    Text(en="data protection", ja="個人情報保護"),
    Text(en="cross-border data flows", ja="越境データ移転"),
    Text(en="international cooperation", ja="国際協力"),
)


@dataclass(frozen=True)
class Described:
    """What is described: an edition as one view has it, where it is served from, and its dumps where they are made."""

    manifest: Manifest
    base: str
    server: str
    licence: str
    partitions: Partitions
    dumps: dict[str, DumpFile | None]

    @property
    def dataset(self) -> str:
        """The IRI of the dataset, of which every edition is a version."""
        return f"{self.base}dataset"

    @property
    def edition(self) -> str:
        """The IRI of the edition."""
        return f"{self.base}edition/{self.manifest.id}"


def dataset_triples(of: Described) -> Iterator[Triple]:
    """The dataset, with the statistics and distributions of the edition being told of."""
    here = NamedNode(of.dataset)
    yield from _types(here, f"{_VOID}Dataset", f"{_DCAT}Dataset")
    yield from _words(here, DCTERMS_TITLE, TITLE)
    yield from _words(here, DCTERMS_DESCRIPTION, DESCRIPTION)
    for word in _KEYWORDS:
        yield from _words(here, NamedNode(f"{_DCAT}keyword"), word)
    yield _link(here, f"{_DCAT}landingPage", f"{of.server}/void")
    yield _link(here, f"{_DCAT}hasCurrentVersion", of.edition)
    yield _link(here, f"{_DCTERMS}conformsTo", ONTOLOGY)
    yield Triple(here, NamedNode(f"{_VOID}uriSpace"), Literal(f"{of.base}id/"))
    yield _link(here, f"{_VOID}sparqlEndpoint", f"{of.server}/sparql")
    for vocabulary in _VOCABULARIES:
        yield _link(here, f"{_VOID}vocabulary", vocabulary)
    for feature in ("Turtle", "N-Triples", "JSON-LD", "RDF_XML"):
        yield _link(here, f"{_VOID}feature", f"{_FORMATS}{feature}")
    yield from _told_of(here, of)
    yield from _statistics(here, of)
    yield from edition_triples(of)
    yield from _service(here, of)


def edition_triples(of: Described) -> Iterator[Triple]:
    """One edition: what it is a version of, when it was made, how it is cited, where it can be had."""
    here = NamedNode(of.edition)
    yield from _types(here, terms.Edition.value, f"{_DCAT}Dataset")
    yield from _words(here, DCTERMS_TITLE, _versioned(of))
    yield Triple(here, terms.editionId, Literal(of.manifest.id))
    yield _link(here, f"{_DCAT}isVersionOf", of.dataset)
    yield _link(here, f"{_DCAT}landingPage", f"{of.server}/editions/{of.manifest.id}")
    yield from _words(here, NamedNode(f"{_DCTERMS}bibliographicCitation"), citation(of.manifest, of.edition))
    if of.manifest.previous:
        yield _link(here, f"{_DCAT}previousVersion", f"{of.base}edition/{of.manifest.previous}")
    yield from _told_of(here, of)
    for form in _DUMPS:
        yield from _distribution(here, form, of)


def _told_of(here: NamedNode, of: Described) -> Iterator[Triple]:
    """What holds of the dataset and of its edition alike."""
    yield Triple(here, NamedNode(f"{_DCAT}version"), Literal(of.manifest.id))
    issued = of.manifest.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    yield Triple(here, DCTERMS_ISSUED, Literal(issued, datatype=XSD_DATE_TIME))
    yield _link(here, DCTERMS_LICENSE.value, of.licence)
    for language in ("ENG", "JPN"):
        yield _link(here, DCTERMS_LANGUAGE.value, f"{_LANGUAGES}{language}")
    first, last = of.partitions.first, of.partitions.last
    if first and last:
        period = NamedNode(f"{of.edition}#period")
        yield _link(here, f"{_DCTERMS}temporal", period.value)
        yield from _types(period, f"{_DCTERMS}PeriodOfTime")
        yield Triple(period, NamedNode(f"{_DCAT}startDate"), Literal(first, datatype=XSD_DATE))
        yield Triple(period, NamedNode(f"{_DCAT}endDate"), Literal(last, datatype=XSD_DATE))


def _statistics(here: NamedNode, of: Described) -> Iterator[Triple]:
    told = of.partitions
    for name, number in (
        ("triples", told.triples),
        ("entities", told.entities),
        ("classes", len(told.classes)),
        ("properties", len(told.properties)),
        ("distinctSubjects", told.subjects),
        ("distinctObjects", told.objects),
    ):
        yield _number(here, name, number)
    for each in told.classes:
        part = NamedNode(f"{of.dataset}#class-{content_key(each.iri, length=12)}")
        yield _link(here, f"{_VOID}classPartition", part.value)
        yield _link(part, f"{_VOID}class", each.iri)
        yield _number(part, "entities", each.entities)
        yield _number(part, "triples", each.triples)
    for one in told.properties:
        part = NamedNode(f"{of.dataset}#property-{content_key(one.iri, length=12)}")
        yield _link(here, f"{_VOID}propertyPartition", part.value)
        yield _link(part, f"{_VOID}property", one.iri)
        yield _number(part, "triples", one.triples)
        yield _number(part, "distinctSubjects", one.subjects)
        yield _number(part, "distinctObjects", one.objects)


def _distribution(here: NamedNode, form: str, of: Described) -> Iterator[Triple]:
    media_type, title = _DUMPS[form]
    part = NamedNode(f"{of.edition}#{form}")
    address = f"{of.server}/editions/{of.manifest.id}/dump.{form}.gz"
    yield _link(here, f"{_DCAT}distribution", part.value)
    yield _link(here, f"{_VOID}dataDump", address)
    yield from _types(part, f"{_DCAT}Distribution")
    yield from _words(part, DCTERMS_TITLE, title)
    yield _link(part, f"{_DCAT}accessURL", f"{of.server}/editions/{of.manifest.id}")
    yield _link(part, f"{_DCAT}downloadURL", address)
    yield _link(part, f"{_DCAT}mediaType", f"{_IANA}{media_type}")
    yield _link(part, f"{_DCAT}compressFormat", f"{_IANA}application/gzip")
    yield _link(part, DCTERMS_LICENSE.value, of.licence)
    made = of.dumps.get(form)
    if made is not None:
        checksum = NamedNode(f"{part.value}-sha256")
        yield Triple(part, NamedNode(f"{_DCAT}byteSize"), Literal(str(made.bytes), datatype=_xsd("nonNegativeInteger")))
        yield _link(part, f"{_SPDX}checksum", checksum.value)
        yield from _types(checksum, f"{_SPDX}Checksum")
        yield _link(checksum, f"{_SPDX}algorithm", f"{_SPDX}checksumAlgorithm_sha256")
        value = Literal(made.sha256, datatype=_xsd("hexBinary"))
        yield Triple(checksum, NamedNode(f"{_SPDX}checksumValue"), value)


def _service(here: NamedNode, of: Described) -> Iterator[Triple]:
    service = NamedNode(f"{of.dataset}#sparql")
    yield from _types(service, f"{_DCAT}DataService")
    yield from _words(service, DCTERMS_TITLE, Text(en="SPARQL endpoint", ja="SPARQL エンドポイント"))
    yield _link(service, f"{_DCAT}endpointURL", f"{of.server}/sparql")
    yield _link(service, f"{_DCAT}endpointDescription", f"{of.server}/sparql")
    yield _link(service, f"{_DCAT}servesDataset", here.value)
    yield _link(service, f"{_DCTERMS}conformsTo", "https://www.w3.org/TR/sparql11-protocol/")


def repr_digest(sha256: str) -> str:
    """The value of ``Repr-Digest`` (RFC 9530) for a SHA-256 in hexadecimal."""
    return f"sha-256=:{base64.b64encode(bytes.fromhex(sha256)).decode()}:"


def _versioned(of: Described) -> Text:
    return Text(en=f"{TITLE.en}, edition {of.manifest.id}", ja=f"{TITLE.ja}　版 {of.manifest.id}")


def _types(here: NamedNode, *types: str) -> Iterator[Triple]:
    return (Triple(here, RDF_TYPE, NamedNode(each)) for each in types)


def _words(here: NamedNode, predicate: NamedNode, text: Text) -> Iterator[Triple]:
    for language, said in (("en", text.en), ("ja", text.ja)):
        if said:
            yield Triple(here, predicate, Literal(said, language=language))


def _link(here: NamedNode, predicate: str, target: str) -> Triple:
    return Triple(here, NamedNode(predicate), NamedNode(target))


def _number(here: NamedNode, name: str, number: int) -> Triple:
    return Triple(here, NamedNode(f"{_VOID}{name}"), Literal(str(number), datatype=XSD_INTEGER))


def _xsd(name: str) -> NamedNode:
    return NamedNode(f"{PREFIXES['xsd']}{name}")

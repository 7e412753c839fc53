"""What the shapes refuse, what they warn of, and in which words, through ``validate``."""

from __future__ import annotations

import logging

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.validate import Finding, ValidationReport, validate
from ontology import terms
from ontology.terms import DEF, LABELS, VOCABULARY

BASE = "https://w3id.org/sankyoku/id/"
PREFIXES = f"""
@base <{BASE}> .
@prefix sk: <{DEF}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
""" + "".join(f"@prefix {scheme}: <{VOCABULARY}{scheme}/> .\n" for scheme in LABELS)
GOOD = """
<jurisdiction/JP> a sk:Jurisdiction ; rdfs:label "Japan"@en , "日本"@ja ; skos:notation "JP" .
<authority/ppc-japan> a sk:Authority ; rdfs:label "PPC"@en , "個人情報保護委員会"@ja ;
    sk:bodyKind body-kind:data-protection-authority ; sk:jurisdiction <jurisdiction/JP> ;
    sk:evidence <passage/1> .
<authority/appa> a sk:Network ; rdfs:label "APPA"@en , "APPA"@ja ;
    sk:bodyKind body-kind:network ; sk:evidence <passage/1> ; sk:jurisdiction <jurisdiction/JP> .
<series/appa-forum> a sk:EngagementSeries ; rdfs:label "APPA Forum"@en , "APPAフォーラム"@ja ;
    sk:seriesKind kind:forum ; sk:convenedBy <authority/appa> .
<document/report> a sk:Document ; rdfs:label "Report"@en , "報告書"@ja ; sk:disclosure disclosure:public .
<passage/1> a sk:Passage ; sk:inDocument <document/report> ; sk:locator "p. 8, lines 1-3" ;
    sk:page 8 ; sk:lineStart 1 ; sk:lineEnd 3 .
<engagement/e> a sk:Engagement ; rdfs:label "51st APPA Forum"@en , "第51回APPAフォーラム"@ja ;
    sk:kind kind:forum ; sk:status status:held ; sk:mode mode:in-person ;
    sk:edtf "2019-05-29/2019-05-30" ; sk:earliest "2019-05-29"^^xsd:date ; sk:latest "2019-05-30"^^xsd:date ;
    sk:precision precision:day ; sk:inSeries <series/appa-forum> ; sk:ordinal 51 ;
    sk:jurisdiction <jurisdiction/JP> ; sk:participant <authority/ppc-japan> ;
    sk:participation <participation/p> ; sk:topic topic:dfft ; sk:confidence 0.97 ;
    sk:evidence <passage/1> ; sk:statement <statement/s> .
<participation/p> a sk:Participation ; sk:body <authority/ppc-japan> ; sk:role role:host .
<statement/s> a sk:Position ; sk:statementType statement-type:explained ;
    sk:about "a law"@en ; sk:by <authority/ppc-japan> ; sk:madeAt <engagement/e> ; sk:evidence <passage/1> .
<framework/f> a sk:Law ; rdfs:label "A law"@en , "法律"@ja ; sk:frameworkKind framework-kind:law ;
    sk:fromJurisdiction <jurisdiction/JP> ; sk:adopted "2003" ; sk:adoptedEarliest "2003-01-01"^^xsd:date ;
    sk:adoptedLatest "2003-12-31"^^xsd:date ; sk:evidence <passage/1> .
<framework-participation/m> a sk:FrameworkParticipation ; sk:participatesIn <authority/appa> ;
    sk:participatingBody <authority/ppc-japan> ; sk:membershipRole membership-role:member ;
    sk:evidence <passage/1> .
<milestone/m> a sk:Milestone ; rdfs:label "Adopted"@en , "成立"@ja ; sk:edtf "2003" ;
    sk:earliest "2003-01-01"^^xsd:date ; sk:latest "2003-12-31"^^xsd:date ; sk:precision precision:year ;
    sk:milestoneOf <framework/f> ; sk:evidence <passage/1> .
<claim/c> a sk:Claim ; sk:claimSubject <engagement/e> ; sk:claimProperty sk:kind ; sk:claimValue kind:forum ;
    sk:extractor "report" ; sk:claimStatus claim-status:accepted ; sk:evidence <passage/1> .
"""


def _quads(turtle: str) -> list[ox.Quad]:
    return list(ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE))


def _good_but(remove: str = "", add: str = "") -> ValidationReport:
    """The report on the good graph without the words ``remove`` and with the triples ``add``."""
    assert remove in GOOD
    return validate(_quads(GOOD.replace(remove, "") + add))


def _local(finding: Finding) -> tuple[str, str | None]:
    path = finding.path.replace(DEF, "") if finding.path else None
    return finding.focus.removeprefix(BASE), path


def test_a_good_graph_is_accepted_without_a_word() -> None:
    report = validate(_quads(GOOD))
    assert report.conforms
    assert (report.violations, report.warnings, report.infos) == ((), (), ())
    assert report.counts() == {"triples": len(_quads(GOOD)), "violations": 0, "warnings": 0, "infos": 0}


def test_an_engagement_without_evidence_is_refused_in_both_languages() -> None:
    report = _good_but(remove="sk:evidence <passage/1> ; sk:statement <statement/s>")
    assert not report.conforms
    (finding,) = report.violations
    assert _local(finding) == ("engagement/e", "evidence")
    assert finding.message.en == "An engagement points to at least one passage that the data knows."
    assert finding.message.ja == ("会合等は、データに存在する一つ以上の引用箇所を指さなければならない。")
    assert finding.message.ja in report.as_text("ja")
    assert finding.message.en in report.as_text("en")


REFUSED = [
    ("sk:kind kind:forum ;", "", "engagement/e", "kind", "exactly one concept of the scheme kind"),
    ("", "<engagement/e> sk:kind kind:visit .", "engagement/e", "kind", "exactly one concept"),
    ("sk:edtf \"2019-05-29/2019-05-30\" ;", "", "engagement/e", "edtf", "exactly one date in EDTF"),
    ("sk:precision precision:day ;", "", "engagement/e", "precision", "exactly one concept"),
    ("", "<engagement/e> sk:topic kind:forum .", "engagement/e", "topic", "scheme topic"),
    ("", "<engagement/e> sk:participant <authority/x> .", "engagement/e", "participant", "only to a body"),
    ("", "<engagement/e> sk:framework <authority/appa> .", "engagement/e", "framework", "to a framework"),
    ("", "<engagement/e> rdfs:label \"another\"@en .", "engagement/e", "rdfs:label", "at most one in each"),
    ("", "<engagement/e> sk:ordinal 52 .", "engagement/e", "ordinal", "at most one whole number"),
    ("sk:confidence 0.97", "<engagement/e> sk:confidence 1.2 .", "engagement/e", "confidence", "from 0 to 1"),
    ("sk:body <authority/ppc-japan> ; ", "", "participation/p", "body|labelAsWritten", "names a body"),
    ("sk:participation <participation/p> ;", "", "participation/p", "^participation", "one engagement"),
    ("sk:madeAt <engagement/e> ;", "", "statement/s", "madeAt", "one engagement"),
    ("sk:about \"a law\"@en ;", "", "statement/s", "about", "what it is about"),
    ("sk:adoptedLatest \"2003-12-31\"^^xsd:date ;", "", "framework/f", "adoptedLatest", "both day bounds"),
    ("sk:participatesIn <authority/appa> ;", "", "framework-participation/m", "participatesIn", "one"),
    (
        "",
        "<framework-participation/m> sk:participatingJurisdiction <jurisdiction/JP> .",
        "framework-participation/m",
        "participatingBody|participatingJurisdiction",
        "Either a body or a jurisdiction",
    ),
    ("sk:inDocument <document/report> ;", "", "passage/1", "inDocument", "exactly one document"),
    ("sk:locator \"p. 8, lines 1-3\" ;", "", "passage/1", "locator", "exactly one locator"),
    ("sk:lineStart 1", "<passage/1> sk:lineStart 4 .", "passage/1", "lineStart", "not after the last line"),
    ("sk:disclosure disclosure:public", "", "document/report", "disclosure", "exactly one concept"),
    ("", "<document/report> sk:sha256 \"abc\" .", "document/report", "sha256", "64 hexadecimal digits"),
    ("sk:extractor \"report\" ;", "", "claim/c", "extractor", "exactly one extractor"),
    ("skos:notation \"JP\"", "<jurisdiction/JP> skos:notation \"j\" .", "jurisdiction/JP", "notation", ""),
]  # fmt: skip


@pytest.mark.parametrize(("remove", "add", "focus", "path", "words"), REFUSED)
def test_a_fault_is_refused_where_it_stands(remove: str, add: str, focus: str, path: str, words: str) -> None:
    report = _good_but(remove, add)
    assert not report.conforms
    (finding,) = [f for f in report.violations if f.focus == BASE + focus]
    assert finding.path is not None
    assert path.removeprefix("rdfs:") in finding.path.replace(DEF, "")
    assert finding.message.en is not None
    assert words in finding.message.en
    assert finding.message.ja


def test_days_in_the_wrong_order_are_refused() -> None:
    add = '<engagement/e> sk:earliest "2019-06-01"^^xsd:date .'
    report = _good_but('sk:earliest "2019-05-29"^^xsd:date ;', add)
    (finding,) = report.violations
    assert finding.message.en == "The earliest day is not after the latest day."
    assert finding.value == "2019-06-01"


def test_a_blank_node_is_refused() -> None:
    report = _good_but(add='[] a sk:Post ; rdfs:label "Commissioner"@en , "委員"@ja .')
    (finding,) = report.violations
    assert finding.message.en is not None
    assert "no blank nodes" in finding.message.en


def test_a_missing_japanese_name_is_a_warning_only() -> None:
    report = _good_but(remove=' , "第51回APPAフォーラム"@ja')
    assert report.conforms
    (finding,) = report.warnings
    assert finding.message.in_language("ja") == "会合等に日本語の名称がない。"
    assert report.as_text("ja").startswith("形状の検査に適合しています。")


KIND = "<authority/appa> sk:bodyKind body-kind:network ."
WARNED = [
    ("sk:inSeries <series/appa-forum> ;", "", "without the series"),
    (
        "sk:claimStatus claim-status:accepted",
        "<claim/c> sk:claimStatus claim-status:review .",
        "person should",
    ),
    ("sk:participation <participation/p> ;", "<x> sk:participation <participation/p> .", "who took part"),
    ("sk:bodyKind body-kind:network ; sk:evidence <passage/1> ;", KIND, "No source is known"),
]


@pytest.mark.parametrize(("remove", "add", "words"), WARNED)
def test_what_a_person_should_look_at_is_a_warning(remove: str, add: str, words: str) -> None:
    found = [f.message.en or "" for f in _good_but(remove, add).warnings]
    assert len(found) == 1
    assert words in found[0]


def test_a_body_that_is_not_known_yet_is_noted() -> None:
    add = '<participation/p> sk:labelAsWritten "some ministry" .'
    report = _good_but("sk:body <authority/ppc-japan> ; ", add)
    assert report.conforms
    assert [_local(f) for f in report.infos] == [("participation/p", "body")]
    assert report.as_text("en").endswith(f"<{BASE}participation/p> <{DEF}body>")


def test_what_one_graph_says_is_known_in_the_others() -> None:
    spread = [
        ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode(f"{BASE}graph/{number % 3}"))
        for number, q in enumerate(_quads(GOOD))
    ]
    assert validate(spread).conforms


def test_the_report_does_not_depend_on_the_order_of_the_data() -> None:
    quads = _quads(GOOD + "<engagement/e> sk:kind kind:visit ; sk:ordinal 52 . <statement/t> a sk:Outcome .")
    first = validate(quads)
    quads.reverse()
    assert validate(quads) == first
    assert len(first.violations) > 5


def test_a_long_report_is_cut_and_says_so() -> None:
    report = _good_but(add="<statement/t> a sk:Outcome .")
    left = len(report.violations) - 1
    assert report.as_text("en", most=1).endswith(f"and {left} more")
    assert report.as_text("ja", most=1).endswith(f"ほか{left}件")


@pytest.mark.parametrize(
    "value",
    [
        '"2019-13-45"^^xsd:date',
        '"2019-02-30"^^xsd:date',
        '"令和元年5月"^^xsd:date',
        '"2019-05"^^xsd:gYearMonth',
        '"2019-05-29T00:00:00Z"^^xsd:dateTime',
        '"2019-05-29Z"^^xsd:date',
        "20190529",
        '"2019-05-29"',
        '"2019-05-29"@en',
        "<engagement/e>",
    ],
)
def test_what_is_not_a_day_is_refused_quietly(value: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        report = _good_but('sk:earliest "2019-05-29"^^xsd:date ;', f"<engagement/e> sk:earliest {value} .")
    messages = [f.message.en for f in report.violations]
    assert "An engagement has exactly one earliest day (xsd:date)." in messages
    assert not caplog.records


_OWN_PROPERTIES = sorted(
    term.value
    for name, term in vars(terms).items()
    if isinstance(term, ox.NamedNode) and term.value.startswith(DEF) and name[0].islower()
)
_VALUES = st.one_of(
    st.builds(
        ox.Literal,
        st.text(max_size=12) | st.sampled_from(["2019-05-29", "1", "-3", "0.5", "true", "NaN", ""]),
        datatype=st.sampled_from([terms.XSD_DATE, terms.XSD_INTEGER, terms.XSD_DECIMAL, terms.XSD_BOOLEAN])
        | st.sampled_from([terms.XSD_STRING, terms.XSD_DATE_TIME, terms.XSD_ANY_URI, ox.NamedNode("urn:x")]),
    ),
    st.builds(ox.Literal, st.text(max_size=5), language=st.sampled_from(["en", "ja", "ja-hrkt", "fr"])),
    st.sampled_from([ox.NamedNode(f"{BASE}authority/appa"), ox.NamedNode("urn:nothing"), ox.BlankNode("b")]),
)
_SUBJECTS = st.sampled_from(
    [
        ox.NamedNode(BASE + slug)
        for slug in ("engagement/e", "framework/f", "claim/c", "passage/1", "framework-participation/m")
    ]
)


@pytest.mark.parametrize("name", ["earliest", "latest"])
def test_a_blank_node_where_a_day_is_asked_for_is_a_violation(name: str) -> None:
    extra = ox.Quad(ox.NamedNode(BASE + "engagement/e"), ox.NamedNode(DEF + name), ox.BlankNode("b"))
    report = validate([*_quads(GOOD), extra])
    assert any(finding.path == DEF + name for finding in report.violations)


@settings(max_examples=40)
@given(st.lists(st.builds(ox.Quad, _SUBJECTS, st.sampled_from(_OWN_PROPERTIES).map(ox.NamedNode), _VALUES), max_size=8))
def test_no_data_whatever_ends_the_validation_early(extra: list[ox.Quad]) -> None:
    report = validate([*_quads(GOOD), *extra])
    assert report.conforms == (not report.violations)
    for finding in (*report.violations, *report.warnings, *report.infos):
        assert finding.message.en
        assert finding.message.ja

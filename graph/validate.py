"""What would be published against the SHACL shapes: quads in, a bilingual report out.

pySHACL does the work on an rdflib graph in memory, with no network, no inference and no SPARQL constraints.
The report depends on the data and the shapes alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal

import pyoxigraph as ox
from rdflib import BNode, Graph
from rdflib.namespace import RDF, RDFS, SH, XSD
from rdflib.term import Literal as RdfLiteral
from rdflib.term import Node, URIRef

from graph.model import Record, Text
from ontology.files import ontology_turtle, shapes
from ontology.terms import DEF

Severity = Literal["violation", "warning", "info"]
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_SEVERITIES: dict[Node | None, Severity] = {SH.Warning: "warning", SH.Info: "info"}
_STRING = str(XSD.string)
_UNREAD = URIRef("urn:sankyoku:unread")
"""The datatype given to literals whose value the shapes never look at: rdflib does not try to read it."""
_READABLE = {
    str(XSD.date): re.compile(r"\d{4}-\d{2}-\d{2}"),
    str(XSD.integer): re.compile(r"[+-]?\d{1,18}"),
    str(XSD.decimal): re.compile(r"[+-]?\d{1,18}(\.\d{1,18})?"),
    str(XSD.boolean): re.compile(r"true|false"),
}
"""The lexical forms that our data uses: dates without time zone, canonical booleans, numbers of some size."""
_HEADINGS: dict[Severity, Text] = {
    "violation": Text(en="Violation", ja="違反"),
    "warning": Text(en="Warning", ja="警告"),
    "info": Text(en="Note", ja="参考"),
}


class Finding(Record):
    """One thing that the shapes say about the data: where, at which property and value, and what is wrong."""

    focus: str
    path: str | None
    value: str | None
    message: Text
    severity: Severity


class ValidationReport(Record):
    """Everything that the shapes found. ``conforms`` is false only where there are violations."""

    conforms: bool
    violations: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    infos: tuple[Finding, ...] = ()
    triples: int

    def counts(self) -> dict[str, int]:
        """How many of each severity, and of how many triples."""
        return {
            "triples": self.triples,
            "violations": len(self.violations),
            "warnings": len(self.warnings),
            "infos": len(self.infos),
        }

    def as_text(self, language: str, most: int = 50) -> str:
        """The report for a person, in ``language``; at most ``most`` findings of each severity are listed."""
        lines = [_summary(self, language)]
        for findings in (self.violations, self.warnings, self.infos):
            lines += [_line(finding, language) for finding in findings[:most]]
            if len(findings) > most:
                left = len(findings) - most
                lines.append(f"ほか{left}件" if language == "ja" else f"and {left} more")
        return "\n".join(lines)


def validate(quads: Iterable[ox.Quad | ox.Triple], focus: Collection[str] | None = None) -> ValidationReport:
    """Checks the union of all graphs in ``quads`` against the shapes of the ontology.

    With ``focus``, only the things of these IRIs are checked; of the others only what the shapes ask of them
    is looked at: their classes, and that they point to a thing in focus.
    """
    told = quads if focus is None else _around(list(quads), frozenset(focus))
    data = _rdflib_graph(told, _datatypes())
    triples = len(data)
    for triple in _class_tree():
        data.add(triple)
    results = _results(data, focus)
    found = sorted(_findings(results), key=lambda f: (f.focus, f.path or "", f.message.en or "", f.value or ""))
    violations = tuple(f for f in found if f.severity == "violation")
    return ValidationReport(
        conforms=not violations,
        violations=violations,
        warnings=tuple(f for f in found if f.severity == "warning"),
        infos=tuple(f for f in found if f.severity == "info"),
        triples=triples,
    )


def _results(data: Graph, focus: Collection[str] | None) -> Graph:
    shapes_graph = _shapes_graph() if focus is None else _focused_shapes(_marked(data, focus))
    from pyshacl import validate as shacl_validate  # noqa: PLC0415 - takes a second to load; readers never need it

    found: Graph = shacl_validate(data, shacl_graph=shapes_graph, inplace=True, allow_infos=True, allow_warnings=True)[
        1
    ]
    return found


def _marked(data: Graph, focus: Collection[str]) -> frozenset[Node]:
    """Marks the things in focus as such, for each of their classes; which classes these are."""
    classes: set[Node] = set()
    for node, kind in list(data.subject_objects(RDF.type)):
        if str(node) in focus:
            for above in data.transitive_objects(kind, RDFS.subClassOf):
                classes.add(above or kind)
                data.add((node, _mark(above or kind), kind))
    return frozenset(classes)


def _mark(kind: Node) -> URIRef:
    """The property by which a thing in focus is known to be of a class."""
    return URIRef(f"urn:sankyoku:in-focus:{kind}")


@lru_cache(maxsize=32)
def _focused_shapes(classes: frozenset[Node]) -> Graph:
    """The shapes of some classes, with marks as targets: pySHACL's own choice of nodes searches a list for each."""
    graph, whole = Graph(bind_namespaces="none"), _shapes_graph()
    todo = [shape for shape, aim in whole.subject_objects(SH.targetClass) if aim in classes]
    todo += list(whole.subjects(SH.targetSubjectsOf))
    seen: set[Node] = set()
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        for predicate, value in whole.predicate_objects(node):
            if predicate == SH.targetClass:
                graph.add((node, SH.targetSubjectsOf, _mark(value)))
            else:
                graph.add((node, predicate, value))
                todo.append(value)
    return graph


def _around(quads: list[ox.Quad | ox.Triple], focus: frozenset[str]) -> Iterator[ox.Quad | ox.Triple]:
    """What is said of the things in focus, which things point to them, and the classes of those they point to."""
    pointed: set[_Term] = set()
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value in focus:
            pointed.add(quad.object)
            yield quad
    for quad in quads:
        to_focus = isinstance(quad.object, ox.NamedNode) and quad.object.value in focus
        if to_focus or (quad.predicate.value == str(RDF.type) and quad.subject in pointed):
            yield quad
            if to_focus:
                pointed.add(quad.subject)
    for quad in quads:
        if quad.predicate.value == str(RDF.type) and quad.subject in pointed:
            yield quad


def _summary(report: ValidationReport, language: str) -> str:
    counts = report.counts()
    if language == "ja":
        verdict = "形状の検査に適合しています。" if report.conforms else "形状の検査に適合していません。"
        return (
            f"{verdict}トリプル{counts['triples']}件、違反{counts['violations']}件、"
            f"警告{counts['warnings']}件、参考{counts['infos']}件。"
        )
    verdict = "The shapes accept the graph" if report.conforms else "The shapes refuse the graph"
    return (
        f"{verdict}: {counts['triples']} triples, {counts['violations']} violations, "
        f"{counts['warnings']} warnings, {counts['infos']} notes."
    )


def _line(finding: Finding, language: str) -> str:
    where = " ".join(f"<{part}>" for part in (finding.focus, finding.path) if part)
    value = f" ({finding.value})" if finding.value else ""
    heading = _HEADINGS[finding.severity].in_language(language)
    return f"{heading}: {finding.message.in_language(language)} {where}{value}"


def _rdflib_graph(quads: Iterable[ox.Quad | ox.Triple], datatypes: Mapping[str, str]) -> Graph:
    """The triples of all graphs as one rdflib graph; ``datatypes`` says what the shapes ask of a property."""
    graph = Graph(bind_namespaces="none")
    known: dict[str, URIRef] = {}
    for quad in quads:
        asked = datatypes.get(quad.predicate.value)
        graph.add((_term(quad.subject, known), _term(quad.predicate, known), _term(quad.object, known, asked)))
    return graph


def _term(term: _Term, known: dict[str, URIRef], asked: str | None = None) -> Node:
    """The rdflib term for a pyoxigraph one; IRIs met before are reused."""
    if isinstance(term, ox.NamedNode):
        if term.value not in known:
            known[term.value] = URIRef(term.value)
        return known[term.value]
    if isinstance(term, ox.Literal):
        return _literal(term, asked)
    if isinstance(term, ox.BlankNode):
        # Where a value is asked for, pySHACL ends with an error rather than compare a blank node with one.
        return BNode(term.value) if asked is None else RdfLiteral(str(term), datatype=_UNREAD)
    raise TypeError("quoted triples are not part of our data")


def _literal(term: ox.Literal, asked: str | None) -> RdfLiteral:
    """The literal as rdflib and pySHACL can compare it without failing.

    A value of another datatype than the shapes ask for, or one that is not of the datatype it claims, is
    handed on as a string where values are ordered: a string there is refused, while mixed types or an
    unreadable date would end the whole validation with a TypeError.
    """
    datatype = term.datatype.value
    if term.language:
        return RdfLiteral(term.value, lang=term.language)
    if datatype == _STRING:
        return RdfLiteral(term.value, datatype=XSD.string)
    readable = datatype in _READABLE and _READABLE[datatype].fullmatch(term.value) and _is_day(term)
    if readable and asked in (None, _STRING, datatype):
        return RdfLiteral(term.value, datatype=URIRef(datatype))
    return RdfLiteral(term.value, datatype=_UNREAD if asked in (None, _STRING) else XSD.string)


def _is_day(term: ox.Literal) -> bool:
    """Whether a date is a day of the calendar; true of whatever is not a date."""
    if term.datatype.value != str(XSD.date):
        return True
    try:
        date.fromisoformat(term.value)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _class_tree() -> tuple[tuple[Node, Node, Node], ...]:
    """Our subclass triples, so that an authority counts as a body without being typed twice."""
    known: dict[str, URIRef] = {}
    return tuple(
        (_term(quad.subject, known), RDFS.subClassOf, _term(quad.object, known))
        for quad in ox.parse(ontology_turtle()["core.ttl"], format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == str(RDFS.subClassOf) and str(quad.object.value).startswith(DEF)
    )


@lru_cache(maxsize=1)
def _shapes_graph() -> Graph:
    """All shapes as one rdflib graph; pySHACL only reads it."""
    graph = Graph(bind_namespaces="none")
    for data in shapes().values():
        graph += _rdflib_graph(ox.parse(data, format=ox.RdfFormat.TURTLE), {})
    return _with_own_targets(graph)


@lru_cache(maxsize=1)
def _datatypes() -> dict[str, str]:
    """The datatype that the shapes ask of a property, by its IRI."""
    shapes_graph = _shapes_graph()
    return {
        str(path): str(datatype)
        for rule, datatype in shapes_graph.subject_objects(SH.datatype)
        for path in shapes_graph.objects(rule, SH.path)
    }


def _with_own_targets(graph: Graph) -> Graph:
    """Gives each property shape the target of its node shape, in place of the ``sh:property`` between them.

    The meaning is the same (SHACL 2.1.3: property shapes may have targets). pySHACL takes a shape with a
    target once for all focus nodes, but one behind ``sh:property`` anew for each: 2.5 s instead of 0.8 s
    on 18,000 triples.
    """
    for target in (SH.targetClass, SH.targetSubjectsOf):
        for shape, aim in list(graph.subject_objects(target)):
            for rule in list(graph.objects(shape, SH.property)):
                graph.remove((shape, SH.property, rule))
                graph.add((rule, RDF.type, SH.PropertyShape))
                graph.add((rule, target, aim))
    return graph


def _findings(results: Graph) -> Iterator[Finding]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        path = results.value(result, SH.resultPath)
        value = results.value(result, SH.value)
        yield Finding(
            focus=str(results.value(result, SH.focusNode)),
            path=_path_words(results, path),
            value=None if value is None else str(value),
            message=_message(results, result),
            severity=_SEVERITIES.get(results.value(result, SH.resultSeverity), "violation"),
        )


def _message(results: Graph, result: Node) -> Text:
    words = {
        literal.language: str(literal)
        for literal in results.objects(result, SH.resultMessage)
        if isinstance(literal, RdfLiteral)
    }
    return Text(en=words.get("en"), ja=words.get("ja"))


def _path_words(results: Graph, path: Node | None) -> str | None:
    """The property as a SPARQL path: ``^`` where it runs backwards, ``|`` between choices."""
    if not isinstance(path, BNode):
        return None if path is None else str(path)
    inverse = results.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{inverse}"
    choices = results.value(path, SH.alternativePath)
    return None if choices is None else "|".join(str(choice) for choice in results.items(choices))

"""Stored queries: every SPARQL text of the product is a file, and values are bound to it as terms.

A ``.rq`` file begins with its header, in comments::

    # purpose: the engagements of one authority, newest first
    # parameter: authority iri
    # parameter: since date optional
    # column: engagement
    # column: day

A parameter is a variable of the query of that name. A SELECT has to project its parameters before its
columns, because the engine binds projected variables only (SPARQL 1.2 community group, SEP-0007); they are
not among the columns of the rows. An optional parameter without a value stays a free variable. LIMIT and
OFFSET cannot be bound: rows come one by one, and the caller takes as many as it wants.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final, Literal, get_args

from pyoxigraph import (
    BlankNode,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)
from pyoxigraph import Literal as RdfLiteral

from graph.store.sparql import QueryShape, inspect

ParameterType = Literal["iri", "string", "integer", "date", "boolean"]
Value = str | int | bool | float | Decimal | datetime.date
Cell = Value | None
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_WHOLE_NUMBERS: Final = ("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger")
_PYTHON: Final[Mapping[str, Callable[[str], Value]]] = MappingProxyType(
    {
        **dict.fromkeys(_WHOLE_NUMBERS, int),
        "decimal": Decimal,
        "double": float,
        "float": float,
        "boolean": lambda text: text in ("true", "1"),
        "date": lambda text: datetime.date.fromisoformat(text[:10]),
    }
)


@dataclass(frozen=True)
class Parameter:
    """A value that a query is given: the variable it is bound to, and what kind of term it is."""

    name: str
    type: ParameterType
    optional: bool = False

    def term(self, value: Value) -> NamedNode | RdfLiteral:
        """``value`` as an RDF term. Raises ``ValueError`` when it is not of this parameter's type."""
        if self.type == "iri" and isinstance(value, str):
            return NamedNode(value)
        if self.type == "string" and isinstance(value, str):
            return RdfLiteral(value)
        if self.type == "boolean" and isinstance(value, bool):
            return RdfLiteral(value)
        if self.type == "integer" and isinstance(value, int) and not isinstance(value, bool):
            return RdfLiteral(value)
        if self.type == "date" and isinstance(value, datetime.date):
            return RdfLiteral(value.isoformat()[:10], datatype=NamedNode(f"{_XSD}date"))
        raise ValueError(f"parameter {self.name} wants a value of type {self.type}, not {type(value).__name__}")


@dataclass(frozen=True)
class StoredQuery:
    """A query from a file, for our own use on a store that is open. Not for texts from outside."""

    name: str
    purpose: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str
    shape: QueryShape

    def rows(
        self, store: Store, *, limit: int | None = None, offset: int = 0, **values: Value
    ) -> Iterator[tuple[Cell, ...]]:
        """The rows of a SELECT: its ``columns`` as Python values (IRIs as text, unbound as None).

        All graphs together are the default graph, unless the query has FROM. Raises ``ValueError`` for a
        parameter that is unknown, missing or of the wrong type.
        """
        found = self._run(store, values)
        if not isinstance(found, QuerySolutions):
            raise ValueError(f"{self.name} is not a SELECT")
        wanted = itertools.islice(found, offset, None if limit is None else offset + limit)
        return (tuple(_python(solution[column]) for column in self.columns) for solution in wanted)

    def ask(self, store: Store, **values: Value) -> bool:
        """The answer of an ASK."""
        found = self._run(store, values)
        if not isinstance(found, QueryBoolean):
            raise ValueError(f"{self.name} is not an ASK")
        return bool(found)

    def triples(self, store: Store, **values: Value) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        found = self._run(store, values)
        if not isinstance(found, QueryTriples):
            raise ValueError(f"{self.name} is not a CONSTRUCT")
        return found

    def _run(self, store: Store, values: Mapping[str, Value]) -> QuerySolutions | QueryBoolean | QueryTriples:
        known = {parameter.name: parameter for parameter in self.parameters}
        missing = {parameter.name for parameter in self.parameters if not parameter.optional} - values.keys()
        if missing or not values.keys() <= known.keys():
            wrong = ", ".join(sorted(missing | (values.keys() - known.keys())))
            raise ValueError(f"{self.name} was not given its parameters as its header says: {wrong}")
        return store.query(
            self.text,
            use_default_graph_as_union=not self.shape.dataset,
            substitutions={Variable(name): known[name].term(value) for name, value in values.items()},
        )


def stored_queries(folder: Traversable | None = None) -> dict[str, StoredQuery]:
    """The queries in ``folder`` (``graph/queries`` unless told otherwise), by file name without ``.rq``.

    Raises ``ValueError`` where a header is not as it should be.
    """
    home = folder if folder is not None else files("graph") / "queries"
    if not home.is_dir():
        return {}
    found = sorted((file.name, file) for file in home.iterdir() if file.name.endswith(".rq"))
    return {name[:-3]: parse_query(name[:-3], file.read_text(encoding="utf-8")) for name, file in found}


def parse_query(name: str, text: str) -> StoredQuery:
    """A stored query from its text. Raises ``ValueError`` where the header is not as it should be."""
    header = [line[1:].partition(":") for line in text.splitlines() if line.startswith("#")]
    told = [(key.strip(), value.strip()) for key, _, value in header]
    purposes = [value for key, value in told if key == "purpose"]
    if len(purposes) != 1 or not purposes[0]:
        raise ValueError(f"{name}: the header needs one line '# purpose: ...'")
    return StoredQuery(
        name=name,
        purpose=purposes[0],
        parameters=tuple(_parameter(name, value) for key, value in told if key == "parameter"),
        columns=tuple(value for key, value in told if key == "column"),
        text=text,
        shape=inspect(text),
    )


def check_query(query: StoredQuery) -> list[str]:
    """What is wrong with a stored query, by running it on an empty store: nothing, or a sentence each."""
    try:
        found = Store().query(query.text)
    except SyntaxError as error:
        return [f"{query.name} does not parse: {error}"]
    if not isinstance(found, QuerySolutions):
        return [f"{query.name} has columns, but is no SELECT"] if query.columns else []
    projected = [variable.value for variable in found.variables]
    said = [parameter.name for parameter in query.parameters] + list(query.columns)
    return [] if projected == said else [f"{query.name} selects {projected}, but its header says {said}"]


def _parameter(query: str, told: str) -> Parameter:
    match told.split():
        case [name, ("iri" | "string" | "integer" | "date" | "boolean") as kind]:
            return Parameter(name, kind)
        case [name, ("iri" | "string" | "integer" | "date" | "boolean") as kind, "optional"]:
            return Parameter(name, kind, optional=True)
    kinds = ", ".join(get_args(ParameterType))
    raise ValueError(f"{query}: '# parameter: {told}' should be a name, one of {kinds}, and perhaps 'optional'")


def _python(term: NamedNode | BlankNode | RdfLiteral | Triple | None) -> Cell:
    if term is None:
        return None
    if isinstance(term, RdfLiteral):
        return _literal(term)
    return str(term) if isinstance(term, Triple) else term.value


def _literal(term: RdfLiteral) -> Value:
    convert = _PYTHON.get(term.datatype.value.removeprefix(_XSD), str)
    try:
        return convert(term.value)
    except (ValueError, ArithmeticError):  # ill-typed data is shown as it was written
        return term.value

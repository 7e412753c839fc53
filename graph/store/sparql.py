r"""What a SPARQL text is, told without running it: its form, its prefixes, whether it calls other servers.

The engine cannot be told to refuse SERVICE, so it is refused here, before the engine sees the text (and once
more in the worker, which may open no socket). Reading must not be more trusting than any engine that may get
the text, and engines differ:

- By the standard (SPARQL 1.1, 19.2) ``\u0053ERVICE`` is SERVICE, and an escaped quote ends a string. Ours
  does neither. So the text is read as it stands, and again with its escapes resolved.
- ``a<b)SERVICE:x#>`` is an IRI by the standard's longest match; ours, reading by grammar, may take ``<`` as
  "less than". So the text is read with ``<`` after an operand as an IRI, and again as an operator.
- ``e:a.b.SERVICE`` is one name by the standard; ours ends it before the second dot. So the text is read with
  dots in names, and again without.
- Ours needs no space between words: ``service:x {`` can be SERVICE and ``:x``, ``SERVICEe:x {`` SERVICE and
  ``e:x``, where such a prefix is declared.

A text is refused when any reading finds a call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple

from graph.errors import BadQuery

QueryForm = Literal["select", "ask", "construct", "describe"]
TextForm = Literal["select", "ask", "construct", "describe", "update", "unknown"]
TokenKind = Literal["iri", "string", "language", "variable", "blank", "name", "number", "word", "sign", "other"]

_LETTER = r"[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D" + (
    r"\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF]"
)
_CHARACTER = _LETTER[:-1] + r"_\-0-9\u00B7\u0300-\u036F\u203F\u2040]"
_LOCAL = rf"(?:{_CHARACTER}|[:%]|\\[_~.\-!$&'()*+,;=/?#@%])"


@cache
def _token_pattern(dot: str) -> re.Pattern[str]:
    """The tokens, with ``dot`` for a dot that may stand inside a name.

    Made when first wanted: it takes longer than all else that a worker does before its first query, and few need it.
    """
    return re.compile(
        rf"""
        (?P<skip>[\x00-\x20]+|\#[^\r\n]*)
      | (?P<iri><[^<>"{{}}|^`\x00-\x20]*>)
      | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*+\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*+'''
                  | "(?:[^"\\\r\n]|\\.)*+" | '(?:[^'\\\r\n]|\\.)*+')
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<variable>[?$](?:{_CHARACTER})+)
      | (?P<blank>_:(?:{_CHARACTER}|{dot}(?=[.]*{_CHARACTER}))+)
      | (?P<name>(?:{_LETTER}(?:{_CHARACTER}|{dot}(?=[.]*(?:{_CHARACTER}|:)))*+)?
                 :(?:{_LOCAL}|{dot}(?=[.]*{_LOCAL}))*+)
      | (?P<number>[0-9]+\.[0-9]*[eE][+-]?[0-9]+|\.?[0-9]+[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+)
      | (?P<word>(?:{_LETTER}|_)(?:{_CHARACTER})*+)
      | (?P<sign>[{{}}()\[\].,;<>=!|&/*+^?-])
      | (?P<other>.)
        """,
        re.VERBOSE | re.DOTALL,
    )


_DOT: Final = r"\."
_NO_DOT: Final = r"(?!)"
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPERANDS: Final = frozenset({"variable", "string", "language", "number", "name", "iri"})
_UPDATES: Final = frozenset(["insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"])
_FORMS: Final[dict[str, TextForm]] = {
    "select": "select",
    "ask": "ask",
    "construct": "construct",
    "describe": "describe",
    **dict.fromkeys(_UPDATES, "update"),
}
# SERVICE, as the engine may read it: stuck to what stands before it (`a`, `true`) and after it.
_CALL: Final = re.compile(r"a?(?:true|false)?service(?:silent)?", re.IGNORECASE)
# A prologue and the word after it, as nearly every query begins.
_BEGINNING: Final = re.compile(
    r"""(?:[\x00-\x20]+|\#[^\r\n]*+
          |PREFIX[\x00-\x20]+[\w.-]*:[\x00-\x20]*<[^<>"{}|^`\\\x00-\x20]*>
          |BASE[\x00-\x20]*<[^<>"{}|^`\\\x00-\x20]*>)*+(SELECT|ASK|CONSTRUCT|DESCRIBE)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PREFIX: Final = re.compile(r"PREFIX\s+([\w.-]*):\s*<([^<>]*)>", re.IGNORECASE)
_BEFORE_A_NAME: Final = frozenset({"graph", "from", "named", "describe"})


class Token(NamedTuple):
    """One piece of a SPARQL text."""

    kind: TokenKind
    text: str

    def is_word(self, word: str) -> bool:
        """Whether this is the keyword ``word`` (in lower case)."""
        return self.kind == "word" and self.text.lower() == word


class Placed(NamedTuple):
    """A token and where in the text it starts."""

    kind: TokenKind
    text: str
    start: int


@dataclass(frozen=True)
class QueryShape:
    """What can be told of a SPARQL text without running it.

    ``dataset`` says that it chooses its own graphs (FROM, FROM NAMED); ``service`` and ``load`` that it calls
    other servers.
    """

    form: TextForm
    service: bool
    load: bool
    dataset: bool
    prefixes: tuple[tuple[str, str], ...]


def tokens(text: str, *, less_than: bool = False, dots: bool = True) -> Iterator[Token]:
    """The tokens of a SPARQL text without comments. Never fails: what fits nothing is of kind ``other``.

    ``less_than`` reads ``<`` after an operand as an operator, where it could also open an IRI; without
    ``dots`` a name ends before a dot.
    """
    return (Token(kind, piece) for kind, piece, _ in placed_tokens(text, less_than=less_than, dots=dots))


def placed_tokens(text: str, *, less_than: bool = False, dots: bool = True) -> Iterator[Placed]:
    """As ``tokens``, each with its place in the text."""
    pattern = _token_pattern(_DOT if dots else _NO_DOT)
    position, after_operand = 0, False
    while position < len(text):
        found = pattern.match(text, position)
        assert found is not None and found.lastgroup is not None  # noqa: S101 - the last branch takes anything
        kind, piece = found.lastgroup, found.group()
        if kind == "iri" and less_than and after_operand:
            kind, piece = "sign", "<"
        position += len(piece)
        if kind != "skip":
            after_operand = kind in _OPERANDS or piece in (")", "]")
            yield Placed(kind, piece, position - len(piece))  # type: ignore[arg-type]  # the groups are named by the kinds


def inspect(text: str) -> QueryShape:
    """The shape of a SPARQL text; of one that does not parse, as much as can be told."""
    return _plain_shape(text) or _shape(text)


def _plain_shape(text: str) -> QueryShape | None:
    """The shape of a query in which the words that matter do not occur, not even in disguise; else None.

    This is most of them, and takes a tenth of the time of reading every token.
    """
    beginning = _BEGINNING.match(text)
    lower = text.lower()
    if beginning is None or "\\u" in lower or any(word in lower for word in ("service", "from", "load")):
        return None
    form = _FORMS[beginning.group(1).lower()]
    prologue = text[: beginning.start(1)]
    if "#" in prologue.replace("#>", ""):  # a comment, or a name with a fragment that could be one
        return None
    return QueryShape(form, service=False, load=False, dataset=False, prefixes=tuple(_PREFIX.findall(prologue)))


def _shape(text: str) -> QueryShape:
    read = list(tokens(text))
    prefixes = tuple(_prefixes(read))
    declared = frozenset(name for name, _ in prefixes)
    texts = (text, _ESCAPE.sub(_character, text))
    calls = any("service" in each.lower() and _may_call(each, declared) for each in texts)
    return QueryShape(
        form=_form(read),
        service=calls,
        load=any(token.is_word("load") for token in read),
        dataset=any(token.is_word("from") for token in read),
        prefixes=prefixes,
    )


def get_ready() -> None:
    """Makes what reading a text in full needs, so that no query has to wait for it."""
    for dot in (_DOT, _NO_DOT):
        _token_pattern(dot)


def admit(text: str) -> QueryShape:
    """The shape of a query that may run. Raises ``BadQuery`` for SERVICE, and for what is an update."""
    shape = inspect(text)
    if shape.form == "update":
        raise BadQuery(
            "This is an update; only queries (SELECT, ASK, CONSTRUCT, DESCRIBE) can be asked here.",
            "これは更新です。ここで実行できるのは検索（SELECT、ASK、CONSTRUCT、DESCRIBE）のみです。",
        )
    if shape.service:
        raise BadQuery(
            "A query may not call other servers (SERVICE).",
            "検索から他のサーバーを呼び出すこと（SERVICE）はできません。",
        )
    return shape


def _character(found: re.Match[str]) -> str:
    code = int(found.group(1) or found.group(2), 16)
    # A surrogate or a number past Unicode is no character; it stays as written, for the engine to refuse.
    return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else found.group()


def _prefixes(read: list[Token]) -> Iterator[tuple[str, str]]:
    for word, name, iri in zip(read, read[1:], read[2:], strict=False):
        if word.is_word("prefix") and name.kind == "name" and iri.kind == "iri":
            yield name.text[:-1], iri.text[1:-1]


def prefixes_of(read: Sequence[Placed]) -> dict[str, str]:
    """The prefixes that a text declares, with their IRIs."""
    return dict(_prefixes([Token(token.kind, token.text) for token in read]))


def form_of(token: Token | Placed) -> TextForm | None:
    """The form of the text that begins with this token, which is the first keyword after the prologue; else None."""
    return _FORMS.get(token.text.lower()) if token.kind == "word" else None


def _form(read: list[Token]) -> TextForm:
    return next((form for token in read if (form := form_of(token)) is not None), "unknown")


def _may_call(text: str, declared: frozenset[str]) -> bool:
    """Whether any reading of the text finds a call."""
    return any(
        _calls(list(tokens(text, less_than=less_than, dots=dots)), declared)
        for less_than in (False, True)
        for dots in (True, False)
    )


def _calls(read: list[Token], declared: frozenset[str]) -> bool:
    """Whether SERVICE, perhaps SILENT, then a term, then ``{`` stand in a row anywhere."""
    for place, token in enumerate(read):
        if token.kind == "word" and _CALL.fullmatch(token.text):
            term = place + 1
            if term < len(read) and read[term].is_word("silent"):
                term += 1
            if _opens_group(read, term) and read[term].kind in ("iri", "variable", "name"):
                return True
        elif _hides_call(read, place, declared):
            return True
    return False


def _hides_call(read: list[Token], place: int, declared: frozenset[str]) -> bool:
    """Whether the name at ``place`` is SERVICE stuck to a name with a declared prefix, before a ``{``.

    A name before ``{`` is otherwise found after GRAPH, FROM, NAMED and DESCRIBE only, or as the last object
    before a group without a full stop between; that one case is refused too.
    """
    if read[place].kind != "name" or not _opens_group(read, place):
        return False
    if place and read[place - 1].text.lower() in _BEFORE_A_NAME:
        return False
    prefix = read[place].text.partition(":")[0]
    return any(prefix.endswith(name) and _CALL.fullmatch(prefix.removesuffix(name)) is not None for name in declared)


def _opens_group(read: list[Token], place: int) -> bool:
    return place + 1 < len(read) and read[place + 1].text == "{"

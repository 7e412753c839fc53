"""A query as a few lines to copy: for curl, for Python and for R. They pin the edition, so they can be repeated."""

from __future__ import annotations

import json
import shlex
from typing import Final

from graph.store.sparql import inspect

_PYTHON: Final = """import csv, io, urllib.parse, urllib.request

QUERY = {query}
data = urllib.parse.urlencode({{"query": QUERY}}).encode()
request = urllib.request.Request({address}, data, {{"Accept": "text/csv"}})
with urllib.request.urlopen(request) as answer:
    rows = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8"))))
print(len(rows), "rows")
for row in rows[:5]:
    print(row)
"""
_PYTHON_GRAPH: Final = """import urllib.parse, urllib.request

QUERY = {query}
data = urllib.parse.urlencode({{"query": QUERY}}).encode()
request = urllib.request.Request({address}, data, {{"Accept": "{accept}"}})
with urllib.request.urlopen(request) as answer:
    print(answer.read().decode("utf-8"))
"""
_R: Final = """library(httr2)

query <- {query}
answer <- request({address}) |>
  req_body_form(query = query) |>
  req_headers(Accept = "{accept}") |>
  req_perform()
{use}
"""


def snippets(query: str, address: str) -> dict[str, str]:
    """The query for ``curl``, ``python`` and ``r``; ``address`` is that of the endpoint, edition and all."""
    form = inspect(query).form
    accept = {"select": "text/csv", "ask": "application/sparql-results+json"}.get(form, "text/turtle")
    python = _PYTHON if form == "select" else _PYTHON_GRAPH
    use = "rows <- read.csv(text = resp_body_string(answer), encoding = 'UTF-8')\nhead(rows)"
    return {
        "curl": "curl --fail-with-body -H {} --data-urlencode {} {}".format(
            *(shlex.quote(each) for each in (f"Accept: {accept}", f"query={query}", address))
        ),
        "python": python.format(query=_python_text(query), address=json.dumps(address), accept=accept),
        "r": _R.format(
            query=_r_text(query),
            address=json.dumps(address),
            accept=accept,
            use=use if form == "select" else "cat(resp_body_string(answer))",
        ),
    }


def _python_text(query: str) -> str:
    """A readable literal where that is safe, else an exact one."""
    plain = '"""' not in query and "\\" not in query and not query.endswith('"')
    return f'"""{query}"""' if plain and "\r" not in query else repr(query)


def _r_text(query: str) -> str:
    """A raw string (R 4.0 and newer) with as many dashes as the query does not hold."""
    dashes = next("-" * number for number in range(1, len(query) + 2) if f"){'-' * number}" not in query)
    return f'r"{dashes}({query}){dashes}"'

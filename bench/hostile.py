"""A hundred hostile queries: each has to end in a complete answer or an honest error, and memory has to return.

``python -m bench.hostile [--seconds S]`` starts a server on a small dataset and sends them all; exit 1 where one was
not answered honestly. ``HOSTILE`` is also read by the tests, which send a few.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

import httpx2
from pyoxigraph import Literal, NamedNode, Quad

from bench.sparql_servers import memory_of, ours
from graph.store.dataset import Dataset
from graph.store.user_graphs import Author, put_graph

_CROSS: Final = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(9))
_BOMBS: Final = ["(a+)+$", "(a|aa)+$", "(.*a){20}", "((a*)*)*b", "(a{1,50}){1,50}", "^(([a-z])+.)+[A-Z]([a-z])+$"]


def _cross_products() -> list[str]:
    parts = _CROSS.split(" . ")
    found = [f"SELECT * {{ {' . '.join(parts[:n])} }}" for n in range(3, 9)]
    found += [f"SELECT (COUNT(*) AS ?n) {{ {' . '.join(parts[:n])} }}" for n in range(3, 9)]
    found += [f"SELECT DISTINCT ?a0 {{ {' . '.join(parts[:n])} FILTER(?c0 != ?c1) }}" for n in range(3, 6)]
    found += [f"CONSTRUCT {{ ?a0 ?b1 ?c2 }} WHERE {{ {' . '.join(parts[:n])} }}" for n in range(3, 6)]
    return [
        *found,
        f"SELECT * {{ {' . '.join(parts[:4])} }} ORDER BY ?c0 ?c1",
        f"ASK {{ {_CROSS} FILTER(?c0 = 'none') }}",
    ]


def _paths() -> list[str]:
    inner = ["(<>|!<>)+", "(<>|!<>)*", "((!<>)*/(!<>)*)+", "(^(!<>)/(!<>))*", "((!<>)+/(!<>)+)*", "(!<>|^!<>)*"]
    steps = [path.replace("<>", "<http://e/none>") for path in inner]
    return [f"SELECT {what} {{ ?s {step} ?o }}" for step in steps for what in ("*", "(COUNT(*) AS ?n)")]


def _values() -> list[str]:
    lists = [" ".join(f'"{n}"' for n in range(count)) for count in (1_000, 10_000, 50_000)]
    found = [f"SELECT * {{ VALUES ?a {{ {one} }} VALUES ?b {{ {one} }} VALUES ?c {{ {one} }} }}" for one in lists]
    found += [f"SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {one} }} ?s ?p ?o FILTER(?o = ?a) }}" for one in lists]
    return [*found, f"SELECT * {{ ?s ?p ?o FILTER(?o IN ({lists[2].replace(' ', ', ')})) }}"]


def _expressions() -> list[str]:
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(60))
    found = [f'SELECT * {{ BIND("{"a" * 3000}b" AS ?x) FILTER(REGEX(?x, "{bomb}")) }}' for bomb in _BOMBS]
    found += [f'SELECT (REPLACE("{"a" * 3000}", "{bomb}", "$0$0") AS ?y) {{}}' for bomb in _BOMBS]
    found += [f"SELECT (STRLEN(?x{n}) AS ?l) {{ BIND('abcdefgh' AS ?x0) {doubled} }}" for n in (20, 30, 40, 60)]
    found += [
        f"SELECT (GROUP_CONCAT(?o) AS ?x) {{ {' . '.join(_CROSS.split(' . ')[:n])} ?s ?p ?o }}" for n in (1, 2, 3)
    ]
    return [*found, "SELECT (1e308 * 1e308 / 0 AS ?x) {}", "SELECT (9223372036854775807 + 1 AS ?x) {}"]


def _nesting() -> list[str]:
    found = [f"SELECT * {{ {'{' * n} ?s ?p ?o {'}' * n} }}" for n in (100, 1_000, 10_000, 100_000)]
    found += [f"SELECT ({'(' * n}1{')' * n} AS ?x) {{}}" for n in (100, 1_000, 10_000, 100_000)]
    found += [f"SELECT ({'!' * n}true AS ?x) {{}}" for n in (1_000, 100_000)]
    found += [f"SELECT * {{ ?s {'(' * n}<http://e/p>{')' * n} ?o }}" for n in (100, 10_000, 100_000)]
    found += [f"SELECT * {{ {'OPTIONAL { ?s ?p ?o ' * n} {'}' * n} }}" for n in (50, 500, 5_000)]
    found += [f"SELECT * {{ {'{ SELECT * ' * n}{{ ?s ?p ?o }}{' }' * n} }}" for n in (100, 5_000)]
    return [*found, "SELECT * { ?s ?p " + "[ ?p " * 5_000 + "1" + "]" * 5_000 + " }", "SELECT * { ?s ?p " + "(" * 9_000]


def _giants() -> list[str]:
    return [
        f'SELECT ("{"x" * 1_000_000}" AS ?x) {{}}',
        f'SELECT * {{ ?s ?p "{"会" * 300_000}" }}',
        f"SELECT * {{ ?s ?p ?o }} # {'x' * 1_000_000}",
        "SELECT * { " + "?s ?p ?o . " * 90_000 + "}",
        "SELECT * { " + "{ ?s ?p ?o } UNION " * 50_000 + "{} }",
        "SELECT " + " ".join(f"?v{n}" for n in range(100_000)) + " { ?s ?p ?o }",
        "".join(f"PREFIX p{n}: <http://e/{n}/> " for n in range(30_000)) + "ASK {}",
        "\x01" * 500_000,
        "SELECT * { ?s ?p ?o FILTER(" + " || ".join(f"?o = {n}" for n in range(40_000)) + ") }",
        "é" * 400_000,
        "SERVICE " * 100_000,
        "{" * 1_000_000,
        "<" * 200_000 + " SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p " + "'" * 200_001 + " }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { " * 2_000 + "}" * 4_000,
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "DROP ALL",
        "",
    ]


HOSTILE: Final = [*_cross_products(), *_paths(), *_values(), *_expressions(), *_nesting(), *_giants()][:100]


def honest(response: httpx2.Response) -> bool:
    """Whether a response is a complete answer, or an error that says what it is."""
    if response.status_code == 200:
        json.loads(response.content)
        return True
    problem = response.json()
    return response.headers["content-type"] == "application/problem+json" and bool(problem["detail"])


def hostile_dataset(folder: Path) -> Dataset:
    """Two thousand quads with cycles in them."""
    dataset = Dataset.open_or_create(folder / "dataset")
    nodes = [NamedNode(f"http://e/{n}") for n in range(1_000)]
    steps = [Quad(node, NamedNode("http://e/p"), nodes[(n * 7 + 1) % 1_000]) for n, node in enumerate(nodes)]
    labels = [Quad(node, NamedNode("http://e/q"), Literal(f"a{n}")) for n, node in enumerate(nodes)]
    put_graph(dataset, NamedNode("http://e/g"), steps + labels, "public", Author("bench", "http://e/"))
    return dataset


def main() -> int:
    """Sends them all and tells what became of them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=3)
    seconds = asked.parse_args().seconds
    bad, ended = [], Counter[int]()
    accept = {"Accept": "application/sparql-results+json, application/ld+json;q=0.9", "Accept-Language": "en"}
    with tempfile.TemporaryDirectory() as folder:
        dataset = hostile_dataset(Path(folder))
        with ours(dataset.path, seconds=seconds) as server:
            address = f"http://127.0.0.1:{server.port}/sparql"
            with httpx2.Client(timeout=seconds + 20, headers=accept) as client:
                client.post(address, data={"query": "ASK {}"})
                before = memory_of(server.pid)
                for number, query in enumerate(HOSTILE):
                    response = client.post(address, data={"query": query})
                    ended[response.status_code] += 1
                    if not honest(response):
                        bad.append(f"{number}: {response.status_code} {query[:80]!r}")
                time.sleep(3)
                alive = client.post(address, data={"query": "ASK {}"}).status_code == 200
                after = memory_of(server.pid)
    print(f"{len(HOSTILE)} queries; answered with {dict(sorted(ended.items()))}; {len(bad)} not honest", *bad, sep="\n")
    print(f"resident memory: {before / 2**20:.0f} MB before, {after / 2**20:.0f} MB after; still answers: {alive}")
    return 1 if bad or not alive else 0


if __name__ == "__main__":
    sys.exit(main())

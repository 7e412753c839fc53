"""Serves quads with rdflib-endpoint for measuring: ``python -m bench.rdflib_serve QUADS PORT``."""

from __future__ import annotations

import sys

import rdflib
import uvicorn
from rdflib_endpoint import SparqlEndpoint

if __name__ == "__main__":
    rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False
    graph = rdflib.Dataset(default_union=True)
    graph.parse(sys.argv[1], format="nquads")
    uvicorn.run(SparqlEndpoint(graph=graph, path="/"), host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")

"""``/void``: the dataset described in DCAT 3 and VoID, for programs and for people."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from api.linked.catalogue import described
from api.linked.citing import DESCRIPTION, TITLE, citation
from api.linked.dataset import DESCRIPTION_PREFIXES, dataset_triples
from api.linked.pages import page
from api.linked.places import CONTEXT
from api.linked.routes import reads
from api.linked.visits import CurrentVisit, Visit
from api.linked.writing import BY_SUFFIX, FORMATS, HTML, OPEN, DataFormat, chosen, write
from graph.errors import NotFound

router = APIRouter(tags=["linked data"])


@reads(router, "/void", summary="The dataset described / データセットの記述")
@reads(router, "/.well-known/void", shown=False)
def dataset(visit: CurrentVisit) -> Response:
    """DCAT and VoID: titles, licence, period, statistics, distributions with checksums, the SPARQL endpoint."""
    return _respond(visit, chosen(visit.request))


@reads(router, "/void.{suffix}", summary="The same in one format / データセットの記述（形式指定）")
def dataset_in(visit: CurrentVisit, suffix: str) -> Response:
    """``/void.ttl``, ``.jsonld``, ``.nt``, ``.rdf`` or ``.html``."""
    if suffix != "html" and suffix not in BY_SUFFIX:
        raise NotFound(f"There is no /void.{suffix[:20]}.", f"/void.{suffix[:20]} はありません。")
    return _respond(visit, BY_SUFFIX.get(suffix))


@reads(router, "/dataset", shown=False)
def dataset_iri(visit: CurrentVisit) -> Response:
    """The dataset's own IRI leads to its description."""
    wanted = chosen(visit.request)
    end = f".{wanted.suffix}" if wanted else ""
    return RedirectResponse(f"/void{end}", 303, {**OPEN, "Vary": "Accept"})


def _respond(visit: Visit, wanted: DataFormat | None) -> Response:
    media_type = wanted.media_type if wanted else HTML
    alternates = [f'</void.{each.suffix}>; rel="alternate"; type="{each.media_type}"' for each in FORMATS]
    cite = f'<{visit.state.iris.edition(visit.reading.id).value}>; rel="cite-as"'
    licence = f'<{visit.state.settings.licence}>; rel="license"'
    headers = {**visit.cached(media_type), **OPEN, "Link": ", ".join((*alternates, cite, licence))}
    told = described(visit, visit.reading)
    if wanted is None:
        return page(
            visit.request,
            "dataset.html.j2",
            headers,
            reading=visit.reading,
            told=told,
            title=TITLE,
            description=DESCRIPTION,
            citation=citation(told.manifest, told.edition),
            formats=FORMATS,
        )
    body = write(
        dataset_triples(told),
        wanted,
        about=told.dataset,
        context=f"{visit.server}{CONTEXT}",
        prefixes=DESCRIPTION_PREFIXES,
    )
    return Response(body, 200, headers, wanted.media_type)

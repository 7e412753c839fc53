"""``/editions``: every edition with what it holds, what changed, how it is cited, and all of it to download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse, JSONResponse, Response, StreamingResponse

from api.caching import cache_headers
from api.linked.catalogue import described, edition_asked
from api.linked.citing import citation
from api.linked.dataset import DESCRIPTION_PREFIXES, edition_triples, repr_digest
from api.linked.pages import page
from api.linked.places import CONTEXT
from api.linked.routes import reads
from api.linked.visits import CurrentVisit, Visit
from api.linked.writing import BY_SUFFIX, FORMATS, HTML, JSON, OPEN, DataFormat, write
from api.negotiation import negotiate
from api.state import Reading
from graph.editions import changes, compare, dump, pins, summary
from graph.errors import BadInput, NotFound
from graph.store.manifest import Manifest

router = APIRouter(tags=["editions"])
_PATCH: Final = "application/rdf-patch"
_OFFERED: Final = (HTML, JSON, *(each.media_type for each in FORMATS))
_MOST: Final = 100


@reads(router, "/editions", summary="All editions / 版の一覧")
def editions(
    visit: CurrentVisit,
    cursor: Annotated[str | None, Query(description="Editions before this one / この版より前の版")] = None,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 50,
) -> Response:
    """The editions at hand, newest first, with their counts, checksums and the graphs that changed."""
    media_type = negotiate(visit.request, (HTML, JSON))
    dataset, view = visit.state.dataset, visit.visitor.view
    ids = [one for one in reversed(dataset.edition_ids()) if cursor is None or one < cursor]
    shown, pinned = ids[:limit], pins(dataset)
    manifests = {one: dataset.edition(one).manifest for one in ids[: limit + 1]}
    items = [_item(visit, manifests[one], manifests, one in pinned) for one in shown]
    after = shown[-1] if len(ids) > limit else None
    told = {
        "edition": dataset.current_id(),
        "total": len(dataset.edition_ids()),
        "items": items,
        "next": after,
    }
    scope = "public" if view == "public" and visit.visitor.name == "anonymous" else "private"
    headers = {**OPEN, "Cache-Control": f"{scope}, max-age=30", "Vary": "Accept, Accept-Language, Authorization"}
    if after:
        headers["Link"] = f'</editions?cursor={after}&limit={limit}>; rel="next"'
    if media_type == JSON:
        return JSONResponse(told, headers=headers)
    return page(visit.request, "editions.html.j2", headers, reading=visit.reading, told=told, limit=limit)


@reads(router, "/editions/{name}", summary="One edition / 版")
def edition(visit: CurrentVisit, name: str) -> Response:
    """One edition: manifest, citation, dumps with checksums, and how much changed since the one before."""
    edition_id, dot, suffix = name.partition(".")
    reading = edition_asked(visit, edition_id)
    if dot and suffix not in (*BY_SUFFIX, "json", "html"):
        raise NotFound(f"There is no {name[:60]}.", f"{name[:60]} はありません。")
    named = {"json": JSON, "html": HTML}.get(suffix) or (BY_SUFFIX[suffix].media_type if dot else "")
    media_type = named or negotiate(visit.request, _OFFERED)
    headers = _headers(visit, reading)
    wanted = next((each for each in FORMATS if each.media_type == media_type), None)
    if wanted is not None:
        return _as_data(visit, reading, wanted, headers)
    told = _detail(visit, reading)
    if media_type == JSON:
        return JSONResponse(told, headers=headers)
    return page(visit.request, "edition.html.j2", headers, reading=reading, told=told)


@reads(router, "/editions/{edition_id}/diff", summary="What changed / 版の差分")
def difference(
    visit: CurrentVisit,
    edition_id: str,
    against: Annotated[str | None, Query(description="The older edition; else the one before / 比較元の版")] = None,
) -> Response:
    """How many quads were added and removed, by graph (JSON), or every one of them (RDF Patch)."""
    media_type = negotiate(visit.request, (JSON, _PATCH))
    new = edition_asked(visit, edition_id)
    before = against or new.edition.manifest.previous
    if before is None:
        raise BadInput(
            "This is the first edition; name another one with ?against=.",
            "最初の版です。比較する版を ?against= で指定してください。",
        )
    old = edition_asked(visit, before)
    headers = {**cache_headers(visit.request, new, media_type), **OPEN, "Link": _cite(visit, new.id)}
    if media_type == JSON:
        return JSONResponse(_difference(visit, old, new), headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{old.id}..{new.id}.rdfp"'
    return StreamingResponse(_patch(visit, old, new), 200, headers, _PATCH)


@reads(router, "/editions/{edition_id}/dump.{form}.gz", summary="All of it / 全データ")
def dumped(visit: CurrentVisit, edition_id: str, form: str) -> Response:
    """``dump.nq.gz`` or ``dump.ttl.gz``: everything, the same bytes whenever it is asked for."""
    if form not in ("nq", "ttl"):
        raise NotFound(f"There is no dump.{form[:10]}.gz.", f"dump.{form[:10]}.gz はありません。")
    reading = edition_asked(visit, edition_id)
    headers = cache_headers(visit.request, reading, "application/gzip")
    made = dump(visit.state.dataset, reading.edition, reading.view, form)  # type: ignore[arg-type]  # looked at above
    headers |= {**OPEN, "Repr-Digest": repr_digest(made.sha256), "Link": _cite(visit, edition_id)}
    name = f"sankyoku-{edition_id}{'-internal' if reading.view == 'internal' else ''}.{form}.gz"
    return FileResponse(made.path, 200, headers, "application/gzip", filename=name)


def _item(visit: Visit, manifest: Manifest, others: dict[str, Manifest], pinned: bool) -> dict[str, Any]:
    return {
        **summary(manifest, visit.visitor.view, others),
        "iri": visit.state.iris.edition(manifest.id).value,
        "pinned": pinned,
        "current": manifest.id == visit.state.dataset.current_id(),
        "url": f"/editions/{manifest.id}",
    }


def _detail(visit: Visit, reading: Reading) -> dict[str, Any]:
    manifest, dataset = reading.edition.manifest, visit.state.dataset
    at_hand = manifest.previous in dataset.edition_ids()
    others = {manifest.previous: dataset.edition(manifest.previous).manifest} if at_hand and manifest.previous else {}
    of = described(visit, reading)
    told = _item(visit, manifest, others, manifest.id in pins(dataset))
    words = citation(manifest, told["iri"])
    shown = manifest if reading.view == "internal" else manifest.public_view()
    return {
        **told,
        "citation": {"en": words.en, "ja": words.ja},
        "licence": visit.state.settings.licence,
        "period": {"first": of.partitions.first, "last": of.partitions.last},
        "dumps": [
            {
                "url": f"/editions/{manifest.id}/dump.{form}.gz",
                "bytes": made.bytes if made else None,
                "sha256": made.sha256 if made else None,
            }
            for form, made in of.dumps.items()
        ],
        "manifest": shown.model_dump(mode="json"),
    }


def _difference(visit: Visit, old: Reading, new: Reading) -> dict[str, Any]:
    told = compare(visit.state.dataset, old.edition, new.edition, new.view)
    graphs = [{"graph": iri, "added": added, "removed": gone} for iri, (added, gone) in told.graphs.items()]
    return {
        "edition": new.id,
        "against": old.id,
        "added": told.added,
        "removed": told.removed,
        "graphs": graphs,
        "patch": {"url": f"/editions/{new.id}/diff?against={old.id}", "media_type": _PATCH},
    }


def _patch(visit: Visit, old: Reading, new: Reading) -> Iterator[bytes]:
    """An RDF Patch; one that was cut short lacks its last line (TC) and is refused by whoever applies it."""
    iris = visit.state.iris
    yield f"H id {iris.edition(new.id)} .\nH prev {iris.edition(old.id)} .\nTX .\n".encode()
    for sign, line in changes(visit.state.dataset, old.edition, new.edition, new.view):
        yield (b"A " if sign == "+" else b"D ") + line
    yield b"TC .\n"


def _as_data(visit: Visit, reading: Reading, wanted: DataFormat, headers: dict[str, str]) -> Response:
    of = described(visit, reading)
    context = f"{visit.server}{CONTEXT}"
    body = write(edition_triples(of), wanted, about=of.edition, context=context, prefixes=DESCRIPTION_PREFIXES)
    return Response(body, 200, headers, wanted.media_type)


def _headers(visit: Visit, reading: Reading) -> dict[str, str]:
    """A description of an edition changes when it is pinned, so it is kept for a minute, not for good."""
    private = "authorization" in visit.request.headers or reading.view == "internal"
    alternates = [
        f'</editions/{reading.id}.{each.suffix}>; rel="alternate"; type="{each.media_type}"' for each in FORMATS
    ]
    return {
        **OPEN,
        "Cache-Control": f"{'private' if private else 'public'}, max-age=60",
        "Vary": "Accept, Accept-Language, Authorization, Cookie",
        "X-Sankyoku-Edition": reading.id,
        "Link": ", ".join((*alternates, _cite(visit, reading.id))),
    }


def _cite(visit: Visit, edition_id: str) -> str:
    return f'<{visit.state.iris.edition(edition_id).value}>; rel="cite-as"'

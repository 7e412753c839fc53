"""serve and push: the server, and an edition to another SPARQL server."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import click

from api.commands.words import opened, say, settings_for, with_dataset
from graph.errors import BadInput
from graph.model import Disclosure


@click.command()
@with_dataset
@click.option("--host", default="127.0.0.1", help="address to listen on / 待受アドレス")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="port / ポート番号")
@click.option("--workers", type=click.IntRange(1, 64), default=None, help="query processes / 検索プロセス数")
@click.option("--backend", default=None, help="a SPARQL server that answers the queries / 外部 SPARQL サーバー")
def serve(dataset: Path | None, host: str, port: int, workers: int | None, backend: str | None) -> int:
    """Serve pages, API and SPARQL. / サーバーの起動"""
    import uvicorn  # noqa: PLC0415 - not needed by other commands

    from api.app import create_app  # noqa: PLC0415 - not needed by other commands

    settings = settings_for(dataset, workers=workers, backend=backend)
    known = opened(settings)
    app = create_app(settings, known)
    known.edition()
    _check_port(host, port)
    address = f"http://{host}:{port}"
    say(
        f"Sankyoku serves edition {known.current_id()} at {address}",
        f"三極：版 {known.current_id()} を {address} で提供中",
    )
    for path, en, ja in _ADDRESSES:
        say(f"  {address}{path}  {en}", f"  {address}{path}  {ja}")
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, timeout_graceful_shutdown=5)
    return 0


@click.command()
@with_dataset
@click.option("--edition", default=None, metavar="ID", help="版")
@click.option("--internal", is_flag=True, help="push the internal view / 内部限りの情報を含む")
@click.option("--graph-store", default=None, help="Graph Store address, if it is another / Graph Store の宛先")
@click.argument("address")
def push(dataset: Path | None, edition: str | None, internal: bool, graph_store: str | None, address: str) -> int:
    """Put an edition on the SPARQL 1.1 server at ADDRESS. / 外部 SPARQL サーバーへの転送"""
    from graph.store.remote import push_edition  # noqa: PLC0415 - not needed by other commands

    view: Disclosure = "internal" if internal else "public"
    told = opened(settings_for(dataset)).edition(edition)
    count = push_edition(told, view, address, graph_store=graph_store)
    say(
        f"{count:,} quads of edition {told.id} are at {address}.",
        f"版 {told.id} の{count:,}件を {address} に転送しました。",
    )
    return 0


_ADDRESSES = (
    ("/", "pages for staff", "職員向けページ"),
    ("/api/v1/docs", "the API", "API"),
    ("/sparql", "the SPARQL endpoint", "SPARQL エンドポイント"),
    ("/figures/dialogue/jp-eu-us-trilateral", "the trilateral dialogue", "日米欧三極対話の図"),
)


def _check_port(host: str, port: int) -> None:
    """Raises ``BadInput`` where the port is taken: better said at once than from deep inside."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BadInput(
                f"Cannot listen on {host}:{port} ({error.strerror}); choose another with --port.",
                f"{host}:{port} で待ち受けできません（{error.strerror}）。--port で別の番号を指定してください。",
            ) from error

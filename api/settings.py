"""Every setting, declared once: its name, its default, its bounds and what it is for.

Read from the environment (``SANKYOKU_...``) or given by the command line; frozen from then on. The table in
``docs/operator.md`` is generated from here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.iri import DEFAULT_BASE
from graph.store.calling import check_callees

MEGABYTE = 1024 * 1024


class Settings(BaseSettings):
    """What an operator may decide."""

    model_config = SettingsConfigDict(env_prefix="SANKYOKU_", frozen=True, extra="forbid")

    dataset: Path = Field(Path("dataset"), description="the dataset folder")
    base: str = Field(
        DEFAULT_BASE, pattern=r"^https?://\S+[/#]$", description="base of the IRIs that the dataset mints"
    )
    public_url: str | None = Field(
        None, pattern=r"^https?://\S+[^/]$", description="address under which readers reach this server, if fixed"
    )
    licence: str = Field(
        "https://www.apache.org/licenses/LICENSE-2.0",
        pattern=r"^https?://\S+$",
        description="licence of the data, as an IRI",
    )
    workers: int = Field(2, ge=1, le=64, description="processes that answer SPARQL queries")
    query_seconds: float = Field(10, gt=0, le=3600, description="deadline of a query without a token, in seconds")
    query_seconds_token: float = Field(60, gt=0, le=3600, description="deadline of a query with a token, in seconds")
    query_rows: int = Field(1_000_000, ge=1, description="rows or triples that one answer may have")
    query_bytes: int = Field(256 * MEGABYTE, ge=1024, description="bytes that one answer may have")
    query_memory: int | None = Field(
        2048 * MEGABYTE, ge=256 * MEGABYTE, description="private memory of a query worker, in bytes"
    )
    query_waiting: int = Field(32, ge=0, description="queries that may wait for a worker")
    query_per_client: int = Field(8, ge=1, description="queries that one client may have under way at once")
    request_bytes: int = Field(2 * MEGABYTE, ge=1024, description="bytes that the body of a query request may have")
    upload_bytes: int = Field(64 * MEGABYTE, ge=1024, description="bytes that an uploaded document or graph may have")
    cache_bytes: int = Field(64 * MEGABYTE, ge=0, description="memory for answers given before, in bytes")
    default_graph: Literal["union", "strict"] = Field(
        "union", description="default graph of a query: all graphs together, or the unnamed graph alone"
    )
    service_allow: tuple[str, ...] = Field(
        (),
        description="addresses that SERVICE may call (JSON list); private+ADDRESS for one in a private network",
    )
    service_bytes: int = Field(4 * MEGABYTE, ge=1024, description="bytes that a server may answer to SERVICE with")
    backend: str | None = Field(None, description="address of a SPARQL server that answers the queries instead of ours")

    @field_validator("service_allow")
    @classmethod
    def _are_addresses(cls, told: tuple[str, ...]) -> tuple[str, ...]:
        check_callees(told)
        return told

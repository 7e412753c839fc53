"""The figures measured: drawing, layout, the page in Chromium beside stock pyvis, briefings, projections.

    python -m bench.figures [--browser] [--peer]

Times are of the clock, with those of the processor beside them: on a machine that others use at the same time only
the latter can be compared. With ``--browser`` the network page is opened in Debian's Chromium without a network;
with ``--peer`` pyvis's own page of the same 1,000 nodes, physics on as it comes, is opened in the same run.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np

from bench.generate import generate, world
from graph.dialogue import dialogue_of
from graph.forces import co_participation
from graph.model import Engagement, Participant, Text, When
from visualizations.briefing import BriefingScope, briefing_of
from visualizations.layout import Layout
from visualizations.network import NetworkOptions
from visualizations.page import FigureMeta
from visualizations.render import render_briefing, render_dialogue, render_network

CHROMIUM: Final = "/usr/bin/chromium"
META: Final = FigureMeta("bench", Text(en="bench", ja="計測"), Text(en="generated", ja="生成"))
SERIES: Final = "jp-eu-us-trilateral"
TODAY: Final = date(2026, 11, 24)
#: After so many seconds the peer is told to have taken longer.
PEER_CAP: Final = 60


def timed(what: str, bound: float, work: Callable[[], Any]) -> Any:
    """Do ``work`` and say how long it took, and the bound."""
    clock, processor = time.perf_counter(), time.process_time()
    found = work()
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    print(f"{what:<58} {clock:7.2f} s  (processor {processor:6.2f} s)   bound {bound:g} s", flush=True)
    return found


def meetings_of_a_series(count: int) -> list[Engagement]:
    """A series of ``count`` meetings, three weeks apart, between three parties."""
    plain = next(iter(generate(1)))
    guests = tuple(Participant(authority=one, label=one) for one in ("ppc-japan", "us-ftc", "european-commission"))
    found = []
    for number in range(count):
        day = date(2012, 1, 10) + timedelta(days=21 * number)
        when = When(edtf=day.isoformat(), earliest=day, latest=day, precision="day")
        changes = {"slug": f"m{number}", "series": SERIES, "ordinal": number + 1, "when": when, "participants": guests}
        found.append(plain.model_copy(update={**changes, "kind": "trilateral-meeting", "status": "held"}))
    return found


def pairs_of_bodies(bodies: int, ties: int) -> list[Engagement]:
    """``ties`` engagements of two bodies each, every pair another, over ``bodies`` bodies: a connected network."""
    chance = random.Random(7)  # noqa: S311 - a benchmark
    plain = next(iter(generate(1)))
    pairs = {(number // 3, number) for number in range(1, bodies)}
    while len(pairs) < ties:
        one, other = sorted((int(chance.paretovariate(0.9)) % bodies, chance.randrange(bodies)))
        if one != other:
            pairs.add((one, other))
    found = []
    for number, (one, other) in enumerate(sorted(pairs)):
        day = date(2010, 1, 1) + timedelta(days=number % 5000)
        guests = tuple(Participant(authority=f"b{at:04}", label=f"b{at:04}") for at in (one, other))
        when = When(edtf=day.isoformat(), earliest=day, latest=day, precision="day")
        changes = {"slug": f"p{number:05}", "when": when, "participants": guests, "status": "held"}
        found.append(plain.model_copy(update=changes))
    return found


def drawn() -> None:
    """Dialogue, network and briefing, without a browser."""
    known = world().catalogue
    dialogue = dialogue_of(SERIES, meetings_of_a_series(200), known)
    timed("dialogue of 200 meetings, HTML", 0.3, lambda: render_dialogue(dialogue, known, META))
    items, cache = pairs_of_bodies(1000, 5000), dict[str, Layout]()
    whole = NetworkOptions(most_bodies=1000, most_ties=5000, cache=cache)
    timed("network of 1,000 nodes and 5,000 edges, cold, SVG", 3, lambda: _svg(items, whole))
    timed("the same with its layout cached", 0.2, lambda: _svg(items, whole))
    timed("the same as a page, all drawn, layout cached", 3, lambda: render_network(items, known, META, options=whole))
    timed("the same as a page, reduced to 300 nodes, cold", 3, lambda: render_network(items, known, META))
    busy = list(generate(10_000))
    scope = BriefingScope(today=TODAY)
    made = timed(
        "briefing of a busy body from 10,000 engagements", 3, lambda: briefing_of("us-ftc", busy, known, scope)
    )
    timed("  and as HTML", 3, lambda: render_briefing(made, known, META))
    timed("  and as DOCX", 3, lambda: render_briefing(made, known, META, "ja", "docx"))


def _svg(items: list[Engagement], options: NetworkOptions) -> bytes:
    return render_network(items, world().catalogue, META, "en", "svg", options=options)


def projected() -> None:
    """Who met whom in a million engagements, from the columns in which an index keeps them."""
    chance = np.random.default_rng(3)
    engagements = np.repeat(np.arange(1_000_000), 4)
    bodies = (chance.pareto(1.2, len(engagements)) * 20).astype(np.intp) % 5000
    pairs, _ = timed(
        "projection of 1,000,000 engagements (4 bodies each)", 5, lambda: co_participation(engagements, bodies)
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {len(pairs):,} pairs; peak memory of the process {peak:,.0f} MB   bound 2,048 MB", flush=True)


def opened(folder: Path, *, peer: bool) -> None:
    """The page in Chromium: ready after how long, and how smoothly it is panned."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a browser is wanted only here

    known = world().catalogue
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for bodies, ties, bound in ((1000, 5000, 1.5), (5000, 20000, 5)):
            options = NetworkOptions(most_bodies=bodies, most_ties=ties)
            page = render_network(pairs_of_bodies(bodies, ties), known, META, options=options)
            path = folder / f"{bodies}.html"
            path.write_bytes(page)
            shown = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}).new_page()

            meter = shown.context.new_cdp_session(shown)
            meter.send("Performance.enable", {"timeDomain": "threadTicks"})

            def ready(shown: Any = shown, path: Path = path) -> None:
                shown.goto(f"file://{path}", wait_until="commit")
                shown.wait_for_selector("[data-ready=yes]")

            timed(f"page of {bodies:,} nodes ({len(page) / 1e6:.1f} MB) ready in Chromium", bound, ready)
            spent = {one["name"]: one["value"] for one in meter.send("Performance.getMetrics")["metrics"]}
            print(f"  processor of the page until ready {spent['TaskDuration']:.2f} s", flush=True)
            print(f"  panned at {_frames(shown):.0f} frames a second   bound 30", flush=True)
        if peer:
            _peer(browser, folder)
        browser.close()


def _frames(shown: Any) -> float:
    """Frames drawn in a second while the mouse drags the drawing."""
    box = shown.locator(".canvas").bounding_box()
    x, y = box["x"] + 40, box["y"] + 40
    shown.evaluate("() => { window.n = 0; const f = () => { window.n += 1; requestAnimationFrame(f); }; f(); }")
    shown.mouse.move(x, y)
    shown.mouse.down()
    start, before = time.perf_counter(), shown.evaluate("window.n")
    for step in range(60):
        shown.mouse.move(x + step * 4, y + step * 2)
    after, spent = shown.evaluate("window.n"), time.perf_counter() - start
    shown.mouse.up()
    return float(after - before) / spent


def _peer(browser: Any, folder: Path) -> None:
    """pyvis's own page of the same network: until its physics has come to rest."""
    from playwright.sync_api import TimeoutError as TimedOut  # noqa: PLC0415 - a browser is wanted only here
    from pyvis.network import Network  # noqa: PLC0415 - the peer

    net = Network(cdn_resources="in_line")
    for item in pairs_of_bodies(1000, 5000):
        one, other = (who.authority for who in item.participants)
        net.add_node(one)
        net.add_node(other)
        net.add_edge(one, other)
    path = folder / "pyvis.html"
    path.write_text(net.generate_html(), encoding="utf-8")
    shown = browser.new_context(offline=True).new_page()

    def ready() -> None:
        shown.goto(f"file://{path}", wait_until="commit", timeout=PEER_CAP * 1000)
        shown.wait_for_function("typeof network !== 'undefined'", timeout=PEER_CAP * 1000)
        shown.evaluate("() => { network.once('stabilizationIterationsDone', () => { window.rested = true; }); }")
        shown.wait_for_function("window.rested === true", timeout=PEER_CAP * 1000)

    try:
        timed(f"pyvis's own page of 1,000 nodes, at rest (cap {PEER_CAP} s)", float("nan"), ready)
    except TimedOut:
        print(f"pyvis's own page of 1,000 nodes has not come to rest after {PEER_CAP} s", flush=True)


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--browser", action="store_true")
    wanted.add_argument("--peer", action="store_true")
    chosen = wanted.parse_args()
    world()
    _svg(pairs_of_bodies(10, 12), NetworkOptions())
    drawn()
    projected()
    if chosen.browser or chosen.peer:
        with tempfile.TemporaryDirectory() as folder:
            opened(Path(folder), peer=chosen.peer)


if __name__ == "__main__":
    main()

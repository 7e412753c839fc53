"""The peer's side of ``bench.peer``: the events that a GiNZA pipeline and a plain rule find in texts.

Runs in an interpreter of its own, which has GiNZA and its model, and needs nothing of ours. Standard input: a JSON
line of settings (``names`` to know beforehand as bodies, ``rounds``), then a line ``{"name", "text"}`` for each
document. Standard output: one JSON object, with ``missing`` where GiNZA is not there. The rule: a sentence with a
date, a body or an event by name, and a noun for a meeting is an event of that date.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from importlib.util import find_spec
from typing import Any, Final

MODEL: Final = "ja_ginza"
MEETING: Final = re.compile(
    "会合|会議|会談|面談|フォーラム|ワークショップ|セミナー|シンポジウム|ラウンドテーブル|カンファレンス|意見交換"
    "|訪問|来訪|表敬|総会|対話|協議|懇談|出席|参加"
)
#: Labels of the extended named entities (Sekine) that are bodies or events.
BODY: Final = re.compile(
    "Organization|Conference|Government|Public_Institution|Cabinet|Corporation|Company|Research_Institute|GOE_Other"
    "|Event_Other|Occasion_Other"
)
DATE: Final = "Date"
OURS: Final = "Organization_Other"  # the label under which names known beforehand are found
#: What the model leaves off: the era before a date, the sign of its day, the other end of its stretch of time.
ERA_BEFORE: Final = re.compile(r"(?:令和|平成|昭和)\s*\Z")
NUMBER: Final = "[0-9０-９一二三四五六七八九十元]+"
REST: Final = re.compile(
    r"日?(?:\s*[（(].[)）])?\s*"
    rf"(?:(?:から|より|～|〜|~|－|―|-|及び|・|、)\s*(?:(?:令和|平成)?{NUMBER}年)?(?:同月|{NUMBER}月)?{NUMBER}日(?:まで)?)?"
)
TENTH: Final = re.compile("[上中下]旬")
FISCAL: Final = re.compile("年度|半期")  # the time that a document covers, not that of a meeting

FULL_LINE: Final = 35  # a line of print this long that does not end a sentence goes on in the next
LIST_ITEM: Final = re.compile(r"\s*[○◯●・※（(①-⑳]|\s*[0-9０-９]+[．.\s　]|　")


def pieces(text: str) -> list[str]:
    """The lines of a text, with lines of print put together to paragraphs, as a user would before parsing."""
    found: list[str] = []
    open_line = False
    for raw in text.splitlines():
        line = raw.rstrip()
        if not line:
            continue
        if open_line and not LIST_ITEM.match(line):
            found[-1] += line.strip()
        else:
            found.append(line)
        open_line = len(line) >= FULL_LINE and not line.endswith(("。", "」", "）"))
    return found


def date_words(sentence: Any) -> str | None:
    """The words of the first date of a sentence, with the era before it and the other end of its stretch."""
    dates = [one for one in sentence.ents if one.label_ == DATE and not FISCAL.search(one.text)]
    if not dates:
        return None
    text, base = sentence.text, sentence.start_char
    start, end = dates[0].start_char - base, dates[0].end_char - base
    if era := ERA_BEFORE.search(text[:start]):
        start = era.start()
    for more in (REST, TENTH):
        if found := more.match(text, end):
            end = found.end()
    return text[start:end]


def events(parsed: list[Any]) -> list[dict[str, Any]]:
    """The events of a document: words of the date, and whether a body or an event was named."""
    found = []
    for doc in parsed:
        for sentence in doc.sents:
            words = date_words(sentence)
            if words is not None and MEETING.search(sentence.text):
                named = any(BODY.search(one.label_) for one in sentence.ents)
                found.append({"date": words, "named": named})
    return found


def find(pipeline: Any, documents: list[dict[str, str]]) -> dict[str, list[dict[str, Any]]]:
    """The events of every document, all their pieces sent through the pipeline in one stream, as is fastest."""
    stream = ((piece, one["name"]) for one in documents for piece in pieces(one["text"]))
    parsed: dict[str, list[Any]] = {one["name"]: [] for one in documents}
    for doc, name in pipeline.pipe(stream, as_tuples=True, batch_size=128):
        parsed[name].append(doc)
    return {name: events(docs) for name, docs in parsed.items()}


def load(names: list[str]) -> Any:
    """The pipeline, with names known beforehand where there are any."""
    import spacy  # noqa: PLC0415

    pipeline = spacy.load(MODEL)
    if names:
        ruler = pipeline.add_pipe("entity_ruler", before="ner")
        ruler.add_patterns([{"label": OURS, "pattern": name} for name in names])
    return pipeline


def main() -> None:
    """Read, load, parse some rounds, and print what was found and the best time."""
    settings = json.loads(sys.stdin.readline())
    documents = [json.loads(line) for line in sys.stdin]
    if find_spec("spacy") is None or find_spec(MODEL) is None:
        print(json.dumps({"missing": True}))
        return
    start = time.perf_counter()
    pipeline = load(settings["names"])
    loaded = time.perf_counter() - start
    best, found = float("inf"), {}
    for _ in range(settings["rounds"]):
        start = time.perf_counter()
        found = find(pipeline, documents)
        best = min(best, time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    version = f"{MODEL} {pipeline.meta['version']}"
    print(json.dumps({"load": loaded, "seconds": best, "peak": peak, "version": version, "events": found}))


if __name__ == "__main__":
    main()

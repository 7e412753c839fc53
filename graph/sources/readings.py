"""How Japanese names are read: readings.csv, and the names in kana, which say it themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.kana import is_kana, reading_of
from graph.model import Text
from graph.sources.lookups import Lookups
from graph.sources.rows import read_rows
from ontology.terms import TOPICS


def read_readings(path: Path, columns: Sequence[str], known: Lookups) -> dict[str, str]:
    """Readings in hiragana by ``type:id``. A folder of facts may do without the file. Raises ``FactError``."""
    targets = _registers(known)
    found = {
        f"{kind}:{slug}": reading
        for kind, register in targets.items()
        for slug, name in register.items()
        if name.ja and (reading := reading_of(name.ja))
    }
    for row in read_rows(path, columns) if path.is_file() else ():
        kind = row.pointer("type", row.required("type"), targets)
        slug = row.pointer("id", row.required("id"), targets[kind])
        reading = row.required("reading")
        if not is_kana(reading):
            raise row.error("reading", f'"{reading}" is not in kana.', f"「{reading}」は仮名ではありません。")
        row.required("source")
        found[f"{kind}:{slug}"] = reading_of(reading) or reading
    return found


Register = Mapping[str, Text]


def _registers(known: Lookups) -> dict[str, Register]:
    """Names in both languages by id, for each type of things that have readings."""
    return {
        "authority": {slug: one.name for slug, one in known.authorities.items()},
        "framework": {slug: one.name for slug, one in known.frameworks.items()},
        "series": {slug: one.name for slug, one in known.series.items()},
        "jurisdiction": {code: one.name for code, one in known.jurisdictions.items()},
        "city": known.cities,
        "topic": {slug: Text(en=en, ja=ja) for slug, (en, ja) in TOPICS.items()},
    }

"""How an edition is cited, in words, in both languages."""

from __future__ import annotations

from graph.model import Text
from graph.store.manifest import Manifest

TITLE = Text(
    en="Sankyoku: a knowledge graph of international cooperation on data transfers",
    ja="三極（Sankyoku）：データ移転に係る国際協力の知識グラフ",
)
DESCRIPTION = Text(
    en="Who met whom, when, where, at which level, about which framework, and which sentence of which document "
    "says so. Every fact carries its evidence. “Nothing found” means nothing in these sources, never that "
    "nothing happened.",
    ja="誰が誰と、いつ、どこで、どのレベルで、どの枠組みについて会い、どの文書のどの文がそれを述べているか。すべての事実に"
    "根拠を付しています。「該当なし」は、収録した出典に記載がないことを意味し、事実がなかったことを意味しません。",
)


def citation(manifest: Manifest, iri: str) -> Text:
    """The words by which an edition is cited: title, edition, day, address."""
    made = manifest.created
    return Text(
        en=f"{TITLE.en}. Edition {manifest.id}, {made.day} {made:%B} {made.year}. {iri}",
        ja=f"{TITLE.ja}．版 {manifest.id}，{made.year}年{made.month}月{made.day}日．{iri}",
    )

"""Which words of a sentence say whether a meeting took place, and which only look back at it or plan the next."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.japanese.stretches import FINITE

LOOKED_BACK: Final = re.compile(
    r"\s*[^、。]{0,12}?(?:を踏まえ|を受けて?、|の(?:成果|結果|議論)を(?:踏まえ|受け|紹介|報告|共有)|のフォローアップ|に引き続き|に続き|以来)"
)
_AGREED: Final = re.compile(
    r"(?:(?:を?行い|行って|し|交わし)、|(?:において|で|では)、)(?P<plan>[^。]*(?:こと(?:で|を|と)(?:一致|合意|確認|決)|の開催(?:で|を|に)(?:一致|合意|確認|決)))"
    r"|(?:を?行い|を?行って|し|交わし)、(?P<then>[^。]*(?:次回|年内|今後|改めて|再度)[^。]*)"
)

# Called off as it was planned only, and held in another way.
_ONLY_OTHERWISE: Final = re.compile(
    r"(?:[一-龥ァ-ヶー・]{1,16}での開催|(?:現地|対面)(?:での)?開催)[をがは](?:中止|と?取りやめ|取り止め|見送)(?:とし|さ?れ?|り|し)、?"
    r"(?=[^。]{0,60}(?:オンライン|ウェブ会議|電話)[^。]{0,16}(?:実施|開催))"
)


def words_that_tell(tail: str, own: int, spoken: int) -> str:
    """The words that say whether it took place: the date's own, up to the sentence's end where they have no verb.

    What was agreed there for later is left out; ``spoken`` is where the meeting and its date have been named.
    """
    tail, own = _without_change_of_mode(tail, own)
    words = tail[:own] if FINITE.search(tail[:own]) else tail
    looked_back = LOOKED_BACK.match(words, min(spoken, len(words)))
    if looked_back:
        return words[: looked_back.end()]
    agreed = next((one for one in _AGREED.finditer(words) if one.end() > spoken), None)
    return words[: agreed.start("plan" if agreed["plan"] else "then")] if agreed else words


def _without_change_of_mode(tail: str, own: int) -> tuple[str, int]:
    """The words without those that say that it was not held in the place planned, but online; and how many are own."""
    changed = _ONLY_OTHERWISE.search(tail)
    if changed is None:
        return tail, own
    inside = max(0, min(own, changed.end()) - changed.start())
    return tail[: changed.start()] + tail[changed.end() :], own - inside

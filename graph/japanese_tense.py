"""Whether the words behind a Japanese date tell of what was or of what is to come."""

from __future__ import annotations

import re
from typing import Final

MEANT: Final = 2
_END: Final = r"(?=[。」』)]|\s*$)"
_PREDICATE: Final = re.compile(
    rf"(?P<past>(?:(?<![まあ])た|ました|だった)(?:{_END}|(?=、|[一-龥ァ-ヶA-Z「『第]|ほか|後|うえ|上で|が|もの|と(?:発表|明|伝)))|てい(?:ます|る){_END})"
    rf"|(?P<ahead>(?:ま(?:す|しょう)|[るうくすつむぶ])(?:{_END}|(?=予定|見込|方針|見通し|計画|こと(?:と|に|で|を)|方向|運び|段取り|意向|つもり))"
    r"|予定(?!され|であった|だった|し(?:てい|ておりまし|ていまし)?た)|見込み|見通し"
    r"|(?:(?:さ|わ|か|たれ|けら|ば)れる|する|行う|開く|催す|控える|迎える)(?=[一-龥ァ-ヶA-Z「『第]))"
)
# What was agreed, put off or called off may have been meant for a day to come.
_MEANT: Final = re.compile(
    r"予定|約束|改め|変更|延期|延ば|中止|取りや|とりや|見送|先送|繰り|計画|方針|見込|見通し|決め|決ま|決定|合意|招待|提案|調整|申し|意向|打診|要請"
    r"|(?:る|う|く|す|つ)(?:こと|よう|ため|旨|と)|たい|べく|」|向け|までに"
)


def tense_at(folded: str, end: int) -> int:
    """-1 where the first predicate behind an offset is in the past, 1 where it is not, 0 where nothing tells; ``MEANT``
    where it is in the past, of what was agreed or put off."""
    stop = folded.find("。", end)
    found = _PREDICATE.search(folded, end, len(folded) if stop < 0 else stop + 1)
    if found is None:
        return 0
    if not found["past"]:
        return 1
    return MEANT if _MEANT.search(folded, end, found.end()) else -1

"""Words such as Italian and Korean: the jurisdiction that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_WORDS: Final = """
    Albanian AL, American US, Argentine AR, Argentinian AR, Armenian AM, Australian AU, Austrian AT, Belgian BE,
    Bermudian BM, Brazilian BR, British GB, Bulgarian BG, Canadian CA, Chilean CL, Chinese CN, Colombian CO,
    Croatian HR, Cypriot CY, Czech CZ, Danish DK, Dutch NL,
    Bangladeshi BD, Cambodian KH, Ecuadorian EC, Egyptian EG, Emirati AE, Fijian FJ, Georgian GE, Jamaican JM,
    Jordanian JO, Kazakh KZ, Moldovan MD, Mongolian MN, Montenegrin ME, Nepali NP, Pakistani PK, Paraguayan PY,
    Qatari QA, Rwandan RW, Saudi SA, Tanzanian TZ, Ugandan UG, Uzbek UZ,
    Estonian EE, Filipino PH, Finnish FI, French FR, German DE, Ghanaian GH,
    Greek GR, Hellenic GR, Hungarian HU, Icelandic IS, Indian IN, Indonesian ID, Irish IE, Israeli IL, Italian IT,
    Japanese JP, Kenyan KE, Korean KR, Latvian LV, Lithuanian LT, Luxembourgish LU, Malaysian MY, Maltese MT,
    Mauritian MU, Mexican MX, Moroccan MA, Nigerian NG, Norwegian NO, Peruvian PE, Philippine PH, Polish PL,
    Portuguese PT, Romanian RO, Senegalese SN, Serbian RS, Singaporean SG, Slovak SK, Slovenian SI, Spanish ES,
    Swedish SE, Swiss CH, Taiwanese TW, Thai TH, Tunisian TN, Turkish TR, Ukrainian UA, Uruguayan UY, Vietnamese VN
"""
_PAIRS: Final = [pair.split() for pair in " ".join(_WORDS.split()).split(",")]
DEMONYMS: Final[dict[str, str]] = {pair[0]: pair[1] for pair in _PAIRS}
_FORM: Final = re.compile(rf"(?<![A-Za-z])(?:South )?(?P<word>{'|'.join(DEMONYMS)})(?![A-Za-z])")


@dataclass(frozen=True)
class Demonym:
    """A demonym in a text and its jurisdiction."""

    start: int
    end: int
    code: str


def demonyms(text: str) -> Iterator[Demonym]:
    """Every demonym in a text, in order."""
    for hit in _FORM.finditer(text):
        yield Demonym(hit.start(), hit.end(), DEMONYMS[hit["word"]])

"""Days as deeds and minutes write them, in words: this second day of October 2024, the year two thousand and ten."""

from __future__ import annotations

from typing import Final

_UNITS: Final = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ORDINALS: Final = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_ROUND: Final = {"twentieth": 20, "thirtieth": 30}

# The words of a day and of a year, for a pattern.
DAY: Final = "|".join(
    [rf"(?:twenty|thirty)[- ](?:{'|'.join(_ORDINALS[1:10])})", *_ROUND, *sorted(_ORDINALS[1:], key=len, reverse=True)]
)
YEAR: Final = (
    rf"two\s+thousand(?:\s+and)?\s+(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?"
    rf"|(?:{'|'.join(sorted(_UNITS[1:], key=len, reverse=True))}))"
)


def deed_day(words: str) -> int:
    """The day that words or figures say: second, twenty-fifth, 4th."""
    parts = words.lower().replace("-", " ").split()
    if parts[0][0].isdigit():
        return int("".join(sign for sign in parts[0] if sign.isdigit()))
    tens = _TENS.get(parts[0], 0) if len(parts) > 1 else 0
    return tens + (_ROUND.get(parts[-1]) or _ORDINALS.index(parts[-1]))


def deed_year(words: str) -> str:
    """The year that words or figures say: two thousand and twenty-four, 2024."""
    if words[0].isdigit():
        return words
    parts = [one for one in words.lower().replace("-", " ").split()[2:] if one != "and"]
    return str(2000 + sum(_TENS.get(one) or _UNITS.index(one) for one in parts))


def deed(parts: dict[str, str | None]) -> dict[str, str | None]:
    """The parts of such a day with its words as figures."""
    year = parts.get("year")
    return {**parts, "d2": str(deed_day(parts["d2"] or "")), "year": deed_year(year) if year else None}

"""Tables of the same meetings laid out by chance: order, headings, widths, rulings, forms of days, pages."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

from graph.extract.aligned import width

Day = tuple[int, int, int]

TITLE: Final = """令和４年度における国際業務の実績
令和５年４月10日
個人情報保護委員会

１　海外との協力
　次のとおり実施した。

"""
BEHIND: Final = "\n\n２　その他\n　国内の説明会については別に定める。\n"
MEETINGS: Final = (
    ("第57回アジア太平洋プライバシー機関（APPA）フォーラム", (2022, 7, 12), (2022, 7, 13), "シンガポール", "SG"),
    ("第44回世界プライバシー会議（GPA）", (2022, 10, 25), (2022, 10, 28), "イスタンブール（トルコ）", "TR"),
    ("G7データ保護・プライバシー機関ラウンドテーブル会合", (2022, 9, 6), (2022, 9, 9), "ボン（ドイツ）", "DE"),
    ("OECDデータガバナンス・プライバシー作業部会（WPDGP）会合", (2022, 11, 21), (2022, 11, 22), "パリ", "FR"),
    ("日英間のデータ政策協議", (2023, 3, 1), None, "ロンドン（英国）", "GB"),
    ("第58回APPAフォーラム", (2022, 11, 29), (2022, 12, 1), "オンライン", "-"),
    ("グローバルCBPRフォーラムワークショップ", (2022, 4, 12), (2022, 4, 14), "ホノルル", "US"),
    ("日仏間のサイバー協議（第３回）", (2022, 6, 7), None, "パリ（フランス）", "FR"),
)
_HEADINGS: Final = {
    "number": ("No.", "番号", "項番"),
    "date": ("期日", "期間", "日程", "開催時期", "年月日", "開催期間", "出張期間"),
    "name": ("会議名", "会合名", "国際会議名", "会議の名称", "件名", "用務"),
    "place": ("開催地", "場所", "開催場所", "会場", "出張先"),
    "bodies": ("出席者", "当委員会の対応者"),
    "note": ("備考", "概要", "主な議題"),
}
_BESIDE: Final = {
    "bodies": ("委員長", "事務局職員", "委員、参事官ほか"),
    "note": ("執行協力", "越境移転に関する議論", "", "生成AI及び子どもの権利に関する意見交換"),
}


@dataclass(frozen=True)
class Drawn:
    """A document with one table, and the days and countries of its rows."""

    text: str
    rows: tuple[tuple[str, str], ...]


def drawn(seed: int) -> Drawn:
    """A table laid out by chance; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 no secret
    chosen = sorted(chance.sample(MEETINGS, chance.randint(3, 6)), key=lambda one: one[1])
    columns = _columns(chance)
    style = chance.choice(("7/12", "7.12", "R4", "2022", "７月", "令和"))
    rows = [
        {
            "number": str(number),
            "date": _days(first, last, style),
            "name": name,
            "place": place,
            "bodies": chance.choice(_BESIDE["bodies"]),
            "note": chance.choice(_BESIDE["note"]),
        }
        for number, (name, first, last, place, _) in enumerate(chosen, 1)
    ]
    table = _Table(chance, columns).lines([[row[column] for column in columns] for row in rows])
    told = tuple(sorted((_edtf(first, last), country) for _, first, last, _, country in chosen))
    return Drawn(TITLE + "\n".join(table) + BEHIND, told)


def _columns(chance: random.Random) -> list[str]:
    columns = ["date", "name", "place"]
    chance.shuffle(columns)
    more = chance.choice((None, None, "bodies", "note"))
    number = ["number"] if chance.random() < 0.3 else []
    return [*number, *columns, *([more] if more else [])]


class _Table:
    """One way to lay a table out."""

    def __init__(self, chance: random.Random, columns: list[str]) -> None:
        headings = [chance.choice(_HEADINGS[column]) for column in columns]
        if chance.random() < 0.3:
            headings = ["　".join(one) if len(one) <= 3 and one.isalpha() else one for one in headings]
        wide = {"number": 6, "date": 20, "name": chance.choice((22, 28, 40)), "place": 16, "bodies": 12, "note": 16}
        self.headings = headings
        self.widths = [max(wide[column], width(one)) for column, one in zip(columns, headings, strict=True)]
        self.widths = [one + one % 2 for one in self.widths]
        self.form = chance.choice(("blanks", "blanks", "blanks", "box", "bars", "signs"))
        self.blank = chance.choice(("　", " "))
        self.middle = chance.random() < 0.25
        self.rule = chance.choice(("none", "ends", "each", "gaps"))
        self.page = chance.random() < 0.25

    def lines(self, rows: list[list[str]]) -> list[str]:
        """The lines of the table with its header."""
        if self.form == "blanks":
            return self._in_blanks(rows)
        rule = {"box": "├" + "┼".join("─" * (one // 2) for one in self.widths) + "┤", "signs": self._signs()}
        drawing = [rule[self.form]] if self.form in rule else []
        lines = [*drawing, self._barred(self.headings), *drawing]
        for row in rows:
            lines += [*map(self._barred, self._wrapped(row)), *drawing]
        return lines

    def _in_blanks(self, rows: list[list[str]]) -> list[str]:
        line = "─" * (sum(self.widths) // 2)
        header = [self._spaced(self.headings), *([line] if self.rule in ("ends", "each") else [])]
        lines = list(header)
        for index, row in enumerate(rows):
            if self.page and index == len(rows) // 2:
                lines += ["", "　　　　　－ 3 －", "", *header]
            lines += map(self._spaced, self._wrapped(row))
            lines += [line] if self.rule == "each" else [""] if self.rule == "gaps" else []
        return [*lines, line] if self.rule == "ends" else lines

    def _wrapped(self, row: list[str]) -> list[list[str]]:
        cells = [_wrap(words, wide) for words, wide in zip(row, self.widths, strict=True)]
        height = max(map(len, cells))
        above = [(height - len(cell)) // 2 if self.middle else 0 for cell in cells]
        padded = [[""] * top + cell + [""] * (height - top - len(cell)) for top, cell in zip(above, cells, strict=True)]
        return [list(one) for one in zip(*padded, strict=True)]

    def _spaced(self, cells: list[str]) -> str:
        return "".join(
            _filled(words, wide + 4, self.blank) for words, wide in zip(cells, self.widths, strict=True)
        ).rstrip()

    def _barred(self, cells: list[str]) -> str:
        bar = "│" if self.form == "box" else "|"
        return (
            bar
            + bar.join(_filled(words, wide, self.blank) for words, wide in zip(cells, self.widths, strict=True))
            + bar
        )

    def _signs(self) -> str:
        return "+" + "+".join("-" * one for one in self.widths) + "+"


def _filled(words: str, wide: int, blank: str) -> str:
    rest = wide - width(words)
    return words + " " * (rest % 2) + blank * (rest // width(blank) if blank == " " else rest // 2)


def _wrap(words: str, wide: int) -> list[str]:
    lines = [""]
    for sign in words:
        if width(lines[-1] + sign) > wide:
            lines.append("")
        lines[-1] += sign
    return lines


def _days(first: Day, last: Day | None, style: str) -> str:
    year, month, day = first
    same = last is not None and last[1] == month
    if style in ("7/12", "7.12", "R4", "2022"):
        mark = "/" if style in ("7/12", "2022") else "."
        era = {"R4": f"R{year - 2018}{mark}", "2022": f"{year}{mark}"}.get(style, "")
        end = "" if last is None else f"-{last[2]}" if same else f"-{last[1]}{mark}{last[2]}"
        return f"{era}{month}{mark}{day}{end}"
    era = f"令和{year - 2018}年" if style == "令和" else ""
    end = "" if last is None else f"～{last[2]}日" if same else f"～{last[1]}月{last[2]}日"
    return f"{era}{month}月{day}日{end}"


def _edtf(first: Day, last: Day | None) -> str:
    days = [f"{year}-{month:02}-{day:02}" for year, month, day in (first, *([last] if last else []))]
    return "/".join(days)

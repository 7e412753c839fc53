"""Why an account needs a person's eyes: the reasons, each in both languages."""

from typing import Final

GENERAL: Final = "the meeting is named only in general words / 会合の名称が一般的な語のみ"
ABSENT: Final = "the publisher says that it did not attend / 発行者は出席していないとある"
LEANING: Final = "the next meeting of what was told before / 直前に述べた会合の次回と読んだ"
HALF_ONLY: Final = "known only to the half-year or year / 半期又は年度までしか分からない"
MERELY_MEANT: Final = "only an intention / 意向の表明にとどまる"
MIXED_STATUS: Final = "held, but the text also speaks of a plan or delay / 開催とあるが、予定・延期の記載もある"
JOURNEY: Final = "the dates may be those of the whole journey / 出張期間の日付の可能性がある"
NOBODY: Final = "no other side is named / 相手方の機関が示されていない"
SAME_DAY: Final = "no day is told; read as that of the meeting before / 日付がなく、直前の会合と同日と読んだ"
DAY_LEANS: Final = "the date is told only by the one before it / 日付が直前の日付によってのみ示されている"
WORDS_ALONE: Final = "read by its words alone, not by a known wording / 定型の表現によらず、語のみから読み取った"
UNLIKELY: Final = "the wording leaves open whether it is a meeting / 文言からは会合等であると断定できない"
UNSETTLED: Final = "the wording leaves open whether it was held / 文言からは開催の有無を断定できない"
YEAR_OF_PAGE: Final = (
    "the year is not told; read by the first date of the page / 年の記載がなく、文書冒頭の日付を基準に読んだ"
)
NOT_TOGETHER: Final = "ambiguous: not said whether they met together / 同席か個別か不明"
BEGUN: Final = "only its first or last day may be told / 初日又は最終日のみが示されている可能性"

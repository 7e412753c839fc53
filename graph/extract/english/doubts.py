"""Why an account read in English prose needs a person's eyes: the reasons, each in both languages."""

from typing import Final

INHERITED: Final = "date taken from the words before / 日付は前の文による"
YEAR_ONLY: Final = "known only to the year / 年までしか分からない"
NOT_EACH: Final = "several bodies and days, not said which on which / 複数の機関と日付の対応が不明"
BARE_EU: Final = "which body of the EU is not said / EUのどの機関か不明"
NOT_NAMED: Final = "the other side is taken from the words before / 相手方は前の文による"
OF_PRESS_TEXT: Final = "the date may be that of the press text alone / 日付が報道文自体のものである可能性"
FAR: Final = "year not written, and far ahead / 年の記載がなく、遠い将来"
DATE_BEHIND: Final = "date taken from the words behind / 日付は後の文による"
NO_YEAR: Final = "year taken from the page / 年は文書の時期による"

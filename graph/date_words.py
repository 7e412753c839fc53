"""The words that dates are made of in Japanese documents, as patterns over width-folded text.

Every fold maps one character to one, so that offsets hold.
"""

from __future__ import annotations

import re
from typing import Final

FOLD: Final = str.maketrans(
    "０１２３４５６７８９．／～〜∼～－‐‑–—−ー（）ＭＴＳＨＲ　",
    "0123456789./~~~~-------()MTSHR ",
)
S: Final = r"\s*"
NUM: Final = r"(?:[0-9]+|[〇零一二三四五六七八九十百]+)"
ERA: Final = r"明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿]"
AGO: Final = {"本": 0, "今": 0, "当": 0, "昨": -1, "前": -1, "一昨": -2, "来": 1, "明": 1}
WEEKDAY: Final = (
    rf"(?:{S}\({S}[月火水木金土日](?:曜日?)?(?:{S}[・、,]{S}[祝休])?{S}\)|{S}の?[月火水木金土日]曜日?(?![一-龥]))?"
)

YEAR: Final = re.compile(
    rf"(?:(?P<era>{ERA}){S}(?P<era_year>元|{NUM})|(?:西暦{S})?(?P<year>[0-9]{{4}}|[〇一二三四五六七八九]{{4}}))"
    rf"(?:{S}\({S}(?:(?:{ERA}){S}(?:元|{NUM})|[0-9]{{4}}){S}年?{S}\))?{S}年(?!間|代|版)"
    rf"(?:{S}[(・/]{S}(?:(?:{ERA}){S}(?:元|{NUM})|[0-9]{{4}}){S}年{S}\)?)?{S}(?P<fiscal>度)?"
)
RELATIVE_YEAR: Final = re.compile(r"(?P<ago>一昨|[本今昨前来当明])年(?!間|代|以|比)(?P<fiscal>度)?")
# The year that 今年(2024年) tells beside it.
TOLD_BESIDE: Final = re.compile(
    rf"{S}\({S}(?:(?P<era>{ERA}){S}(?P<era_year>元|{NUM})|(?P<year>[0-9]{{4}})){S}年{S}(?P<fiscal>度)?{S}\)"
)
SAME_YEAR: Final = re.compile(r"(?P<same>[同翌])年(?!間|代|以|比)(?P<fiscal>度)?")
PART: Final = re.compile(rf"の?{S}(?:(?P<first>上)半?期|(?P<second>下)半?期|(?P<end>末))(?!間)")
BARE_PART: Final = re.compile(r"(?:(?P<first>上)半期|(?P<second>下)半期|年度(?P<end>末))")
MONTH: Final = re.compile(rf"(?P<month>{NUM}){S}[月㋀](?!曜|間|額|刊|例|次|報|期)")
SAME_MONTH: Final = re.compile(r"(?P<which>[同翌])月(?!額|例|次)")
THIS_MONTH: Final = re.compile(r"(?<![0-9〇一二三四五六七八九十日])(?P<which>[本今当先来])月(?!額|例|次)")
DAY: Final = re.compile(rf"(?P<day>{NUM}){S}日{WEEKDAY}")
BARE_DAY: Final = re.compile(rf"(?P<day>{NUM}){S}日(?!間|以|目|分|前|後|程|数){WEEKDAY}")
DAY_OF_STAY: Final = re.compile(rf"初日|(?<![0-9第])(?P<which>{NUM}){S}日目|(?P<last>最終日)")
SAME_DAY: Final = re.compile(
    r"(?P<which>[同翌前])日(?!本|系|程|比)|(?P<morning>翌(?:早?朝|晩|夕))|(?P<evening>前(?:夜|夕|晩))(?!祭|来|後|提)"
)
THIS_DAY: Final = re.compile(r"(?<!日)(?P<which>本日|昨日|一昨日|明日)(?!本)")
NUMBERED_DAY: Final = re.compile(rf"(?P<which>[同翌本]){S}(?P<day>{NUM}){S}日(?!間|以|目|分|前|後|程|数){WEEKDAY}")
SHORT_ERA: Final = re.compile(
    r"(?<![A-Za-z0-9.])(?P<era>[MTSHR])\.?(?P<era_year>元|[0-9]{1,2})(?P<mark>[./-])(?P<month>[0-9]{1,2})"
    r"(?:(?P=mark)(?P<day>[0-9]{1,2}))?(?![0-9A-Za-z])"
)
ISO: Final = re.compile(
    r"(?<![0-9A-Za-z./-])(?P<year>[0-9]{4})(?P<mark>[./-])(?P<month>[0-9]{1,2})"
    r"(?:(?P=mark)(?P<day>[0-9]{1,2}))?(?![0-9A-Za-z])"
)
SHORT_DATE: Final = re.compile(
    r"(?<![0-9A-Za-z./-])(?P<month>1[0-2]|0?[1-9])[./](?P<day>[0-9]{1,2})\s*\([月火水木金土日](?:[・、,][祝休])?\)"
)
SHORT_TAIL: Final = re.compile(
    r"\s*[~-]\s*(?:(?P<month>1[0-2]|0?[1-9])[./])?(?P<day>[0-9]{1,2})\s*\([月火水木金土日](?:[・、,][祝休])?\)"
)
ISO_TAIL: Final = re.compile(r"/(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])")
NUMERIC_TAIL: Final = re.compile(rf"{S}[~-]{S}(?:(?P<month>[0-9]{{1,2}})[./])?(?P<day>[0-9]{{1,2}})(?![0-9./:-])")
NUMERIC_LIST: Final = re.compile(
    rf"{S}[、・]{S}(?P<month>1[0-2]|0?[1-9])[./](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9A-Za-z./%-])"
)
RANGE: Final = re.compile(rf"{S}(?:の?(?:早?朝|昼|夕刻?|夜|午[前後]))?(?:から|より|[~-]){S}")
LIST: Final = re.compile(rf"{S}(?:及び|および|並びに|と|[・、,]){S}同?{S}")
UNTIL: Final = re.compile(rf"{S}まで(?:{S}の間)?")
SHORT_DAYS: Final = re.compile(
    rf"(?P<first>{NUM}){S}(?P<mark>[~-]|[・、,]|及び){S}(?P<last>{NUM}){S}(?:の?両日|の2日間|日(?!間|以|目|分)){WEEKDAY}"
)
# Days of a month told before: (20日・21日), (ボン、7日・8日), (2~4日), (15日); the last of a stay: (30日まで).
DAYS_BESIDE: Final = re.compile(
    rf"\((?:[^()0-9]{{1,16}}、)?{S}(?P<first>{NUM}){S}(?:日{WEEKDAY})?"
    rf"(?:{S}(?:から|及び|[~と・、,-]){S}(?P<last>{NUM}){S}日{WEEKDAY}|(?<=[日)])){S}(?:まで|の?(?:{NUM}日間|両日))?{S}[)、]"
)
LAST_BESIDE: Final = re.compile(
    rf"\((?:[^()0-9]{{1,16}}、)?{S}(?:~{S}(?P<last>(?:{NUM}{S}月{S})?{NUM}{S}日){WEEKDAY}"
    rf"|(?P<until>(?:{NUM}{S}月{S})?{NUM}{S}日|翌日){WEEKDAY}まで){S}[)、]"
)
# How long it went on from a day, or up to it: から3日間, からローマで3日間, までの2日間.
FOR_DAYS: Final = re.compile(
    rf"{S}(?:から|より)の?(?P<between>[^。0-9()]{{0,24}}?)(?P<days>[1-9][0-9]?|[二三四五六七八九十]){S}日間(?!隔|以|程|ほど|余|前|後)"
)
WEEK_FROM: Final = re.compile(rf"{S}(?:から始まる|の)週(?!刊|報|末|間)")
DAYS_UNTIL: Final = re.compile(rf"{S}までの?(?P<days>[1-9]|[二三四五六七八九]){S}日間(?!隔|以|程|ほど|余|前|後)")
REACH_OF_DAYS: Final = 90
OTHER_DATE: Final = re.compile(rf"{NUM}{S}[年月日]|[。;；]|\([^()]*[0-9]/[0-9]")
SHORT_MONTHS: Final = re.compile(rf"(?P<first>{NUM}){S}[~-]{S}(?P<last>{NUM}){S}月(?!曜|間|額)(?!{S}{NUM}{S}日)")
QUARTER: Final = re.compile(rf"の?{S}第{S}(?P<quarter>[1-4一二三四]){S}四半期")
WITHIN_YEAR: Final = re.compile(r"(?<![0-9〇一二三四五六七八九十元本今昨来同翌前当])年(?P<fiscal>度)?内(?!外)")
START: Final = re.compile(
    rf"{ERA}|[MTSHR][.0-9元]|西暦|[0-9〇零一二三四五六七八九十百]+|一昨年|[本今昨前来当同翌明]年"
    r"|年度?内|[同翌本今当先来]月|[同翌前]日|翌(?:早?朝|晩|夕)|前[夜夕晩]|(?:先々|再来|[先今来])週|あす|きょう|昨(?=[\s0-9])|[同翌本](?=[\s0-9〇一二三四五六七八九十])|本日|昨日|一昨日|明日|[上下]半期|年度末|初日|最終日"
)

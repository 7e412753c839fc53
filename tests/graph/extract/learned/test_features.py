"""What is looked at beside a date: names by their sort alone, so that what is learned of one body holds for all."""

from __future__ import annotations

from datetime import date

from graph.extract import Gazetteer
from graph.extract.layout import read_layout
from graph.extract.learned.features import Features, features
from graph.extract.report import read_by_rules
from graph.extract.setting import setting_of
from graph.sources.read import read_bytes


def _seen(text: str, gazetteer: Gazetteer, publisher: str = "ppc-japan") -> list[Features]:
    document = read_bytes(text.encode(), "page.txt", publisher, date(2023, 3, 27))
    setting = setting_of(document, gazetteer)
    return [features(one, setting) for one in read_by_rules(read_layout(document), setting)[1]]


def test_one_body_or_day_is_as_good_as_another(gazetteer: Gazetteer) -> None:
    (one,) = _seen("令和５年３月１日、フランス情報処理・自由委員会と会談を行った。", gazetteer)
    (other,) = _seen("令和５年２月27日、欧州委員会と会談を行った。", gazetteer)
    assert one == other
    assert one["bodies abroad"] == 1


def test_a_body_at_home_is_another_thing_than_one_abroad(gazetteer: Gazetteer) -> None:
    (abroad,) = _seen("On 1 March 2023 we met with the CNIL.", gazetteer, "ico-uk")
    (home,) = _seen("On 1 March 2023 we met with the CNIL.", gazetteer, "cnil-france")
    assert abroad != home
    assert "bodies abroad" not in home


def test_a_long_sentence_says_no_more_than_a_short_one(gazetteer: Gazetteer) -> None:
    (short,) = _seen("On 1 March 2023 we met with the CNIL.", gazetteer, "ico-uk")
    (long,) = _seen("On 1 March 2023 we met with the CNIL" + " to talk about transfers of data" * 8 + ".", gazetteer)

    def strength(seen: Features) -> float:
        return sum(value**2 for name, value in seen.items() if name[1] == ":")

    assert abs(strength(short) - strength(long)) < 1e-6


def test_what_stands_below_a_heading_has_its_day(gazetteer: Gazetteer) -> None:
    text = "１　フランス情報処理・自由委員会との会談（３月１日）\n　越境データ移転について意見を交わした。\n"
    below = _seen(text, gazetteer)[-1]
    assert below["published after"] == 2

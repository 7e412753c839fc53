"""Small real records for the tests of figures: the trilateral talks of 2019 and what stood around them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from graph.model import (
    Authority,
    Catalogue,
    Dialogue,
    DocumentInfo,
    Engagement,
    Framework,
    Jurisdiction,
    Milestone,
    Participant,
    Place,
    Series,
    Source,
    Statement,
    Text,
    When,
)
from ontology.terms import BodyKind, FrameworkKind, Kind, Status

REPORT = "ppc-activity-report-fy2019-h1"
SERIES = "jp-eu-us-trilateral"
TRILATERAL = "jp-eu-us-trilateral-data-flow"


def when(edtf: str) -> When:
    """A date of day or month precision, with its bounds."""
    first, _, last = edtf.partition("/")
    if len(first) == 10:
        return When(
            edtf=edtf,
            earliest=date.fromisoformat(first),
            latest=date.fromisoformat(last or first),
            precision="day",
        )
    year, month = (int(part) for part in first.split("-"))
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return When(edtf=edtf, earliest=date(year, month, 1), latest=end, precision="month")


def source(locator: str, quote: str | None = None, document: str = REPORT) -> Source:
    """Where a fact can be read."""
    title = Text(
        en="Activities of the Personal Information Protection Commission, first half of fiscal 2019",
        ja="令和元年度上半期における個人情報保護委員会の活動実績について",
    )
    return Source(document=document, title=title, url=None, locator=locator, quote=quote)


def body(slug: str, ja: str, en: str, short: str | None, of: str, kind: BodyKind) -> Authority:
    """A body with a source."""
    return Authority(
        id=slug,
        name=Text(en=en, ja=ja),
        short_name=short,
        kind=kind,
        jurisdiction=of,
        parent=None,
        homepage=None,
        source=source("row 1"),
        confidence="high",
        note=None,
    )


def framework(slug: str, ja: str, en: str, kind: FrameworkKind) -> Framework:
    """A framework with a source."""
    return Framework(
        id=slug,
        name=Text(en=en, ja=ja),
        kind=kind,
        from_jurisdiction="INT",
        to_jurisdiction=None,
        legal_reference=None,
        adopted=None,
        in_force=None,
        ended=None,
        status="in force",
        administered_by=(),
        source=source("row 1"),
        confidence="high",
        note=None,
    )


def catalogue() -> Catalogue:
    """The bodies, frameworks and series that the talks of 2019 concern."""
    department: BodyKind = "government-department"
    bodies = (
        body(
            "ppc-japan",
            "個人情報保護委員会",
            "Personal Information Protection Commission",
            "PPC",
            "JP",
            "data-protection-authority",
        ),
        body("us-doc", "米国商務省", "US Department of Commerce", "DOC", "US", department),
        body(
            "us-ftc",
            "米国連邦取引委員会",
            "US Federal Trade Commission",
            "FTC",
            "US",
            "data-protection-authority",
        ),
        body(
            "us-ntia",
            "米国国家電気通信情報庁",
            "National Telecommunications and Information Administration",
            "NTIA",
            "US",
            department,
        ),
        body("us-state", "米国国務省", "US Department of State", "State", "US", department),
        body("us-ustr", "米国通商代表部", "Office of the US Trade Representative", "USTR", "US", department),
        body("european-commission", "欧州委員会", "European Commission", None, "EU", "regional-body"),
        body(
            "ec-dg-just",
            "欧州委員会司法総局",
            "Directorate-General for Justice and Consumers",
            "DG JUST",
            "EU",
            "regional-body",
        ),
    )
    frameworks = (
        framework(
            TRILATERAL,
            "自由で安心なパーソナルデータの国際流通の創造に関する日米欧三極の取組",
            "Japan-US-Europe trilateral initiative on free and trusted international flow of personal data",
            "initiative",
        ),
        framework(
            "eu-us-privacy-shield",
            "EU米プライバシーシールド",
            "EU-US Privacy Shield adequacy decision",
            "adequacy-decision",
        ),
        framework(
            "eu-adequacy-japan-2019",
            "日本に対するEU十分性認定",
            "EU adequacy decision for Japan",
            "adequacy-decision",
        ),
        framework("oecd-privacy-guidelines", "OECDプライバシーガイドライン", "OECD Privacy Guidelines", "guidelines"),
        framework(
            "apec-cbpr",
            "APEC越境プライバシールール（CBPR）システム",
            "APEC Cross-Border Privacy Rules (CBPR) System",
            "certification-system",
        ),
    )
    economies = (
        ("JP", "日本", "Japan"),
        ("US", "米国", "United States"),
        ("EU", "EU", "European Union"),
        ("FR", "フランス", "France"),
        ("BE", "ベルギー", "Belgium"),
    )
    return Catalogue(
        authorities={one.id: one for one in bodies},
        frameworks={one.id: one for one in frameworks},
        series={SERIES: series()},
        jurisdictions={code: Jurisdiction(code=code, name=Text(en=en, ja=ja)) for code, ja, en in economies},
        cities={"Washington": Text(en="Washington", ja="ワシントンD.C.")},
        documents={
            REPORT: DocumentInfo(
                slug=REPORT,
                title=source("").title,
                publisher="ppc-japan",
                published=date(2019, 10, 25),
                url=None,
            )
        },
        memberships=(),
        milestones=(),
        incomplete_members={},
    )


def series() -> Series:
    """The series of trilateral meetings."""
    return Series(
        id=SERIES,
        name=Text(
            en="Japan-US-EU trilateral working-level meetings on free and trusted international flow of personal data",
            ja="自由で安心なパーソナルデータの国際流通の創造に関する日米欧三極実務当局者会合",
        ),
        kind="trilateral-meeting",
        convened_by=(),
        parties=("JP", "US", "EU"),
        frameworks=(TRILATERAL,),
        note=None,
    )


def engagement(
    slug: str,
    edtf: str,
    ja: str,
    en: str,
    *,
    kind: Kind = "bilateral-meeting",
    country: str | None = None,
    bodies: tuple[str | tuple[str, Text], ...] = (),
    ordinal: int | None = None,
    frameworks: tuple[str, ...] = (),
    statements: tuple[Statement, ...] = (),
    status: Status = "held",
    sources: tuple[Source, ...] = (),
) -> Engagement:
    """An engagement; a body may come with its post."""
    came = [one if isinstance(one, tuple) else (one, None) for one in bodies]
    return Engagement(
        id=f"https://w3id.org/sankyoku/id/engagement/{slug}",
        slug=slug,
        title=Text(en=en, ja=ja),
        kind=kind,
        status=status,
        when=when(edtf),
        place=Place(
            country=country,
            countries=(country,) if country else (),
            mode="in-person" if country else "unknown",
        ),
        series=SERIES if ordinal else None,
        ordinal=ordinal,
        level="working-level",
        participants=tuple(Participant(authority=slug, label=slug, post=post) for slug, post in came),
        frameworks=frameworks,
        topics=(),
        statements=statements,
        sources=sources or (source("Ⅲ 参考１"),),
        confidence=0.95,
    )


PROPOSALS = (
    Text(
        ja="既存の二国間の枠組みを生かした個人情報の流通の促進",
        en="Promoting flows of personal data through existing two-country arrangements",
    ),
    Text(
        ja="世界で相互に運用できる新しい企業認証制度の模索",
        en="Exploring a new, globally interoperable certification system for companies",
    ),
    Text(ja="OECDプライバシーガイドラインの見直し", en="Review of the OECD Privacy Guidelines"),
)
AMERICANS = ("us-doc", "us-ftc", "us-state", "us-ustr")


def trilateral(ordinal: int, edtf: str, country: str) -> Engagement:
    """One of the four trilateral meetings: month precision, as the report tells it."""
    statements = tuple(Statement(type="proposed", by="ppc-japan", about=about) for about in PROPOSALS)
    if ordinal == 1:
        statements = (
            *statements[:2],
            statements[2].model_copy(update={"frameworks": ("oecd-privacy-guidelines",)}),
        )
    return engagement(
        f"{edtf}-jp-eu-us-trilateral-{ordinal}",
        edtf,
        f"自由で安心なパーソナルデータの国際流通の創造に関する第{ordinal}回日米欧三極実務当局者会合",
        f"Japan-US-EU trilateral working-level meeting no. {ordinal} on free and trusted flow of personal data",
        kind="trilateral-meeting",
        country=country,
        bodies=("ppc-japan", *AMERICANS, "ec-dg-just"),
        ordinal=ordinal,
        frameworks=(TRILATERAL,),
        statements=statements,
        sources=(
            source(f"Ⅲ 参考１ 第{ordinal}回"),
            source("Ⅲ１（１）", "三極の会合について述べた試験用の一文である。"),
        ),
    )


def milestone(slug: str, edtf: str, ja: str, en: str, about: str, actors: tuple[str, ...]) -> Milestone:
    """A dated step of a framework."""
    return Milestone(
        id=slug,
        what=Text(en=en, ja=ja),
        when=when(edtf),
        frameworks=(about,),
        actors=actors,
        source=source("row 47", document="reference-facts"),
        confidence="high",
        note=None,
    )


def dialogue() -> Dialogue:
    """The trilateral talks of 2019 with the bilateral talks before and during them."""
    meetings = (
        trilateral(1, "2019-05", "FR"),
        trilateral(2, "2019-06", "JP"),
        trilateral(3, "2019-06", "JP"),
        trilateral(4, "2019-09", "US"),
    )
    director = Text(ja="消費者保護局長", en="Director, Bureau of Consumer Protection")
    deputy = Text(ja="次官補代理", en="Deputy Assistant Secretary")
    february = engagement(
        "2019-02-us-talks",
        "2019-02",
        "米国連邦取引委員会、国家電気通信情報庁、商務省及び国務省との意見交換",
        "Exchange of views with the US FTC, NTIA, Department of Commerce and Department of State",
        country="US",
        bodies=("ppc-japan", ("us-ftc", director), "us-ntia", ("us-doc", deputy), ("us-state", deputy)),
    )
    march = engagement(
        "2019-03-european-commission",
        "2019-03",
        "欧州委員会委員との意見交換",
        "Exchange of views with a Member of the European Commission",
        country="BE",
        bodies=("ppc-japan", ("european-commission", Text(ja="委員", en="Commissioner"))),
        frameworks=("eu-adequacy-japan-2019",),
    )
    shield = engagement(
        "2019-09-12-privacy-shield-review-3",
        "2019-09-12/2019-09-13",
        "EU米プライバシーシールド第3回年次共同レビュー",
        "Third annual joint review of the EU-US Privacy Shield",
        country="US",
        bodies=("european-commission", "us-doc"),
        frameworks=("eu-us-privacy-shield",),
        sources=(source("row 49", document="reference-facts"),),
    )
    steps = (
        milestone(
            "m1",
            "2019-01-23",
            "日EU間の相互の円滑な個人データ移転を図る枠組みが発効",
            "EU-Japan mutual adequacy arrangement takes effect",
            "eu-adequacy-japan-2019",
            ("ppc-japan", "european-commission"),
        ),
        milestone(
            "m2",
            "2019-04-12",
            "第101回個人情報保護委員会で日米欧三極の枠組みを議論",
            "The PPC's 101st meeting discusses options for Japan-US-EU data flows",
            TRILATERAL,
            ("ppc-japan",),
        ),
    )
    slugs = [meeting.slug for meeting in meetings]
    return Dialogue(
        series=series(),
        parties=("JP", "US", "EU"),
        meetings=meetings,
        alongside=(february, march, shield),
        milestones=steps,
        led_to=((february.slug, slugs[0]), (march.slug, slugs[0]), *pairwise(slugs)),
    )

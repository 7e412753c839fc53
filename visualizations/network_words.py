"""What a network figure says in words: title, caption with counts, who holds it together, and its groups."""

from __future__ import annotations

import networkx as nx

from graph.gathering import GROUP, members_of
from graph.model import Catalogue
from graph.network import between, busiest, communities, strongest_ties
from visualizations.network import NetworkPicture
from visualizations.node_names import node_name
from visualizations.words import body_name, listed, many, say

#: Below this share of the shortest ways a body is not said to link others.
LEAST_BETWEEN = 0.02
MOST_GROUPS = 8
MOST_NAMED = 6
MOST_NAMED_GATHERED = 40


def network_title(picture: NetworkPicture, catalogue: Catalogue, language: str) -> str:
    """What the figure is called: of all bodies, or around one."""
    show, around = picture.options.show, picture.options.around
    ja = {"bodies": "国際的な対話の相関図", "meetings": "機関と会合等の相関図", "frameworks": "機関と枠組みの相関図"}
    en = {
        "bodies": "Who met whom",
        "meetings": "Who took part in which engagement",
        "frameworks": "Who worked on which framework",
    }
    title = say(language, ja[show], en[show])
    if picture.options.gather == "community":
        title += say(language, "（同席の多いまとまりごと）", ", by groups that meet most")
    if picture.options.gather == "year":
        title = say(language, "機関と年の相関図", "Who took part in which year")
    if not around:
        return title
    name = body_name(around, catalogue, language)
    return say(language, f"{title}（{name}を中心に）", f"{title}: {name} at the centre")


def network_caption(picture: NetworkPicture, language: str) -> str:
    """The caption, with counts; a reduced drawing says what it leaves out, a compared one what is new."""
    if not picture.all_nodes:
        return _what(picture, language)
    sentences = [_what(picture, language), _signs(picture, language)]
    sentences += _left_out(picture, language)
    sentences += _compared(picture, language)
    return ("" if language == "ja" else " ").join(sentences)


def _what(picture: NetworkPicture, language: str) -> str:
    nodes, ties, held = picture.all_nodes, picture.all_ties, picture.all_engagements
    if not nodes:
        return say(
            language,
            "この条件に当たる、参加機関が判明している開催済みの会合等は、収録資料にはない。",
            "The sources tell of no engagement held, with known participants, that answers this query.",
        )
    if picture.options.gather == "year":
        return say(
            language,
            f"開催された{held:,}件の会合等を年ごとにまとめ、どの機関がどの年に参加したか（計{nodes:,}、関係{ties:,}件）を示す。"
            "二つの年のいずれかとしか分からないものは「/」で示す。",
            f"{many(held, 'engagement')} held, gathered by year: which bodies took part in which "
            f"({nodes:,} bodies and years, {many(ties, 'tie')}). “/” stands for one of two years, which is not known.",
        )
    if picture.options.gather == "community":
        groups = picture.all_groups
        return say(
            language,
            f"開催された{held:,}件の会合等の参加者{picture.gathered:,}を、同席の多いものどうし{groups:,}群にまとめ、"
            f"群の間で同席した会合等の件数（{ties:,}組）を線で示す。各群の内訳は、この図のページの「まとまり」に掲げる。",
            f"{picture.gathered:,} nodes of {many(held, 'engagement')} held, gathered into {many(groups, 'group')} "
            f"that meet most among themselves; lines ({ties:,}) count the engagements that two groups had in common. "
            "Who is in which group is listed on the page of this figure, under “Groups”.",
        )
    if picture.options.show == "meetings":
        return say(
            language,
            f"開催された会合等とその参加機関（計{nodes:,}）、参加の関係{ties:,}件を示す。",
            f"Engagements held and the bodies that took part ({nodes:,} together), "
            f"joined by {many(ties, 'participation')}.",
        )
    if picture.options.show == "frameworks":
        return say(
            language,
            f"開催された{held:,}件の会合等で、どの機関がどの枠組みを扱ったか（計{nodes:,}、関係{ties:,}件）を示す。",
            f"Which bodies dealt with which frameworks in {many(held, 'engagement')} held "
            f"({nodes:,} bodies and frameworks, {many(ties, 'tie')}).",
        )
    return say(
        language,
        f"開催された{held:,}件の会合等に参加した{nodes:,}機関と、同じ会合等に参加した組合せ{ties:,}組を示す。",
        f"{many(nodes, 'body', 'bodies')} that took part in {many(held, 'engagement')} held, "
        f"and {many(ties, 'pair')} of them that took part in the same one.",
    )


def _signs(picture: NetworkPicture, language: str) -> str:
    if picture.options.show != "bodies" or picture.options.gather:
        return say(language, "線の太さは件数を表す。", "Lines grow with the number of engagements.")
    return say(
        language,
        "記号の大きさは参加した件数、線の太さは同席した件数を表す。多数国間の会合での同席を含み、"
        "二者間で会談したことを意味するものではない。",
        "Signs grow with the engagements of a body, lines with those that both took part in. "
        "Being at the same large meeting counts; it does not mean that the two met on their own.",
    )


def _left_out(picture: NetworkPicture, language: str) -> list[str]:
    said = []
    if picture.options.backbone is not None:
        said.append(
            say(
                language,
                f"偶然による結び付きを除いた骨格（有意水準{picture.options.backbone:g}）のみを示す。",
                f"Only the backbone is shown: ties stronger than chance would make them "
                f"(at {picture.options.backbone:g}).",
            )
        )
    dots, ties = len(picture.dots), len(picture.ties)
    if dots < picture.all_nodes or ties < picture.all_ties:
        said.append(
            say(
                language,
                f"図には件数の多い{dots:,}点と{ties:,}本の線のみを描き、{picture.all_nodes - dots:,}点と"
                f"{picture.all_ties - ties:,}本を省いた。全ての点は表に掲げる。",
                f"Drawn are the {dots:,} busiest nodes and the {ties:,} strongest ties between them; "
                f"{picture.all_nodes - dots:,} nodes and {picture.all_ties - ties:,} ties are left out. "
                "The table lists every node.",
            )
        )
    return said


def _compared(picture: NetworkPicture, language: str) -> list[str]:
    if not picture.options.previous:
        return []
    new = sum(1 for dot in picture.dots if dot.change == "new")
    changed = sum(1 for dot in picture.dots if dot.change == "changed")
    edition = picture.options.previous.edition
    return [
        say(
            language,
            f"版{edition}と比べ、新たに現れたもの{new:,}、内容が変わったもの{changed:,}、なくなったもの{picture.gone:,}。",
            f"Compared with edition {edition}: {new:,} new, {changed:,} changed, {picture.gone:,} gone.",
        )
    ]


def insights(network: nx.Graph[str], catalogue: Catalogue, language: str) -> list[str]:
    """Sentences on who is busiest, who is closest, and who links groups that hardly meet otherwise."""
    if network.number_of_edges() < 2:
        return []

    def name(node: str) -> str:
        return node_name(node, network, catalogue, language)

    top = busiest(network)[:3]
    counts = [
        say(language, f"{name(one)}（{network.nodes[one]['count']}件）", f"{name(one)} ({network.nodes[one]['count']})")
        for one in top
    ]
    first, second = strongest_ties(network)[0]
    weight = network.edges[first, second]["weight"]
    sentences = [
        say(language, f"件数が最も多いのは、{listed(counts, 'ja')}。", f"Busiest: {listed(counts, 'en')}."),
        say(
            language,
            f"最も多く同席したのは、{name(first)}と{name(second)}（{weight}件）。",
            f"Most often together: {name(first)} and {name(second)} ({many(weight, 'engagement')}).",
        ),
    ]
    links = [node for node, share in between(network)[:3] if share >= LEAST_BETWEEN]
    if links:
        names = listed([name(node) for node in links], language)
        sentences.append(
            say(
                language,
                f"互いに同席の少ない機関の間を最もよく結ぶ位置にあるのは、{names}（媒介中心性による）。",
                f"Linking bodies that hardly meet otherwise, above all: {names} (by betweenness).",
            )
        )
    return sentences


def groups(network: nx.Graph[str], catalogue: Catalogue, language: str) -> list[str]:
    """Each group of nodes that are joined more among themselves than to others, in a sentence.

    In a network that is gathered already these are its nodes, and more of their members are named.
    """
    gathered = [node for node in busiest(network) if network.nodes[node]["kind"] == GROUP]
    found = [members_of(network, node) for node in gathered] or communities(network)[:MOST_GROUPS]
    most = MOST_NAMED_GATHERED if gathered else MOST_NAMED
    said = []
    for number, members in enumerate(found, start=1):
        named = [node_name(node, network, catalogue, language) for node in members[:most]]
        rest = len(members) - len(named)
        ja = f"第{number}群（{len(members)}）：{listed(named, 'ja')}" + (f"、ほか{rest}" if rest else "")
        more = [*named, f"{rest} more"] if rest else named
        said.append(say(language, ja, f"Group {number} ({len(members)}): {listed(more, 'en')}"))
    return said

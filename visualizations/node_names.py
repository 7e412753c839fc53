"""What the nodes of a network are called, in full and on a label: bodies, meetings, frameworks, years, groups."""

from __future__ import annotations

import networkx as nx

from graph.gathering import members_of
from graph.model import Catalogue, Engagement
from visualizations.spans import Years
from visualizations.words import body_name, compact_date, framework_name, say, short_body_name


def node_name(node: str, network: nx.Graph[str], catalogue: Catalogue, language: str) -> str:
    """The full name of a node of a network."""
    sort, _, name = node.partition(":")
    if not name:
        return body_name(node, catalogue, language)
    if sort == "engagement":
        item: Engagement = network.graph["engagements"][name]
        return f"{item.title.in_language(language)} ({compact_date(item.when, language)})"
    if sort == "framework":
        return framework_name(name, catalogue, language)
    if sort == "year":
        return _years(name, network, language)
    first, *others = members_of(network, node)
    return _with_others(node_name(first, network, catalogue, language), len(others), language)


def label_words(node: str, network: nx.Graph[str], catalogue: Catalogue, language: str) -> str:
    """The name as it stands beside a node: short names of bodies, the dates of meetings."""
    sort, _, name = node.partition(":")
    if not name:
        return short_body_name(node, catalogue, language)
    if sort == "engagement":
        return compact_date(network.graph["engagements"][name].when, language)
    if sort == "group":
        first, *others = members_of(network, node)
        return _with_others(label_words(first, network, catalogue, language), len(others), language)
    return node_name(node, network, catalogue, language)


def _years(years: str, network: nx.Graph[str], language: str) -> str:
    """2019年, FY2019, or 2018/2019年 where it may be either."""
    *others, last = years.split("/")
    words = Years(network.graph.get("fiscal", False)).words(int(last), language)
    return words.replace(last, "/".join([*others, last]))


def _with_others(name: str, others: int, language: str) -> str:
    return say(language, f"{name}ほか{others}", f"{name} and {others} more")

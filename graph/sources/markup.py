"""Walking an HTML tree without recursion, and what in it a reader of the page never sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from selectolax.lexbor import LexborNode

_BLOCK_TAGS: Final = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section
    summary table tbody td tfoot th thead tr ul
"""
_UNSEEN_TAGS: Final = """
    head script style noscript template iframe object embed svg math canvas audio video map datalist
    rt rp rtc button select textarea input progress meter
"""
BLOCKS: Final = frozenset(_BLOCK_TAGS.split())
_UNSEEN: Final = frozenset(_UNSEEN_TAGS.split())
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAME: Final = re.compile(
    r"(?:^|\s)(?:hidden|visually-?hidden|sr-?only|screen-reader-(?:text|only)|u-hidden|is-hidden)(?:\s|$)",
    re.IGNORECASE,
)

Skip = Callable[[LexborNode], bool]


def walk(root: LexborNode, skip: Skip) -> Iterator[tuple[LexborNode, bool]]:
    """Every node under ``root`` in order: (node, True) when entered, (node, False) when left.

    A node for which ``skip`` holds is left out with all that is in it. The tree may be of any depth.
    """
    node = root.first_child
    open_nodes: list[LexborNode] = []
    while node is not None or open_nodes:
        if node is None:
            left = open_nodes.pop()
            yield left, False
            node = left.next
            continue
        if node.is_comment_node or skip(node):
            node = node.next
            continue
        yield node, True
        child = node.first_child
        if child is not None:
            open_nodes.append(node)
            node = child
        else:
            yield node, False
            node = node.next


def unseen(node: LexborNode) -> bool:
    """Whether a reader of the page does not see the element: scripts, hidden parts, readings in ruby."""
    if not node.is_element_node:
        return False
    if node.tag in _UNSEEN:
        return True
    marks = node.attributes
    if not marks:
        return False
    if "hidden" in marks or marks.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN_STYLE.search(marks.get("style") or "") or _HIDDEN_NAME.search(marks.get("class") or ""))

"""vis-network's program, as pyvis carries it, and our own lines that use it: safe to stand in a page.

pyvis's own page is not used: it loads from other servers, puts labels into the page unescaped, and is written in
the encoding of the machine. Places are ours and physics is off.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Final

from markupsafe import Markup

from visualizations.svg import plain

VIS: Final = "vis-9.1.2"


def script_safe(code: str) -> Markup:
    """JSON that cannot end the ``<script>`` it stands in: no ``<``, no ``>``, no ``&``."""
    for sign in "<>&":
        code = code.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(plain(code))  # noqa: S704 - no character is left that HTML reads


@cache
def vis_program() -> Markup:
    """vis-network's own program from the copy inside pyvis, safe to stand in a page."""
    path = resources.files("pyvis") / "templates" / "lib" / VIS / "vis-network.min.js"
    code = path.read_text(encoding="utf-8")
    return Markup(code.replace("</script", "<\\/script").replace("<!--", "<\\!--"))  # noqa: S704 - a program


#: Before anything is shown: the drawing for pages without scripts need not be laid out where one runs. Should
#: the program fail, it is shown after all.
EARLY: Final = Markup(
    'document.documentElement.classList.add("scripted");'
    'addEventListener("error",function(){document.documentElement.classList.remove("scripted")});'
)


@cache
def page_program() -> Markup:
    """Our own lines that draw the network, filter it, and tell what was chosen."""
    path = resources.files("visualizations") / "templates" / "network.js"
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own file


def script_hash(code: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline script."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii") + "'"

"""French words on English pages: marked as such, else a screen reader reads them as English."""

from __future__ import annotations

import re
from html import escape

from docutils import nodes

QUOTED = re.compile(r"(«[^»]*»)")


def french(text: str) -> str:
    """Return HTML of a French text.

    Examples
    --------
    >>> french("Pôles & villes")
    '<span lang="fr">Pôles &amp; villes</span>'
    """
    return f'<span lang="fr">{escape(text)}</span>'


def marked(text: str) -> str:
    """Return HTML of an English text, in which what stands between French quotation marks is French.

    Examples
    --------
    >>> marked("The « pôles » of 2005")
    'The <span lang="fr">« pôles »</span> of 2005'
    """
    return "".join(french(part) if part.startswith("«") else escape(part) for part in QUOTED.split(text))


def inlines(text: str) -> list[nodes.Node]:
    """Return the same as nodes; docutils writes the class ``language-fr`` as the attribute ``lang``."""
    parts = filter(None, QUOTED.split(text))
    return [nodes.inline("", p, classes=["language-fr"]) if p.startswith("«") else nodes.Text(p) for p in parts]

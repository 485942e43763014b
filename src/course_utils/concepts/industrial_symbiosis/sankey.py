"""Sankey diagrams of two columns, givers and takers: nothing is lost between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.explorer import style

Figure = dict[str, Any]

#: Room between two nodes, as a share of the height; in pixels it is plotly's ``pad``.
GAP, PAD = 0.038, 19
#: Plotly takes a place of 0 for none given, and drops what has no flow.
EDGE, LEAST = 0.001, 1e-4


def two_columns(
    left: Sequence[str], right: Sequence[str], links: Sequence[tuple[int, int, float, str]], colours: Sequence[str]
) -> Figure:
    """Draw what goes from each of the left to each of the right.

    Parameters
    ----------
    left, right : sequence of str
        Names of the nodes; one without any flow is drawn as a hair without its name.
    links : sequence of (int, int, float, str)
        Place on the left, place on the right, amount, colour.
    colours : sequence of str
        One a node, those on the left first.
    """
    links = sorted(links, key=lambda link: link[:2])
    total = sum(amount for _a, _b, amount, _c in links) or 1.0
    least = LEAST * total
    sums = np.zeros(len(left)), np.zeros(len(right))
    for a, b, amount, _colour in links:
        sums[0][a] += max(amount, least)
        sums[1][b] += max(amount, least)
    hair = [[s < least * 50 for s in column] for column in sums]
    labels = ["" if gone else name for name, gone in zip([*left, *right], hair[0] + hair[1], strict=True)]
    gaps = max(len(left), len(right)) - 1
    shown = ["rgba(0,0,0,0)" if gone else colour for colour, gone in zip(colours, hair[0] + hair[1], strict=True)]
    node = {"label": labels, "pad": PAD, "thickness": 14, "color": shown, "line": {"width": 0}}
    node |= {"x": [EDGE] * len(left) + [1 - EDGE] * len(right)}
    node |= {"y": [*_middles(sums[0], gaps), *_middles(sums[1], gaps)]}
    link = {
        "source": [a for a, _b, _amount, _colour in links],
        "target": [len(left) + b for _a, b, _amount, _colour in links],
        "value": [max(amount, least) for _a, _b, amount, _colour in links],
        "color": [faint(colour) if amount > 0 else "rgba(0,0,0,0)" for _a, _b, amount, colour in links],
        # From top to bottom as the places are; plotly's own order is that of the places that it would have chosen.
        "sort": "input",
    }
    return {"type": "sankey", "arrangement": "fixed", "node": node, "link": link}


def faint(colour: str) -> str:
    """Return a colour of the palette as a veil.

    Examples
    --------
    >>> faint("#3968a7")
    'rgba(57,104,167,0.45)'
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.45)"


def node_colours(left: int, right: int) -> list[str]:
    """Givers of one colour, takers of another."""
    return [style.color(0)] * left + [style.MUTED] * right


def _middles(heights: np.ndarray, gaps: int) -> list[float]:
    """Middle of each node of a column, from 0 (top) to 1; the column with all the gaps fills it."""
    tall = heights / heights.sum() * (1 - gaps * GAP)
    tops = np.cumsum(tall + GAP) - tall - GAP
    spare = 1 - tall.sum() - GAP * (len(tall) - 1)
    return [max(float(middle), EDGE) for middle in spare / 2 + tops + tall / 2]

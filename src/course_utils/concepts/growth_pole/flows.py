"""Pictures of where indirect production lands: in the region or elsewhere, then in which broad sectors."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from course_utils.concepts.growth_pole.figure import ELSEWHERE, REGION, faint
from course_utils.concepts.growth_pole.model import Array, Pull
from course_utils.concepts.growth_pole.rounds import Rounds
from course_utils.concepts.growth_pole.sectors import BROAD, broad_names
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

TOP = 5
#: Room between two nodes, as a share of the height; in pixels it is plotly's ``pad``, from which it takes its scale.
GAP, PAD = 0.05, 17
#: Plotly takes a place of 0 for none given.
EDGE = 0.001
#: Of 100. Plotly drops a node without any flow, and the places given to the others would then be its neighbours'.
LEAST_FLOW = 0.001


def landing(found: Pull, **_values: Any) -> Figure:
    """Draw where every 100 of indirect production land."""
    parts = (_broad(part) * 100 / found.national.sum() for part in (found.national, found.regional, found.leaked))
    return _sankey(*parts)


def landed(found: Rounds, *, rounds: float, **_values: Any) -> Figure:
    """Draw the same after some rounds: of every 100 that there will be, what is made by then and what is to come."""
    whole = found.indirect
    made, region = (100 / whole.sum() * part for part in found.suppliers(int(rounds)))
    return _sankey(_broad(100 / whole.sum() * whole), _broad(region), _broad(made - region), 100 - float(made.sum()))


def _sankey(whole: Array, region: Array, elsewhere: Array, later: float | None = None) -> Figure:
    """Lead 100 from the motor firm over the region and elsewhere to the sectors that make most of the whole."""
    top = np.argsort(-whole, kind="stable")[:TOP].tolist()
    kept, leaked = (_largest(part, top) for part in (region, elsewhere))
    known = list(broad_names().values())
    labels = [_("Motor firm"), _("Region"), _("Elsewhere"), *(known[i] for i in top), _("All others")]
    ends = list(range(3, 4 + TOP))
    source, target = [0, 0, *[1] * len(ends), *[2] * len(ends)], [1, 2, *ends, *ends]
    flows = [sum(kept), sum(leaked), *kept, *leaked]
    colours = [REGION, ELSEWHERE, *[REGION] * len(ends), *[ELSEWHERE] * len(ends)]
    rest = [] if later is None else [later]
    if rest:
        source, target, labels = [*source, 0], [*target, len(labels)], [*labels, _("Later rounds")]
        flows, colours = [*flows, *rest], [*colours, style.MUTED]
    link = {"source": source, "target": target, "value": [max(flow, LEAST_FLOW) for flow in flows]}
    # In the order of the places below; plotly's own is that of the places that it would have chosen.
    link |= {"color": [faint(colour) for colour in colours], "sort": "input"}
    node: dict[str, Any] = {"label": labels, "pad": PAD, "thickness": 14}
    right = [*np.add(kept, leaked), *rest]
    node["color"] = [style.MUTED, REGION, ELSEWHERE, *[style.MUTED] * len(right)]
    # Places are given, so that no node jumps while a slider moves, and a phone has room for both rows of labels.
    node["x"] = [EDGE, 0.33, 0.33, *[1 - EDGE] * len(right)]
    gaps = len(right) - 1
    node["y"] = [0.5, *_middles([sum(kept), sum(leaked), *rest], gaps)[:2], *_middles(right, gaps)]
    return {"data": [{"type": "sankey", "arrangement": "fixed", "node": node, "link": link}], "layout": {}}


def _broad(production: Array) -> Array:
    return np.array([production[list(places)].sum() for places in BROAD.values()])


def _largest(part: Array, top: list[int]) -> list[float]:
    return [*(float(part[i]) for i in top), float(np.delete(part, top).sum())]


def _middles(flows: ArrayLike, gaps: int) -> list[float]:
    """Return the middle of each node of a column, from 0 (top) to 1; the column with all the gaps fills it."""
    heights = np.asarray(flows) * (1 - gaps * GAP) / 100
    tops = np.cumsum(heights + GAP) - heights - GAP
    spare = 1 - heights.sum() - GAP * (len(heights) - 1)
    return [max(float(middle), EDGE) for middle in spare / 2 + tops + heights / 2]

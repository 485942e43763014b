"""The material balance of a plan: what is thrown away or bought new, and where it goes."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis import sankey
from course_utils.concepts.industrial_symbiosis.firms import MATCHES, NEEDS, need_names, waste_names
from course_utils.concepts.industrial_symbiosis.model import NEED_KEYS, WASTE_KEYS, Plan, heat_matches, heat_wastes
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]
Flow = tuple[str, str, float]
NEW, LANDFILL = "new", "landfill"


def balance(plan: Plan) -> list[Flow]:
    """Every flow of material: from a waste or from new goods, to a need or to the landfill, in thousand tonnes.

    Examples
    --------
    >>> from course_utils.concepts.industrial_symbiosis.model import plan
    >>> balance(plan(0.0))[0], len(balance(plan(0.0)))
    (('ash', 'cement', 100.0), 17)
    """
    flows = [
        (match.waste, match.need, float(flow))
        for match, flow, heat in zip(MATCHES, plan.flows, heat_matches(), strict=True)
        if not heat
    ]
    flows += [(key, LANDFILL, float(plan.dumped[i])) for i, key in enumerate(WASTE_KEYS) if not heat_wastes()[i]]
    return flows + [(NEW, key, float(plan.bought[i])) for i, key in enumerate(NEED_KEYS) if not NEEDS[key].heat]


def mass_figure(result: Plan, **_values: Any) -> Figure:
    """Draw the balance."""
    left = [key for key, heat in zip(WASTE_KEYS, heat_wastes(), strict=True) if not heat] + [NEW]
    right = [key for key in NEED_KEYS if not NEEDS[key].heat] + [LANDFILL]
    names = waste_names() | need_names() | {NEW: _("Bought new"), LANDFILL: _("Landfill")}
    colours = {key: style.color(i) for i, key in enumerate(left)}
    links = [(left.index(a), right.index(b), flow, colours[a]) for a, b, flow in balance(result)]
    sides = [colours[key] for key in left] + [style.MUTED] * len(right)
    trace = sankey.two_columns([names[key] for key in left], [names[key].capitalize() for key in right], links, sides)
    layout = {"margin": {"l": 4, "r": 4, "t": 8, "b": 8}}
    return {"data": [trace | {"name": _("Thousand tonnes a year")}], "layout": layout}


def arriving(plan: Plan) -> np.ndarray:
    """What each need gets, useful waste and new goods together, in units of the need: its demand in every plan."""
    places = [NEED_KEYS.index(match.need) for match in MATCHES]
    return plan.bought + np.bincount(places, plan.flows * plan.useful, len(NEED_KEYS))

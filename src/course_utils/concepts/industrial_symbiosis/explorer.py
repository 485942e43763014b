"""The explorer ``industrial_symbiosis``: invented firms on a real coast, and a tax on what they landfill."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.industrial_symbiosis import figure, ladder_figure, mass, sentences
from course_utils.concepts.industrial_symbiosis.firms import ANCHORS, firm_names
from course_utils.concepts.industrial_symbiosis.model import ENDLESS, TAXES, Plan, ladder, reach
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.explorer.controls import Control
from course_utils.words import _, number, say

STATE = ("tax", "price", "limit", "lost")
REST = ("price", "limit", "lost")
LIMITS = {"6": 6.0, "20": 20.0, "40": 40.0, "none": ENDLESS}


def explorer() -> Explorer:
    """Return the explorer ``industrial_symbiosis``."""
    return Explorer(
        name="industrial_symbiosis",
        controls=_controls(),
        panels=[_map(), _landfill(), _who(), _mass(), _reach()],
        reading=Reading(_two, sentences.reading, STATE),
        title=_("Design your own symbiosis"),
        caption=_(
            "Ten invented firms in real towns around Dunkirk. For each state the cheapest plan of all firms together is"
            " found exactly (kt: thousand tonnes). Click a square to close that firm, click it again to open it."
        ),
        data=("communes", "geometry"),
        note=_(
            "Towns and distances are real, firms and all their figures are invented. A lorry costs €0.12 a tonne and"
            " kilometre, a pipe €250,000 a kilometre and year, and loses 2 % of its heat a kilometre."
        ),
    )


def _controls() -> dict[str, Control]:
    limits = {key: str(number(km, 0, "km")) for key, km in LIMITS.items() if key != "none"} | {"none": _("no limit")}
    closed = _("{name} closed")
    lost = {"none": _("none closed")} | {f: str(say(closed, name=firm_names()[f])) for f in ANCHORS}
    return {
        "tax": Slider(_("Landfill tax"), 0.0, 100.0, 65.0, len(TAXES), decimals=0, unit=_("€/t"), play=True),
        "price": Choice(_("Prices of new goods"), {"0.5": _("half"), "1": _("as given"), "2": _("double")}, "1"),
        "limit": Choice(_("Longest distance"), limits, "none"),
        "lost": Choice(_("Anchor firm"), lost, "none"),
    }


def _map() -> Panel:
    return Panel(
        "map",
        plan_of,
        figure.map_figure,
        STATE,
        title=_("Who takes whose waste"),
        alt=_(
            "Map of the coast from Calais to Dunkirk and of the land behind it. Numbered marks are firms, squares those"
            " that can be closed; lines are exchanges that are worth it, thicker where more is taken, dotted for heat."
        ),
        height=560,
    )


def _landfill() -> Panel:
    return Panel(
        "landfill",
        _ladder,
        ladder_figure.landfill_figure,
        REST,
        title=_("What is left for the landfill"),
        alt=_("Stacked bars, one a tax from 0 to 100 euros a tonne: tonnes of each waste that are landfilled."),
        height=360,
        overlay=Overlay(_nothing, ladder_figure.your_tax_bar, ("tax",)),
    )


def _who() -> Panel:
    return Panel(
        "who",
        _ladder,
        ladder_figure.who_figure,
        REST,
        title=_("Which exchange runs at which tax"),
        alt=_(
            "A grid: one row an exchange of materials, one column a tax; the darker, the more is taken. A row may end"
            " before the right edge: that exchange is switched off by a higher tax. A frame marks your tax."
        ),
        height=340,
        overlay=Overlay(_nothing, ladder_figure.your_tax_column, ("tax",)),
    )


def _mass() -> Panel:
    return Panel(
        "mass",
        plan_of,
        mass.mass_figure,
        STATE,
        title=_("Every tonne, from left to right"),
        alt=_(
            "Flows of material in thousand tonnes: on the left what firms throw away and what is bought new, on the"
            " right who takes it in, and the landfill. Both sides are equally high."
        ),
        height=420,
    )


def _reach() -> Panel:
    return Panel(
        "reach",
        _far,
        ladder_figure.reach_figure,
        ("tax", "price"),
        title=_("How far it could travel"),
        alt=_(
            "One row an exchange: a diamond at the distance up to which it pays, taken alone, and a stroke at the"
            " distance on the map. Heat stays below twenty kilometres, materials reach hundreds."
        ),
        height=460,
    )


def plan_of(tax: float, price: str, limit: str, lost: str) -> Plan:
    """Cheapest plan at the values of the controls."""
    return _ladder(price, limit, lost)[TAXES.index(tax)]


def _two(tax: float, price: str, limit: str, lost: str) -> tuple[Plan, Plan]:
    return plan_of(tax, price, limit, lost), plan_of(0.0, price, limit, lost)


def _ladder(price: str, limit: str, lost: str) -> tuple[Plan, ...]:
    return ladder(float(price), LIMITS[limit], "" if lost == "none" else lost)


def _far(tax: float, price: str) -> np.ndarray:
    return reach(tax, float(price))


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat the tax need no model."""

"""The explorer ``porter_cluster``: draw a diamond, copy somebody else's corners."""

from __future__ import annotations

import math
from typing import Any

from course_utils.concepts.porter_cluster import figure, sentences
from course_utils.concepts.porter_cluster.diamond import CORNERS, Copying, copying
from course_utils.concepts.porter_cluster.words_of import corners, exponents
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.explorer.controls import Control
from course_utils.words import _

STATE = (*CORNERS, "r")
START = {"strategy": 75.0, "demand": 50.0, "support": 25.0, "factors": 50.0}


def explorer() -> Explorer:
    """Return the explorer ``porter_cluster``."""
    return Explorer(
        name="porter_cluster",
        controls=_controls(),
        panels=[_diamond_panel(), _copy_panel(), _reach_panel()],
        reading=Reading(_copying, sentences.diamond_sentence, STATE),
        title=_("Draw a diamond, then copy a corner"),
        caption=_(
            "Each corner is marked out of 100, the best in the world. The model cluster is the one that delegations"
            " visit: rivalry 75, demand 50, related industries 75, factors 100. The dotted diamond is even and as"
            " strong as yours."
        ),
        note=_(
            "A stylised model: Porter drew arrows between his corners and no formula. The marks and the exponent are"
            " ours, and nobody has measured them."
        ),
    )


def _controls() -> dict[str, Control]:
    marks: dict[str, Control] = {
        corner: Slider(name, 25.0, 100.0, START[corner], 4, decimals=0) for corner, name in corners().items()
    }
    return marks | {"r": Choice(_("How the corners work together"), exponents(), "-4")}


def _diamond_panel() -> Panel:
    return Panel(
        "diamond",
        _nothing,
        figure.diamond_figure,
        CORNERS,
        title=_("Two diamonds"),
        alt=_(
            "Porter's diamond: four axes from the centre to strategy and rivalry at the top, demand on the right,"
            " related industries at the bottom, factors on the left. A filled diamond is yours, a dashed one the model"
            " cluster's, a dotted even one shows the strength of yours."
        ),
        height=460,
        overlay=Overlay(_copying, figure.strength_ring, STATE),
    )


def _copy_panel() -> Panel:
    return Panel(
        "copy",
        _copying,
        figure.copy_figure,
        STATE,
        title=_("Which corner is worth copying?"),
        alt=_(
            "Four bars: the strength of your cluster, and what copying each corner of the model would add. A dashed"
            " line marks the cap that the weakest corner sets, where there is one in sight."
        ),
        height=340,
    )


def _reach_panel() -> Panel:
    return Panel(
        "reach",
        figure.reach,
        figure.reach_figure,
        ("strategy", "demand", "support"),
        title=_("How far can one corner carry?"),
        alt=_(
            "Strength of the cluster along the level of factor conditions, to twice the best in the world, one line"
            " for each exponent: straight for substitutes, flat for strong complements. A circle marks your cluster."
        ),
        height=420,
        overlay=Overlay(_copying, figure.place_on_reach, STATE),
    )


def _nothing(**_values: Any) -> None:
    """A drawing of what the reader chose needs no model."""


def _copying(r: str, **levels: float) -> Copying:
    return copying([levels[corner] for corner in CORNERS], -math.inf if r == "-inf" else float(r))

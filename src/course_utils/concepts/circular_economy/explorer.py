"""The explorer ``circular_economy``: how much of what is sold can be made of what comes back?"""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.circular_economy import figure, model, sentences
from course_utils.concepts.circular_economy.model import InOut, Lives
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.measures import returning
from course_utils.words import _, percent

STEADY = ("growth", "lifetime", "collection", "material")
ALL = (*STEADY, "extension", "rebound")


def explorer() -> Explorer:
    """Return the explorer ``circular_economy``."""
    return Explorer(
        name="circular_economy",
        controls={
            "growth": Slider(_("Growth a year"), 0.0, 0.04, 0.02, 9, decimals=1, percent=True, play=True),
            "lifetime": Slider(_("Things last"), 10, 60, 30, 6, decimals=0, unit=_("years")),
            "collection": Slider(_("Collected of what comes out"), 0.5, 1.0, 1.0, 2, True, 0.01, 0, percent=True),
            "material": Slider(_("Yield of recycling"), 0.5, 1.0, 1.0, 2, True, 0.01, 0, percent=True),
            "extension": Choice(_("Let things last longer by"), {f"{x:g}": str(percent(x)) for x in (0, 0.5, 1)}, "0"),
            "rebound": Slider(_("Of the saving, spent on more"), 0.0, 1.0, 0.0, 2, True, 0.01, 0, percent=True),
        },
        panels=[_in_out_panel(), _map_panel(), _lives_panel(), _stop_panel()],
        reading=Reading(_lives, sentences.reading, ALL),
        title=_("How far can the loop close?"),
        caption=_(
            "Sales grow steadily. What is sold comes out again when its life is over, some of it is collected, and the"
            " yield of that is material for new things. All the rest of what is sold must be new."
        ),
        note=_("A stylised account: one material, one kind of thing. No country and no year is meant."),
    )


def _in_out_panel() -> Panel:
    return Panel(
        "in_out",
        _in_out,
        figure.in_out_figure,
        STEADY,
        title=_("What goes in, what comes out"),
        alt=_(
            "Three lines over sixty years: what is sold, below it what comes out, below that what is recycled. A level"
            " line joins what comes out today with the year in which it was sold; an upright bar today is what must be"
            " new."
        ),
        height=360,
    )


def _map_panel() -> Panel:
    return Panel(
        "map",
        _map,
        figure.map_figure,
        ("collection", "material"),
        title=_("Growth against lifetime"),
        alt=_(
            "A map of the circular share, darker where it is larger, over the years that things last and growth; a"
            " diamond marks your economy, a dashed line all others with the same share."
        ),
        height=340,
        overlay=(
            Overlay(_nothing, figure.same_share, ("growth", "lifetime")),
            Overlay(_nothing, figure.your_point, ("growth", "lifetime")),
        ),
    )


def _lives_panel() -> Panel:
    return Panel(
        "lives",
        _lives,
        figure.lives_figure,
        ALL,
        title=_("If things last longer"),
        alt=_("Two bars: recycled and new material of a year, before and after things last longer."),
        height=220,
    )


def _stop_panel() -> Panel:
    return Panel(
        "stop",
        _stop,
        figure.stop_figure,
        STEADY,
        title=_("If sales stopped growing today"),
        alt=_("Three rising lines: the circular share in the years after growth stops, for three kinds of lives."),
        height=320,
    )


def _in_out(growth: float, lifetime: float, collection: float, material: float) -> InOut:
    return model.in_and_out(growth, lifetime, collection * material)


def _map(collection: float, material: float) -> np.ndarray:
    grid = returning(figure.GROWTHS[:, None] / 100, figure.LIFETIMES[None, :])
    return np.asarray(100 * collection * material * grid)


def _lives(
    growth: float, lifetime: float, collection: float, material: float, extension: str, rebound: float
) -> tuple[Lives, Lives]:
    recovery = collection * material
    now = model.lives(growth, lifetime, recovery)
    return now, model.lives(growth, lifetime, recovery, float(extension), rebound)


def _stop(growth: float, lifetime: float, collection: float, material: float) -> dict[str, np.ndarray]:
    recovery = collection * material
    return {kind: recovery * model.after_growth(growth, lifetime, kind) for kind in model.SHAPES}


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""

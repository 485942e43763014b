"""The explorer ``decentralisation.groups``: with whom should a place decide?"""

from __future__ import annotations

from typing import Any

from course_utils.concepts.decentralisation import groups, groups_sentences
from course_utils.concepts.decentralisation import groups_figure as figure
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import _, number, percent

CASE = ("map", "spread", "kappa", "fixed")
SPREADS = (0.2, 0.4, 0.6)
FIXED = (0.0, 0.02, 0.05)


def groups_explorer() -> Explorer:
    """Return the explorer ``decentralisation.groups``."""
    return Explorer(
        name="decentralisation.groups",
        controls=_controls(),
        panels=[_sizes_panel(), _example_panel()],
        reading=Reading(_losses, groups_sentences.reading, CASE),
        title=_("With whom should a place decide?"),
        caption=_(
            "Forty-eight places on a road; each shares benefits with its living area of six. A group sets one level for"
            " its members. The band holds the middle 80 % of the draws of random groups."
        ),
        note=_(
            "A stylised model: no real place is meant. Every draw lays the same tastes on the road anew and, for random"
            " groups, deals the places anew; 4,000 draws from the seed 2016, none interpolated."
        ),
    )


def _controls() -> dict[str, Any]:
    sizes = {str(size): str(number(size)) for size in groups.SIZES}
    return {
        "kappa": Slider(
            _("Spillover κ: part of the benefit that is shared"), 0.0, 0.4, 0.3, 21, decimals=0, percent=True
        ),
        "spread": Choice(_("How much tastes vary"), {f"{s:g}": str(number(s, 1)) for s in SPREADS}, "0.4"),
        "map": Choice(_("Neighbours' tastes are"), figure.maps(), "leaning"),
        "fixed": Choice(_("Fixed cost of a jurisdiction"), {f"{f:g}": str(percent(f)) for f in FIXED}, "0"),
        "recipe": Choice(_("Look at groups of"), figure.recipes(), "random"),
        "size": Choice(_("of this many"), sizes, "6", play=True),
    }


def _sizes_panel() -> Panel:
    return Panel(
        "sizes",
        _losses,
        figure.sizes_figure,
        CASE,
        title=_("What is missing, by size of the groups"),
        alt=_(
            "Three lines of what is missing against the size of groups, for neighbours, places alike and random groups."
            " They meet at both ends: each alone, and the State."
        ),
        height=400,
        overlay=Overlay(_nothing, figure.size_mark, ("size",)),
    )


def _example_panel() -> Panel:
    return Panel(
        "example",
        figure.example,
        figure.example_figure,
        ("map", "spread", "recipe", "size"),
        title=_("Who is with whom: one of the draws"),
        alt=_("Tastes of 48 places along a road as circles, and for each the mean taste of its group as a dash."),
        height=360,
        overlay=Overlay(_gathered, _frame, ("map", "recipe", "size"), groups_sentences.gathered_sentence),
    )


def _losses(map: str, spread: str, kappa: float, fixed: str) -> groups.Losses:
    return groups.losses(map, float(spread), kappa, float(fixed))


def _gathered(map: str, recipe: str, size: str) -> tuple[float, float]:
    found = groups.moments(map, groups.DRAWS, groups.SEED)
    at = groups.RECIPES.index(recipe), groups.SIZES.index(int(size))
    return float(found.gathered[at]), float(found.inside[at])


def _frame(_found: tuple[float, float], **_values: Any) -> dict[str, Any]:
    """Add nothing to the picture: the overlay is there for its sentence."""
    empty = {"type": "scatter", "mode": "markers", "name": _("one taste"), "x": [None], "y": [None]}
    return empty | {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""

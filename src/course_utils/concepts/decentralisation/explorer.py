"""The explorer ``decentralisation``: State, places or planner, and the frontier between them."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.decentralisation import figure, model, sentences
from course_utils.concepts.decentralisation.territory import spread_of
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.words import _, number, percent

CASE = ("spread", "kappa", "n")
FIXED = (0.0, 0.01, 0.02, 0.05, 0.1)


def explorer() -> Explorer:
    """Return the explorer ``decentralisation``."""
    return Explorer(
        name="decentralisation",
        controls=_controls(),
        panels=[_places_panel(), _loss_panel(), _frontier_panel()],
        reading=Reading(_outcome, sentences.reading, CASE),
        title=_("Who should decide?"),
        caption=_(
            "Places that want a public good with different strength, some of whose benefit goes to the neighbours."
            " Losses and costs are in % of what a place of average taste gains on its own."
        ),
        data=("age_housing",),
        note=_(
            "A stylised model (Oates 1972). The line of your territory is an assumption, not a measurement: it takes"
            " the spread of one characteristic over the intercommunalities of your département (census of 2021) for the"
            " spread of tastes. What spills over is not known: hence a line and no point."
        ),
    )


def _controls() -> dict[str, Any]:
    return {
        "spread": Slider(_("How much tastes vary (coefficient of variation)"), 0.0, 0.8, 0.4, 21),
        "kappa": Slider(
            _("Spillover κ: part of the benefit that is shared"), 0.0, 0.4, 0.2, 21, decimals=0, percent=True
        ),
        "n": Choice(_("Number of places"), {str(n): str(number(n)) for n in figure.NUMBERS}, "12"),
        "fixed": Choice(_("Fixed cost of a jurisdiction"), {f"{f:g}": str(percent(f)) for f in FIXED}, "0"),
        "trait": Choice(_("Stand-in for your territory's tastes: share of"), sentences.traits(), "old"),
        "territory": Territory(_("Your territory"), level="departement", value="38"),
    }


def _places_panel() -> Panel:
    return Panel(
        "places",
        _outcome,
        figure.places_figure,
        CASE,
        title=_("What each place gets"),
        alt=_(
            "Level of the good in each place, from the least to the most demanding: hollow circles for the best"
            " possible, diamonds for places that decide alone, a dashed line for the State."
        ),
        height=400,
    )


def _loss_panel() -> Panel:
    return Panel(
        "losses",
        _outcome,
        figure.loss_figure,
        CASE,
        title=_("What is missing to the best"),
        alt=_("Two bars: what the State misses and what places alone miss, with the fixed cost a place added."),
        height=220,
        overlay=Overlay(_nothing, figure.fixed_trace, ("n", "fixed")),
    )


def _frontier_panel() -> Panel:
    return Panel(
        "frontier",
        figure.frontier,
        figure.frontier_figure,
        ("n", "fixed"),
        title=_("The frontier"),
        alt=_(
            "Phase diagram: spillover to own benefit across, variation of tastes upwards. Above the line places alone"
            " do better, below it the State. A circle marks your case, a line the spread assumed for your territory."
        ),
        height=430,
        overlay=(
            Overlay(_nothing, figure.your_point, ("spread", "kappa")),
            Overlay(sentences.frontier_of, figure.threshold_mark, ("kappa", "n", "fixed"), sentences.frontier_sentence),
            Overlay(spread_of, figure.home_line, ("territory", "trait"), sentences.home_sentence),
        ),
    )


def _outcome(spread: float, kappa: float, n: str) -> model.Outcome:
    return model.outcome(int(n), spread, kappa)


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""

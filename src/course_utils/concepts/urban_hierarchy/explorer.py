"""The explorer of the urban hierarchy: five panels, one reading, the reader's own place."""

from __future__ import annotations

from course_utils.concepts.urban_hierarchy import figure, maps, model, sentences, spread, territories
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.explorer.controls import Control
from course_utils.words import _

RULE = ("unit", "vintage", "cutoff", "estimator")


def explorer() -> Explorer:
    """Return a fresh explorer of the rank-size rule on French places."""
    return Explorer(
        "urban_hierarchy",
        _controls(),
        [_rank_size(), _exponents(), _lorenz(), _primacy(), _map()],
        Reading(model.fit, sentences.reading, RULE),
        title=_("Which places count as cities, and how far down do you go?"),
        caption=_(
            "Legal populations in force on 1 January of the year chosen, in the boundaries of 2026. The curve is drawn "
            "at about 130 ranks, evenly spaced in logarithm after the first ones; exponents use every place kept."
        ),
        data=("communes", "epci", "departements", "regions", "metropoles_equilibre", "geometry"),
        note=_(
            "A legal population is counted three years before it comes into force: that of 2026 is the census of "
            "2023. Mayotte keeps its census of 2017, so its growth is left blank. Each balancing metropolis of 1964 "
            "is marked at the largest place that holds one of its cities."
        ),
    )


def _controls() -> dict[str, Control]:
    return {
        "unit": Choice(_("A city is"), sentences.units(), "commune"),
        "vintage": Choice(_("Year"), {year: year for year in model.VINTAGES}, "2026", play=True),
        "cutoff": Slider(
            _("Largest places kept"),
            model.CUTOFFS[0],
            model.CUTOFFS[-1],
            100.0,
            points=len(model.CUTOFFS),
            decimals=0,
            scale="log",
        ),
        "estimator": Choice(_("Estimator"), sentences.estimators(), "gabaix-ibragimov"),
        "map": Choice(_("Map"), sentences.maps(), "growth"),
        "territory": Territory(_("Your territory"), level="epci", value="200040715"),
    }


def _rank_size() -> Panel:
    rule = Overlay(model.fit, figure.rule_trace, RULE)
    last = Overlay(_last_kept, figure.cutoff_trace, ("unit", "vintage", "cutoff"))
    own = Overlay(territories.reader, figure.reader_trace, ("territory", "unit"), sentences.reader_sentence)
    return Panel(
        "rank_size",
        model.curve,
        figure.rank_size_figure,
        ("unit", "vintage"),
        alt=_("Rank of French places against their inhabitants, both in logarithms, with a fitted straight line."),
        title=_("Rank and size"),
        height=460,
        overlay=(rule, last, own),
    )


def _last_kept(unit: str, vintage: str, cutoff: float) -> model.Fit:
    return model.fit(unit, vintage, cutoff, "gabaix-ibragimov")  # the last place is the same for every estimator


def _exponents() -> Panel:
    return Panel(
        "exponents",
        model.exponents,
        figure.exponent_figure,
        RULE,
        alt=_("Exponent of the rank-size rule against the number of places kept, by three estimators."),
        title=_("The exponent depends on where you stop"),
    )


def _lorenz() -> Panel:
    return Panel(
        "lorenz",
        lambda unit, vintage: model.inequalities(vintage),
        spread.lorenz_figure,
        ("unit", "vintage"),
        alt=_("Lorenz curves of population over communes, intercommunalities, départements and régions."),
        title=_("How unequally people are spread"),
    )


def _primacy() -> Panel:
    return Panel(
        "primacy",
        model.primacies,
        spread.primacy_figure,
        ("vintage",),
        alt=_(
            "Bars: inhabitants of the largest place over the second, and over the next three, for four definitions "
            "of a city."
        ),
        title=_("How far the first stands before the second"),
    )


def _map() -> Panel:
    extremes = Overlay(territories.departement_map, maps.extremes_trace, ("map", "vintage"), sentences.map_sentence)
    home = Overlay(territories.departement_of, maps.home_trace, ("territory",))
    return Panel(
        "map",
        territories.departement_map,
        maps.map_figure,
        ("map", "vintage"),
        alt=_("Map of the French départements coloured by the value chosen."),
        title=_("Where people are, and where they go"),
        height=480,
        overlay=(extremes, home),
    )

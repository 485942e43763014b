"""The explorer ``environmental_limits``: one budget of land, five rules, a real département."""

from __future__ import annotations

from course_utils.concepts.environmental_limits import figure, market, rules, sentences
from course_utils.concepts.environmental_limits.market import Settled
from course_utils.concepts.environmental_limits.places import Places, places
from course_utils.concepts.environmental_limits.rules import Choices, Shared
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory, Toggle
from course_utils.words import _

YEARS = ("2026", "2036", "2046")
ALL = ("territory", "rule", "year", "trading")


def explorer() -> Explorer:
    """Return the explorer ``environmental_limits``."""
    return Explorer(
        name="environmental_limits",
        controls={
            "territory": Territory(_("Your département"), level="departement", value="38"),
            "rule": Choice(_("Shared out by"), sentences.rules(), "people"),
            "year": Choice(_("Year"), {year: year for year in YEARS}, "2026", play=True),
            "trading": Toggle(_("They may sell their shares")),
        },
        panels=[_map_panel(), _land_panel(), _cost_panel(), _choices_panel()],
        reading=Reading(_settled, sentences.reading, ALL),
        title=_("Who may still build?"),
        caption=_(
            "The intercommunalities of a département share its land: half of the past pace until 2031, then straight"
            " down to nothing in 2050. The map compares each with an even cut, by which all are cut alike; 100 % and"
            " more are coloured alike. A hectare not built is dear to do without where few dwellings stand vacant."
        ),
        data=("age_housing", "communes", "departements", "geometry"),
        note=_(
            "No land take by commune ships with this course. Houses counted in 2021 stand in for it, so all hectares"
            " are parts of 100 and none is a measured hectare of a place. Costs are a model: only their order is"
            " meant. An intercommunality is counted whole where most of its people live."
        ),
    )


def _map_panel() -> Panel:
    return Panel(
        "map",
        _given,
        figure.map_figure,
        ("territory", "rule"),
        title=_("Who gains, who loses by the rule"),
        alt=_(
            "Map of the intercommunalities of a département, blue where the rule gives more than an even cut, brown"
            " where it gives less."
        ),
        height=440,
        overlay=(
            Overlay(_given, figure.map_trace, ("territory", "rule")),
            Overlay(_given, figure.ends_trace, ("territory", "rule"), sentences.ends_sentence),
        ),
    )


def _land_panel() -> Panel:
    return Panel(
        "land",
        _before,
        figure.land_figure,
        ("territory", "rule", "year"),
        title=_("What they took, get and build, of 100 ha taken a year in the past"),
        alt=_("For the largest intercommunalities: ticks for the past, dots for allowances, diamonds built."),
        height=400,
        overlay=(
            Overlay(_before, figure.given_trace, ("territory", "rule", "year")),
            Overlay(_places, figure.past_trace, ("territory",)),
            Overlay(_after, figure.built_trace, ("territory", "year", "trading")),
        ),
    )


def _cost_panel() -> Panel:
    return Panel(
        "cost",
        _settled,
        figure.cost_figure,
        ALL,
        title=_("Who pays, who earns (unit: price of a hectare in 2026)"),
        alt=_("Bars: what the limit costs each intercommunality in all; to the left of zero where it earns."),
        height=400,
        overlay=Overlay(_settled, figure.cost_trace, ALL),
    )


def _choices_panel() -> Panel:
    return Panel(
        "choices",
        _choices,
        figure.choices_figure,
        ("territory",),
        title=_("Each rule has friends and foes"),
        alt=_("Bars: share of the inhabitants for whose place each rule is the best, and the worst."),
        height=340,
        overlay=Overlay(_choices, _no_trace, ("territory",), sentences.choices_sentence),
    )


def _given(territory: str, rule: str) -> tuple[Places, Shared]:
    return places(territory), rules.shared(territory, rule)


def _places(territory: str) -> Places:
    return places(territory)


def _choices(territory: str) -> Choices:
    return rules.choices(territory)


def _settled(territory: str, rule: str, year: str, trading: bool) -> Settled:
    return market.settled(territory, rule, float(year), trading)


def _before(territory: str, rule: str, year: str) -> Settled:
    return _settled(territory, rule, year, False)


def _after(territory: str, year: str, trading: bool) -> Settled | None:
    """Who builds after trading is the same by every rule."""
    return _settled(territory, "past", year, True) if trading else None


def _no_trace(_found: object, **_values: object) -> dict[str, object]:
    """Add nothing to the picture: the overlay is there for its sentence."""
    empty = {"type": "scatter", "mode": "markers", "name": _("nothing"), "x": [None], "y": [None]}
    return empty | {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}

"""The explorer ``industrial_district.funnel``: four thresholds, and who is still called a district."""

from __future__ import annotations

from course_utils.concepts.industrial_district import funnel_figure, steps
from course_utils.concepts.industrial_district.funnel_figure import OFFERED
from course_utils.concepts.industrial_district.steps import STEPS, Funnel
from course_utils.explorer import Choice, Explorer, Panel, Reading
from course_utils.explorer.controls import Control
from course_utils.words import Sentence, _, join, number, percent, say

NAMES = (*STEPS, "small_means")


def funnel_explorer() -> Explorer:
    """Return the explorer ``industrial_district.funnel``."""
    return Explorer(
        name="industrial_district.funnel",
        controls=_controls(),
        panels=[_places(), _left(), _swing()],
        reading=Reading(_found, _sentence, NAMES),
        title=_("A sieve for districts (synthetic places)"),
        caption=_(
            "Synthetic data: 48 invented labour markets. A quotient compares a place with all 48 together: 1 is as they"
            " are on average. The main industry is the one furthest above what their mix would give. Stars are the"
            " twelve that the generator made as districts, which no statistician could see."
        ),
        data=("synthetic_labour_markets",),
        note=_(
            "Synthetic places and figures. The steps follow Sforzi and Istat in outline; Istat also compares"
            " manufacturing with services, and has an exception for a single medium firm."
        ),
    )


def _controls() -> dict[str, Control]:
    usual = dict(zip(STEPS, ("1", "1", "1", "0.5"), strict=True))
    labels = {
        "manufacturing": _("1 Quotient of manufacturing above"),
        "small": _("2 Quotient of small plants above"),
        "dominant": _("3 Quotient of the main industry above"),
        "small_dominant": _("4 Small plants' share in it above"),
    }
    thresholds: dict[str, Control] = {step: Choice(labels[step], _shown(step), usual[step]) for step in STEPS}
    return thresholds | {"small_means": Choice(_("Small means"), _sizes(), "250")}


def _shown(step: str) -> dict[str, str]:
    if step == "small_dominant":
        return {value: str(percent(float(value))) for value in OFFERED[step]}
    return {value: str(number(float(value), 1)) for value in OFFERED[step]}


def _sizes() -> dict[str, str]:
    return {"250": _("fewer than 250 jobs"), "50": _("fewer than 50 jobs")}


def _places() -> Panel:
    return Panel(
        "places",
        _found,
        funnel_figure.places_figure,
        NAMES,
        title=_("Where each place drops out (synthetic places)"),
        alt=_("Names of invented places in five columns: out at step one to four, and districts on the right."),
        height=600,
    )


def _left() -> Panel:
    return Panel(
        "left",
        _found,
        funnel_figure.left_figure,
        NAMES,
        title=_("Places left after each step (synthetic places)"),
        alt=_("A funnel of five bars: all places, then those left after each of the four steps."),
        height=300,
    )


def _swing() -> Panel:
    return Panel(
        "swing",
        _found,
        funnel_figure.swing_figure,
        NAMES,
        title=_("One threshold moved alone, the others as you set them (synthetic places)"),
        alt=_("Falling lines: the number of districts against each of the four thresholds."),
        height=340,
    )


def _found(small_means: str, **thresholds: str) -> Funnel:
    return steps.funnel(tuple(float(thresholds[step]) for step in STEPS), small_means)


def _sentence(found: Funnel, **_values: str) -> Sentence:
    every, first, second, third, last = found.counts
    told = _(
        "Of {every} invented labour markets {first} pass the first step, {second} the second, {third} the third and"
        " {last} the fourth."
    )
    left = {"first": number(first), "second": number(second), "third": number(third), "last": number(last)}
    hits, made = found.hits
    share = sum(found.markets.jobs[i].sum() for i, n in enumerate(found.reached) if n == len(STEPS))
    found_of = _(
        "These {last} hold {share} of manufacturing jobs; of the {made} places made as districts they are {hits}."
    )
    moved = [n for counts in funnel_figure.swing(found).values() for n in counts]
    swings = _("One threshold moved alone would give anything from {low} to {high}.")
    return join(
        say(told, every=number(every), **left),
        say(
            found_of,
            last=number(last),
            share=percent(share / found.markets.jobs.sum()),
            made=number(made),
            hits=number(hits),
        ),
        say(swings, low=number(min(moved)), high=number(max(moved))),
    )

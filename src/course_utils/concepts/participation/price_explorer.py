"""The explorer ``participation.price``: what it costs to make the efficient site acceptable."""

from __future__ import annotations

import numpy as np

from course_utils.concepts.participation import price_figure as figure
from course_utils.concepts.participation import sentences
from course_utils.concepts.participation.payment import PAID, Price, needed, price
from course_utils.concepts.participation.points import places
from course_utils.concepts.participation.siting import BENEFITS, REACHES
from course_utils.datasets import territory as place_of
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.explorer.controls import Control
from course_utils.words import Sentence, _, number, percent, say

OFFER = ("reach", "benefit", "paid")


def price_explorer() -> Explorer:
    """Return the explorer ``participation.price``."""
    return Explorer(
        name="participation.price",
        controls=_controls(),
        panels=[_curve(), _map()],
        reading=Reading(price, _sentence, OFFER),
        title=_("How much must be paid before the neighbours agree?"),
        caption=_(
            "In each département the site is that of the planner who listens first. A share of every harm is paid, by"
            " an equal levy on all inhabitants. Dark blue: nobody there loses."
        ),
        data=("communes", "geometry"),
        note=_("The same invented facility as above, in 100 départements (Paris, a single commune, is left out)."),
    )


def _controls() -> dict[str, Control]:
    return {
        "paid": Slider(_("Share of the harm paid"), 0.0, 1.0, 0.5, points=len(PAID), percent=True, decimals=0),
        "reach": Choice(_("Reach of the nuisance"), sentences.kilometres(REACHES), "6"),
        "benefit": Choice(_("Benefit to everybody"), sentences.euros(BENEFITS), "30"),
        "territory": Territory(_("Your territory"), level="departement", value="44"),
    }


def _curve() -> Panel:
    return Panel(
        "curve",
        lambda reach, benefit: price(reach, benefit, 0.0),
        figure.curve_figure,
        ("reach", "benefit"),
        alt=_("Number of départements in which everybody, or half, accept the site, by share of the harm paid."),
        title=_("Half measures buy nobody"),
        height=380,
        overlay=Overlay(price, figure.paid_trace, OFFER),
    )


def _map() -> Panel:
    home = Overlay(_home, figure.home_trace, ("territory", "reach", "benefit"), _home_sentence)
    return Panel(
        "map",
        price,
        figure.map_figure,
        OFFER,
        alt=_("Map of the départements by the share of people who do not lose; dark blue where nobody does."),
        title=_("Where everybody could say yes"),
        height=460,
        overlay=home,
    )


def _home(territory: str, reach: str, benefit: str) -> float:
    own = needed(territory, reach, benefit)
    return float(own.max()) if len(places(territory).names) > 1 else float("nan")


def _sentence(found: Price, *, reach: str, benefit: str, paid: float) -> Sentence:
    if not found.worth:
        told = _("At {paid} nobody can be won over: no site in any département is worth more than its harm.")
        return say(told, paid=percent(paid))
    at = int(np.abs(PAID - paid).argmin())
    told = _(
        "With {paid} of the harm paid, nobody loses in {n} of the {worth} départements where the site is worth"
        " building; half of those need {middle} or more."
    )
    numbers = {"n": number(found.everybody[at]), "worth": number(found.worth), "middle": percent(found.middle)}
    return say(told, paid=percent(paid), **numbers)


def _home_sentence(found: float, *, territory: str, reach: str, benefit: str) -> Sentence:
    home = place_of(territory)["name"]
    if np.isnan(found):
        return say(_("In {home} no payment would do."), home=home)
    if found <= 0:
        return say(_("In {home} nobody loses, even unpaid."), home=home)
    return say(_("In {home} everybody agrees from {share} on."), home=home, share=percent(found))

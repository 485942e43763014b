"""What the throw says, in plain sentences."""

from __future__ import annotations

import math

from course_utils.concepts.spatial_concentration.chance import THROWS, Darts, false_alarms, first_run
from course_utils.concepts.spatial_concentration.places import Array
from course_utils.concepts.spatial_concentration.plants import sizes
from course_utils.measures import Bands
from course_utils.words import Sentence, _, join, number, percent, say


def reading(found: tuple[Array, Darts], *, n: str, inequality: str, strength: str, scale: str, draw: str) -> Sentence:
    """Say what Gini and gamma make of the throw, and what darts give."""
    own, darts = found
    return join(_told(n, inequality, strength, scale, draw), _gini(own, darts), _gamma(own, darts))


def _told(n: str, inequality: str, strength: str, scale: str, draw: str) -> Sentence:
    parts = {"draw": draw, "n": number(int(n)), "top": percent(float(sizes(int(n), inequality).max()), 1)}
    if float(strength) == 0:
        return say(_("Throw {draw}: {n} plants, the largest with {top} of the jobs, all of them darts."), **parts)
    told = _(
        "Throw {draw}: {n} plants, the largest with {top} of the jobs, {share} of them drawn to two towns, within about"
        " {km} of them."
    )
    return say(told, share=percent(float(strength)), km=number(float(scale), 0, "km"), **parts)


def _gini(own: Array, darts: Darts) -> Sentence:
    told = {
        "within": _("Gini is {g}; darts give {low} to {high} in 90 % of {throws} throws, so it says nothing."),
        "above": _("Gini is {g}, more than the {low} to {high} that darts give in 90 % of {throws} throws."),
        "below": _("Gini is {g}, less than the {low} to {high} that darts give in 90 % of {throws} throws."),
    }[side(own[0], darts.low[0], darts.high[0])]
    ends = {"low": number(darts.low[0], 2), "high": number(darts.high[0], 2)}
    return say(told, g=number(own[0], 2), throws=number(THROWS), **ends)


def _gamma(own: Array, darts: Darts) -> Sentence:
    told = {
        "within": _("γ is {g}, within what darts give ({low} to {high})."),
        "above": _("γ is {g}, beyond what darts give ({low} to {high})."),
        "below": _("γ is {g}, below what darts give ({low} to {high})."),
    }[side(own[2], darts.low[2], darts.high[2])]
    return say(told, g=number(own[2], 3), low=number(darts.low[2], 3), high=number(darts.high[2], 3))


def side(value: float, low: float, high: float) -> str:
    """Where a value lies beside a range.

    Examples
    --------
    >>> side(0.3, 0.1, 0.2), side(0.1, 0.1, 0.2)
    ('above', 'within')
    """
    return "above" if value > high else "below" if value < low else "within"


def k_sentence(found: tuple[Array, Bands], *, n: str, inequality: str, simulations: str, **_values: str) -> Sentence:
    """Say at which distances the plants are closer to one another than darts, and how often darts seem to be."""
    alarms = false_alarms(int(n), inequality, int(simulations))
    fresh = _("Of {throws} fresh throws of darts, {alarms} rise above that band somewhere.")
    return join(_localised(*found), say(fresh, throws=number(THROWS), alarms=percent(alarms)))


def _localised(observed: Array, bands: Bands) -> Sentence:
    start, end = first_run(observed, bands)
    times = number(bands.simulations)
    if math.isnan(start):
        return say(_("At no distance does the K-density rise above the global band of {s} throws."), s=times)
    parts = {"s": times, "b": number(end, 0, "km")}
    if start == 0:
        return say(_("The K-density is above the global band of {s} throws up to {b}: localised."), **parts)
    told = _("The K-density is above the global band of {s} throws from {a} to {b}: localised.")
    return say(told, a=number(start, 0, "km"), **parts)

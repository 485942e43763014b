"""Words of the urban hierarchy: what the controls are called and the sentences under the figures."""

from __future__ import annotations

import numpy as np

from course_utils.concepts.urban_hierarchy.model import Fit
from course_utils.concepts.urban_hierarchy.territories import FIRST, LAST, DepartementMap, Reader
from course_utils.words import Number, Sentence, _, join, number, percent, say


def units() -> dict[str, str]:
    """Name of each definition of a city, in the plural."""
    return {
        "commune": _("communes"),
        "epci": _("intercommunalities (EPCI)"),
        "departement": _("départements"),
        "region": _("régions"),
    }


def estimators() -> dict[str, str]:
    """Name of each estimator."""
    return {"gabaix-ibragimov": _("rank − 1/2"), "ols": _("ordinary least squares"), "hill": _("Hill")}


def maps() -> dict[str, str]:
    """Name of each map."""
    return {
        "share": _("Share of the population"),
        "growth": _("Growth from 2019 to 2026"),
        "primacy": _("Largest commune over the second"),
    }


def reading(fit: Fit, unit: str, vintage: str, cutoff: float, estimator: str) -> Sentence:
    """Say the exponent, how sure one may be of it, and how far the first place stands before the second."""
    everything = _("All {n} {units} kept, the exponent is {exponent}, give or take {margin} ({estimator}): {verdict}")
    largest = _(
        "Among the {n} largest {units} the exponent is {exponent}, give or take {margin} ({estimator}): {verdict}"
    )
    primate = _("In {vintage} {first} has {primacy} times the inhabitants of {second}.")
    rule = say(
        everything if fit.n == fit.total else largest,
        n=number(fit.n),
        units=units()[unit],
        exponent=number(fit.exponent, 2),
        margin=number(2 * fit.standard_error, 2),
        estimator=estimators()[estimator],
        verdict=_verdict(fit),
    )
    first = say(primate, vintage=vintage, first=fit.largest, primacy=number(fit.primacy, 2), second=fit.second)
    return join(rule, first)


def _verdict(fit: Fit) -> str:
    low, high = fit.interval
    if low > 1:
        return _("sizes are closer to one another than Zipf's rule of 1 says.")
    if high < 1:
        return _("sizes are further apart than Zipf's rule of 1 says.")
    return _("Zipf's rule of 1 cannot be ruled out.")


def map_sentence(result: DepartementMap, map: str, vintage: str) -> Sentence:
    """Say where the map is highest and lowest."""
    template = {
        "share": _("On the map, {highest} holds {high} of the country's inhabitants and {lowest} {low}."),
        "growth": _("On the map, from 2019 to 2026 {highest} gained {high} and {lowest} lost {low}."),
        "primacy": _(
            "On the map, the largest commune of {highest} is {high} times the second, that of {lowest} {low} times."
        ),
    }[map]
    high, low = (_map_number(map, abs(float(result.values[at]))) for at in (result.highest, result.lowest))
    ends = {"highest": result.name(result.highest), "lowest": result.name(result.lowest)}
    return say(template, **ends, high=high, low=low)


def _map_number(map: str, value: float) -> Number:
    return number(value, 1) if map == "primacy" else percent(value, 1)


def reader_sentence(result: Reader, territory: str, unit: str) -> Sentence:
    """Say where the reader's place stands, and where it stood."""
    place = {
        "commune": _("The largest commune of {home}"),
        "epci": _("{home}"),
        "departement": _("The département of {home}"),
        "region": _("The région of {home}"),
    }[unit]
    known = _(
        "{place} is number {rank} of {total} in {last}, with {size} thousand inhabitants; "
        "in {first} it was number {before}."
    )
    new = _("{place} is number {rank} of {total} in {last}, with {size} thousand inhabitants; in {first} it had none.")
    return say(
        new if np.isnan(result.first.rank) else known,
        place=say(place, home=result.home),
        rank=number(result.last.rank),
        total=number(result.last.total),
        size=number(result.last.size / 1000),
        before=number(result.first.rank),
        last=LAST,
        first=FIRST,
    )

"""What the maps of stars say, and where the reader's own département stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from course_utils.concepts.porter_cluster.places import table
from course_utils.concepts.porter_cluster.stars import Stars, growth, ranks, stars
from course_utils.words import Sentence, _, join, number, percent, say

#: At most so many places are named in a sentence.
NAMED = 3


def star_sentence(found: Stars, country: str) -> Sentence:
    """Count the stars, and name those with three if they are few."""
    told = _("Of {n} places {three} have three stars, {two} two, {one} one.")
    parts = {name: number(found.places_with(k)) for k, name in ((1, "one"), (2, "two"), (3, "three"))}
    return join(say(told, n=number(found.count.size), **parts), _named(found, country), _focus(found))


def _named(found: Stars, country: str) -> Sentence:
    names = [table(country).names[i] for i in np.flatnonzero(found.count == 3)]
    if not names:
        return say(_("The highest quotient is {q}."), q=number(found.quotient.max(), 2))
    if len(names) > NAMED:
        return say("")
    return say(_("Three stars: {names}."), names=", ".join(names))


def _focus(found: Stars) -> Sentence:
    told = _("The focus star begins at {share} of a place's total, which for this sector is a quotient of {q}.")
    return say(told, share=percent(found.focus_cut, 1), q=number(found.focus_quotient, 2))


@dataclass(frozen=True)
class Standing:
    """Where a French département stands in a sector.

    Parameters
    ----------
    name : str
        Département.
    jobs, quotient, share : float
        Size, specialisation and focus.
    rank : int
        By size, 1 for the largest, of `n`.
    growth : float
        From 2008 to 2018, less that of the country; NaN where it is not known.
    n : int
        Départements.
    """

    name: str
    jobs: float
    quotient: float
    share: float
    rank: int
    growth: float
    n: int


def standing(code: str, sector: str) -> Standing:
    """Return where a département stands, whatever the thresholds.

    Examples
    --------
    >>> own = standing("85", "industry")
    >>> own.name, round(own.quotient, 2)
    ('Vendée', 1.84)
    """
    places, found = table("france"), stars("france", sector)
    at = places.codes.index(code)
    numbers = (float(found.jobs[at]), float(found.quotient[at]), float(found.share[at]))
    rank = int(ranks(found.jobs)[at])
    return Standing(places.names[at], *numbers, rank, float(growth(sector)[at]), len(places.codes))


def standing_sentence(found: Standing, **_values: object) -> Sentence:
    """Say which thresholds a département would pass."""
    told = _("{name}: {jobs} jobs here, number {rank} of {n}; {share} of its jobs, a quotient of {q}.")
    own = say(
        told,
        name=found.name,
        jobs=number(found.jobs),
        rank=number(found.rank),
        n=number(found.n),
        share=percent(found.share, 1),
        q=number(found.quotient, 2),
    )
    if np.isnan(found.growth):
        return join(own, say(_("Its growth from 2008 is not known.")))
    more = _("From 2008 to 2018 these jobs grew by {g} points more than in the country.")
    less = _("From 2008 to 2018 these jobs grew by {g} points less than in the country.")
    return join(own, say(more if found.growth >= 0 else less, g=number(100 * abs(found.growth), 1)))

"""The same facility, the same département, five ways to decide where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.participation.points import places
from course_utils.measures import Siting, choose_site, siting_payoffs

Array = NDArray[np.float64]

#: Euro a head and year: the nuisance at the gate, and a kilometre between the site and the average inhabitant.
HARM, CARRIAGE = 300.0, 0.5
REACHES = ("3", "6", "12", "24")
BENEFITS = ("30", "60", "120", "240")
RULES = ("planner", "majority", "veto", "compensation", "early")


@dataclass(frozen=True, eq=False)
class Payoffs:
    """What each place gains from each site, as it is and as the map tells it.

    Parameters
    ----------
    true, paper : ndarray, shape (sites, places)
        Euro a head and year, with the sensitivities of the places and without.
    shared : ndarray, shape (sites,)
        What a place without nuisance gains: benefit less carriage.
    """

    true: Array
    paper: Array
    shared: Array


@cache
def payoffs(territory: str, reach: str, benefit: str) -> Payoffs:
    """Return the payoffs of a département.

    Examples
    --------
    >>> payoffs("44", "3", "60").true.shape
    (28, 28)
    """
    home = places(territory)
    terms = {"reach": float(reach), "benefit": float(benefit), "carriage": CARRIAGE}
    paper = siting_payoffs(home.distances, home.people, harm=HARM, **terms)
    clean = siting_payoffs(home.distances, home.people, harm=0.0, **terms)
    return Payoffs(clean - home.sensitivity * (clean - paper), paper, clean[:, 0])


@dataclass(frozen=True, eq=False)
class Decision:
    """What a rule decides in a département.

    Parameters
    ----------
    place : int
        Position of the site proposed among the places.
    name : str
        Its commune.
    outcome : Siting
        Site, whether it is built, payoffs, mean and share of people harmed.
    shared : float
        What a place without nuisance gains there, euro a head and year.
    benefit : float
        What the facility brings everybody, before anything is taken off.
    """

    place: int
    name: str
    outcome: Siting
    shared: float
    benefit: float

    @property
    def costs(self) -> Array:
        """What the facility costs each place, carriage, nuisance, levy: it loses if that exceeds the benefit."""
        return np.asarray(self.benefit - self.outcome.payoffs)

    @property
    def worth(self) -> float:
        """Net worth a head and year of what the rule decides: nothing if nothing is built."""
        return self.outcome.mean if self.outcome.built else 0.0

    @property
    def losing(self) -> float:
        """Share of people who lose by what the rule decides."""
        return self.outcome.harmed if self.outcome.built else 0.0


@cache
def decide(territory: str, reach: str, benefit: str, rule: str) -> Decision:
    """Let a rule decide.

    Parameters
    ----------
    territory : str
        Code of a département.
    reach : {"3", "6", "12", "24"}
        Kilometres over which the nuisance falls to 37 %.
    benefit : {"30", "60", "120", "240"}
        Euro a head and year for everybody.
    rule : {"planner", "majority", "veto", "compensation", "early"}
        "planner" trusts the map; "early" is the planner who has listened first. The others know what they suffer.

    Examples
    --------
    >>> decide("44", "3", "30", "veto").outcome.built
    False
    """
    if rule not in RULES:
        raise ValueError(f"rule must be one of {', '.join(RULES)}, got {rule!r}")
    people, found = places(territory).people, payoffs(territory, reach, benefit)
    by = "planner" if rule == "early" else rule
    outcome = choose_site(found.true, people, by, believed=found.paper if rule == "planner" else None)
    return Decision(
        outcome.site, places(territory).names[outcome.site], outcome, float(found.shared[outcome.site]), float(benefit)
    )


def everywhere(reach: str, benefit: str, rule: str) -> list[Decision]:
    """Return what a rule decides in each département that has at least ten places, by code."""
    return [decide(code, reach, benefit, rule) for code in departements()]


@cache
def departements() -> tuple[str, ...]:
    """Codes of the départements that have at least ten places: all but Paris, which is one commune.

    Examples
    --------
    >>> len(departements())
    100
    """
    from course_utils.datasets import territories

    return tuple(code for code in territories().index if len(places(code).names) >= 10)

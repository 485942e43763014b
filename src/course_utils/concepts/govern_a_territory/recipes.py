"""Recipes: one era's cards and no others, a mixed sequence, nothing; and what they give over many seeds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.govern_a_territory.cards import CARDS, ERAS
from course_utils.concepts.govern_a_territory.plan import Plan
from course_utils.concepts.govern_a_territory.rules import SCORES, SLOTS, TURNS
from course_utils.concepts.govern_a_territory.simulate import simulate

Array = NDArray[np.float64]

RECIPES = ("nothing", *ERAS, "mixed")
#: A sequence that takes from every era in its time; what cannot be paid is left out.
MIXED = (
    ("growth_zone", "motor_industry"),
    ("growth_zone", "regional_metropolis"),
    ("district_services", "decentralised_aid", "regional_metropolis"),
    ("innovative_milieu", "commons", "decentralised_aid"),
    ("gatekeepers", "concertation", "cluster"),
    ("symbiosis", "commons", "open_lab"),
    ("circular_loops", "concertation", "citizen_initiatives"),
)
RUNS, SEED = 100, 1000


def recipe(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the cards of a recipe, turn by turn, in order of priority.

    An era's recipe takes turns with its cards: which of them comes first moves on by one each decade.

    Parameters
    ----------
    name : str
        One of `RECIPES`.

    Examples
    --------
    >>> recipe("large_firm")[:2]
    (('motor_industry', 'growth_zone'), ('growth_zone', 'regional_metropolis', 'national_champion'))
    """
    if name == "nothing":
        return ((),) * len(TURNS)
    if name == "mixed":
        return MIXED
    if name not in ERAS:
        raise ValueError(f"recipe must be one of {', '.join(RECIPES)}, got {name!r}")
    return tuple(_era(name, t) for t in range(len(TURNS)))


def _era(era: str, t: int) -> tuple[str, ...]:
    cards = [name for name, card in CARDS.items() if card.era == era and card.first <= t]
    if not cards:
        return ()
    at = (t - min(CARDS[name].first for name in cards)) % len(cards)
    return tuple((cards[at:] + cards[:at])[:SLOTS])


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a plan gives over many seeds.

    Parameters
    ----------
    paths : dict of str to ndarray, years x runs
        Each score, each year.
    """

    paths: dict[str, Array]

    def mean(self, score: str, year: int = -1) -> float:
        """Mean of a score over the runs."""
        return float(self.paths[score][year].mean())

    def band(self, score: str, share: float = 0.8) -> tuple[Array, Array]:
        """The middle `share` of the runs, each year."""
        low, high = np.quantile(self.paths[score], [(1 - share) / 2, (1 + share) / 2], axis=1)
        return low, high

    def ends(self) -> Array:
        """Scores in 2025, scores x runs."""
        return np.array([self.paths[score][-1] for score in SCORES])


@cache
def _outcomes(territory: str, budget: str, shocks: bool, seed: int, runs: int) -> dict[str, Outcome]:
    """All recipes in one go, which takes little longer than one of them."""
    seeds = range(seed, seed + (runs if shocks else 1))
    plans = [Plan(territory, s, recipe(name), budget, shocks=shocks) for name in RECIPES for s in seeds]
    rows = simulate(plans).rows
    parts = {score: np.split(rows[f"score_{score}"], len(RECIPES), axis=1) for score in SCORES}
    return {name: Outcome({score: parts[score][n] for score in SCORES}) for n, name in enumerate(RECIPES)}


def outcome(
    name: str, territory: str = "38", budget: str = "normal", shocks: bool = True, seed: int = SEED, runs: int = RUNS
) -> Outcome:
    """Return what a recipe gives over many seeds (over one where nothing comes from outside: all are alike).

    Examples
    --------
    >>> outcome("nothing", shocks=False).paths["jobs"].shape
    (71, 1)
    """
    return _outcomes(territory, budget, shocks, seed, runs)[name]

"""Where the pôles de compétitivité have their home towns: nearer to one another than people are?"""

from __future__ import annotations

from functools import cache

from course_utils.concepts.spatial_concentration.chance import LEVEL, RADII, SEED
from course_utils.concepts.spatial_concentration.places import Array, board, plane
from course_utils.datasets import load
from course_utils.measures import Bands, k_density_bands

#: South of it are the overseas départements.
SOUTH = 41.0


@cache
def pole_towns() -> Array:
    """Home towns that a source names, in metropolitan France: kilometres, shape (48, 2)."""
    table = load("poles_competitivite").dropna(subset=["longitude"]).query("latitude > @SOUTH")
    return plane(table["longitude"], table["latitude"])


@cache
def pole_bands(simulations: int = 1000, seed: int = SEED) -> Bands:
    """K-density of the home towns, beside as many darts thrown at inhabitants.

    Examples
    --------
    >>> found = pole_bands()
    >>> bool((found.observed > found.global_[1]).any())
    False
    """
    aims = board().places[board().sites]
    return k_density_bands(pole_towns(), aims, RADII, simulations=simulations, level=LEVEL, seed=seed)

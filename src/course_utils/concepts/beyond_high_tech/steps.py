"""Diversification: a place takes up, again and again, what lies nearest to what it already does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.concepts.beyond_high_tech.space import Space

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Path:
    """Where a place stands after some steps.

    Parameters
    ----------
    start : ndarray, shape (m,)
        1 for what it had at the start.
    entered : tuple of int
        Activities taken up, in order.
    at : tuple of float
        Density of each when it was taken up.
    nearest : tuple of int
        What it still lacks, the nearest first.
    density : ndarray, shape (m,)
        Density of every activity now.
    """

    start: Array
    entered: tuple[int, ...]
    at: tuple[float, ...]
    nearest: tuple[int, ...]
    density: Array


def path(space: Space, place: str, steps: int = 0) -> Path:
    """Let a place take up the nearest activity `steps` times; proximities stay what they were.

    Parameters
    ----------
    space : Space
        As `product_space` gives it.
    place : str
        One of its places.
    steps : int
        At least 0; it stops early when nothing is left.

    Returns
    -------
    Path
        Ties go to the activity that comes first in the table.
    """
    start = space.basket(place)
    basket, entered, at = start.copy(), [], []
    for _step in range(steps):
        density = space.density(basket)
        if not (lacking := _nearest(basket, density)):
            break
        basket[lacking[0]] = 1.0
        entered.append(lacking[0])
        at.append(float(density[lacking[0]]))
    density = space.density(basket)
    return Path(start, tuple(entered), tuple(at), tuple(_nearest(basket, density)), density)


def next_for(space: Space, place: str, steps: int = 0) -> pd.Series:
    """What a place lacks, with its density, the nearest first.

    Examples
    --------
    >>> from course_utils.concepts.beyond_high_tech import synthetic
    >>> next_for(synthetic.space_at(1.0), "Territory 05").head(2).round(2).to_dict()
    {'Technical textiles': 0.34, 'Video games': 0.33}
    """
    found = path(space, place, steps)
    names = [space.activities[i] for i in found.nearest]
    return pd.Series(found.density[list(found.nearest)], index=names, name="density")


def _nearest(basket: Array, density: Array) -> list[int]:
    order = np.argsort(-np.nan_to_num(density, nan=-1.0), kind="stable")
    return [int(i) for i in order if basket[i] == 0]

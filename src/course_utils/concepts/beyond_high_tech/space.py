"""The product space of any table of places by activities: what goes together, and what a place would find near."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.measures import Complexity, economic_complexity, proximity, revealed_advantage

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Space:
    """Activities and how near they are to one another, read from who has what.

    Parameters
    ----------
    places, activities : tuple of str
        Names of the rows and of the columns.
    held : ndarray, shape (n, m)
        1 where a place is specialised in an activity, else 0.
    near : ndarray, shape (m, m)
        Proximity of activities, 0 on the diagonal and for activities that nobody has.
    """

    places: tuple[str, ...]
    activities: tuple[str, ...]
    held: Array
    near: Array

    @cached_property
    def complexity(self) -> Complexity:
        """Complexity of places and activities."""
        return economic_complexity(self.held)

    def density(self, basket: Array) -> Array:
        """Share of the neighbourhood of each activity that is in `basket` (0 and 1, one a column)."""
        around = self.near.sum(axis=0)
        found: Array = basket @ self.near / np.where(around > 0, around, np.nan)
        return found

    def basket(self, place: str) -> Array:
        """What a place has.

        Raises
        ------
        KeyError
            If there is no such place.
        """
        if place not in self.places:
            raise KeyError(f"no place {place!r}; there are {', '.join(self.places[:5])} ...")
        return self.held[self.places.index(place)]


def wide(jobs: pd.DataFrame, activity: str = "sector", place: str = "territory") -> pd.DataFrame:
    """Turn rows of place, activity and employment into a table of places by activities.

    Parameters
    ----------
    jobs : DataFrame
        As `course_utils.load_table` gives it, one year; with a column ``employment``.
    activity, place : str
        Names of the other two columns.

    Returns
    -------
    DataFrame
        Employment, 0 where the table has no row.

    Raises
    ------
    ValueError
        If the rows are of several years.

    Examples
    --------
    >>> rows = pd.DataFrame({"territory": ["A", "A", "B"], "sector": ["x", "y", "x"], "employment": [3, 1, 2]})
    >>> wide(rows).to_numpy().tolist()
    [[3.0, 1.0], [2.0, 0.0]]
    """
    if "year" in jobs and jobs["year"].nunique() > 1:
        raise ValueError(f"jobs must be of one year, got {sorted(set(jobs['year'].tolist()))}")
    summed = jobs.groupby([place, activity], observed=True, sort=False)["employment"].sum()
    return summed.unstack().fillna(0.0).astype(float)


def product_space(table: pd.DataFrame, threshold: float = 1.0) -> Space:
    """Read the product space of a table of places by activities.

    Parameters
    ----------
    table : DataFrame
        Employment; rows are places, columns activities. Forty activities or more carry relatedness; ten do not.
    threshold : float
        Location quotient from which a place is specialised.

    Examples
    --------
    >>> mine = pd.DataFrame([[5, 5, 0], [5, 5, 5], [0, 5, 5]], index=list("ABC"), columns=list("xyz"))
    >>> product_space(mine).near.round(2).tolist()
    [[0.0, 0.5, 0.5], [0.5, 0.0, 0.5], [0.5, 0.5, 0.0]]
    """
    held = np.nan_to_num(revealed_advantage(table.to_numpy(), threshold))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an activity that nobody is specialised in has been named, or is far from all
        near = np.nan_to_num(proximity(held))
    np.fill_diagonal(near, 0.0)
    return Space(tuple(map(str, table.index)), tuple(map(str, table.columns)), held, near)

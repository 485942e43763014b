"""A round to the eaters against the wholesaler at the gate, and who sells direct in France."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.datasets import load
from course_utils.measures import break_even_distance, break_even_volume, short_chain_gain

Array = NDArray[np.float64]

#: Invented: euros a round whatever its length, euros a kilometre (van and driver), kilograms that the eaters take.
FIXED, PER_KM, DEMAND = 80.0, 0.9, 400.0
LOADS, WAYS = np.arange(0, 841, 10.0), np.array([0.0, 200.0])


@dataclass(frozen=True, eq=False)
class Round:
    """A round of direct sales.

    Parameters
    ----------
    gap : float
        What a kilogram leaves more than at the wholesaler's, in euros.
    sharing : int
        Producers who share the round.
    """

    gap: float
    sharing: int = 1

    def reach(self, volume: float | Array) -> Array:
        """Kilometres up to which the round pays; below 0 it does not even next door."""
        return break_even_distance(self.gap, volume, fixed=FIXED, per_km=PER_KM, demand=DEMAND, sharing=self.sharing)

    def load(self, distance: float | Array) -> Array:
        """Kilograms from which the round pays, infinite if the eaters take less."""
        return break_even_volume(self.gap, distance, fixed=FIXED, per_km=PER_KM, demand=DEMAND, sharing=self.sharing)

    def gain(self, volume: float | Array, distance: float | Array) -> Array:
        """Euros that the round brings more than the wholesaler."""
        return short_chain_gain(
            self.gap, volume, distance, fixed=FIXED, per_km=PER_KM, demand=DEMAND, sharing=self.sharing
        )


@dataclass(frozen=True)
class Farms:
    """Farms that sell through short chains.

    Parameters
    ----------
    before, after : float
        Their number in 2010 and 2020.
    all_before, all_after : float
        All farms, rounded.
    """

    before: float
    after: float
    all_before: float
    all_after: float

    def share(self, kept: bool = False) -> float:
        """Return the share in 2020; with `kept`, as if no farm had closed since 2010."""
        return self.after / (self.all_before if kept else self.all_after)

    @property
    def share_before(self) -> float:
        """The share in 2010."""
        return self.before / self.all_before


@functools.cache
def farms() -> Farms:
    """Return the counts of the agricultural censuses.

    Examples
    --------
    >>> found = farms()
    >>> [round(100 * share, 1) for share in (found.share_before, found.share(), found.share(kept=True))]
    [17.5, 23.1, 18.4]
    """
    table = load("short_chains").astype({"theme": str, "indicator": str, "date": str})
    table = table[table["size_class"].isna()].set_index(["indicator", "date"])["value"]
    selling, every = "farms selling through short chains", "farms (agricultural census)"
    return Farms(*(float(table[name, year]) for name in (selling, every) for year in ("2010", "2020")))


@functools.cache
def by_size() -> dict[str, float]:
    """Return the change from 2010 to 2020 of the farms that sell direct, by economic size.

    Examples
    --------
    >>> {size: round(100 * change, 1) for size, change in by_size().items()}
    {'micro': 0.5, 'small': 10.3, 'medium': -0.5, 'large': 8.2}
    """
    table = load("short_chains").astype({"date": str}).dropna(subset=["size_class"])
    wide = table.astype({"size_class": str}).pivot(index="size_class", columns="date", values="value")
    return {size: float(wide.loc[size, "2020"] / wide.loc[size, "2010"] - 1) for size in _SIZES}


_SIZES = ("micro", "small", "medium", "large")

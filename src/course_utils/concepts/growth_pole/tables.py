"""The model sector by sector: suppliers of a motor firm, multipliers, and Hirschman's key sectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.concepts.growth_pole.model import Array, economy, pull, regional_coefficients
from course_utils.concepts.growth_pole.sectors import names
from course_utils.measures import leontief_inverse, rasmussen


def suppliers(
    sector: str, share: float = 0.02, delta: float = 0.3, content: float = 0.0, level: int = 68
) -> pd.DataFrame:
    """What every sector makes, *indirectly*, for an order of 100 to the motor firm; what leaks most comes first.

    Parameters
    ----------
    sector : str
        Sector of the motor firm.
    share, delta, content, level
        The region, as for `model.regional_coefficients`.

    Returns
    -------
    DataFrame
        Index: sector; columns ``nation``, ``region`` and ``leaks``, their difference.
    """
    found = pull(sector, 100.0, share, delta, content, level)
    columns = {"nation": found.national, "region": found.regional, "leaks": found.leaked}
    return pd.DataFrame(columns, index=_index(level)).sort_values("leaks", ascending=False)


def multipliers(share: float = 1.0, delta: float = 0.3, content: float = 0.0, level: int = 68) -> pd.DataFrame:
    """Output, income and employment multipliers of every sector (type I: what households spend is left out).

    Returns
    -------
    DataFrame
        Index: sector; ``output``: *total* production for an order of 1; ``wages``: compensation of employees in it;
        ``jobs``: persons for an order of a million reais; ``jobs_ratio``: those over the motor firm's own.
    """
    nation = economy(level)
    inverse = leontief_inverse(regional_coefficients(share, delta, content, level))
    jobs = nation.jobs @ inverse
    columns = {"output": inverse.sum(axis=0), "wages": nation.wages @ inverse, "jobs": jobs}
    return pd.DataFrame(columns | {"jobs_ratio": jobs / nation.jobs}, index=_index(level))


@dataclass(frozen=True, eq=False)
class KeySectors:
    """Linkages of all sectors in the nation and in a region, as column and row sums of their Leontief inverses.

    Parameters
    ----------
    nation_backward, nation_forward, backward, forward : ndarray, shape (n,)
        *Total* production set off by one more unit of demand for the sector; *total* production of the sector for one
        more unit of demand for every sector. The last two are the region's.
    nation : ndarray of bool, shape (n,)
        Key sectors of the nation, against the nation's mean.
    by_nation, by_region : ndarray of bool, shape (n,)
        Key sectors of the region against the nation's mean, and against the region's own.
    """

    nation_backward: Array
    nation_forward: Array
    backward: Array
    forward: Array
    nation: NDArray[np.bool_]
    by_nation: NDArray[np.bool_]
    by_region: NDArray[np.bool_]

    @property
    def means(self) -> tuple[float, float]:
        """Mean linkage of the nation and of the region (backward and forward have the same mean)."""
        return float(self.nation_backward.mean()), float(self.backward.mean())


def key_sectors(share: float = 0.02, delta: float = 0.3, content: float = 0.0, level: int = 68) -> KeySectors:
    """Return the key sectors of the nation and of a region, by both yardsticks."""
    nation = economy(level).L
    region = leontief_inverse(regional_coefficients(share, delta, content, level))
    backward, forward, mean = region.sum(axis=0), region.sum(axis=1), nation.sum(axis=0).mean()
    return KeySectors(
        nation.sum(axis=0),
        nation.sum(axis=1),
        backward,
        forward,
        rasmussen(nation).key,
        (backward > mean) & (forward > mean),
        rasmussen(region).key,
    )


def _index(level: int) -> pd.Index:
    return pd.Index(names(level), name="sector")

"""The model read backwards: what it takes for a given share of *indirect* production to stay in the region."""

from __future__ import annotations

import numpy as np

from course_utils.concepts.growth_pole.model import economy, local_rate
from course_utils.concepts.growth_pole.sectors import position

HALVINGS = 60


def rate_that_keeps(kept: float, sector: str, level: int = 68) -> float:
    """Smallest local rate (see `model.local_rate`) at which a share `kept` of *indirect* production stays.

    Parameters
    ----------
    kept : float
        0 to 1.
    sector : str
        Sector of the motor firm.
    level : {68, 12}
        Number of sectors.

    Returns
    -------
    float
        0 if purchases inside the motor firm's own sector are enough.

    Raises
    ------
    ValueError
        If `kept` is out of bounds or the sector unknown.

    Examples
    --------
    >>> round(rate_that_keeps(0.5, "steel"), 2)
    0.58
    """
    if not 0 <= kept <= 1:
        raise ValueError(f"kept must be from 0 to 1, got {kept}")
    place = position(sector, level)
    low, high = 0.0, 1.0
    if _kept(low, place, level) >= kept:
        return low
    for _halving in range(HALVINGS):  # what stays grows with the rate
        middle = (low + high) / 2
        low, high = (low, middle) if _kept(middle, place, level) >= kept else (middle, high)
    return high


def supply_that_keeps(kept: float, sector: str, share: float, delta: float = 0.3, level: int = 68) -> float:
    """Smallest local content at which a region of a given size keeps a share `kept` of *indirect* production.

    Examples
    --------
    >>> round(supply_that_keeps(0.5, "steel", share=0.02), 2)
    0.36
    """
    alone = local_rate(share, delta)
    missing = rate_that_keeps(kept, sector, level) - alone
    return missing / (1 - alone) if missing > 0 else 0.0


def size_that_keeps(kept: float, sector: str, delta: float = 0.3, level: int = 68) -> float:
    """Share of national jobs from which a region keeps a share `kept` of *indirect* production, nothing else done.

    Examples
    --------
    >>> round(size_that_keeps(0.5, "steel"), 3)
    0.121
    """
    if not 0 < delta <= 1:
        raise ValueError(f"delta must be above 0 and at most 1, got {delta}")
    return float(2.0 ** (rate_that_keeps(kept, sector, level) ** (1 / delta)) - 1)


def _kept(rate: float, place: int, level: int) -> float:
    nation = economy(level)
    local = nation.A * rate
    np.fill_diagonal(local, nation.A.diagonal())
    order = np.eye(len(local))[place]
    made = np.linalg.solve(np.eye(len(local)) - local, order).sum()
    return float((made - 1) / (nation.L[:, place].sum() - 1))

"""The country's path to no net land take: what was built on, what the law leaves, and when it is used up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from course_utils.concepts.environmental_limits.places import Array

#: Hectares a year from 2011 to 2021, about (ministry, circular of 31 January 2024, and press of 2023 to 2025).
PAST = 24_000.0
#: Hectares of natural, farm and forest land taken in a year, France (Cerema; editions of 2023, 2024, 2025).
SEEN = {2021: 21_310.0, 2022: 20_276.0, 2023: 19_263.0}
#: The decade of the law, and the year in which the net take is to be nothing.
DECADE, ZERO_IN = range(2021, 2031), 2050
#: The budget of the decade: half of ten past years.
BUDGET = PAST / 2 * len(DECADE)
YEARS = np.arange(DECADE[0], ZERO_IN + 1)
ROUTES = ("straight", "halving", "late")


@dataclass(frozen=True, eq=False)
class Path:
    """Land taken from 2021 to 2050.

    Parameters
    ----------
    yearly : ndarray, shape (30,)
        Hectares a year, 2021 to 2050.
    decade : float
        Hectares from 2021 to 2030.
    used_up : float
        Year, with its fraction, in which the budget of the decade is used up; NaN if it is not.
    total : float
        Hectares from 2021 to 2050.
    """

    yearly: Array
    decade: float
    used_up: float
    total: float


def path(after: float, route: str = "straight") -> Path:
    """Follow what was seen until 2023, then a steady pace until 2030, then a route to nothing in 2050.

    Parameters
    ----------
    after : float
        Hectares a year from 2024 to 2030.
    route : {"straight", "halving", "late"}
        From 2031: straight down; half as much every ten years and a full stop in 2050; or as before until 2040 and
        straight down then.

    Raises
    ------
    ValueError
        If there is no such route, or the pace is negative.

    Examples
    --------
    >>> found = path(19_000)
    >>> round(found.decade), round(found.used_up, 1)
    (193849, 2027.1)
    """
    if route not in ROUTES:
        raise ValueError(f"route must be one of {', '.join(ROUTES)}, got {route!r}")
    if not after >= 0:
        raise ValueError(f"after must be at least 0, got {after:g}")
    yearly = np.array([SEEN.get(int(year), after * _left(float(year), route)) for year in YEARS])
    sums = np.concatenate([[0.0], np.cumsum(yearly)])
    decade = float(sums[len(DECADE)])
    used_up = float(np.interp(BUDGET, sums, np.append(YEARS, ZERO_IN + 1))) if decade > BUDGET else float("nan")
    return Path(yearly, decade, used_up, float(sums[-1]))


def _left(year: float, route: str) -> float:
    """Share of the pace of 2030 that is left in a later year."""
    if year <= DECADE[-1]:
        return 1.0
    if year >= ZERO_IN:
        return 0.0
    if route == "halving":
        return float(0.5 ** ((year - DECADE[-1]) / 10))
    start = 2040 if route == "late" else DECADE[-1]
    return min(1.0, (ZERO_IN - year) / (ZERO_IN - start))


def lawful() -> Path:
    """Return the path that the law had in mind: half from the first year, then straight down.

    Examples
    --------
    >>> round(lawful().decade) == round(BUDGET)
    True
    """
    yearly = PAST / 2 * np.array([_left(float(year), "straight") for year in YEARS])
    return Path(yearly, float(yearly[: len(DECADE)].sum()), float("nan"), float(yearly.sum()))

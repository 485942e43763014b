"""What it costs to make the efficient site acceptable: the share of the harm that must be paid for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.participation.points import places
from course_utils.concepts.participation.siting import decide, departements
from course_utils.measures import compensation_needed

Array = NDArray[np.float64]

#: Shares of the harm that may be paid for.
PAID = np.linspace(0, 1, 21)
EQUAL = 1e-9


@cache
def needed(territory: str, reach: str, benefit: str) -> Array:
    """Share of its harm that each place must be paid at the site of the planner who has listened; NaN if none will do.

    Examples
    --------
    >>> bool(needed("44", "3", "60").max() < 1)
    True
    """
    found = decide(territory, reach, benefit, "early")
    return compensation_needed(found.outcome.payoffs, places(territory).people, found.shared)


@dataclass(frozen=True, eq=False)
class Price:
    """What paying for the harm does in all départements.

    Parameters
    ----------
    codes : tuple of str
        Départements with at least ten places.
    accepting : ndarray, shape (n,)
        Share of people who do not lose at the share paid.
    everybody, majority : ndarray, shape (21,)
        Number of départements in which everybody, or half of the people, do not lose, by share paid.
    worth : int
        Départements where the site is worth building at all.
    middle : float
        Share of the harm at which everybody accepts, in the middle one of those where it is worth building; NaN if
        there are none.
    """

    codes: tuple[str, ...]
    accepting: Array
    everybody: Array
    majority: Array
    worth: int
    middle: float


@cache
def _accepting(reach: str, benefit: str) -> Array:
    """Share of people who accept, départements x shares paid."""
    rows = []
    for code in departements():
        own, people = needed(code, reach, benefit), places(code).people
        rows.append([people[own <= paid + EQUAL].sum() / people.sum() for paid in PAID])
    return np.array(rows)


@cache
def price(reach: str, benefit: str, paid: float) -> Price:
    """Return what paying a share of the harm does.

    Parameters
    ----------
    reach, benefit : str
        As in `decide`.
    paid : float
        Share of the harm that is paid for, one of `PAID`.

    Examples
    --------
    >>> int(price("3", "60", 1.0).everybody[-1]) == price("3", "60", 1.0).worth
    True
    """
    table = _accepting(reach, benefit)
    at = int(np.abs(PAID - paid).argmin())
    worth = [code for code in departements() if decide(code, reach, benefit, "early").outcome.built]
    tops = [float(needed(code, reach, benefit).max()) for code in worth]
    everybody, majority = (table >= 1 - EQUAL).sum(axis=0), (table >= 0.5 - EQUAL).sum(axis=0)
    middle = float(np.median(tops)) if tops else float("nan")
    return Price(departements(), table[:, at], everybody, majority, len(worth), middle)

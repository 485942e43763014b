"""Transport costs along which the tomahawk is drawn: even steps, and the very points at which a branch ends."""

from __future__ import annotations

import numpy as np

from course_utils.concepts.core_periphery.model import Array, Branches, branches

#: What the axis shows, in even steps.
EVEN = np.linspace(1.02, 2.15, 81)
HALVINGS = 14
#: Where a branch ends it is steep: steps towards its end shrink with their square.
NEAR = np.array([0.0, 0.01, 0.04, 0.12, 0.3, 0.6])
#: Ends that are looked for in each branch; more were never found.
ENDS = {"settled": 2, "core1": 2, "core2": 1}


def tomahawk(sigma: float, mu: float, subsidy: float) -> Branches:
    """Follow all branches along `EVEN` and along what lies close to their ends.

    Returns
    -------
    Branches
        At 81 + 5 * 6 transport costs, whatever the parameters, so that a page can carry all diagrams alike.

    Examples
    --------
    >>> found = tomahawk(5, 0.4, 0.0)
    >>> [round(float(end), 3) for end in (np.min(found.T[found.settled > 0]), np.max(found.T[found.core1 > 0]))]
    [1.627, 1.807]
    """
    even = branches(EVEN, sigma, mu, subsidy)
    close = [_close(even, name, count, sigma, mu, subsidy) for name, count in ENDS.items()]
    return branches(np.sort(np.concatenate([EVEN, *close])), sigma, mu, subsidy)


def _close(even: Branches, name: str, count: int, sigma: float, mu: float, subsidy: float) -> Array:
    """Transport costs close to the ends of one branch, on the side where it exists; the last one, repeated, if none."""
    there = np.isfinite(getattr(even, name))
    at = np.flatnonzero(there[:-1] != there[1:])[:count]
    inside, outside = np.where(there[at], EVEN[at], EVEN[at + 1]), np.where(there[at], EVEN[at + 1], EVEN[at])
    for _halving in range(HALVINGS if at.size else 0):
        middle = (inside + outside) / 2
        holds = np.isfinite(getattr(branches(middle, sigma, mu, subsidy), name))
        inside, outside = np.where(holds, middle, inside), np.where(holds, outside, middle)
    step = np.where(there[at], -1, 1) * (EVEN[1] - EVEN[0])
    found = (inside[:, None] + step[:, None] * NEAR).ravel()
    return np.concatenate([found, np.full(count * NEAR.size - found.size, EVEN[-1])])

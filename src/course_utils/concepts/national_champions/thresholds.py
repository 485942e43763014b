"""The model read backwards: how large must the gain be, and how many firms must merge?"""

from __future__ import annotations

import math

import numpy as np

from course_utils.concepts.national_champions.model import COST, FIRMS, market, merger

WHO = ("consumers", "nation", "partners")
TRIED = 81
HALVINGS = 40
#: Money that counts as nothing: four of five equal firms break even exactly, up to rounding.
NOTHING = 1e-9


def gain_for_price(merged: int, tariff: float | None = None, foreign: float = COST, firms: int = FIRMS) -> float:
    """Scale gain at which the price stays as it was: every partner but one hands its margin over.

    That is (merged - 1) times the margin before the merger, as Farrell & Shapiro (1990) have it for two firms. It may
    be more than the whole cost: then no gain is enough.

    Examples
    --------
    >>> [gain_for_price(m) for m in (2, 3, 4)]
    [16.0, 32.0, 48.0]
    """
    return (merged - 1) * (market(1, 0.0, 0.0, tariff, foreign, firms).price - COST)


def gain_for(
    who: str,
    merged: int = 2,
    fixed: float = 0.0,
    tariff: float | None = None,
    foreign: float = COST,
    firms: int = FIRMS,
) -> float:
    """Smallest scale gain from which on nobody of `who` loses by the merger.

    Parameters
    ----------
    who : {"consumers", "nation", "partners"}
    merged, fixed, tariff, foreign, firms
        As for `model.market`.

    Returns
    -------
    float
        -COST if they never lose, infinity if they always do.

    Raises
    ------
    ValueError
        If `who` is nobody.

    Examples
    --------
    >>> [round(gain_for(who, merged=2), 2) for who in ("nation", "partners", "consumers")]
    [2.67, 3.5, 16.0]
    """
    if who not in WHO:
        raise ValueError(f"who must be one of {', '.join(WHO)}, got {who!r}")

    def lost(gain: float) -> bool:
        return getattr(merger(merged, gain, fixed, tariff, foreign, firms), who) < -NOTHING

    tried = np.linspace(-COST, COST, TRIED).tolist()
    losing = [gain for gain in tried if lost(gain)]
    if not losing:
        return -COST
    low = losing[-1]
    if low == tried[-1]:
        return math.inf
    high = tried[tried.index(low) + 1]
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if lost(middle) else (low, middle)
    return float(high)


def pays(firms: int, merged: int, gain: float = 0.0, fixed: float = 0.0) -> bool:
    """Tell whether a merger raises the partners' joint profit, borders closed.

    Examples
    --------
    >>> pays(firms=4, merged=4), pays(firms=4, merged=3)
    (True, False)
    """
    found = merger(merged, gain, 0.0, None, COST, firms)  # a fixed cost changes no quantity: it is added
    saved = merged - int(found.after.quantities[0] > 0)
    return found.partners + saved * fixed > NOTHING


def smallest_that_pays(firms: int, gain: float = 0.0, fixed: float = 0.0) -> int:
    """Return how many of `firms` must merge before it pays them; 0 if it never does.

    Without any gain it is never less than 80 % of the firms (Salant, Switzer & Reynolds 1983).

    Examples
    --------
    >>> [smallest_that_pays(n) for n in (3, 5, 10, 20)]
    [3, 5, 9, 17]
    """
    return next((merged for merged in range(2, firms + 1) if pays(firms, merged, gain, fixed)), 0)

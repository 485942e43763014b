"""Where capital goes that can go anywhere: the footloose-capital model of two regions."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import together, within


def footloose_capital(
    market_share: ArrayLike, freeness: ArrayLike, *, chi: ArrayLike = 1.0
) -> float | NDArray[np.float64]:
    """Share of firms in region 1 when capital earns the same in both regions.

    Parameters
    ----------
    market_share : array_like
        Share of all spending in region 1, 0 to 1.
    freeness : array_like
        Freeness of trade T^(1 - sigma), from 0 (none) to below 1 (no cost, where any place is as good).
    chi : array_like, optional
        Wage gap (w2 / w1)^(1 - sigma), positive: 1 for equal wages, above 1 where labour is cheaper in region 2.

    Returns
    -------
    float or ndarray
        chi [s / (chi - phi) - phi (1 - s) / (1 - phi chi)] for market share s and freeness phi, bounded to [0, 1]; at
        equal wages 1/2 + (1 + phi) / (1 - phi) (s - 1/2). Where the wage gap is beyond phi < chi < 1 / phi the cheaper
        region earns more wherever the others are, and has every firm: 1 or 0. Arguments broadcast together.

    Raises
    ------
    ValueError
        If an argument is out of its range or not a number, or shapes do not fit.

    References
    ----------
    Martin, P. & Rogers, C. A. (1995). Industrial location and public infrastructure. Journal of International
    Economics 39(3-4). Baldwin, R., Forslid, R., Martin, P., Ottaviano, G. & Robert-Nicoud, F. (2003). Economic
    Geography and Public Policy. Princeton University Press.

    Examples
    --------
    >>> footloose_capital(0.55, [0.5, 0.8]).round(4).tolist()  # the freer the trade, the more the larger market draws
    [0.65, 0.95]
    >>> round(float(footloose_capital(0.55, 0.5, chi=1.1)), 4)  # labour a little cheaper in region 2
    0.4583
    """
    s, phi, gap = together(
        market_share=within("market_share", market_share, "[0, 1]"),
        freeness=within("freeness", freeness, "[0, 1)"),
        chi=within("chi", chi, "(0, inf)"),
    )
    inside = (phi < gap) & (gap * phi < 1)
    near, far = np.where(inside, gap - phi, 1.0), np.where(inside, 1 - phi * gap, 1.0)
    share = np.where(inside, gap * (s / near - phi * (1 - s) / far), gap <= phi)
    return np.clip(share, 0.0, 1.0)[()]

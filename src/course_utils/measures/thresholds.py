"""Thresholds of the core-periphery model: when a core forms, when it holds, and what subsidy undoes it."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import number, together, within
from course_utils.measures._roots import bracketed

Array = NDArray[np.float64]


def break_point(sigma: float, mu: float) -> float:
    """Transport cost below which balance between two equal regions breaks.

    Parameters
    ----------
    sigma : float
        Elasticity of substitution between varieties, above 1.
    mu : float
        Share of manufactures, between 0 and rho = (sigma - 1) / sigma.

    Returns
    -------
    float
        T_B = phi^(1 / (1 - sigma)) with phi = (rho - mu)(1 - mu) / ((rho + mu)(1 + mu)): above 1, without unit.

    Raises
    ------
    ValueError
        If an argument is out of range; for mu of rho or more ("black hole") no transport cost keeps the balance.

    References
    ----------
    Fujita, Krugman & Venables (1999), The Spatial Economy, MIT Press, section 5.4.

    Examples
    --------
    >>> round(break_point(5, 0.4), 4)
    1.6266
    """
    sigma, mu = _no_black_hole(sigma, mu)
    rho = (sigma - 1) / sigma
    freeness = (rho - mu) * (1 - mu) / ((rho + mu) * (1 + mu))
    return float(freeness ** (1 / (1 - sigma)))


def sustain_point(sigma: float, mu: float) -> float:
    """Transport cost above which a core that has everything does not hold.

    Arguments, errors and reference are those of `break_point`; `mu` too near rho gives a cost beyond all numbers and
    is refused too. Between the two points both balance and core are stable.

    Examples
    --------
    >>> round(sustain_point(5, 0.4), 4)
    1.8073
    """
    sigma, mu = _no_black_hole(sigma, mu)
    toward, away = sigma - 1 + sigma * mu, sigma - 1 - sigma * mu
    lowest = np.log((1 + mu) * toward / ((1 - mu) * away)) / (2 * (sigma - 1))
    highest = np.log(2 / (1 - mu)) / away
    if highest > np.log(np.finfo(float).max):
        raise ValueError(f"mu {mu:g} is too large for sigma {sigma:g}: the sustain point is beyond all numbers")
    found = bracketed(lambda x: _pull(x, sigma, mu), np.asarray(lowest), np.asarray(highest))
    return float(np.exp(found))


def sustain_subsidy(T: ArrayLike, sigma: ArrayLike, mu: ArrayLike) -> float | Array:
    """Wage subsidy for the periphery at which a core that has everything no longer holds.

    Parameters
    ----------
    T, sigma, mu : array_like
        As for `core_periphery`; they broadcast together.

    Returns
    -------
    float or ndarray
        s* = [(1 + mu)/2 T^(1 - sigma) + (1 - mu)/2 T^(sigma - 1)]^(-1/sigma) T^mu - 1, a share of the wage paid: with
        s* added to what a first firm could pay in the periphery, a worker lives as well there as in the core. 0 at
        T = 1 and at the sustain point, highest in between; negative above, where the core does not hold anyway.

    Raises
    ------
    ValueError
        If an argument is out of its range or not a number, or shapes do not fit.

    Notes
    -----
    Nobody works in the periphery yet, so the subsidy is paid to nobody and the tax is 0: the threshold does not depend
    on who pays. Past it, the tax does matter (see `core_periphery`).

    References
    ----------
    The sustain condition of Fujita, Krugman & Venables (1999), section 5.5, with the wage multiplied by 1 + s.

    Examples
    --------
    >>> sustain_subsidy([1.0, 1.3, 1.7], 5, 0.4).round(4).tolist()
    [0.0, 0.0893, 0.0222]
    """
    cost, elasticity, manufactures = together(
        T=within("T", T, "[1, inf)"), sigma=within("sigma", sigma, "(1, inf)"), mu=within("mu", mu, "(0, 1)")
    )
    return np.expm1(-_pull(np.log(cost), elasticity, manufactures) / elasticity)[()]


def _pull(log_cost: Array, sigma: float | Array, mu: float | Array) -> Array:
    """Log of the periphery's real wage over the core's, times sigma, where the core has everyone."""
    home = np.log((1 + mu) / 2) + (1 - sigma - sigma * mu) * log_cost
    away = np.log((1 - mu) / 2) + (sigma - 1 - sigma * mu) * log_cost
    return np.asarray(np.logaddexp(home, away))


def _no_black_hole(sigma: float, mu: float) -> tuple[float, float]:
    elasticity, manufactures = number("sigma", sigma, "(1, inf)"), number("mu", mu, "(0, 1)")
    rho = (elasticity - 1) / elasticity
    if manufactures >= rho:
        raise ValueError(
            f"mu must be below (sigma - 1) / sigma = {rho:g}, got {manufactures:g}: in a black hole a core always holds"
        )
    return elasticity, manufactures

"""Circularity: what part of the flows of a web turns, and what part of an economy's input recycling can supply."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures import _checks

Array = NDArray[np.float64]

#: Largest gap allowed between what enters a node and what leaves it, as a share of the largest throughflow.
TOLERANCE = 1e-9


def finn_cycling_index(flows: ArrayLike, inputs: ArrayLike, outputs: ArrayLike | None = None) -> float:
    """Share of all throughflow that is owed to cycling (Finn 1976).

    Parameters
    ----------
    flows : array_like, shape (n, n)
        ``flows[i, j]`` goes from node i to node j, in any unit of mass (or energy) a year; a flow from a node to itself
        counts as cycling.
    inputs : array_like, shape (n,)
        What enters each node from outside, same unit.
    outputs : array_like, shape (n,), optional
        What leaves each node for outside. If it is not given, it is what balances the node.

    Returns
    -------
    float
        ``sum T_j (n_jj - 1) / n_jj`` over ``sum T_j``: T_j is the throughflow of node j, and n_jj counts how often a
        tonne that is in j now will be there in all, this time included. 0 if nothing comes back.

    Raises
    ------
    ValueError
        If a flow is negative or not finite, shapes do not fit, nothing flows, a node gives more than it receives (or,
        with `outputs`, anything but what it receives), or some flow turns for ever without ever having entered.

    References
    ----------
    Finn, J. T. (1976). Measures of ecosystem structure and function derived from analysis of flows. Journal of
    Theoretical Biology 56(2), 363-380.

    Examples
    --------
    A sends 10 to B, B sends 6 back and loses 4: the index is the share that is sent back.

    >>> round(finn_cycling_index([[0, 10], [6, 0]], [4, 0]), 9)
    0.6
    >>> finn_cycling_index([[0, 10], [0, 0]], [10, 0])
    0.0
    """
    between = _checks.square("flows", flows, 0)
    entering = _checks.vector("inputs", inputs, 0)
    _checks.same_length("inputs", entering, len(between), "flows")
    through = between.sum(axis=0) + entering
    if not through.any():
        raise ValueError("flows and inputs must not all be 0")
    _balanced(through, between.sum(axis=1), outputs)
    alive = through > 0
    onward = between[np.ix_(alive, alive)] / through[alive][:, None]
    visits = _visits(onward)
    return float((through[alive] * (1 - 1 / visits)).sum() / through.sum())


def _balanced(through: Array, passed: Array, outputs: ArrayLike | None) -> None:
    """Refuse nodes whose account does not close, the worst named."""
    left = through - passed
    if outputs is not None:
        leaving = _checks.vector("outputs", outputs, 0)
        _checks.same_length("outputs", leaving, len(through), "flows")
        gap = np.abs(left - leaving)
        told = "what enters and what leaves differ"
    else:
        gap, told = -left, "more leaves than enters"
    worst = int(gap.argmax())
    if gap[worst] > TOLERANCE * through.max():
        raise ValueError(f"flows are not balanced: at node {worst} {told}, by {gap[worst]:g}")


def _visits(onward: Array) -> Array:
    """How often a tonne that is in each node will be there in all: the diagonal of (I - G)^-1."""
    away = np.eye(len(onward)) - onward
    if np.linalg.cond(away) > 1 / TOLERANCE:
        raise ValueError("flows hold a closed loop that nothing enters and nothing leaves")
    return np.maximum(np.diag(np.linalg.inv(away)), 1.0)


def returning(growth: ArrayLike, lifetime: ArrayLike, shape: float = np.inf) -> Array:
    """What is discarded in a year over what is bought in it, in steady growth.

    Parameters
    ----------
    growth : array_like
        Growth rate a year, continuous and at least 0: 0.02 for 2 %.
    lifetime : array_like
        Mean lifetime in years, more than 0; broadcast with `growth`.
    shape : float
        Shape of the gamma distribution of lifetimes: infinite for one fixed lifetime, 1 for exponential ones.

    Returns
    -------
    ndarray
        The mean of exp(-growth x age at death), which is exp(-growth x lifetime) if all live equally long.

    Raises
    ------
    ValueError
        If a number is out of its range, or the shapes do not fit.

    References
    ----------
    Grosse, F. (2010). Is recycling "part of the solution"? S.A.P.I.EN.S 3(1). The gamma case is its Laplace transform.

    Examples
    --------
    >>> returning(0.02, 30).round(4), returning(0.02, 30, shape=1).round(4)
    (np.float64(0.5488), np.float64(0.625))
    """
    rate = _checks.within("growth", growth, "[0, inf)")
    years = _checks.within("lifetime", lifetime, "(0, inf)")
    rate, years = _checks.together(growth=rate, lifetime=years)
    spread = _shape(shape)
    if np.isinf(spread):
        return np.asarray(np.exp(-rate * years))
    return np.asarray(np.exp(-spread * np.log1p(rate * years / spread)))


def _shape(shape: float) -> float:
    if np.ndim(shape) == 0 and shape == np.inf:
        return float("inf")
    return _checks.number("shape", shape, "(0, inf)")


def circular_share(growth: float, lifetime: float, recovery: float, shape: float = np.inf) -> float:
    """Share of an economy's material input that recycling supplies, in steady growth.

    Parameters
    ----------
    growth, lifetime, shape : float
        As for `returning`.
    recovery : float
        Share of what is discarded that comes back as material, from 0 to 1: collection times yield.

    Returns
    -------
    float
        ``recovery * exp(-growth * lifetime)`` if all things live equally long.

    Raises
    ------
    ValueError
        If a number is out of its range.

    References
    ----------
    Grosse, F. (2010). Is recycling "part of the solution"? S.A.P.I.EN.S 3(1).

    Examples
    --------
    >>> round(circular_share(0.02, 30, 1), 4), round(circular_share(0.02, 10, 1), 4)
    (0.5488, 0.8187)
    """
    rate = _checks.number("growth", growth, "[0, inf)")
    years = _checks.number("lifetime", lifetime, "(0, inf)")
    return _checks.number("recovery", recovery, "[0, 1]") * float(returning(rate, years, shape))


def virgin_input(growth: float, lifetime: float, recovery: float, shape: float = np.inf) -> float:
    """New material that a year takes for each unit of stock in use, in steady growth.

    Parameters
    ----------
    growth, lifetime, recovery, shape : float
        As for `circular_share`.

    Returns
    -------
    float
        ``g (1 - r u) / (1 - u)`` with u of `returning`: what the stock grows by, and what is lost of its discards. With
        g = 0 it is the limit, the losses alone.

    Raises
    ------
    ValueError
        If a number is out of its range.

    Examples
    --------
    With perfect recovery the growth itself is what must be mined, whatever the lifetime:

    >>> round(virgin_input(0.02, 30, 1), 9), round(virgin_input(0, 30, 0.4), 4)
    (0.02, 0.02)
    """
    back = circular_share(growth, lifetime, recovery, shape)
    if growth == 0:
        return (1 - back) / float(lifetime)
    return float(growth) * (1 - back) / (1 - float(returning(growth, lifetime, shape)))

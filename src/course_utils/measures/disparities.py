"""How far places differ in what they have per head: Theil's index and Williamson's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import xlogy

from course_utils.measures._checks import not_all_zero, same_length, vector

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Theil:
    """Theil's index T and its two parts, which add up to it exactly.

    Parameters
    ----------
    total : float
        0 where all are equal; ln(n) where one of n equal populations has everything.
    within : float
        The inequality inside each group, averaged with the groups' shares of income.
    between : float
        What would remain if everyone had the mean of the group.
    """

    total: float
    within: float
    between: float


def theil(values: ArrayLike, weights: ArrayLike | None = None, groups: Iterable[object] | None = None) -> Theil:
    """Theil's index T of inequality between places, split into what is inside groups of places and between them.

    Parameters
    ----------
    values : array_like, shape (n,)
        What each place has per head (income, jobs ... per inhabitant), none negative, not all zero; 0 ln 0 is 0.
    weights : array_like, shape (n,), optional
        Population of each place, none negative: weight times value is what the place has in all. Without weights
        every place counts as one; a place without people is left out.
    groups : iterable of n labels, optional
        The group of each place (its region ...), of any type that can be a key. Without groups all is within.

    Returns
    -------
    Theil
        ``total``, ``within``, ``between``, without unit (nats). With y the value over the mean per head, p the place's
        share of the people and y_g the mean of its group over the mean of all, ``total`` is the sum of p y ln y,
        ``between`` the sum of p y_g ln y_g and ``within`` the sum of p y ln(y / y_g).

    Raises
    ------
    ValueError
        If a value or weight is negative or not a number, all are zero, lengths differ or a label is missing.

    Notes
    -----
    For inequality of totals, such as how unevenly inhabitants are spread over départements, pass the totals as values
    without weights; for how unevenly they are spread over the land, pass inhabitants a km2 with areas as weights.

    References
    ----------
    Theil, H. (1967). Economics and Information Theory. North-Holland. The decomposition is characterised by
    Bourguignon, F. (1979). Decomposable income inequality measures. Econometrica 47(4).
    https://doi.org/10.2307/1914138

    Examples
    --------
    >>> found = theil([2, 2, 3, 9], groups=["north", "north", "south", "south"])
    >>> round(found.within, 4), round(found.between, 4), round(found.total, 4)
    (0.0981, 0.1308, 0.2289)
    >>> theil([10, 10], weights=[5_000, 80]).total
    0.0
    """
    people = np.ones_like(vector("values", values)) if weights is None else weights
    value, share = _per_head(values, people, "weights")
    labels = ["all"] * value.size if groups is None else _labels(groups, value.size)
    number = {label: i for i, label in enumerate(dict.fromkeys(labels))}
    group = np.array([number[label] for label in labels])
    held, people_of = np.bincount(group, share * value), np.bincount(group, share)
    mean = np.divide(held, people_of, out=np.zeros_like(held), where=people_of > 0)
    relative = np.divide(value, mean[group], out=np.ones_like(value), where=mean[group] > 0)
    # Both parts are 0 at least; rounding may leave -1e-17.
    within = max(float(share @ xlogy(value, relative)), 0.0)
    between = max(float(people_of @ xlogy(mean, mean)), 0.0) if len(number) > 1 else 0.0
    return Theil(within + between, within, between)


def williamson(values: ArrayLike, population: ArrayLike) -> float:
    """Williamson's index: the coefficient of variation of values per head, places weighted by their people.

    Parameters
    ----------
    values : array_like, shape (n,)
        What each place has per head, none negative, not all zero.
    population : array_like, shape (n,)
        People of each place, none negative, not all zero.

    Returns
    -------
    float
        Standard deviation over mean, both weighted by population, without unit: 0 where all are equal.

    Raises
    ------
    ValueError
        As `theil`.

    References
    ----------
    Williamson, J. G. (1965). Regional inequality and the process of national development: a description of the
    patterns. Economic Development and Cultural Change 13(4), part 2, 1-84. https://doi.org/10.1086/450136

    Examples
    --------
    >>> round(williamson([10, 30], [100, 300]), 4)
    0.3464
    """
    value, share = _per_head(values, population, "population")
    return float(np.sqrt(share @ (value - 1) ** 2))


def _per_head(values: ArrayLike, population: ArrayLike, name: str) -> tuple[Array, Array]:
    """Values over their mean per head, and shares of the people."""
    value, people = vector("values", values, minimum=0), vector(name, population, minimum=0)
    same_length(name, people, value.size, "values")
    not_all_zero(name, people)
    not_all_zero("values", value[people > 0])
    value /= value[people > 0].max()  # so that no sum overflows
    people /= people.max()
    share = people / people.sum()
    return np.where(share > 0, value / (share @ value), 0.0), share


def _labels(groups: Iterable[object], n: int) -> list[object]:
    labels = list(groups)
    if len(labels) != n:
        raise ValueError(f"groups must hold {n} values as values does, got {len(labels)}")
    try:
        missing = [i for i, label in enumerate(labels) if label is None or bool(label != label)]
        dict.fromkeys(labels)
    except (TypeError, ValueError) as error:
        raise ValueError(f"groups must hold labels that can be keys, none missing: {error}") from None
    if missing:
        raise ValueError(f"groups must hold no missing label, got {labels[missing[0]]} at {missing[0]}")
    return labels

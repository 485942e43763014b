"""What places are good at, which activities go together, and how complex both are: the product space on arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._axes import axes
from course_utils.measures._baskets import named, presence, shared
from course_utils.measures._checks import matrix, not_all_zero, number

Array = NDArray[np.float64]

#: Relative error of products of floating point: a quotient that close to the threshold reaches it.
LAST_BITS = 1e-12
#: Tables of more cells are multiplied in single precision.
SINGLE = 200_000


def revealed_advantage(table: ArrayLike, threshold: float = 1.0) -> Array:
    r"""Tell which activities each region is specialised in (revealed comparative advantage, cut at a threshold).

    Parameters
    ----------
    table : array_like, shape (n, m)
        Jobs (exports, firms ...) by region and activity, at least 0.
    threshold : float
        Positive. 1 asks for at least the activity's share in all regions together.

    Returns
    -------
    ndarray, shape (n, m)
        1.0 where the location quotient is at least `threshold`, else 0.0. The quotient is never rounded: the two
        sides of :math:`x_{ri} \sum x \ge t \, x_r x_i` are compared. A region without activity and an activity
        found nowhere have no quotient: NaN for that row or column alone, with a warning that names it.

    Raises
    ------
    ValueError
        If a number is negative or not finite, the table is not two-dimensional or all 0, or the threshold is not
        positive.

    References
    ----------
    Balassa, B. (1965). Trade liberalisation and "revealed" comparative advantage. The Manchester School 33(2),
    99-123.

    Examples
    --------
    >>> revealed_advantage([[30, 10], [10, 50]]).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    least = number("threshold", threshold, "(0, inf)")
    counts = not_all_zero("table", matrix("table", table, minimum=0))
    counts /= counts.max()  # products of large numbers stay finite
    regions, activities = counts.sum(axis=1), counts.sum(axis=0)
    needed = np.outer(regions, activities * (least * (1 - LAST_BITS) / counts.sum()))
    found = (counts >= needed).astype(float)
    found[named("regions", regions == 0, "without activity have no quotient")] = np.nan
    found[:, named("activities", activities == 0, "found nowhere have no quotient")] = np.nan
    return found


def proximity(M: ArrayLike) -> Array:
    r"""Proximity of activities: the smaller of the chances that a region with one of two also has the other.

    Parameters
    ----------
    M : array_like, shape (n, m)
        0 or 1 by region and activity, as `revealed_advantage` gives; its NaN rows and columns count as empty.

    Returns
    -------
    ndarray, shape (m, m)
        :math:`\phi_{ij} = \sum_r M_{ri} M_{rj} / \max(u_i, u_j)` with u the regions that have an activity;
        symmetric, between 0 and 1, 1 on the diagonal. NaN in row and column of an activity that no region has,
        with a warning that names it.

    Raises
    ------
    ValueError
        If an entry is not 0 or 1 (or NaN in a whole row or column), or `M` is not two-dimensional, empty or all 0.

    References
    ----------
    Hidalgo, C. A., Klinger, B., Barabási, A.-L. & Hausmann, R. (2007). The product space conditions the development
    of nations. Science 317(5837), 482-487. https://doi.org/10.1126/science.1144581

    Examples
    --------
    >>> proximity([[1, 1, 0], [1, 1, 1], [0, 1, 1]]).round(2).tolist()
    [[1.0, 0.67, 0.5], [0.67, 1.0, 0.67], [0.5, 0.67, 1.0]]
    """
    held, _rows = presence(M)
    absent = named("activities", np.asarray(~held.any(axis=0)), "that no region has are near nothing")
    found = shared(held)
    found[absent] = found[:, absent] = np.nan
    return found


def relatedness_density(M: ArrayLike) -> Array:
    r"""How much of the neighbourhood of each activity a region already has (the activity itself left out).

    Parameters
    ----------
    M : array_like, shape (n, m)
        0 or 1 by region and activity, as `revealed_advantage` gives.

    Returns
    -------
    ndarray, shape (n, m)
        :math:`\sum_{j \ne i} M_{rj} \phi_{ij} / \sum_{j \ne i} \phi_{ij}`, between 0 and 1. NaN in a row of `M` that
        is NaN, and for an activity that has no neighbour, with a warning that names it. Large tables (over 200,000
        cells) are multiplied in single precision: errors stay below 1e-6.

    Raises
    ------
    ValueError
        As `proximity`.

    References
    ----------
    Hidalgo et al. (2007), as in `proximity`, where the sums include the activity itself.

    Examples
    --------
    >>> relatedness_density([[1, 1, 0], [1, 1, 1], [0, 1, 1]]).round(2).tolist()
    [[0.57, 0.5, 1.0], [1.0, 1.0, 1.0], [1.0, 0.5, 0.57]]
    """
    held, unknown = presence(M)
    near = shared(held)
    np.fill_diagonal(near, 0.0)
    around = near.sum(axis=0)
    alone = named("activities", around == 0, "without neighbours have no density")
    share = near / np.where(alone, np.nan, around)
    found = held @ (share.astype(held.dtype) if held.size > SINGLE else share)
    result = np.minimum(found.astype(float), 1.0)
    result[named("regions", unknown, "are not known, nor is their density")] = np.nan
    return result


@dataclass(frozen=True, eq=False)
class Complexity:
    """Complexity of regions and of activities, both with mean 0 and standard deviation 1.

    Parameters
    ----------
    eci : ndarray, shape (n,)
        Of the regions, with the sign that makes its correlation with diversity positive.
    pci : ndarray, shape (m,)
        Of the activities, with the same sign: high for what is found in regions with a high `eci`.
    eigenvalue : float
        The second one: 1 if the economy falls into parts, 0 if all regions are alike.
    """

    eci: Array
    pci: Array
    eigenvalue: float


def economic_complexity(M: ArrayLike) -> Complexity:
    r"""Economic complexity: regions are complex that have complex activities, and the other way round.

    Parameters
    ----------
    M : array_like, shape (n, m)
        0 or 1 by region and activity, as `revealed_advantage` gives.

    Returns
    -------
    Complexity
        ``.eci``, ``.pci`` and ``.eigenvalue``: the second eigenvector of :math:`D^{-1} M U^{-1} M'`, with D and U the
        activities of each region and the regions of each activity, and what it makes of the activities,
        :math:`U^{-1} M'` times it. One sign serves both. Regions that have nothing and activities found nowhere are
        NaN, with a warning that names them, and leave the others as they are.

        Warns, too, if the economy falls into parts that share no activity (which parts come first is then no
        finding), if two axes are equally good, and, with NaN for all, if there is no difference between regions.

    Raises
    ------
    ValueError
        As `proximity`.

    References
    ----------
    Hidalgo, C. A. & Hausmann, R. (2009). The building blocks of economic complexity. PNAS 106(26), 10570-10575.
    https://doi.org/10.1073/pnas.0900943106

    Examples
    --------
    >>> stairs = economic_complexity([[1, 0, 0], [1, 1, 0], [1, 1, 1]])
    >>> stairs.eci.round(3).tolist(), stairs.pci.round(3).tolist(), round(stairs.eigenvalue, 3)
    ([-1.225, 0.0, 1.225], [-1.225, 0.0, 1.225], 0.25)
    """
    held, _rows = presence(M)
    rows, columns = np.asarray(held.any(axis=1)), np.asarray(held.any(axis=0))
    named("regions", ~rows, "without activity have no complexity")
    named("activities", ~columns, "found nowhere have no complexity")
    eci, pci = np.full(len(rows), np.nan), np.full(len(columns), np.nan)
    inner = held if rows.all() and columns.all() else held[np.ix_(rows, columns)]
    eci[rows], pci[columns], eigenvalue = axes(inner)
    return Complexity(eci, pci, eigenvalue)

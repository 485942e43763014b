"""Is an activity concentrated in space? The locational Gini, and two indices that take plants of unequal size apart."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import not_all_zero, same_length, vector

Array = NDArray[np.float64]

#: Reference shares may miss 1 by this much, as rounded shares do.
ROUNDING = 1e-6


@dataclass(frozen=True)
class Concentration:
    """Raw concentration, lumpiness, and what is left once the lumps are taken out.

    Parameters
    ----------
    gamma : float
        0 is what darts would give; 1 where all plants are drawn to one place. NaN where a single plant, or a single
        region, leaves nothing to compare.
    G : float
        Raw concentration: distance between the regions' shares of the industry and their reference shares.
    H : float
        Herfindahl index of the plants' sizes: 1 / n where they are alike, 1 where one plant has everything.
    """

    gamma: float
    G: float
    H: float


def locational_gini(table: ArrayLike, reference: ArrayLike | None = None) -> Array:
    """Locational Gini of each sector: how unevenly it lies over regions, beside everything that lies there.

    Parameters
    ----------
    table : array_like, shape (n, m)
        Jobs (plants ...) of each region (row) in each sector (column), none negative.
    reference : array_like, shape (n,), optional
        What a sector is compared with, for instance inhabitants; by default the sums of the rows.

    Returns
    -------
    ndarray, shape (m,)
        Area between the Lorenz curve of the sector's shares against the reference shares, regions sorted by their
        quotient, and the diagonal: 0 to 0.5, with no correction for small numbers. NaN, with a warning, for a sector
        without any job.

    Raises
    ------
    ValueError
        If the table is not regions by sectors, a number is negative or missing, the reference is all 0 or does not
        fit, or a region has jobs but no reference.

    References
    ----------
    Krugman, P. (1991). Geography and Trade. MIT Press. The curve is Hoover's:
    Hoover, E. M. (1936). The measurement of industrial localization. The Review of Economics and Statistics 18(4).

    Examples
    --------
    >>> locational_gini([[10, 0], [10, 20]]).round(3).tolist()  # one sector even, one in a single region
    [0.125, 0.125]
    >>> locational_gini([[30], [30]], reference=[1, 1]).tolist()
    [0.0]
    """
    counts = np.array(table, dtype=np.float64)
    if counts.ndim != 2 or not counts.size:
        raise ValueError(f"table must be regions x sectors, got shape {counts.shape}")
    vector("table", counts.ravel(), minimum=0)
    total = counts.sum(axis=1) if reference is None else vector("reference", reference, minimum=0)
    same_length("reference", total, counts.shape[0], "table")
    not_all_zero("table" if reference is None else "reference", total)
    if (stray := (total == 0) & counts.any(axis=1)).any():
        raise ValueError(f"reference is 0 in region {np.flatnonzero(stray)[0]}, where the table has jobs")
    if (empty := np.flatnonzero(~counts.any(axis=0))).size:
        warnings.warn(f"no job in sector {empty.tolist()}: its locational Gini is NaN", stacklevel=2)
    known = counts[total > 0], total[total > 0] / total.sum()
    return np.array([_gini(column, known[1]) for column in known[0].T])


def _gini(counts: Array, reference: Array) -> float:
    if not counts.any():
        return float("nan")
    shares = counts / counts.sum()
    order = np.argsort(shares / reference, kind="stable")
    curve = np.concatenate([[0.0], np.cumsum(shares[order])])
    return max(float(1 - reference[order] @ (curve[1:] + curve[:-1])) / 2, 0.0)


def ellison_glaeser(sizes: ArrayLike, regions: ArrayLike, reference_shares: ArrayLike) -> Concentration:
    """Ellison and Glaeser's gamma: concentration beyond what darts as heavy as these plants would give.

    Parameters
    ----------
    sizes : array_like, shape (n,)
        Jobs of each plant, none negative, not all 0.
    regions : array_like of int, shape (n,)
        Number of the region of each plant, 0 to m - 1.
    reference_shares : array_like, shape (m,)
        Share of each region in what the darts aim at (all jobs, inhabitants ...); they add up to 1.

    Returns
    -------
    Concentration
        With s the regions' shares of the jobs and x their reference shares, ``G`` is the sum of (s - x)^2, ``H`` the
        sum of the squared shares of plants, and ``gamma`` = (G - X H) / (X (1 - H)) with X = 1 - sum of x^2, since
        E[G] = X [gamma + (1 - gamma) H]. It may be negative: plants that avoid one another.

    Raises
    ------
    ValueError
        If a size or share is negative, shares do not add up to 1, or a region is not one of them.

    References
    ----------
    Ellison, G. & Glaeser, E. L. (1997). Geographic concentration in U.S. manufacturing industries: a dartboard
    approach. Journal of Political Economy 105(5), 889-927.

    Examples
    --------
    >>> together = ellison_glaeser([1, 1, 1, 1], [0, 0, 0, 0], [0.5, 0.5])
    >>> together.G, together.H, together.gamma
    (0.5, 0.25, 1.0)
    >>> round(ellison_glaeser([1, 1], [0, 1], [0.5, 0.5]).gamma, 3)  # one each: further apart than darts
    -1.0
    """
    held, plants, reference = _shares(sizes, regions, reference_shares)
    spread = 1 - float(reference @ reference)
    raw, lumps = float(((held - reference) ** 2).sum()), float(plants @ plants)
    return Concentration(_ratio(raw - spread * lumps, spread * (1 - lumps)), raw, lumps)


def maurel_sedillot(sizes: ArrayLike, regions: ArrayLike, reference_shares: ArrayLike) -> Concentration:
    """Maurel and Sédillot's gamma: how likely two jobs of different plants are to be in one region, beyond chance.

    Parameters
    ----------
    sizes, regions, reference_shares : array_like
        As for `ellison_glaeser`.

    Returns
    -------
    Concentration
        ``G`` = (sum of s^2 - sum of x^2) / (1 - sum of x^2), ``H``, and ``gamma`` = (G - H) / (1 - H). It has the
        same expectation as that of `ellison_glaeser`, but tells an industry in large regions from one in small ones.

    Raises
    ------
    ValueError
        As `ellison_glaeser`.

    References
    ----------
    Maurel, F. & Sédillot, B. (1999). A measure of the geographic concentration in French manufacturing industries.
    Regional Science and Urban Economics 29(5), 575-604.

    Examples
    --------
    >>> maurel_sedillot([1, 1, 1, 1], [0, 0, 0, 0], [0.5, 0.5]).gamma
    1.0
    >>> maurel_sedillot([3, 1], [0, 1], [0.75, 0.25]).G
    0.0
    """
    held, plants, reference = _shares(sizes, regions, reference_shares)
    expected = float(reference @ reference)
    raw, lumps = _ratio(float(held @ held) - expected, 1 - expected), float(plants @ plants)
    return Concentration(_ratio(raw - lumps, 1 - lumps), raw, lumps)


def _ratio(above: float, below: float) -> float:
    if below < 1e-12:
        warnings.warn("one plant or one region has everything: gamma is NaN", stacklevel=3)
        return float("nan")
    return above / below


def _shares(sizes: ArrayLike, regions: ArrayLike, reference_shares: ArrayLike) -> tuple[Array, Array, Array]:
    """Shares of the regions, of the plants, and the reference."""
    jobs = not_all_zero("sizes", vector("sizes", sizes, minimum=0))
    reference = vector("reference_shares", reference_shares, minimum=0)
    if abs(reference.sum() - 1) > ROUNDING:
        raise ValueError(f"reference_shares must add up to 1, got {reference.sum():g}")
    given = vector("regions", regions)
    same_length("regions", given, jobs.size, "sizes")
    if (odd := given[(given != np.round(given)) | (given < 0) | (given >= reference.size)]).size:
        raise ValueError(f"regions must be whole numbers from 0 to {reference.size - 1}, got {odd[0]:g}")
    plants = jobs / jobs.sum()
    held: Array = np.bincount(given.astype(int), plants, reference.size).astype(np.float64)
    return held, plants, reference

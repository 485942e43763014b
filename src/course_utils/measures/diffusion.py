"""Diffusion of something new among a number of adopters (Bass 1969), and what a few counts tell of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import least_squares

from course_utils.measures import _checks

Array = NDArray[np.float64]

#: No ceiling is looked for above so many times the largest count: from there on all curves are alike.
FARTHEST = 1_000.0
_P, _Q = np.geomspace(1e-6, 0.5, 36), np.geomspace(0.02, 2.0, 26)
_LEAST, _MOST = np.log([1e-9, 1e-6]), np.log([5.0, 5.0])


@dataclass(frozen=True, eq=False)
class BassFit:
    """The Bass curve that misses the counts least.

    Parameters
    ----------
    p, q : float
        Innovation and imitation, per unit of time.
    m : float
        Ceiling: how many adopt in the end.
    error : float
        Root mean square of curve minus count.
    open_ended : bool
        True if the ceiling was free and ran into the highest that is tried: no finite one is best.
    """

    p: float
    q: float
    m: float
    error: float
    open_ended: bool = False

    @property
    def peak(self) -> float:
        """When adoption is fastest."""
        return bass_peak(self.p, self.q)


def bass(p: float, q: float, m: float, t: ArrayLike) -> Array:
    """Cumulative adopters of the Bass model.

    Of those who have not adopted yet, a share ``p + q F`` does so per unit of time, where ``F`` is the share of `m`
    that has.

    Parameters
    ----------
    p : float
        Innovation: adoption that needs no example; more than 0.
    q : float
        Imitation: adoption in proportion to those who have; at least 0.
    m : float
        All who adopt in the end; at least 0.
    t : array_like
        Time since the start, in the unit of ``1 / p``; none before 0.

    Returns
    -------
    ndarray
        Of the shape of `t`; 0 at time 0, `m` in the end.

    Raises
    ------
    ValueError
        If a number is out of its range.

    References
    ----------
    Bass, F. M. (1969). A new product growth for model consumer durables. Management Science 15(5), 215-227.

    Examples
    --------
    >>> bass(0.03, 0.38, 100, [0, 5, 10]).round(1).tolist()
    [0.0, 33.1, 81.3]
    """
    innovation = _checks.number("p", p, "(0, inf)")
    imitation = _checks.number("q", q, "[0, inf)")
    ceiling = _checks.number("m", m, "[0, inf)")
    return np.asarray(ceiling * _share(innovation, imitation, _checks.within("t", t, "[0, inf)")))


def bass_peak(p: float, q: float) -> float:
    """When adoption is fastest, ``ln(q / p) / (p + q)``; 0 where innovation is no weaker than imitation.

    Examples
    --------
    >>> round(bass_peak(0.03, 0.38), 2), bass_peak(0.4, 0.1)
    (6.19, 0.0)
    """
    innovation = _checks.number("p", p, "(0, inf)")
    imitation = _checks.number("q", q, "[0, inf)")
    if imitation <= innovation:
        return 0.0
    return float(np.log(imitation / innovation) / (innovation + imitation))


def fit_bass(t: ArrayLike, adopters: ArrayLike, m: float | None = None) -> BassFit:
    """Fit a Bass curve to counts by nonlinear least squares.

    Parameters
    ----------
    t : array_like, shape (n,)
        Times of the counts since the start, at least two of them after 0.
    adopters : array_like, shape (n,)
        Cumulative adopters, not all 0.
    m : float, optional
        A ceiling to take as given; without one it is sought, up to `FARTHEST` times the largest count.

    Returns
    -------
    BassFit

    Raises
    ------
    ValueError
        If counts and times do not fit together, or there are too few of them.

    Notes
    -----
    A best fit always comes out, even of three points; whether it says anything is seen from the fits of other
    ceilings. For some counts no finite ceiling is best: then `BassFit.open_ended` is true.

    Examples
    --------
    >>> t = np.arange(1, 25)
    >>> found = fit_bass(t, bass(0.02, 0.4, 500, t))
    >>> round(found.p, 4), round(found.q, 3), round(found.m, 1)
    (0.02, 0.4, 500.0)
    """
    times, counts = _checks.vector("t", t, 0), _checks.vector("adopters", adopters, 0)
    _checks.same_length("adopters", counts, times.size, "t")
    _checks.not_all_zero("adopters", counts)
    if (times > 0).sum() < 2:
        raise ValueError(f"t must hold at least two times after 0, got {times.tolist()}")
    given = None if m is None else _checks.number("m", m, "(0, inf)")
    unit = float(counts.max())
    ends = [_refine(start, times, counts / unit, given and given / unit) for start in _starts(times, counts, given)]
    z, error = min(ends, key=lambda end: end[1])
    p, q = (float(np.exp(x)) for x in z[:2])
    ceiling = given or float(np.exp(z[2])) * unit
    return BassFit(p, q, ceiling, error * unit, given is None and ceiling > 0.98 * FARTHEST * unit)


def _share(p: float | Array, q: float | Array, t: Array) -> Array:
    fall = np.exp(-(p + q) * t)
    return np.asarray(p * (1 - fall) / (p + q * fall))


def _starts(t: Array, counts: Array, m: float | None) -> list[Array]:
    """Return the three best points of a grid of p and q; a free ceiling is the best one for each (it is linear)."""
    p, q = (axis.ravel() for axis in np.meshgrid(_P, _Q, indexing="ij"))
    curves = _share(p[:, None], q[:, None], t[None, :])
    best = (curves @ counts) / np.maximum((curves**2).sum(axis=1), 1e-300)
    ceilings = np.full(p.size, m) if m else np.clip(best, 1e-3 * counts.max(), FARTHEST * counts.max())
    errors = ((ceilings[:, None] * curves - counts) ** 2).sum(axis=1)
    order = np.argsort(errors, kind="stable")[[0, 1, 12]]
    return [np.log([p[at], q[at], ceilings[at] / counts.max()]) for at in order]


def _refine(start: Array, t: Array, counts: Array, m: float | None) -> tuple[Array, float]:
    low = np.append(_LEAST, np.log(1e-3))
    high = np.append(_MOST, np.log(FARTHEST))
    free = slice(0, 3 if m is None else 2)

    def miss(z: Array) -> Array:
        ceiling = np.exp(z[2]) if m is None else m
        return np.asarray(ceiling * _share(np.exp(z[0]), np.exp(z[1]), t) - counts)

    inside = np.clip(start, low + 1e-9, high - 1e-9)[free]
    found = least_squares(miss, inside, bounds=(low[free], high[free]), xtol=1e-12, ftol=1e-12, gtol=1e-12)
    return found.x, float(np.sqrt(np.mean(found.fun**2)))

"""Siting: where a facility goes that is useful to all and a nuisance to its neighbours, by who decides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import matrix, not_all_zero, number, same_length, vector

Array = NDArray[np.float64]

RULES = ("planner", "majority", "veto", "compensation")
#: Payoffs are sums of many terms: what differs by less than this is equal.
EQUAL = 1e-9


def siting_payoffs(
    distances: ArrayLike, weights: ArrayLike, *, reach: float, harm: float, benefit: float, carriage: float = 0.0
) -> Array:
    """What each place gains, a head, if the facility stands at each site.

    Parameters
    ----------
    distances : array_like, shape (sites, places)
        Distance from each site to each place, kilometres.
    weights : array_like, shape (places,)
        Inhabitants; not all zero.
    reach : float
        Distance over which the nuisance falls to 1/e (37 %), kilometres, above 0.
    harm : float
        Nuisance at the gate, a head, not negative.
    benefit : float
        What the facility brings everybody, a head, in the same unit.
    carriage : float
        What a kilometre between the site and the average inhabitant costs everybody, a head.

    Returns
    -------
    ndarray, shape (sites, places)
        ``benefit - carriage * D_s - harm * exp(-d_si / reach)``, where D_s is the mean distance from s to all people.

    Raises
    ------
    ValueError
        If a distance, a weight, `harm` or `carriage` is negative, `reach` not above 0, or shapes do not fit.

    Notes
    -----
    Benefit and carriage are shared by all; the nuisance is borne where it falls.

    Examples
    --------
    Two towns 10 km apart, the first three times as large, and a facility in the second.

    >>> siting_payoffs([[10, 0]], [3, 1], reach=5, harm=100, benefit=50).round(1).tolist()
    [[36.5, -50.0]]
    """
    far, people = matrix("distances", distances, 0.0), not_all_zero("weights", vector("weights", weights, 0.0))
    same_length("weights", people, far.shape[1], "a row of distances")
    scale, worst = number("reach", reach, "(0, inf)"), number("harm", harm, "[0, inf)")
    cost, good = number("carriage", carriage, "[0, inf)"), number("benefit", benefit, "(-inf, inf)")
    shared = good - cost * (far @ people) / people.sum()
    return np.asarray(shared[:, None] - worst * np.exp(-far / scale))


@dataclass(frozen=True, eq=False)
class Siting:
    """Where a rule would put the facility, and whether it lets it be built there.

    Parameters
    ----------
    site : int
        Position of the site proposed.
    built : bool
        Whether the rule accepts it.
    payoffs : ndarray, shape (places,)
        What each place gains from the facility at the site, a head, transfers included, whether or not it is built.
    mean : float
        The same over all people: what building it there is worth, a head.
    harmed : float
        Share of people who would lose.
    decisive : bool
        Under a majority, whether the site beats every other one in a vote of two; True under the other rules.
    """

    site: int
    built: bool
    payoffs: Array
    mean: float
    harmed: float
    decisive: bool = True


def choose_site(payoffs: ArrayLike, weights: ArrayLike, rule: str, *, believed: ArrayLike | None = None) -> Siting:
    """Choose the site by a rule, and say whether the facility is built.

    Parameters
    ----------
    payoffs : array_like, shape (sites, places)
        What each place gains from each site, a head; nothing built gives 0.
    weights : array_like, shape (places,)
        Inhabitants; not all zero.
    rule : {"planner", "majority", "veto", "compensation"}
        The planner takes the site of the largest sum, and builds if it is not negative. The majority takes the site
        that wins most votes of two (ties: most people gained over all votes), and builds if at least half gain.
        Veto: the site whose worst-off place does best, built if no place loses. Compensation: every harm is paid for
        by an equal levy on all, so that everybody has the mean; built if nobody loses.
    believed : array_like, optional
        What the planner takes the payoffs to be, if others than they are.

    Returns
    -------
    Siting

    Raises
    ------
    ValueError
        If the rule is none of these, a weight is negative, or shapes do not fit.

    References
    ----------
    Kaldor, N. (1939). Welfare propositions of economics and interpersonal comparisons of utility. The Economic
    Journal 49(195), 549-552.

    Examples
    --------
    The many would take the first site, the sum is larger at the second.

    >>> gains = [[10, -50], [5, 4]]
    >>> [choose_site(gains, [3, 1], rule).site for rule in ("majority", "planner", "veto")]
    [0, 1, 1]
    >>> choose_site([[10, -20]], [3, 1], "compensation").payoffs.tolist()
    [2.5, 2.5]
    """
    gains, people = matrix("payoffs", payoffs), not_all_zero("weights", vector("weights", weights, 0.0))
    same_length("weights", people, gains.shape[1], "a row of payoffs")
    if rule not in RULES:
        raise ValueError(f"rule must be one of {', '.join(RULES)}, got {rule!r}")
    thought = gains if believed is None else matrix("believed", believed)
    if thought.shape != gains.shape:
        raise ValueError(f"believed must have the shape of payoffs, {gains.shape}, got {thought.shape}")
    shares = people / people.sum()
    if rule == "majority":
        site, decisive = _most_votes(gains, shares)
        return _siting(site, gains[site], shares, float(shares[gains[site] >= -EQUAL].sum()) >= 0.5 - EQUAL, decisive)
    if rule == "veto":
        worst = gains[:, shares > 0].min(axis=1)
        site = int(worst.argmax())
        return _siting(site, gains[site], shares, bool(worst[site] >= -EQUAL))
    means = (thought if rule == "planner" else gains) @ shares
    site = int(means.argmax())
    own = gains[site] if rule == "planner" else np.full(shares.size, means[site])
    return _siting(site, own, shares, bool(means[site] >= -EQUAL))


def _siting(site: int, own: Array, shares: Array, built: bool, decisive: bool = True) -> Siting:
    return Siting(site, built, own, float(own @ shares), float(shares[own < -EQUAL].sum()), decisive)


def _most_votes(gains: Array, shares: Array) -> tuple[int, bool]:
    """Site that wins most votes of two, and whether it loses none."""
    margins = np.array([((own - gains > EQUAL) * 1.0 - (gains - own > EQUAL)) @ shares for own in gains])
    wins = (margins > EQUAL).sum(axis=1)
    best = np.flatnonzero(wins == wins.max())
    site = int(best[margins[best].sum(axis=1).argmax()])
    return site, bool((margins[site] >= -EQUAL).all())


def compensation_needed(payoffs: ArrayLike, weights: ArrayLike, baseline: float) -> Array:
    """Share of its harm that each place must be paid so as not to lose, everybody paying the same levy.

    Parameters
    ----------
    payoffs : array_like, shape (places,)
        What each place gains at the site, a head, without transfers.
    weights : array_like, shape (places,)
        Inhabitants; not all zero.
    baseline : float
        What a place without any nuisance gains, at least the largest payoff.

    Returns
    -------
    ndarray, shape (places,)
        0 where a place gains anyway; NaN where no share will do, since the levy takes as much as is paid.

    Raises
    ------
    ValueError
        If `baseline` lies under a payoff, a weight is negative, or shapes do not fit.

    Notes
    -----
    With a share c of every harm h_i paid, a place has ``baseline - (1 - c) h_i - c h``, h the mean harm; it is not
    negative if and only if ``c >= (h_i - baseline) / (h_i - h)``. If the sum of payoffs is not negative c is at most 1.

    Examples
    --------
    >>> compensation_needed([10, -10], [3, 1], 10).round(3).tolist()
    [0.0, 0.667]
    """
    gains, people = vector("payoffs", payoffs), not_all_zero("weights", vector("weights", weights, 0.0))
    same_length("weights", people, gains.size, "payoffs")
    top = number("baseline", baseline, "(-inf, inf)")
    if top < gains.max() - EQUAL:
        raise ValueError(f"baseline must be at least the largest payoff, {gains.max():g}, got {top:g}")
    harms = top - gains
    above = harms - harms @ people / people.sum()
    share = np.where(above > EQUAL, -gains / np.where(above > EQUAL, above, 1.0), np.nan)
    return np.asarray(np.where(gains >= -EQUAL, 0.0, np.where(share <= 1 + EQUAL, share, np.nan)))

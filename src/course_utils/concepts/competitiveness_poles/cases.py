"""Six sealed files: one sample each, whose truth the reader sees only after signing an estimate."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.competitiveness_poles.estimators import METHODS, Array, Estimates, Flags, estimates
from course_utils.concepts.competitiveness_poles.laboratory import AFTER, BEFORE, FIRMS, GROWTH, LEVELS, Policy, picked

YEARS = BEFORE + AFTER
VERDICTS = ("undecided", *METHODS, "none")


@dataclass(frozen=True)
class File:
    """What is sealed: how firms were picked, the true effect in percent, and the seed of the sample."""

    policy: Policy
    effect: float
    seed: int


FILES = {
    "A": File(Policy("level", 0.9, 6.0, 0.5), 0.0, 29),
    "B": File(Policy("falling", 0.9, 6.0, 1.5, mixed=True), 6.0, 22),
    "C": File(Policy("good", 0.9, 16.0, 0.5, mixed=True), 8.0, 123),
    "D": File(Policy("level", 0.0, 6.0, 0.5), 8.0, 40),
    "E": File(Policy("bad", 0.9, 16.0, 0.5, mixed=True), 0.0, 103),
    "F": File(Policy("rising", 0.9, 6.0, 1.5, mixed=True), 0.0, 57),
}


@dataclass(frozen=True, eq=False)
class Sample:
    """Firms of a file.

    Parameters
    ----------
    outcome : ndarray, shape (firms, 8)
        Productivity in percent, four years before the label to three after.
    member : ndarray of bool, shape (firms,)
        Was the firm picked?
    without : ndarray, shape (8,)
        Mean of members had there been no effect: what nobody sees outside a laboratory.
    """

    outcome: Array
    member: Flags
    without: Array


@cache
def sample(key: str) -> Sample:
    """Draw the firms of a file.

    Raises
    ------
    ValueError
        If there is no such file.
    """
    if key not in FILES:
        raise ValueError(f"key must be one of {', '.join(FILES)}, got {key!r}")
    sealed = FILES[key]
    draw = np.random.default_rng(sealed.seed)
    level, trend, chance = (draw.standard_normal(FIRMS) for _part in range(3))
    luck = draw.standard_normal((FIRMS, len(YEARS)))
    member = picked(sealed.policy, level, trend, chance, luck[:, len(BEFORE) - 1])
    slope = GROWTH + sealed.policy.gap * trend
    plain = LEVELS * level[:, None] + slope[:, None] * np.array(YEARS) + sealed.policy.noise * luck
    outcome = plain + sealed.effect * member[:, None] * (np.array(YEARS) >= 0)
    return Sample(outcome, member, plain[member].mean(axis=0))


@cache
def report(key: str, baseline: str = "all") -> Estimates:
    """Return what four evaluators report on a file, with one of the laboratory's baselines.

    Examples
    --------
    >>> report("A").value.round(0)[:, 0].tolist()
    [31.0, 8.0, -0.0, 7.0]
    """
    found = sample(key)
    own = [YEARS.index(year) for year in Policy(baseline=baseline).before]
    return estimates(found.outcome[:, own].mean(axis=1), found.outcome[:, len(BEFORE) :].mean(axis=1), found.member)


def holding(key: str, baseline: str = "all") -> tuple[str, ...]:
    """Return the estimates whose 95 % interval holds the truth of a file.

    Examples
    --------
    >>> holding("A")
    ('did',)
    """
    flags = report(key, baseline).holds(FILES[key].effect)[:, 0]
    return tuple(method for method, held in zip(METHODS, flags, strict=True) if held)


def right(key: str, baseline: str, verdict: str) -> bool:
    """Tell whether a verdict stands: the signed interval holds the truth, or none does and none was signed."""
    found = holding(key, baseline)
    return verdict in found or (verdict == "none" and not found)

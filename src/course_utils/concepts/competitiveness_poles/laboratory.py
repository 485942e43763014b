"""The evaluation laboratory: firms whose truth is known, a policy that picks some of them, and four evaluators."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from statistics import NormalDist

import numpy as np

from course_utils.concepts.competitiveness_poles.estimators import Array, Estimates, Flags, estimates

RULES = ("level", "rising", "falling", "good", "bad")
BASELINES = ("all", "last", "early")
FIRMS, RUNS, SEED = 120, 1000, 2005
#: Share of firms that are picked, and the score above which they are.
SHARE = 0.3
CUT = NormalDist().inv_cdf(1 - SHARE)
#: Years from the label; outcomes in percent (log points). Permanent levels spread by LEVELS, all grow by GROWTH.
BEFORE, AFTER = (-4, -3, -2, -1), (0, 1, 2, 3)
LEVELS, GROWTH = 20.0, 2.0


@dataclass(frozen=True)
class Policy:
    """How firms are picked, and the world they live in.

    Parameters
    ----------
    rule : str
        One of `RULES`: on the permanent level, a rising or a falling trend, a good or a bad year before the label.
    strength : float
        Correlation between the selector's score and that quality, 0 (a lottery) to below 1.
    noise : float
        Standard deviation of a firm's passing ups and downs, in percent.
    gap : float
        Standard deviation of firms' own trends, in percent a year.
    baseline : {"all", "last", "early"}
        What evaluators call "before": the mean of the four years, the last one, or the three before it.
    mixed : bool
        The quality counts for half, the permanent level (high, or low where the rule takes the weak) for the other.
    """

    rule: str = "level"
    strength: float = 0.6
    noise: float = 10.0
    gap: float = 1.0
    baseline: str = "all"
    mixed: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no policy."""
        if self.rule not in RULES:
            raise ValueError(f"rule must be one of {', '.join(RULES)}, got {self.rule!r}")
        if self.baseline not in BASELINES:
            raise ValueError(f"baseline must be one of {', '.join(BASELINES)}, got {self.baseline!r}")
        if self.mixed and self.rule == "level":
            raise ValueError("mixed adds the level to another rule, got rule 'level'")
        if not 0 <= self.strength < 1:
            raise ValueError(f"strength must be from 0 to below 1, got {self.strength!r}")
        if self.noise < 0 or self.gap < 0:
            raise ValueError(f"noise and gap must not be negative, got {self.noise!r} and {self.gap!r}")

    @property
    def leads(self) -> tuple[float, float]:
        """By how much members, and members less others, lead in the score's quality: in standard deviations."""
        density = NormalDist().pdf(CUT)
        return self.strength * density / SHARE, self.strength * density / (SHARE * (1 - SHARE))

    @property
    def sign(self) -> float:
        """Minus 1 if the weak are taken."""
        return -1.0 if self.rule in ("falling", "bad") else 1.0

    @property
    def before(self) -> tuple[int, ...]:
        """Years that evaluators call "before"."""
        return {"all": BEFORE, "last": BEFORE[-1:], "early": BEFORE[:-1]}[self.baseline]

    def shape(self) -> Array:
        """What one standard deviation of the quality is worth in each year, in percent, shape (8,)."""
        years = np.array(BEFORE + AFTER, dtype=float)
        level = np.full(years.shape, LEVELS)
        own = {"level": level, "rising": self.gap * years, "good": self.noise * (years == BEFORE[-1])}
        named = own[{"falling": "rising", "bad": "good"}.get(self.rule, self.rule)]
        worth: Array = self.sign * ((level + named) / np.sqrt(2) if self.mixed else named)
        return worth


def known_bias(policy: Policy) -> tuple[float, float, float]:
    """Bias of the naive, the before-after and the difference-in-differences estimate, by algebra.

    Examples
    --------
    >>> [round(bias, 1) for bias in known_bias(Policy("level", 0.6))]
    [19.9, 8.0, 0.0]
    >>> [round(bias, 1) for bias in known_bias(Policy("good", 0.6, baseline="last"))]
    [0.0, -2.0, -9.9]
    """
    alone, lead = policy.leads
    first = BEFORE[0]
    worth = policy.shape()
    start, end = (float(np.mean([worth[year - first] for year in years])) for years in (policy.before, AFTER))
    elapsed = float(np.mean(AFTER) - np.mean(policy.before))
    return lead * end, GROWTH * elapsed + alone * (end - start), lead * (end - start)


@cache
def _draws(seed: int) -> tuple[Array, ...]:
    """Standard normal draws: level, trend, chance in the selection, last year, three years before, years after."""
    draw = np.random.default_rng(seed)
    return tuple(draw.standard_normal((RUNS, FIRMS)) for _part in range(6))


def picked(policy: Policy, level: Array, trend: Array, chance: Array, last: Array) -> Flags:
    """Tell which firms are picked: those whose score, part quality and part chance, is above the cut."""
    own = {"level": level, "rising": trend, "falling": trend, "good": last, "bad": last}[policy.rule]
    quality = policy.sign * ((level + own) / np.sqrt(2) if policy.mixed else own)
    score = policy.strength * quality + np.sqrt(1 - policy.strength**2) * chance
    found: Flags = score > CUT
    return found


def errors(policy: Policy, seed: int = SEED) -> Estimates:
    """Estimates of 1,000 samples in which the policy has no effect: they are the errors, whatever the effect is."""
    level, trend, chance, last, rest, later = _draws(seed)
    own, slope = picked(policy, level, trend, chance, last), GROWTH + policy.gap * trend
    early = len(BEFORE) - 1
    luck = {
        "all": (last + np.sqrt(early) * rest) / (early + 1),
        "last": last,
        "early": rest / np.sqrt(early),
    }[policy.baseline]
    now = LEVELS * level + slope * float(np.mean(policy.before)) + policy.noise * luck
    after = LEVELS * level + slope * float(np.mean(AFTER)) + policy.noise * later / np.sqrt(len(AFTER))
    return estimates(now, after, own)


@dataclass(frozen=True, eq=False)
class Score:
    """How four evaluators do over many samples, in the order of `METHODS`.

    Parameters
    ----------
    mean, low, high : ndarray, shape (4,)
        Mean estimate, and the values between which 90 of 100 estimates lie, in percent.
    bias, deviation : ndarray, shape (4,)
        Mean error, and the standard error of that mean.
    coverage : ndarray, shape (4,)
        Share of samples in which the 95 % interval contains the truth.
    """

    mean: Array
    low: Array
    high: Array
    bias: Array
    deviation: Array
    coverage: Array


def score(policy: Policy, effect: float = 0.0, seed: int = SEED) -> Score:
    """Let four evaluators estimate an effect in 1,000 samples.

    Examples
    --------
    >>> found = score(Policy("level", 0.6))
    >>> found.bias.round(0).tolist()
    [20.0, 8.0, 0.0, 3.0]
    """
    if policy.strength == 0:  # a lottery is the same whatever it does not look at
        policy = replace(policy, rule="level", mixed=False)
    bias, deviation, low, high, coverage = _summary(policy, seed)
    return Score(effect + bias, effect + low, effect + high, bias, deviation, coverage)


@cache
def _summary(policy: Policy, seed: int) -> tuple[Array, ...]:
    found = errors(policy, seed)
    low, high = np.quantile(found.value, (0.05, 0.95), axis=1)
    bias = found.value.mean(axis=1)
    deviation = found.value.std(axis=1, ddof=1) / np.sqrt(RUNS)
    return bias, deviation, low, high, found.holds(0.0).mean(axis=1)


def expected_paths(policy: Policy, effect: float = 0.0) -> tuple[Array, Array, Array]:
    """Expected outcome of members, of others, and of members without the label, from four years before to three after.

    Examples
    --------
    >>> member, other, without = expected_paths(Policy("level", 0.6), effect=5.0)
    >>> (member - without).tolist()
    [0.0, 0.0, 0.0, 0.0, 5.0, 5.0, 5.0, 5.0]
    """
    years = np.array(BEFORE + AFTER, dtype=float)
    alone, lead = policy.leads
    without, other = (GROWTH * years + size * policy.shape() for size in (alone, alone - lead))
    return without + effect * (years >= 0), other, without

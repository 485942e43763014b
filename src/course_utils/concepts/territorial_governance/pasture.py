"""A pasture in common: you and three computer neighbours, with or without talk, watch and fines."""

from __future__ import annotations

import functools
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course_utils.measures import harvest_equilibrium, harvest_optimum

Array = NDArray[np.float64]

#: Herders, worth of a cow on an empty pasture (its cost deducted), and what each cow takes from every cow.
HERDERS, WORTH, CROWDING = 4, 10.0, 0.25
SUMMERS, RUNS, SEED = 20, 2_000, 1483
EQUILIBRIUM = harvest_equilibrium(HERDERS, WORTH, CROWDING)
OPTIMUM = harvest_optimum(HERDERS, WORTH, CROWDING)
MOST = 16.0
#: How far a herder moves in a summer from what was sent last towards what is wanted now.
PACE = 0.4
#: Trust at the first summer if there was talk; what each excess cow of the others takes of it; what a talk gives back.
TRUST, HURT, TALK = 0.9, 0.09, 0.12
#: Error in guessing the others' cows by the look of the grass, cost of a look, and looks that see too many cows.
BLUR, LOOK, MISTAKEN = 2.0, 0.5, 0.05
#: Fine for each cow too many: always the same, or growing with each time that one was caught.
FLAT, FIRST, STEP = 4.0, 1.0, 1.5
#: What a fine for nothing takes from trust, for each unit of fine.
WRONGED = 0.05
TALKS = ("none", "once", "yearly")
FINES = ("none", "flat", "graduated")
WATCHES = (0.0, 0.25, 0.5, 0.75, 1.0)
#: What you do: keep to the share, do as the neighbours did, or take what pays most this summer.
YOURS = ("keep", "mirror", "best")


@dataclass(frozen=True, eq=False)
class Summers:
    """Averages and ranges over all runs.

    Parameters
    ----------
    herd, low, high : ndarray, shape (20,)
        Cows on the pasture each summer: mean, and the range that holds nine runs of ten.
    yours, theirs : float
        Gain a summer, of you and of a neighbour on average, after fines and the watch.
    fines, watch : float
        What a herder pays a summer on average.
    share : float
        What all gain, in parts of the most that can be gained.
    low_share, high_share : float
        The range of that share that holds nine runs of ten.
    """

    herd: Array
    low: Array
    high: Array
    yours: float
    theirs: float
    fines: float
    watch: float
    share: float
    low_share: float
    high_share: float


def answer(others: Array, marginal: Array | float = 0.0) -> Array:
    """Return what pays most this summer if the others send so many cows, with a fine for each cow over the share."""
    free = (WORTH / CROWDING - others) / 2
    fined = free - np.asarray(marginal) / (2 * CROWDING)
    return np.clip(np.where(free > OPTIMUM.each, np.maximum(fined, OPTIMUM.each), free), 0, MOST)


@functools.cache
def summers(talk: str = "none", watch: float = 0.0, fine: str = "none", you: str = "best", seed: int = SEED) -> Summers:
    """Play twenty summers many times.

    Parameters
    ----------
    talk : {"none", "once", "yearly"}
        Whether the four agree on equal shares of the best total; before the first summer, or before each.
    watch : float
        Probability that a herder's cows are counted in a summer; each count costs its price to all, equally.
    fine : {"none", "flat", "graduated"}
        For each cow above the share that is counted.
    you : {"keep", "mirror", "best"}
        Your rule.
    seed : int
        Of all chances.

    Raises
    ------
    ValueError
        If a choice is none of those given or the probability lies outside [0, 1].
    """
    for name, value, known in (("talk", talk, TALKS), ("fine", fine, FINES), ("you", you, YOURS)):
        if value not in known:
            raise ValueError(f"{name} must be one of {', '.join(known)}, got {value!r}")
    if not 0 <= watch <= 1:
        raise ValueError(f"watch must lie in [0, 1], got {watch:g}")
    return _summary(*_play(talk, watch, fine, you, seed), watch)


def _play(talk: str, watch: float, fine: str, you: str, seed: int) -> tuple[Array, Array]:
    """Return cows and fines, each of shape (summers, runs, herders); the first herder is you."""
    # As a float, since 0 and 0.0 are one setting and must give one set of games.
    rng = np.random.default_rng([seed, zlib.crc32(f"{talk} {float(watch)} {fine} {you}".encode())])
    cows = np.full((RUNS, HERDERS), EQUILIBRIUM.each)
    trust = np.clip(TRUST + 0.1 * rng.standard_normal(cows.shape), 0, 1) * (talk != "none")
    if talk != "none":
        cows[:] = OPTIMUM.each
    caught = np.zeros(cows.shape)
    history = np.zeros((2, SUMMERS, RUNS, HERDERS))
    for summer in range(SUMMERS):
        rate = _rate(fine, caught)
        cows = _taken(cows, trust, watch * rate, you, rng)
        seen = rng.random(cows.shape) < watch
        wrong = seen & (rng.random(cows.shape) < MISTAKEN)  # one cow too many is counted
        excess = np.maximum(cows - OPTIMUM.each, 0) * seen + wrong
        paid = rate * excess
        caught += (excess > 0.5) & (fine != "none")
        history[:, summer] = cows, paid
        trust = _trusted(trust, cows, seen, np.where(wrong, rate, 0.0), talk, rng)
    return history[0], history[1]


def _rate(fine: str, caught: Array) -> Array:
    """Fine for each cow too many."""
    if fine == "graduated":
        return FIRST + STEP * caught
    return np.full(caught.shape, FLAT if fine == "flat" else 0.0)


def _taken(before: Array, trust: Array, marginal: Array, you: str, rng: np.random.Generator) -> Array:
    others = before.sum(axis=1, keepdims=True) - before
    tempted = answer(others, marginal)
    wanted = trust * OPTIMUM.each + (1 - trust) * tempted
    now = before + PACE * (wanted - before) + 0.3 * rng.standard_normal(before.shape)
    best = before[:, 0] + PACE * (tempted[:, 0] - before[:, 0])
    mine = {"keep": np.full(len(before), OPTIMUM.each), "mirror": others[:, 0] / (HERDERS - 1), "best": best}
    now[:, 0] = mine[you]
    return np.clip(now, 0, MOST)


def _trusted(
    trust: Array, cows: Array, seen: NDArray[np.bool_], wronged: Array, talk: str, rng: np.random.Generator
) -> Array:
    """Trust falls with what the others seem to send too much, and rises with each talk."""
    if talk == "none":
        return trust
    guessed = cows + BLUR * rng.standard_normal(cows.shape)
    known = np.where(seen, cows, guessed)
    excess = np.maximum(known - OPTIMUM.each, 0)
    others = (excess.sum(axis=1, keepdims=True) - excess) / (HERDERS - 1)
    mended = TALK if talk == "yearly" else 0.0
    return np.clip(trust - HURT * others - WRONGED * wronged + mended, 0, 1)


def _summary(cows: Array, paid: Array, watch: float) -> Summers:
    total = cows.sum(axis=2)
    looks = watch * LOOK
    gross = cows * (WORTH - CROWDING * total[:, :, None])
    net = gross - paid - looks + paid.sum(axis=2, keepdims=True) / HERDERS  # fines go into a common purse
    share = net.sum(axis=2).mean(axis=0) / OPTIMUM.rent
    low, high = np.quantile(total, (0.05, 0.95), axis=1)
    ends = np.quantile(share, (0.05, 0.95))
    gains = net.mean(axis=(0, 1))
    return Summers(
        total.mean(axis=1), low, high, float(gains[0]), float(gains[1:].mean()), float(paid.mean()), looks,
        float(share.mean()), float(ends[0]), float(ends[1]),
    )  # fmt: skip

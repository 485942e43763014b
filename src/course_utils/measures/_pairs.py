"""Distances between all pairs of points, and the smoothed density of them, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial.distance import cdist, pdist

from course_utils.measures._checks import same_length, vector

Array = NDArray[np.float64]

#: Pairs that are held at once.
BLOCK = 4_000_000
#: Beyond so many bandwidths a Gaussian adds less than one part in 10^15.
REACH = 8.5
#: Steps of a table, a bandwidth: linear interpolation errs by about 10^-5 of the kernel's height.
STEPS = 100
#: Bins of distance for quartiles of very many pairs: a millionth of the largest distance.
FINE = 2**20


def plane(name: str, values: ArrayLike) -> Array:
    """Return points of a plane as an array, or say what is wrong with them."""
    array = np.array(values, dtype=np.float64)
    if array.ndim != 2 or array.shape[1] != 2 or len(array) < 2:
        raise ValueError(f"{name} must be at least two pairs of coordinates, got shape {array.shape}")
    vector(name, array.ravel())
    return array


def masses(weights: ArrayLike | None, n: int) -> Array:
    """Return the weights of `n` points, 1 each if none are given."""
    mass = np.ones(n) if weights is None else vector("weights", weights, minimum=0)
    same_length("weights", mass, n, "points")
    if (mass > 0).sum() < 2:
        raise ValueError(f"weights must be positive for two points at least, got {(mass > 0).sum()}")
    return mass


def blocks(points: Array, weights: Array) -> Iterator[tuple[Array, Array]]:
    """Yield distances and products of weights of all unordered pairs, not too many at once."""
    n = len(points)
    if n * (n - 1) // 2 <= BLOCK:
        left, right = np.triu_indices(n, 1)
        yield pdist(points), weights[left] * weights[right]
        return
    first, rows = 0, max(BLOCK // n, 1)
    while first < n - 1:
        last = min(first + rows, n - 1)
        distances = cdist(points[first:last], points[first:])
        upper = np.arange(n - first) > np.arange(last - first)[:, None]
        yield distances[upper], np.multiply.outer(weights[first:last], weights[first:])[upper]
        first = last


def bandwidth_of(points: Array) -> float:
    """Silverman's rule on the distances of all true pairs: 0.9 min(sd, IQR / 1.34) m^(-1/5)."""
    m, ones = len(points) * (len(points) - 1) // 2, np.ones(len(points))
    if m <= 4 * BLOCK:
        distances = pdist(points)
        spread, (low, high) = float(distances.std()), np.percentile(distances, [25, 75])
    else:
        spread, low, high = _in_pieces(points, ones, m)
    return 0.9 * (min(spread, (high - low) / 1.34) if high > low else spread) * m**-0.2


def _in_pieces(points: Array, ones: Array, m: int) -> tuple[float, float, float]:
    """Standard deviation and quartiles of more distances than can be held."""
    top = float(np.hypot(*np.ptp(points, axis=0)))
    counts, total = np.zeros(FINE + 1), 0.0
    for distances, _products in blocks(points, ones):
        counts += np.bincount((distances * (FINE / top)).astype(np.int64), minlength=FINE + 1)
        total += float(distances.sum())
    squares = len(points) * float(((points - points.mean(axis=0)) ** 2).sum())
    below = np.searchsorted(np.cumsum(counts), [m / 4, 3 * m / 4])
    return float(np.sqrt(max(squares / m - (total / m) ** 2, 0.0))), *((below + 0.5) * top / FINE)


def kernel(radii: Array, distances: Array, bandwidth: float) -> Array:
    """Gaussian kernel reflected at zero, a row a radius and a column a distance."""
    near = np.exp(-0.5 * ((radii[:, None] - distances) / bandwidth) ** 2)
    mirrored = np.exp(-0.5 * ((radii[:, None] + distances) / bandwidth) ** 2)
    return (near + mirrored) / (bandwidth * np.sqrt(2 * np.pi))


def mass(weights: Array) -> float:
    """Sum of the products of weights over all unordered pairs."""
    return float(weights.sum() ** 2 - weights @ weights) / 2


def exact(points: Array, weights: Array, radii: Array, bandwidth: float) -> Array:
    """Density of distances, every pair with its own kernel."""
    left, right = np.triu_indices(len(points), 1)
    distances = pdist(points)
    order = np.argsort(distances)
    distances, products = distances[order], (weights[left] * weights[right])[order]
    found = np.empty(len(radii))
    for i, radius in enumerate(radii):
        low, high = np.searchsorted(distances, [radius - REACH * bandwidth, radius + REACH * bandwidth])
        mirror = int(np.searchsorted(distances, REACH * bandwidth - radius))
        direct = np.exp(-0.5 * ((radius - distances[low:high]) / bandwidth) ** 2) @ products[low:high]
        found[i] = direct + np.exp(-0.5 * ((radius + distances[:mirror]) / bandwidth) ** 2) @ products[:mirror]
    return found / (bandwidth * np.sqrt(2 * np.pi) * mass(weights))


class Table:
    """True distances, and kernels read off a table of a hundred steps a bandwidth: for many draws of few points."""

    def __init__(self, radii: Array, bandwidth: float) -> None:
        self.step = bandwidth / STEPS
        self.size = int((radii.max() + REACH * bandwidth) / self.step) + 2
        self.kernels = kernel(radii, np.arange(self.size + 1, dtype=np.float64) * self.step, bandwidth)

    def __call__(self, points: Array, weights: Array) -> Array:
        """Density of the distances of these points, at the radii."""
        held = np.zeros(self.size + 1)
        for distances, products in blocks(points, weights):
            place = np.minimum(distances / self.step, self.size - 1e-9)
            whole = place.astype(np.int64)
            part = np.where(place < self.size - 1, (place - whole) * products, 0.0)
            there = np.where(place < self.size - 1, products, 0.0)
            held += np.bincount(whole, there - part, self.size + 1) + np.bincount(whole + 1, part, self.size + 1)
        return self.kernels @ held / mass(weights)

"""The eigenvector behind economic complexity: computed on the smaller side, doubted where it is not the only one."""

from __future__ import annotations

import warnings

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import eigsh

Array = NDArray[np.float64]

#: Below this times the size an eigenvalue is 0.
LAST_BITS = 1e-12
#: Up to this size all eigenvalues are found at once, beyond it only the largest.
DENSE = 120


def axes(held: NDArray[np.float32]) -> tuple[Array, Array, float]:
    """Scores of regions and of activities, all of which have something, and the second eigenvalue."""
    diversity, ubiquity = held.sum(axis=1, dtype=float), held.sum(axis=0, dtype=float)
    scaled = held / np.sqrt(diversity)[:, None]
    scaled /= np.sqrt(ubiquity)
    wide = len(diversity) <= len(ubiquity)
    gram = scaled @ scaled.T if wide else scaled.T @ scaled
    first = np.sqrt((diversity if wide else ubiquity) / diversity.sum())
    gram -= np.outer(first, first)  # the eigenvalue 1 that says nothing
    (third, second), vectors = _largest(gram)
    if second < LAST_BITS * len(gram):
        warnings.warn("all regions are alike, so complexity is not defined (NaN)", stacklevel=3)
        return np.full(diversity.size, np.nan), np.full(ubiquity.size, np.nan), 0.0
    _doubts(held, second, third)
    scores = vectors / first
    if wide:
        eci, pci = scores, scores @ held / ubiquity
    else:
        eci, pci = held @ scores / diversity, scores
    sign = _sign(eci, diversity)
    return sign * _standard(eci), sign * _standard(pci), second


def _largest(gram: Array) -> tuple[tuple[float, float], Array]:
    """The two largest eigenvalues (the smaller first), and the vector of the largest."""
    if len(gram) <= DENSE:
        values, vectors = np.linalg.eigh(gram)
    else:
        start = np.sin(np.arange(1.0, len(gram) + 1))  # any will do, as long as it is always the same
        values, vectors = eigsh(gram, k=2, which="LA", v0=start)
    second = min(max(float(values[-1]), 0.0), 1.0)
    return (float(values[-2]) if len(values) > 1 else 0.0, second), vectors[:, -1]


def _doubts(held: NDArray[np.float32], second: float, third: float) -> None:
    """Warn where the axis found is not the only one, or separates what has no connection."""
    if second > 1 - 1e-6 and (parts := _parts(held)) > 1:
        text = f"the economy falls into {parts} parts that share no activity: complexity only tells parts from parts"
        warnings.warn(text, stacklevel=4)
    elif second - third < 1e-9:
        warnings.warn("two axes explain equally much: complexity is one of many that fit equally well", stacklevel=4)


def _parts(held: NDArray[np.float32]) -> int:
    together = held @ held.T if held.shape[0] <= held.shape[1] else held.T @ held
    return int(connected_components(together > 0, directed=False, return_labels=False))


def _sign(scores: Array, diversity: Array) -> float:
    """The sign that makes the correlation with diversity positive; if there is none, that of the first score not 0."""
    centred = scores - scores.mean()
    product = float(centred @ (diversity - diversity.mean()))
    if abs(product) > 1e-9 * np.linalg.norm(centred) * np.linalg.norm(diversity):
        return float(np.sign(product))
    return float(np.sign(centred[np.abs(centred) > 1e-6 * np.abs(centred).max()][0]))


def _standard(scores: Array) -> Array:
    centred = scores - scores.mean()
    found: Array = centred / centred.std()
    return found

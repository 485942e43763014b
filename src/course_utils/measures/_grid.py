"""The density of the distances between very many points: a grid, and all pairs of cells by a Fourier transform."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.fft import fft, irfft2, next_fast_len, rfft

from course_utils.measures._pairs import kernel, mass

Array = NDArray[np.float64]

CELLS = 512
#: Beyond so many bandwidths a Gaussian adds less than single precision holds, and so does its spectrum.
REACH, WAVES = 6.0, 5.0


class Grid:
    """Points spread over 512 x 512 cells; a kernel as wide as a few cells sees only the long waves of what they hold.

    Parameters
    ----------
    extent : ndarray, shape (m, 2)
        Points among which all that are asked for lie.
    radii : ndarray, shape (k,)
        Distances at which the density is wanted.
    bandwidth : float
        Of the Gaussian kernel.
    """

    def __init__(self, extent: Array, radii: Array, bandwidth: float) -> None:
        self.origin, self.cell = extent.min(axis=0), cell_of(extent)
        reach = radii.max() + REACH * bandwidth
        self.side = next_fast_len(CELLS + min(int(reach / self.cell) + 2, CELLS), real=True)
        length = self.side * self.cell
        self.kept = min(int(WAVES / bandwidth * length / (2 * np.pi)) + 2, self.side // 2)
        self.coarse = next_fast_len(2 * self.kept, real=True)
        steps = np.minimum(np.arange(self.coarse), self.coarse - np.arange(self.coarse))
        squares = steps[:, None] ** 2 + steps**2
        self.near = np.flatnonzero(squares * (length / self.coarse) ** 2 <= reach**2)
        apart, self.group = np.unique(squares.ravel()[self.near], return_inverse=True)
        self.kernels = kernel(radii, np.sqrt(apart) * length / self.coarse, bandwidth)
        self.rows = np.r_[0 : self.kept, 1 - self.kept : 0]
        self.turns = [np.cos(2 * np.pi * waves / self.side) for waves in (self.rows[:, None], np.arange(self.kept))]
        blur = [np.sinc(waves / self.side) ** 4 for waves in (self.rows[:, None], np.arange(self.kept))]
        self.sharpen = 1 / (blur[0] * blur[1])  # undoes what spreading a point over four cells has blurred

    def __call__(self, points: Array, weights: Array) -> Array:
        """Density of the distances of these points, at the radii."""
        place = (points - self.origin) / self.cell
        whole = np.minimum(place.astype(np.int64), CELLS - 2)
        pieces = np.stack([1 + whole - place, place - whole])  # of each axis: to the cell below, to the cell above
        waves = rfft(self._spread(whole, pieces, weights), self.side, axis=1)[:, : self.kept]
        waves = fft(waves, self.side, axis=0)[self.rows]
        power = (waves.real**2 + waves.imag**2 - self._oneself(pieces, weights)) * self.sharpen
        spectrum = np.zeros((self.coarse, self.coarse // 2 + 1))
        spectrum[self.rows, : self.kept] = power
        pairs = irfft2(spectrum, (self.coarse, self.coarse)).ravel()[self.near]
        return self.kernels @ np.bincount(self.group, pairs) / (2 * mass(weights))

    @staticmethod
    def _spread(whole: NDArray[np.int64], pieces: Array, weights: Array) -> NDArray[np.float32]:
        """Weights on the grid, each point on the four corners of its cell."""
        grid = np.zeros(CELLS * CELLS)
        for i in (0, 1):
            for j in (0, 1):
                at = (whole[:, 0] + i) * CELLS + whole[:, 1] + j
                grid += np.bincount(at, weights * pieces[i, :, 0] * pieces[j, :, 1], CELLS * CELLS)
        return grid.reshape(CELLS, CELLS).astype(np.float32)

    def _oneself(self, pieces: Array, weights: Array) -> Array:
        """Power of the pairs that a point makes with itself."""
        same, aside = (pieces**2).sum(axis=0), 2 * pieces[0] * pieces[1]
        down, across = self.turns
        parts = [[(weights**2) @ (a[:, 0] * b[:, 1]) for b in (same, aside)] for a in (same, aside)]
        return np.asarray(parts[0][0] + parts[0][1] * across + (parts[1][0] + parts[1][1] * across) * down)


def cell_of(extent: Array) -> float:
    """Side of the cells that hold all these points."""
    return float(np.ptp(extent, axis=0).max()) / (CELLS - 1)

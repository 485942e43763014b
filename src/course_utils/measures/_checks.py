"""Checks of arguments that the measures share: what is wrong is named, with the value, before anything is computed."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def vector(name: str, values: ArrayLike, minimum: float | None = None) -> NDArray[np.float64]:
    """Return `values` as a one-dimensional array of finite numbers.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    values : array_like, shape (n,)
        At least one number.
    minimum : float, optional
        Smallest number allowed.

    Returns
    -------
    ndarray, shape (n,)
        A copy, so that a measure never writes into its argument.

    Raises
    ------
    ValueError
        Naming the argument and the offending value or shape.

    Examples
    --------
    >>> vector("sizes", [3, 1]).tolist()
    [3.0, 1.0]
    """
    return _finite(name, values, 1, minimum)


def square(name: str, values: ArrayLike, minimum: float | None = None) -> NDArray[np.float64]:
    """Return `values` as a square array of finite numbers; the rest is as for `vector`.

    Examples
    --------
    >>> square("A", [[0, 1], [1, 0]]).shape
    (2, 2)
    """
    array = _finite(name, values, 2, minimum)
    if array.shape[0] != array.shape[1]:
        raise ValueError(f"{name} must be square, got shape {array.shape}")
    return array


def same_length(name: str, array: NDArray[np.float64], n: int, other: str) -> None:
    """Refuse an `array` whose length is not `n`, the number of sectors (places ...) of `other`."""
    if array.shape[0] != n:
        raise ValueError(f"{name} must hold {n} values as {other} does, got {array.shape[0]}")


def _finite(name: str, values: ArrayLike, dimensions: int, minimum: float | None) -> NDArray[np.float64]:
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must hold numbers: {error}") from None
    if array.ndim != dimensions:
        raise ValueError(f"{name} must have {dimensions} dimension{'s' * (dimensions > 1)}, got shape {array.shape}")
    if not array.size:
        raise ValueError(f"{name} is empty")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite, got {array[~np.isfinite(array)][0]}")
    if minimum is not None and array.min() < minimum:
        raise ValueError(f"{name} must be at least {minimum:g}, got {array.min():g}")
    return array

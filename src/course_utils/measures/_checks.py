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


def matrix(name: str, values: ArrayLike, minimum: float | None = None) -> NDArray[np.float64]:
    """Return `values` as a two-dimensional array of finite numbers; the rest is as for `vector`.

    Examples
    --------
    >>> matrix("table", [[0, 1, 2]]).shape
    (1, 3)
    """
    return _finite(name, values, 2, minimum)


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


def not_all_zero(name: str, array: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `array`, refused if nothing in it differs from 0."""
    if not array.any():
        raise ValueError(f"{name} must not all be 0")
    return array


def within(name: str, values: ArrayLike, interval: str) -> NDArray[np.float64]:
    """Return `values`, of any shape, as finite numbers of an interval.

    Parameters
    ----------
    name : str
        Name of the argument, for the message.
    values : array_like
        At least one number.
    interval : str
        As it is written in mathematics: ``"[0, 1)"`` holds 0 but not 1, ``"(1, inf)"`` has no upper end.

    Returns
    -------
    ndarray
        A copy of the same shape.

    Raises
    ------
    ValueError
        Naming the argument, the interval and the first value outside.

    Examples
    --------
    >>> within("share", [0, 0.5], "[0, 1]").tolist()
    [0.0, 0.5]
    """
    array = _finite(name, values)
    low, high = (float(end) for end in interval[1:-1].split(","))
    above = array >= low if interval[0] == "[" else array > low
    below = array <= high if interval[-1] == "]" else array < high
    if not (above & below).all():
        raise ValueError(f"{name} must lie in {interval}, got {array[~(above & below)][0]:g}")
    return array


def number(name: str, value: ArrayLike, interval: str) -> float:
    """Return `value` as one finite number of an interval; the rest is as for `within`.

    Examples
    --------
    >>> number("sigma", 5, "(1, inf)")
    5.0
    """
    array = within(name, value, interval)
    if array.ndim:
        raise ValueError(f"{name} must be one number, got shape {array.shape}")
    return float(array)


def together(**arrays: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Broadcast arrays to one shape, or name those that do not fit one another.

    Examples
    --------
    >>> [array.shape for array in together(T=np.ones((3, 1)), share=np.ones(2))]
    [(3, 2), (3, 2)]
    """
    try:
        return list(np.broadcast_arrays(*arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items() if array.ndim)
        raise ValueError(f"the shapes do not fit one another: {shapes}") from None


def _finite(
    name: str, values: ArrayLike, dimensions: int | None = None, minimum: float | None = None
) -> NDArray[np.float64]:
    try:
        array = np.array(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} must hold numbers: {error}") from None
    if dimensions is not None and array.ndim != dimensions:
        raise ValueError(f"{name} must have {dimensions} dimension{'s' * (dimensions > 1)}, got shape {array.shape}")
    if not array.size:
        raise ValueError(f"{name} is empty")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite, got {array[~np.isfinite(array)][0]}")
    if minimum is not None and array.min() < minimum:
        raise ValueError(f"{name} must be at least {minimum:g}, got {array.min():g}")
    return array

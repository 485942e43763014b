"""How news spreads on a network."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course_utils.measures._checks import number, within
from course_utils.measures._graphs import Graph, adjacency

Array = NDArray[np.float64]


def diffuse(graph: Graph, start: ArrayLike, steps: int, *, rate: float = 0.1) -> Array:
    """Chance that each node has heard some news, step after step.

    Parameters
    ----------
    graph : array_like or scipy.sparse array, shape (n, n)
        As for `small_world`.
    start : array_like, shape (n,)
        Chance in [0, 1] that a node knows at the start.
    steps : int
        Number of steps, at least 0.
    rate : float
        How often, on average, a neighbour who knows tells it in one step, 0 or more.

    Returns
    -------
    ndarray, shape (steps + 1, n)
        From the start on. A node that has k neighbours who know hears with chance 1 - exp(-rate k); neighbours are
        taken as independent of one another (a mean-field approximation). What is known is not forgotten.

    Raises
    ------
    ValueError
        As `small_world`, or if `start`, `steps` or `rate` are out of bounds.

    Examples
    --------
    >>> chain = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> diffuse(chain, [1, 0, 0], 2, rate=0.7).round(2).tolist()
    [[1.0, 0.0, 0.0], [1.0, 0.5, 0.0], [1.0, 0.75, 0.3]]
    """
    links = adjacency("graph", graph)
    knows, pace = within("start", start, "[0, 1]"), number("rate", rate, "[0, inf)")
    if knows.shape != links.shape[:1]:
        raise ValueError(f"start must hold one number a node, {links.shape[0]}, got shape {knows.shape}")
    if isinstance(steps, bool) or not isinstance(steps, (int, np.integer)) or steps < 0:
        raise ValueError(f"steps must be a whole number, 0 or more, got {steps!r}")
    near = links.astype(np.float64)
    path = np.empty((steps + 1, knows.size))
    path[0], unheard = knows, 1 - knows
    for step in range(1, steps + 1):
        unheard = unheard * np.exp(-pace * (near @ path[step - 1]))
        path[step] = 1 - unheard
    return path

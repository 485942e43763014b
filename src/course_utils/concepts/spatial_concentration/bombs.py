"""What chance does to a map of squares: the count of 1946 that settled whether flying bombs came in clusters."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

#: Clarke (1946): squares of a quarter of a square kilometre in south London, by the flying bombs that fell on each.
HITS = (229, 211, 93, 35, 7, 1)
BOMBS = 537


def flying_bombs() -> pd.DataFrame:
    """Squares of south London by the number of flying bombs, and what chance would give.

    Returns
    -------
    DataFrame
        Index: bombs on a square, the last one for 5 and more; ``counted`` and ``by_chance`` (Poisson's law), squares.

    References
    ----------
    Clarke, R. D. (1946). An application of the Poisson distribution. Journal of the Institute of Actuaries 72.

    Examples
    --------
    >>> flying_bombs()["by_chance"].round(2).tolist()
    [226.74, 211.39, 98.54, 30.62, 7.14, 1.57]
    """
    squares, k = sum(HITS), np.arange(len(HITS))
    mean = BOMBS / squares
    chance = np.array([math.exp(-mean) * mean**n / math.factorial(n) for n in k])
    chance[-1] = 1 - chance[:-1].sum()
    index = pd.Index([*map(str, k[:-1]), "5+"], name="bombs")
    return pd.DataFrame({"counted": HITS, "by_chance": squares * chance}, index=index)

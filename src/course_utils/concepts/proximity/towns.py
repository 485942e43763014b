"""How far the pôles' home towns are from one another, from the reader, and what studies say of such distances."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from course_utils.concepts.proximity.places import Array, in_the_metropole, kilometres, main_commune, poles
from course_utils.datasets import load, territory

#: Edges of the bars, km; fewest pôles that a group of themes must have to be offered; towns that are named.
EDGES = np.arange(0.0, 1101.0, 50.0)
FEWEST, NAMED, CLOSE = 3, 5, 100.0
ALL = "all"


@cache
def distances(theme: str = ALL) -> Array:
    """Kilometres between the home towns of every two pôles of metropolitan France.

    Parameters
    ----------
    theme : str
        A group of themes, or ``"all"``.

    Examples
    --------
    >>> len(distances()), round(float(distances().mean()))
    (1128, 429)
    """
    table = in_the_metropole()
    if theme != ALL:
        table = table[table["theme"] == theme]
    return np.asarray(kilometres(table["longitude"], table["latitude"])[np.triu_indices(len(table), 1)])


@cache
def themes() -> tuple[str, ...]:
    """Groups of themes with enough pôles whose town is known."""
    counts = in_the_metropole()["theme"].value_counts()
    return tuple(sorted(str(theme) for theme, n in counts.items() if n >= FEWEST))


@dataclass(frozen=True, eq=False)
class Spread:
    """Distances between the pôles of a theme beside those between all.

    Parameters
    ----------
    theme : str
        As chosen.
    own, every : ndarray, shape (22,)
        Share of the pairs in each step of 50 km.
    median, median_all : float
        Half of the pairs are closer, km.
    near, near_all : float
        Share of the pairs less than 50 km apart.
    pairs : int
        Pairs of the theme.
    """

    theme: str
    own: Array
    every: Array
    median: float
    median_all: float
    near: float
    near_all: float
    pairs: int


@cache
def spread(theme: str = ALL) -> Spread:
    """Compare the distances within a theme with all.

    Examples
    --------
    >>> found = spread()
    >>> round(found.median_all), round(100 * found.near_all, 1)
    (440, 3.1)
    """
    own, every = distances(theme), distances()
    near, near_all = (float((km < EDGES[1]).mean()) for km in (own, every))
    shares, shares_all = (np.histogram(km, EDGES)[0] / len(km) for km in (own, every))
    middle, middle_all = float(np.median(own)), float(np.median(every))
    return Spread(theme, shares, shares_all, middle, middle_all, near, near_all, len(own))


@dataclass(frozen=True)
class Landmark:
    """How fast knowledge spilled over less with distance, in a study.

    Parameters
    ----------
    author : str
        Author and year.
    slow, fast : float
        Distance, km, over which spillovers halve: the largest and the smallest that the study allows.
    """

    author: str
    slow: float
    fast: float

    def kept(self, kilometres: float) -> tuple[float, float]:
        """Share that is left after so many kilometres, least and most."""
        return 2 ** (-kilometres / self.fast), 2 ** (-kilometres / self.slow)


@cache
def landmarks() -> tuple[Landmark, Landmark]:
    """Keller (2002), and Deltas and Karkalakos (2013), from the dataset ``proximity_results``.

    The second gives a loss for 500 km more: it is turned into half-distances as if it were exponential.

    Examples
    --------
    >>> [(round(found.slow), round(found.fast)) for found in landmarks()]
    [(1200, 1200), (434, 288)]
    """
    table = load("proximity_results").set_index("result")
    half = float(table.loc["distance at which R&D spillovers are halved", "value"])
    loss = table.loc["fall of R&D spillovers between EU regions for 500 km more"]
    slow, fast = (500 * np.log(0.5) / np.log(1 - loss[bound] / 100) for bound in ("value_low", "value_high"))
    europe = "Deltas & Karkalakos 2013"
    return Landmark("Keller 2002", half, half), Landmark(europe, float(slow), float(fast))


@dataclass(frozen=True, eq=False)
class Home:
    """The pôles seen from the reader's département.

    Parameters
    ----------
    name, commune : str
        The département and its most populated commune.
    place : tuple of float
        Longitude and latitude of the commune.
    towns : tuple of str
        The five nearest home towns of pôles, nearest first.
    places : ndarray, shape (5, 2)
        Their longitudes and latitudes.
    kilometres : ndarray, shape (5,)
        How far they are.
    close : int
        Pôles whose home town is less than 100 km away.
    median : float
        Half of the pôles are closer, km.
    """

    name: str
    commune: str
    place: tuple[float, float]
    towns: tuple[str, ...]
    places: Array
    kilometres: Array
    close: int
    median: float


@cache
def home(code: str) -> Home:
    """Look at the pôles from a département.

    Parameters
    ----------
    code : str
        Code of the département.

    Examples
    --------
    >>> found = home("38")
    >>> found.commune, found.towns[:2], found.close
    ('Grenoble', ('Grenoble', 'Lyon'), 6)
    """
    own, table = main_commune().loc[code], poles()
    place = (float(own["longitude"]), float(own["latitude"]))
    far = kilometres([place[0]], [place[1]], (table["longitude"], table["latitude"]))[0]
    nearest = table.assign(far=far).sort_values("far", kind="stable").drop_duplicates("commune").head(NAMED)
    return Home(
        str(territory(code)["name"]),
        str(own["name"]),
        place,
        tuple(nearest["town"]),
        nearest[["longitude", "latitude"]].to_numpy(dtype=float),
        nearest["far"].to_numpy(dtype=float),
        int((far < CLOSE).sum()),
        float(np.median(far)),
    )

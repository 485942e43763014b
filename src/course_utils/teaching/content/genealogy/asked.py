"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

import itertools
from typing import Any

from course_utils.explorer import Choice
from course_utils.explorer.registry import explore, result
from course_utils.teaching.territory import my_territory

CONCEPT, LAGS, NETWORK = "genealogy", "genealogy.lags", "genealogy.network"
#: The three pairs that are quoted most: growth pole 1955-64, cluster 1990-2004, industrial ecosystem 1989-2015.
QUOTED = ("growth_pole", "cluster", "industrial_ecosystem")
DISTRICT = "industrial_district"


def told(**changes: Any) -> Any:
    """Return the summary, the test and the pairs, as the explorer of lags opens unless changed."""
    return result(LAGS, "reading", **changes)


def lags(**changes: Any) -> dict[str, Any]:
    """Return the lag of each concept, as the explorer of lags opens unless changed."""
    return {lag.concept: lag for lag in result(LAGS, "pairs", **changes)}


def names() -> dict[str, str]:
    """Name of each concept by its short name in the table."""
    offered = explore(CONCEPT).controls["concept"]
    assert isinstance(offered, Choice)
    return {key: name for key, name in offered.options.items() if key != "none"}


def written() -> dict[str, str]:
    """What a reader may write for a concept, and the name that it stands for."""
    return dict(names()) | {name: name for name in names().values()}


def chance_of_quoted(by_date: bool = True) -> float:
    """Share of the orders of the three quoted lags that are as lopsided as theirs, counted one by one.

    Parameters
    ----------
    by_date : bool
        Sort them by publication, as the test demands; else take them in the order in which they are quoted.
    """
    found = [lags()[concept] for concept in QUOTED]
    years = [lag.years for lag in (sorted(found, key=lambda lag: lag.published.middle) if by_date else found)]
    sizes = [abs(_balance(order)) for order in itertools.permutations(years)]
    return sum(size >= abs(_balance(years)) for size in sizes) / len(sizes)


def _balance(years: Any) -> int:
    return sum((later > first) - (later < first) for first, later in itertools.combinations(years, 2))


def longest_wait() -> tuple[str, float]:
    """The concept that waits longest for a policy decided in France for the whole country, and for how many years."""
    waiting = [lag for lag in lags(reach="national").values() if lag.status == "waiting"]
    most = max(waiting, key=lambda lag: lag.years)
    return names()[most.concept], most.years


def arrived() -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """What came to the reader's département, and to the rest of its old région."""
    own = next(panel for panel in explore(CONCEPT).panels if panel.key == "own")
    found = own.overlays[0].model(territory=my_territory().departement)
    return tuple(found[0]), tuple(found[1])


def counted() -> tuple[float, float]:
    """How much came to the reader's old région, and how many of them are pôles de compétitivité."""
    both = [arrival for part in arrived() for arrival in part]
    return float(len(both)), float(sum(arrival.what == "cluster" for arrival in both))


def family(basis: str = "read", becattini: bool = False) -> Any:
    """Return what a choice of sources says of the family of concepts."""
    return result(NETWORK, "reading", basis=basis, becattini=becattini)

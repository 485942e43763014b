"""The reader's own département among the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course_utils.concepts.local_productive_systems.choices import FRANCE, Array, expected
from course_utils.concepts.local_productive_systems.figure import ladder
from course_utils.concepts.local_productive_systems.places import FRENCH, departements
from course_utils.concepts.local_productive_systems.words_of import french_sectors, headed
from course_utils.explorer import style
from course_utils.words import Sentence, _, number, percent, say

Figure = dict[str, Any]


@dataclass(frozen=True)
class Rung:
    """Where the reader's département stands in one sector; ``low`` and ``high`` hold 90 % of its resamples."""

    name: str
    rank: int
    quotient: float
    low: float
    high: float


def rung(territory: str, sector: str, lot: str) -> Rung:
    """Return the reader's place on the ladder.

    Examples
    --------
    >>> rung("38", "industry", "50").rank
    29
    """
    places, found = departements(), ladder(sector, lot)
    at = found.order.index(places.at(territory))
    name = places.names[places.at(territory)]
    return Rung(name, at + 1, float(found.quotients[at]), float(found.low[at]), float(found.high[at]))


def rung_trace(found: Rung, territory: str, sector: str, lot: str) -> Figure:
    """Mark the reader's département on the ladder."""
    marker = {"size": 13, "symbol": "diamond", "color": style.color(3), "line": {"width": 1, "color": style.MUTED}}
    own = {"type": "scatter", "mode": "markers", "name": _("Your département"), "marker": marker}
    return own | {
        "x": [found.rank],
        "y": [found.quotient],
        "text": [found.name],
        "meta": {"columns": ["x", "text", "y"]},
    }


def rung_sentence(found: Rung, territory: str, sector: str, lot: str) -> Sentence:
    """Say where the reader's département stands."""
    told = _(
        "{name} is number {rank} of {n} in this sector, with a quotient of {q}; in 90 % of recounts it lies between"
        " {low} and {high}."
    )
    return say(
        told,
        name=found.name,
        rank=number(found.rank),
        n=number(len(departements().codes)),
        q=number(found.quotient, 2),
        low=number(found.low, 2),
        high=number(found.high, 2),
    )


@dataclass(frozen=True, eq=False)
class Home:
    """The reader's département under all choices of thresholds.

    Parameters
    ----------
    name : str
        Name.
    quotients, limits : ndarray, shape (7,)
        Quotient of each sector, and share of all choices under which it is listed; sectors as in `FRENCH`.
    best : str
        Sector listed most often; where none ever is, the one of the highest quotient.
    """

    name: str
    quotients: Array
    limits: Array
    best: str

    @property
    def most(self) -> float:
        """Share of the choices under which the best sector is listed."""
        return float(self.limits[FRENCH.index(self.best)])


def home(territory: str, width: float = 1.0) -> Home:
    """Return the reader's département.

    Examples
    --------
    >>> mine = home("38")
    >>> mine.best, round(mine.most, 2)
    ('industry', 0.3)
    """
    places = departements()
    at = places.at(territory)
    limits, quotients = expected(places, FRANCE, width)[at], places.values["quotient"][at]
    best = limits.argmax() if limits.any() else quotients.argmax()
    return Home(places.names[at], quotients, limits, FRENCH[int(best)])


def home_bars(found: Home, territory: str, width: float) -> Figure:
    """Draw how often each sector of the reader's département is listed."""
    names = french_sectors()
    shown = [1000 * float(found.limits[FRENCH.index(sector)]) for sector in names]
    marker = {"color": style.color(3), "pattern": {"shape": "/"}}
    own = {"type": "bar", "orientation": "h", "name": _("Your département"), "marker": marker}
    return own | {"y": [headed(name) for name in names.values()], "x": shown, "hovertemplate": "%{y}: %{x:.0f}"}


def home_sentence(found: Home, territory: str, width: float) -> Sentence:
    """Say how often the reader's département is listed, in its best sector."""
    parts: dict[str, Any] = {
        "name": found.name,
        "sector": french_sectors()[found.best],
        "q": number(float(found.quotients[FRENCH.index(found.best)]), 2),
    }
    if found.most <= 0:
        never = _("{name} is in no list: its highest quotient is {q}, in {sector}.")
        return say(never, **parts)
    if found.most >= 1:
        return say(_("{name} is in every list, by its {sector} (quotient {q})."), **parts)
    told = _("{name} is in {most} of the lists, by its {sector} (quotient {q}).")
    return say(told, most=percent(found.most), **parts)

"""The same invented firms in the reader's territory: one in each of its largest towns, or all on one estate."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.industrial_symbiosis.model import ENDLESS, Plan, amounts, distances, heat_matches, ladder
from course_utils.concepts.industrial_symbiosis.places import Sites, estate, largest
from course_utils.datasets import geometry

Array = NDArray[np.float64]

#: Taxes offered: none, the French one of 2019 and of 2025 (see the notebook), and more.
OFFERED = (0.0, 24.0, 65.0, 100.0)
#: Points of an outline; kilometres of a degree of latitude.
CORNERS, DEGREE = 70, 111.2


@dataclass(frozen=True, eq=False)
class Local:
    """A plan, where its firms stand, and what it saves.

    Parameters
    ----------
    plan : Plan
        The cheapest plan.
    saved : float
        Million euros a year that it saves against dumping all and buying all new, at the same tax.
    """

    plan: Plan
    sites: Sites
    saved: float

    @property
    def pipes(self) -> int:
        """Heat pipes that are worth it."""
        return int((self.plan.flows[heat_matches()] > 0).sum())

    @property
    def lorries(self) -> int:
        """Exchanges of materials that are worth it."""
        return int((self.plan.flows[~heat_matches()] > 0).sum())

    @property
    def apart(self) -> float:
        """Mean kilometres of the possible exchanges."""
        return float(distances(self.sites).mean())


@cache
def local(code: str, tax: float, layout: str = "towns") -> Local:
    """Put the invented firms into a département.

    Parameters
    ----------
    code : str
        Of the département.
    tax : {0, 24, 65, 100}
        Euros a tonne of landfilled waste.
    layout : {"towns", "estate"}
        Each firm in a town of its own, the ten largest communes; or all on one estate, a kilometre apart.

    Examples
    --------
    >>> found = local("48", 65.0)
    >>> found.sites.names[0], found.pipes, local("48", 65.0, "estate").pipes
    ('Mende', 0, 3)
    """
    sites = estate() if layout == "estate" else largest()[code]
    return _solved(sites)[OFFERED.index(tax)]


@cache
def _solved(sites: Sites) -> tuple[Local, ...]:
    plans = ladder(sites=sites, taxes=OFFERED)
    return tuple(Local(p, sites, _nothing(tax) - p.cost) for p, tax in zip(plans, OFFERED, strict=True))


@cache
def _nothing(tax: float) -> float:
    """Million euros a year if nobody takes anybody's waste."""
    from course_utils.concepts.industrial_symbiosis.firms import GATE, NEEDS
    from course_utils.concepts.industrial_symbiosis.model import heat_wastes

    supply, demand = amounts()
    new = demand @ np.array([stream.price for stream in NEEDS.values()])
    return float((new + (GATE + tax) * supply[~heat_wastes()].sum()) / 1000)


@dataclass(frozen=True, eq=False)
class Frame:
    """A département drawn to a square: its longest outline, its firms, and how long ten kilometres are."""

    outline: Array
    firms: Array
    ten: float


@cache
def frames() -> dict[str, Frame]:
    """Frame of each département, in units of half its larger side, its middle at 0.

    Examples
    --------
    >>> sorted(frames())[:2], frames()["38"].outline.shape
    (['01', '02'], (70, 2))
    """
    found = {}
    for feature in geometry("departements", insets=False)["features"]:
        code = str(feature["id"])
        if code in largest():
            found[code] = _frame(_longest(feature["geometry"]), largest()[code])
    return found


def _longest(shape: dict) -> Array:
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    return np.array(max((part[0] for part in parts), key=len), dtype=float)[:, :2]


def _frame(ring: Array, sites: Sites) -> Frame:
    towns = np.stack([sites.lon, sites.lat], axis=1)
    every = np.concatenate([ring, towns])
    middle = (every.max(axis=0) + every.min(axis=0)) / 2
    scale = np.array([np.cos(np.radians(middle[1])), 1.0]) * DEGREE
    half = float(np.abs((every - middle) * scale).max())
    chosen = ring[np.linspace(0, len(ring) - 1, CORNERS).round().astype(int)]
    return Frame((chosen - middle) * scale / half, (towns - middle) * scale / half, 10 / half)


__all__ = ["ENDLESS", "OFFERED", "Frame", "Local", "frames", "local"]

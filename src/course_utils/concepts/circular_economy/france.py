"""All the materials of France in 2016, and the same year with another loop, another stock, other fires."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from course_utils.datasets import load
from course_utils.measures import finn_cycling_index

#: What the reader may change: recycled material, addition to stock, what becomes gas; 1 is 2016.
LOOPS = ("linear", "as_2016", "all")
STOCKS = {"full": 1.0, "half": 0.5, "none": 0.0}
FIRES = {"full": 1.0, "half": 0.5}


@dataclass(frozen=True)
class Balance:
    """A year of materials, in million tonnes; what enters is what leaves.

    Parameters
    ----------
    extraction, imports, oxygen : float
        What enters; oxygen stands for all balancing items of the input side.
    exports, releases, landfill, stock, vapour : float
        What leaves or stays for good; vapour stands for all balancing items of the output side.
    recycled : float
        What turns inside.
    """

    extraction: float
    imports: float
    oxygen: float
    exports: float
    releases: float
    landfill: float
    stock: float
    vapour: float
    recycled: float

    @property
    def consumption(self) -> float:
        """Domestic material consumption: extraction and imports less exports."""
        return self.extraction + self.imports - self.exports

    @property
    def used(self) -> float:
        """Material used at home, recycled material included."""
        return self.consumption + self.recycled

    @property
    def share(self) -> float:
        """Recycled material in all material used."""
        return self.recycled / self.used

    @property
    def gas(self) -> float:
        """Material that becomes gas or is scattered, without the oxygen of the air that goes with it."""
        return self.releases + self.vapour - self.oxygen

    @property
    def finn(self) -> float:
        """Finn index of the economy and its recycling."""
        entering = self.extraction + self.imports + self.oxygen
        return finn_cycling_index([[0, self.recycled], [self.recycled, 0]], [entering, 0])


@functools.cache
def balance(loop: str = "as_2016", stock: str = "full", fires: str = "full") -> Balance:
    """Return the balance of 2016, or of the same year with one thing or several changed.

    Parameters
    ----------
    loop : {"linear", "as_2016", "all"}
        Nothing recycled, as in 2016, or all that was landfilled as well. What is not recycled is landfilled, and
        replaced by extraction.
    stock : {"full", "half", "none"}
        How much of the addition to stock of 2016 is made; the rest is not extracted.
    fires : {"full", "half"}
        How much of what became gas does so, balancing items included; the rest is not imported.

    Raises
    ------
    KeyError
        If an option is not one of these.

    Examples
    --------
    >>> now, line = balance(), balance("linear")
    >>> now.extraction, now.recycled, round(now.share, 3), line.extraction, line.landfill
    (580.0, 216.0, 0.23, 796.0, 255.0)
    """
    flow = _flows()
    waste = flow["recycled"] + flow["landfill"]
    recycled = {"linear": 0.0, "as_2016": flow["recycled"], "all": waste}[loop]
    kept, burnt = STOCKS[stock], FIRES[fires]
    gas = flow["releases"] + flow["vapour"] - flow["oxygen"]
    return Balance(
        extraction=flow["extraction"] + flow["recycled"] - recycled - (1 - kept) * flow["stock"],
        imports=flow["imports"] - (1 - burnt) * gas,
        oxygen=burnt * flow["oxygen"],
        exports=flow["exports"],
        releases=burnt * flow["releases"],
        landfill=waste - recycled,
        stock=kept * flow["stock"],
        vapour=burnt * flow["vapour"],
        recycled=recycled,
    )


#: How the flows of the dataset begin.
NAMES = {
    "extraction": "used domestic extraction",
    "imports": "imports",
    "oxygen": "balancing items, input side",
    "exports": "exports",
    "releases": "emissions to air",
    "landfill": "landfilled waste",
    "stock": "addition to stock",
    "vapour": "balancing items, output side",
    "recycled": "recycled materials",
}


@functools.cache
def _flows() -> dict[str, float]:
    table = load("material_flows_france").set_index("flow")["value"]
    return {key: float(table[table.index.str.startswith(start)].iloc[0]) for key, start in NAMES.items()}

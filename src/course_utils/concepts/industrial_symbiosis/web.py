"""The web of Kalundborg, year after year, as far as sources tell it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from course_utils.datasets import load
from course_utils.measures import robustness
from course_utils.words import _

FIRST, LAST = 1961, 2023
#: Flows whose start no source tells, and the first year of which a source shows them.
SEEN_FIRST = {"K19": 2000, "K20": 1999, "K21": 2009}
#: Announced, and not known to run.
PLANNED = ("K28",)
TYPES = ("water", "energy", "material")
#: Actors whose leaving can be tried, by the key of the control.
LEAVERS = {
    "station": "Asnæs power station",
    "refinery": "Kalundborg refinery",
    "novo": "Novo Nordisk and Novozymes",
    "gyproc": "Gyproc",
    "town": "Municipality of Kalundborg",
    "lake": "Lake Tissø",
    "biogas": "Kalundborg Bioenergy",
}


@dataclass(frozen=True)
class Flow:
    """One flow of the web: what goes from whom to whom, from its first year on and before its end."""

    id: str
    giver: str
    taker: str
    what: str
    kind: str
    start: int
    end: int

    def runs(self, year: int) -> bool:
        """Whether it runs in a year; in the year of its end it does no more."""
        return self.start <= year < self.end


@dataclass(frozen=True)
class Web:
    """The web of one year, perhaps without one actor.

    Parameters
    ----------
    year : int
        Year.
    running : tuple of Flow
        What runs.
    stopped : tuple of Flow
        What would run if nobody had left.
    alone : tuple of str
        Actors that are left without any flow.
    largest : float
        Share of the actors of the year in the largest part that still hangs together.
    """

    year: int
    running: tuple[Flow, ...]
    stopped: tuple[Flow, ...]
    alone: tuple[str, ...]
    largest: float

    @property
    def actors(self) -> tuple[str, ...]:
        """Ends of the flows of the year, whether they still run or not."""
        return members((*self.running, *self.stopped))

    @property
    def connectance(self) -> float:
        """Share of all ordered pairs of actors that a running flow joins."""
        n = len(self.actors)
        return len({(flow.giver, flow.taker) for flow in self.running}) / (n * (n - 1)) if n > 1 else 0.0


@cache
def flows() -> tuple[Flow, ...]:
    """All flows that ran, one for each giver and taker.

    Examples
    --------
    >>> len(flows()), sum(flow.runs(2000) for flow in flows())
    (29, 19)
    """
    rows = load("kalundborg_exchanges").query("id not in @PLANNED")
    return tuple(_flow(row) for _i, row in rows.iterrows())


def _flow(row: pd.Series) -> Flow:
    start = SEEN_FIRST.get(str(row["id"])) or int(row["start_year"])
    end = LAST + 1 if pd.isna(row["end_year"]) else int(row["end_year"])
    words = [str(row[key]) for key in ("id", "from_actor", "to_actor", "flow", "type")]
    return Flow(words[0], words[1], words[2], words[3], words[4], start, end)


def members(own: tuple[Flow, ...]) -> tuple[str, ...]:
    """Givers and takers, each once, in the order of their first flow."""
    return tuple(dict.fromkeys(end for flow in own for end in (flow.giver, flow.taker)))


@cache
def web(year: int, without: str = "") -> Web:
    """Return the web of a year, without the actor named.

    Examples
    --------
    >>> whole, cut = web(2000), web(2000, "Asnæs power station")
    >>> len(whole.running), len(cut.running), len(cut.stopped)
    (19, 8, 11)
    """
    own = tuple(flow for flow in flows() if flow.runs(year))
    stopped = tuple(flow for flow in own if without in (flow.giver, flow.taker))
    running = tuple(flow for flow in own if flow not in stopped)
    actors, left = members(own), members(running)
    alone = tuple(actor for actor in actors if actor not in left and actor != without)
    return Web(year, running, stopped, alone, _largest(own, actors, without))


def _largest(own: tuple[Flow, ...], actors: tuple[str, ...], without: str) -> float:
    links = np.zeros((len(actors), len(actors)))
    for flow in own:
        i, j = actors.index(flow.giver), actors.index(flow.taker)
        links[i, j] = links[j, i] = 1
    if without in actors:
        return float(robustness(links, [actors.index(without)])[0])
    padded = np.pad(links, (0, 1))  # nobody leaves: take away one that was never there
    return float(robustness(padded, [len(actors)])[0]) * (len(actors) + 1) / len(actors)


@cache
def published() -> pd.DataFrame:
    """Published quantities of the flows themselves, in tonnes a year: low and high of each figure.

    A cubic metre of water is counted as a tonne. What is measured of the use of a flow, or of a part of it, is left
    out.

    Returns
    -------
    DataFrame
        Columns ``id``, ``low``, ``high``, ``date``, ``source``, one row a figure.
    """
    table = load("kalundborg_exchanges", "quantities")
    table = table[table["unit"].astype(str).isin(["t/yr", "m3/yr"])]
    whole = {
        "biomass / NovoGro",
        "fly ash",
        "process steam",
        "cooling water",
        "yeast slurry",
        "surplus yeast",
        "ammonium thiosulphate",
        "gypsum",
        "elemental sulphur",
        "yeast cream and biomass",
    }
    table = table[table["what"].astype(str).isin(whole)]
    low = table["value"].fillna(table["value_low"]).astype(float)
    high = table["value"].fillna(table["value_high"]).astype(float)
    keep = table[["id", "date", "source"]].astype(str)
    return keep.assign(low=low, high=high).reset_index(drop=True)


@cache
def spread() -> dict[str, tuple[float, float]]:
    """Lowest and highest published quantity of each flow that has one, tonnes a year.

    Examples
    --------
    >>> spread()["K12"]
    (5000.0, 150000.0)
    """
    groups = published().groupby("id")
    return {str(key): (float(own["low"].min()), float(own["high"].max())) for key, own in groups}


@cache
def short_names() -> dict[str, str]:
    """Names that fit beside a node."""
    return {
        "Lake Tissø": _("Lake Tissø"),
        "Kalundborg refinery": _("Refinery"),
        "Asnæs power station": _("Power station"),
        "Gyproc": _("Gyproc"),
        "Novo Nordisk and Novozymes": _("Novo"),
        "Municipality of Kalundborg": _("Municipality"),
        "farms": _("Farms"),
        "cement industry": _("Cement"),
        "fish farm": _("Fish farm"),
        "Dangødning": _("Dangødning"),
        "reuse basin": _("Reuse basin"),
        "Soilrem": _("Soilrem"),
        "sulphuric-acid maker in Fredericia": _("Acid maker"),
        "Kalundborg Bioenergy": _("Biogas plant"),
        "gas grid": _("Gas grid"),
        "Inbicon": _("Inbicon"),
        "heat and power unit of Novo Nordisk and Novozymes": _("Novo's own unit"),
        "wood-chip suppliers": _("Wood chips"),
    }

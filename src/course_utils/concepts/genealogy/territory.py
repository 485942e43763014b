"""The genealogy of policies in the reader's territory: which of the places that the datasets locate lie there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from course_utils.concepts.genealogy.events import decimal_year, events
from course_utils.datasets import load

#: What came to a place, in the order of the eras.
WHAT = ("pole", "metropolis", "spl", "cluster")
METROPOLISES = 1964
STILL_THERE = "none known"


@dataclass(frozen=True)
class Arrival:
    """A policy that came to a place.

    Parameters
    ----------
    what : {"pole", "metropolis", "spl", "cluster"}
        Growth pole, balancing metropolis, local productive system, or pôle de compétitivité.
    name : str
        As in its dataset.
    start, end : float
        Years; the same if it is one decision. A pôle that still has its label ends with the timeline.
    departements, regions : tuple of str
        Codes of the départements it is known to sit in, and of the régions (of the 22) that it belongs to.
    """

    what: str
    name: str
    start: float
    end: float
    departements: tuple[str, ...]
    regions: tuple[str, ...]


def departement_of(commune: Any) -> str:
    """Département of a commune by its INSEE code; empty if there is no code.

    Examples
    --------
    >>> departement_of("97411"), departement_of("38185"), departement_of(float("nan"))
    ('974', '38', '')
    """
    if not isinstance(commune, str):
        return ""
    return commune[:3] if commune.startswith("97") else commune[:2]


@cache
def old_regions() -> dict[str, tuple[str, str]]:
    """Code and name of the région (of the map to 2015) of each département."""
    table = load("nuts_departements").drop_duplicates("departement")
    return {
        str(row["departement"]): (str(row["old_region"]), str(row["old_region_name"]))
        for row in table.to_dict("records")
    }


@cache
def arrivals() -> tuple[Arrival, ...]:
    """Return everything that the datasets locate in France since the timeline begins, oldest first.

    Examples
    --------
    >>> sorted({a.what for a in arrivals()})
    ['cluster', 'metropolis', 'pole', 'spl']
    """
    found = [*_growth_poles(), *_metropolises(), *_productive_systems(), *_clusters()]
    since = [a for a in found if a.start >= events()[0].start.year]
    return tuple(sorted(since, key=lambda a: (a.start, WHAT.index(a.what), a.name)))


def _growth_poles() -> list[Arrival]:
    table = load("growth_poles").query("country == 'France'").dropna(subset=["decision_year", "commune"])
    return [
        _sited("pole", str(row["pole"]), float(row["decision_year"]), (departement_of(row["commune"]),))
        for row in table.to_dict("records")
    ]


def _metropolises() -> list[Arrival]:
    named = load("metropoles_equilibre")
    towns = load("metropoles_equilibre", "towns")
    first = set(named.loc[named["status"] == "first list", "metropolis"].astype(str))
    sites = {
        str(name): tuple(dict.fromkeys(map(departement_of, group["commune"])))
        for name, group in towns.groupby("metropolis", observed=True, sort=False)
    }
    return [_sited("metropolis", name, float(METROPOLISES), sites[name]) for name in sites if name in first]


def _productive_systems() -> list[Arrival]:
    policy = next(e for e in events() if e.concept == "spl" and e.use == "names")
    table = load("districts").query("country == 'France'").dropna(subset=["commune"])
    table = table[table["type"].astype(str).str.contains("SPL")].drop_duplicates("place")
    return [
        _sited("spl", str(row["place"]), float(policy.start.year), (departement_of(row["commune"]),))
        for row in table.to_dict("records")
    ]


def _sited(what: str, name: str, year: float, departements: tuple[str, ...]) -> Arrival:
    regions = tuple(dict.fromkeys(old_regions()[d][0] for d in departements))
    return Arrival(what, name, year, year, departements, regions)


def _clusters() -> list[Arrival]:
    last = events()[-1].end
    links = load("poles_competitivite", "regions")
    old = links[links["map"].astype(str).str.startswith("22")]
    regions = old.groupby("pole", observed=True)["region_code"].agg(lambda codes: tuple(map(str, codes))).to_dict()
    found = []
    for row in load("poles_competitivite").to_dict("records"):
        ended = last if str(row["exit"]) == STILL_THERE else row["exit_earliest"].date()
        site = departement_of(row["commune"])
        own = tuple(regions.get(row["name"], ())) or ((old_regions()[site][0],) if site else ())
        start = decimal_year(row["label_start"].date())
        found.append(Arrival("cluster", str(row["name"]), start, decimal_year(ended), (site,) if site else (), own))
    return found


def here(departement: str) -> tuple[Arrival, ...]:
    """What is known to sit in a département.

    Examples
    --------
    >>> [a.name for a in here("38")]
    ['Lyon-Saint-Étienne-Grenoble', 'Minalogic', 'Tenerrdis']
    """
    return tuple(a for a in arrivals() if departement in a.departements)


def nearby(departement: str) -> tuple[Arrival, ...]:
    """What came to the rest of its old région, or to a place of the région that the dataset does not locate."""
    region = old_regions()[departement][0]
    return tuple(a for a in arrivals() if region in a.regions and departement not in a.departements)

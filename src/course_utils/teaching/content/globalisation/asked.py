"""What the account and the model answer to the questions of this chapter."""

from __future__ import annotations

import math
from typing import Any

from course_utils.datasets import territories
from course_utils.explorer import Choice
from course_utils.explorer.registry import explore, result

CONCEPT = "globalisation"
#: Longwy's département; Paris; the one with the largest local term of metropolitan France; the Vosges.
LONGWY, PARIS, AHEAD, VOSGES = "54", "75", "31", "88"
RECENT = "2013-2018"


def place(code: str, **values: str) -> dict[str, float]:
    """Change, mix, local term and growth of the whole, in percent, for one département."""
    found = result(CONCEPT, "scatter", **values)
    at = found.codes.index(code)
    return {part: float(getattr(found, part)[at]) for part in ("change", "mix", "local")} | {"whole": found.whole}


def largest_local() -> str:
    """Code of the département of metropolitan France with the largest local term, 2008-2018."""
    found = result(CONCEPT, "scatter")
    local = dict(zip(found.codes, found.local, strict=True))
    return max((code for code in local if len(code) == 2), key=lambda code: local[code])


def peers(code: str) -> list[str]:
    """The five départements nearest in population, by ratio."""
    people = territories("departement")["population"].astype(float)
    others = people.drop(code)
    near = (others / people[code]).map(math.log).abs().sort_values(kind="stable")
    return [str(other) for other in near.index[:5]]


def local_and_peers(code: str, period: str = RECENT) -> tuple[float, float]:
    """Local term of a département and, weighted by their jobs at the start, of its five peers, in percent."""
    table = explore(CONCEPT).panels[1].overlays[0].model(territory=code, period=period, weights="initial")
    return float(table.own[3]), float(table.peers[3])


def country(code: str, start: int = 1960, end: str = "2011", weights: str = "initial") -> dict[str, float]:
    """Change, mix and local term of a European country, in percent."""
    found = result(f"{CONCEPT}.base_year", "bars", start=str(start), end=end, weights=weights)
    at = list(explore(f"{CONCEPT}.base_year").controls["country"].nodes()).index(code)
    return {part: float(found.percent(part)[at]) for part in ("change", "national", "mix", "local")}


def state(code: str) -> Any:
    """The story of a state of the United States."""
    return result(f"{CONCEPT}.states", "story", state=code)


def allocation(code: str, sector: str) -> float:
    """Allocation term of a sector of a département, in jobs."""
    return float(result(f"{CONCEPT}.esteban", "areas", territory=code, sector=sector).terms["allocation"])


def sector_names() -> dict[str, str]:
    """Names of the seven sectors, by key."""
    sector = explore(f"{CONCEPT}.esteban").controls["sector"]
    return dict(sector.options) if isinstance(sector, Choice) else {}


def worst_allocation(code: str) -> tuple[str, float]:
    """The sector whose allocation term takes most from a département, and that term."""
    found = {sector: allocation(code, sector) for sector in sector_names()}
    worst = min(found, key=lambda sector: found[sector])
    return worst, found[worst]


def firms(share: float, freeness: float, gap: float = 0.0) -> float:
    """Share of the firms in region 1."""
    return _model(share, freeness, gap)


def _model(share: float, freeness: float, gap: float) -> float:
    # The panel's own model takes any freeness, share and gap, also those between the nodes of the explorer.
    return float(explore(f"{CONCEPT}.footloose").reading.model(freeness=freeness, share=repr(share), gap=repr(gap))[0])


def emptying_gap(share: float, freeness: float) -> float:
    """Smallest wage gap at which region 1 has no firm, by halving."""
    low, high = 0.0, 0.9
    for _step in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if firms(share, freeness, middle) > 0 else (low, middle)
    return high

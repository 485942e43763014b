"""What the models of this chapter answer to its questions."""

from __future__ import annotations

from typing import Any

from course_utils.explorer.registry import explore, result

CONCEPT = "industrial_symbiosis"
#: The tax of the bet, in euros a tonne.
TAX = 65.0
#: Order of the exchanges in a plan: fly ash and slag to the cement works.
ASH, SLAG = 0, 1
#: The heat pipe of exercise 3: GWh a year, euros a MWh, thousand euros of a contract and of a kilometre.
PIPE = (45.0, 40.0, 100.0, 250.0)


def plan(tax: float = TAX, **state: str) -> Any:
    """Return the cheapest plan of the coast."""
    return result(CONCEPT, "map", tax=tax, **state)


def taxes() -> list[float]:
    """Return the taxes that the explorer offers."""
    return [float(tax) for tax in explore(CONCEPT).controls["tax"].nodes()]


def ash_stops() -> float:
    """Return the lowest tax offered at which no fly ash goes to the cement works."""
    return next(tax for tax in taxes() if plan(tax).flows[ASH] == 0)


def web(year: str = "2000", without: str = "none") -> Any:
    """Return the web of Kalundborg."""
    return result(f"{CONCEPT}.kalundborg", "network", year=year, without=without)


def lost(without: str, year: str = "2000") -> int:
    """Count the flows that stop when one actor leaves."""
    return len(web(year, without).stopped)


def second() -> tuple[str, int]:
    """Return the actor whose leaving stops most flows in 2000 after the power station, and how many."""
    leavers = [str(key) for key in explore(f"{CONCEPT}.kalundborg").controls["without"].nodes()]
    key = max((key for key in leavers if key not in ("none", "station")), key=lost)
    return name(key), lost(key)


def name(leaver: str) -> str:
    """Return the name of an actor as the explorer's list shows it."""
    return str(explore(f"{CONCEPT}.kalundborg").controls["without"].options[leaver])  # type: ignore[union-attr]


def names() -> list[str]:
    """Return the names of all actors that can leave."""
    keys = explore(f"{CONCEPT}.kalundborg").controls["without"].nodes()
    return [name(str(key)) for key in keys if key != "none"]


def pipe_ends() -> float:
    """Return the kilometres at which the pipe of exercise 3 stops to pay."""
    sold, price, contract, a_kilometre = PIPE
    return (sold * price - contract) / a_kilometre


def local(code: str, layout: str, tax: str = "65") -> Any:
    """Return the plan of the invented firms in a département."""
    return explore(f"{CONCEPT}.estate").panels[1].overlays[0].model(territory=code, tax=tax, layout=layout)


def worth_of_an_estate(code: str) -> float:
    """Return what one estate saves more than one firm a town, million euros a year."""
    return float(local(code, "estate").saved - local(code, "towns").saved)


def reach(tax: float) -> Any:
    """Return how far each exchange could go."""
    return result(CONCEPT, "reach", tax=tax)

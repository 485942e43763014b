"""Invented firms: what each throws away, what it needs, and which waste could stand in for which good."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from course_utils.words import _, say

#: Carrying a tonne one kilometre by lorry, in euros; a contract, in thousand euros a year.
CARRY, CONTRACT = 0.12, 100.0
#: A heat pipe: thousand euros a kilometre and year, and the share of the heat that a kilometre loses.
PIPE, LOSS = 250.0, 0.02
#: What the landfill takes for a tonne before tax, in euros. Unused heat is let out for nothing.
GATE = 20.0


@dataclass(frozen=True)
class Stream:
    """What a firm gives or needs: thousand tonnes a year, or GWh a year for heat."""

    firm: str
    amount: float
    price: float = 0.0
    heat: bool = False


@dataclass(frozen=True)
class Match:
    """One possible exchange.

    Parameters
    ----------
    waste, need : str
        Keys of `WASTES` and `NEEDS`.
    treatment : float
        Euros a tonne of waste.
    useful : float
        Tonnes of the good that a tonne of waste replaces; for heat, before the losses of the pipe.
    """

    waste: str
    need: str
    treatment: float = 0.0
    useful: float = 1.0

    @property
    def key(self) -> str:
        """Name of the exchange in the code.

        Examples
        --------
        >>> MATCHES[0].key
        'ash_cement'
        """
        return f"{self.waste}_{self.need}"

    @property
    def heat(self) -> bool:
        """Whether it is a pipe."""
        return WASTES[self.waste].heat


WASTES = {
    "ash": Stream("power", 120.0),
    "slag": Stream("steel", 270.0),
    "sludge": Stream("power", 70.0),
    "residues": Stream("food", 80.0),
    "rubble": Stream("yard", 90.0),
    "power_heat": Stream("power", 120.0, heat=True),
    "steel_heat": Stream("steel", 80.0, heat=True),
}
NEEDS = {
    "cement": Stream("cement", 100.0, 45.0),
    "roads": Stream("roads", 150.0, 12.0),
    "board": Stream("board", 45.0, 25.0),
    "soil": Stream("farms", 40.0, 20.0),
    "town": Stream("town", 60.0, 40.0, heat=True),
    "process": Stream("food", 30.0, 40.0, heat=True),
    "glass": Stream("glass", 30.0, 40.0, heat=True),
}
MATCHES = (
    Match("ash", "cement", 12.0),
    Match("slag", "cement", 40.0, 0.5),
    Match("ash", "roads", 16.0, 0.7),
    Match("slag", "roads", 4.0),
    Match("rubble", "roads", 30.0, 0.8),
    Match("sludge", "board", 56.0, 0.9),
    Match("residues", "soil", 60.0, 0.6),
    Match("sludge", "soil", 80.0, 0.3),
    Match("power_heat", "town"),
    Match("steel_heat", "town"),
    Match("power_heat", "process"),
    Match("steel_heat", "process"),
    Match("power_heat", "glass"),
    Match("steel_heat", "glass"),
)
FIRMS = ("town", "steel", "power", "food", "cement", "board", "glass", "roads", "yard", "farms")
ANCHORS = ("power", "steel", "cement")


@cache
def firm_names() -> dict[str, str]:
    """What each firm is."""
    return {
        "town": _("Town"),
        "steel": _("Steelworks"),
        "power": _("Power station"),
        "food": _("Food plant"),
        "cement": _("Cement works"),
        "board": _("Plasterboard"),
        "glass": _("Growers"),
        "roads": _("Road builder"),
        "yard": _("Demolition yard"),
        "farms": _("Farms"),
    }


@cache
def waste_names() -> dict[str, str]:
    """What is thrown away."""
    return {
        "ash": _("Fly ash"),
        "slag": _("Slag"),
        "sludge": _("Gypsum"),
        "residues": _("Residues"),
        "rubble": _("Rubble"),
        "power_heat": _("Power heat"),
        "steel_heat": _("Steel heat"),
    }


@cache
def need_names() -> dict[str, str]:
    """Who could use it."""
    return {
        "cement": _("cement"),
        "roads": _("roads"),
        "board": _("board"),
        "soil": _("farms"),
        "town": _("town"),
        "process": _("food"),
        "glass": _("growers"),
    }


def match_name(match: Match) -> str:
    """Return the name of an exchange.

    Examples
    --------
    >>> match_name(MATCHES[0])
    'Fly ash → cement'
    """
    line = _("{waste} → {need}")
    return str(say(line, waste=waste_names()[match.waste], need=need_names()[match.need]))

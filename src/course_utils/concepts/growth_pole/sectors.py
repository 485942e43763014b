"""Names of sectors as a reader sees them, and the sectors that stand for the motor firms of history.

The tables are Brazil's of 2019 in IBGE's order: 68 sectors, or the 12 that they add up to.
"""

from __future__ import annotations

from course_utils.words import _

#: Motor firms that a reader can choose: key -> position among the 68 sectors.
MOTORS = {
    "steel": 26,
    "refining": 18,
    "gas": 4,
    "chemicals": 20,
    "metals": 27,
    "machinery": 31,
    "vehicles": 32,
    "hotels": 46,
}
#: The 12 broad sectors: key -> positions among the 68 that they hold.
BROAD = {
    "agriculture": range(0, 3),
    "mining": range(3, 7),
    "manufacturing": range(7, 37),
    "utilities": range(37, 39),
    "construction": range(39, 40),
    "trade": range(40, 42),
    "transport": range(42, 46),
    "information": range(48, 52),
    "finance": range(52, 53),
    "real_estate": range(53, 54),
    "other_services": (46, 47, 54, 55, 56, 57, 58, 59, 62, 64, 65, 66, 67),
    "government": (60, 61, 63),
}


def position(sector: str, level: int = 68) -> int:
    """Return where a sector stands in the table of a level.

    Parameters
    ----------
    sector : str
        A key of `MOTORS` (``level=68``) or of `BROAD` (``level=12``).
    level : {68, 12}
        Number of sectors.

    Raises
    ------
    ValueError
        If there is no such key or level.

    Examples
    --------
    >>> position("steel"), position("manufacturing", level=12)
    (26, 2)
    """
    if level not in (12, 68):
        raise ValueError(f"level must be 12 or 68, got {level!r}")
    known = MOTORS if level == 68 else {key: i for i, key in enumerate(BROAD)}
    if sector not in known:
        raise ValueError(f"sector must be one of {', '.join(known)} at level {level}, got {sector!r}")
    return known[sector]


def motor_names() -> dict[str, str]:
    """Return the motor sectors by key, as shown in the explorer."""
    return {key: names(68)[place] for key, place in MOTORS.items()}


def names(level: int = 68) -> list[str]:
    """Return short names of all sectors of a level, in the order of the table.

    Examples
    --------
    >>> names()[26], len(names(68)), len(names(12))
    ('Iron and steel', 68, 12)
    """
    return _broad() if level == 12 else [*_primary(), *_manufacturing(), *_services()]


def _broad() -> list[str]:
    return [
        _("Agriculture"),
        _("Mining"),
        _("Manufacturing"),
        _("Electricity, gas, water, waste"),
        _("Construction"),
        _("Trade"),
        _("Transport"),
        _("Information"),
        _("Finance"),
        _("Real estate"),
        _("Other services"),
        _("Government, public health and education"),
    ]


def _primary() -> list[str]:
    return [
        _("Crops"),
        _("Livestock"),
        _("Forestry and fishing"),
        _("Coal and quarries"),
        _("Oil and gas"),
        _("Iron ore"),
        _("Other metal ores"),
    ]


def _manufacturing() -> list[str]:
    return [
        _("Meat and dairy"),
        _("Sugar"),
        _("Other food"),
        _("Drinks"),
        _("Tobacco"),
        _("Textiles"),
        _("Clothing"),
        _("Shoes and leather"),
        _("Wood"),
        _("Pulp and paper"),
        _("Printing"),
        _("Oil refining"),
        _("Biofuels"),
        _("Basic chemicals"),
        _("Paints, pesticides"),
        _("Soap and cosmetics"),
        _("Pharmaceuticals"),
        _("Rubber and plastics"),
        _("Cement, glass, ceramics"),
        _("Iron and steel"),
        _("Non-ferrous metals"),
        _("Metal products"),
        _("Electronics"),
        _("Electrical equipment"),
        _("Machinery"),
        _("Motor vehicles"),
        _("Vehicle parts"),
        _("Aircraft, ships, trains"),
        _("Furniture and other goods"),
        _("Repair of machines"),
    ]


def _services() -> list[str]:
    return [
        _("Electricity and gas supply"),
        _("Water and waste"),
        _("Construction"),
        _("Vehicle trade"),
        _("Wholesale and retail"),
        _("Land transport"),
        _("Water transport"),
        _("Air transport"),
        _("Storage and post"),
        _("Hotels"),
        _("Restaurants"),
        _("Publishing"),
        _("Film, radio, television"),
        _("Telecommunications"),
        _("IT services"),
        _("Finance and insurance"),
        _("Real estate"),
        _("Law, accounts, head offices"),
        _("Engineering and research"),
        _("Advertising, other experts"),
        _("Rentals and licences"),
        _("Business support"),
        _("Security"),
        _("Public administration"),
        _("Public education"),
        _("Private education"),
        _("Public health"),
        _("Private health"),
        _("Arts and sport"),
        _("Associations, personal services"),
        _("Domestic staff"),
    ]

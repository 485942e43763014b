"""Names of sectors as a reader sees them, and the sectors that stand for the motor firms of history.

The tables are Brazil's of 2019 in IBGE's order: 68 sectors, or the 12 that they add up to.
"""

from __future__ import annotations

import functools

from course_utils.datasets import input_output
from course_utils.words import _

#: Motor firms that a reader can choose: key -> position among the 68 sectors. Each led a pole of `growth_poles`:
#: steel at Dunkirk, Fos and Taranto, refining at Lavéra, gas at Lacq, chemicals at Brindisi, aluminium at Noguères,
#: hotels on the coast of Languedoc.
MOTORS = {
    "steel": 26,
    "refining": 18,
    "gas": 4,
    "chemicals": 20,
    "metals": 27,
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
    return {
        "steel": _("Iron and steel"),
        "refining": _("Oil refining"),
        "gas": _("Oil and gas"),
        "chemicals": _("Basic chemicals"),
        "metals": _("Non-ferrous metals"),
        "hotels": _("Hotels"),
    }


def broad_names() -> dict[str, str]:
    """Return the 12 broad sectors by key, in names short enough for a picture."""
    return {
        "agriculture": _("Agriculture"),
        "mining": _("Mining"),
        "manufacturing": _("Manufacturing"),
        "utilities": _("Energy and water"),
        "construction": _("Construction"),
        "trade": _("Trade"),
        "transport": _("Transport"),
        "information": _("Information"),
        "finance": _("Finance"),
        "real_estate": _("Real estate"),
        "other_services": _("Other services"),
        "government": _("Public services"),
    }


def names(level: int = 68) -> list[str]:
    """Return the names of all sectors of a level as the dataset has them, in its order.

    Examples
    --------
    >>> names()[26], len(names(68)), len(names(12))
    ('Iron and steel', 68, 12)
    """
    return [_(name) for name in _english(level)]


@functools.cache
def _english(level: int) -> tuple[str, ...]:
    return tuple(input_output(level=level, year=2019).sectors)

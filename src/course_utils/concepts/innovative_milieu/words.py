"""What networks, horizons and chances are called."""

from __future__ import annotations

from course_utils.concepts.innovative_milieu.model import ROUNDS
from course_utils.words import _, number, percent

#: Chances of a link outside that the explorer offers.
CHANCES = (0.0, 0.03, 0.1, 0.3, 1.0)
#: Sizes of a milieu, and ruggedness.
SIZES, RUGGED = (9, 17, 33), (0, 2, 5, 8, 11)


def densities() -> dict[str, str]:
    """Name of each density."""
    return {
        "none": _("nobody: isolated agents"),
        "ring": _("a ring: two neighbours"),
        "quarter": _("a quarter of the others"),
        "half": _("half of the others"),
        "three": _("three quarters"),
        "all": _("everybody"),
    }


def short() -> dict[str, str]:
    """Short name of each density, for axes and sentences."""
    return {
        "none": _("nobody"),
        "ring": _("ring"),
        "quarter": _("a quarter"),
        "half": _("half"),
        "three": _("three quarters"),
        "all": _("everybody"),
    }


def rugged() -> dict[str, str]:
    """What each K is called."""
    names = {0: _("0: one peak"), 5: _("5: rugged"), 11: _("11: very rugged")}
    return {str(K): names.get(K, str(K)) for K in RUGGED}


def horizons() -> dict[str, str]:
    """The rounds at which the reader may look."""
    return {str(now): str(number(now)) for now in ROUNDS[1:]}


def chances() -> dict[str, str]:
    """The chances of a link outside."""
    return {f"{chance:g}": str(percent(chance)) for chance in CHANCES}

"""Words that several explorers share: terms, weights, periods, levels."""

from __future__ import annotations

from course_utils.words import _


def parts() -> dict[str, str]:
    """Name of each term."""
    return {
        "local": _("Local term"),
        "mix": _("Industry mix"),
        "change": _("Change of jobs"),
        "national": _("National term"),
    }


def weights() -> dict[str, str]:
    """Whose jobs the rates of growth apply to."""
    return {"initial": _("of the start"), "final": _("of the end"), "chained": _("of each step")}


def levels() -> dict[str, str]:
    """The French territories."""
    return {
        "departement": _("Départements"),
        "old_region": _("Old régions (before 2016)"),
        "region": _("Régions"),
    }


def periods() -> dict[str, str]:
    """The periods of the French tables."""
    return {"2008-2018": _("2008 to 2018"), "2008-2013": _("2008 to 2013"), "2013-2018": _("2013 to 2018")}

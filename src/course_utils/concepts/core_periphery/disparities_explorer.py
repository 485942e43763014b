"""The explorer ``core_periphery.disparities``: people and jobs over French territories, from 1831 to today."""

from __future__ import annotations

import math
from typing import Any

from course_utils.concepts.core_periphery import disparities
from course_utils.concepts.core_periphery import disparities_figure as figure
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, number, percent, say


def disparities_explorer() -> Explorer:
    """Return the explorer ``core_periphery.disparities``."""
    return Explorer(
        name="core_periphery.disparities",
        controls={
            "map": Choice(_("Map"), figure.maps(), "since_1831"),
            "groups": Choice(_("Régions"), {"region": _("13, of today"), "old_region": _("22, before 2016")}, "region"),
            "territory": Territory(_("Your département"), level="departement", value="38"),
        },
        panels=[_map_panel(), _theil_panel(), _shares_panel()],
        reading=Reading(disparities.values_of, _map_sentence, ("map",)),
        title=_("France, more and less even"),
        caption=_(
            "Metropolitan France. People: censuses of 1831, 1990, 1999, 2016 and 2023; jobs: 2008, 2013, 2018. In"
            " brackets, how many territories are compared: 84 have a counterpart in 1831 (Seine and Seine-et-Oise as"
            " they were; Var, Savoie and Nice are left out), 96 are the départements of today."
        ),
        data=(
            "departements_1830",
            "departements",
            "employment_departements",
            "population_old_regions",
            "nuts_departements",
            "geometry",
        ),
        note=_(
            "Counts of 1990 and 1999 count each person once, the others are municipal populations. In 1831 Savoie and"
            " Nice were not French."
        ),
    )


def _map_panel() -> Panel:
    return Panel(
        "map",
        disparities.values_of,
        figure.map_figure,
        ("map",),
        title=_("Where people and jobs are"),
        alt=_("Map of the départements of metropolitan France coloured by the value chosen, yours outlined."),
        height=470,
        overlay=Overlay(_home_name, figure.home_trace, ("territory",)),
    )


def _theil_panel() -> Panel:
    return Panel(
        "theil",
        disparities.spread,
        figure.theil_figure,
        ("groups",),
        title=_("Unevenness within and between régions"),
        alt=_("Stacked bars of Theil's index of people and jobs over départements, within and between régions."),
        height=340,
    )


def _shares_panel() -> Panel:
    return Panel(
        "shares",
        disparities.region_shares,
        figure.shares_figure,
        ("groups",),
        title=_("The weight of each région"),
        alt=_("Share of each région in the population from 1831 to 2023: Île-de-France rises, then stays level."),
        height=340,
        overlay=Overlay(_home, figure.home_shares, ("territory", "groups"), _home_sentence),
    )


def _home_name(territory: str) -> None:
    """An outline needs the code alone."""


def _home(territory: str, groups: str) -> disparities.Home:
    return disparities.home(territory, groups)


def _map_sentence(found: disparities.Map, *, map: str) -> Sentence:
    high, low = found.ends
    ends = {"high": found.names[high], "low": found.names[low]}
    if map == "since_1831":
        return say(
            _(
                "Of 84 territories {fewer} have fewer inhabitants than in 1831; {high} has {most} for each of then,"
                " {low} {least}."
            ),
            fewer=number(found.fewer),
            most=number(found.values[high], 1),
            least=number(found.values[low], 2),
            **ends,
        )
    return say(
        _("{what}: {high} has {most}, {low} {least}; Williamson's index over the 96 départements is {w}."),
        what=figure.maps()[map],
        most=number(100 * found.values[high], 1),
        least=number(100 * found.values[low], 1),
        w=number(found.williamson, 2),
        **ends,
    )


def _home_sentence(found: disparities.Home, *, territory: str, groups: str) -> Sentence:
    if math.isnan(found.jobs):
        return say(_("{name} is outside the tables of metropolitan France."), name=found.name)
    parts: dict[str, Any] = {
        "name": found.name,
        "jobs": number(100 * found.jobs),
        "then": percent(found.shares[0], 1),
        "now": percent(found.shares[-1], 1),
    }
    if math.isnan(found.growth):
        told = _(
            "{name} cannot be followed from 1831; it has {jobs} jobs for 100 inhabitants, and its région holds {now} of"
            " the country's people, in 1831 {then}."
        )
        return say(told, **parts)
    told = _(
        "{name} has {growth} inhabitants for each of 1831 and {jobs} jobs for 100 inhabitants; its région holds {now}"
        " of the country's people, in 1831 {then}."
    )
    return say(told, growth=number(found.growth, 2), **parts)

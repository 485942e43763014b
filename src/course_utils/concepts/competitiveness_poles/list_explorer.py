"""The explorer ``competitiveness_poles.list``: the pôles that could be named, on the map, in time, and their ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from course_utils.concepts.competitiveness_poles import ends_figure as ends_pictures
from course_utils.concepts.competitiveness_poles import labels as data
from course_utils.concepts.competitiveness_poles import list_figure as figure
from course_utils.concepts.competitiveness_poles.incidence import Ends, ends
from course_utils.concepts.competitiveness_poles.list_sentences import (
    class_names,
    home_sentence,
    list_sentence,
    theme_names,
)
from course_utils.concepts.competitiveness_poles.sentences import moment_names
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import _

FILTERS = ("theme", "label_class")


def list_explorer() -> Explorer:
    """Return the explorer ``competitiveness_poles.list``."""
    return Explorer(
        name="competitiveness_poles.list",
        controls={
            "moment": Choice(_("Map at"), moment_names(), "2019", play=True),
            "theme": Choice(_("Theme"), theme_names(), "all"),
            "label_class": Choice(_("Class at the label"), class_names(), "all"),
            "territory": Territory(_("Your département"), level="departement", value="38"),
        },
        panels=[_map_panel(), _status_panel(), _timeline_panel(), _ends_panel(), _counts_panel()],
        reading=Reading(_found, list_sentence, ("moment", *FILTERS)),
        title=_("The pôles, 2005 to 2024"),
        caption=_(
            "83 pôles that could be named. Roman numerals are the phases of the policy. Dotted lines and bands show"
            " what is not known: a day of ending that lies somewhere between two sources."
        ),
        data=("poles_competitivite", "poles_by_year", "nuts_departements", "geometry"),
        note=_(
            "49 pôles stand on the map; for the other 34 no source gives one town, and their régions are shaded. The"
            " kind and the interval of each end are our own reading of the sources; see the card."
        ),
    )


def _chosen(theme: str, label_class: str, **_rest: Any) -> pd.DataFrame:
    return data.chosen(theme, label_class)


def _ends(theme: str, label_class: str) -> Ends:
    return ends(theme, label_class)


@dataclass(frozen=True, eq=False)
class Found:
    """What the reading says of a group: pôles by state, and how they ended."""

    states: dict[str, int]
    ends: Ends


def _found(moment: str, theme: str, label_class: str) -> Found:
    return Found(
        {name: int(n) for name, n in statuses(theme, label_class).loc[moment].items()}, ends(theme, label_class)
    )


@cache
def statuses(theme: str = "all", label_class: str = "all") -> pd.DataFrame:
    """Return how many pôles of a group are in each state, a row a moment.

    Examples
    --------
    >>> statuses().loc["2005"].to_dict()
    {'own': 66, 'merged': 0, 'unknown': 0, 'ended': 0}
    """
    kept = data.chosen(theme, label_class).index
    rows = {moment: data.state(moment)[kept].value_counts() for moment in data.MOMENTS}
    found: pd.DataFrame = pd.DataFrame(rows).T.reindex(columns=list(data.STATES)).fillna(0).astype(int)
    return found.reindex(list(data.MOMENTS))


def _nothing(**_values: Any) -> None:
    """An overlay that only repeats what the reader chose needs no model."""


def _map_panel() -> Panel:
    return Panel(
        "map",
        _chosen,
        figure.map_figure,
        ("moment", *FILTERS),
        title=_("Where they are"),
        alt=_("Map of France: towns of the pôles by what is known of their label; régions of pôles without a town."),
        height=540,
        overlay=Overlay(_home, figure.home_trace, ("territory",), home_sentence),
    )


def _home(territory: str) -> data.Home:
    return data.home(territory)


def _status_panel() -> Panel:
    return Panel(
        "status",
        statuses,
        ends_pictures.status_figure,
        FILTERS,
        title=_("Their status, phase after phase"),
        alt=_("Stacked bars: pôles with their own label, in a merged label, not known, or ended, at eight moments."),
        height=340,
        overlay=Overlay(_nothing, ends_pictures.status_mark, ("moment",)),
    )


def _timeline_panel() -> Panel:
    return Panel(
        "timeline",
        _chosen,
        figure.timeline_figure,
        FILTERS,
        title=_("Each label from its first day to its end"),
        alt=_("A line for each pôle from its label to its end, dotted where the day of the end is not known."),
        height=640,
        overlay=Overlay(_nothing, figure.moment_line, ("moment",)),
    )


def _ends_panel() -> Panel:
    return Panel(
        "ends",
        _ends,
        ends_pictures.incidence_figure,
        FILTERS,
        title=_("How labels end"),
        alt=_("Cumulative incidence of mergers and of other ends by years since the label, as bands."),
        height=360,
    )


def _counts_panel() -> Panel:
    return Panel(
        "counts",
        ends_pictures.all_counts,
        ends_pictures.counts_figure,
        (),
        title=_("How many labels? The sources and the list"),
        alt=_("Counts of labels by date as sources give them, beside the count that the named list gives."),
        height=360,
    )

"""The explorer ``beyond_high_tech.themes``: what the labels of pôles went to, by région, class and year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from course_utils.concepts.beyond_high_tech import themes
from course_utils.concepts.beyond_high_tech import themes_figure as figure
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, join, number, percent, say

#: Names of pôles that a sentence lists.
LISTED = 5


def themes_explorer() -> Explorer:
    """Return the explorer ``beyond_high_tech.themes``."""
    return Explorer(
        name="beyond_high_tech.themes",
        controls=_controls(),
        panels=[_themes_panel(), _years_panel(), _map_panel()],
        reading=Reading(_share, _sentence, ("year", "label_class")),
        title=_("What were the labels given to?"),
        caption=_(
            "Pôles de compétitivité by theme, class at the label and year. High technology: aerospace, health, digital,"
            " photonics (aircraft, medicines, electronics and instruments in the OECD's list of that time); the"
            " grouping of themes is our own."
        ),
        data=("poles_competitivite", "nuts_departements", "geometry"),
        note=_(
            "66 of the 67 labels of 2005 are known by name. Where a pôle merged, its theme is counted on in the merged"
            " label, from the latest day that the merger can have had. The class of 37 pôles was derived, not"
            " read; see the card."
        ),
    )


def _controls() -> dict[str, Any]:
    kinds = {
        "all": _("all"),
        "mondial": _("world class"),
        "à vocation mondiale": _("on the way to world class"),
        "national": _("national"),
    }
    shown = {"beyond": _("all beyond high technology"), "high": _("all high technology"), "all": _("all")}
    return {
        "year": Choice(_("Year"), figure.year_names(), "2005", play=True),
        "label_class": Choice(_("Class at the label"), kinds, "all"),
        "theme": Choice(_("Theme on the map"), shown | figure.group_names(), "beyond"),
        "territory": Territory(_("Your département"), level="departement", value="38"),
    }


def _themes_panel() -> Panel:
    return Panel(
        "themes",
        themes.counts,
        figure.themes_figure,
        ("year", "label_class"),
        title=_("Labels by theme"),
        alt=_("Bars of the number of pôles by theme; high technology first, then what lies beyond; marks: on the map."),
        height=470,
        overlay=Overlay(themes.mapped, figure.theme_mark, ("year", "label_class", "theme"), _mapped_sentence),
    )


def _years_panel() -> Panel:
    return Panel(
        "years",
        through_the_years,
        figure.years_figure,
        ("label_class",),
        title=_("Through the years"),
        alt=_("Stacked bars of the pôles under a label, own or merged, from 2005 to March 2023."),
        height=380,
        overlay=Overlay(_nothing, figure.year_mark, ("year",)),
    )


def _map_panel() -> Panel:
    return Panel(
        "map",
        themes.on_map,
        figure.map_figure,
        ("year", "label_class", "theme"),
        title=_("Where, by région"),
        alt=_("Map of France: each département is coloured by the pôles of its région; yours is outlined."),
        height=470,
        overlay=Overlay(_home, figure.home_trace, ("territory", "year"), _home_sentence),
    )


def _home(territory: str, year: str) -> themes.Home:
    """Pôles of the reader's région."""
    return themes.home(territory, year)


@cache
def through_the_years(label_class: str) -> pd.DataFrame:
    """Pôles of each year: ``high own``, ``high merged``, ``beyond own``, ``beyond merged``, ``unknown``."""
    rows = []
    for year in themes.YEARS:
        table = themes.counts(year, label_class)
        high = table.index.isin(themes.HIGH)
        parts = {"high": table[high].sum(), "beyond": table[~high].sum()}
        row = {f"{kind} {state}": int(found[state]) for kind, found in parts.items() for state in ("own", "merged")}
        rows.append(row | {"unknown": int(table["unknown"].sum())})
    return pd.DataFrame(rows, index=list(themes.YEARS))


@dataclass(frozen=True)
class Share:
    """Pôles under a label in a year: of the class chosen, of them beyond high technology; and the same of all."""

    chosen: int
    beyond: int
    all: int
    all_beyond: int


def _share(year: str, label_class: str) -> Share:
    own, every = themes.labels(year, label_class), themes.labels(year)
    return Share(len(own), int((~own["high"]).sum()), len(every), int((~every["high"]).sum()))


def _sentence(found: Share, *, year: str, label_class: str) -> Sentence:
    whole = say(
        _("{year}: of {all} pôles whose theme is under a label, {beyond} ({share}) lie beyond high technology."),
        year=figure.year_names()[year],
        all=number(found.all),
        beyond=number(found.all_beyond),
        share=percent(found.all_beyond / found.all),
    )
    if label_class == "all":
        return whole
    part = say(
        _("Of the {n} of this class: {beyond} ({share})."),
        n=number(found.chosen),
        beyond=number(found.beyond),
        share=percent(found.beyond / found.chosen),
    )
    return join(whole, part)


def _home_sentence(found: themes.Home, *, territory: str, year: str) -> Sentence:
    if not found.high + found.beyond:
        return say(_("{region} has none."), region=found.region)
    shown = ", ".join(found.beyond[:LISTED]) or _("none")
    rest = len(found.beyond) - LISTED
    told = say(
        _("{region}, your région then, is in {n}; beyond high technology: {names}."),
        region=found.region,
        n=number(len(found.high) + len(found.beyond)),
        names=shown if rest <= 0 else say(_("{names} and {rest} more"), names=shown, rest=number(rest)),
    )
    return told


def _mapped_sentence(found: int, *, theme: str, **_values: Any) -> Sentence:
    named = {"all": _("all themes"), "high": _("high technology"), "beyond": _("all beyond high technology")}
    return say(_("On the map: {theme}, {n}."), theme=(named | figure.group_names())[theme], n=number(found))


def _nothing(**_values: Any) -> None:
    """An overlay that only repeats what the reader chose needs no model."""

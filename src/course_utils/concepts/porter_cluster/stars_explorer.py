"""The explorers ``porter_cluster.stars`` and ``porter_cluster.morocco``: maps of stars with movable thresholds."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.porter_cluster import maps
from course_utils.concepts.porter_cluster.places import table
from course_utils.concepts.porter_cluster.star_sentences import Standing, standing, standing_sentence, star_sentence
from course_utils.concepts.porter_cluster.stars import QUOTIENT, Stars, growth, stars
from course_utils.concepts.porter_cluster.words_of import french_sectors, moroccan_sectors
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory, Toggle, style
from course_utils.explorer.controls import Control
from course_utils.words import Sentence, _, number, percent, say

Figure = dict[str, Any]
RULE = ("sector", "quotient", "size", "focus")
TOPS = ("0.05", "0.1", "0.2")
#: Of the départements whose growth is known, this many of the fastest are outlined.
FASTEST = 10


def stars_explorer() -> Explorer:
    """Return the explorer ``porter_cluster.stars``."""
    growing = Overlay(_fastest, _fastest_trace, ("sector", "growth"), _fastest_sentence)
    home = Overlay(_nothing, _home_trace, ("territory",))
    own = Overlay(_standing, _own_trace, ("territory", "sector"), standing_sentence)
    controls = _controls(french_sectors(), "industry")
    controls["growth"] = Toggle(_("Outline the ten départements that grew fastest, 2008-2018"))
    controls["territory"] = Territory(_("Your département"), level="departement", value="38")
    return Explorer(
        name="porter_cluster.stars",
        controls=controls,
        panels=_panels((growing, home), (own,)),
        reading=Reading(_stars, _sentence, RULE),
        title=_("Stars over France"),
        caption=_(
            "Jobs at the place of work in 101 départements and seven sectors, 2018. One star each for size (jobs in the"
            " sector), specialisation (location quotient) and focus (share of the place's jobs, compared with the"
            " shares of all sectors everywhere)."
        ),
        data=("employment_departements", "geometry"),
        note=_(
            "The Observatory compared 259 European regions in narrow industries; seven sectors are far coarser, so"
            " this is its rule, not its map. Jobs are rounded to hundreds."
        ),
    )


def morocco_explorer() -> Explorer:
    """Return the explorer ``porter_cluster.morocco``."""
    return Explorer(
        name="porter_cluster.morocco",
        controls=_controls(moroccan_sectors(), "morocco:industry"),
        panels=_panels((), ()),
        reading=Reading(_stars, _sentence, RULE),
        title=_("Stars over Morocco"),
        caption=_(
            "75 provinces and prefectures. People at work where they live, nine sectors, census of 2014; or businesses"
            " run for profit where they are, four sectors, census of 2024, farms left out."
        ),
        data=("morocco_employment", "morocco_establishments"),
        note=_(
            "The tables cover Western Sahara as the census does; its status is disputed, and drawing it takes no side."
        ),
    )


def _controls(sectors: dict[str, str], default: str) -> dict[str, Control]:
    tops = {top: str(say(_("the top {p}"), p=percent(float(top)))) for top in TOPS}
    low, high = float(maps.QUOTIENTS[0]), float(maps.QUOTIENTS[-1])
    return {
        "sector": Choice(_("Sector"), sectors, default),
        "quotient": Slider(_("Specialisation: quotient of at least"), low, high, QUOTIENT, 21, decimals=1),
        "size": Choice(_("Size: places with most jobs"), tops, "0.1"),
        "focus": Choice(_("Focus: largest shares"), tops, "0.1"),
    }


def _panels(on_map: tuple[Overlay, ...], on_yardsticks: tuple[Overlay, ...]) -> list[Panel]:
    return [_map_panel(on_map), _yardsticks_panel(on_yardsticks), _counts_panel()]


def _map_panel(overlays: tuple[Overlay, ...]) -> Panel:
    return Panel(
        "map",
        _stars,
        _map_figure,
        RULE,
        title=_("Where are the stars?"),
        alt=_("Map of the places of the country coloured by their number of stars, none to three."),
        height=490,
        overlay=overlays,
    )


def _yardsticks_panel(overlays: tuple[Overlay, ...]) -> Panel:
    lines = (
        Overlay(_nothing, lambda _none, quotient: maps.specialisation_line(quotient), ("quotient",)),
        Overlay(_focused, lambda found, **_values: maps.focus_line(found), ("sector", "focus")),
        Overlay(_sized, lambda found, **_values: maps.size_line(found), ("sector", "size")),
    )
    return Panel(
        "yardsticks",
        _of_sector,
        _yardsticks_figure,
        ("sector",),
        title=_("Three thresholds, two numbers"),
        alt=_(
            "Each place by its size and its location quotient, with a vertical line for the size star and two"
            " horizontal lines, specialisation and focus, on the same axis."
        ),
        height=420,
        overlay=(*lines, *overlays),
    )


def _counts_panel() -> Panel:
    return Panel(
        "counts",
        _counts,
        maps.counts_figure,
        ("sector", "size", "focus"),
        title=_("How many stars does one threshold leave?"),
        alt=_("Places with one, two and three stars or more, against the location quotient that is asked for."),
        height=360,
        overlay=Overlay(_nothing, lambda _none, quotient: maps.asked_line(quotient), ("quotient",)),
    )


def _split(sector: str) -> tuple[str, str]:
    """Country and sector: the Moroccan options name their table, the French ones do not."""
    country, found, name = sector.partition(":")
    return (country, name) if found else ("france", sector)


def _stars(sector: str, quotient: float, size: str, focus: str) -> Stars:
    return stars(*_split(sector), quotient, float(size), float(focus))


def _of_sector(sector: str) -> Stars:
    return stars(*_split(sector))


def _focused(sector: str, focus: str) -> Stars:
    return stars(*_split(sector), focus=float(focus))


def _sized(sector: str, size: str) -> Stars:
    return stars(*_split(sector), size=float(size))


def _counts(sector: str, size: str, focus: str) -> Any:
    return maps.counts(*_split(sector), float(size), float(focus))


def _map_figure(found: Stars, sector: str, **_values: Any) -> Figure:
    return maps.star_map(_split(sector)[0], found)


def _yardsticks_figure(found: Stars, sector: str) -> Figure:
    return maps.yardsticks(_split(sector)[0], found)


def _sentence(found: Stars, *, sector: str, **_values: Any) -> Sentence:
    return star_sentence(found, _split(sector)[0])


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""


def _fastest(sector: str, growth: bool) -> list[str]:
    return fastest(sector)


def fastest(sector: str) -> list[str]:
    """Codes of the ten départements whose jobs in a sector grew fastest.

    Examples
    --------
    >>> fastest("industry")[0]  # Lozère, from a small start
    '48'
    """
    values = growth(sector)
    order = np.argsort(-np.nan_to_num(values, nan=-np.inf), kind="stable")[:FASTEST]
    return [table("france").codes[i] for i in order]


def _fastest_trace(codes: list[str], sector: str, growth: bool) -> Figure:
    return maps.outline(_("Fastest growth"), codes, style.color(1), 2.5 if growth else 0.0)


def _fastest_sentence(codes: list[str], sector: str, growth: bool) -> Sentence:
    if not growth:
        return say("")
    name = dict(zip(table("france").codes, table("france").names, strict=True))
    first = ", ".join(name[code] for code in codes[:3])
    return say(_("Outlined, the fastest first: {names} and {n} more."), names=first, n=number(len(codes) - 3))


def _home_trace(_result: None, territory: str) -> Figure:
    return maps.outline(_("Your département"), [territory], style.color(3))


def _standing(territory: str, sector: str) -> Standing:
    return standing(territory, sector)


def _own_trace(found: Standing, **_values: Any) -> Figure:
    marker = {"symbol": "star", "size": 15, "color": style.color(3)}
    at = {"x": maps.logs(np.array([found.jobs])), "y": [found.quotient], "meta": {"powers": ["x"]}}
    return {"type": "scatter", "mode": "markers", "name": _("Your département"), "marker": marker} | at

"""The explorer ``industrial_symbiosis.kalundborg``: the real web from 1961 on, and what goes when somebody leaves."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.industrial_symbiosis import network_figure, web_figure
from course_utils.concepts.industrial_symbiosis.web import FIRST, LAST, LEAVERS, Web, short_names, spread, web
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import Sentence, _, join, number, percent, say


def kalundborg_explorer() -> Explorer:
    """Return the explorer ``industrial_symbiosis.kalundborg``."""
    names = short_names()
    leavers = {"none": _("nobody")} | {key: names[actor] for key, actor in LEAVERS.items()}
    widths = {"one": _("one each"), "low": _("lowest published tonnes"), "high": _("highest published tonnes")}
    years = range(FIRST, LAST + 1)
    return Explorer(
        name="industrial_symbiosis.kalundborg",
        controls={
            "year": Choice(_("Year"), {str(year): str(year) for year in years}, "2000", play=True),
            "without": Choice(_("Leaves the web"), leavers, "none"),
            "width": Choice(_("Width of a flow"), widths, "one"),
        },
        panels=[_network(), _sankey(), _spread(), _growth()],
        reading=Reading(_two, reading, ("year", "without")),
        title=_("Kalundborg, 1961 to 2023"),
        caption=_(
            "Who gives what to whom, as far as sources tell. Click an actor to take it out, click again to put it back."
        ),
        data=("kalundborg_exchanges", "kalundborg_partners", "kalundborg_network"),
        note=_(
            "Links after 2000 are incomplete. Three flows whose start is not known begin in the first year in which a"
            " source shows them. Quantities come from other years and authors: orders of magnitude. One cubic metre of"
            " water is counted as a tonne."
        ),
    )


def _network() -> Panel:
    return Panel(
        "network",
        _web,
        network_figure.network_figure,
        ("year", "without"),
        title=_("The web of the year"),
        alt=_(
            "Actors as dots and flows as arrows: solid for water, dotted for energy, dashed for material. Who has left"
            " is a cross, and its flows are grey."
        ),
        height=520,
    )


def _sankey() -> Panel:
    return Panel(
        "flows",
        _sizes,
        web_figure.sankey_figure,
        ("year", "width"),
        title=_("From givers to takers"),
        alt=_(
            "Flows from givers on the left to takers on the right, blue for water, red for energy, brown for material;"
            " as wide as you choose. With tonnes, flows of unknown size are not seen."
        ),
        height=520,
    )


def _spread() -> Panel:
    return Panel(
        "spread",
        _year_only,
        web_figure.spread_figure,
        ("year",),
        title=_("How much? It depends on whom you read"),
        alt=_(
            "One row a flow, one dot a published quantity in thousand tonnes (kt) a year; figures for one flow differ."
        ),
        height=380,
        overlay=Overlay(_sizes, web_figure.as_wide, ("year", "width"), _width_told),
    )


def _growth() -> Panel:
    return Panel(
        "growth",
        _nothing,
        web_figure.growth_figure,
        (),
        title=_("Sixty years of weaving"),
        alt=_("Stacked steps: flows of water, energy and material from 1961 to 2023; diamonds: counts by others."),
        height=340,
        overlay=Overlay(_nothing, web_figure.your_year, ("year",)),
    )


def _web(year: str, without: str) -> Web:
    return web(int(year), LEAVERS.get(without, ""))


def _two(year: str, without: str) -> tuple[Web, Web]:
    return _web(year, without), web(int(year))


def _year_only(year: str) -> Web:
    return web(int(year))


def _sizes(year: str, width: str) -> list[tuple[str, str, float, str]]:
    return web_figure.flow_sizes(int(year), width)


def _nothing(**_values: Any) -> None:
    """Nothing to work out."""


def reading(found: tuple[Web, Web], *, year: str, without: str) -> Sentence:
    """Count flows, say how dense the web is, and what goes with who leaves."""
    cut, whole = found
    water = sum(flow.kind == "water" for flow in whole.running)
    line = _(
        "In {year}, {n} known flows join {actors} actors, {water} of them water; {share} of all possible one-way pairs"
        " are joined."
    )
    told = say(
        line,
        year=year,
        n=number(len(whole.running)),
        actors=number(len(whole.actors)),
        water=number(water),
        share=percent(whole.connectance, 1),
    )
    return join(told, _sizes_told(whole) if without == "none" else _gone(cut, whole, without))


def _sizes_told(whole: Web) -> Sentence:
    own = [spread()[flow.id] for flow in whole.running if flow.id in spread()]
    if not own:
        return say(_("Nobody published how much flowed."))
    line = _(
        "A quantity is published for {n}: together between {low} and {high} kt a year, by lowest and highest figure."
    )
    ends = [sum(side) / 1000 for side in zip(*own, strict=True)]
    return say(line, n=number(len(own)), low=number(ends[0]), high=number(ends[1]))


def _width_told(sizes: list[tuple[str, str, float, str]], *, width: str, **_values: str) -> Sentence:
    """Say what the widths of the second picture add up to."""
    if width == "one":
        return say(_("In the second picture every flow is as wide as any other."))
    total, water = sum(row[2] for row in sizes), sum(row[2] for row in sizes if row[3] == "water")
    if not total:
        return say(_("In the second picture there is nothing to draw by weight."))
    line = _("The second picture draws {total} kt a year, {share} of it water.")
    return say(line, total=number(total), share=percent(water / total))


def _gone(cut: Web, whole: Web, without: str) -> Sentence:
    name = short_names()[LEAVERS[without]]
    if not cut.stopped:
        return say(_("{name} has no part in it yet."), name=name)
    line = _(
        "{name} is in {lost} of {n} flows; without it {alone} others are left with none, and {largest} of all actors"
        " still hang together."
    )
    numbers = {"lost": len(cut.stopped), "n": len(whole.running), "alone": len(cut.alone)}
    return say(line, name=name, largest=percent(cut.largest), **{k: number(v) for k, v in numbers.items()})

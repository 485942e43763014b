"""The explorer ``participation.ladder``: what each rule gives away, and the facts on public debates."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.participation import sentences
from course_utils.concepts.participation.debates import FACTS, Standing, facts, standing
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, style
from course_utils.explorer.controls import Control
from course_utils.words import Sentence, _, number, say

Figure = dict[str, Any]
#: Bars of the count that has most.
MOST = 4


def ladder_explorer() -> Explorer:
    """Return the explorer ``participation.ladder``."""
    return Explorer(
        name="participation.ladder",
        controls=_controls(),
        panels=[_ladder_panel(), _facts_panel()],
        reading=Reading(standing, _sentence, ("rule",)),
        title=_("How much power does each rule give away?"),
        caption=_(
            "Rungs as in Arnstein (1969). On which rung a rule puts whom is our reading. Public debates: counts of the"
            " national commission (CNDP), of which no total of 2022 was found; what became of projects is its own"
            " assessment."
        ),
        data=("participation",),
    )


def _controls() -> dict[str, Control]:
    shown = {
        "outcomes": _("what became of projects"),
        "processes": _("processes a year"),
        "guarantors": _("guarantors appointed"),
        "since": _("held from 1997 to 2021"),
    }
    return {
        "rule": Choice(_("Who decides"), sentences.rules(), "majority"),
        "fact": Choice(_("Public debates in France"), shown, FACTS[2]),
    }


def _ladder_panel() -> Panel:
    return Panel(
        "ladder",
        standing,
        _ladder_figure,
        ("rule",),
        alt=_("Arnstein's eight rungs, with the rung of those far from the site and of those beside it."),
        title=_("On which rung do you stand?"),
        height=400,
    )


def rungs() -> dict[str, str]:
    """Name of each rung on the figure."""
    return {
        "manipulation": _("1 manipulation"),
        "therapy": _("2 therapy"),
        "informing": _("3 informing"),
        "consultation": _("4 consultation"),
        "placation": _("5 placation"),
        "partnership": _("6 partnership"),
        "delegated power": _("7 delegated power"),
        "citizen control": _("8 citizen control"),
    }


def _ladder_figure(found: Standing, **_values: Any) -> Figure:
    rows = [rungs()[name] for name in found.names]
    families = list(dict.fromkeys(found.families))
    names = {"non-participation": _("no part"), "tokenism": _("a token"), "citizen power": _("power")}
    data: list[Figure] = []
    for i, family in enumerate(families):
        own = [row for row, of in zip(rows, found.families, strict=True) if of == family]
        line = {"width": 9, "color": style.color((5, 1, 2)[i]), "dash": ("dot", "dash", "solid")[i]}
        x: list[float | None] = [0.0, 3.0, None] * len(own)
        y: list[str | None] = [v for row in own for v in (row, row, None)]
        data.append({"type": "scatter", "mode": "lines", "name": names[family], "x": x, "y": y, "line": line})
    for x_at, name, rung, symbol in (
        (1.0, _("far from the site"), found.many, "circle"),
        (2.0, _("beside the site"), found.hosts, "diamond"),
    ):
        mark = {"symbol": symbol, "size": 20, "color": style.color(0 if symbol == "circle" else 3)}
        point = {"type": "scatter", "mode": "markers", "name": name, "x": [x_at], "y": [rows[rung - 1]]}
        data.append(point | {"marker": mark | {"line": {"width": 2, "color": "#ffffff"}}, "meta": {"columns": ["y"]}})
    axes = {
        "xaxis": {"visible": False, "range": [-0.1, 3.1]},
        "yaxis": {
            "title": {"text": _("Rung")},
            "type": "category",
            "categoryorder": "array",
            "categoryarray": rows,
            "range": [-0.6, 7.6],
        },
        "margin": {"t": 60},
    }
    return {"data": data, "layout": axes}


def _facts_panel() -> Panel:
    return Panel(
        "facts",
        lambda fact: facts(fact),
        _facts_figure,
        ("fact",),
        alt=_("Bars: what the national commission for public debate counted, by the count chosen."),
        title=_("What the commission counted"),
        height=300,
        overlay=Overlay(lambda fact: facts(fact), _no_trace, ("fact",), _fact_sentence),
    )


def _facts_figure(found: dict[str, float], *, fact: str) -> Figure:
    known = {
        "given_up": _("given up"),
        "changed": _("design changed (about)"),
        "other": _("run differently (about)"),
        "debates": _("public debates"),
        "consultations": _("consultations"),
        "advice": _("advice, support"),
    }
    gap = MOST - len(found)
    rows = [known.get(key, key) for key in found]
    blank = [" " * (i + 1) for i in range(gap)]
    bars = {"type": "bar", "orientation": "h", "name": _("count"), "y": [*rows, *blank]}
    values: list[float | None] = [*found.values(), *[None] * gap]
    look = {"x": values, "texttemplate": "%{x}", "textposition": "outside", "cliponaxis": False, "showlegend": False}
    units = {
        "outcomes": _("Projects, 1997-2021"),
        "processes": _("Processes a year"),
        "guarantors": _("Persons a year"),
        "since": _("Number since 1997"),
    }
    axes = {
        "xaxis": {"title": {"text": units[fact]}, "range": [0, 1.2 * max(found.values())]},
        "yaxis": {"autorange": "reversed", "type": "category"},
        "margin": {"t": 8},
    }
    return {"data": [bars | look | {"marker": {"color": style.color(0)}}], "layout": axes}


def _no_trace(_found: Any, **_values: Any) -> Figure:
    """Add nothing to the picture: the overlay is there for its sentence."""
    empty = {"type": "bar", "orientation": "h", "name": _("nothing"), "x": [None], "y": [None]}
    return empty | {"showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}


def _sentence(found: Standing, *, rule: str) -> Sentence:
    told = {
        "planner": _("The planner with a map tells people what was decided: rung {many} for all."),
        "majority": _(
            "A binding vote hands the decision to the many, rung {many}; who lives beside the site is asked,"
            " and outvoted, rung {hosts}."
        ),
        "veto": _("A veto hands it to those beside the site, rung {hosts}; all others may ask and wait, rung {many}."),
        "compensation": _("If harm must be paid for, both sides have to come to terms: rung {many} for all."),
        "early": _(
            "Who listens first and then decides alone consults, no more: rung {many} for all, whatever comes of it."
        ),
    }
    return say(told[rule], many=number(found.many), hosts=number(found.hosts))


def _fact_sentence(found: dict[str, float], *, fact: str) -> Sentence:
    values = list(found.values())
    if fact == "outcomes":
        told = _("After {all} debates {a} projects were given up and about {b} changed in design, says the commission.")
        return say(told, all=number(sum(values)), a=number(values[0]), b=number(values[1]))
    told = {
        "processes": _("The commission ran {a} processes in 2019 and {b} in 2023: participation did not simply grow."),
        "guarantors": _("It appointed {a} guarantors in 2020 and {b} in 2023."),
        "since": _("From 1997 to 2021 it held {a} public debates; {b} times it advised or supported others."),
    }[fact]
    return say(told, a=number(values[0]), b=number(values[-1]))

"""The explorer ``citizen_initiatives.places``: where third places are, what they do, in whose hands they are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.citizen_initiatives import places
from course_utils.concepts.citizen_initiatives.figure import BEST, OWN
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory, style
from course_utils.words import Sentence, _, join, number, say

Figure = dict[str, Any]


def places_explorer() -> Explorer:
    """Return the explorer ``citizen_initiatives.places``."""
    return Explorer(
        name="citizen_initiatives.places",
        controls={
            "measure": Choice(_("Compare by"), _measures(), "share"),
            "territory": Territory(_("Your territory"), level="departement", value="38"),
            "kind": Choice(_("Look inside: what they"), {"doing": _("do"), "form": _("are in law")}, "doing"),
        },
        panels=[_regions_panel(), _kinds_panel()],
        reading=Reading(_both, _sentence, ("measure", "kind")),
        title=_("Third places of 2023"),
        caption=_(
            "Shares of régions in 3,500 third places are published as whole numbers (below 1 %, tenths). The bars on"
            " the dots are what rounding hides. What third places do adds up to more than 100 %."
        ),
        data=("tiers_lieux", "regions", "departements"),
        note=_("Inhabitants are those of 1 January 2023 (population in force, census of 2020)."),
    )


def _measures() -> dict[str, str]:
    return {
        "share": _("share of all third places"),
        "per_head": _("places per 100,000 people"),
        "ratio": _("share over share of people"),
    }


def _axes() -> dict[str, tuple[str, float]]:
    return {
        "share": (_("Share (%)"), 18.0),
        "per_head": (_("Per 100,000"), 18.0),
        "ratio": (_("Ratio"), 3.4),
    }


def _names() -> dict[str, str]:
    return {
        "office": _("shared offices"),
        "cultural": _("cultural place"),
        "fablab": _("fab lab"),
        "craft workshop": _("craft workshop"),
        "living lab": _("living lab"),
        "association": _("association"),
        "SARL/SA/SAS": _("company"),
        "local authorities": _("local authority"),
        "SCIC": _("SCIC co-operative"),
        "SCOP": _("SCOP co-operative"),
    }


def _regions_panel() -> Panel:
    return Panel(
        "regions",
        places.measured,
        _regions_figure,
        ("measure",),
        title=_("By région"),
        alt=_("Eighteen dots, one a région, the largest value on top, each with a bar for what rounding hides."),
        height=680,
        overlay=Overlay(_home, _home_mark, ("territory", "measure"), _home_sentence),
    )


def _kinds_panel() -> Panel:
    return Panel(
        "kinds",
        _kind,
        _kinds_figure,
        ("kind",),
        title=_("What they do, what they are"),
        alt=_("Five bars: shares of third places by what they do, or by their form in law."),
        height=290,
    )


def _regions_figure(found: pd.DataFrame, *, measure: str) -> Figure:
    title, top = _axes()[measure]
    bars = {"type": "data", "array": found["margin"].to_numpy(), "thickness": 1.5, "width": 4, "color": style.MUTED}
    trace = {"type": "scatter", "mode": "markers", "name": _("Value, and rounding"), "x": found["value"].to_numpy()}
    trace |= {"y": found["name"].tolist(), "marker": {"size": 9, "color": OWN}, "error_x": bars}
    axes = {
        "xaxis": {"title": {"text": title}, "range": [-0.02 * top, top], "zeroline": False},
        "yaxis": {"autorange": "reversed", "type": "category", "tickfont": {"size": 11}, "dtick": 1},
    }
    return {"data": [trace], "layout": axes}


def _home(territory: str, measure: str) -> pd.Series:
    return places.measured(measure).loc[places.region_of(territory)]


def _home_mark(found: pd.Series, **_values: Any) -> Figure:
    mark = {"symbol": "diamond-open", "size": 17, "color": style.color(1), "line": {"width": 3}}
    at = {"x": [float(found["value"])], "y": [str(found["name"])], "marker": mark}
    return {"type": "scatter", "mode": "markers", "name": _("Your région"), "hoverinfo": "skip"} | at


def _kind(kind: str) -> dict[str, float]:
    return places.kinds()[kind]


def _kinds_figure(found: dict[str, float], *, kind: str) -> Figure:
    names = _names()
    marker = {"color": BEST, "pattern": {"shape": "/", "fillmode": "overlay", "solidity": 0.15}}
    bars: Figure = {"type": "bar", "orientation": "h", "name": _("Third places (%)"), "marker": marker}
    bars |= {"x": list(found.values()), "y": [names[key] for key in found], "cliponaxis": False}
    bars |= {"texttemplate": "%{x:.0f}", "textposition": "outside"}
    axes = {
        "xaxis": {"title": {"text": _("Third places (%)")}, "range": [0, 66]},
        "yaxis": {"autorange": "reversed", "type": "category"},
        "showlegend": False,
    }
    return {"data": [bars], "layout": axes}


def _both(measure: str, kind: str) -> tuple[pd.DataFrame, dict[str, float]]:
    return places.measured(measure), places.kinds()[kind]


def _sentence(found: tuple[pd.DataFrame, dict[str, float]], *, measure: str, kind: str) -> Sentence:
    table, inside = found
    top = table.iloc[0]
    told = {
        "share": _("{name} has the largest share, {value}\u202f% (rounding: {low} to {high})."),
        "per_head": _("{name} has most per 100,000 inhabitants, {value} (rounding: {low} to {high})."),
        "ratio": _("{name} has most for its people, {value} times its share of them (rounding: {low} to {high})."),
    }[measure]
    ends = {"low": number(top["value"] - top["margin"], 1), "high": number(top["value"] + top["margin"], 1)}
    first, second = list(inside)[:2]
    of = _("By what they do (several answers): {first} {a}\u202f%, {second} {b}\u202f%.")
    if kind == "form":
        of = _("By form in law: {first} {a}\u202f%, {second} {b}\u202f%.")
    names = {"first": _names()[first], "second": _names()[second]}
    parts = {"a": number(inside[first]), "b": number(inside[second])}
    return join(say(told, name=top["name"], value=number(top["value"], 1), **ends), say(of, **parts, **names))


def _home_sentence(found: pd.Series, *, territory: str, measure: str) -> Sentence:
    told = _("Your région, {name}: {value} (rounding: {low} to {high}).")
    ends = {"low": number(found["value"] - found["margin"], 1), "high": number(found["value"] + found["margin"], 1)}
    return say(told, name=str(found["name"]), value=number(found["value"], 1), **ends)

"""The explorer ``territorial_governance.commons``: you and three neighbours on one pasture."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.territorial_governance import pasture
from course_utils.concepts.territorial_governance.figure import Figure
from course_utils.concepts.territorial_governance.pasture import EQUILIBRIUM, OPTIMUM, Summers
from course_utils.explorer import Choice, Explorer, Panel, Reading, style
from course_utils.words import Sentence, _, join, number, percent, say

ALL = ("talk", "watch", "fine", "you")


def commons_explorer() -> Explorer:
    """Return the explorer ``territorial_governance.commons``."""
    return Explorer(
        name="territorial_governance.commons",
        controls=_controls(),
        panels=[_herd_panel(), _gain_panel()],
        reading=Reading(_play, _sentence, ALL),
        title=_("Four herders, one pasture"),
        caption=_(
            "Each summer each of the four sends cows; every cow leaves less for all others. Lines show what the four"
            " would do if each looked after himself, and what would gain most for all together."
        ),
        note=_(
            "A stylised game with invented numbers: 2,000 runs of 20 summers for each setting (seed 1483). The"
            " neighbours trust, get hurt and forgive by rules that are ours. Fines go into a common purse."
        ),
    )


def _controls() -> dict[str, Any]:
    yours = {"best": _("take what pays most"), "mirror": _("do as they did"), "keep": _("keep to your share")}
    talks = {"none": _("never"), "once": _("once, at first"), "yearly": _("before each summer")}
    fines = {"none": _("none"), "flat": _("flat"), "graduated": _("graduated")}
    return {
        "you": Choice(_("You"), yours, "best"),
        "talk": Choice(_("Talk"), talks, "none"),
        "watch": Choice(_("Chance that cows are counted"), {f"{w:g}": str(percent(w)) for w in pasture.WATCHES}, "0"),
        "fine": Choice(_("Fine for a cow too many"), fines, "none"),
    }


def _herd_panel() -> Panel:
    return Panel(
        "herd",
        _play,
        _herd_figure,
        ALL,
        title=_("Cows on the pasture"),
        alt=_(
            "The herd over twenty summers, with a band for nine runs of ten, between the best total, 20 cows, and that"
            " of four who look after themselves, 32."
        ),
        height=380,
    )


def _gain_panel() -> Panel:
    return Panel(
        "gains",
        _play,
        _gain_figure,
        ALL,
        title=_("What a summer brings"),
        alt=_("Bars: your gain a summer, that of a neighbour, the best for all, and what the watch costs each."),
        height=270,
    )


def _play(talk: str, watch: str, fine: str, you: str) -> Summers:
    return pasture.summers(talk, float(watch), fine, you)


def _herd_figure(found: Summers, **_values: Any) -> Figure:
    x = list(range(1, pasture.SUMMERS + 1))
    line = {"type": "scatter", "mode": "lines", "x": x}
    shade = {"width": 1, "color": style.color(0), "dash": "dot"}
    low = line | {"name": _("Nine runs of ten, least"), "y": found.low, "line": shade, "showlegend": False}
    high = line | {"name": _("Nine runs of ten"), "y": found.high, "line": shade, "fill": "tonexty"}
    high |= {"fillcolor": "rgba(57,104,167,0.2)"}
    mean = line | {"name": _("Mean herd"), "y": found.herd, "line": {"width": 3, "color": style.color(0)}}
    data = [low, high, mean]
    for name, total, look, dash in (
        (_("Each for himself"), EQUILIBRIUM.total, 3, "dash"),
        (_("Best for all"), OPTIMUM.total, 2, "dashdot"),
    ):
        own = {"color": style.color(look), "dash": dash, "width": 2}
        data.append(line | {"name": name, "y": [total] * len(x), "line": own, "hoverinfo": "skip"})
    axes = {
        "xaxis": {"title": {"text": _("Summer")}, "range": [0.5, pasture.SUMMERS + 0.5]},
        "yaxis": {"title": {"text": _("Cows")}, "range": [0, 44]},
    }
    return {"data": data, "layout": axes}


def _gain_figure(found: Summers, **_values: Any) -> Figure:
    labels = [_("You"), _("A neighbour"), _("Best for all"), _("Cost of the watch")]
    marker = {
        "color": [style.color(1), style.color(0), style.color(2), style.MUTED],
        "pattern": {"shape": ["/", "", "x", "."], "fillmode": "overlay", "solidity": 0.2},
    }
    bars: Figure = {"type": "bar", "orientation": "h", "name": _("Gain a summer"), "y": labels, "marker": marker}
    bars |= {
        "x": [found.yours, found.theirs, OPTIMUM.rent / pasture.HERDERS, found.watch],
        "texttemplate": "%{x:.1f}",
        "textposition": "outside",
    }
    axes = {
        "xaxis": {"title": {"text": _("Gain of one herder, a summer")}, "range": [0, 34]},
        "yaxis": {"autorange": "reversed", "type": "category"},
        "showlegend": False,
    }
    return {"data": [bars | {"cliponaxis": False}], "layout": axes}


def _sentence(found: Summers, *, talk: str, watch: str, fine: str, you: str) -> Sentence:
    told = _(
        "{you}: the last summer sees {herd} cows on average ({low} to {high} in nine runs of ten). Together the four"
        " gain {share} of what they could. You gain {yours} a summer, a neighbour {theirs}."
    )
    rule = {"keep": _("You keep to your share"), "mirror": _("You do as they did"), "best": _("You take what pays")}
    first = say(
        told,
        you=rule[you],
        herd=number(found.herd[-1], 1),
        low=number(found.low[-1], 1),
        high=number(found.high[-1], 1),
        share=percent(found.share),
        yours=number(found.yours, 1),
        theirs=number(found.theirs, 1),
    )
    return join(first, say(_talked()[talk]), _watched(found, float(watch), fine))


def _talked() -> dict[str, str]:
    return {
        "none": _("Nobody talks."),
        "once": _("They talked once."),
        "yearly": _("They talk before each summer."),
    }


def _watched(found: Summers, watch: float, fine: str) -> Sentence:
    told = {
        "none": _("Cows are counted with {watch} and nothing follows; that costs each {cost}."),
        "flat": _(
            "Cows are counted with {watch} and fined, always alike: {fines} each a summer; counting costs {cost}."
        ),
        "graduated": _(
            "Cows are counted with {watch}, a first fine is low: {fines} each a summer; counting costs {cost}."
        ),
    }[fine]
    numbers = {"watch": percent(watch), "cost": number(found.watch, 2)}
    return say(told, **numbers) if fine == "none" else say(told, fines=number(found.fines, 2), **numbers)

"""Pictures of the keystone game: who takes what as substitutes come in, and as the hub can do without the others."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.business_ecosystem.game import Split
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Firms that can do one and the same thing, and what the hub can make on its own, along the axes.
RIVALS = (1, 2, 3, 4, 5)
OPTIONS = tuple(round(0.05 * step, 2) for step in range(21))


def shares_figure(result: list[Split], **_values: Any) -> Figure:
    """Draw what the hub, all complementors and one complementor get, by the number of substitutes."""
    hub = [100 * found.share for found in result]
    data = [
        _bars(_("The keystone"), hub, style.color(0), ""),
        _bars(_("All complementors"), [100 - share for share in hub], style.color(1), "/"),
        {"type": "scatter", "mode": "lines+markers", "name": _("One complementor"), "x": list(RIVALS)}
        | {"y": [100 * found.one / found.value for found in result], "hovertemplate": "%{y:.1f} %"}
        | {"line": {"color": style.color(3), "width": 3}, "marker": {"symbol": "diamond", "size": 10}},
    ]
    layout = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Firms for each function")}, "dtick": 1, "range": [0.4, 5.6]},
        "yaxis": {"title": {"text": _("Share of the value (%)")}, "range": [0, 104]},
    }
    return {"data": data, "layout": layout}


def _bars(name: str, values: list[float], colour: str, pattern: str) -> Figure:
    marker = {"color": colour, "pattern": {"shape": pattern}}
    bars: Figure = {"type": "bar", "name": name, "x": list(RIVALS), "y": values, "marker": marker}
    return bars | {"hovertemplate": "%{y:.1f} %"}


def _ring(x: float, y: float) -> Figure:
    look = {"symbol": "circle-open", "size": 20, "color": style.color(3), "line": {"width": 4}}
    ring: Figure = {"type": "scatter", "mode": "markers", "name": _("Your ecosystem"), "x": [x], "y": [y]}
    return ring | {"marker": look, "hovertemplate": "%{y:.1f} %", "showlegend": False}


def your_share(result: Split, *, rivals: float, **_values: Any) -> Figure:
    """Ring the reader's number of substitutes."""
    return _ring(rivals, 100 * result.share)


def option_figure(result: list[Split], **_values: Any) -> Figure:
    """Draw the keystone's share along what it could make without anybody."""
    alone = [100 * option for option in OPTIONS]
    data = [
        {"type": "scatter", "mode": "lines", "name": _("The keystone takes"), "x": alone}
        | {"y": [100 * found.share for found in result], "line": {"color": style.color(0), "width": 3}}
        | {"hovertemplate": "%{y:.1f} %"},
        {"type": "scatter", "mode": "lines", "name": _("It would have alone"), "x": alone, "y": alone}
        | {"line": {"color": style.MUTED, "width": 2, "dash": "dash"}, "hoverinfo": "skip"},
    ]
    layout = {
        "xaxis": {"title": {"text": _("It could make alone (%)")}, "range": [-6, 106]},
        "yaxis": {"title": {"text": _("Share of the value (%)")}, "range": [0, 104]},
    }
    return {"data": data, "layout": layout}


def your_option(result: Split, *, option: float, **_values: Any) -> Figure:
    """Ring the reader's outside option."""
    return _ring(100 * option, 100 * result.share)

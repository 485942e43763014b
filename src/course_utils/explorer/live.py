"""The live face: ipywidgets controls and plotly figure widgets, in the book's template and colours."""

from __future__ import annotations

import html as markup
import math
import os
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import plotly
import plotly.graph_objects as go

from course_utils.datasets import geometry, info, territories
from course_utils.explorer.controls import Choice, Control, Slider, Territory, Toggle
from course_utils.explorer.explorer import Explorer
from course_utils.explorer.player import Player
from course_utils.explorer.press import pressed, wishes
from course_utils.explorer.style import THEMES, color, template
from course_utils.words import _, number, percent

WIDE = widgets.Layout(width="98%")
LABEL = {"description_width": "16rem"}


#: Outlines of the world with nothing in them: plotly's maps ask a foreign host for theirs, ours come with the figure.
NO_WORLD = """
const none = { type: "GeometryCollection", geometries: [] };
const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
const empty = { type: "Topology", arcs: [], objects: Object.fromEntries(layers.map(k => [k, none])) };
window.PlotlyGeoAssets = { ...window.PlotlyGeoAssets, topojson: new Proxy({}, { get: () => empty }) };
"""


class OfflineFigure(go.FigureWidget):
    """A figure widget whose maps draw without a network."""

    # One module and not a second widget: that one might arrive after the first map is drawn.
    _esm = NO_WORLD + (Path(plotly.__file__).parent / "package_data" / "widgetbundle.js").read_text("utf-8")


def make_input(control: Control) -> Any:
    """Return the ipywidgets control of a control."""
    common = {"description": control.label, "style": LABEL, "layout": WIDE}
    if isinstance(control, Toggle):
        return widgets.Checkbox(value=control.value, **common)
    if isinstance(control, Choice):
        return widgets.Dropdown(options=[(t, k) for k, t in control.options.items()], value=control.value, **common)
    if isinstance(control, Territory):
        table = territories(control.level).sort_values("name")
        return widgets.Dropdown(
            options=list(zip(table["name"], table.index, strict=True)), value=reader(control), **common
        )
    return make_slider(control, common)


def make_slider(control: Slider, common: dict[str, Any]) -> Any:
    """Return a slider; one that is not interpolated, or logarithmic, offers its values by what is printed."""
    if control.scale == "log" or not control.interpolate:
        offered = log_steps(control) if control.interpolate else control.nodes()
        options = [(shown(control, value), value) for value in offered]
        return widgets.SelectionSlider(options=options, value=control.nearest(control.value, offered), **common)
    if control.unit:  # the browser's number format has no place for a unit
        common = common | {"description": _("{label} ({unit})").format(label=control.label, unit=control.unit)}
    return widgets.FloatSlider(
        min=control.min,
        max=control.max,
        step=control.step_size(),
        value=control.value,
        readout_format=f".{control.decimals}%" if control.percent else f",.{control.decimals}f",
        **common,
    )


def log_steps(control: Slider) -> list[float]:
    """Return the values that an interpolated logarithmic slider offers."""
    low, high = control.position(control.min), control.position(control.max)
    steps = round((high - low) / control.step_size())
    between = [float(f"{10 ** (low + i * (high - low) / steps):.6g}") for i in range(1, steps)]
    return [control.min, *between, control.max]


def shown(control: Slider, value: float) -> str:
    """Print a slider's value, three significant digits where the scale is logarithmic."""
    size = value * 100 if control.percent else value
    decimals = control.decimals
    if control.scale == "log":
        decimals = max(0, min(decimals, 2 - math.floor(math.log10(size))))
    return str(percent(value, decimals) if control.percent else number(value, decimals, control.unit))


def reader(control: Territory) -> str:
    """Return the reader's own territory if it is of this level, else the default."""
    own = os.environ.get("COURSE_UTILS_TERRITORY", "")
    return own if own in control.nodes() else control.value


def outlined(trace: dict[str, Any]) -> dict[str, Any]:
    """Replace the name of a map's outlines, if there is one, by the outlines."""
    return trace | {"geojson": geometry(trace["geojson"])} if "geojson" in trace else trace


class LiveFace:
    """An explorer's widgets.

    Parameters
    ----------
    explorer : Explorer
        What is shown.

    Attributes
    ----------
    inputs : dict of str to ipywidgets control
    players : dict of str to Player
        Of the controls that play.
    figures : list of plotly.graph_objects.FigureWidget
    box : ipywidgets.VBox
    """

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.inputs = {name: make_input(control) for name, control in explorer.controls.items()}
        self.players = {
            name: Player(control, self.inputs[name])
            for name, control in explorer.controls.items()
            if isinstance(control, (Slider, Choice)) and control.play
        }
        for name, control in explorer.controls.items():
            if isinstance(control, Territory) and self.inputs[name].value != control.value:
                self._follow(control, self.inputs[name].value)
        self.drawn = explorer.evaluate(**self.values())
        self.figures = [self._figure(figure) for figure in self.drawn]
        self.reading = widgets.HTML(self._said())
        for name, widget in self.inputs.items():
            widget.observe(lambda change, name=name: self._moved(name, change["new"]), "value")
        titles = [widgets.HTML(f"<b>{markup.escape(p.title)}</b>") for p in explorer.panels]
        panels = [part for pair in zip(titles, self.figures, strict=True) for part in pair]
        self.box = widgets.VBox([*self._head(), *self._rows(), *panels, self.reading, *self._foot()])

    def values(self) -> dict[str, Any]:
        """Return what the controls show."""
        return {name: widget.value for name, widget in self.inputs.items()}

    def _rows(self) -> list[Any]:
        played = {name: widgets.HBox([self.inputs[name], p.button], layout=WIDE) for name, p in self.players.items()}
        return [played.get(name, widget) for name, widget in self.inputs.items()]

    def _head(self) -> list[Any]:
        return [widgets.HTML(f"<h4>{markup.escape(self.explorer.title)}</h4>")]

    def _foot(self) -> list[Any]:
        texts = [f"<p>{markup.escape(t)}</p>" for t in (self.explorer.caption, self.explorer.note) if t]
        cards = [info(name)._repr_html_() for name in self.explorer.data]
        folded = (
            f"<details><summary>{_('Where the data come from')}</summary>{''.join(cards)}</details>" if cards else ""
        )
        return [widgets.HTML("".join(texts) + folded)]

    def _figure(self, figure: dict[str, Any]) -> go.FigureWidget:
        widget = OfflineFigure(figure | {"data": [outlined(trace) for trace in figure["data"]]})
        widget.layout.template = template("light")
        widget.layout.paper_bgcolor = THEMES["light"]["paper"]
        for trace, drawn in zip(widget.data, figure["data"], strict=True):
            if offered := wishes(drawn):
                trace.on_click(lambda _trace, points, _state, offered=offered: self._press(offered, points.point_inds))
        return widget

    def _press(self, offered: list[str | None], clicked: list[int]) -> None:
        """Move the control that the first clicked point names."""
        for wish in filter(None, (offered[i] for i in clicked)):
            for name, value in pressed(self.explorer.controls, self.values(), wish).items():
                self.inputs[name].value = value
            return

    def _said(self) -> str:
        said = markup.escape(self.explorer.read(**self.values()))
        return f'<p style="border-left:4px solid {color(0)};padding-left:.75rem">{said}</p>'

    def _moved(self, name: str, value: Any) -> None:
        control = self.explorer.controls[name]
        for player in self.players.values():
            if not player.leading:
                player.stop()
        if isinstance(control, Territory):
            self._follow(control, value)
        self._redraw()

    def _follow(self, control: Territory, code: str) -> None:
        """Move the sliders that a territory sets, each to the nearest value that it offers."""
        for name, table in control.sets.items():
            slider, widget = self.explorer.controls[name], self.inputs[name]
            if code in table and isinstance(slider, Slider):
                wanted = slider.accept(table[code])
                offered = [value for _label, value in getattr(widget, "options", [])]
                widget.value = slider.nearest(wanted, offered) if offered else wanted

    def _redraw(self) -> None:
        fresh = self.explorer.evaluate(**self.values())
        for widget, old, new in zip(self.figures, self.drawn, fresh, strict=True):
            if new != old:
                self._update(widget, old, new)
        self.drawn = fresh
        self.reading.value = self._said()

    @staticmethod
    def _update(widget: go.FigureWidget, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Send only what changed, in one message."""
        with widget.batch_update():
            for trace, was, now in zip(widget.data, old["data"], new["data"], strict=True):
                trace.update(outlined({k: v for k, v in now.items() if v != was.get(k)}))
            widget.layout.update({k: v for k, v in new["layout"].items() if v != old["layout"].get(k)})

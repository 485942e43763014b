"""The same model as pages without a kernel: plotly's own frames, and Panel's embed."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from benchmarks.subject import figure, nodes, shown, states
from course_utils.explorer import Explorer

INSTANTLY = {"mode": "immediate", "frame": {"duration": 0, "redraw": False}, "transition": {"duration": 0}}


def plotly_frames(explorer: Explorer, path: Path) -> Path:
    """Write a figure with one frame a state, and a slider over all of them (plotly has no slider a control)."""
    every = states(explorer)
    frames = [{"name": str(i), "data": figure(explorer, state)["data"]} for i, state in enumerate(every)]
    labels = [", ".join(shown(explorer, name)[value] for name, value in state.items()) for state in every]
    steps = [
        {"method": "animate", "label": label, "args": [[frame["name"]], INSTANTLY]}
        for label, frame in zip(labels, frames, strict=True)
    ]
    drawn = go.Figure(figure(explorer, every[0]) | {"frames": frames})
    drawn.update_layout(sliders=[{"steps": steps, "currentvalue": {"prefix": ""}}], margin={"b": 120}, height=520)
    drawn.write_html(path, include_plotlyjs=True, auto_play=False)
    return path


def panel_embed(explorer: Explorer, path: Path) -> Path:
    """Write what Panel saves with ``embed=True``: the changes of every state, and its scripts inline."""
    import panel
    from bokeh.resources import INLINE

    panel.extension("plotly")
    widgets = {name: _widget(panel, explorer, name) for name in nodes(explorer)}
    shown_first = figure(explorer, {name: widget.value for name, widget in widgets.items()})
    pane = panel.pane.Plotly(shown_first, width=700, height=400)

    def redraw(*_events: Any) -> None:
        pane.object = figure(explorer, {name: widget.value for name, widget in widgets.items()})

    for widget in widgets.values():
        widget.param.watch(redraw, "value")
    room = {"max_states": len(states(explorer)), "max_opts": max(map(len, nodes(explorer).values()))}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        panel.Column(*widgets.values(), pane).save(
            path, embed=True, resources=INLINE, progress=False, title="bench", **room
        )
    return path


def _widget(panel: Any, explorer: Explorer, name: str) -> Any:
    options = {label: value for value, label in shown(explorer, name).items()}
    kind = panel.widgets.DiscreteSlider if hasattr(explorer.controls[name], "points") else panel.widgets.Select
    first = explorer.defaults()[name]
    return kind(name=name, options=options, value=first if first in options.values() else next(iter(options.values())))

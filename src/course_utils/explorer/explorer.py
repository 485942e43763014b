"""An explorer: controls, panels and a reading, with a live and a static face."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from course_utils.explorer.controls import Control, Slider, Territory, Value
from course_utils.explorer.panel import Panel, Reading, Values
from course_utils.words import Sentence, join

STATE_BUDGET = 1_500


class BudgetError(ValueError):
    """An explorer asks for more states or values than a page can carry, or interpolates too badly."""


@dataclass(eq=False)
class Explorer:
    """A model that a reader can move.

    Parameters
    ----------
    name : str
        Registered name, also the page's ``data-concept``.
    controls : dict of str to control
        What can be moved, in the order shown.
    panels : list of Panel
        The figures.
    reading : Reading
        The sentence under them.
    title, caption : str
        Heading and caption.
    data : tuple of str
        Names of the datasets shown: each gets a provenance card.
    note : str
        Says that a model is stylised, or data synthetic.

    Raises
    ------
    ValueError
        If a panel names an unknown control, two panels share a key, a control serves no panel, or a territory
        sets something that is no slider or out of its range.
    """

    name: str
    controls: dict[str, Control]
    panels: list[Panel]
    reading: Reading
    title: str = ""
    caption: str = ""
    data: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse names that do not fit together."""
        used = {c for part in self._parts() for c in part.controls}
        movers = {n for n, c in self.controls.items() if isinstance(c, Territory) and c.sets}
        if used - self.controls.keys():
            raise ValueError(f"{self.name}: unknown controls {sorted(used - self.controls.keys())}")
        if idle := self.controls.keys() - used - movers:
            raise ValueError(f"{self.name}: controls that move nothing: {sorted(idle)}")
        if len({p.key for p in self.panels}) < len(self.panels):
            raise ValueError(f"{self.name}: two panels share a key")
        for name in movers:
            self._check_sets(name)

    def _check_sets(self, name: str) -> None:
        for other, table in getattr(self.controls[name], "sets", {}).items():
            if not isinstance(slider := self.controls.get(other), Slider):
                raise ValueError(f"{self.name}: control {name!r} sets {other!r}, which is no slider")
            for code, value in table.items():
                try:
                    slider.accept(value)
                except ValueError as error:
                    raise ValueError(f"{self.name}: {name!r} {code!r} sets control {other!r}, which {error}") from None

    def _parts(self) -> list[Any]:
        return [*self.panels, *(o for p in self.panels for o in p.overlays), self.reading]

    def defaults(self) -> Values:
        """Return the value of every control before anybody moved it."""
        return {name: control.accept(control.value) for name, control in self.controls.items()}

    def values(self, **values: Value) -> Values:
        """Return checked values of every control, the default where none is given.

        Raises
        ------
        ValueError
            Naming the explorer, the control, its range and the offending value.
        """
        if unknown := values.keys() - self.controls.keys():
            raise ValueError(f"{self.name}: no control {sorted(unknown)[0]!r}; there are {', '.join(self.controls)}")
        checked = self.defaults()
        for name, value in values.items():
            try:
                checked[name] = self.controls[name].accept(value)
            except ValueError as error:
                raise ValueError(f"{self.name}: control {name!r} {error}") from None
        return checked

    def evaluate(self, **values: Value) -> list[dict[str, Any]]:
        """Return the plain figures ``{"data", "layout"}``, one a panel, in the order of the page."""
        checked = self.values(**values)
        return [panel.draw(checked) for panel in self.panels]

    def read(self, **values: Value) -> Sentence:
        """Return the reading, the sentences of overlays last."""
        checked = self.values(**values)
        return join(self.reading.say(checked), *(o.say(checked) for p in self.panels for o in p.overlays))

    def result(self, panel: str, **values: Value) -> Any:
        """Return what the model of one panel gives (``"reading"`` for the reading's)."""
        checked = self.values(**values)
        if panel == "reading":
            return self.reading.model(**{c: checked[c] for c in self.reading.controls})
        known = {p.key: p for p in self.panels}
        if panel not in known:
            raise ValueError(f"{self.name}: no panel {panel!r}; there are {', '.join(known)}")
        return known[panel].result(checked)

    def axes(self, names: tuple[str, ...]) -> tuple[list[str], list[list[Value]]]:
        """Return names and nodes of the lattice over `names`, a territory first.

        Raises
        ------
        BudgetError
            If there are more than 1,500 states (a territory is a table, it does not count).
        """
        ordered = sorted(names, key=lambda n: not isinstance(self.controls[n], Territory))
        nodes: list[list[Value]] = [list(self.controls[n].nodes()) for n in ordered]
        states = 1
        for name, own in zip(ordered, nodes, strict=True):
            states *= 1 if isinstance(self.controls[name], Territory) else len(own)
        if states > STATE_BUDGET:
            sizes = ", ".join(f"{n} {len(own)}" for n, own in zip(ordered, nodes, strict=True))
            raise BudgetError(
                f"{self.name}: {states:,} states of a lattice are over the budget of {STATE_BUDGET:,} ({sizes})"
            )
        return ordered, nodes

    def interpolated(self, names: list[str]) -> list[str]:
        """Return those of `names` between whose nodes the page interpolates."""
        return [n for n in names if isinstance((c := self.controls[n]), Slider) and c.interpolate]

    @property
    def widget(self) -> Any:
        """The live face: an ipywidgets box, made once."""
        from course_utils.explorer.live import LiveFace

        if not hasattr(self, "_face"):
            self._face = LiveFace(self)
        return self._face.box

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        text = {"text/plain": f"Explorer {self.name!r}: {', '.join(self.controls)}"}
        if os.environ.get("COURSE_UTILS_FACE", "live") == "static":
            from course_utils.explorer.static import html

            return text | {"text/html": html(self)}
        bundle = self.widget._repr_mimebundle_()
        return dict(bundle[0] if isinstance(bundle, tuple) else bundle) | text

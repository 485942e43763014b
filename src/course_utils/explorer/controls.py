"""What a reader can move: sliders, choices, toggles and the reader's own territory."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course_utils.datasets import territories

Value = float | str | bool


@functools.cache
def places(level: str) -> tuple[str, ...]:
    """Codes of all places of a level, the most populous first: the order of tables and of the page's lists.

    Parameters
    ----------
    level : {"departement", "epci"}
        Which list of places.
    """
    table = territories(level)
    return tuple(str(code) for code in table.sort_values("population", ascending=False, kind="stable").index)


@dataclass(frozen=True)
class Slider:
    """A number between two bounds.

    Parameters
    ----------
    label : str
        Shown beside the slider.
    min, max, value : float
        Bounds and default.
    points : int
        Lattice nodes that are computed when the book is built.
    interpolate : bool
        Let the page interpolate linearly between nodes; the build refuses errors over 1 % of a range.
    step : float, optional
        The reader's step (in decades when ``scale="log"``) of an interpolated slider; by default at least 20
        steps. The others step from node to node.
    decimals, unit, percent
        How the value is printed; ``percent`` prints 0.02 as "2 %".
    scale : {"linear", "log"}
        Spacing of nodes and of the slider itself.
    play : bool
        A button beside the slider runs through it (see `course_utils.explorer.run`).
    """

    label: str
    min: float
    max: float
    value: float
    points: int = 21
    interpolate: bool = False
    step: float | None = None
    decimals: int = 2
    unit: str = ""
    percent: bool = False
    scale: str = "linear"
    play: bool = False

    def __post_init__(self) -> None:
        """Refuse bounds, nodes and defaults that make no slider."""
        if not self.min < self.max or (self.scale == "log" and self.min <= 0):
            raise ValueError(f"Slider {self.label!r}: bounds {self.min} to {self.max} make no {self.scale} slider")
        if self.step is not None and not (self.interpolate and self.step > 0):
            raise ValueError(f"Slider {self.label!r}: a step, {self.step}, must be positive and needs interpolate=True")
        if self.points < 2:
            raise ValueError(f"Slider {self.label!r}: points must be at least 2, got {self.points}")
        if self.scale not in ("linear", "log"):
            raise ValueError(f"Slider {self.label!r}: scale must be 'linear' or 'log', got {self.scale!r}")
        self.accept(self.value)
        if not self.interpolate and not any(math.isclose(self.value, n, rel_tol=1e-9) for n in self.nodes()):
            raise ValueError(f"Slider {self.label!r}: default {self.value} is not one of its nodes {self.nodes()}")

    def position(self, value: float) -> float:
        """Where `value` lies on the slider: itself, or its decimal logarithm."""
        return math.log10(value) if self.scale == "log" else float(value)

    def nodes(self) -> list[float]:
        """The values of the lattice, from bound to bound."""
        return self.spread(self.points)

    def spread(self, points: int) -> list[float]:
        """Evenly spaced values: the bounds as given, those between them rounded to what can be read."""
        between = np.linspace(self.position(self.min), self.position(self.max), points)[1:-1]
        rounded = [float(f"{10**p:.6g}") if self.scale == "log" else round(float(p), 10) for p in between]
        return [float(self.min), *rounded, float(self.max)]

    def step_size(self) -> float:
        """The reader's step, in slider positions."""
        span = self.position(self.max) - self.position(self.min)
        return self.step or span / (max(self.points - 1, 20) if self.interpolate else self.points - 1)

    def accept(self, value: Any) -> float:
        """Return `value` as a float (the nearest node if nothing is interpolated) or raise ``ValueError``."""
        number = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
        slack = 1e-9 * (self.max - self.min)  # what adding up steps may overshoot
        if not number or not self.min - slack <= value <= self.max + slack:
            raise ValueError(f"takes a number from {self.min:g} to {self.max:g}, got {value!r}")
        inside = min(max(float(value), self.min), self.max)
        return inside if self.interpolate else self.nearest(inside, self.nodes())

    def nearest(self, value: float, offered: list[float]) -> float:
        """Return the one of the values `offered` that lies closest to `value` on the slider."""
        return min(offered, key=lambda n: abs(self.position(n) - self.position(value)))


@dataclass(frozen=True)
class Choice:
    """One of several options.

    Parameters
    ----------
    label : str
        Shown beside the list.
    options : dict
        Keys and what is shown for each, in order.
    value : str
        Key of the default.
    play : bool
        A button beside the list runs through the options, which then are steps of one way: years, rounds.

    Notes
    -----
    A click on a marked point of a figure may choose an option: see `course_utils.explorer.press.pressed`.
    """

    label: str
    options: dict[str, str]
    value: str
    play: bool = False

    def __post_init__(self) -> None:
        """Refuse a default that is no option, and a run that leads nowhere."""
        self.accept(self.value)
        if self.play and len(self.options) < 2:
            raise ValueError(f"Choice {self.label!r}: one option alone, {self.value!r}, cannot be played")

    def nodes(self) -> list[str]:
        """The keys, in order."""
        return list(self.options)

    def accept(self, value: Any) -> str:
        """Return `value` if it is a key, else raise ``ValueError``."""
        if not isinstance(value, str) or value not in self.options:
            raise ValueError(f"takes one of {', '.join(map(repr, self.options))}, got {value!r}")
        return str(value)


@dataclass(frozen=True)
class Toggle:
    """Yes or no; a click on a marked point of a figure may flip it, see `course_utils.explorer.press.pressed`."""

    label: str
    value: bool = False

    def nodes(self) -> list[bool]:
        """No, then yes."""
        return [False, True]

    def accept(self, value: Any) -> bool:
        """Return `value` if it is a boolean, else raise ``ValueError``."""
        if not isinstance(value, (bool, np.bool_)):
            raise ValueError(f"takes True or False, got {value!r}")
        return bool(value)


@dataclass(frozen=True)
class Territory:
    """The reader's own territory: selects a row of a table, or moves another slider; no axis of a lattice.

    Parameters
    ----------
    label : str
        Shown beside the list.
    level : {"departement", "epci"}
        Which list of places is offered.
    value : str
        Default code.
    sets : dict
        ``{control: {code: value}}``: the sliders that choosing a place moves.
    """

    label: str
    level: str = "departement"
    value: str = "38"
    sets: dict[str, dict[str, float]] = field(default_factory=dict)

    def nodes(self) -> list[str]:
        """All codes of the level, the most populous place first."""
        return list(places(self.level))

    def accept(self, value: Any) -> str:
        """Return `value` if it is a code of the level, else raise ``ValueError``."""
        if str(value) not in places(self.level):
            raise ValueError(f"takes the code of one {self.level} (see territories({self.level!r})), got {value!r}")
        return str(value)


Control = Slider | Choice | Toggle | Territory

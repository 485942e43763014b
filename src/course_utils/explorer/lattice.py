"""Run an explorer over its lattices, measure the interpolation and pack the result."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.datasets import territory
from course_utils.explorer.controls import Territory, Value
from course_utils.explorer.explorer import BudgetError, Explorer
from course_utils.explorer.packing import Blob, numeric, pack_layer
from course_utils.explorer.plain import Path, leaves

TOLERANCE = 0.01
SAMPLES = 24
VALUE_BUDGET = 300_000


@dataclass(frozen=True)
class Layer:
    """A function of some controls that gives a plain tree, and the lattice that it is run on."""

    explorer: Explorer
    where: str
    names: list[str]
    nodes: list[list[Value]]
    function: Callable[[dict[str, Value]], Any]

    @classmethod
    def of(cls, explorer: Explorer, where: str, controls: tuple[str, ...], function: Callable[..., Any]) -> Layer:
        """Make the layer of `function` over `controls`."""
        names, nodes = explorer.axes(controls)
        return cls(explorer, where, names, nodes, function)

    @property
    def shape(self) -> tuple[int, ...]:
        """Nodes along each control."""
        return tuple(len(own) for own in self.nodes)

    def states(self) -> list[dict[str, Value]]:
        """All values of the lattice, in C order."""
        return [dict(zip(self.names, combination, strict=True)) for combination in itertools.product(*self.nodes)]

    def pack(self, blob: Blob) -> dict[str, Any]:
        """Run the function on all states and pack what it gives, see `pack_trees`."""
        return self.pack_trees([self.function(state) for state in self.states()], blob)

    def pack_trees(self, trees: list[Any], blob: Blob, quanta: dict[Path, float] | None = None) -> dict[str, Any]:
        """Pack the trees of all states and check that interpolation gives what the function gives.

        Returns
        -------
        dict
            What `pack_layer` returns, and ``controls``, the names of the axes.

        Raises
        ------
        BudgetError
            If linear interpolation errs by more than 1 %, or misses a gap.
        """
        bare = [self.nameless(tree, state) for tree, state in zip(trees, self.states(), strict=True)]
        packed = pack_layer(bare, self.shape, blob, quanta)
        self._check_interpolation(trees)
        return {"controls": self.names} | packed

    def nameless(self, tree: Any, state: dict[str, Value]) -> Any:
        """Replace the territory's name by a token: names are shipped once, not in every row of a table."""
        for name in self.names:
            if isinstance(self.explorer.controls[name], Territory):
                return _replace(tree, place_name(str(state[name])), "{@" + name + "}")
        return tree

    def _check_interpolation(self, trees: list[Any]) -> None:
        sliders = self.explorer.interpolated(self.names)
        if not sliders:
            return
        flat = [dict(leaves(tree)) for tree in trees]
        ranges = _ranges(flat)
        random = np.random.default_rng(2016)
        for _ in range(SAMPLES):
            state = {n: own[int(random.integers(len(own)))] for n, own in zip(self.names, self.nodes, strict=True)}
            state |= {n: _between(self.explorer.controls[n], random.random()) for n in sliders}
            true = dict(leaves(self.function(state)))
            corners = self._corners(state)
            for path, span in ranges.items():
                error = _error(true.get(path), [(flat[i][path], w) for i, w in corners], span)
                if error > TOLERANCE:
                    raise BudgetError(self._complaint(path, error, state))

    def _complaint(self, path: Path, error: float, state: dict[str, Value]) -> str:
        where = f"{self.explorer.name}, {self.where}: {'.'.join(map(str, path))} at {state}"
        if math.isinf(error):
            return f"{where}: gaps (null) differ between nodes: pad alike, or no interpolation"
        allowed = f"at most {TOLERANCE:.0%} is allowed: more points, or no interpolation"
        return f"{where}: linear interpolation errs by {error:.1%} of the range; {allowed}"

    def _corners(self, state: dict[str, Value]) -> list[tuple[int, float]]:
        corners, sliders = [(0, 1.0)], self.explorer.interpolated(self.names)
        for name, own in zip(self.names, self.nodes, strict=True):
            control, value = self.explorer.controls[name], state[name]
            ends = _cell(control, float(value)) if name in sliders else [(own.index(value), 1.0)]
            corners = [(i * len(own) + j, w * v) for i, w in corners for j, v in ends if v > 1e-9]
        return corners


@functools.cache
def place_name(code: str) -> str:
    """Name of a département or EPCI."""
    return str(territory(code)["name"])


def _replace(tree: Any, old: str, new: str) -> Any:
    if isinstance(tree, str):
        return tree.replace(old, new)
    if isinstance(tree, dict):
        return {key: _replace(value, old, new) for key, value in tree.items()}
    return [_replace(value, old, new) for value in tree] if isinstance(tree, list) else tree


def _between(slider: Any, fraction: float) -> float:
    low, high = slider.position(slider.min), slider.position(slider.max)
    position = low + fraction * (high - low)
    return float(10**position if slider.scale == "log" else position)


def _cell(slider: Any, value: float) -> list[tuple[int, float]]:
    low, high = slider.position(slider.min), slider.position(slider.max)
    place = (slider.position(value) - low) / (high - low) * (slider.points - 1)
    place = min(max(place, 0.0), slider.points - 1.0)
    left = min(int(place + 1e-9), slider.points - 2)
    right = place - left
    return [(left, 1 - right), (left + 1, right)]


# A range narrower than this part of the values is rounding, not a quantity that varies.
ROUNDING = 1e-9


def _ranges(flat: list[dict[Path, Any]]) -> dict[Path, float]:
    """Range over all states of each numeric leaf; one that is constant on the nodes may still vary between them."""
    ranges = {}
    for path in flat[0]:
        values = [state[path] for state in flat]
        if numeric(values):
            array = np.array(values, dtype=float)
            known = array[np.isfinite(array)]
            size = float(np.abs(known).max(initial=0.0))
            span = float(np.ptp(known)) if known.size else 0.0
            ranges[path] = (span if span > ROUNDING * size else size) or 1.0
    return ranges


def _error(true: Any, corners: list[tuple[Any, float]], span: float) -> float:
    wanted = np.array(true, dtype=float)
    drawn = np.sum([w * np.array(value, dtype=float) for value, w in corners], axis=0)
    if not np.array_equal(np.isnan(wanted), np.isnan(drawn)):
        return math.inf
    gap = np.abs(wanted - drawn)
    return float(np.nanmax(gap) / span) if np.isfinite(gap).any() else 0.0

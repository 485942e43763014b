"""The parts of an explorer: panels, overlays on them, and the reading under them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from course_utils.explorer.controls import Value
from course_utils.explorer.plain import plain, plain_figure
from course_utils.explorer.style import base_layout, merge
from course_utils.words import Sentence, say

Values = dict[str, Value]


@dataclass(frozen=True)
class Overlay:
    """One more trace on a panel with a lattice (or, for a territory, a table) of its own.

    Parameters
    ----------
    model : callable
        ``model(**values) -> result`` of the controls named.
    trace : callable
        ``trace(result, **values)`` -> one plotly trace as a dict.
    controls : tuple of str
        Names of the controls; a territory selects a row of the table.
    sentence : callable, optional
        ``sentence(result, **values) -> Sentence`` added to the reading.
    """

    model: Callable[..., Any]
    trace: Callable[..., dict[str, Any]]
    controls: tuple[str, ...]
    sentence: Callable[..., Sentence] | None = None

    def draw(self, values: Values) -> dict[str, Any]:
        """Return the trace as plain lists."""
        own = pick(values, self.controls)
        return plain_figure({"data": [self.trace(self.model(**own), **own)]})["data"][0]

    def say(self, values: Values) -> Sentence:
        """Return the sentence (empty if there is none)."""
        own = pick(values, self.controls)
        return self.sentence(self.model(**own), **own) if self.sentence else say("")


@dataclass(frozen=True)
class Panel:
    """A model, its figure and the controls that they depend on.

    Parameters
    ----------
    key : str
        Name of the panel, used by tests and by exercises.
    model : callable
        ``model(**values) -> result``, pure, of the controls named and no others.
    figure : callable
        ``figure(result, **values)`` -> plotly figure, or ``{"data": [...], "layout": {...}}``.
    controls : tuple of str
        Names of the controls.
    alt : str
        What the picture shows, for who cannot see it.
    title : str
        Heading above the figure.
    height : int
        Pixels.
    overlay : Overlay or tuple of Overlay, optional
        Further traces with lattices of their own.
    """

    key: str
    model: Callable[..., Any]
    figure: Callable[..., Any]
    controls: tuple[str, ...]
    alt: str
    title: str = ""
    height: int = 360
    overlay: Overlay | tuple[Overlay, ...] | None = None

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """The overlays, none, one or several, as a tuple."""
        if self.overlay is None:
            return ()
        return (self.overlay,) if isinstance(self.overlay, Overlay) else tuple(self.overlay)

    def result(self, values: Values) -> Any:
        """Run the model on the panel's own controls."""
        return self.model(**pick(values, self.controls))

    def base(self, values: Values) -> dict[str, Any]:
        """Return the plain figure without overlays."""
        own = pick(values, self.controls)
        drawn = plain_figure(self.figure(self.model(**own), **own))
        return {"data": drawn["data"], "layout": merge(plain(base_layout(self.height)), drawn["layout"])}

    def draw(self, values: Values) -> dict[str, Any]:
        """Return the plain figure, overlays last."""
        drawn = self.base(values)
        return {"data": drawn["data"] + [o.draw(values) for o in self.overlays], "layout": drawn["layout"]}


@dataclass(frozen=True)
class Reading:
    """The plain sentence under the figure that says what the picture shows.

    Parameters
    ----------
    model : callable
        ``model(**values) -> result``.
    sentence : callable
        ``sentence(result, **values) -> Sentence``, made with `course_utils.words.say`.
    controls : tuple of str
        Names of the controls.
    """

    model: Callable[..., Any]
    sentence: Callable[..., Sentence]
    controls: tuple[str, ...] = field(default=())

    def say(self, values: Values) -> Sentence:
        """Return the sentence."""
        own = pick(values, self.controls)
        return self.sentence(self.model(**own), **own)


def pick(values: Values, names: tuple[str, ...]) -> Values:
    """Return the entries of `values` that are named."""
    return {name: values[name] for name in names}

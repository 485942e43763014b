"""The run of a control that plays by itself: its values and its pace, the same in both faces."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from course_utils.explorer.controls import Choice, Slider

#: More steps than that would take too long to watch.
STEPS = 25
#: Milliseconds that a value stands: one that is read for itself, one of a movement.
BEAT, GLIDE = 800, 320


@dataclass(frozen=True)
class Run:
    """What a play button runs through.

    Parameters
    ----------
    values : tuple of float or of str
        What the control shows, one after the other, from its first value to its last.
    beat : int
        Milliseconds from one to the next.
    """

    values: tuple[float, ...] | tuple[str, ...]
    beat: int


def run_of(control: Slider | Choice) -> Run:
    """Return the run of a slider or of a list: every value, or about 25 evenly spaced ones where there are more.

    A press goes on from the present value, from the first one at the end; the reader's hand on any control, Escape
    and a hidden page end it. Who asks the system for less motion moves one step a press.

    Examples
    --------
    >>> run_of(Choice("Year", {"2019": "2019", "2026": "2026"}, "2026", play=True))
    Run(values=('2019', '2026'), beat=800)
    >>> len(run_of(Slider("Share", 0.0, 1.0, 0.5, interpolate=True, step=0.01, play=True)).values)
    26
    """
    if isinstance(control, Slider) and control.interpolate:
        steps = round((control.position(control.max) - control.position(control.min)) / control.step_size())
        return Run(tuple(control.spread(min(steps, STEPS) + 1)), GLIDE)
    nodes = control.nodes()
    places = np.linspace(0, len(nodes) - 1, min(len(nodes), STEPS + 1)).round().astype(int)
    return Run(tuple(nodes[i] for i in places), BEAT)

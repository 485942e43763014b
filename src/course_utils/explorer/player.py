"""The play button of the live face, led by the kernel."""

from __future__ import annotations

import asyncio
from typing import Any

import ipywidgets as widgets

from course_utils.explorer.controls import Choice, Slider
from course_utils.explorer.run import run_of
from course_utils.words import _

ROOM = widgets.Layout(width="6rem", flex="0 0 auto")


class Player:
    """A button beside a widget that runs through its values.

    The kernel takes the steps: one follows when the last is drawn, and between two of them it hears the reader's hand.
    What only a page can know (a key, a look elsewhere, a wish for less motion) is left to the static face.

    Parameters
    ----------
    control : Slider or Choice
        What plays.
    widget : ipywidgets control
        Its widget.

    Attributes
    ----------
    button : ipywidgets.Button
        "Play", and "Pause" during a run.
    leading : bool
        Whether it is this player who moves the widget right now.
    """

    def __init__(self, control: Slider | Choice, widget: Any) -> None:
        self.control, self.widget, self.leading = control, widget, False
        self.run = run_of(control)
        self.values = [self._offered(value) for value in self.run.values]
        self.task: asyncio.Task[None] | None = None
        self.button = widgets.Button(description=_("Play"), tooltip=control.label, layout=ROOM)
        self.button.on_click(lambda _button: self.stop() if self.task else self.start())

    def start(self) -> None:
        """Play from the present value, from the first one at the end."""
        self.task = asyncio.get_running_loop().create_task(self._play())
        self.button.description = _("Pause")

    def stop(self) -> None:
        """Stay where the run is."""
        if self.task:
            self.task.cancel()
        self.task = None
        self.button.description = _("Play")

    def step(self) -> bool:
        """Move to the next value of the run, and say whether there is one after it."""
        here = self._position(self.widget.value)
        place = next((i for i, value in enumerate(self.values) if self._position(value) > here), 0)
        self.leading = True
        self.widget.value = self.values[place]
        self.leading = False
        return place < len(self.values) - 1

    async def _play(self) -> None:
        while self.step():
            await asyncio.sleep(self.run.beat / 1000)
        self.task = None
        self.stop()

    def _position(self, value: Any) -> float:
        if isinstance(self.control, Choice):
            return list(self.control.options).index(value)
        return round(self.control.position(value), 9)  # rounding of nodes and of steps is no step

    def _offered(self, value: Any) -> Any:
        """A logarithmic slider offers the reader's steps only, and a value of the run may lie between two."""
        offered = [own for _label, own in getattr(self.widget, "options", [])]
        return self.control.nearest(value, offered) if offered and isinstance(self.control, Slider) else value

"""A click on a point of a figure moves a control, in both faces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from course_utils.explorer.controls import Choice, Control, Toggle, Value


def pressed(controls: Mapping[str, Control], values: Mapping[str, Value], wish: str) -> dict[str, Value]:
    """Return what a click on a point changes.

    A trace offers its points to be clicked by ``meta = {"sets": [...]}``, one wish a point: ``"name"`` flips the Toggle
    of that name, ``"name=key"`` gives a Choice that key and, clicked again, its default. The control itself stays in
    the list above the figure: who uses a keyboard or hears the page misses nothing.

    Parameters
    ----------
    controls : dict of str to control
        Those of the explorer.
    values : dict
        What they show.
    wish : str
        The point's entry of ``sets``.

    Returns
    -------
    dict
        The new value by the name of the control.

    Raises
    ------
    ValueError
        If no control has the name, it is a slider or a territory, or it does not offer the key.

    Examples
    --------
    >>> pressed({"out": Toggle("Out")}, {"out": False}, "out")
    {'out': True}
    >>> pole = Choice("Pôle", {"none": "none", "a": "A"}, "none")
    >>> pressed({"pole": pole}, {"pole": "none"}, "pole=a"), pressed({"pole": pole}, {"pole": "a"}, "pole=a")
    ({'pole': 'a'}, {'pole': 'none'})
    """
    name, _, key = wish.partition("=")
    if name not in controls:
        raise ValueError(f"no control {name!r}; there are {', '.join(controls)}")
    control = controls[name]
    if isinstance(control, Toggle):
        return {name: not values[name]}
    if not isinstance(control, Choice):
        raise ValueError(f"control {name!r} cannot be set by a click: it is neither a Toggle nor a Choice")
    return {name: control.value if values[name] == key else control.accept(key)}


def wishes(trace: Mapping[str, Any]) -> list[str | None]:
    """Return the wishes of a trace's points, none if it is not there to be clicked.

    Examples
    --------
    >>> wishes({"type": "scatter", "meta": {"sets": ["a", None]}}), wishes({"type": "bar"})
    (['a', None], [])
    """
    return list((trace.get("meta") or {}).get("sets") or [])

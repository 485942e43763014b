"""The explorer ``govern_a_territory.sequence``: the same two cards, in one order and in the other."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.govern_a_territory import sentences, wording
from course_utils.concepts.govern_a_territory.cards import titles
from course_utils.concepts.govern_a_territory.explorer import PLACES
from course_utils.concepts.govern_a_territory.sequences import PAIRS, Sequence, sequence
from course_utils.concepts.govern_a_territory.territories import places
from course_utils.explorer import Choice, Explorer, Panel, Reading, style
from course_utils.words import _

ALL = ("one", "two", "place")


def sequence_explorer() -> Explorer:
    """Return the explorer ``govern_a_territory.sequence``."""
    cards = {key: titles()[key] for key in PAIRS}
    return Explorer(
        name="govern_a_territory.sequence",
        controls={
            "one": Choice(_("One card"), cards, "gatekeepers"),
            "two": Choice(_("The other card"), cards, "motor_industry"),
            "place": Choice(_("Territory"), {code: places()[code].name for code in PLACES}, PLACES[0]),
        },
        panels=[_orders()],
        reading=Reading(_found, sentences.sequence_reading, ALL),
        title=_("Which of the two first?"),
        caption=_(
            "Both cards are played once, one in 1995 and the other in 2005, and nothing else is done. Diamonds show"
            " what each order would give if neither card changed what the other does."
        ),
        note=_("A stylised model with nothing from outside. Points of score in 2025 above no policy at all."),
    )


def _found(one: str, two: str, place: str) -> Sequence:
    return sequence(one, two, place)


def _orders() -> Panel:
    return Panel(
        "orders",
        _found,
        _figure,
        ALL,
        title=_("Two cards, two orders"),
        alt=_("Two bars for each score: the first card first, the second card first, with a diamond beside each."),
        height=360,
    )


def _figure(found: Sequence, **_values: Any) -> dict[str, Any]:
    first, second = _("One card first"), _("The other card first")
    data = [
        _bars(first, found.first, -0.2, 0, ""),
        _bars(second, found.second, 0.2, 1, "/"),
        _dots(_("Same, if apart"), found.first_apart, -0.2, 0),
        _dots(_("Same, if apart (other)"), found.second_apart, 0.2, 1),
    ]
    ticks = {"tickvals": list(range(5)), "ticktext": list(wording.scores().values()), "range": [-0.6, 4.6]}
    layout = {
        "bargap": 0.1,
        "barmode": "overlay",
        "xaxis": ticks,
        "yaxis": {"title": {"text": _("Points over no policy, 2025")}},
    }
    return {"data": data, "layout": layout}


def _bars(name: str, values: Any, shift: float, colour: int, pattern: str) -> dict[str, Any]:
    marker = {"color": style.color(colour), "pattern": {"shape": pattern}}
    bars: dict[str, Any] = {"type": "bar", "name": name, "x": [n + shift for n in range(5)], "y": values, "width": 0.36}
    return bars | {"marker": marker, "hovertemplate": "%{y:.1f}"}


def _dots(name: str, values: Any, shift: float, colour: int) -> dict[str, Any]:
    look = {"symbol": "diamond-open", "size": 11, "color": style.MUTED, "line": {"width": 2}}
    dots: dict[str, Any] = {"type": "scatter", "mode": "markers", "name": name, "marker": look}
    return dots | {"x": [n + shift for n in range(5)], "y": values, "hovertemplate": "%{y:.1f}"}

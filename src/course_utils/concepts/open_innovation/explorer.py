"""The explorer ``open_innovation``: two rivals, what leaks between them, and how hard it is to learn."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.open_innovation import figure, sentences
from course_utils.concepts.open_innovation.model import Array, Hinge, change, curve, game, hinge
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.measures import ResearchGame
from course_utils.words import _, number

ALL = ("spillover", "difficulty", "outside")
#: Knowledge outside both firms.
OUTSIDE = ("0", "0.1", "0.3")


def explorer() -> Explorer:
    """Return the explorer ``open_innovation``."""
    return Explorer(
        name="open_innovation",
        controls={
            "spillover": Slider(_("Spillover θ"), 0, 1, 0.6, 21, decimals=0, percent=True),
            "difficulty": Slider(_("Difficulty of learning β"), 0, 0.5, 0.2, 21, decimals=3),
            "outside": Choice(_("Knowledge outside both, T"), {k: str(number(float(k), 1)) for k in OUTSIDE}, "0"),
        },
        panels=[_research(), _regions(), _hinge()],
        reading=Reading(_all, sentences.reading, ALL),
        title=_("Why do research, if others can see it?"),
        caption=_(
            "Two equal firms choose their research, then how much to sell. With own research M a firm understands the"
            " share M / (M + β) of what it can see: θ of its rival's research, and the knowledge T outside both."
        ),
        note=_("A stylised model: a market of size 1, research that costs 3 M² / 2."),
    )


def _research() -> Panel:
    return Panel(
        "research",
        _curve,
        figure.research,
        ("difficulty", "outside"),
        title=_("What leaks, and what is still done"),
        alt=_(
            "Own research of each firm against spillover: it halves where learning is free, falls less where it is"
            " easy, and rises where it is hard; a star marks your two firms."
        ),
        height=380,
        overlay=Overlay(_game, figure.star, ALL),
    )


def _regions() -> Panel:
    return Panel(
        "regions",
        _change,
        figure.regions,
        ("outside",),
        title=_("Where spillovers cut research, and where they raise it"),
        alt=_(
            "A map over spillover and difficulty of learning with the change of research in per cent: below a dashed"
            " line it falls, down to half, above it rises. A star marks your two firms."
        ),
        height=400,
        overlay=Overlay(_nothing, figure.here, ("spillover", "difficulty")),
    )


def _hinge() -> Panel:
    return Panel(
        "hinge",
        _closed,
        figure.hinge,
        ALL,
        title=_("One firm closes its laboratory"),
        alt=_(
            "Two stacked bars: what a firm knows from own research, from its rival and from outside, with its"
            " laboratory and without it."
        ),
        height=260,
    )


def _curve(difficulty: float, outside: str) -> tuple[float, ...]:
    return curve(difficulty, float(outside))


def _game(spillover: float, difficulty: float, outside: str) -> ResearchGame:
    return game(spillover, difficulty, float(outside))


def _change(outside: str) -> Array:
    return change(float(outside))


def _closed(spillover: float, difficulty: float, outside: str) -> Hinge:
    return hinge(spillover, difficulty, float(outside))


def _all(spillover: float, difficulty: float, outside: str) -> tuple[ResearchGame, ResearchGame, Hinge]:
    known = float(outside)
    return game(spillover, difficulty, known), game(0.0, difficulty, known), hinge(spillover, difficulty, known)


def _nothing(**_values: Any) -> None:
    """The map's mark only repeats what the reader chose."""

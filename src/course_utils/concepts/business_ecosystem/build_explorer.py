"""The explorer ``business_ecosystem.build``: let firms in, throw them out, and see shares and network move."""

from __future__ import annotations

from course_utils.concepts.business_ecosystem import build_figure, sentences
from course_utils.concepts.business_ecosystem.build import PLAYERS, START, Built, build
from course_utils.explorer import Choice, Explorer, Panel, Reading, Toggle
from course_utils.explorer.controls import Control
from course_utils.words import _, say

ALL = ("rule", *PLAYERS)


def build_explorer() -> Explorer:
    """Return the explorer ``business_ecosystem.build``."""
    names = build_figure.names()
    controls: dict[str, Control] = {"rule": Choice(_("How functions make value"), sentences.rules(), "adds")}
    controls |= {player: Toggle(str(say(_("{who} is in"), who=names[player])), player in START) for player in PLAYERS}
    return Explorer(
        name="business_ecosystem.build",
        controls=controls,
        panels=[_network(), _bars()],
        reading=Reading(_built, sentences.built, ALL),
        title=_("Build an ecosystem"),
        caption=_(
            "Two hubs and six firms that do four things, A to D: A1 and A2 do the same, and so do B1 and B2. Click one"
            " to let it in or to throw it out, or use the boxes. Percentages are shares of what those who are in make."
        ),
        note=_("Invented firms. Every firm works with every hub that is there."),
    )


def _built(rule: str, **inside: bool) -> Built:
    return build(frozenset(name for name, there in inside.items() if there), rule)


def _network() -> Panel:
    return Panel(
        "network",
        _built,
        build_figure.network_figure,
        ALL,
        title=_("Who is in, and what each gets"),
        alt=_(
            "Two hubs above, six firms below, lines between those that work together. Filled marks are in, the larger"
            " the more they get; open marks are out. The boxes above do what a click does."
        ),
        height=420,
    )


def _bars() -> Panel:
    return Panel(
        "bars",
        _built,
        build_figure.bars_figure,
        ALL,
        title=_("What each gets, and what goes with it"),
        alt=_("Two bars for each player: its share of the value, and the part of the value that would go with it."),
        height=320,
    )

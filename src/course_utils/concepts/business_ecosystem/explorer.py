"""The explorer ``business_ecosystem``: who makes the value and who takes it."""

from __future__ import annotations

from course_utils.concepts.business_ecosystem import figure, sentences
from course_utils.concepts.business_ecosystem.figure import OPTIONS, RIVALS
from course_utils.concepts.business_ecosystem.game import Split, split
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import _

ALL = ("functions", "rivals", "rule", "option")


def explorer() -> Explorer:
    """Return the explorer ``business_ecosystem``."""
    return Explorer(
        name="business_ecosystem",
        controls={
            "functions": Slider(_("Functions beside the keystone"), 2, 8, 4, 4, decimals=0),
            "rivals": Slider(_("Firms for each function"), 1, 5, 1, 5, decimals=0, play=True),
            "rule": Choice(_("How functions make value"), sentences.rules(), "adds"),
            "option": Slider(_("The keystone could make alone"), 0, 1, 0, 21, decimals=0, percent=True),
        },
        panels=[_shares(), _option()],
        reading=Reading(_mine, sentences.reading, ALL),
        title=_("Value made together, and who takes it"),
        caption=_(
            "Nothing works without the keystone. Each function can be done by one firm or by several alike. Shares are"
            " Shapley values: what each adds, on average over all orders in which the players could arrive."
        ),
        note=_("A stylised model with our own numbers: each function adds 1. No firm is meant."),
    )


def _shares() -> Panel:
    return Panel(
        "shares",
        _along_rivals,
        figure.shares_figure,
        ("functions", "rule", "option"),
        title=_("Substitutes come in"),
        alt=_(
            "Stacked bars for one to five firms a function: the share of the keystone grows, that of all complementors"
            " shrinks; a line shows the share of a single complementor. A ring marks your number of firms."
        ),
        overlay=Overlay(_mine, figure.your_share, ALL),
    )


def _option() -> Panel:
    return Panel(
        "option",
        _along_option,
        figure.option_figure,
        ("functions", "rivals", "rule"),
        title=_("The keystone can do without"),
        alt=_(
            "A curve: the share of the keystone along what it could make without anybody, beside a dashed line for what"
            " it would have alone. A ring marks your outside option."
        ),
        height=320,
        overlay=Overlay(_mine, figure.your_option, ALL),
    )


def _mine(functions: float, rivals: float, rule: str, option: float) -> Split:
    return split(round(functions), round(rivals), rule, option)


def _along_rivals(functions: float, rule: str, option: float) -> list[Split]:
    return [split(round(functions), rivals, rule, option) for rivals in RIVALS]


def _along_option(functions: float, rivals: float, rule: str) -> list[Split]:
    return [split(round(functions), round(rivals), rule, option) for option in OPTIONS]

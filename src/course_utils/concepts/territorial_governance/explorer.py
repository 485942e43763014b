"""The explorer ``territorial_governance``: seven groups, five paths, and who wins by which method."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np

from course_utils.concepts.territorial_governance import figure, lottery, names, sentences, voices
from course_utils.concepts.territorial_governance.lottery import Decided
from course_utils.concepts.territorial_governance.voices import Verdict
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import _, percent

WEIGHTS = ("power", "legitimacy", "urgency")
LINES = (0.0, 0.25, 0.5, 0.75, 1.0)


def explorer() -> Explorer:
    """Return the explorer ``territorial_governance``."""
    return Explorer(
        name="territorial_governance",
        controls=_controls(),
        panels=[_winner_panel(), _points_panel(), _weight_panel(), _lottery_panel(), _cycle_panel()],
        reading=Reading(_verdicts_of, sentences.reading, (*WEIGHTS, "survey", "method")),
        title=_("Who wins, and by which method?"),
        caption=_(
            "Seven groups score five paths for one valley from 0 to 100; their rankings follow from their scores. The"
            " darker a cell, the better the path does by that method; a star marks the winner. Condorcet's points are"
            " the duels won, of four."
        ),
        note=_(
            "The valley and its scores are invented. Those of the first meeting were chosen because the methods part"
            " there: the draw of weights and scores shows how usual that is."
        ),
    )


def _controls() -> dict[str, Any]:
    counts = {"0": _("not at all"), "1": _("once"), "2": _("twice")}
    spreads = {
        "near": _("weights close to equal"),
        "any": _("any weights"),
        "both": _("any weights, any scores"),
    }
    return {
        "method": Choice(_("Choose by"), names.methods(), "sum"),
        "survey": Choice(_("Scores, asked"), names.surveys(), "first"),
        "power": Choice(_("Power counts"), counts, "1"),
        "legitimacy": Choice(_("Legitimacy counts"), counts, "1"),
        "urgency": Choice(_("Urgency counts"), counts, "1"),
        "spread": Choice(_("Draw at random"), spreads, "near"),
        "line": Choice(_("Voters who order options along one line"), {f"{x:g}": str(percent(x)) for x in LINES}, "0"),
    }


def _winner_panel() -> Panel:
    return Panel(
        "winners",
        _verdicts,
        figure.winner_figure,
        (*WEIGHTS, "survey"),
        title=_("Five methods, five paths"),
        alt=_("A grid of methods by paths, darker where a path does better; a star where it wins."),
        height=330,
    )


def _points_panel() -> Panel:
    return Panel(
        "points",
        _verdict,
        figure.points_figure,
        (*WEIGHTS, "survey", "method"),
        title=_("The method that you chose"),
        alt=_("Five bars: the points of each path by the method chosen, the winner hatched."),
        height=280,
    )


def _weight_panel() -> Panel:
    return Panel(
        "weights",
        _parts,
        figure.weight_figure,
        WEIGHTS,
        title=_("Who counts, and for what"),
        alt=_("Seven bars: the weight of each group, stacked by power, legitimacy and urgency."),
        height=390,
    )


def _lottery_panel() -> Panel:
    return Panel(
        "lottery",
        _decided,
        figure.lottery_figure,
        ("survey", "spread"),
        title=_("Ten thousand weightings"),
        alt=_("Five stacked bars, one a method: the share of random weightings that each path wins."),
        height=360,
        overlay=Overlay(_decided, figure.no_trace, ("survey", "spread"), sentences.lottery_sentence),
    )


def _cycle_panel() -> Panel:
    return Panel(
        "cycles",
        _cycles,
        figure.cycle_figure,
        ("line",),
        title=_("How often does nobody win?"),
        alt=_("Two lines over the number of voters: share of random elections in which no option beats all others."),
        height=360,
        overlay=Overlay(_cycles, figure.no_trace, ("line",), sentences.cycle_sentence),
    )


def _weights(power: str, legitimacy: str, urgency: str) -> np.ndarray:
    return voices.salience(float(power), float(legitimacy), float(urgency))


def _parts(power: str, legitimacy: str, urgency: str) -> np.ndarray:
    return figure.parts(float(power), float(legitimacy), float(urgency))


@functools.cache
def _verdicts(power: str, legitimacy: str, urgency: str, survey: str) -> dict[str, Verdict]:
    return voices.verdicts(voices.scores(survey), _weights(power, legitimacy, urgency))


def _verdicts_of(power: str, legitimacy: str, urgency: str, survey: str, method: str) -> dict[str, Verdict]:
    return _verdicts(power, legitimacy, urgency, survey)


def _verdict(power: str, legitimacy: str, urgency: str, survey: str, method: str) -> Verdict:
    return _verdicts(power, legitimacy, urgency, survey)[method]


def _decided(survey: str, spread: str) -> Decided:
    return lottery.decided("first" if spread == "both" else survey, spread)


def _cycles(line: str) -> dict[int, list[float]]:
    return {m: [lottery.no_winner(n, m, float(line)) for n in lottery.VOTERS] for m in lottery.OPTIONS}

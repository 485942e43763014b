"""The explorer ``circular_economy.web``: how much turns at Kalundborg, and in a loop that is made up?"""

from __future__ import annotations

import numpy as np

from course_utils.concepts.circular_economy import web, web_figure
from course_utils.concepts.circular_economy.web import UNKNOWN, Web
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Toggle
from course_utils.words import Sentence, _, join, number, percent, say

MADE_UP = ("firms", "passed")


def web_explorer() -> Explorer:
    """Return the explorer ``circular_economy.web``."""
    tonnes = {str(size): str(number(size, 0, "t")) for size in UNKNOWN}
    return Explorer(
        name="circular_economy.web",
        controls={
            "unknown": Choice(_("A flow without a figure carries"), tonnes, "50000"),
            "crude": Toggle(_("Count 3 Mt of crude oil, too")),
            "firms": Slider(_("Invented loop: firms"), 2, 8, 5, 7, decimals=0),
            "passed": Slider(_("Each firm passes on"), 0.5, 0.98, 0.9, 25, decimals=0, percent=True),
        },
        panels=[_web_panel(), _index_panel(), _left_panel()],
        reading=Reading(_kalundborg, _sentence, ("unknown", "crude")),
        title=_("Does the web turn?"),
        caption=_(
            "The 19 flows of Kalundborg in 2000; dots grow with what passes through (logarithmic). Finn's index is the"
            " share of all throughflow that has been there before. Below it, a ring of firms that is made up."
        ),
        data=("kalundborg_exchanges", "kalundborg_partners", "material_flows_france"),
        note=_(
            "Six quantities are known, of different years; the others are as heavy as you say. Only the least that"
            " must enter and leave is added, so the index is an upper bound. The loop of firms is invented."
        ),
    )


def _web_panel() -> Panel:
    return Panel(
        "web",
        _kalundborg,
        web_figure.web_figure,
        ("unknown", "crude"),
        title=_("Kalundborg, 2000: who sends to whom"),
        alt=_(
            "Twelve places joined by arrows. Solid arrows between the power station, the refinery and a basin are part"
            " of a cycle; all others, dotted, lead from the lake through the firms and out of the web."
        ),
        height=430,
    )


def _index_panel() -> Panel:
    return Panel(
        "index",
        _kalundborg,
        web_figure.index_figure,
        ("unknown", "crude"),
        title=_("How much has been there before?"),
        alt=_("Bars of the Finn index: Kalundborg counted in three ways, France in 2016, and the invented loop."),
        height=290,
        overlay=Overlay(_loop, web_figure.loop_bar, MADE_UP, _loop_sentence),
    )


def _left_panel() -> Panel:
    return Panel(
        "left",
        _left,
        web_figure.left_figure,
        MADE_UP,
        title=_("100 t handed round the invented loop"),
        alt=_("A falling curve: what is left of 100 tonnes after each handover, with a diamond after each lap."),
        height=300,
    )


def _kalundborg(unknown: str, crude: bool) -> Web:
    return web.kalundborg(float(unknown), crude)


def _loop(firms: float, passed: float) -> Web:
    return web.loop(int(firms), passed)


def _left(firms: float, passed: float) -> np.ndarray:
    return web.left(passed)


def _sentence(found: Web, *, unknown: str, crude: bool) -> Sentence:
    told = _(
        "At Kalundborg the {n} flows add up to {sum} t a year; of all that passes through its places {finn} has been"
        " there before."
    )
    least, most = (web.kalundborg(float(size), crude).finn for size in (UNKNOWN[0], UNKNOWN[-1]))
    numbers = {"n": number(19), "sum": number(found.flows.sum()), "finn": percent(found.finn, 1)}
    span = _("What is not known decides: the index may lie anywhere from {least} to {most}.")
    return join(say(told, **numbers), say(span, least=percent(least, 1), most=percent(most, 1)))


def _loop_sentence(found: Web, *, firms: float, passed: float) -> Sentence:
    told = _("In the invented loop {firms} firms pass on {passed} each: {finn} comes round again.")
    return say(told, firms=number(firms), passed=percent(passed), finn=percent(found.finn, 1))

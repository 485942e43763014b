"""The explorer ``innovative_milieu.rounds``: two milieux, agent by agent, round by round."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.innovative_milieu import history_figure as figure
from course_utils.concepts.innovative_milieu.history import AGENTS, HISTORIES, LAST, RUGGED, Story
from course_utils.concepts.innovative_milieu.landscape import PARTS, SEED
from course_utils.concepts.innovative_milieu.words import densities
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import _, number, say

STATE = ("step", "density", "link", "history")
WHICH = ("density", "link", "history")
SHOWN = ("none", "ring", "half", "all")


def rounds_explorer() -> Explorer:
    """Return the explorer ``innovative_milieu.rounds``; its rounds play."""
    return Explorer(
        name="innovative_milieu.rounds",
        controls=_controls(),
        panels=[_agents_panel(), _means_panel(), _different_panel()],
        reading=Reading(figure.one, figure.sentence, STATE),
        title=_("Two milieux at work"),
        caption=say(
            _(
                "Each mark is an agent: the darker, the better the solution that it holds. Histories 1 to {n} are the"
                " first three of the runs behind the averages (K = {K}, {agents} agents in each milieu, seed {seed})."
            ),
            n=number(HISTORIES),
            K=number(RUGGED),
            agents=number(AGENTS),
            seed=str(SEED),
        ),
        note=say(_("A stylised model: agents, links and the problem of {n} parts are made up."), n=number(PARTS)),
    )


def _controls() -> dict[str, Any]:
    links = {"none": _("nobody"), "one": _("one agent of each: a single bridge"), "all": _("everybody")}
    histories = {str(n + 1): str(number(n + 1)) for n in range(HISTORIES)}
    return {
        "step": Slider(_("Round"), 0, LAST, 0, LAST + 1, decimals=0, play=True),
        "density": Choice(_("Inside, everyone knows"), {key: densities()[key] for key in SHOWN}, "all"),
        "link": Choice(_("Who has a link outside"), links, "none"),
        "history": Choice(_("History"), histories, "1"),
    }


def _agents_panel() -> Panel:
    return Panel(
        "agents",
        figure.one,
        figure.agents_figure,
        STATE,
        title=_("Who holds what"),
        alt=_(
            "Two rings of seventeen agents, darker the better they do. Circles can still improve by one change, squares"
            " are stuck on a peak whose rank is written inside, stars hold the best solution there is."
        ),
        height=430,
        overlay=(
            Overlay(_nothing, figure.inside_links, ("density",)),
            Overlay(_story, figure.outside_links, WHICH),
        ),
    )


def _means_panel() -> Panel:
    return Panel(
        "means",
        _story,
        figure.means_figure,
        WHICH,
        title=_("How well each milieu does"),
        alt=_("Mean performance of the left and of the right milieu by round, and the best solution held anywhere."),
        height=320,
        overlay=Overlay(_nothing, figure.now_line, ("step",)),
    )


def _different_panel() -> Panel:
    return Panel(
        "different",
        _story,
        figure.different_figure,
        WHICH,
        title=_("How many solutions are left"),
        alt=_("The number of different solutions that are held, by round: it falls as agents copy one another."),
        height=280,
        overlay=Overlay(_nothing, figure.now_line, ("step",)),
    )


def _story(density: str, link: str, history: str) -> Story:
    return figure.one(0, density, link, history)


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""

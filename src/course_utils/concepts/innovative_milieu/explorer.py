"""The explorer ``innovative_milieu``: how much should agents of a milieu talk, and with whom outside?"""

from __future__ import annotations

import functools
from typing import Any

from course_utils.concepts.innovative_milieu import figure, sentences, words
from course_utils.concepts.innovative_milieu.landscape import PARTS, RUNS, SEED
from course_utils.concepts.innovative_milieu.model import ROUNDS
from course_utils.concepts.innovative_milieu.results import Outcome, Ranking, outcome, ranking
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import _, number, say

NETWORK = ("K", "agents", "density", "chance")
WHEN, WHOM = ("K", "agents", "chance", "horizon"), ("K", "agents", "density", "horizon")


def explorer() -> Explorer:
    """Return the explorer ``innovative_milieu``; its horizon plays."""
    return Explorer(
        name="innovative_milieu",
        controls=_controls(),
        panels=[_time_panel(), _density_panel(), _frontier_panel(), _outside_panel()],
        reading=Reading(_outcome, sentences.reading, NETWORK),
        title=_("How much should a milieu talk?"),
        caption=say(
            _(
                "Every point is the mean of {runs} runs on {runs} landscapes (seed {seed}); all networks meet the same"
                " landscapes, starts and ideas. Bars and the dark band: two standard errors on either side."
            ),
            runs=number(RUNS),
            seed=str(SEED),
        ),
        note=say(
            _(
                "A stylised model (Lazer and Friedman 2007): two milieux of like agents, a solution of {parts} parts,"
                " and problems drawn by lot. No place, no firm and no year is meant."
            ),
            parts=number(PARTS),
        ),
    )


def _controls() -> dict[str, Any]:
    return {
        "K": Choice(_("Ruggedness K"), words.rugged(), "5"),
        "agents": Choice(_("Agents in each milieu"), {str(n): str(number(n)) for n in words.SIZES}, "17"),
        "density": Choice(_("Inside, everyone knows"), words.densities(), "half"),
        "chance": Choice(_("Chance of a link outside"), words.chances(), "0"),
        "horizon": Choice(_("Horizon, in rounds"), words.horizons(), "200", play=True),
    }


def _time_panel() -> Panel:
    return Panel(
        "time",
        _outcome,
        figure.time_figure,
        NETWORK,
        title=_("Performance, round after round, in percent of the best solution"),
        alt=_(
            "Rising lines of mean performance that flatten out: your network with its bands, isolated agents dotted,"
            " the ring dashed, everybody knowing everybody dash-dotted; an upright line marks your horizon."
        ),
        height=430,
        overlay=(
            *(_comparison(density) for density in figure.LINES),
            Overlay(_nothing, figure.horizon_line, ("horizon",)),
        ),
    )


def _comparison(density: str) -> Overlay:
    def found(K: str, agents: str, chance: str) -> Outcome:
        return _outcome(K, agents, density, chance)

    def drawn(result: Outcome, **_values: Any) -> dict[str, Any]:
        return figure.compared(result, density)

    return Overlay(found, drawn, ("K", "agents", "chance"))


def _density_panel() -> Panel:
    return Panel(
        "density",
        _ranking,
        figure.density_figure,
        WHEN,
        title=_("Performance at your horizon, by density"),
        alt=_(
            "Six points with error bars, from isolated agents to the complete network; stars mark the best density and"
            " those not told apart from it, a dotted line marks yours."
        ),
        height=360,
        overlay=(
            Overlay(_density, figure.best_densities, WHEN, sentences.density_sentence),
            Overlay(_nothing, figure.your_density, ("agents", "density")),
        ),
    )


def _frontier_panel() -> Panel:
    return Panel(
        "frontier",
        _rankings,
        figure.frontier_figure,
        ("K", "agents", "chance"),
        title=_("Which density is best depends on the horizon"),
        alt=_(
            "For each horizon a star at the best density and rings at those not told apart from it: from dense networks"
            " for short horizons down to the ring for long ones where the problem is rugged."
        ),
        height=340,
        overlay=Overlay(_nothing, figure.frontier_line, ("horizon",)),
    )


def _outside_panel() -> Panel:
    return Panel(
        "outside",
        _outside,
        figure.outside_figure,
        WHOM,
        title=_("Performance at your horizon, by links outside"),
        alt=_("Five points with error bars along the chance of a link outside; a dotted line marks yours."),
        height=320,
        overlay=(
            Overlay(_outside, figure.best_chances, WHOM, sentences.outside_sentence),
            Overlay(_nothing, figure.your_chance, ("chance",)),
        ),
    )


def _outcome(K: str, agents: str, density: str, chance: str) -> Outcome:
    return outcome(int(K), int(agents), density, float(chance))


@functools.lru_cache(maxsize=512)
def _outcomes(K: str, agents: str, density: str) -> tuple[Outcome, ...]:
    return tuple(_outcome(K, agents, density, f"{chance:g}") for chance in words.CHANCES)


@functools.lru_cache(maxsize=2048)
def _outside(K: str, agents: str, density: str, horizon: str) -> sentences.Outside:
    return sentences.outside_told(int(K), int(agents), density, int(horizon), _outcomes(K, agents, density))


def _ranking(K: str, agents: str, chance: str, horizon: str) -> Ranking:
    return ranking(int(K), int(agents), float(chance), int(horizon))


def _rankings(K: str, agents: str, chance: str) -> tuple[Ranking, ...]:
    return tuple(_ranking(K, agents, chance, str(horizon)) for horizon in ROUNDS[1:])


def _density(K: str, agents: str, chance: str, horizon: str) -> sentences.Density:
    return sentences.density_told(int(K), int(agents), float(chance), int(horizon))


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""

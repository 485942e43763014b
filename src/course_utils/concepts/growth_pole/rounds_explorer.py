"""The explorer ``growth_pole.rounds``: one order, followed round by round until nothing is left of it."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.growth_pole import flows, rounds_figure
from course_utils.concepts.growth_pole.explorer import SMALLEST, size_of_departement
from course_utils.concepts.growth_pole.rounds import ORDER, ROUNDS, Rounds, spending
from course_utils.concepts.growth_pole.sectors import motor_names
from course_utils.explorer import Choice, Explorer, Panel, Reading, Slider
from course_utils.words import Sentence, _, number, percent, say

NAMES = ("sector", "share", "rounds")


def rounds_explorer() -> Explorer:
    """Return the explorer ``growth_pole.rounds``; its rounds play."""
    size = Slider(
        _("Region's share of national jobs"), SMALLEST, 1.0, 0.02, 13, True, 0.02, 1, percent=True, scale="log"
    )
    return Explorer(
        name="growth_pole.rounds",
        controls={
            "rounds": Slider(_("Round of purchases"), 0, ROUNDS, ROUNDS, ROUNDS + 1, decimals=0, play=True),
            "sector": Choice(_("Motor firm's sector"), motor_names(), "steel"),
            "territory": size_of_departement(SMALLEST),
            "share": size,
        },
        panels=[_sum_panel(), _each_panel(), _landing_panel()],
        reading=Reading(_spending, _sentence, NAMES),
        title=_("Round after round"),
        caption=_(
            "Round 0 is an order of 100 to the motor firm, round 1 what its suppliers make, round 2 what theirs make."
            " Total production counts the order, indirect production leaves it out. The band between the two lines is"
            " what leaks."
        ),
        data=("input_output_brazil", "employment_departements"),
        note=_(
            "A stylised model: the region is the nation of the table (Brazil, 2019, 68 sectors), only smaller; delta is"
            " 0.3 and local supply is left alone. What has left the region does not come back."
        ),
    )


def _sum_panel() -> Panel:
    return Panel(
        "sum",
        _spending,
        rounds_figure.added_up,
        NAMES,
        title=_("What the rounds add up to: total production for 100 of sales"),
        alt=_(
            "Two rising lines that flatten out below what they come to in the end: total production by round, in the"
            " whole country and in the region."
        ),
        height=350,
    )


def _each_panel() -> Panel:
    return Panel(
        "each",
        _spending,
        rounds_figure.one_by_one,
        NAMES,
        title=_("What each round makes, and where"),
        alt=_("Bars that shrink from round to round, each split into what is made in the region and elsewhere."),
        height=350,
    )


def _landing_panel() -> Panel:
    return Panel(
        "landing",
        _spending,
        flows.landed,
        NAMES,
        title=_("Where indirect production has landed so far, of every 100 in the end"),
        alt=_(
            "Flows from the motor firm to the region, to the rest of the country and to rounds still to come; the last"
            " one shrinks with every round."
        ),
        height=400,
    )


def _spending(sector: str, share: float, rounds: float) -> Rounds:
    return spending(sector, share)


def _sentence(found: Rounds, *, sector: str, share: float, rounds: float) -> Sentence:
    k, (nation, region) = int(rounds), found.each
    parts: dict[str, Any] = {"sector": motor_names()[sector], "share": percent(share, 1)}
    if k == 0:
        start = _(
            "{sector}, round 0: the order itself, {order} of sales. The motor firm makes all of it, inside a region"
            " with {share} of national jobs. Its suppliers have made nothing yet, and will make {indirect}."
        )
        return say(start, **parts, order=number(ORDER), indirect=number(found.indirect.sum()))
    step = _(
        "{sector}, round {k}: suppliers make {made}, of which {kept} in a region with {share} of national jobs. By now"
        " {part} of all indirect production is made, and {leak} of every 100 of that have leaked; in the end {final}"
        " will have."
    )
    return say(
        step,
        **parts,
        k=number(k),
        made=number(nation[k], 1),
        kept=number(region[k], 1),
        part=percent(found.part(k), 1),
        leak=number(100 * found.leak_so_far(k)),
        final=number(100 * found.leak),
    )

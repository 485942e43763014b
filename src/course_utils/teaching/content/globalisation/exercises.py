"""Exercises of globalisation, from one term to the gap that empties a region, and the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.globalisation import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _local(), _dutch(), _vosges(), _mine(), _gaps()


def _local() -> Exercise:
    return Exercise(
        "globalisation.1",
        "number",
        task=_("What is the local term of Haute-Garonne (31) from 2008 to 2018, in percent of its jobs of 2008?"),
        expected=lambda: asked.place(asked.AHEAD)["local"],
        asks=_("a number in percent, such as 2.5"),
        right=_("The largest of metropolitan France. Even its industry grew, while that of France shrank."),
        hint=_("Choose Haute-Garonne in the first explorer, or call `globalisation.home`: `own` ends with it."),
        slack=0.06,
        slips=(
            Slip(lambda: asked.place(asked.AHEAD)["change"], _("That is the whole change: take off two terms.")),
            Slip(
                lambda: asked.place(asked.AHEAD)["change"] - asked.place(asked.AHEAD)["whole"],
                _("You took off the national term. The mix of industries is still in it."),
            ),
        ),
    )


def _dutch() -> Exercise:
    return Exercise(
        "globalisation.2",
        "number, number",
        task=_(
            "The Netherlands, 1960 to 2011, rates applied to the jobs *of the end*: industry mix and local term, in"
            " percent of the jobs of 1960?"
        ),
        expected=lambda: tuple(asked.country("NLD", weights="final")[part] for part in ("mix", "local")),
        asks=_("two numbers in percent, (10.0, 20.0)"),
        right=_(
            "With the jobs of the start the order was the other way round. Both accounts add up to the same change."
        ),
        hint=_("In the second explorer choose the jobs of the end and point at the bars, or use `decompose`."),
        slack=0.06,
        slips=(
            Slip(
                lambda: tuple(asked.country("NLD")[part] for part in ("mix", "local")),
                _("Those are the terms with the jobs of the start."),
            ),
        ),
    )


def _vosges() -> Exercise:
    return Exercise(
        "globalisation.3",
        "text, number",
        task=_(
            "Which sector has the most negative allocation term in the Vosges (88), 2008 to 2018, and how many jobs?"
        ),
        expected=lambda: asked.worst_allocation(asked.VOSGES),
        asks=_('a sector and a number of jobs, ("construction", -100)'),
        right=_(
            "It has nearly twice its share of a sector that did worse there than in France: specialised where it hurts."
        ),
        hint=_("In the third explorer choose the Vosges and look for the sector far to the right and low."),
        slack=1.0,
        choices=asked.sector_names,
    )


def _mine() -> Exercise:
    return Exercise(
        "globalisation.4",
        "number, number",
        task=_(
            "From 2013 to 2018, what was the local term of your département, `my_territory().departement`, and that of"
            " its five peers taken together, in percent of the jobs of 2013?"
        ),
        expected=lambda: asked.local_and_peers(my_territory().departement),
        asks=_("two numbers in percent, (1.0, -0.5)"),
        right=_("Peers are alike in people, not in history. Which of them would you call a fair comparison, and why?"),
        hint=_('`globalisation.home(code, "2013-2018")` gives both: the last of `own` and the last of `peers`.'),
        slack=0.06,
    )


def _gaps() -> Exercise:
    return Exercise(
        "globalisation.5",
        "number, number",
        task=_(
            "Region 1 has 55 % of the market. How much lower must wages be in region 2 for *every* firm to leave, at a"
            " freeness of 0.5, and at 0.8?"
        ),
        expected=lambda: (asked.emptying_gap(0.55, 0.5), asked.emptying_gap(0.55, 0.8)),
        asks=_("two fractions, (0.1, 0.05)"),
        right=_("About a sixth. What a wage has to differ by before it empties a place shrinks as trade gets freer."),
        hint=_("`globalisation.emptying_gap(share, freeness)`, or the dashed line of the diagram of wage gaps."),
        tolerance=0.02,
        slips=(
            Slip(
                lambda: (asked.emptying_gap(0.55, 0.8), asked.emptying_gap(0.55, 0.5)),
                _("The other way round: the first is for the lower freeness."),
            ),
        ),
    )

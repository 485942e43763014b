"""Exercises of Porter's cluster, from a cap to a threshold and the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.porter_cluster import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _

CAPPED = (100.0, 100.0, 40.0, 100.0)
VISIT = (50.0, 25.0, 50.0, 100.0)
AGRICULTURE, QUOTIENTS = "morocco:agriculture", (2.0, 1.5, 1.0)


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _cap(), _visit(), _threshold(), _mine(), _morocco()


def _cap() -> Exercise:
    return Exercise(
        "porter_cluster.1",
        "number",
        task=_(
            "The weakest of four equally weighted corners stands at 40 and stays there. With r = -4, which strength can"
            " the cluster never pass, whatever is done to the three others?"
        ),
        expected=lambda: asked.copied(CAPPED).cap,
        asks=_("a strength, above 0"),
        right=_("Not 40 itself: three strong neighbours do help the weak one, up to here and no further."),
        hint=_("min(x) times a to the power 1/r, with a = 1/4; or `porter_cluster.cap`."),
        slips=(
            Slip(lambda: asked.copied(CAPPED, "-inf").cap, _("That is so when the weakest *alone* counts.")),
            Slip(lambda: asked.copied(CAPPED, "-1").cap, _("That is the cap for r = -1.")),
            Slip(lambda: asked.copied(CAPPED).now, _("That is the strength with the others at 100.")),
        ),
    )


def _visit() -> Exercise:
    return Exercise(
        "porter_cluster.2",
        "text, number",
        task=_(
            "Your cluster: rivalry 50, demand 25, related industries 50, factors 100; r = -1. Which corner of the model"
            " cluster is worth copying, and what does it add?"
        ),
        expected=lambda: asked.best_corner(VISIT, "-1"),
        asks=_('a corner and a number, ("strategy", 5.0): "strategy", "demand", "support" or "factors"'),
        right=_("The model is *weakest* there, and it is still what you lack. Nobody travels to see it."),
        hint=_("`porter_cluster.copying((50, 25, 50, 100), -1)` gives the four gains, in the order of the corners."),
        slack=0.05,
        choices=lambda: {corner: corner for corner in asked.CORNERS},
    )


def _threshold() -> Exercise:
    return Exercise(
        "porter_cluster.3",
        "number",
        task=_(
            "Finance, property and business services, France, the top 10 % for size and focus. Which is the highest"
            " quotient, in steps of 0.1, at which some département still has three stars?"
        ),
        expected=lambda: asked.last_threshold("finance_realestate_business"),
        asks=_("a location quotient, 1 to 3"),
        right=_("One step further and the country's largest concentration of offices is no three-star cluster."),
        hint=_("Move the threshold in the explorer of stars, or look at the last figure there."),
        tolerance=0.0,
        slack=0.01,
        slips=(
            Slip(
                lambda: asked.last_threshold("finance_realestate_business") + 0.1,
                _("One step too far: there the last three-star département has lost one."),
            ),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "porter_cluster.4",
        "number, number",
        task=_(
            "Your département, `my_territory().departement`, and industry in 2018: what is its location quotient, and"
            " what is its rank by jobs among the 101?"
        ),
        expected=_own_industry,
        asks=_("a quotient and a rank, (1.2, 40)"),
        right=_("Now you know which star is near and which one is out of reach, before anybody sets a threshold."),
        hint=_("`porter_cluster.standing(code, 'industry')`, or the sentence under the explorer of stars."),
    )


def _own_industry() -> tuple[float, float]:
    found = asked.standing(my_territory().departement, "industry")
    return found.quotient, float(found.rank)


def _morocco() -> Exercise:
    return Exercise(
        "porter_cluster.5",
        "number, number, number",
        task=_(
            "Agriculture in Morocco (people, 2014), the top 10 % for size and focus: how many provinces have three"
            " stars when a quotient of 2, of 1.5 and of 1 is asked for?"
        ),
        expected=lambda: asked.three_stars(AGRICULTURE, "morocco", QUOTIENTS),
        asks=_("three whole numbers, (1, 2, 3)"),
        right=_("The same farms, the same census, the same day: one threshold."),
        hint=_("`porter_cluster.stars('morocco', 'agriculture', 2).places_with(3)`, then change the 2."),
        tolerance=0.0,
        slack=0.1,
    )

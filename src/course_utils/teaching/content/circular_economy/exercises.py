"""Exercises of the circular economy, from one share to the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.circular_economy import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fifth is on the reader's territory."""
    return _share(), _lifetime(), _rebound(), _ring(), _mine()


def _share() -> Exercise:
    state = {"growth": 0.015, "lifetime": 40.0}
    return Exercise(
        "circular_economy.1",
        "number",
        task=_(
            "Sales grow by 1.5 % a year, things last 40 years, 90 % of what comes out is collected, and the yield is"
            " 80 %. What is the circular share?"
        ),
        expected=lambda: asked.year(**state, collection=0.9, material=0.8).share,
        asks=_("a fraction between 0 and 1"),
        right=_("Losses and growth multiply: neither excuses the other."),
        hint=_("Recovery is collection times yield. What part of today's sales was sold 40 years ago?"),
        slips=(
            Slip(
                lambda: 0.9 * 0.8,
                _("That is the recovery alone. It is a share of what comes out, not of what is sold."),
            ),
            Slip(lambda: asked.year(**state).share, _("That would be with perfect recovery.")),
        ),
    )


def _lifetime() -> Exercise:
    return Exercise(
        "circular_economy.2",
        "number",
        task=_("With growth of 2 % and perfect recovery, how many years may things last for a circular share of 90 %?"),
        expected=lambda: asked.lifetime_for(),
        asks=_("a number of years"),
        right=_(
            "A high share wants things to die young, or not to grow. As an aim of its own, then, the share rewards what"
            " wears out fast."
        ),
        hint=_("Solve exp(-g L) = 0.9 for L."),
        slips=(Slip(lambda: asked.lifetime_for(growth=0.01), _("That is for growth of 1 %.")),),
        tolerance=0.02,
    )


def _rebound() -> Exercise:
    return Exercise(
        "circular_economy.3",
        "number",
        task=_(
            "Growth of 2 %, lives of 30 years, 80 % recovered. Things begin to last 50 % longer. Which share of the"
            " saving may people spend on more things before as much must be mined as at first?"
        ),
        expected=lambda: asked.harmless(0.8),
        asks=_("a fraction between 0 and 1"),
        right=_(
            "(1 - r) / (1 - r u), with u of the longer life: the better the recycling, the less rebound it takes to"
            " undo longer lives."
        ),
        hint=_("Set collection to 80 %, extension to 50 %, and move the last slider until the new part is as before."),
        tolerance=0.03,
        slips=(
            Slip(lambda: asked.harmless(0.6), _("That is for a recovery of 60 %.")),
            Slip(lambda: 1 - asked.harmless(0.8), _("That is the share that must *not* be spent.")),
        ),
    )


def _ring() -> Exercise:
    return Exercise(
        "circular_economy.4",
        "number",
        task=_(
            "Eight firms form a ring; what enters enters at the first. Which share must each pass on for Finn's index"
            " to be 75 %?"
        ),
        expected=lambda: asked.passed_for(),
        asks=_("a fraction between 0 and 1"),
        right=_("More than 96 of 100 at every handover. Long loops need almost no losses; short ones forgive some."),
        hint=_("The index is what is left of 100 t after one lap of eight handovers."),
        tolerance=0.003,
        slips=(
            Slip(lambda: asked.RING_AIM, _("That is what must be left after the whole lap.")),
            Slip(lambda: asked.passed_for(firms=5), _("That is for five firms.")),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "circular_economy.5",
        "number",
        task=_(
            "Buildings last 60 years, say, and follow the number of people in the département of `my_territory()` as it"
            " grew between the censuses of 2016 and 2023. With perfect recovery, what is the largest circular"
            " share of its building material? (1 if its population shrinks: more would come down than go up.)"
        ),
        expected=lambda: asked.home_ceiling(my_territory().departement, 60),
        asks=_("a fraction between 0 and 1"),
        right=_(
            "The same sorting centre would serve a shrinking département better than a growing one. In truth floors per"
            " head grow as well, so the ceiling is lower."
        ),
        hint=_("`at_home(code, 60)` has `.ceiling`; or use `circular_share` with the growth a year of `.growth`."),
        slips=(
            Slip(lambda: asked.home_ceiling(my_territory().departement), _("That is for things that last 30 years.")),
        ),
    )

"""Exercises of temporary proximity, from reading a border to the reader's own pôles."""

from __future__ import annotations

from course_utils.teaching.content.temporary_proximity import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the last is on the reader's territory."""
    return _read(), _trips(), _cheaper(), _whole(), _mine()


def _read() -> Exercise:
    return Exercise(
        "temporary_proximity.1",
        "number",
        task=_(
            "A prototype: all there is to learn is worth €10,000. A kilometre costs €2, a trip €400, the rent is"
            " €9,000. From which distance on do teams share a place?"
        ),
        expected=lambda: asked.borders(worth=10.0).move,
        asks=_("kilometres"),
        right=_("More than twice as far as in joint design: less is at stake, so the rent is worth paying later."),
        hint=_("`temporary.move_limit(...)`, or the third explorer with B = 10."),
        slack=1.0,
        slips=(
            Slip(lambda: asked.borders(worth=10.0).travel, _("There the last *trip* pays. Moving wins long before.")),
            Slip(lambda: asked.borders().move, _("That is joint design, with B = 16.")),
        ),
    )


def _trips() -> Exercise:
    return Exercise(
        "temporary_proximity.2",
        "number",
        task=_("Joint design, 300 km apart, λ = 0.2. How many trips does the formula ask for?"),
        expected=lambda: asked.trips(300.0)[0],
        asks=_("a number of trips, with a decimal"),
        right=_("At this number the last trip just pays for itself."),
        hint=_("c = f + t d first, in thousand euros: 0.4 + 0.002 × 300. Then ln(B λ / c) / λ."),
        tolerance=0.01,
        slips=(
            Slip(lambda: 0.2 * asked.trips(300.0)[0], _("That is ln(B λ / c). Divide by λ.")),
            Slip(lambda: asked.trips(300.0)[1], _("That is the best *whole* number; give the formula's.")),
        ),
    )


def _cheaper() -> Exercise:
    return Exercise(
        "temporary_proximity.3",
        "number",
        task=_(
            "Joint design, rent €9,000. The price of a kilometre falls from €2 to €1. By which factor does the border"
            " of sharing move outward?"
        ),
        expected=lambda: asked.borders(per_km=1.0).move / asked.borders().move,
        asks=_("a factor, 1 if it does not move"),
        right=_("Exactly 2: the border lies at one cost c of a trip, whatever the kilometres that make it up."),
        hint=_("Divide two borders. Then ask which cost of a trip they have in common."),
        slips=(
            Slip(
                lambda: asked.borders().move / asked.borders(per_km=1.0).move,
                _("Turned round: cheaper travel takes the border *outward*."),
            ),
        ),
    )


def _whole() -> Exercise:
    return Exercise(
        "temporary_proximity.4",
        "number",
        task=_("Joint design again, €2 a kilometre. From which distance on does not even one whole trip pay?"),
        expected=lambda: asked.borders().whole_travel,
        asks=_("kilometres"),
        right=_("Whole trips end sooner: the first one must pay as a whole, not only its first hour."),
        hint=_("One trip brings B (1 − exp(−λ)). At which distance does it cost as much?"),
        slack=1.0,
        slips=(
            Slip(lambda: asked.borders().travel, _("That is where parts of a trip cease to pay. Take a whole one.")),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "temporary_proximity.5",
        "number",
        task=_(
            "Joint design, rent €9,000, €2 a kilometre. To how many of the 49 pôles with a known home town would a team"
            " from the largest commune of `my_territory().departement` travel?"
        ),
        expected=lambda: asked.modes_to_poles()["temporary"],
        asks=_("a whole number"),
        right=_("These are near enough for trips. For the others, in this phase, the rent is the cheaper ticket."),
        hint=_("Read the last sentence under the map, or count distances below `temporary.move_limit(...)`."),
        tolerance=0.0,
        slips=(
            Slip(
                lambda: asked.modes_to_poles()["permanent"],
                _("With so many it would *share a place*. Count those that are nearer."),
            ),
        ),
    )

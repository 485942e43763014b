"""The quiz of temporary proximity: cheap travel, tacit phases, dear rents, whole trips, and what Torre claims."""

from __future__ import annotations

from course_utils.teaching.content.temporary_proximity.asked import FAR, borders, decision, project, trips
from course_utils.teaching.content.temporary_proximity.bet import euros
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, say

#: A distance at which the formula asks for a part of a trip, and a rent above all that there is to learn.
EDGE, DEAR = 1300.0, "17"


def quiz() -> tuple[Question, ...]:
    """Five questions, from the price of a kilometre to the claim of 2008."""
    return _cheap(), _phase(), _dear(), _whole(), _claim()


def _cheap() -> Question:
    now, then = borders(), borders(per_km=1.0)
    ask = _(
        "In joint design, at a rent of {rent}, teams share a place from {now} km on. The price of a kilometre is"
        " halved. Who shares a place now?"
    )
    right = say(
        _("Only those more than {then} km apart. Cheaper travel is no help to the shared place: it is its rival."),
        then=number(then.move),
    )
    return Question(
        say(ask, rent=euros(now.rent), now=number(now.move)),
        (
            Option(
                _("The same teams"),
                _("The rent has not moved, but what it is compared with has. Read the border in the sentence."),
            ),
            Option(
                _("Nearer ones too: it has become cheaper to get there"),
                _("Who shares a place pays no trips. Which of the three lines rises when a kilometre gets cheaper?"),
            ),
            Option(_("Only teams that are further apart than before"), right, right=True),
        ),
    )


def _phase() -> Question:
    whole = project(FAR)
    ask = _("Two teams are {far} km apart, the rent is {rent}. In which phases of the project do they share a place?")
    right = say(
        _(
            "Where much is tacit, a border that is near; where work is routine, none. The best way of each phase leaves"
            " {mixed}, sharing from first to last {together}."
        ),
        mixed=euros(whole.mixed),
        together=euros(whole.together),
    )
    return Question(
        say(ask, far=number(FAR), rent=euros(9.0)),
        (
            Option(
                _("In all five: once together, one stays"),
                say(
                    _("Then the routine phases pay a rent for little: over the project {together}. Play the phases."),
                    together=euros(whole.together),
                ),
            ),
            Option(_("In joint design and in the prototype"), right, right=True),
            Option(
                _("In tests and series, where most of the work is"),
                _("Work is not what a meeting carries. How much is there to *learn from the other* in routine?"),
            ),
        ),
    )


def _dear() -> Question:
    found, dear = borders(), decision(1440.0, rent=DEAR)
    ask = _("The rent rises to {rent}, more than all there is to learn. What becomes of teams {far} km apart?")
    right = say(
        _("The first trip would cost more than it brings from {stop} km on. What is left is the telephone."),
        stop=number(found.travel),
    )
    return Question(
        say(ask, rent=euros(float(DEAR)), far=number(1440)),
        (
            Option(
                _("They share a place all the same: they are too far to travel"),
                say(
                    _("It would leave them {left}. Nobody pays more than there is to gain."), left=euros(dear.permanent)
                ),
            ),
            Option(
                _("They travel, since nothing else is left"),
                _("Nothing is left of travelling either: compare the cost of a trip with what the first one brings."),
            ),
            Option(_("They stay remote"), right, right=True),
        ),
    )


def _whole() -> Question:
    often, _whole_number, net, _left = trips(EDGE)
    ask = _("{far} km apart, the formula asks for {n} trips, which would leave {net}. What should the teams do?")
    right = say(
        _("The first whole trip costs more than it brings; the last one pays at {stop} km, and not at {smooth} km."),
        stop=number(borders().whole_travel),
        smooth=number(borders().travel),
    )
    return Question(
        say(ask, far=number(EDGE), n=number(often, 1), net=number(1000 * net, unit="€")),
        (
            Option(
                _("Take one trip: one rounds up"),
                _("Look at the dot at 1 in the second figure of the trips: is it above or below zero?"),
            ),
            Option(_("Take none"), right, right=True),
            Option(
                _("Take one trip every third period"),
                _("A good idea, if knowledge keeps. But in this model a period begins with nothing left of the last."),
            ),
        ),
    )


def _claim() -> Question:
    return Question(
        _("What does Torre's *temporary geographical proximity* claim?"),
        (
            Option(
                _("Meeting still matters, but mostly in some phases, and visits can do"),
                _("Hence the visit, the fair, the project team: near for a while, which is not living next door."),
                right=True,
            ),
            Option(
                _("With good telecommunications nobody needs to meet"),
                _("The paper defends the contrary: one must be near, though not all the time. Near *when*?"),
            ),
            Option(
                _("Knowledge flows only inside a cluster"),
                _("That is what it argues against. Whoever travels has a neighbour for two days."),
            ),
        ),
    )

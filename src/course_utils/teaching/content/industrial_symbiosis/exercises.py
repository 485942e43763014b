"""Exercises of industrial symbiosis, from the web of 2000 to the reader's own territory."""

from __future__ import annotations

from course_utils.teaching.content.industrial_symbiosis import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fifth is on the reader's territory."""
    return _second(), _stops(), _pipe(), _limit(), _mine()


def _second() -> Exercise:
    return Exercise(
        "industrial_symbiosis.1",
        "text, number",
        task=_(
            "Kalundborg in 2000, the power station stays. Whose leaving stops most of the 19 flows, and how many of"
            " them?"
        ),
        expected=asked.second,
        asks=_('a name of the explorer\'s list and a number, ("Gyproc", 3)'),
        right=_("A second anchor, and much smaller than the first: two thirds of the flows would still run."),
        hint=_("Set the year to 2000 and click the actors one after the other."),
        slips=(
            Slip(
                lambda: (asked.name("station"), asked.lost("station")),
                _("That is the power station itself: who comes after it?"),
            ),
        ),
        tolerance=0.0,
        slack=0.1,
        choices=lambda: {name: name for name in asked.names()},
    )


def _stops() -> Exercise:
    return Exercise(
        "industrial_symbiosis.2",
        "number",
        task=_("Which is the lowest tax of `TAXES` at which no fly ash goes to the cement works?"),
        expected=asked.ash_stops,
        asks=_("euros a tonne"),
        right=_("There, a place in the kiln is worth more to two tonnes of slag than to one of ash."),
        hint=_("Follow the first row of the grid to its end; `plan(tax).running` lists what is worth it."),
        tolerance=0.0,
        slack=0.1,
        slips=(
            Slip(
                lambda: asked.ash_stops() - 5.0,
                _("At that tax the ash still goes there: it is the last one. Take the next."),
            ),
        ),
    )


def _pipe() -> Exercise:
    return Exercise(
        "industrial_symbiosis.3",
        "number",
        task=_(
            "A hospital needs 45 GWh of heat a year and pays €40 a MWh. A kilometre of pipe costs €250,000 a year, the"
            " contract €100,000; there is more waste heat than it can use. How many kilometres may the pipe be long?"
        ),
        expected=asked.pipe_ends,
        asks=_("kilometres"),
        right=_("A landfill tax of any height would not add a metre: nobody dumps heat."),
        hint=_("What the hospital pays in a year, less the contract, must pay for the kilometres."),
        tolerance=0.01,
        slips=(Slip(lambda: asked.PIPE[0] * asked.PIPE[1] / asked.PIPE[3], _("You have forgotten the contract.")),),
    )


def _limit() -> Exercise:
    return Exercise(
        "industrial_symbiosis.4",
        "number, number",
        task=_(
            "Tax €65. How many kilotonnes are landfilled if no exchange may be longer than 20 km, and how many without"
            " a limit?"
        ),
        expected=lambda: (asked.plan(limit="20").landfilled, asked.plan().landfilled),
        asks=_("two numbers, with the limit first"),
        right=_("To insist on the neighbourhood is dear where the best use of a waste is thirty kilometres off."),
        hint=_("`plan(65.0, limit=20.0).landfilled`, or the explorer's sentence."),
        tolerance=0.01,
        slips=(
            Slip(
                lambda: (asked.plan().landfilled, asked.plan(limit="20").landfilled),
                _("You have the two the wrong way round."),
            ),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "industrial_symbiosis.5",
        "number",
        task=_(
            "Put the invented firms into the département of `my_territory()`, tax €65. How many million euros a year"
            " does one estate save more than one firm a town?"
        ),
        expected=lambda: asked.worth_of_an_estate(my_territory().departement),
        asks=_("million euros a year"),
        right=_(
            "That is what nearness is worth to these ten firms: lorries that do not run, and pipes that can be laid."
        ),
        hint=_('`local(code, 65.0, "estate").saved` less the same with `"towns"`.'),
        tolerance=0.02,
        slack=0.05,
    )

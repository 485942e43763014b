"""The bet of industrial symbiosis: what a tax does to one good exchange."""

from __future__ import annotations

from course_utils.teaching.content.industrial_symbiosis.asked import ASH, SLAG, TAX, ash_stops, plan
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say


def wager() -> Wager:
    """Fly ash goes to a cement works; then landfilling is taxed."""
    context = say(
        _(
            "On a coast a power station gives {ash} kt of fly ash a year to a cement works, which saves as much"
            " clinker. A steelworks near by gives slag to road builders and dumps {slag} kt more. Nobody pays a tax."
            " Now every tonne that goes to a landfill is taxed at €{tax}."
        ),
        ash=number(plan(0.0).flows[ASH]),
        slag=number(plan(0.0).dumped[SLAG]),
        tax=number(TAX),
    )
    ask = _("All firms together choose what is cheapest. What becomes of the ash at the cement works?")
    options = (
        Option(
            _("More of it goes there: dumping it has become dear"),
            _("The works had all the ash that it could use before the tax. What else would like to go there now?"),
        ),
        Option(
            _("Nothing changes: it paid before and pays even more now"),
            _("Taken alone it does pay more. But the kiln has room for one of two wastes only: who gains more by it?"),
        ),
        Option(
            _("None goes there any more"),
            _("And it is no accident: with the tax, room in the kiln is worth more to another waste."),
            right=True,
        ),
    )
    return Wager(Question(ask, options, context), _answer())


def _answer() -> str:
    free, taxed = plan(0.0), plan(TAX)
    line = _(
        "From €{stop} a tonne on, **no ash at all** goes to the cement works: slag has taken its place. Two tonnes of"
        " slag do what one of ash did, so the same kiln keeps {slag} kt out of the landfill instead of {ash}, and the"
        " ash goes into roads. Landfilled waste falls from {before} to **{after} kt**, while one good exchange stops."
    )
    return say(
        line,
        stop=number(ash_stops()),
        slag=number(taxed.flows[SLAG]),
        ash=number(free.flows[ASH]),
        before=number(free.landfilled),
        after=number(taxed.landfilled),
    )

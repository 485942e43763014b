"""The quiz of industrial symbiosis: the tax, heat, the anchor, a figure in dispute, and what a good result is."""

from __future__ import annotations

from course_utils.datasets import load
from course_utils.teaching.content.industrial_symbiosis import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, say


def quiz() -> tuple[Question, ...]:
    """Five questions."""
    return _tax(), _heat(), _anchor(), _gypsum(), _closed()


def _tax() -> Question:
    ask = _("An exchange stops when the landfill tax rises. Can more waste be landfilled in all than before?")
    right = _(
        "If it could, the plan of before would be cheaper under the higher tax too, and would have been kept. It holds"
        " for any firms and distances; on this coast it falls from {before} to {after} kt."
    )
    told = say(right, before=number(asked.plan(0.0).landfilled), after=number(asked.plan(100.0).landfilled))
    return Question(
        ask,
        (
            Option(
                _("Yes, by what this exchange took"),
                _("Look at the bars at the tax where it stops: do they grow? Something must have taken its place."),
            ),
            Option(_("No, never"), told, right=True),
            Option(
                _("It depends on the distances"),
                _("Try all limits of distance in the explorer and look for a bar that is higher than one on its left."),
            ),
        ),
    )


def _heat() -> Question:
    far = {tax: float(asked.reach(tax).max()) for tax in (0.0, 100.0)}
    pipe = max(float(asked.reach(tax)[8:].max()) for tax in far)
    ask = _("The landfill tax goes from 0 to €100 a tonne. How much farther can heat be piped?")
    right = _(
        "It stays at {pipe} km at most: heat is not landfilled, and what ends it is the price of the pipe. The farthest"
        " material goes from {low} to {high} km."
    )
    numbers = {"pipe": number(pipe, 1), "low": number(far[0.0]), "high": number(far[100.0])}
    return Question(
        ask,
        (
            Option(_("Not a metre"), say(right, **numbers), right=True),
            Option(
                _("About twice as far"),
                _("That is what *new heat* at double the price does. Move the tax and watch the lower diamonds."),
            ),
            Option(_("As much farther as ash"), _("Ash is taxed when it is dumped. Who is taxed for warm water?")),
        ),
    )


def _anchor() -> Question:
    ask = _("Kalundborg in 2000: 19 flows. The power station closes. How many stop?")
    right = _("{lost} of {all}. Seven leave it, four lead to it.")
    return Question(
        ask,
        (
            Option(_("7"), _("Those are the flows that *leave* it. What comes in has nowhere to go either.")),
            Option(
                _("11"),
                say(right, lost=number(asked.lost("station")), all=number(len(asked.web().running))),
                right=True,
            ),
            Option(
                _("All: it is the anchor"), _("Take it out in the explorer and count the arrows that stay coloured.")
            ),
        ),
    )


def _gypsum() -> Question:
    table = load("kalundborg_exchanges", "quantities").query("id == 'K16'")["value"]
    ask = _("Gypsum to the plasterboard works: sources print from {low} to {high} tonnes a year. Which one is right?")
    right = _(
        "They are of other years and authors, two of them undated, and the plant did not burn the same coal every year."
        " An order of magnitude, around 100,000 t, is what can be said."
    )
    return Question(
        say(ask, low=number(float(table.min())), high=number(float(table.max()))),
        (
            Option(
                _("The latest"), _("The latest is of about 2015; it tells nothing of the 1990s. And was it measured?")
            ),
            Option(
                _("The mean of all"), _("A mean of different years by different counts is a figure of no year at all.")
            ),
            Option(_("Perhaps each, of its year and its count"), right, right=True),
        ),
    )


def _closed() -> Question:
    whole, cut = asked.plan(), asked.plan(lost="power")
    ask = _(
        "Tax €65. With the power station closed, {cut} kt are landfilled instead of {whole}. Is the symbiosis better"
        " now?"
    )
    right = _(
        "The ash and the gypsum are gone because nobody makes them, and {board} kt for plasterboard are bought new."
        " Tonnes in the landfill alone tell little: look at what is bought, and at what is made."
    )
    told = say(right, board=number(cut.bought[2]))
    return Question(
        say(ask, cut=number(cut.landfilled), whole=number(whole.landfilled)),
        (
            Option(
                _("Yes: nine tenths less waste"), _("Less waste, yes. But was it *exchanged*? Look at the balance.")
            ),
            Option(
                _("No: fewer exchanges are always worse"),
                _("Under a high tax a plan with fewer exchanges may be the better one: think of the ash."),
            ),
            Option(_("It cannot be told from that figure"), told, right=True),
        ),
    )

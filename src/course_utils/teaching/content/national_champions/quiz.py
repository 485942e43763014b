"""The quiz of the national champions: what is lost, who gains, what opening does."""

from __future__ import annotations

from course_utils.teaching.content.national_champions.asked import (
    BET,
    abroad,
    fixed_that_pays,
    merger,
    smallest_that_pays,
    starts,
)
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

MARKET = 10


def quiz() -> tuple[Question, ...]:
    """Five questions, from the area to the border, and one case."""
    return _eighty(), _rectangle(), _fixed(), _open(), _case()


def _eighty() -> Question:
    least = smallest_that_pays(MARKET)
    two = _("Two that merge become one of nine: they earn one ninth of a larger profit where they had two tenths.")
    half = _("Still too few: every firm outside the merger sells more as soon as the merged ones hold back.")
    most = _("Never less than {rule} of the firms, when nothing is saved. The explorer's dots show it for any market.")
    return Question(
        say(
            _("{n} equal firms, borders closed, nothing saved. How many must merge before it pays them?"),
            n=number(MARKET),
        ),
        (
            Option(_("Two: fewer rivals, higher price"), two),
            Option(_("Half of them"), half),
            Option(say(_("{n} of them"), n=number(least)), say(most, rule=percent(0.8)), right=True),
        ),
    )


def _rectangle() -> Question:
    found = merger()
    ask = _(
        "The champion saves {gain} on each unit that *it* makes; the price rises by {rise} on *every* unit. And yet"
        " the nation gains. How?"
    )
    moved = _(
        "On the units still sold the rise is a transfer from buyers to firms. Lost are only the {fewer} units that are"
        " no longer made; saved is {gain} on each of {made}."
    )
    partners = _("The partners lose. Look at the bars: who gains without having done anything?")
    state = _("Borders are closed: there is no tariff revenue in this picture.")
    gain, fewer = number(BET["gain"]), number(found.before.total - found.after.total, 2)
    right = say(moved, fewer=fewer, gain=gain, made=number(found.after.quantities[0], 1))
    return Question(
        say(ask, gain=gain, rise=number(found.price, 2)),
        (
            Option(_("Only the units that are no longer made are lost; the rest changes hands"), right, right=True),
            Option(_("The partners gain more than consumers lose"), partners),
            Option(_("The State collects the difference"), state),
        ),
    )


def _fixed() -> Question:
    right = _(
        "A fixed cost is paid whatever is sold, so it changes no price. With F of {nation} the nation, with F of"
        " {partners} the partners need no saving on the unit at all."
    )
    return Question(
        _("The merger also saves one fixed cost. Which of the three marks (consumers, nation, partners) move?"),
        (
            Option(
                _("All three"),
                _("Raise F and watch the diamond of the consumers: it stays. What does a firm look at to set a price?"),
            ),
            Option(
                _("Those of the nation and of the partners"),
                say(right, nation=number(fixed_that_pays("nation")), partners=number(fixed_that_pays("partners"))),
                right=True,
            ),
            Option(
                _("That of the partners only"),
                _("What a partner saves is saved to the nation too: it is part of it."),
            ),
        ),
    )


def _open() -> Question:
    closed, opened = (abroad("4", "0", tariff) for tariff in (50.0, 0.0))
    ask = _(
        "All four firms merge and save nothing. Behind closed borders it brings them {gain}. What does it bring without"
        " a tariff, against a foreign firm of the same cost?"
    )
    same = _("The price they face would have to stay at {closed}; with a foreign firm selling it is {opened}.")
    half = _("The foreign firm takes half of the market. Add up their profits: {had} before, {has} after.")
    nothing = _(
        "Four of five equal firms, the foreign one included, is exactly {rule}: they break even. The margin is still"
        " there, {margin} on a unit, but what the merged firms hold back the foreign firm sells."
    )
    prices = {"closed": number(closed.after.price, 1), "opened": number(opened.after.price, 1)}
    profits = {"had": number(opened.before.profits.sum()), "has": number(opened.after.profits[0])}
    return Question(
        say(ask, gain=number(closed.partners)),
        (
            Option(_("As much: they are still the only domestic firm"), say(same, **prices)),
            Option(_("Half of it"), say(half, **profits)),
            Option(_("Nothing"), say(nothing, rule=percent(0.8), margin=number(opened.margin, 1)), right=True),
        ),
    )


def _case() -> Question:
    return Question(
        _(
            "On 12 November 1970 CGE, Thomson-Brandt-CSF and Alsthom agreed to share out their activities. Which"
            " quantity of the model changes on the day of the signature?"
        ),
        (
            Option(
                _("The scale gain"),
                say(
                    _(
                        "It may come: longer runs of fewer machines. But that is a promise, and here it would have to"
                        " reach {needed} of a cost of 20 for consumers not to pay."
                    ),
                    needed=number(starts("2")["consumers"]),
                ),
            ),
            Option(
                _("The number of rivals in each market"),
                _(
                    "To share out is to meet less often. Whether works or laboratories were joined, which could make"
                    " each unit cheaper, the source does not say: it asks for proof of scale, and power needs none."
                ),
                right=True,
            ),
            Option(_("The tariff"), _("That is set by the State and, from 1968, by the Six, not by firms.")),
        ),
    )

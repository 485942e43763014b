"""The quiz of the genealogy: waits that are not over, definitions, small numbers, one date, and labels."""

from __future__ import annotations

from course_utils.teaching.content.genealogy.asked import DISTRICT, family, lags, told
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the mean to the label."""
    return _waits(), _national(), _few(), _one_date(), _label()


def _waits() -> Question:
    found = told()[0]
    ask = _(
        "{known} concepts waited {mean} years on average for their first policy. {waiting} others still wait. What is"
        " the mean wait of all {all}?"
    )
    at_least = _(
        "At least {n} years. The waits so far are {least} to {most} years and will only grow. To drop them is to drop"
        " the longest ones."
    )
    right = say(at_least, n=number(found.at_least), least=number(found.shortest_wait), most=number(found.longest_wait))
    everything = {"known": number(found.known), "waiting": number(found.waiting)}
    return Question(
        say(ask, **everything, all=number(found.known + found.waiting), mean=number(found.mean)),
        (
            Option(
                say(_("{mean} years: the others have no lag to average"), mean=number(found.mean)),
                _("They have one, that is not over. Read the second sentence under the explorer of lags."),
            ),
            Option(
                _("Less: they count as 0"),
                _("A wait of 0 would mean a policy in the year of publication. These waited for decades without one."),
            ),
            Option(_("More, and nobody knows how much more"), right, right=True),
        ),
    )


def _national() -> Question:
    pole = lags(use="follows", reach="national")["growth_pole"]
    ask = _("By which definition does the growth pole of 1955 still wait for its first policy in {end}?")
    right = _(
        "The extension of the port to Fos is classed as regional, the Spanish plan is not French: {years} years, and"
        " waiting. The most quoted pair of all hangs on what one calls a national policy."
    )
    return Question(
        say(ask, end="2024"),
        (
            Option(
                _("A policy that says the word, decided anywhere"),
                _("The Spanish development plan of 1964 spoke of industrial poles. Set this definition and look."),
            ),
            Option(
                _("A policy that follows the idea, decided in France at any scale"),
                _("Fos, in January 1964, counts here: the lag is eight to nine years."),
            ),
            Option(
                _("A policy that follows the idea, decided in France for the whole country"),
                say(right, years=number(pole.years)),
                right=True,
            ),
        ),
    )


def _few() -> Question:
    _found, luck, pairs = told()
    ask = _(
        "Of the pairs of dated lags the later concept was quicker in {quicker} and slower in {slower}; p = {p}. What"
        " follows?"
    )
    right = _(
        "With {n} lags, orders as lopsided as this one come up by luck in {p} of all cases. No trend is seen, and none"
        " is ruled out."
    )
    return Question(
        say(ask, quicker=number(pairs.quicker), slower=number(pairs.slower), p=number(luck.p, 2)),
        (
            Option(
                _("Policy follows more quickly than it used to"),
                _("Deal the same lags out at random: most orders are as lopsided as this one. See the fourth panel."),
            ),
            Option(_("These data cannot tell"), say(right, n=number(luck.lags), p=number(luck.p, 2)), right=True),
            Option(
                _("It is shown that the lag did not change"),
                _("Not seeing a trend with so few lags is not the same as seeing that there is none."),
            ),
        ),
    )


def _one_date() -> Question:
    ask = _(
        "The industrial district seems to wait {short} year. Date it from Becattini's article of 1979, as Sforzi (2015)"
        " does. What happens?"
    )
    return Question(
        say(ask, short=number(lags()[DISTRICT].years)),
        (
            Option(_("The later concepts now look slower, not quicker"), _turned(), right=True),
            Option(
                _("The trend towards shorter lags gets stronger"),
                _("The shortest lag of all was the district's. Switch the date and count the pairs again."),
            ),
            Option(
                _("Nothing: one date cannot weigh much"),
                _("Among so few, each one does. Switch it in the explorer of lags and read the last sentence."),
            ),
        ),
    )


def _turned() -> str:
    right = _(
        "The lag becomes {long} years, and the balance of pairs changes sign: {quicker} quicker and {slower} slower."
        " One date among {n} was enough."
    )
    _summary, luck, pairs = told(becattini=True)
    counted = {"quicker": number(pairs.quicker), "slower": number(pairs.slower), "n": number(luck.lags)}
    return say(right, long=number(lags(becattini=True)[DISTRICT].years), **counted)


def _label() -> Question:
    ask = _(
        "The talk calls two ecosystems new forms of the cluster. Which of them was published before the cluster, so"
        " that it cannot descend from it?"
    )
    right = _(
        "Frosch and Gallopoulos wrote in 1989, Porter in 1990. The word came to local development later; the idea came"
        " from engineering and biology. That is {n} of the {all} links that run against the dates."
    )
    found = family()
    return Question(
        ask,
        (
            Option(
                _("The business ecosystem"),
                _("Moore wrote in 1993, three years after Porter: by the dates it may descend from the cluster."),
            ),
            Option(
                _("The industrial ecosystem"),
                say(right, n=_("one"), all=number(found.backward)),
                right=True,
            ),
            Option(
                _("Neither: both came after it"),
                _("Ask about each of the two in the network, and look at the years in which they stand."),
            ),
        ),
    )

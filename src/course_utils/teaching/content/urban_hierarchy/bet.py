"""The bet of the urban hierarchy: how far is the first place ahead of the second?"""

from __future__ import annotations

from course_utils.teaching.content.urban_hierarchy.asked import primacies
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, say

#: The ratios to bet on; the last is that of 2026.
GUESSES = (2.0, 2.4, 3.7)


def wager() -> Wager:
    """From communes to intercommunalities."""
    commune = primacies()["commune"]
    context = say(
        _(
            "Zipf's rule says that the second city has half the inhabitants of the first. Counted by commune, {first}"
            " has {ratio} times the inhabitants of {second}. But a commune is an old line on the map. Count"
            " intercommunalities (EPCI) instead, which gather the communes around a city."
        ),
        first=commune.largest,
        second=commune.second,
        ratio=number(commune.over_second, 1),
    )
    ask = _("How many times the second is the first then?")
    rule, same, more = (number(guess, 1) for guess in GUESSES)
    options = (
        Option(say(_("about {n}, as the rule says"), n=rule), _rule()),
        Option(say(_("about {n}, as before"), n=same), _same()),
        Option(say(_("about {n}"), n=more), _more(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _rule() -> str:
    return _(
        "A rule says what to expect, not what is there. In the explorer, change what *a city is* and look at how far"
        " the first point stands from the second."
    )


def _same() -> str:
    return _(
        "Both places grow when their neighbours are added, but not by the same factor. Which of the two has the more"
        " populated neighbours?"
    )


def _more() -> str:
    return _(
        "Paris has more to gather from its neighbours than Marseille. Whether that is the size of a city, or the size"
        " of what a law has drawn around it, is another question."
    )


def _answer() -> str:
    commune, epci = primacies()["commune"], primacies()["epci"]
    return say(
        _(
            "By commune the first is **{commune}** times the second, by EPCI **{epci}** times ({first} over {second},"
            " populations in force in 2026). Nobody moved house between the two counts. What moved is the line around"
            " the city."
        ),
        commune=number(commune.over_second, 1),
        epci=number(epci.over_second, 1),
        first=epci.largest,
        second=epci.second,
    )

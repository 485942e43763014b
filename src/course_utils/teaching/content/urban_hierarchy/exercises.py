"""Exercises of the urban hierarchy, from one exponent to where Zipf's rule comes back."""

from __future__ import annotations

from course_utils.teaching.content.urban_hierarchy import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the third is on the reader's territory."""
    return _exponent(), _share(), _my_primacy(), _metropolis(), _zipf()


def _exponent() -> Exercise:
    return Exercise(
        "urban_hierarchy.1",
        "number",
        task=_(
            "What is the rank-size exponent of the 100 largest EPCI of 2026, by the rank − 1/2 estimator? Two"
            " decimals will do."
        ),
        expected=lambda: asked.fit(unit="epci").exponent,
        asks=_("a number"),
        right=_("Lower than by commune: adding up neighbours pulls the sizes apart."),
        hint=_("Set the controls and read the sentence, or call `rank_size` on the 100 largest populations."),
        tolerance=0.005,
        slips=(
            Slip(lambda: asked.fit(unit="epci", estimator="ols").exponent, _ols()),
            Slip(lambda: asked.fit(unit="epci", estimator="hill").exponent, _hill()),
            Slip(lambda: asked.fit().exponent, _("That is the exponent of the communes. What is a city here?")),
        ),
    )


def _ols() -> str:
    return _(
        "That is ordinary least squares on the rank. Take 1/2 off the rank: that takes away the largest part of the"
        " bias."
    )


def _hill() -> str:
    return _("That is Hill's estimator. It hangs on the smallest place kept; the exercise asks for rank − 1/2.")


def _share() -> Exercise:
    return Exercise(
        "urban_hierarchy.2",
        "number",
        task=_("What share of the population lives in the 100 largest communes of 2026?"),
        expected=lambda: asked.share_of_largest(100),
        asks=_("a fraction between 0 and 1"),
        right=_("In one commune out of three hundred and fifty."),
        hint=_('`load("communes")` has a column `population_2026`: sort it, add up the first hundred, divide by all.'),
        slips=(
            Slip(lambda: asked.share_of_largest(100, "epci"), _("Those are the 100 largest EPCI. Take communes.")),
            Slip(lambda: 1 - asked.share_of_largest(100), _("That is the share of all the others.")),
        ),
    )


def _my_primacy() -> Exercise:
    return Exercise(
        "urban_hierarchy.3",
        "number, text",
        task=_(
            "In your département, `my_territory().departement`, how many times the inhabitants of the second commune"
            " has the first in 2026? Which commune is it?"
        ),
        expected=asked.my_primacy,
        asks=_('a number and a name, (2.0, "...")'),
        right=_(
            "Now find the same ratio for the départements of `my_territory().peers()`: places of one size can be"
            " built in very different ways."
        ),
        hint=_('Keep the rows of `load("communes")` with your département, and sort them by `population_2026`.'),
        choices=asked.my_communes,
    )


def _metropolis() -> Exercise:
    def expected() -> tuple[str, float]:
        growth = asked.metropolis_growth()
        return max(growth, key=lambda name: growth[name]), max(growth.values())

    return Exercise(
        "urban_hierarchy.4",
        "text, number",
        task=_(
            "Take the EPCI at which each balancing metropolis of 1964 stands on the curve. Which metropolis grew most"
            " from 2019 to 2026, and by what share?"
        ),
        expected=expected,
        asks=_('one of the eight names of `load("metropoles_equilibre")` and a fraction, ("...", 0.01)'),
        right=_("Is that the policy of 1964 at work, or something that came later? Growth alone cannot tell."),
        hint=_("Choose EPCI, compare the two years, and divide the second population by the first."),
        tolerance=0.02,
        choices=lambda: {name: name for name in asked.metropolis_growth()},
    )


def _zipf() -> Exercise:
    return Exercise(
        "urban_hierarchy.5",
        "number",
        task=_(
            "By commune, 2026, rank − 1/2: the 100 largest rule out an exponent of 1. Go down the slider. At how many"
            " places kept does 1 first lie within two standard errors again?"
        ),
        expected=asked.zipf_not_ruled_out,
        asks=_("a number of communes"),
        right=_(
            "Nothing happens at that size: the curve bends and must pass 1 somewhere. One estimate of 1 does not make"
            " a law."
        ),
        hint=_("The sentence under the figure changes its verdict there."),
        tolerance=0.01,
    )

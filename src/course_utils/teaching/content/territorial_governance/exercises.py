"""Exercises of territorial governance, from points by hand to the reader's own councillors."""

from __future__ import annotations

from course_utils.teaching.content.territorial_governance import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fifth is on the reader's territory."""
    return _points(), _fine(), _contract(), _count(), _mine()


def _points() -> Exercise:
    return Exercise(
        "territorial_governance.1",
        "number",
        task=_(
            "Of 100 voters 42 rank M, N, C, K; 26 rank N, C, K, M; 15 rank C, K, N, M; 17 rank K, C, N, M. How many"
            " points does Borda give N?"
        ),
        expected=lambda: asked.borda_of("N"),
        asks=_("a number of points"),
        right=_("More than any other, with a quarter of the first places: N is hardly anybody's last."),
        hint=_("A first place gives 3, a second 2, a third 1, a last 0; times the voters."),
        slips=(
            Slip(lambda: asked.borda_of("M"), _("Those are the points of M.")),
            Slip(lambda: asked.borda_of("N") + 100, _("You count 4, 3, 2, 1. Ours are 3, 2, 1, 0.")),
        ),
        tolerance=0.001,
    )


def _fine() -> Exercise:
    return Exercise(
        "territorial_governance.2",
        "number",
        task=_(
            "The herders' fine rises to 4. How often must the State be right, at least, for both to keep the limit?"
        ),
        expected=lambda: asked.threshold("4"),
        asks=_("a fraction between 0 and 1"),
        right=_("A heavy fine allows more errors, but whom does it hit when the State is wrong?"),
        hint=_("Write what keeping and what exceeding give if the other keeps, and set them equal."),
        slips=(Slip(lambda: asked.threshold("2"), _("That is for a fine of 2.")),),
    )


def _contract() -> Exercise:
    return Exercise(
        "territorial_governance.3",
        "number",
        task=_("The State is right with 90 %, its fine is 2. What may a contract cost to leave the herders as much?"),
        expected=lambda: asked.contract_like(0.9),
        asks=_("a cost for both together"),
        right=_("Not much. Self-government must be cheap, which is easier next door than from the capital."),
        hint=_("Under the State each gains 10 less 2 times 10 %. The contract leaves 10 less half its cost."),
        slips=(
            Slip(lambda: asked.contract_like(0.9) / 2, _("That is the half that each pays.")),
            Slip(lambda: asked.contract_like(0.8), _("That is for a State that is right with 80 %.")),
        ),
        tolerance=0.02,
    )


def _count() -> Exercise:
    return Exercise(
        "territorial_governance.4",
        "number",
        task=_(
            "On the pasture nobody talks and all take what pays. The fine for a cow too many is always 4. With which"
            " chance must cows be counted for nobody to exceed the share of 5?"
        ),
        expected=lambda: asked.enough(),
        asks=_("a fraction between 0 and 1"),
        right=_("Nearly always: a flat fine of 4 barely exceeds what the sixth cow brings, 3.75."),
        hint=_(
            "With 20 cows on the pasture one more brings 10 - 0.25 (20 + 5). The fine that is expected must match it."
        ),
        slips=(Slip(lambda: 0.75, _("At 75 % the herd is still above 20: look at the figure.")),),
        tolerance=0.02,
    )


def _mine() -> Exercise:
    return Exercise(
        "territorial_governance.5",
        "number",
        task=_(
            "How many inhabitants are there for one municipal councillor in the département of `my_territory()`? Take"
            " the population of 2026."
        ),
        expected=lambda: asked.each_stands_for(my_territory().departement),
        asks=_("a number of inhabitants"),
        right=_("Many small communes, many councillors: closeness is one thing that a map of communes buys."),
        hint=_("`inhabitants_each(code)`; or divide `population_2026` of `departements` by the councillors."),
        slips=(
            Slip(
                lambda: 1 / asked.each_stands_for(my_territory().departement),
                _("That is councillors for one inhabitant. Turn it round."),
            ),
        ),
    )

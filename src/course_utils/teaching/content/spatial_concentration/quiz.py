"""The quiz of spatial concentration: an estimate and its range, borders, bands, and what is tiny yet certain."""

from __future__ import annotations

from course_utils.teaching.content.spatial_concentration import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

#: Share of darts above a local band at each distance.
OUT = 0.05


def quiz() -> tuple[Question, ...]:
    """Five questions, from one number to what to do with it."""
    return _one_gamma(), _borders(), _local(), _tiny(), _stars()


def _one_gamma() -> Question:
    low, mean, high = asked.darts(asked.GAMMA, **asked.DARTS)
    ask = _("An industry of {n} plants, one of them a giant, has a γ of {g} between départements. Is it a cluster?")
    right = _(
        "Darts of these sizes have a γ of {m} on average, but nine throws in ten lie anywhere between {low} and {high}."
        " Unbiased is not precise."
    )
    told = say(right, m=number(mean, 2), low=number(low, 3), high=number(high, 3))
    return Question(
        say(ask, n=number(int(asked.DARTS["n"])), g=number(0.8 * high, 3)),
        (
            Option(
                _("Yes: it is above 0, and γ takes lumps out"),
                _("It takes them out of the *mean*. Look at the range beside it, with one giant and twenty plants."),
            ),
            Option(_("It cannot be said"), told, right=True),
            Option(
                _("No: γ is small"),
                _("Small beside what? With two hundred plants alike the same value would be far outside chance."),
            ),
        ),
    )


def _borders() -> Question:
    ask = _(
        "The same plants, all alike, counted by département have a Gini of {d}, counted by région one of {r}. What has"
        " changed?"
    )
    state = {"n": "60", "inequality": "equal", "strength": "0"}
    right = _(
        "Nothing but the borders: the modifiable areal unit problem. Darts give {d} and {r} on average. The K-density"
        " is the same in both, since it knows no border."
    )
    values = {
        "d": number(asked.darts(asked.GINI, **state)[1], 2),
        "r": number(asked.darts(asked.GINI_REGION, **state)[1], 2),
    }
    return Question(
        say(ask, **values),
        (
            Option(_("The borders, and nothing else"), say(right, **values), right=True),
            Option(
                _("Plants lie close together inside régions"), _("They are darts. What would régions of one size give?")
            ),
            Option(
                _("The larger units are measured better"),
                _("Better for what? A cluster that fits into a région is invisible from outside it."),
            ),
        ),
    )


def _local() -> Question:
    count = asked.distances()
    ask = _(
        "A K-density lies above the *local* band at two of {k} distances, and nowhere above the *global* one. What do"
        " you report?"
    )
    right = _(
        "At each distance {out} of all throws of darts are above the local band; over {k} distances that makes two on"
        " average, where nobody clusters."
    )
    return Question(
        say(ask, k=number(count)),
        (
            Option(
                _("Localised at these two distances"),
                _("You looked at many distances and kept the two that stood out. How many would darts give you?"),
            ),
            Option(_("Nothing beyond chance"), say(right, out=percent(OUT), k=number(count)), right=True),
            Option(
                _("Dispersed everywhere else"),
                _("Within a band a curve says nothing, neither near nor far."),
            ),
        ),
    )


def _tiny() -> Question:
    found = asked.industry("industry")
    ask = _("Industry in Morocco, by province beside inhabitants, has a γ of {g}; darts give {h} at most. What is it?")
    right = _(
        "With {n} establishments chance is ruled out, and γ says how far from it: of a hundred pairs of establishments"
        " less than one is together by design. The test answers *whether*, the index *how much*."
    )
    return Question(
        say(ask, g=number(found.gamma, 4), h=number(found.high, 6)),
        (
            Option(_("Certainly not chance, and hardly concentrated"), say(right, n=number(found.plants)), right=True),
            Option(
                _("Highly concentrated: it is thousands of times the limit"),
                _("The limit shrinks with the number of establishments; γ does not. Which of the two is about places?"),
            ),
            Option(_("Chance: γ is close to 0"), _("Close to 0 and yet far beyond anything that chance does here.")),
        ),
    )


def _stars() -> Question:
    ask = _(
        "In an industry of 200 plants, all alike, {stars} of 96 départements have a location quotient of 2 or more. How"
        " many clusters should the ministry support?"
    )
    right = _(
        "That is throw 1 of the second explorer, darts and nothing else. Small places jump past any threshold when one"
        " plant lands there; ask for the odds first."
    )
    return Question(
        say(ask, stars=number(asked.stars("200"))),
        (
            Option(_("All of them: 2 is a high quotient"), _("High for whom? Find a small département on the map.")),
            Option(
                _("The half with the most plants"),
                _("Nearer: counts help. But how many plants would darts have brought to the largest of them?"),
            ),
            Option(_("Perhaps none: darts do as much"), right, right=True),
        ),
    )

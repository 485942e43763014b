"""Exercises of the limits, from one share to the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.environmental_limits import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fifth is on the reader's territory."""
    return _share(), _price(), _pace(), _fee(), _mine()


def _share() -> Exercise:
    return Exercise(
        "environmental_limits.1",
        "number",
        task=_(
            "Isère in 2036, the mix of all five rules: how many hectares a year does the métropole of Grenoble get, for"
            " 100 that the whole département took in a year of the past?"
        ),
        expected=lambda: asked.allowance("38", "mix", "2036"),
        asks=_("a number of hectares"),
        right=_("A mix is nobody's favourite and nobody's nightmare: that is why it is voted for."),
        hint=_('`shared("38", "mix", 2036).allowances[0]`, or the dots of the second figure.'),
        slips=(
            Slip(lambda: asked.allowance("38", "mix", "2026"), _("That is for 2026; by 2036 less is left to share.")),
            Slip(lambda: asked.allowance("38", "people", "2036"), _("That is by inhabitants alone.")),
        ),
    )


def _price() -> Exercise:
    return Exercise(
        "environmental_limits.2",
        "number",
        task=_(
            "The town (60 ha in the past, slope 1) and the valley (40 ha, slope 3) trade freely; the limit leaves them"
            " 25 ha. At what price do permits change hands?"
        ),
        expected=lambda: asked.two(left="0.25").market.price,
        asks=_("a price, in the units of the second explorer"),
        right=_("60 - p + 40 - p/3 = 25: both are down to one marginal cost, whoever was given the permits."),
        hint=_("At a price p the town uses 60 - p and the valley 40 - p/3. Together they may use 25."),
        slips=(
            Slip(lambda: asked.two().market.price, _("That is for 50 ha.")),
            Slip(lambda: asked.two(left="0.75").market.price, _("That is for 75 ha: 25 % is what is left.")),
        ),
    )


def _pace() -> Exercise:
    return Exercise(
        "environmental_limits.3",
        "number",
        task=_(
            "Given what was taken from 2021 to 2023: at which steady pace from 2024 to 2030 does France just keep the"
            " budget of 120,000 ha?"
        ),
        expected=lambda: asked.kept_at(),
        asks=_("hectares a year"),
        right=_("Not half of the past pace but about a third of it: what was put off must be made up for."),
        hint=_("Take what is left of the budget at the end of 2023, and divide it by the years."),
        slips=(Slip(lambda: 12_000.0, _("That would have been right from 2021 on. Three years have been spent.")),),
    )


def _fee() -> Exercise:
    return Exercise(
        "environmental_limits.4",
        "number",
        task=_(
            "The limit leaves 50 ha, the town is given 60 % of the permits. From which fee a hectare on do town and"
            " valley not trade at all?"
        ),
        expected=lambda: asked.forbidding_fee(),
        asks=_("a fee, in the units of the second explorer"),
        right=_("Below it they trade, and stop while their marginal costs still differ by the fee."),
        hint=_("What is one hectare more worth to the valley, which has 20 ha, and what one less to the town with 30?"),
        slips=(Slip(lambda: asked.two().market.price, _("That is the price. What would the first trade gain?")),),
    )


def _mine() -> Exercise:
    return Exercise(
        "environmental_limits.5",
        "number",
        task=_(
            "Take the département of `my_territory()`. Share its land of 2026 by an equal part a commune. What is the"
            " Gini index of hectares a head among its places?"
        ),
        expected=lambda: asked.uneven(my_territory().departement, "communes"),
        asks=_("a number between 0 and 1"),
        right=_("That is average envy: the mean over all pairs of inhabitants, over twice the mean."),
        hint=_("`shared(code, rule).gini`; or choose your département and the rule in the first explorer."),
        slack=0.006,
        slips=(
            Slip(lambda: asked.uneven(my_territory().departement, "past"), _("That is by past use.")),
            Slip(lambda: asked.uneven(my_territory().departement, "mix"), _("That is by the mix of all five.")),
        ),
    )

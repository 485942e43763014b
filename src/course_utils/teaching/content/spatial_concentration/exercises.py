"""Exercises of spatial concentration, from a sum by hand to the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.spatial_concentration import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _

JOBS, SHARES = (60.0, 30.0, 10.0), (0.5, 0.3, 0.2)
STATE = {"n": "200", "inequality": "equal", "strength": "0.8", "scale": "40", "draw": "2"}
FEW = {"n": "60", "inequality": "equal", "simulations": "20"}
PLANTS = 200


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the third is on the reader's territory."""
    return _by_hand(), _distance(), _my_darts(), _sectors(), _alarms()


def _by_hand() -> Exercise:
    return Exercise(
        "spatial_concentration.1",
        "number, number",
        task=_(
            "Three plants have 60, 30 and 10 jobs; three regions hold 50 %, 30 % and 20 % of the people. What is H? And"
            " what raw concentration G do you expect if the plants are darts?"
        ),
        expected=lambda: asked.raw_of_darts(JOBS, SHARES),
        asks=_("H and the expected G, (0.3, 0.2)"),
        right=_("A G as high as that, with no cluster at all: it is the price of having few and unequal plants."),
        hint=_("H adds squared shares of *plants*. With γ = 0 the identity of this chapter leaves (1 - sum of x²) H."),
        slips=(
            Slip(
                lambda: (asked.raw_of_darts(JOBS, SHARES)[0],) * 2,
                _("H alone is what G would be if the regions were without number: multiply by 1 - sum of x²."),
            ),
        ),
    )


def _distance() -> Exercise:
    return Exercise(
        "spatial_concentration.2",
        "number, number",
        task=_(
            "Take throw 2 of 200 plants, all alike, 80 % of them drawn to two towns within about 40 km (bands of 200"
            " throws). What is γ between départements? And up to how many kilometres is the K-density above the global"
            " band, the first time?"
        ),
        expected=lambda: (asked.measured(asked.GAMMA, **STATE), asked.end_of_excess(**STATE)),
        asks=_("γ and a distance in km, (0.01, 50)"),
        right=_("γ says that there is something; only the distances say how wide it is. Now try within about 10 km."),
        hint=_("The sentence under the explorer gives both; so do `of_throw(...)[2]` and `localised(...)`."),
        slack=0.0006,
        slips=(
            Slip(
                lambda: (asked.measured(asked.GAMMA_REGION, **STATE), asked.end_of_excess(**STATE)),
                _("That is γ between régions: the same plants, other borders."),
            ),
        ),
    )


def _my_darts() -> Exercise:
    return Exercise(
        "spatial_concentration.3",
        "number, number",
        task=_(
            "Two hundred darts are thrown at the sites of metropolitan France. How many fall on your département,"
            " `my_territory().departement`, on average? And with what probability does none?"
        ),
        expected=lambda: asked.plants_by_chance(my_territory().departement, PLANTS),
        asks=_("a number of plants and a probability, (2.5, 0.1); (0, 1) outside metropolitan France"),
        right=_("Remember this probability before you explain an empty département by its lack of entrepreneurs."),
        hint=_("`site_share(code)` is the share of the sites; n darts all miss it with probability (1 - share) ** n."),
        slips=(
            Slip(
                lambda: asked.plants_by_chance(my_territory().departement, PLANTS, "communes"),
                _("You counted communes: darts are aimed at inhabitants, and communes are of all sizes."),
            ),
        ),
    )


def _sectors() -> Exercise:
    return Exercise(
        "spatial_concentration.4",
        "text, number",
        task=_(
            "Morocco 2024, establishments by province beside inhabitants: which of the four sectors has the largest γ,"
            " and how large is it?"
        ),
        expected=lambda: (asked.most_concentrated(), asked.industry(asked.most_concentrated()).gamma),
        asks=_('a sector and a number, ("commerce", 0.001): industry, construction, commerce or services'),
        right=_("Not industry. Beside all *businesses* the order changes: a γ always answers 'compared with what?'"),
        hint=_(
            "Choose *inhabitants* and *provinces* in the explorer, or call `industry(sector, 'province', 'people')`."
        ),
        slack=0.00002,
        slips=(
            Slip(
                lambda: (
                    asked.most_concentrated("businesses"),
                    asked.industry(asked.most_concentrated("businesses"), against="businesses").gamma,
                ),
                _("That is the answer beside all businesses; the question compares with inhabitants."),
            ),
        ),
        choices=lambda: {sector: sector for sector in asked.SECTORS},
    )


def _alarms() -> Exercise:
    return Exercise(
        "spatial_concentration.5",
        "number",
        task=_(
            "A colleague is in a hurry and draws the global band from 20 throws (60 plants, all alike). What share of"
            " fresh throws of darts would that band call localised?"
        ),
        expected=lambda: asked.alarms(**FEW),
        asks=_("a fraction of 1, such as 0.05"),
        right=_(
            "More than one in five, instead of the one in twenty that it promises. The number of simulations is part of"
            " the result: print it."
        ),
        hint=_('`false_alarms(60, "equal", 20)`, or the last number under the explorer.'),
        slack=0.005,
        slips=(
            Slip(
                lambda: asked.alarms(**FEW | {"simulations": "200"}),
                _("That is for 200 throws: set the throws for the bands to 20."),
            ),
        ),
    )

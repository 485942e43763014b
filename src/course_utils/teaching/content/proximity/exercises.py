"""Exercises of proximity, from one probability to the reader's own distance to the pôles."""

from __future__ import annotations

from course_utils.teaching.content.proximity import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _chance(), _across(), _reach(), _home(), _theme()


def _chance() -> Exercise:
    return Exercise(
        "proximity.1",
        "number",
        task=_(
            "Next door multiplies the odds by 8, one organisation by 10. Two actors are next door in one organisation;"
            " their knowledge differs as that of an average pair. How likely is a link?"
        ),
        expected=lambda: asked.chance(8, 10),
        asks=_("a probability, 0.3"),
        right=_("Each proximity multiplies what the others have left: that is what *activating* means in this model."),
        hint=_("`link_probability([1, 1, 0], weights)` with weights `np.log([8, 10, 1])`."),
        slips=(
            Slip(lambda: asked.chance(18), _("You added the two: odds multiply.")),
            Slip(lambda: 0.01 * 80, _("You multiplied the probability. Multiply the odds, 1 to 99.")),
        ),
    )


def _across() -> Exercise:
    return Exercise(
        "proximity.2",
        "number, number",
        task=_(
            "In population 1, thirty towns and five organisations, distance is idle and belonging and similarity"
            " multiply the odds by 30. How many links are there, and how many of more than 200 km?"
        ),
        expected=lambda: asked.links(asked.ORGANISED),
        asks=_("two counts, (50, 20)"),
        right=_("They cross the map as the pairs do: who is near and who is far no longer matters."),
        hint=_("`population(1, 30, 5).linked(1, 30, 30)` marks the pairs, `.distance` says how far they are apart."),
        tolerance=0.0,
        slips=(Slip(lambda: asked.links(asked.ORGANISED | {"near": "30"}), _("Distance is idle here: near is 1.")),),
    )


def _reach() -> Exercise:
    return Exercise(
        "proximity.3",
        "number, number",
        task=_(
            "Partners that differ by more than 0.6 do not understand one another (reach 0.6). At which similarity,"
            " among the positions of the slider, does a link teach most, and how much is that (1 is the best)?"
        ),
        expected=lambda: asked.best(asked.EXERCISE),
        asks=_("a multiplier and a share, (2.5, 0.5)"),
        right=_(
            "A little similarity weeds out partners whom nobody understands; more of it pairs the alike, who learn"
            " little."
        ),
        hint=_("`best_similarity(0.6)` gives the first, `taught(similar, 0.6).each` the second."),
        slips=(Slip(lambda: asked.best(1.0), _("That is for partners who understand everybody.")),),
    )


def _home() -> Exercise:
    return Exercise(
        "proximity.4",
        "number, number",
        task=_(
            "From the most populated commune of your département, `my_territory().departement`: how many pôles have"
            " their home town within 100 km, and how far is the nearest, in km?"
        ),
        expected=lambda: _seen(my_territory().departement),
        asks=_("a count and kilometres, (3, 25)"),
        right=_(
            "Now ask who in your département belongs to one of them. That is the distance which the map does not show."
        ),
        hint=_("`home(my_territory().departement)` has `.close` and `.kilometres`."),
        slack=0.5,
    )


def _seen(departement: str) -> tuple[float, float]:
    found = asked.home(departement)
    return found.close, float(found.kilometres[0])


def _theme() -> Exercise:
    return Exercise(
        "proximity.5",
        "text, number",
        task=_("In which group of themes are the pôles closest to one another (median distance), and how far is that?"),
        expected=lambda: (asked.closest(), asked.median(asked.closest())),
        asks=_('a theme and kilometres, ("food", 400)'),
        right=_("And still hundreds of kilometres: within a theme, proximity has to be organised, or temporary."),
        hint=_("`np.median(distances(theme))` for the themes that the fourth explorer offers."),
        slack=1.0,
        choices=lambda: {theme: theme for theme in asked.themes()},
    )

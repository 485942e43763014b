"""Exercises of beyond high technology, from one density to a path and the reader's own région."""

from __future__ import annotations

from course_utils.teaching.content.beyond_high_tech import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _, number, say


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _density(), _times(), _levels(), _region(), _path()


def _density() -> Exercise:
    return Exercise(
        "beyond_high_tech.1",
        "number",
        task=say(
            _("What is the density of {activity} for {place} at the start, at threshold 1?"),
            activity=asked.ACTIVITY,
            place=asked.PLACE,
        ),
        expected=lambda: asked.density(asked.PLACE, asked.ACTIVITY),
        asks=_("a fraction, 0.25"),
        right=_("Each neighbour counts by its proximity: four weak ones may be worth less than one that is close."),
        hint=_("`next_for(space_at(1.0), place)` lists what the place lacks, the nearest first."),
        slack=0.005,
        slips=(
            Slip(
                lambda: 100 * asked.density(asked.PLACE, asked.ACTIVITY), _("Give it as a fraction, not in per cent.")
            ),
        ),
    )


def _times() -> Exercise:
    return Exercise(
        "beyond_high_tech.2",
        "number",
        task=_(
            "Ask for twice the average share (threshold 2). How many times likelier than the furthest fifth is the"
            " nearest fifth to be taken up within ten years?"
        ),
        expected=lambda: asked.times("2"),
        asks=_("a ratio, 5.0"),
        right=_("Less than at threshold 1: entering is not yet weighing twice the average, and that takes longer."),
        hint=_("`entries(2.0).rates` holds the five shares, from far to near."),
        slack=0.05,
        slips=(Slip(lambda: asked.times("1"), _("That is the ratio at threshold 1.")),),
    )


def _levels() -> Exercise:
    return Exercise(
        "beyond_high_tech.3",
        "text, number",
        task=_(
            "At threshold 3, which level of technology has the highest median proximity to its five nearest, and how"
            " high is it?"
        ),
        expected=lambda: (asked.densest("3"), asked.medians("3")[asked.densest("3")]),
        asks=_('a level and a number, ("medium", 0.3): "low", "medium" or "high"'),
        right=_("The order of the levels changes with the threshold: no level is dense by nature."),
        hint=_('`fields(3.0).groupby("technology")["near"].median()`, or the fourth figure.'),
        slack=0.005,
        choices=lambda: {level: level for level in asked.LEVELS},
    )


def _region() -> Exercise:
    return Exercise(
        "beyond_high_tech.4",
        "number, number",
        task=_(
            "Your département, `my_territory().departement`, was part of one of the 22 régions of metropolitan France"
            " or overseas. Of how many pôles of 2005 was that région part? How many of them lie beyond high technology?"
        ),
        expected=lambda: asked.home(my_territory().departement)[::-1],
        asks=_("two counts, (7, 5)"),
        right=_("A count of labels is what was asked for and granted. Whether anything grew there is another table."),
        hint=_("`home(my_territory().departement)` lists both kinds for the end of 2005."),
        tolerance=0.0,
        slips=(
            Slip(
                lambda: asked.home(my_territory().departement),
                _("These are the two counts in the other order: all pôles first."),
            ),
        ),
    )


def _path() -> Exercise:
    return Exercise(
        "beyond_high_tech.5",
        "text, number",
        task=say(
            _("{place} takes up what lies nearest, {n} times (threshold 1). Which is the last, and at which density?"),
            place=asked.WALKER,
            n=number(int(asked.STEPS)),
        ),
        expected=lambda: asked.walked(asked.WALKER, asked.STEPS),
        asks=_('an activity and a fraction, ("Wine", 0.25)'),
        right=_("Each step made the next one nearer: its neighbours had gained a neighbour."),
        hint=_("`path(space_at(1.0), place, 3)` has `.entered` (numbers of activities) and `.at`."),
        slack=0.005,
        choices=lambda: {name: name for name in asked.activities()},
        slips=(),
    )

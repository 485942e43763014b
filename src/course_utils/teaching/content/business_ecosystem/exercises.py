"""Exercises of business ecosystems, from one keystone to the pôles of the reader's own région."""

from __future__ import annotations

from course_utils.teaching.content.business_ecosystem import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _

START = ("hub", "a1", "b1", "c1", "d1")


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fifth is on the reader's territory."""
    return _substitutes(), _needed(), _rival(), _break(), _mine()


def _substitutes() -> Exercise:
    return Exercise(
        "business_ecosystem.1",
        "number, number",
        task=_(
            "Four functions, each adds 1, three firms can do each. Which fraction does the keystone take, and which a"
            " single firm?"
        ),
        expected=lambda: (asked.keystone(rivals=3).share, asked.each(rivals=3)),
        asks=_("two fractions, the keystone's first, (0.5, 0.1)"),
        right=_("s / (s + 1) with s firms a function; the rest, divided among twelve, is hardly anything."),
        hint=_("`split(4, 3)` has `.share`, and `.one` over `.value` is the second. Or read the explorer's sentence."),
        tolerance=0.02,
        slips=(
            Slip(
                lambda: (asked.keystone(rivals=3).share, 1 - asked.keystone(rivals=3).share),
                _("The second is what all twelve firms get together."),
            ),
        ),
    )


def _needed() -> Exercise:
    return Exercise(
        "business_ecosystem.2",
        "set",
        task=_("All eight are in, all or nothing. Without which firms, hubs apart, is nothing left?"),
        expected=lambda: asked.needed(*asked.PLAYERS, rule="all"),
        asks=_('a set of names, {"A1", "B1"}'),
        right=_("Whoever does alone what all need. Substitutes, even of the hub, protect nobody else."),
        hint=_("Look at the grey bars of the second figure, or at `.lost` of `build`. Who has a twin?"),
        slips=(Slip(lambda: asked.needed(*START, rule="all"), _("That was without the twins: A2 and B2 are in now.")),),
        choices=lambda: {who.upper(): who.upper() for who in asked.PLAYERS if len(who) == 2},
    )


def _rival() -> Exercise:
    return Exercise(
        "business_ecosystem.3",
        "number",
        task=_(
            "Back to one firm a function and each adds 1: hub, A1, B1, C1, D1. Now let the rival hub in. Which fraction"
            " do both hubs take together?"
        ),
        expected=lambda: asked.hubs_take(*START, "rival"),
        asks=_("a fraction between 0 and 1"),
        right=_("A third for both, a sixth for each: two hubs that can replace one another have half of one's power."),
        hint=_("`build(START | {'rival'})`, then the first two of `.shapley` over `.value`."),
        tolerance=0.02,
        slips=(
            Slip(lambda: asked.hubs_take(*START), _("That is what one hub took alone. Is it still needed?")),
            Slip(lambda: asked.hubs_take(*START, "rival") / 2, _("That is the share of each; both were asked for.")),
        ),
    )


def _break() -> Exercise:
    return Exercise(
        "business_ecosystem.4",
        "number",
        task=_(
            "Two hubs, half of the niche players with both. How few of the best connected must go for less than half of"
            " all to hang together?"
        ),
        expected=lambda: asked.fewest_to_break("2"),
        asks=_("a number of members"),
        right=_("Both hubs. Half of the niche players had a way round the first, nobody has one round the second."),
        hint=_("Set the explorer to hubs first and read its sentence for 2 %, 5 % and 10 %."),
        tolerance=0.0,
        slack=0.1,
        slips=(Slip(lambda: asked.fewest_to_break("1"), _("That is enough with one hub, not with two.")),),
    )


def _mine() -> Exercise:
    return Exercise(
        "business_ecosystem.5",
        "number, number",
        task=_(
            "How many pôles were ever labelled in the région of `my_territory()`, as drawn until 2015? Suppose that a"
            " large firm from outside needs four things, each adds 1, and every one of these pôles can do all four:"
            " which fraction does the large firm take? (0 if it finds nobody.)"
        ),
        expected=lambda: _home(),
        asks=_("a whole number and a fraction, (5, 0.5)"),
        right=_(
            "The more alike the pôles of a région are, the less it keeps. To be many is an advantage only for who is"
            " different."
        ),
        hint=_("`at_home(my_territory().departement)` lists them; put their number into `split(4, ...)`."),
        tolerance=0.01,
        slips=(Slip(lambda: (_home()[0], 1 - _home()[1]), _("That is what is left to the pôles.")),),
    )


def _home() -> tuple[int, float]:
    many = asked.poles(my_territory().departement)
    return many, asked.shopped_among(many)

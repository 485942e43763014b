"""Exercises of knowledge networks, from the ring to the reader's own région."""

from __future__ import annotations

from course_utils.teaching.content.knowledge_networks import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fifth is on the reader's territory."""
    return _ring(), _kept(), _gate(), _pole(), _mine()


def _ring() -> Exercise:
    return Exercise(
        "knowledge_networks.1",
        "number",
        task=_("What is the clustering of a ring without pipelines in which every firm has 14 links?"),
        expected=lambda: float(asked.world("14").clustering[0]),
        asks=_("a number between 0 and 1"),
        right=_("3 (k - 2) / (4 (k - 1)): it climbs towards 3/4 as firms get more links, and does not depend on n."),
        hint=_("Put k = 14 into the formula of the model, or ask `small_world` of a ring without pipelines."),
        slips=(Slip(lambda: float(asked.world("10").clustering[0]), _("That is the ring with 10 links.")),),
    )


def _kept() -> Exercise:
    return Exercise(
        "knowledge_networks.2",
        "number, number",
        task=_(
            "With ten links a firm and 10 % of pipelines: which part of the ring's path length is left, and which part"
            " of its clustering?"
        ),
        expected=lambda: asked.kept("0.1"),
        asks=_("two fractions, path length first, (0.5, 0.5)"),
        right=_("Firms are almost as near as in a random network, and most of each neighbourhood is still there."),
        hint=_(
            "`world(10)` holds both along `SHARES`; the share of 10 % is number 4. Or read the explorer's sentence."
        ),
        tolerance=0.02,
        slips=(Slip(lambda: asked.kept("0.1")[::-1], _("You have the two the wrong way round.")),),
    )


def _gate() -> Exercise:
    return Exercise(
        "knowledge_networks.3",
        "number",
        task=_("How few gatekeepers must leave for each of the four clusters to be alone?"),
        expected=asked.fewest_to_cut_all,
        asks=_("a number of gatekeepers, 0 to 6"),
        right=_(
            "Every pipeline must lose one of its two ends. B1 and C1 hold three of the four pipelines between them; it"
            " is their leaving that a cluster policy should fear."
        ),
        hint=_("Click in the explorer until all four are cut off. Which gatekeepers hold two pipelines?"),
        tolerance=0.0,
        slack=0.1,
        slips=(
            Slip(lambda: 4, _("One for each pipeline works, but two gatekeepers hold more than one pipeline.")),
            Slip(lambda: 2, _("With two gone, two clusters still hear of one another: look at all four pipelines.")),
        ),
    )


def _pole() -> Exercise:
    return Exercise(
        "knowledge_networks.4",
        "text, number",
        task=_(
            "Link the pôles by shared themes and by mergers only (`theme`). Which pôle is most between, and which share"
            " of the 83 is in the largest part without it?"
        ),
        expected=lambda: asked.first_cut("theme"),
        asks=_('a name and a fraction, ("Minalogic", 0.5)'),
        right=_(
            "It absorbed pôles of two other themes in 2018 and 2019: such mergers are what joins the themes at all."
        ),
        hint=_("`net('theme')` has `.order` and `.whole`; names are in `labelled().index`."),
        slips=(Slip(lambda: asked.first_cut("region"), _("That is the answer for shared régions.")),),
        choices=lambda: {asked.name(i): asked.name(i) for i in range(83)},
    )


def _mine() -> Exercise:
    return Exercise(
        "knowledge_networks.5",
        "number, number",
        task=_(
            "How many pôles were ever labelled in the région of `my_territory()` as drawn until 2015, and how many"
            " others, elsewhere, share a theme with one of them? The first are neighbours, the second are possible"
            " pipelines."
        ),
        expected=lambda: asked.neighbours(my_territory().departement),
        asks=_("two whole numbers, (5, 20)"),
        right=_("A région with few pôles may have many relatives far away: to find them is what gatekeepers are for."),
        hint=_("`at_home(my_territory().departement)` gives the first; compare `labelled().theme` for the second."),
        tolerance=0.0,
        slack=0.1,
    )

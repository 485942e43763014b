"""Exercises of local productive systems, from a table on paper to the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.local_productive_systems import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the last two are on the reader's territory."""
    return _paper(), _list(), _communes(), _difference(), _mine()


def _paper() -> Exercise:
    return Exercise(
        "local_productive_systems.1",
        "number",
        task=_(
            "Three regions, three sectors: the rows 20, 10, 10; 10, 30, 20; 10, 20, 70. Compute by hand the quotient of"
            " the first region in the first sector."
        ),
        expected=lambda: asked.small_quotient(0, 0),
        asks=_("a quotient, above 0"),
        right=_("Half of the first region's jobs are in a sector that has a fifth of all jobs."),
        hint=_("Divide the share of the sector in the region (20 of 40) by its share in the whole (40 of 200)."),
        slips=(
            Slip(lambda: 20 / 40, _("That is the share in the region. Compare it with the share in the whole.")),
            Slip(lambda: 1 / asked.small_quotient(0, 0), _("You divided the whole by the region: turn it round.")),
        ),
    )


def _list() -> Exercise:
    def answer(quotient: float = 1.3) -> tuple[float, float]:
        found = asked.count(sector="industry", quotient=quotient, size="0", lot="50")
        return float(found.listed), float(found.sure)

    return Exercise(
        "local_productive_systems.2",
        "number, number",
        task=_(
            "How many départements reach a quotient of 1.3 in industry as counted? And how many do so in 95 % of"
            " recounts, if jobs come and go 50 at a time?"
        ),
        expected=answer,
        asks=_("two counts, (40, 20)"),
        right=_("The difference is the part of the list that you should not sign."),
        hint=_('`spl.count(spl.departements(), "industry", spl.Thresholds(quotient=1.3), lot=50)`.'),
        tolerance=0.0,
        slips=(Slip(lambda: answer(1.5), _("That is the list for 1.5, the explorer's default.")),),
    )


def _communes() -> Exercise:
    return Exercise(
        "local_productive_systems.3",
        "text, text",
        task=_(
            "Which of the four thresholds changes the list in industry most between its lowest and its highest value:"
            " for French départements, and for Moroccan communes?"
        ),
        expected=lambda: (asked.decisive("france"), asked.decisive("morocco")),
        asks=_('two names, ("share", "density"), of "quotient", "share", "density", "size"'),
        right=_("A département is never small, a commune often is: which threshold decides depends on the unit."),
        hint=_("`spl.swing` gives the length of the list at both ends; the last figures of both explorers show it."),
        choices=lambda: {criterion: criterion for criterion in ("quotient", "share", "density", "size")},
    )


def _difference() -> Exercise:
    return Exercise(
        "local_productive_systems.4",
        "number",
        task=_(
            "How far is your département, `my_territory().departement`, from the country's mix of sectors in 2018?"
            " Give the Krugman index."
        ),
        expected=lambda: asked.difference(my_territory().departement),
        asks=_("an index, 0 to 2"),
        right=_("Half of it is the share of jobs that would have to change sector to make your département average."),
        hint=_("`krugman_index(own, places.shares)`, where `own` is your row of `places.counts` over its sum."),
        slack=0.0005,
        slips=(
            Slip(
                lambda: asked.difference(my_territory().departement) / 2,
                _("That is half of it: the index adds up the differences of all sectors, up and down."),
            ),
        ),
    )


def _mine() -> Exercise:
    return Exercise(
        "local_productive_systems.5",
        "text, number",
        task=_(
            "By which sector is your département listed most often, and in what share of all lists? (If it is in none:"
            " the sector of its highest quotient, and 0.)"
        ),
        expected=lambda: asked.best(my_territory().departement),
        asks=_('a sector of `spl.departements().sectors` and a fraction, ("industry", 0.3)'),
        right=_("Would somebody who wants your département in the list know which threshold to argue about?"),
        hint=_("`spl.home(my_territory().departement)` has `.best` and `.most`."),
        slack=0.01,
        choices=lambda: {sector: sector for sector in asked.standing().places.sectors},
    )

"""Exercises of core and periphery, from one threshold to a planner's calendar and the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.core_periphery import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _

OTHER = {"sigma": "6", "mu": "0.4"}


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _break(), _subsidy(), _calendar(), _my_jobs(), _sectors()


def _break() -> Exercise:
    return Exercise(
        "core_periphery.1",
        "number",
        task=_("With an elasticity of 6 and 40 % of manufactures, below which transport cost does balance break?"),
        expected=lambda: asked.break_point(**OTHER),
        asks=_("a transport cost T, above 1"),
        right=_(
            "Lower than with an elasticity of 5: where varieties replace one another easily, being far from the large"
            " market costs more customers, and firms stay close to both."
        ),
        hint=_("Choose the elasticity in the explorer and read the sentence, or call `break_point(6, 0.4)`."),
        slips=(
            Slip(lambda: asked.sustain_point(**OTHER), _("That is the sustain point, where a *core* gives way.")),
            Slip(lambda: asked.break_point(), _("That is the break point for an elasticity of 5.")),
        ),
    )


def _subsidy() -> Exercise:
    return Exercise(
        "core_periphery.2",
        "number, number",
        task=_(
            "At T = 1.5 (elasticity 5, 40 % of manufactures) all workers are in region 1. Up to which subsidy does"
            " nobody leave? And with a subsidy of 8 %, what share of them is in region 1 in the end?"
        ),
        expected=lambda: (asked.resisted(1.5), asked.ends(1.0, 1.5, 0.08)),
        asks=_("two fractions, (0.1, 0.5)"),
        right=_(
            "Up to the threshold nothing, past it everything: that is why such policies look useless, then brutal."
        ),
        hint=_("`sustain_subsidy(1.5, 5, 0.4)` gives the first; the tomahawk with a subsidy of 8 % shows the second."),
        slack=0.001,
    )


def _calendar() -> Exercise:
    return Exercise(
        "core_periphery.3",
        "number",
        task=_(
            "In the story, transport costs fall at medium pace and you can pay 5 % for twenty years. Which is the last"
            " first year (in steps of five) with which most workers are in region 2 in year 120?"
        ),
        expected=lambda: asked.last_call("0.05", "20"),
        asks=_("a year of the story, 0 to 100"),
        right=_("Five years later the same money comes too late. A policy has a date, not only a rate."),
        hint=_("Move the first year in the second explorer, or use `last_call(0.05, 20)`."),
        tolerance=0.0,
        slack=0.5,
        slips=(
            Slip(
                lambda: asked.last_call("0.1", "20"), _("That is the last year for 10 %, a rate that no core resists.")
            ),
            Slip(lambda: asked.last_call("0.05", "20") + 5, _("One step too late: look where the path ends.")),
        ),
    )


def _my_jobs() -> Exercise:
    return Exercise(
        "core_periphery.4",
        "number, number",
        task=_(
            "How many jobs did your département, `my_territory().departement`, have in 2018 for each inhabitant of the"
            " census of 2018? And how many times is that the figure of the whole country, overseas included?"
        ),
        expected=lambda: asked.jobs_per_inhabitant(my_territory().departement),
        asks=_("jobs per inhabitant and a ratio, (0.4, 0.9)"),
        right=_(
            "Ask who holds these jobs. A département below 1 may be poor in jobs, or rich in commuters: the figure does"
            " not say which."
        ),
        hint=_("The census of 2018 came into force in 2021: divide by `population_2021`, then by the ratio of sums."),
        slips=(
            Slip(
                lambda: asked.jobs_per_inhabitant(my_territory().departement, "population_2026"),
                _("You divided jobs of 2018 by the inhabitants of 2023: take the census of 2018."),
            ),
        ),
    )


def _sectors() -> Exercise:
    return Exercise(
        "core_periphery.5",
        "text, number",
        task=_(
            "Compute Williamson's index of jobs per inhabitant (metropolitan France, 2018) for industry, business"
            " services and public services. For which one is it largest, and how large?"
        ),
        expected=lambda: (asked.most_dispersed(), asked.dispersion(asked.most_dispersed())),
        asks=_('a sector and a number, ("industry", 0.5): "industry", "business" or "public"'),
        right=_("Four times the dispersion of public services: what the State pays for is spread most evenly."),
        hint=_("`williamson(jobs_per_inhabitant(sector), population)`, or the map's sentence in the third explorer."),
        slack=0.005,
        choices=lambda: {sector: sector for sector in asked.SECTORS},
    )

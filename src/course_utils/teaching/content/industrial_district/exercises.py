"""Exercises of the industrial district, from a taste to a sieve and the reader's own département."""

from __future__ import annotations

from course_utils.teaching.content.industrial_district import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.territory import my_territory
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the fourth is on the reader's territory."""
    return _alone(), _never(), _strict(), _mine(), _hits()


def _alone() -> Exercise:
    return Exercise(
        "industrial_district.1",
        "number",
        task=_(
            "Neighbours are worth nothing. What share of firms does the best of three places get if its edge is 0.5?"
        ),
        expected=lambda: asked.geography(0.5, 3),
        asks=_("a fraction, 0.3 for instance"),
        right=_(
            "Every firm whose taste for it is above 0.5 comes whatever it thinks of the others: that alone is one half."
        ),
        hint=_("`geography(3, edge=0.5)`, or add up the chances by hand: tastes above 0.5, then those below."),
        slips=(
            Slip(lambda: 1 / 3 + 0.5, _("The edge does not simply add to a third: some of these firms came anyway.")),
            Slip(lambda: asked.geography(0.1, 3), _("That is for an edge of 0.1.")),
        ),
    )


def _never() -> Exercise:
    return Exercise(
        "industrial_district.2",
        "number, number",
        task=_(
            "Two places, one founder each, beta = 2, a hundred firms come. What is the chance that *all* go to the same"
            " place? And with beta = 1?"
        ),
        expected=lambda: (asked.never_another(2.0, 100), asked.never_another(1.0, 100)),
        asks=_("two chances, (0.5, 0.1)"),
        right=_(
            "With beta = 2 the chance stays above one half however many come; with beta = 1 it falls as 2/(n + 1)."
        ),
        hint=_("`exact(2.0, 100)` is the whole law: its first and its last entry."),
        slack=0.0005,
        slips=(
            Slip(
                lambda: (asked.never_another(2.0, 100) / 2, asked.never_another(1.0, 100) / 2),
                _("That is for place A alone; place B may take all as well."),
            ),
        ),
    )


def _strict() -> Exercise:
    return Exercise(
        "industrial_district.3",
        "number, number",
        task=_(
            "In the sieve, ask for twice the country's share at step 3 and for 60 % at step 4, the rest as usual. How"
            " many districts are left if small means fewer than 250 jobs, and how many if it means fewer than 50?"
        ),
        expected=lambda: tuple(
            float(asked.found(dominant="2", small_dominant="0.6", small_means=size).counts[-1])
            for size in ("250", "50")
        ),
        asks=_("two whole numbers, (10, 5)"),
        right=_("Each threshold has its reasons. The list of districts is made of all of them at once."),
        hint=_("`funnel((1, 1, 2, 0.6), small)`, or set the explorer and read the sentence."),
        tolerance=0.0,
        slack=0.1,
    )


def _mine() -> Exercise:
    return Exercise(
        "industrial_district.4",
        "number, text",
        task=_(
            "What is the location quotient of industry in your département, `my_territory().departement`, in 2018, and"
            " which of the seven sectors has the highest quotient there?"
        ),
        expected=lambda: _industry_and_highest(my_territory().departement),
        asks=_('a quotient and a sector as the table writes it, (1.2, "industry")'),
        right=_("That is step 1, and all that seven sectors can say. Which trade? What sizes? Ask a finer table."),
        hint=_("`sectors().loc[code]`; quotients compare with the sum of all départements of the table."),
        slack=0.005,
        choices=lambda: {sector: sector for sector in asked.quotients("38")},
    )


def _industry_and_highest(code: str) -> tuple[float, str]:
    found = asked.quotients(code)
    return found["industry"], max(found, key=lambda sector: found[sector])


def _hits() -> Exercise:
    return Exercise(
        "industrial_district.5",
        "number",
        task=_(
            "Only with synthetic data can one ask: of the places that pass the four usual steps, what share was *not*"
            " made as a district?"
        ),
        expected=lambda: 1 - asked.found().hits[0] / asked.found().counts[-1],
        asks=_("a fraction, 0.25 for instance"),
        right=_("False alarms and misses trade off: a stricter sieve has fewer of the first and more of the second."),
        hint=_("`funnel().hits` gives those that were made as districts and passed; `funnel().counts` the rest."),
        slips=(
            Slip(
                lambda: 1 - asked.found().hits[0] / asked.found().hits[1],
                _("That is the share of districts that were *missed*."),
            ),
        ),
    )

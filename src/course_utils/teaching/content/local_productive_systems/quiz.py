"""The quiz of local productive systems: rulers, averages, chance, scale, and what a list does not see."""

from __future__ import annotations

from course_utils.teaching.content.local_productive_systems import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

QUOTIENT, SHARE = 1.5, 0.12


def quiz() -> tuple[Question, ...]:
    """Five questions, from the ruler to what it cannot measure."""
    return _ruler(), _mean(), _lots(), _record(), _defence()


def _ruler() -> Question:
    ask = _(
        "You list the départements whose quotient in industry is at least {q}. A colleague adds: at least {share} of"
        " their jobs must be in industry. Whom does the addition drop?"
    )
    right = _(
        "Industry has {nation} of the country's jobs, so a quotient of {q} *is* a share of {own}. Within one sector the"
        " two thresholds are one ruler with two scales; they part ways when sectors are compared."
    )
    small = _("Size is the number of jobs. Which of the two thresholds here looks at a number of jobs?")
    some = _("Multiply the quotient by the share of industry in the country: what share does it ask for already?")
    told = say(
        right,
        nation=percent(asked.national_share(), 1),
        q=number(QUOTIENT, 1),
        own=percent(QUOTIENT * asked.national_share(), 1),
    )
    return Question(
        say(ask, q=number(QUOTIENT, 1), share=percent(SHARE)),
        (
            Option(_("Nobody"), told, right=True),
            Option(_("The small ones"), small),
            Option(_("About half of them"), some),
        ),
    )


def _mean() -> Question:
    quotients = asked.quotients()
    ask = _(
        "The plain mean of the quotients in industry is {mean}, and {above} of {n} départements lie above 1. An error?"
    )
    right = _(
        "The mean that must be 1 is weighted by jobs. A few very large départements with little industry, Paris first,"
        " balance many small ones that have more."
    )
    error = _("Compute the mean again with each département weighted by its jobs in all sectors.")
    growth = _("Nothing here compares two dates: the quotient sets a place against the country of the same year.")
    return Question(
        say(
            ask,
            mean=number(float(quotients.mean()), 2),
            above=number(int((quotients > 1).sum())),
            n=number(len(quotients)),
        ),
        (
            Option(_("Yes: quotients average to 1"), error),
            Option(_("No: only their mean weighted by jobs is 1"), right, right=True),
            Option(_("No: industry is growing"), growth),
        ),
    )


def _lots() -> Question:
    one, many = (asked.count(sector="industry", quotient=QUOTIENT, lot=lot) for lot in ("1", "500"))
    ask = _(
        "Industry, quotient of {q}. If jobs come and go one by one, {few} départements are in doubt. If they come and"
        " go 500 at a time, {many} are. What changed?"
    )
    right = _(
        "The table is the same, and so is the list as counted ({listed}). But a thousand jobs in two plants are two"
        " draws, not a thousand. Without establishments in the table, the doubt is an assumption of yours."
    )
    data = _("No figure changed. How many independent decisions stand behind 1,000 jobs in two plants?")
    cut = _("The cut stayed at {q}. Look at the bands of the third figure instead.")
    return Question(
        say(ask, q=number(QUOTIENT, 1), few=number(one.doubtful), many=number(many.doubtful)),
        (
            Option(_("The quality of the data"), data),
            Option(
                _("How many independent events the jobs stand for"), say(right, listed=number(one.listed)), right=True
            ),
            Option(_("The threshold"), say(cut, q=number(QUOTIENT, 1))),
        ),
    )


def _record() -> Question:
    found = asked.funnel()
    name, total = found.places.names[found.top], float(found.places.totals[found.top])
    ask = _("Of {n} Moroccan communes, which sort holds the highest quotient in industry, {q}?")
    right = _(
        "{name}: {total} business in all, and it happens to be industrial. At the other end {zero} communes have no"
        " industry whatever, and they are small too. Small places hold both records, by chance alone."
    )
    at = found.places.column("industry")
    big = _("Large places lie near 1: look at the right end of the funnel. Where is it wide?")
    none = float((found.places.counts[:, at] == 0).sum())
    told = say(right, name=name, total=number(total), zero=number(none))
    return Question(
        say(ask, n=number(len(found.places.names)), q=number(float(found.quotients[found.top]), 2)),
        (
            Option(_("An industrial suburb of Casablanca"), big),
            Option(_("A port with large plants"), _("Businesses are counted here, not jobs: one plant is one.")),
            Option(_("A village with next to no businesses"), told, right=True),
        ),
    )


def _defence() -> Question:
    ask = _(
        "{first} is in every list, by finance, property and business services: the towers of La Défense. Haute-Savoie,"
        " home of the bar turners of the Arve valley, is in {arve} of the lists of industry. What should you conclude?"
    )
    right = _(
        "A list of quotients sees who is beside whom. Whether they train together, lend each other machines and share"
        " orders, it cannot see; and a valley drowns in its département, a trade in its sector."
    )
    jobs, year = asked.valley_jobs()
    dead = say(
        _("The dataset `districts` counts {jobs} jobs there about {year}. Look at the units instead."),
        jobs=number(jobs),
        year=year,
    )
    strict = _(
        "Lower any threshold you like: La Défense stays in, and the valley is still averaged with its ski resorts."
    )
    return Question(
        say(ask, first="Hauts-de-Seine", arve=percent(asked.listed_share("Haute-Savoie"))),
        (
            Option(_("That the Arve valley is no longer a local productive system"), dead),
            Option(_("That thresholds are too strict"), strict),
            Option(_("That concentration is not yet a system, and that units matter"), right, right=True),
        ),
    )

"""Exercises of the genealogy, from one mean to the test of a trend."""

from __future__ import annotations

from course_utils.teaching.content.genealogy import asked
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.words import _


def exercises() -> tuple[Exercise, ...]:
    """Five exercises, easiest first; the third is on the reader's territory."""
    return _mean(), _at_least(), _territory(), _three(), _longest()


def _mean() -> Exercise:
    return Exercise(
        "genealogy.1",
        "number",
        task=_(
            "A use is now a policy that *says the word*, wherever it is decided. What is the mean lag of the concepts"
            " that have one, in years? One decimal will do."
        ),
        expected=lambda: asked.told(use="names")[0].mean,
        asks=_("a number of years"),
        right=_("The mean of four lags, from one year to nineteen: would you call that a typical lag?"),
        hint=_('Choose the definition and read the first sentence, or call `summary(lags(use="names"))`.'),
        slack=0.06,
        slips=(
            Slip(
                lambda: asked.told(use="follows")[0].mean,
                _("That counts policies that follow the idea without the word. Take those that say it."),
            ),
            Slip(
                lambda: asked.told(use="names", reach="france")[0].mean,
                _("That leaves out Italy and Spain. Take any policy of the table."),
            ),
            Slip(lambda: asked.told()[0].mean, _("That is the mean of the widest definition.")),
        ),
    )


def _at_least() -> Exercise:
    return Exercise(
        "genealogy.2",
        "number",
        task=_(
            "Same definition. Now count the concepts that still wait as well, each with the years that it has waited"
            " until the end of the table. What is the mean of all ten?"
        ),
        expected=lambda: asked.told(use="names")[0].at_least,
        asks=_("a number of years"),
        right=_("And the true mean is larger still, since none of these waits is over."),
        hint=_("Add the known lags and the waits so far, and divide by the number of concepts."),
        tolerance=0.015,
        slips=(
            Slip(
                lambda: asked.told(use="names")[0].mean,
                _("That is the mean of the known lags. The concepts that wait count too."),
            ),
            Slip(lambda: asked.told()[0].at_least, _("That is the widest definition. Take *says the word*.")),
        ),
    )


def _territory() -> Exercise:
    return Exercise(
        "genealogy.3",
        "number, number",
        task=_(
            "Take your département, `my_territory().departement`, and the rest of its old région. How many policies do"
            " the datasets locate there in all, and how many of them are pôles de compétitivité?"
        ),
        expected=asked.counted,
        asks=_("two numbers, (3, 2)"),
        right=_("What does the difference hold: growth poles, a balancing metropolis, or nothing before 2005?"),
        hint=_("Choose your territory in the first explorer and count the rows of the third panel."),
    )


def _three() -> Exercise:
    return Exercise(
        "genealogy.4",
        "number",
        task=_(
            "Growth pole, cluster, industrial ecosystem: quoted in this order, their lags rise (the definition with"
            " which the explorer opens). Sort the three by date of publication. What is the exact p of that order,"
            " either way, among the six in which three lags can come?"
        ),
        expected=asked.chance_of_quoted,
        asks=_("a fraction between 0 and 1"),
        right=_(
            "By date the industrial ecosystem (1989) comes before the cluster (1990), and the steady rise is gone. Even"
            " a steady rise of three would have been met by two orders in six: three examples illustrate, they do not"
            " test."
        ),
        hint=_(
            "Sort the three by year of publication, count the pairs of which the later is slower, and ask in how many"
            " of the six orders the balance is as large, one way or the other."
        ),
        tolerance=0.02,
        slips=(
            Slip(
                lambda: asked.chance_of_quoted(by_date=False),
                _("That takes them in the order in which they are quoted. Sort them by year of publication."),
            ),
            Slip(lambda: asked.chance_of_quoted() / 2, _("That counts one direction only. Count both.")),
        ),
    )


def _longest() -> Exercise:
    return Exercise(
        "genealogy.5",
        "text, number",
        task=_(
            "A use is now a policy *decided in France for the whole country*, by the widest idea of a use that is not"
            " older than the word. Which concept waits longest, and for how many years so far?"
        ),
        expected=asked.longest_wait,
        asks=_('a concept and a number of years, ("cluster", 10)'),
        right=_("The concept that gave this course its title has, by this definition, no policy at all."),
        hint=_("Choose whose policy counts, and look for the longest dashed line; its length is in the table below."),
        tolerance=0.015,
        choices=asked.written,
    )

"""The quiz of the industrial district: bounds, urns, the word small, and what a count counts."""

from __future__ import annotations

from course_utils.teaching.content.industrial_district import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

FEW = 0.1


def quiz() -> tuple[Question, ...]:
    """Five questions, from the model to the tables."""
    return _bound(), _urn(), _small(), _italy(), _provinces()


def _bound() -> Question:
    ask = _(
        "All neighbours together are worth at most half the spread of tastes, however many there are. Firms keep coming"
        " for ever. What do you see?"
    )
    shares = _(
        "Whoever leads, some firm always likes another place so much that half a spread does not hold it. Over"
        " {n} firms the largest of six places has {share} on average."
    )
    takes = _("For that one neighbour more must be worth something for ever, or at least more than any taste can be.")
    even = _("Equal places would; but A is a better site, and the past leaves a trace for long.")
    told = say(shares, n=number(400), share=percent(asked.winner_share(bound="0.5")))
    return Question(
        ask,
        (
            Option(_("All places go on getting firms"), told, right=True),
            Option(_("One place takes all, which one depends on history"), takes),
            Option(_("All places have the same number of firms at any time"), even),
        ),
    )


def _urn() -> Question:
    ask = _(
        "Two places, one founder each, and each newcomer copies a firm drawn at random (beta = 1). In what part of all"
        " histories does place A end with less than {few} of the firms?"
    )
    right = _(
        "{part} of our thousand histories did. In Pólya's urn every share is as likely as any other, so that the part"
        " below {few} is {few}."
    )
    none = _("You expect shares near one half. Nothing pulls them there: early draws are never averaged out.")
    half = _("That would be lock-in, beta above 1: there nearly every history ends at one edge or the other.")
    told = say(right, part=percent(asked.below(FEW)), few=percent(FEW))
    return Question(
        say(ask, few=percent(FEW)),
        (
            Option(_("Almost none"), none),
            Option(_("About one in ten"), told, right=True),
            Option(_("About half"), half),
        ),
    )


def _small() -> Question:
    usual, strict = asked.found(), asked.found(small_means="50")
    ask = _(
        "In the sieve, thresholds stay where they are, but *small* now means fewer than 50 jobs in a plant instead of"
        " fewer than 250. How many of the {n} districts are left?"
    )
    right = _(
        "{left} of {n}. Not one job moved. Among those that are lost, {lost} had been made as districts by the"
        " generator."
    )
    lost = usual.hits[0] - strict.hits[0]
    told = say(right, left=number(strict.counts[-1]), n=number(usual.counts[-1]), lost=number(lost))
    same = _("Step 2 is relative and hardly moves. But what does step 4 compare with one half?")
    none = _("Medium plants carry some of these places, but by no means all. Look at the last column.")
    return Question(
        say(ask, n=number(usual.counts[-1])),
        (
            Option(_("All: the steps are relative to the average"), same),
            Option(_("None"), none),
            Option(_("About two thirds"), told, right=True),
        ),
    )


def _italy() -> Question:
    first, second = asked.italy("original"), asked.italy("2011-type")
    ask = _(
        "For one and the same year, 2001, Italy had {first} industrial districts in one publication of Istat and"
        " {second} in a later one. What had happened?"
    )
    right = _(
        "The local labour systems were drawn anew by the method of 2011, and the later figure is for comparison with"
        " that year. Ask by which sieve before you ask how many."
    )
    growth = _("Both figures are of 2001: nothing can grow within the date of one census.")
    error = _("Each is right by its own rules; that is what makes them hard to compare.")
    return Question(
        say(ask, first=number(first), second=number(second)),
        (
            Option(_("Districts had multiplied"), growth),
            Option(_("The first count was an error"), error),
            Option(_("Another method for the same year"), right, right=True),
        ),
    )


def _provinces() -> Question:
    found = asked.provinces()
    out, through = found.largest(1), found.largest(2)
    ask = _(
        "Thresholds at the country's average: {through} passes both steps that Moroccan data allow, {out} only the"
        " first. Why is {through} not yet a district for that?"
    )
    right = _(
        "Steps 3 and 4 ask for one industry and for small plants *in it*. The table counts all industries together,"
        " and sizes over all sectors, shops included."
    )
    size = _("It passes that step: its businesses are smaller than the country's on average.")
    far = _("Distance plays no part in the four steps. They look at jobs, by industry and size.")
    return Question(
        say(ask, out=out, through=through),
        (
            Option(_("Nothing shows that it has one trade, or small plants in it"), right, right=True),
            Option(_("Its businesses are too large"), size),
            Option(_("It is too far from the coast"), far),
        ),
    )

"""The quiz of the growth pole: what moves the leak, what does not, and what is counted."""

from __future__ import annotations

from typing import Any

from course_utils.explorer.registry import explore
from course_utils.teaching.content.growth_pole.asked import REGION, key_sectors, pull, rounds_in_country
from course_utils.teaching.questions import Option, Question
from course_utils.words import Number, _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the mechanism to the yardstick."""
    return _double(), _rounds(), _both_true(), _lever(), _key()


def _kept(**changes: Any) -> Number:
    return number(100 * pull(**changes).kept)


def _double() -> Question:
    return Question(
        _(
            "The State doubles the order to the steelworks. What happens to the *share* of indirect production that"
            " leaks?"
        ),
        (
            Option(
                _("It falls: the first investment was too small"),
                _("Doubling it doubles both bars. The *share* that leaks does not move: try it. What does move it?"),
            ),
            Option(
                _("It stays as it was"),
                _(
                    "Every sector buys in fixed proportions, so twice the order is twice of everything, what stays"
                    " and what leaks alike. That is an assumption, and its price is discussed under *Limits*."
                ),
                right=True,
            ),
            Option(
                _("It rises: local suppliers cannot follow"),
                _(
                    "In a real valley they might not. In this model nobody ever runs out of capacity: look for the"
                    " assumption that says so."
                ),
            ),
        ),
    )


def _rounds() -> Question:
    paid = _(
        "It does, and in full, in round 0. What fades is what the payment sets off. Take one sector: how much of 100"
        " that it receives goes to suppliers?"
    )
    small = _(
        "The line of the whole country flattens too. Size decides *where* the rounds take place, not that they fade."
    )
    part = _(
        "Steel hands on {first} of every 100 to suppliers; the rest pays wages, profits, taxes and imports. A part of"
        " a part of a part: the sum is finite, and it is the Leontief inverse."
    )
    first = number(rounds_in_country()[1])
    return Question(
        _("Round after round, purchases get smaller. Why?"),
        (
            Option(_("Each sector hands on only a part of what it receives"), say(part, first=first), right=True),
            Option(_("The State pays only once"), paid),
            Option(_("The region is too small to go on"), small),
        ),
    )


def _both_true() -> Question:
    found = pull()
    ask = _(
        "The prefect writes that {total} of every 100 stay in the region, the trade union that {kept} do. Both used"
        " this model, same region, same order. Who is right?"
    )
    prefect = _("That number is right, but look at what it counts: most of it is the steelworks itself.")
    union = _("That number is right, but so is the other. What does the one count that the other leaves out?")
    both = _(
        "The prefect counts *total* production, the steelworks' own included, and all of that is local. The union"
        " counts *indirect* production, what suppliers make. Ask which, each time you read a multiplier."
    )
    neither = _("One model, two quantities. What did the steelworks itself produce, and where?")
    return Question(
        say(ask, total=number(100 * found.total_kept), kept=number(100 * found.kept)),
        (
            Option(_("The prefect"), prefect),
            Option(_("The trade union"), union),
            Option(_("Both"), both, right=True),
            Option(_("Neither: one model gives one number"), neither),
        ),
    )


def _lever() -> Question:
    region = say(_("A region with {share} of national jobs"), share=percent(REGION["share"]))
    ask = _("{region} keeps {kept} of every 100 of what steel sets off among suppliers. What raises that most?")
    twice = _("The same as before: {kept}. More money, more of everything, the same share.")
    larger = _("To {kept}. Size helps slowly, because it works through a logarithm raised to a small power.")
    supply = _(
        "To {kept}. Suppliers who buy next door pull their own suppliers along: this is the only lever here that a"
        " region can hold itself."
    )
    hotels = _("To {kept}: down. Hotels buy nothing from hotels, and most of what they do buy is made elsewhere.")
    return Question(
        say(ask, region=region, kept=_kept()),
        (
            Option(_("Twice the order"), say(twice, kept=_kept())),
            Option(_("A region twice as large"), say(larger, kept=_kept(share=2 * REGION["share"]))),
            Option(_("Hotels instead of steel"), say(hotels, kept=_kept(sector="hotels"))),
            Option(
                _("Half of what is now bought outside, bought inside"), say(supply, kept=_kept(content=0.5)), right=True
            ),
        ),
    )


def _key() -> Question:
    share = REGION["share"]
    nation, _strong, own = (number(count) for count in key_sectors(share))
    large = float(explore("growth_pole.key_sectors").controls["share"].accept(0.5))
    ask = _(
        "A *key sector* pulls suppliers and serves customers more than the average sector of the country. The nation"
        " has {nation}. In a region with {share} of its jobs, how many of them still pass the nation's average both"
        " ways?"
    )
    every = _("All {own} pass the *region's own* average, which is low. Ask which average a report has used.")
    some = _("Even with {large} of the country's jobs it has only {some} of the {nation}. Go down from there.")
    none = _(
        "What makes a sector key is the web around it, and the web stays behind. A report that finds key sectors in a"
        " small region has used the region's own average, or the nation's table."
    )
    half = say(some, large=percent(large), some=number(key_sectors(large)[1]), nation=nation)
    return Question(
        say(ask, nation=nation, share=percent(share)),
        (
            Option(_("None"), none, right=True),
            Option(_("About half"), half),
            Option(_("All of them"), say(every, own=own)),
        ),
    )

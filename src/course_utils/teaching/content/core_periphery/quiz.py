"""The quiz of core and periphery: history, thresholds, timing, and what an index adds up."""

from __future__ import annotations

from course_utils.teaching.content.core_periphery import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

BETWEEN, CORE = 1.7, 1.3
LOW, HIGH = 0.08, 0.10
FEW, MANY = 0.6, 0.9


def quiz() -> tuple[Question, ...]:
    """Five questions, from the mechanism to the data."""
    return _history(), _below(), _past(), _hump(), _theil()


def _history() -> Question:
    ask = _(
        "Two countries with the same transport cost, T = {T}. In one, region 1 starts with {few} of the workers, in the"
        " other with {many}. Where do they end?"
    )
    first, second = (percent(asked.ends(share, BETWEEN)) for share in (FEW, MANY))
    half = _("The first does. The second starts beyond the watershed: find the dashed line of the tomahawk.")
    all_ = _("That would be so below the break point. Where does this T lie?")
    right = _(
        "{first} in one and {second} in the other: between the break point and the sustain point both balance and core"
        " hold, and the past decides. Knowing the transport cost is not enough."
    )
    told = say(right, first=first, second=second)
    return Question(
        say(ask, T=number(BETWEEN, 1), few=percent(FEW), many=percent(MANY)),
        (
            Option(_("Both at one half"), half),
            Option(_("Both with everyone in region 1"), all_),
            Option(_("One at one half, the other with everyone in region 1"), told, right=True),
        ),
    )


def _below() -> Question:
    ask = _(
        "T = {T}, and everyone works in region 1. For ten years the State offers {low} on top of wages in region 2."
        " What happens?"
    )
    right = _(
        "A full core resists up to {s} here. Nobody leaves, so nobody is subsidised: the policy fails and is cheap, and"
        " both at once."
    )
    part = _("There is no half-way point for them to stop at: between nothing and everything the curve has no rest.")
    return Question(
        say(ask, T=number(CORE, 1), low=percent(LOW)),
        (
            Option(_("Nothing, and it costs nothing"), say(right, s=percent(asked.resisted(CORE), 1)), right=True),
            Option(_("A small share of the workers moves"), part),
            Option(_("Nothing, at great cost"), _("Nothing, yes. But to whom would the money have gone?")),
        ),
    )


def _past() -> Question:
    ask = _("The offer is raised from {low} to {high} and kept for ever. Where does industry end?")
    right = _("In region 2, all of it ({left} left in region 1). The core has *moved*; it has not spread.")
    near = _(
        "Spreading needs a resting point between the two. There is one near the sustain point: try T = 1.8 and 1 %."
    )
    return Question(
        say(ask, low=percent(LOW), high=percent(HIGH)),
        (
            Option(_("Half and half"), near),
            Option(_("All in region 2"), say(right, left=percent(asked.ends(1.0, CORE, HIGH))), right=True),
            Option(
                _("A tenth in region 2"),
                _("A tenth of the wage is not a tenth of the workers. Which way does the wiggle point, everywhere?"),
            ),
        ),
    )


def _hump() -> Question:
    most, at = asked.highest_resisted()
    ask = _("Transport gets cheaper and cheaper. How does the subsidy that a full core resists change?")
    right = _(
        "It rises to {most} at about T = {at} and then falls to nothing at T = 1, where place no longer matters. The"
        " middle of the road is where policy is dearest."
    )
    return Question(
        ask,
        (
            Option(
                _("It falls: distance matters less and less"),
                _("In the end, yes. But start from the sustain point, where it is nothing, and go left."),
            ),
            Option(
                _("It rises: cores get stronger"),
                _("At first, yes. At T = 1 goods travel free: what would a worker lose in the periphery?"),
            ),
            Option(_("It rises, then falls"), say(right, most=percent(most, 1), at=number(at, 1)), right=True),
        ),
    )


def _theil() -> Question:
    first, last = (asked.unevenness(year) for year in (2016, 2023))
    ask = _(
        "From 2016 to 2023 Theil's index of people over the 96 départements rose from {t0} to {t1}; its part *between*"
        " the 13 régions went from {b0} to {b1}. What grew?"
    )
    right = _(
        "The part within, from {w0} to {w1}: people gathered in some départements of each région. A policy that looks"
        " at régions alone would report progress."
    )
    paris = _("Île-de-France is one of the 13 régions: its weight is part of what did *not* grow.")
    sums = _("They are two parts of one sum. If the sum grows and one part does not, what about the other?")
    parts = {"t": "total", "b": "between", "w": "within"}
    values = {
        f"{letter}{n}": number(row[part], 4) for letter, part in parts.items() for n, row in enumerate((first, last))
    }
    question = {name: value for name, value in values.items() if name[0] != "w"}
    told = say(right, w0=values["w0"], w1=values["w1"])
    return Question(
        say(ask, **question),
        (
            Option(_("The gap between Paris and the provinces"), paris),
            Option(_("The differences inside the régions"), told, right=True),
            Option(_("Nothing: the two figures contradict each other"), sums),
        ),
    )

"""The quiz of citizens' initiatives: what counts tell, what they do not, how far a round pays, and two shares."""

from __future__ import annotations

from course_utils.teaching.content.citizen_initiatives import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the ceiling to Corsica."""
    return _tell(), _amap(), _load(), _share(), _corsica()


def _tell() -> Question:
    ask = _("What would tell a ceiling of 10,000 co-working spaces from one of 50,000?")
    right = _(
        "If 10,000 were true, about {few} more yearly counts off by 5 % would do; for 50,000 it takes about {many}. You"
        " learn where a curve ends when it has begun to bend."
    )
    parts = {"few": number(asked.needed("10000", "0.05") or 0), "many": number(asked.needed("50000", "0.05") or 0)}
    return Question(
        ask,
        (
            Option(
                _("A better method of fitting"),
                _("Both best curves are known to many digits. It is not the fit that is poor. Look at the counts."),
            ),
            Option(
                _("Monthly counts of 2008 to 2021"),
                _("They would all lie where the two curves agree. Where do they part?"),
            ),
            Option(_("Counts of years in which growth slows down, or does not"), say(right, **parts), right=True),
        ),
    )


def _amap() -> Question:
    found = asked.allowed("amap", "3")
    lowest, highest = (pick(one.q for one in found) for pick in (min, max))
    ask = _("AMAP, five counts, a miss of 3 % forgiven: ceilings from 2,000 to about 4,500 remain. What is known?")
    right = _(
        "Among the curves that remain, q goes from {low} to {high}: from no imitation at all to a fashion. The ceiling"
        " is nearly known, the reason is not."
    )
    return Question(
        ask,
        (
            Option(
                _("Roughly how many, but not why"),
                say(right, low=number(lowest, 2), high=number(highest, 2)),
                right=True,
            ),
            Option(
                _("How many, and that groups imitate one another"),
                _("Move your ceiling from 1 to 2.2 times the last count and watch q in the reading."),
            ),
            Option(
                _("Nothing: five counts never suffice"),
                _("Compare the thick line of the AMAP with that of co-working. Which counts show the bend?"),
            ),
        ),
    )


def _load() -> Question:
    ask = _("You gain 0.80 EUR a kg and drive alone; the eaters take 400 kg. How far does a round pay with 800 kg?")
    right = _("{reach} km, as with 400: what is not sold there goes to the wholesaler. The line runs level.")
    far, half = asked.reach(volume=800.0, **asked.WAY), asked.reach(volume=200.0, **asked.WAY)
    return Question(
        ask,
        (
            Option(
                _("Twice as far as with 400 kg"),
                _("The eaters would have to take twice as much. What does the dotted upright line stand for?"),
            ),
            Option(_("As far as with 400 kg"), say(right, reach=number(far)), right=True),
            Option(
                _("Not as far: the load is too heavy"),
                say(
                    _("No kilogram costs anything on the road here. With 200 kg it is {half} km; now try 400 and 800."),
                    half=number(half),
                ),
            ),
        ),
    )


def _share() -> Question:
    found = asked.farms()
    ask = say(
        _("In 2010 {before} of French farms sold direct, in 2020 {after}. A minister says: farms turn to the eaters."),
        before=percent(found.share_before),
        after=percent(found.share()),
    )
    right = _(
        "{before} farms sold direct, then {after}: {more} more. All farms: {fewer} fewer. Had none closed, the share"
        " would be {kept}."
    )
    parts = {
        "before": number(found.before),
        "after": number(found.after),
        "more": percent(found.after / found.before - 1),
        "fewer": percent(1 - found.all_after / found.all_before),
        "kept": percent(found.share(kept=True)),
    }
    return Question(
        ask,
        (
            Option(_("True: a third more of them do"), _("A third more of what? Switch on the last control and look.")),
            Option(
                _("False: fewer farms sell direct than before"),
                _("Their number did grow. Look at the hatched parts of the bars, not at the shares."),
            ),
            Option(_("Mostly: the others closed"), say(right, **parts), right=True),
        ),
    )


def _corsica() -> Question:
    value, low, high = asked.region("Corse")
    ask = say(
        _("Corsica has {value} third places per 100,000 inhabitants, more than any other région. What do you write?"),
        value=number(value, 1),
    )
    right = _(
        "A share printed as 1 % may be 0.5 or 1.5, so the value lies between {low} and {high}. Brittany, {other}, may"
        " well have more."
    )
    numbers = {"low": number(low, 1), "high": number(high, 1), "other": number(asked.region("Bretagne")[0], 1)}
    return Question(
        ask,
        (
            Option(
                _("That rounding alone could undo the lead"),
                say(right, **numbers),
                right=True,
            ),
            Option(
                _("That islands have more need of third places"),
                _("First see whether there is anything to explain: how long is the bar on Corsica's dot?"),
            ),
            Option(
                _("That Corsica leads, since the census is complete"),
                _("The census may be; the share was printed as a whole number. Look at the bar on the dot."),
            ),
        ),
    )

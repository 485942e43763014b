"""The quiz of the circular economy: growth, longer lives, France, editions and a web."""

from __future__ import annotations

from course_utils.teaching.content.circular_economy import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the trap to Kalundborg."""
    return _trap(), _longer(), _france(), _editions(), _web()


def _trap() -> Question:
    ask = _("Growth of 2 %, lives of 30 years, nothing lost. Which of these economies has the same circular share?")
    right = _("{one}, as with 2 % and 30 years: only the product of growth and lifetime counts.")
    return Question(
        ask,
        (
            Option(_("Growth of 3 %, lives of 20 years"), say(right, one=_told(0.03, 20)), right=True),
            Option(
                _("Growth of 2 %, lives of 20 years"),
                say(
                    _("That has {one}. What is sold comes back sooner, and has been outgrown less."),
                    one=_told(0.02, 20),
                ),
            ),
            Option(
                _("Growth of 3 %, lives of 40 years"),
                say(_("That has {one}. Find it on the map: is it on the dashed line?"), one=_told(0.03, 40)),
            ),
        ),
    )


def _told(growth: float, lifetime: float) -> object:
    return percent(asked.share(growth, lifetime))


def _longer() -> Question:
    now, later = asked.year(), asked.later(extension="1")
    ask = _("Nothing is lost in recycling, and things begin to last twice as long. People keep what they use, no more.")
    right = _(
        "{sold} t are sold instead of 100, so less is melted, carried and sold. But {before} t were new and {after} t"
        " are: the growth of what is in use. The circular share falls to {share}."
    )
    numbers = {
        "sold": number(later.sold, 1),
        "before": number(now.virgin, 1),
        "after": number(later.virgin, 1),
        "share": percent(later.share),
    }
    return Question(
        ask,
        (
            Option(
                _("Half as much must be mined"),
                _("Fewer things are sold, but fewer come back, too. Look at the part of the bars that is new."),
            ),
            Option(_("As much must be mined as before"), say(right, **numbers), right=True),
            Option(
                _("More must be mined"),
                _("That happens if people spend the saving on more things. Here the stock in use stays as it was."),
            ),
        ),
    )


def _france() -> Question:
    ask = _("Take France in 2016 and change one thing only. What raises the circular share most?")
    right = _(
        "{stock}, from {now}. As long as buildings and roads pile up, what piles up cannot come back. (Half as much"
        " piled up would give {half}, half as much burnt {fires}: after the stock, the fires.)"
    )
    shares = {key: percent(asked.france(**case).share, 1) for key, case in _cases().items()}
    waste = _("That gives {waste}: only {left} Mt were still landfilled. The figure's line to the landfill is thin.")
    return Question(
        ask,
        (
            Option(
                _("Recycle all waste that was landfilled"),
                say(waste, waste=shares["waste"], left=number(asked.france().landfill)),
            ),
            Option(
                _("Burn, eat and scatter half as much"),
                say(_("That gives {fires}: much, and yet not the most."), fires=shares["fires"]),
            ),
            Option(
                _("Add nothing to the stock"),
                say(right, **{key: shares[key] for key in ("stock", "now", "half", "fires")}),
                right=True,
            ),
        ),
    )


def _cases() -> dict[str, dict[str, str]]:
    return {
        "now": {},
        "waste": {"loop": "all"},
        "fires": {"fires": "half"},
        "half": {"stock": "half"},
        "stock": {"stock": "none"},
    }


def _editions() -> Question:
    old, new = asked.rate("FR", 2022, "November 2023"), asked.rate("FR", 2022)
    ask = _(
        "A newspaper finds {then} % for France in 2016 in one file of Eurostat, and {now} % for 2022 in another. It"
        " writes that nothing has changed in six years. What do you ask?"
    )
    right = _(
        "The {now} % of 2022 are of November 2023; a year later the same year had {later} %. In that later edition,"
        " from which 2016 comes, the rate has fallen. Two editions never make one series."
    )
    return Question(
        say(ask, then=number(asked.rate("FR", 2016), 1), now=number(old, 1)),
        (
            Option(
                _("Whether waste was sorted better"),
                _("First ask whether there is anything to explain. Where do the two numbers come from?"),
            ),
            Option(_("Of which editions they are"), say(right, now=number(old, 1), later=number(new, 1)), right=True),
            Option(
                _("How large the country is"),
                _("The rate is a share; size drops out. Look at the cross in the figure of one country."),
            ),
        ),
    )


def _web() -> Question:
    ask = _("Take only the solid and liquid materials of Kalundborg: gypsum, ash, sludge, yeast. What is Finn's index?")
    right = _(
        "{index}. Every tonne is used a second time by somebody else and then leaves: a cascade, worth having, but no"
        " cycle. What turns at Kalundborg is water and steam between the power station, the refinery and a basin."
    )
    return Question(
        ask,
        (
            Option(
                _("Above 50 %: it is the model of all loops"),
                _("Follow the gypsum in the figure: power station, plasterboard. Then where does it go?"),
            ),
            Option(
                _("About 10 %"),
                _("You get there with the water, counted heavily. Which of the thick arrows carries a material?"),
            ),
            Option(_("Nought"), say(right, index=percent(asked.materials_alone())), right=True),
        ),
    )

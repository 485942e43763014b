"""The quiz of knowledge networks: short paths, barter, gatekeepers, and the pôles."""

from __future__ import annotations

from course_utils.teaching.content.knowledge_networks import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the ring to the pôles."""
    return _barter(), _gift(), _experts(), _buzz(), _poles()


def _barter() -> Question:
    ask = _("Two experts a field, one field for one field. Why do firms know less when *all* links lead far away?")
    right = _(
        "They end with {all} instead of {top}. In the first rounds far links speed everything up. Then more and more"
        " meetings are between one who could teach and one who has nothing to give back, and among strangers these"
        " meetings come sooner."
    )
    top = max(asked.knows(share) for share in asked.shares())
    told = say(right, all=number(asked.knows("1"), 1), top=number(top, 1))
    return Question(
        ask,
        (
            Option(_("Because barter gets stuck sooner"), told, right=True),
            Option(
                _("Because paths get long again"),
                _("They do not: look at the dashed curve on the right. It never rises."),
            ),
            Option(
                _("Because firms have fewer links"),
                _("Links are moved, not cut: every state of the explorer has the same number."),
            ),
        ),
    )


def _gift() -> Question:
    ask = _("Now firms give without asking anything in return. Which share of pipelines is too large?")
    right = _(
        "With all links moved they know {all} of 10. It is the return that is asked, not the distance, which makes a"
        " small world better than a random one."
    )
    return Question(
        ask,
        (
            Option(
                _("More than about 20 %, as before"),
                _("That was barter. Change the rule in the explorer and look at the right end of the curve."),
            ),
            Option(_("None"), say(right, all=number(asked.knows("1", rule="gift"), 1)), right=True),
            Option(
                _("Every share: locals lose what they give"),
                _("Knowledge is not lost by being given. Which curve of the explorer falls under the rule of gifts?"),
            ),
        ),
    )


def _experts() -> Question:
    ask = _(
        "A region has no experts at all: everybody knows a little of everything. How many pipelines should it pay for?"
    )
    right = _(
        "The best share lies far to the right, around {best}, and beats the ring by {gain} only. Pipelines carry what"
        " is scarce; where nothing is, they carry little."
    )
    values = [asked.knows(share, experts="0") for share in asked.shares()]
    best = asked.shares()[values.index(max(values))]
    numbers = {"best": percent(float(best)), "gain": percent(max(values) / values[0] - 1, 1)}
    return Question(
        ask,
        (
            Option(
                _("One link in ten, as with two experts a field"),
                _("Set the experts to none and read where most is known: the peak has moved."),
            ),
            Option(
                _("As many as it can: it has most to learn"),
                _("From whom? Nobody outside knows much more. Read what the best share gains."),
            ),
            Option(_("It hardly matters"), say(right, **numbers), right=True),
        ),
    )


def _buzz() -> Question:
    whole, cut = asked.without(), asked.without("b1")
    ask = _(
        "Gatekeeper B1 leaves. The nine other firms of cluster B go on meeting as often as before. What do they do?"
    )
    right = _(
        "Of their late meetings {after} teach anybody anything, {before} before, and they end with {known} of 10"
        " instead of {instead}. The buzz goes on; it has turned on itself."
    )
    numbers = {
        "after": percent(cut.learnt[1], 1),
        "before": percent(whole.learnt[1], 1),
        "known": number(cut.path[-1, 1], 1),
        "instead": number(whole.path[-1, 1], 1),
    }
    return Question(
        ask,
        (
            Option(_("They tell one another what they know already"), say(right, **numbers), right=True),
            Option(
                _("They learn from one another instead, and catch up"),
                _("They have done so all along. What can the ninth tell the eighth that both have not heard?"),
            ),
            Option(
                _("They lose what they knew"),
                _("Nothing is forgotten in this model. Follow line B in the third figure: it does not fall, it stops."),
            ),
        ),
    )


def _poles() -> Question:
    first, left = asked.first_cut("region")
    start, both = float(asked.poles("region").whole[0]), float(asked.poles("both").whole[1])
    ask = _(
        "Linked by shared régions only, {start} of the pôles hang together. Without {pole}, {left} do. And with"
        " themes as well?"
    )
    right = _(
        "{both}: all the others. What is held together by place alone has few gates; a second kind of proximity gives"
        " every pôle a way round."
    )
    return Question(
        say(ask, start=percent(start), pole=first, left=percent(left)),
        (
            Option(
                _("The same: it is still the gatekeeper"),
                _(
                    "It still has the most shortest paths. But do the others need it? Change the ties, then"
                    " take one out."
                ),
            ),
            Option(_("Nearly all"), say(right, both=percent(both)), right=True),
            Option(
                _("Fewer still: more links, more damage"),
                _("A link that is gone hurts where there is no other way. More ways, less harm."),
            ),
        ),
    )

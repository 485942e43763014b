"""The quiz of business ecosystems: what is created, what is captured, what holds."""

from __future__ import annotations

from course_utils.teaching.content.business_ecosystem import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say


def quiz() -> tuple[Question, ...]:
    """Five questions, from the keystone to the cases."""
    return _pairs(), _chain(), _rival(), _random(), _shop()


def _pairs() -> Question:
    ask = _("Firms begin to help one another: each pair of functions adds 0.5 more. What becomes of the keystone?")
    plain, more = asked.keystone(), asked.keystone(rule="pairs")
    right = _(
        "Its share falls from {before} to {after}, its take rises from {small} to {large}. What a pair adds needs"
        " three, so the keystone has a third of it."
    )
    numbers = {"before": percent(plain.share), "after": percent(more.share)}
    numbers |= {"small": number(plain.hubs, 1), "large": number(more.hubs, 1)}
    return Question(
        ask,
        (
            Option(
                _("A larger share of a larger whole"),
                _("A larger whole, yes. Change the rule in the first explorer and compare the bars on the left."),
            ),
            Option(_("It loses"), _("Its bar is lower. But what is 100 % now? Read the sentence under the figure.")),
            Option(_("A smaller share of a larger whole"), say(right, **numbers), right=True),
        ),
    )


def _chain() -> Question:
    ask = _("All or nothing, three functions, no substitutes, as we read PAX. Who has the most power?")
    whole = asked.built("hub", "a1", "b1", "c1", "d1", rule="all")
    share = percent(float(whole.shapley[0]) / whole.value)
    right = _(
        "Each can stop everything. With four functions every one of the five has {share}. The tyre maker had the patent"
        " and the factory, and no more power than the garages."
    )
    return Question(
        ask,
        (
            Option(
                _("The keystone: it owns the product"),
                _("Does the value rise without garages? Try it: all or nothing, then throw C1 out."),
            ),
            Option(_("Nobody: all have the same"), say(right, share=share), right=True),
            Option(
                _("The garages: they are the bottleneck"),
                _("They can stop everything. So can the keystone. Compare the bars of the second explorer."),
            ),
        ),
    )


def _rival() -> Question:
    start = ("hub", "a1", "b1", "c1", "d1")
    alone, both = asked.hubs_take(*start), asked.hubs_take(*start, "rival")
    ask = _("A rival hub appears, as good as the first. The hub had {alone}. What does it have now?")
    right = _("{half}: both together have {both}. What substitutes do to complementors, they do to keystones too.")
    return Question(
        say(ask, alone=percent(alone)),
        (
            Option(_("About a sixth"), say(right, half=percent(both / 2), both=percent(both)), right=True),
            Option(
                _("Half of that"),
                _("That would be so if the two bargained as one. Let the rival in, in the second explorer, and read."),
            ),
            Option(_("Nothing"), _("Let the rival in: each hub still adds something where it comes first.")),
        ),
    )


def _random() -> Question:
    found = asked.loss("1")
    at = int((found.removed == 4).argmax())
    ask = _("One hub, {gone} of {all} members lost at random. How often does the network break?")
    right = _(
        "In {broken} of the runs: those in which the hub is among the lost. Otherwise nearly all who are left hang"
        " together. The mean of {mean} is a mean of two worlds."
    )
    numbers = {"broken": percent(found.broken[at]), "mean": percent(found.mean[at])}
    return Question(
        say(ask, gone=number(4), all=number(37)),
        (
            Option(
                _("Never: random losses do no harm"), _("Look at the band of the third explorer. Who may be unlucky?")
            ),
            Option(_("In about one run of ten"), say(right, **numbers), right=True),
            Option(_("Nearly always"), _("That is what happens if the hub goes first. Change who goes, and compare.")),
        ),
    )


def _shop() -> Question:
    ask = _("A keystone invites a second and a third firm to do what one did alone. Why?")
    right = _(
        "From {one} to {three} of the value, and no single firm is missed any more. What it gives away is the reason to"
        " come: one firm is left with {left}."
    )
    numbers = {"one": percent(asked.keystone().share), "three": percent(asked.keystone(rivals=3).share)}
    numbers |= {"left": percent(asked.each(rivals=3), 1)}
    return Question(
        ask,
        (
            Option(
                _("To make more"),
                _("In this model two firms that do the same make what one makes. Read the value in the sentence."),
            ),
            Option(
                _("To let complementors have a larger part"),
                _("Follow the line with diamonds in the first explorer from left to right."),
            ),
            Option(_("To take more, and to depend on nobody"), say(right, **numbers), right=True),
        ),
    )

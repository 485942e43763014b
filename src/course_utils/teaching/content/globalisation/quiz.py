"""The quiz of globalisation: mix and place, base years, a rectangle, and firms that jump."""

from __future__ import annotations

from course_utils.teaching.content.globalisation import asked
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, percent, say

SHARE, NEAR, FAR = 0.55, 0.5, 0.8
MARKET, GAP, BEFORE, AFTER = 0.7, 0.01, 0.89, 0.92


def quiz() -> tuple[Question, ...]:
    """Five questions, from the account to the model."""
    return _paris(), _weights(), _texas(), _allocation(), _jump()


def _paris() -> Question:
    found = asked.place(asked.PARIS)
    ask = _("From 2008 to 2018 jobs grew by {own} % in Paris and by {whole} % in France. Did Paris do well?")
    right = _(
        "Its industries would have brought {mix} points more than France had; its local term is {local}. A place can"
        " grow fast and fall behind at the same time."
    )
    numbers = {name: number(found[name], 1) for name in ("mix", "local")}
    return Question(
        say(ask, own=number(found["change"], 1), whole=number(found["whole"], 1)),
        (
            Option(
                _("Yes: it grew faster than the country"),
                _("Faster in all, yes. Would an average place with the same industries have grown faster still?"),
            ),
            Option(_("Its industries did, it did not"), say(right, **numbers), right=True),
            Option(
                _("One cannot tell without knowing why"),
                _("*Why* nobody can tell from this table. *Where* the difference lies is what the account is for."),
            ),
        ),
    )


def _weights() -> Question:
    first, last = asked.country("NLD"), asked.country("NLD", weights="final")
    ask = _(
        "The Netherlands from 1960 to 2011, with rates applied to the jobs of 1960: mix {mix} %, local term {local} %."
        " What changes if they are applied to the jobs of 2011?"
    )
    right = _(
        "Mix {mix}, local {local}: now the country did it, not its industries. Nothing happened in between but the"
        " choice of a base."
    )
    return Question(
        say(ask, mix=number(first["mix"], 1), local=number(first["local"], 1)),
        (
            Option(
                _("Nothing: it is the same change"),
                _("The change is the same, and so is the sum of the three terms. Are the terms?"),
            ),
            Option(
                _("The change itself"),
                _("Jobs of 1960 and of 2011 are what they are. Only the way of telling the difference may change."),
            ),
            Option(
                _("The order: the local term becomes the larger one"),
                say(right, mix=number(last["mix"], 1), local=number(last["local"], 1)),
                right=True,
            ),
        ),
    )


def _texas() -> Question:
    found = asked.state("TX")
    ask = _("Did Texas gain on the United States up to 1986?")
    right = _(
        "{from70} points a year from 1970, {from82} from 1982, and the same last year in both. Whoever chooses the base"
        " year chooses the winner."
    )
    return Question(
        ask,
        (
            Option(
                _("That depends on the year from which one counts"),
                say(right, from70=number(found.shift[0], 1), from82=number(found.shift[12], 1)),
                right=True,
            ),
            Option(_("Yes"), _("From 1970, yes. Move the base year to 1982 and look again.")),
            Option(_("No"), _("From 1982, no. Move the base year back to 1970 and look again.")),
        ),
    )


def _allocation() -> Question:
    ask = _(
        "A département has *fewer* jobs of a sector than an average place would have, and that sector grows *slower*"
        " there than in France. What sign has its allocation term?"
    )
    right = _(
        "Less than nothing times less than nothing: it has little of what it is bad at. For industry in Paris that is"
        " {jobs} jobs, taken back from a homothetic term that supposes far more industry than there is."
    )
    return Question(
        ask,
        (
            Option(
                _("Minus: two bad things make a worse one"),
                _("Having little of a sector is bad only where it does well. Draw the rectangle: which corner?"),
            ),
            Option(_("Plus"), say(right, jobs=number(asked.allocation(asked.PARIS, "industry"))), right=True),
            Option(
                _("None: it is not specialised"),
                _("Specialised in the *others* it is. The term is nothing only where the share is that of France."),
            ),
        ),
    )


def _jump() -> Question:
    before, after = (asked.firms(MARKET, phi, GAP) for phi in (BEFORE, AFTER))
    ask = _(
        "Region 1 has {market} of the market; wages in region 2 are lower by {gap}. At a freeness of {low}, {before} of"
        " the firms are in region 1. Trade gets a little freer: {high}. Now?"
    )
    right = _(
        "{after} of them. Close to free trade a customer next door is worth almost nothing, and one percent of wages is"
        " worth more than that."
    )
    shown = {"market": percent(MARKET), "gap": percent(GAP), "low": number(BEFORE, 2), "high": number(AFTER, 2)}
    return Question(
        say(ask, before=percent(before), **shown),
        (
            Option(
                _("A few firms leave"),
                _("So it would be at a freeness of one half. Look how steep the path is on the right."),
            ),
            Option(
                _("Nothing: the market is still there"),
                _("The market is. But what does it cost, by now, to serve it from the other side?"),
            ),
            Option(_("Region 1 is empty"), say(right, after=percent(after)), right=True),
        ),
    )

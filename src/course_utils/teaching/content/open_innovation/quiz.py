"""The quiz of open innovation: two faces of research, who searches, a closed laboratory, a count, a hump."""

from __future__ import annotations

from course_utils.teaching.content.open_innovation.asked import rivals, search, year
from course_utils.teaching.questions import Option, Question
from course_utils.words import _, number, say

COST, PARTNERS = 0.06, 8


def quiz() -> tuple[Question, ...]:
    """Five questions, from the textbook's answer to the survey's."""
    return _free(), _wide(), _closed(), _count(), _survey()


def _free() -> Question:
    right = say(
        _("From {before} to {after}. What a firm finds helps its rival as much as itself, and nobody needs an ear."),
        before=number(rivals(0.0, 0.0).research, 3),
        after=number(rivals(1.0, 0.0).research, 3),
    )
    return Question(
        _("Learning is free (β = 0), and everything leaks. What becomes of research?"),
        (
            Option(
                _("It stops: why pay for what one gets for nothing?"),
                _("The first steps still pay for themselves, though the rival gains as much by them. Set β to 0."),
            ),
            Option(_("It halves"), right, right=True),
            Option(
                _("It rises: one needs research to understand"),
                _("Not here: β = 0 means that one understands all without any. Where does the dashed line lie?"),
            ),
        ),
    )


def _wide() -> Question:
    small, large = search("small", COST).best, search("large", COST).best
    right = say(
        _("Ask {large} where the small one asks {small}: who understands more of each idea can pay for more of them."),
        large=number(large),
        small=number(small),
    )
    return Question(
        say(_("Asking a partner costs {cost}. Which firm should search more widely?"), cost=number(COST, 2)),
        (
            Option(
                _("The one with the small laboratory: it has more need"),
                _("Need is not use. What does the small one understand of the best of ten ideas?"),
            ),
            Option(
                _("Both the same: the cost is the same"),
                _("The cost is; the gain γ / n is not. Look at the stairs of the second figure."),
            ),
            Option(_("The one with the large laboratory"), right, right=True),
        ),
    )


def _closed() -> Question:
    before, after = year("medium", PARTNERS), year("none", 2 * PARTNERS)
    right = say(
        _("{after} ideas a year instead of {before}, all from the workshop: of the {lost} from outside none was read."),
        after=number(after.launched, 1),
        before=number(before.launched, 1),
        lost=number(float(after.counts[1].sum())),
    )
    ask = _(
        "A firm with a medium laboratory and {n} partners closes the laboratory and asks {twice} partners instead. What"
        " does it launch?"
    )
    return Question(
        say(ask, n=number(PARTNERS), twice=number(2 * PARTNERS)),
        (
            Option(
                _("About as much as before: twice the partners make up for it"),
                _("Twice of what is not understood is not understood. Follow the orange flow in the funnel."),
            ),
            Option(_("Only what its workshop thinks of"), right, right=True),
            Option(
                _("Nothing at all"),
                _("Four ideas a year come from the workshop, laboratory or not. Some of them are good."),
            ),
        ),
    )


def _count() -> Question:
    return Question(
        _(
            "Procter & Gamble counted products for which *some aspect* of the development came from outside. What can"
            " such a count not tell?"
        ),
        (
            Option(
                _("How much of the product came from outside, and what own work it took"),
                _("A name, a pump, a whole product: each is one. And what was combined with it is not counted at all."),
                right=True,
            ),
            Option(
                _("Whether the firm had contacts outside"),
                _("That it does tell: something came from somewhere. What is hidden in *some aspect*?"),
            ),
            Option(
                _("Nothing: more than half is more than half"),
                _("Half of what? A count weighs a borrowed cap as much as a borrowed recipe."),
            ),
        ),
    )


def _survey() -> Question:
    return Question(
        _("Every firm has its own hump, and each asks its own best number of partners. What does a survey see?"),
        (
            Option(
                _("A line that only rises"),
                _("The tops of the humps. A survey shows a hump only if some firms ask more than is good for them."),
                right=True,
            ),
            Option(
                _("A hump: firms that ask very many do worse"),
                _("Who asks many does so since it understands much. Look at the dotted line in the explorer."),
            ),
            Option(
                _("Nothing: all points lie on one another"),
                _("They would if all had the same laboratory. Change it: the diamond moves."),
            ),
        ),
    )

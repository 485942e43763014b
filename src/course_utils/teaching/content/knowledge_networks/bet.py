"""The bet of knowledge networks: what one link in a hundred does."""

from __future__ import annotations

from course_utils.teaching.content.knowledge_networks.asked import FEW, kept, paths
from course_utils.teaching.questions import Option, Question, Wager
from course_utils.words import _, number, percent, say


def wager() -> Wager:
    """A ring of firms in which one link in a hundred is moved."""
    context = say(
        _(
            "500 firms stand in a ring. Each talks to its five nearest neighbours on both sides, 2,500 links in all. On"
            " average a piece of news needs {before} talks to get from one firm to another. Now one link in a hundred"
            " is cut and made again with a firm anywhere on the ring."
        ),
        before=number(paths()[0]),
    )
    ask = _("How many talks does it need now, on average?")
    options = (
        Option(_("About 25: 25 links in 2,500 are too few to matter"), _too_few()),
        Option(_("About 20"), _in_proportion()),
        Option(_("About 7"), _seven(), right=True),
    )
    return Wager(Question(ask, options, context), _answer())


def _too_few() -> str:
    return _(
        "Few they are, but each of them serves not two firms: everybody near either end passes through it. Count in the"
        " explorer what a share of 1 % leaves of the path length."
    )


def _in_proportion() -> str:
    return _(
        "You cut a fifth for one link in a hundred: generous, and still far from it. A shortcut is used by all the"
        " firms around its two ends, so its effect is not in proportion to its number."
    )


def _seven() -> str:
    return _(
        "And hardly any firm has noticed: of the pairs of its neighbours nearly as many know one another as before."
    )


def _answer() -> str:
    length, clustering = kept(FEW)
    return say(
        _(
            "With {few} of the links as pipelines the mean path falls to **{length}** of what it was, that is to about"
            " {links} talks, while **{clustering}** of the clustering is left. Length falls at once, clustering late:"
            " between the two lies the small world."
        ),
        few=percent(float(FEW)),
        length=percent(length),
        links=number(paths()[1], 1),
        clustering=percent(clustering),
    )

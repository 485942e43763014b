"""The explorer ``environmental_limits.two``: a town and a valley trade what they were given."""

from __future__ import annotations

from course_utils.concepts.environmental_limits import two, two_figure
from course_utils.concepts.environmental_limits.two import Deal
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import Sentence, _, join, number, percent, say

#: What the last panel supposes the town to learn.
HALF = 0.5
ALL = ("share", "left", "fee", "learnt")


def two_explorer() -> Explorer:
    """Return the explorer ``environmental_limits.two``."""
    fees = {"0": _("nothing"), "10": _("10"), "30": _("30")}
    learning = {"0": _("nothing"), "0.25": str(percent(0.25)), "0.5": str(percent(0.5))}
    return Explorer(
        name="environmental_limits.two",
        controls={
            "share": Slider(_("Permits given to the town"), 0.0, 1.0, 0.6, 21, percent=True, decimals=0),
            "left": Choice(_("The limit leaves"), {f"{x:g}": str(percent(x)) for x in (0.75, 0.5, 0.25)}, "0.5", True),
            "fee": Choice(_("Fee for each hectare traded"), fees, "0"),
            "learnt": Choice(_("The town cuts its cost by"), learning, "0"),
        },
        panels=[_meeting_panel(), _bill_panel(), _worth_panel()],
        reading=Reading(_deal, _sentence, ALL),
        title=_("Who builds, and who pays"),
        caption=_(
            "Without a limit the town would take 60 ha a year and the valley 40. What the town cannot take it can build"
            " on land already used; the valley knows houses only, so that doing without is three times as dear."
        ),
        note=_("An invented case, after Montgomery (1972). Money is counted in units that mean nothing by themselves."),
    )


def _meeting_panel() -> Panel:
    return Panel(
        "meeting",
        _deal,
        two_figure.meeting_figure,
        ("left", "learnt"),
        title=_("What a hectare more is worth"),
        alt=_(
            "Two lines over the hectares that the town builds: one more is worth ever less to it, more to the valley."
        ),
        height=350,
        overlay=Overlay(_deal, two_figure.ends_trace, ALL),
    )


def _bill_panel() -> Panel:
    return Panel(
        "bill",
        _deal,
        two_figure.bill_figure,
        ALL,
        title=_("What the limit costs each"),
        alt=_("Bars for town and valley: cost without trading and with it; below zero the limit brings money in."),
        height=300,
    )


def _worth_panel() -> Panel:
    return Panel(
        "worth",
        _worth,
        two_figure.worth_figure,
        ("share",),
        title=_("What halving its cost saves the town"),
        alt=_(
            "Two lines over the tightness of the limit: what halving its cost saves the town, with and without trading."
        ),
        height=330,
    )


def _deal(left: str, learnt: str, share: float = 0.6, fee: str = "0") -> Deal:
    return two.deal(share, float(left), float(fee), float(learnt))


def _worth(share: float) -> tuple[list[float], list[float]]:
    pairs = [two.worth_of_learning(share, left, HALF) for left in two_figure.LIMITS]
    return [quota for quota, _traded in pairs], [traded for _quota, traded in pairs]


def _sentence(found: Deal, *, share: float, left: str, fee: str, learnt: str) -> Sentence:
    told = _(
        "The limit leaves {budget} ha; the town is given {given} and builds {built}, the valley {other}. Money to the"
        " town: {paid}. Together the limit costs them {cost}, against {quota} without trading."
    )
    market = found.market
    first = say(
        told,
        budget=number(found.budget),
        given=number(found.start[0], 1),
        built=number(market.used[0], 1),
        other=number(market.used[1], 1),
        paid=number(-market.paid[0]),
        cost=number(found.net.sum()),
        quota=number(found.quota.sum()),
    )
    return join(first, _fee(found, float(fee)), _learnt(float(learnt), share, float(left)))


def _fee(found: Deal, fee: float) -> Sentence:
    if not fee:
        return say("")
    return say(_("The fee eats {eaten} of it."), eaten=number(fee * float(found.market.bought.clip(min=0).sum())))


def _learnt(learnt: float, share: float, left: float) -> Sentence:
    if not learnt:
        return say("")
    quota, traded = two.worth_of_learning(share, left, learnt)
    told = _("Learning is worth {quota} to the town under a plain quota, {traded} where permits are traded freely.")
    return say(told, quota=number(quota), traded=number(traded))

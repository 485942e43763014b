"""The explorer ``industrial_symbiosis.estate``: an invented, synthetic set of firms in the reader's département."""

from __future__ import annotations

from functools import partial
from typing import Any

from course_utils.concepts.industrial_symbiosis import estate_figure
from course_utils.concepts.industrial_symbiosis.estate import OFFERED, Local, local
from course_utils.concepts.industrial_symbiosis.places import largest
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, join, number, say

STATE = ("territory", "tax", "layout")


def estate_explorer() -> Explorer:
    """Return the explorer ``industrial_symbiosis.estate``."""
    taxes = {f"{tax:g}": str(number(tax, 0, _("€/t"))) for tax in OFFERED}
    layouts = {"towns": _("one firm a town"), "estate": _("all on one estate")}
    return Explorer(
        name="industrial_symbiosis.estate",
        controls={
            "territory": Territory(_("Your département"), level="departement", value="38"),
            "tax": Choice(_("Landfill tax"), taxes, "65", play=True),
            "layout": Choice(_("Where the firms are"), layouts, "towns"),
        },
        panels=[_map(), _peers()],
        reading=Reading(_all, reading, ("tax",)),
        title=_("A synthetic estate in your territory"),
        caption=_(
            "The same ten invented firms, one in each of the ten largest communes of your département, the town in the"
            " largest; or all on one estate, a kilometre apart."
        ),
        data=("communes", "geometry"),
        note=_(
            "Synthetic: communes and distances are real, the firms and all their figures are invented. Nothing here is"
            " said of a real firm or of a real place's waste."
        ),
    )


def _map() -> Panel:
    return Panel(
        "map",
        _nothing,
        estate_figure.frame_figure,
        (),
        title=_("Synthetic firms, your towns"),
        alt=_(
            "Outline of your département with ten numbered invented firms in its largest communes; lines are exchanges"
            " that are worth it, dotted for heat. On an estate the firms stand in a ring that is no map."
        ),
        height=480,
        overlay=(
            Overlay(_nothing, estate_figure.outline_trace, ("territory",)),
            Overlay(_local, partial(estate_figure.flows_trace, heat=False), STATE),
            Overlay(_local, partial(estate_figure.flows_trace, heat=True), STATE),
            Overlay(_nothing, estate_figure.firms_trace, ("territory", "layout")),
            Overlay(_nothing, estate_figure.scale_trace, ("territory", "layout")),
        ),
    )


def _peers() -> Panel:
    return Panel(
        "peers",
        _all,
        estate_figure.peers_figure,
        ("tax",),
        title=_("The nearer, the more is saved"),
        alt=_(
            "One mark a département: mean distance between two firms that could exchange, and what the cheapest plan"
            " saves in a year; other marks for more heat pipes. A ring is your choice."
        ),
        height=400,
        overlay=Overlay(_local, estate_figure.own_trace, STATE, own_sentence),
    )


def _local(territory: str, tax: str, layout: str) -> Local:
    return local(territory, float(tax), layout)


def _all(tax: str) -> list[Local]:
    return [local(code, float(tax)) for code in sorted(largest())]


def reading(found: list[Local], *, tax: str) -> Sentence:
    """Say what all départements have in common."""
    line = _(
        "With one firm a town and €{tax} a tonne, the plan landfills between {low} and {high} kt, and saves {least} to"
        " {most} million euros a year; {heat} of {all} départements pipe any heat."
    )
    left = [own.plan.landfilled for own in found]
    saved = [own.saved for own in found]
    numbers = {"tax": float(tax), "low": min(left), "high": max(left), "all": len(found)}
    told = {key: number(value) for key, value in numbers.items()}
    money = {"least": number(min(saved), 1), "most": number(max(saved), 1)}
    return say(line, heat=number(sum(own.pipes > 0 for own in found)), **told, **money)


def own_sentence(found: Local, *, territory: str, tax: str, layout: str) -> Sentence:
    """Say what holds in the reader's own."""
    where = (
        _("On an estate") if layout == "estate" else str(say(_("With the town in {town}"), town=found.sites.names[0]))
    )
    line = _(
        "{where}, exchanges of materials that are worth it: {lorries}, of heat: {pipes}. {left} kt are landfilled and"
        " {saved} million euros a year are saved."
    )
    numbers = {"lorries": found.lorries, "pipes": found.pipes, "left": found.plan.landfilled}
    told = say(line, where=where, saved=number(found.saved, 1), **{k: number(v) for k, v in numbers.items()})
    other = local(territory, float(tax), "towns" if layout == "estate" else "estate")
    extra = _("One firm a town would save {more}.") if layout == "estate" else _("On one estate it would be {more}.")
    return join(told, say(extra, more=number(other.saved, 1)))


def _nothing(**_values: Any) -> None:
    """Nothing to work out."""

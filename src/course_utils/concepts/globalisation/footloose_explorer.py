"""The explorer ``globalisation.footloose``: how small a difference moves a firm that can go anywhere."""

from __future__ import annotations

import math
from typing import Any

from course_utils.concepts.globalisation import footloose
from course_utils.concepts.globalisation import footloose_figure as figure
from course_utils.concepts.globalisation.footloose import Array
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import Sentence, _, join, number, percent, say

STATE = ("freeness", "share", "gap")
SHARES = (0.4, 0.5, 0.55, 0.6, 0.7, 0.8)
GAPS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2)
NUDGE = 0.01


def footloose_explorer() -> Explorer:
    """Return the explorer ``globalisation.footloose``."""
    return Explorer(
        name="globalisation.footloose",
        controls={
            "freeness": Slider(_("Freeness of trade"), 0.02, 0.98, 0.5, 33, play=True),
            "share": Choice(_("Region 1's share of the market"), {f"{s:g}": str(percent(s)) for s in SHARES}, "0.7"),
            "gap": Choice(_("Wages in region 2 lower by"), {f"{g:g}": str(percent(g)) for g in GAPS}, "0.01"),
        },
        panels=[_path_panel(), _gap_panel(), _share_panel()],
        reading=Reading(_here, _sentence, STATE),
        title=_("Firms without an address"),
        caption=_(
            "Capital goes where it earns most; people and their spending stay. Freeness 0 is no trade, 1 is trade at no"
            " cost; the elasticity of substitution is 5."
        ),
        note=_("A stylised model (Martin and Rogers 1995): two regions; no place and no year is meant."),
    )


def _path_panel() -> Panel:
    return Panel(
        "path",
        _path,
        figure.path_figure,
        ("share", "gap"),
        title=_("Freer and freer trade"),
        alt=_("Region 1's share of all firms as trade gets freer: it rises above its share of the market, then drops."),
        height=340,
        overlay=(
            Overlay(_nothing, figure.market_line, ("share",)),
            Overlay(_here, _on_path, STATE),
        ),
    )


def _gap_panel() -> Panel:
    return Panel(
        "gaps",
        _by_gap,
        figure.gap_figure,
        ("share",),
        title=_("How small a wage gap moves them?"),
        alt=_(
            "Share of firms in region 1 by freeness and wage gap. The line above which region 1 is empty falls to 0."
        ),
        height=440,
        overlay=Overlay(_nothing, _on_gap, ("freeness", "gap")),
    )


def _share_panel() -> Panel:
    return Panel(
        "shares",
        _by_share,
        figure.share_figure,
        ("gap",),
        title=_("How small a lead in the market moves them?"),
        alt=_("Share of firms in region 1 by freeness and share of the market. The band with firms in both narrows."),
        height=440,
        overlay=Overlay(_nothing, _on_share, ("freeness", "share")),
    )


def _path(share: str, gap: str) -> Array:
    return footloose.firms(float(share), figure.PATH, float(gap))


def _by_gap(share: str) -> Array:
    return figure.by_gap(float(share))


def _by_share(gap: str) -> Array:
    return figure.by_share(float(gap))


def _here(freeness: float, share: str, gap: str) -> tuple[float, float]:
    """Share of the firms in region 1, and the same with wages in region 2 lower by one more percent."""
    wage = float(gap)
    return tuple(float(footloose.firms(float(share), freeness, w)) for w in (wage, wage + NUDGE))  # type: ignore[return-value]


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""


def _on_path(found: tuple[float, float], *, freeness: float, **_values: Any) -> dict[str, Any]:
    return figure.you(freeness, 100 * found[0])


def _on_gap(_result: None, *, freeness: float, gap: str) -> dict[str, Any]:
    return figure.you(freeness, 100 * float(gap))


def _on_share(_result: None, *, freeness: float, share: str) -> dict[str, Any]:
    return figure.you(freeness, 100 * float(share))


def _sentence(found: tuple[float, float], *, freeness: float, share: str, gap: str) -> Sentence:
    told = say(
        _(
            "Where {cost} tonnes must leave for one to arrive, region 1, with {share} of the market, has {here} of the"
            " firms; were wages in region 2 lower by {nudge} more, it would have {then}."
        ),
        cost=number(footloose.cost(freeness), 3),
        share=percent(float(share)),
        here=percent(found[0]),
        nudge=percent(NUDGE),
        then=percent(found[1]),
    )
    return join(told, _flight(float(share), float(gap)))


def _flight(share: float, gap: float) -> Sentence:
    found = footloose.flight(share, gap)
    if math.isnan(found.gone):
        if found.peak <= share + 1e-9:
            return say(_("As trade gets freer, region 1 keeps its share of the market and no more."))
        return say(_("As trade gets freer it gathers firms and keeps them."))
    if found.last <= 0:
        told = _("As trade gets freer it only loses: from a freeness of {gone} on it has none.")
        return say(told, gone=number(found.gone, 2))
    return say(
        _("As trade gets freer it gathers up to {peak} of the firms; from {last} to {gone} it loses every one."),
        peak=percent(found.peak),
        last=number(found.last, 2),
        gone=number(found.gone, 2),
    )

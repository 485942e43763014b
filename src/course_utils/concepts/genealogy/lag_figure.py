"""Pictures of the lags: each concept's wait, the waits against time, how many are over, and what luck would give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from course_utils.concepts.genealogy.events import decimal_year, events
from course_utils.concepts.genealogy.lags import Lag, publications
from course_utils.concepts.genealogy.trend import Chance
from course_utils.concepts.genealogy.wording import concept_names
from course_utils.explorer import style
from course_utils.words import _, number, say

Figure = dict[str, Any]
#: Longest wait that the pictures show, in years.
LONGEST = 80
#: No more known lags than this, and so no balance of pairs beyond it either way.
MOST = 6
BALANCES = range(-MOST * (MOST - 1) // 2, MOST * (MOST - 1) // 2 + 1)
TEXT_ONLY = {"columns": ["text"]}
KNOWN, WAITING = style.color(0), style.color(1)


def told(lag: Lag) -> str:
    """One line for a concept: published when, used when, how many years later."""
    name = concept_names()[lag.concept]
    first = {"concept": name, "publication": lag.published.name, "date": lag.published.date}
    if lag.status == "waiting":
        line = _("{concept}: {publication} ({date}); no such policy after {years} years")
        return say(line, **first, years=number(lag.years, 1))
    if lag.status == "older" or lag.policy is None:
        return say(_("{concept}: {publication} ({date}); named after its policies"), **first)
    line = _("{concept}: {publication} ({date}); {policy} ({then}); {low} to {high} years")
    then = {"policy": lag.policy.name, "then": lag.policy.date}
    return say(line, **first, **then, low=number(lag.low, 1), high=number(lag.high, 1))


def pairs_figure(result: Sequence[Lag], **_values: Any) -> Figure:
    """One row a concept: from its first publication to the first policy, or to the end of the table."""
    rows = {lag.concept: lag for lag in result}
    order = [rows[concept] for concept in publications()]  # the same rows whatever date the district is given
    names = [concept_names()[lag.concept] for lag in order]
    end = decimal_year(events()[-1].middle)
    data = [
        _waits(order, names, "known", _("Wait that is over"), {"color": KNOWN, "width": 4}, end),
        _waits(order, names, "waiting", _("Wait so far"), {"color": WAITING, "width": 2, "dash": "dash"}, end),
        _marks([lag.published.year for lag in order], names, _("First publication"), "circle", style.MUTED)
        | {"text": [told(lag) for lag in order], "hovertemplate": "%{text}<extra></extra>"},
        _marks([_policy_year(lag) for lag in order], names, _("First policy"), "diamond", KNOWN),
        _marks(_ends(order, end), names, _("No policy"), "triangle-right-open", WAITING),
    ]
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [1944, 2027], "tickformat": "d", "dtick": 10},
        "yaxis": {"autorange": "reversed", "type": "category", "categoryarray": names, "categoryorder": "array"},
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def _ends(order: Sequence[Lag], end: float) -> list[float | None]:
    return [end if lag.status == "waiting" else None for lag in order]


def _policy_year(lag: Lag) -> float | None:
    return lag.policy.year if lag.policy else None


def _waits(order: Sequence[Lag], names: list[str], status: str, name: str, line: Figure, end: float) -> Figure:
    x: list[float | None] = []
    y: list[str | None] = []
    for lag, label in zip(order, names, strict=True):
        shown = lag.status == status
        then = _policy_year(lag) if status == "known" else end
        x += [lag.published.year if shown else None, then if shown else None, None]
        y += [label, label, label]
    look = {"type": "scatter", "mode": "lines", "name": name, "line": line, "hoverinfo": "skip"}
    return look | {"x": x, "y": y, "meta": {"columns": []}}


def _marks(x: list[Any], names: list[str], name: str, symbol: str, colour: str) -> Figure:
    marker = {"symbol": symbol, "size": 11, "color": colour, "line": {"width": 1, "color": colour}}
    dots = {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": names, "marker": marker}
    return dots | {"hoverinfo": "skip", "meta": TEXT_ONLY}


def trend_figure(result: Sequence[Lag], **_values: Any) -> Figure:
    """Lag against year of publication, and the longest wait that the table could show."""
    order = {lag.concept: lag for lag in result}
    every = [order[concept] for concept in publications()]
    last = decimal_year(events()[-1].middle)
    known = _cloud(every, "known", _("Taken up"), "diamond", KNOWN)
    limit: Figure = {"type": "scatter", "mode": "lines", "name": _("Longest wait that the table can show")}
    limit |= {"x": [last - LONGEST, last], "y": [LONGEST, 0], "line": {"color": style.MUTED, "dash": "dot"}}
    low = min([lag.years for lag in every if lag.status == "known"], default=0.0)
    axes = {
        "xaxis": {"title": {"text": _("Year of first publication")}, "range": [1944, 2027], "tickformat": "d"},
        "yaxis": {"title": {"text": _("Years to first policy")}, "range": [min(low - 4, 0.0), LONGEST]},
        "hovermode": "closest",
    }
    still = _cloud(every, "waiting", _("Still waiting: at least"), "triangle-up-open", WAITING)
    return {"data": [known, still, limit | {"meta": {"columns": []}}], "layout": axes}


def _cloud(every: Sequence[Lag], status: str, name: str, symbol: str, colour: str) -> Figure:
    shown = [lag if lag.status == status else None for lag in every]
    dots: Figure = {"type": "scatter", "mode": "markers", "name": name}
    dots |= {"x": [lag and lag.published.year for lag in shown], "y": [lag and lag.years for lag in shown]}
    marker = {"symbol": symbol, "size": 11, "color": colour, "line": {"width": 2, "color": colour}}
    text = {"text": [lag and told(lag) for lag in shown], "hovertemplate": "%{text}<extra></extra>"}
    return dots | text | {"marker": marker, "meta": {"columns": ["y", "text"]}}


def share_figure(result: Sequence[Lag], **_values: Any) -> Figure:
    """Share of the concepts that had a policy so many years after their publication."""
    lags = sorted(lag.years for lag in result if lag.status == "known")
    waits = [lag.years for lag in result if lag.status == "waiting"]
    all_of_them = len(lags) + len(waits)
    steps = [(years, 100 * (n + 1) / all_of_them) for n, years in enumerate(lags)]
    first = steps[0][0] if steps else 0.0
    points = [(min(0.0, first), 0.0), *steps, (float(LONGEST), steps[-1][1] if steps else 0.0)]
    points += [points[-1]] * (MOST + 2 - len(points))
    line = {"shape": "hv", "width": 3, "color": KNOWN}
    curve: Figure = {"type": "scatter", "mode": "lines", "name": _("Taken up"), "line": line}
    curve |= {"x": [p[0] for p in points], "y": [p[1] for p in points]}
    over: Figure = {"type": "scatter", "mode": "lines", "name": _("Shortest wait so far"), "meta": {"columns": []}}
    over |= {"x": [min(waits)] * 2, "y": [0, 100], "line": {"dash": "dot", "color": WAITING}}
    axes = {
        "xaxis": {"title": {"text": _("Years since publication")}, "range": [min(points[0][0] - 1, 0.0), LONGEST]},
        "yaxis": {"title": {"text": _("Concepts taken up, %")}, "range": [0, 102]},
    }
    return {"data": [curve, over], "layout": axes}


def chance_figure(result: Chance, **_values: Any) -> Figure:
    """Share of all orders that gives each balance, those as lopsided as the observed one apart."""
    shares = [100 * result.shares.get(b, 0.0) for b in BALANCES]
    as_lopsided = [abs(b) >= abs(result.balance) for b in BALANCES]
    data = [
        _bars(_("Less lopsided than what happened"), shares, [not far for far in as_lopsided], style.MUTED, ""),
        _bars(_("As lopsided, or more"), shares, as_lopsided, KNOWN, "/"),
        _here(result, max(shares)),
    ]
    axes = {
        "barmode": "stack",
        "xaxis": {
            "title": {"text": _("Pairs slower less pairs quicker")},
            "range": [BALANCES[0] - 1, BALANCES[-1] + 1],
        },
        "yaxis": {"title": {"text": _("Share of all orders, %")}, "range": [0, 1.2 * max(shares)]},
    }
    return {"data": data, "layout": axes}


def _bars(name: str, shares: list[float], mask: Sequence[bool], colour: str, hatch: str) -> Figure:
    heights = list(np.where(mask, shares, 0.0))
    marker = {"color": colour, "pattern": {"shape": hatch, "fillmode": "overlay"}}
    return {"type": "bar", "name": name, "x": list(BALANCES), "y": heights, "marker": marker}


def _here(result: Chance, top: float) -> Figure:
    marker = {"symbol": "triangle-down", "size": 13, "color": WAITING}
    look = {"type": "scatter", "mode": "markers", "name": _("What happened"), "marker": marker}
    return look | {"x": [result.balance], "y": [1.1 * top], "meta": {"columns": ["x"]}}

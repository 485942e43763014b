"""The explorer ``territorial_governance.officials``: who governs in the reader's département?"""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.territorial_governance import elected, names
from course_utils.concepts.territorial_governance.elected import Groupings, Officials
from course_utils.concepts.territorial_governance.figure import Figure, no_trace
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory, style
from course_utils.words import Sentence, _, join, number, percent, say

HOME, FRANCE = style.color(1), style.color(0)


def officials_explorer() -> Explorer:
    """Return the explorer ``territorial_governance.officials``."""
    return Explorer(
        name="territorial_governance.officials",
        controls={
            "territory": Territory(_("Your département"), level="departement", value="38"),
            "role": Choice(_("Ages of"), names.roles(), "mayor"),
        },
        panels=[_women_panel(), _age_panel(), _job_panel()],
        reading=Reading(_in_france, _sentence, ("role",)),
        title=_("Who governs?"),
        caption=_(
            "Elected officials after the municipal elections of March 2026: bars for France, diamonds for your"
            " département. Roles overlap: a mayor is a councillor, too."
        ),
        data=("elected_officials", "epci"),
        note=_(
            "Counts only. Where a figure would tell of fewer than five people it is left out, and with it as many"
            " others as it takes. Professions are those declared; the retired are one group whatever they did."
        ),
    )


def _women_panel() -> Panel:
    return Panel(
        "women",
        elected.women,
        _women_figure,
        (),
        title=_("Women, by role"),
        alt=_("Bars of the share of women in five roles in France, with a diamond for your département."),
        height=330,
        overlay=(
            Overlay(_women, _women_mark, ("territory",)),
            Overlay(_place, no_trace, ("territory",), _place_sentence),
        ),
    )


def _age_panel() -> Panel:
    return Panel(
        "ages",
        _in_france,
        _age_figure,
        ("role",),
        title=_("How old are they?"),
        alt=_("Three bars: shares under 40, of 40 to 59, of 60 and over in France, diamonds for your département."),
        height=270,
        overlay=Overlay(_at_home, _age_mark, ("territory", "role"), _age_sentence),
    )


def _job_panel() -> Panel:
    return Panel(
        "professions",
        elected.professions,
        _job_figure,
        (),
        title=_("Municipal councillors by profession"),
        alt=_("Bars of the declared professions of municipal councillors in France, diamonds for your département."),
        height=400,
        overlay=Overlay(_jobs, _job_mark, ("territory",)),
    )


def _in_france(role: str) -> Officials:
    return elected.officials(role)


def _at_home(territory: str, role: str) -> Officials:
    return elected.officials(role, territory)


def _women(territory: str) -> np.ndarray:
    return elected.women(territory)


def _jobs(territory: str) -> np.ndarray:
    return elected.professions(territory)


def _place(territory: str) -> tuple[Groupings, Officials]:
    return elected.groupings(territory), elected.officials("councillor", territory)


def _bars(shares: Any, labels: list[str], axis: str, top: float) -> Figure:
    bars = {"type": "bar", "orientation": "h", "name": _("France"), "x": 100 * shares, "y": labels}
    bars |= {"marker": {"color": FRANCE}}
    axes = {
        "xaxis": {"title": {"text": axis}, "range": [0, top]},
        "yaxis": {"autorange": "reversed", "type": "category"},
        "showlegend": True,
    }
    return {"data": [bars], "layout": axes}


def _mark(shares: Any, labels: list[str]) -> Figure:
    x = [100 * float(share) if np.isfinite(share) else None for share in shares]
    look = {"symbol": "diamond", "size": 13, "color": HOME, "line": {"width": 1.5, "color": "#ffffff"}}
    return {"type": "scatter", "mode": "markers", "name": _("Your département"), "x": x, "y": labels, "marker": look}


def _women_figure(found: np.ndarray, **_values: Any) -> Figure:
    return _bars(found, list(names.roles().values()), _("Women (%)"), 66)


def _women_mark(found: np.ndarray, **_values: Any) -> Figure:
    return _mark(found, list(names.roles().values()))


def _ages() -> list[str]:
    return [_("under 40"), _("40 to 59"), _("60 and over")]


def _age_figure(found: Officials, **_values: Any) -> Figure:
    return _bars(found.ages, _ages(), _("Share (%)"), 82)


def _age_mark(found: Officials, **_values: Any) -> Figure:
    return _mark(found.ages, _ages())


def _job_figure(found: np.ndarray, **_values: Any) -> Figure:
    return _bars(found, list(names.professions().values()), _("Share (%)"), 46)


def _job_mark(found: np.ndarray, **_values: Any) -> Figure:
    return _mark(found, list(names.professions().values()))


def _sentence(found: Officials, *, role: str) -> Sentence:
    told = _("{role}, France: {n} people, of whom {women} are women and {old} are 60 or over.")
    numbers = {"n": number(found.number), "women": percent(found.women), "old": percent(found.ages[-1])}
    return say(told, role=names.roles()[role], **numbers)


def _place_sentence(found: tuple[Groupings, Officials], *, territory: str) -> Sentence:
    groups, council = found
    mayors = elected.officials("mayor", territory)
    told = _("{name}: {n} municipal councillors, {epci} EPCI with {communes} communes in all.")
    first = say(
        told,
        name=council.name,
        n=number(council.number),
        epci=number(groups.epci),
        communes=number(groups.communes),
    )
    if not np.isfinite(mayors.women) or not np.isfinite(council.women):
        return join(first, say(_("How many of the mayors are women is not told.")))
    women = _("{all} of the councillors are women, {mayors} of the mayors.")
    return join(first, say(women, all=percent(council.women), mayors=percent(mayors.women)))


def _age_sentence(found: Officials, **_values: Any) -> Sentence:
    if not np.isfinite(found.ages[-1]):
        return say(_("Their ages there are not told, or there are none."))
    return say(_("There {old} of them are 60 or over."), old=percent(found.ages[-1]))

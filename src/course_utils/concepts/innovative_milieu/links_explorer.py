"""The explorer ``innovative_milieu.links``: how dense could a real milieu be?"""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.innovative_milieu.cases import DATASET, JOBS, YEAR, Design, cases, supposed
from course_utils.concepts.innovative_milieu.figure import RING, YOURS
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, number, percent, say

CONTACTS = (2, 4, 8, 16, 32, 64, 128, 256)
#: Jobs per establishment; 45 is close to what the watchmakers of the Jura arc had in 2008.
SIZES = (10, 20, 45, 100, 250)
MINE = ("territory", "size", "contacts")
CASE = "Arc jurassien"


def links_explorer() -> Explorer:
    """Return the explorer ``innovative_milieu.links``; its contacts play."""
    return Explorer(
        name="innovative_milieu.links",
        controls={
            "contacts": Choice(_("Links that each keeps up"), _numbers(CONTACTS), "8", play=True),
            "territory": Territory(_("Your département"), "departement", "38"),
            "size": Choice(_("Jobs per establishment there"), _numbers(SIZES), "45"),
        },
        panels=[_panel()],
        reading=Reading(_cases, _sentence, ("contacts",)),
        title=_("How dense can a real milieu be?"),
        caption=_(
            "Establishments or firms of each place, the newest dated count of the table, as each source gives it;"
            " perimeters differ. Your département's number is a supposition: its industry jobs, cut into establishments"
            " of one size."
        ),
        data=(DATASET, JOBS),
        note=_("Nobody has counted the links of these places: how many each one keeps up is yours to suppose."),
    )


def _numbers(values: tuple[int, ...]) -> dict[str, str]:
    return {str(n): str(number(n)) for n in values}


def _panel() -> Panel:
    return Panel(
        "links",
        _cases,
        _figure,
        ("contacts",),
        title=_("Share of the others in the milieu whom one knows"),
        alt=_("One bar a place, longer the smaller the place, and one bar for your département."),
        height=340,
        overlay=Overlay(_mine, _bar, MINE, _my_sentence),
    )


def _cases(contacts: str) -> pd.DataFrame:
    return cases()


def _figure(found: pd.DataFrame, *, contacts: str) -> dict[str, Any]:
    dense = [100 * Design(int(agents), int(contacts)).density for agents in found["agents"]]
    names = [_label(*row) for row in _rows(found)]
    bars = {"type": "bar", "orientation": "h", "name": _("Counted"), "x": dense, "y": names}
    axes = {
        "xaxis": {"title": {"text": _("Others known (%)")}, "range": [0, 104]},
        "yaxis": {"tickfont": {"size": 11}},
        "barmode": "overlay",
    }
    return {"data": [bars | {"marker": {"color": RING}}], "layout": axes}


def _rows(found: pd.DataFrame) -> list[tuple[str, float, int]]:
    return [(str(place), float(row["year"]), int(row["agents"])) for place, row in found.iterrows()]


def _label(place: str, year: float, agents: int) -> str:
    short = place.split(" - ")[0]
    when = str(int(year)) if year == year else _("undated")
    return str(say(_("{place} ({when}): {agents}"), place=short, when=when, agents=number(agents)))


def _mine(territory: str, size: str, contacts: str) -> Design:
    return supposed(territory, float(size), int(contacts))


def _bar(found: Design, **_values: Any) -> dict[str, Any]:
    look = {"color": YOURS, "pattern": {"shape": "/"}}
    bar = {"type": "bar", "orientation": "h", "name": _("Your département, supposed"), "marker": look}
    return bar | {"x": [100 * found.density], "y": [_("Your département")]}


def _sentence(found: pd.DataFrame, *, contacts: str) -> Sentence:
    agents, pairs = int(found.loc[CASE, "agents"]), int(found.loc[CASE, "pairs"])
    told = _(
        "The {agents} establishments of the Jura arc made {pairs} pairs; who keeps up {contacts} links there knows"
        " {share} of the others."
    )
    return say(
        told,
        agents=number(agents),
        pairs=number(pairs),
        contacts=number(int(contacts)),
        share=percent(Design(agents, int(contacts)).density, 1),
    )


def _my_sentence(found: Design, *, territory: str, size: str, contacts: str) -> Sentence:
    told = _(
        "In your département the industry jobs of {year} would make {agents} establishments of {size} jobs and {pairs}"
        " pairs, and one would know {share} of the others."
    )
    return say(
        told,
        year=str(YEAR),
        agents=number(found.agents),
        size=number(int(size)),
        pairs=number(found.pairs),
        share=percent(found.density, 2),
    )

"""The picture of what came to the reader's département, and to the rest of its old région."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from course_utils.concepts.genealogy.territory import Arrival, here, nearby, old_regions
from course_utils.datasets import territory as place_of
from course_utils.explorer import style
from course_utils.words import Sentence, _, join, number, say

Figure = dict[str, Any]
Found = tuple[tuple[Arrival, ...], tuple[Arrival, ...]]
FIRST, LAST = 1945, 2027
#: Letters of a name on the right of its mark, and on the left, where a phone has less room.
LETTERS = 28, 21
#: Keeps a name off its mark.
GAP = "\u00a0\u00a0"
#: What began after this year has its name on the left.
ROOM_ON_THE_LEFT = 1985


def what_names() -> dict[str, str]:
    """Name of each sort of arrival."""
    return {
        "pole": _("growth pole"),
        "metropolis": _("balancing metropolis"),
        "spl": _("local productive system"),
        "cluster": _("pôle de compétitivité"),
    }


@cache
def most() -> int:
    """Rows that the fullest territory needs."""
    return max(len(here(d)) + len(nearby(d)) for d in old_regions())


def frame(_result: None = None) -> Figure:
    """Empty years, to be filled by the reader's territory."""
    years = {"type": "scatter", "mode": "markers", "x": [FIRST, LAST], "y": [0, 0], "marker": {"opacity": 0}}
    axes = {
        "xaxis": {"title": {"text": _("Year")}, "range": [FIRST, LAST], "tickformat": "d", "dtick": 10},
        "yaxis": {"visible": False, "range": [-most() + 0.4, 0.9]},
        "hovermode": "closest",
    }
    hidden = {"name": _("Years"), "showlegend": False, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"data": [years | hidden], "layout": axes}


def own_trace(found: Found, territory: str) -> Figure:
    """What is known to sit in the département, filled."""
    return _spans(found[0], 0, _("In {place}").format(place=_place(territory)), "star", 3)


def region_trace(found: Found, territory: str) -> Figure:
    """What came to the rest of the old région, hollow."""
    return _spans(found[1], len(found[0]), _("Elsewhere in its old région"), "circle-open", 0)


def _place(code: str) -> str:
    return str(place_of(code)["name"])


def _spans(arrivals: Sequence[Arrival], row: int, name: str, symbol: str, colour: int) -> Figure:
    """One row an arrival: from its first to its last year."""
    x: list[Any] = []
    y: list[Any] = []
    for n, arrival in enumerate(arrivals):
        x += [arrival.start, arrival.end if arrival.end > arrival.start else None, None]
        y += [-row - n, -row - n, None]
    gap: list[Any] = [None] * (3 * most() - len(x))
    marker = {"symbol": symbol, "size": 9, "color": style.color(colour)}
    line = {"width": 2, "color": style.color(colour), "dash": "solid" if symbol == "star" else "dot"}
    look = {"type": "scatter", "mode": "lines+markers", "name": name, "marker": marker, "line": line}
    return look | {"x": x + gap, "y": y + gap, "hoverinfo": "skip", "meta": {"columns": []}}


def names_trace(found: Found, territory: str) -> Figure:
    """The name of each arrival, beside its first year where there is room."""
    every = [*found[0], *found[1]]
    gap: list[Any] = [None] * (most() - len(every))
    place = {"x": [a.start for a in every] + gap, "y": [-n for n in range(len(every))] + gap}
    sides = ["middle left" if a.start > ROOM_ON_THE_LEFT else "middle right" for a in every] + ["middle right"] * len(
        gap
    )
    words = {"text": [_label(a) for a in every] + gap, "textposition": sides, "textfont": {"size": 10}}
    still = {"hoverinfo": "skip", "showlegend": False, "meta": {"columns": ["text"]}}
    return {"type": "scatter", "mode": "text", "name": _("What came")} | place | words | still


def _label(arrival: Arrival) -> str:
    name, most_letters = arrival.name.split(" (")[0].split(" - ")[0], LETTERS[arrival.start > ROOM_ON_THE_LEFT]
    short = name if len(name) <= most_letters else name[: most_letters - 1].rsplit(" ", 1)[0] + " …"
    return GAP + say(_("{name}, {year}"), name=short, year=str(int(arrival.start))) + GAP


def sentence(found: Found, territory: str) -> Sentence:
    """Name what came to the reader's département, and count the rest."""
    own, region = found
    place = _place(territory)
    if not own and not region:
        return say(
            _("The datasets locate none of these policies in {place}, nor elsewhere in its région."), place=place
        )
    nothing = _("The datasets locate none of these policies in {place}.")
    some = _("In {place} the datasets locate {list}.")
    rest = _("In the rest of {region}, before 2016, they know of {n} more.")
    where = region_name(territory)
    listed = "; ".join(_named(a) for a in own)
    said = say(some, place=place, list=listed) if own else say(nothing, place=place)
    return join(said, say(rest, region=where, n=number(len(region))))


def region_name(departement: str) -> str:
    """Name of the old région of a département."""
    return old_regions()[departement][1]


def _named(arrival: Arrival) -> str:
    line = _("{name} ({what}, {year})")
    return say(line, name=arrival.name.split(" (")[0], what=what_names()[arrival.what], year=str(int(arrival.start)))


def both(territory: str) -> Found:
    """What came to a département, and to the rest of its old région."""
    return here(territory), nearby(territory)

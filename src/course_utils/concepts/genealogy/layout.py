"""Where an event stands in its lane, and which events there is room to name in a window of years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from course_utils.concepts.genealogy.events import LANES, Event, events

#: Rows of dots in a lane.
ROWS = 7
#: Share of a lane's height that its rows fill.
FILLED = 0.86
#: The plot of the smallest phone, a letter and a dot, in pixels: what fits there fits everywhere.
WIDTH, PER_LETTER, DOT = 195.0, 5.8, 9.0
#: Letters that a name may have, the longest tried first, and most names in a window.
LETTERS, NAMES = (26, 18, 10), 16
#: Rows closer than this share of a lane touch.
CLOSE = 0.1
#: Height, left and right edge of what is drawn.
Box = tuple[float, float, float]
#: Which events are named first; in a window of more years than `WIDE`, only those of the first three sorts.
FIRST = ("coins", "names", "takes up", "develops", "applies", "precedes", "")
WIDE = 40


@cache
def heights() -> tuple[float, ...]:
    """Height of each event, in lanes: the first lane lies from 0 to -1, the next from -1 to -2, and so on."""
    rows = {lane: _rows([e for e in events() if e.lane == lane]) for lane in LANES}
    return tuple(
        round(-list(LANES).index(e.lane) - 0.5 + FILLED * (0.5 - (rows[e.lane][e] + 0.5) / ROWS), 3) for e in events()
    )


def _rows(lane: list[Event]) -> dict[Event, int]:
    """Give each event the row that has been empty for longest, so that there is room for names."""
    last = [0.0] * ROWS
    placed: dict[Event, int] = {}
    for event in lane:
        row = min(range(ROWS), key=lambda n: last[n])
        last[row] = event.year
        placed[event] = row
    return placed


@dataclass(frozen=True)
class Name:
    """The name of an event beside its dot, on the right of it or on the left."""

    event: int
    text: str
    right: bool


def short(name: str, letters: int = 30) -> str:
    """The telling words of a name, as many as there is room for.

    Examples
    --------
    >>> short("Perroux, note on the growth pole"), short("Decree 64-250: regional prefects (and CODER)")
    ('Perroux, note on the growth …', 'regional prefects')
    """
    head, _colon, rest = name.replace('"', "").partition(": ")
    official = any(letter.isdigit() for letter in head) or head.isupper()
    words = (rest if rest and official else head).split(" (")[0]
    return words if len(words) <= letters else words[: letters - 1].rsplit(" ", 1)[0].rstrip(",") + " …"


@cache
def names(first: int, last: int) -> tuple[Name, ...]:
    """Choose the events to name between two years: the weightiest first, none over a dot or another name.

    Parameters
    ----------
    first, last : int
        Years at which the window begins and ends.
    """
    scale = WIDTH / (last - first)
    seen = [i for i, e in enumerate(events()) if first <= e.year <= last]
    taken = [(heights()[i], *_span(events()[i].year, first, scale, DOT)) for i in seen]
    weighty = [i for i in seen if last - first <= WIDE or events()[i].use in FIRST[:3]]
    found: list[Name] = []
    for i in sorted(weighty, key=lambda i: (FIRST.index(events()[i].use), i)):
        fitting = next((n for n in _tries(i, first, scale) if _free(n[1], taken)), None)
        if fitting and len(found) < NAMES:
            found.append(fitting[0])
            taken.append(fitting[1])
    return tuple(found)


def _tries(event: int, first: int, scale: float) -> Iterator[tuple[Name, Box]]:
    """Ways to write a name: long, then shorter, on the right, then on the left."""
    x = (events()[event].year - first) * scale
    for letters in LETTERS if events()[event].lane == "publication" else LETTERS[:2]:  # an author's name says enough
        text = short(events()[event].name, letters)
        width = len(text) * PER_LETTER
        for right, low in ((True, x + DOT), (False, x - DOT - width)):
            yield Name(event, text, right), (heights()[event], low, low + width)


def _free(box: Box, taken: list[Box]) -> bool:
    """Whether a box lies inside the window and touches no other: rows closer than a line of text touch."""
    height, low, high = box
    inside = low >= 0 and high <= WIDTH
    return inside and not any(abs(height - h) < CLOSE and low < right and left < high for h, left, right in taken)


def _span(year: float, first: int, scale: float, half: float) -> tuple[float, float]:
    x = (year - first) * scale
    return x - half / 2, x + half / 2

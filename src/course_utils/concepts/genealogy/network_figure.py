"""The picture of who builds on whom: concepts by the year of their first publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course_utils.concepts.genealogy import links
from course_utils.concepts.genealogy.links import Link, cited, first_seen, sort_of
from course_utils.concepts.genealogy.wording import concept_names
from course_utils.explorer import style
from course_utils.words import Sentence, _, join, number, say

Figure = dict[str, Any]
MOST_LINKS = 11
ASKED = style.color(3)
#: From the top: what looks at the whole country, then the districts and their kin, then ecosystems, then governance.
ROWS = (
    "regional_balance",
    "high_tech_colbertism",
    "polarisation",
    "growth_pole",
    "proximity",
    "cluster",
    "milieu",
    "industrial_district",
    "flexible_specialisation",
    "spl",
    "business_ecosystem",
    "industrial_ecosystem",
    "circular_economy",
    "decentralisation",
    "participation",
)


@dataclass(frozen=True)
class Place:
    """Where a concept stands: the year in which it appears, the step of that year on the axis, and its row."""

    year: int
    step: int
    row: int


def steps() -> list[int]:
    """The years in which some concept appears, by any date: each is one step of the axis, near or far in time."""
    return sorted({day.year for becattini in (False, True) for day, _known in first_seen(becattini).values()})


def places(becattini: bool) -> dict[str, Place]:
    """Place of each concept, from the first row down."""
    years = {concept: day.year for concept, (day, _published) in first_seen(becattini).items()}
    return {c: Place(years[c], steps().index(years[c]), row) for row, c in enumerate(ROWS)}


def concepts_figure(result: dict[str, Place], *, until: str, **_values: Any) -> Figure:
    """The concepts that had appeared by a year: published ones filled, those known from a policy only hollow."""
    shown = {c: place for c, place in result.items() if place.year <= int(until)}
    dated = {c: published for c, (_day, published) in first_seen().items()}
    data = [
        _dots(result, shown, [c for c in result if dated[c]], _("Published"), "circle"),
        _dots(result, shown, [c for c in result if not dated[c]], _("Known here from a policy only"), "circle-open"),
    ]
    title, years = _("Year (steps not to scale)"), steps()
    across = {
        "tickvals": list(range(len(years))),
        "ticktext": [str(year) for year in years],
        "tickangle": -90,
        "tickfont": {"size": 10},
    }
    axes = {
        "xaxis": {"title": {"text": title}, "range": [-0.6, len(years) - 0.4], **across},
        "yaxis": {
            "tickvals": list(range(len(ROWS))),
            "ticktext": [concept_names()[c] for c in ROWS],
            "range": [len(ROWS) - 0.4, -0.6],
        },
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def _dots(result: dict[str, Place], shown: dict[str, Place], own: list[str], name: str, symbol: str) -> Figure:
    marker = {"symbol": symbol, "size": 12, "color": style.color(1), "line": {"width": 2, "color": style.color(1)}}
    here = [shown.get(c) for c in own]
    place = {"x": [p and p.step for p in here], "y": [p and p.row for p in here]}
    text = {"text": [_dated(c, result[c]) if c in shown else None for c in own], "meta": {"columns": ["text"]}}
    hover = {"hovertemplate": "%{text}<extra></extra>"}
    return {"type": "scatter", "mode": "markers", "name": name, "marker": marker} | place | text | hover


def _dated(concept: str, place: Place) -> str:
    return say(_("{concept}, {year}"), concept=concept_names()[concept], year=str(place.year))


def looks() -> dict[str, tuple[str, str, str]]:
    """Name, colour and dash of each sort of link."""
    return {
        "forward": (_("Builds on; the dates agree"), style.color(0), "solid"),
        "backward": (_("Builds on; against the dates"), style.color(3), "dash"),
        "undated": (_("Builds on; a date is missing"), style.MUTED, "longdash"),
        "answer": (_("Argues with"), style.color(4), "dot"),
    }


def arrows(found: Sequence[Link], becattini: bool, until: str, sort: str) -> Figure:
    """Draw the links of one sort, each from the concept that is referred to."""
    name, colour, dash = looks()[sort]
    where = places(becattini)
    x: list[float | None] = []
    y: list[float | None] = []
    text: list[str | None] = []
    for link in found:
        one, other = where[link.earlier], where[link.later]
        if sort_of(link, becattini) == sort and max(one.year, other.year) <= int(until):
            x += [one.step, other.step, None]
            y += [one.row, other.row, None]
            text += [_linked(link), None, None]
    gap: list[Any] = [None] * (3 * MOST_LINKS - len(x))
    sizes = [0, 13, 0] * MOST_LINKS
    marker = {
        "symbol": "arrow",
        "size": sizes,
        "angleref": "previous",
        "standoff": 7,
        "color": colour,
        "line": {"width": 0},
    }
    look = {"type": "scatter", "mode": "lines+markers", "name": name, "marker": marker}
    look |= {"line": {"color": colour, "dash": dash, "width": 2}, "hoverinfo": "skip", "meta": {"columns": ["text"]}}
    return look | {"x": x + gap, "y": y + gap, "text": text + gap}


def _linked(link: Link) -> str:
    pattern = (
        _("{later} argues with {earlier} ({source})") if link.argues else _("{later} builds on {earlier} ({source})")
    )
    names = concept_names()
    return say(pattern, later=names[link.later], earlier=names[link.earlier], source=cited()[link.source])


def ring(result: tuple[Place, ...], **_values: Any) -> Figure:
    """Ring the concept that the reader asks about."""
    look = {"symbol": "circle-open", "size": 22, "color": ASKED, "line": {"width": 3}}
    at: Figure = {"x": [p.step for p in result] or [None], "y": [p.row for p in result] or [None]}
    mark = {"type": "scatter", "mode": "markers", "name": _("Asked about"), "marker": look, "hoverinfo": "skip"}
    return mark | at | {"meta": {"columns": []}}


def asked_sentence(found: tuple[Place, ...], *, concept: str, basis: str, becattini: bool) -> Sentence:
    """Name what the concept builds on and what builds on it, with the sources."""
    if not found:
        return say("")
    name = concept_names()[concept]
    up, down = links.parents(concept, basis), links.children(concept, basis)
    if not up and not down:
        return say(_("Of {concept}, no source chosen says what it builds on or what builds on it."), concept=name)
    return join(*(say(_("{link}."), link=_capital(_linked(link))) for link in up + down))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def family_sentence(found: links.Family, *, basis: str, until: str, becattini: bool) -> Sentence:
    """Count those who descend from another, the longest line and the links against the dates."""
    names = concept_names()
    told = {"until": until, "descended": number(found.descended), "all": number(found.concepts)}
    if not found.line:
        return say(_("By {until} none of {all} concepts builds on another one of the list."), **told)
    line = _(
        "By {until} {descended} of {all} concepts build on another one of the list. The longest line has {n}: {line}."
        " Of {links} links, {backward} run against the dates of publication."
    )
    counts = {"n": number(len(found.line)), "links": number(found.links), "backward": number(found.backward)}
    return say(line, **told, **counts, line=" → ".join(names[c] for c in found.line))

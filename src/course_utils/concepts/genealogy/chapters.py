"""Every event of the timeline under the chapter that treats it, with a link where that chapter is written."""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from dataclasses import dataclass

from course_utils.concepts.genealogy.events import Event, events
from course_utils.concepts.genealogy.wording import chapter_names
from course_utils.explorer.registry import FACTORIES
from course_utils.words import _, number, say

#: Folder of the notebook of each chapter.
PARTS = {
    "1_large_firm": ("national_champions", "growth_pole", "urban_hierarchy", "core_periphery"),
    "2_local_reinvented": ("decentralisation", "industrial_district", "local_productive_systems", "innovative_milieu"),
    "3_clusters_proximity": ("porter_cluster", "proximity", "competitiveness_poles"),
    "4_ecosystems": ("business_ecosystem", "industrial_symbiosis", "circular_economy"),
    "5_governance": ("environmental_limits", "citizen_initiatives", "participation"),
}


def address(chapter: str) -> str:
    """Where a chapter stands, seen from this one; empty if there is none of that name.

    Examples
    --------
    >>> address("growth_pole").rpartition(".")[0], address("no_such_chapter")
    ('../1_large_firm/growth_pole', '')
    """
    if chapter not in FACTORIES:
        return ""
    part = next(folder for folder, chapters in PARTS.items() if chapter in chapters)
    ending = "html" if os.environ.get("COURSE_UTILS_FACE") == "static" else "ipynb"
    return f"../{part}/{chapter}.{ending}"


@dataclass(frozen=True)
class Index:
    """The events by chapter; shows itself as folded lists in a notebook and in the book."""

    chapters: dict[str, tuple[Event, ...]]

    def _repr_html_(self) -> str:
        parts = "".join(_folded(chapter, found) for chapter, found in self.chapters.items())
        return f'<div class="cu-card">{parts}</div>'

    def __repr__(self) -> str:
        return "\n".join(_heading(chapter, found) for chapter, found in self.chapters.items())


def index() -> Index:
    """Return all events under the chapters that treat them, in the order of the course.

    Examples
    --------
    >>> print(str(index()).splitlines()[1])
    The growth pole: 8 items, 1951 to 1974
    """
    order = [chapter for chapters in PARTS.values() for chapter in chapters] + [""]
    grouped = {chapter: tuple(e for e in events() if e.chapter == chapter) for chapter in order}
    return Index({chapter: found for chapter, found in grouped.items() if found})


def _heading(chapter: str, found: Sequence[Event]) -> str:
    name = chapter_names().get(chapter) or _("In no chapter")
    first, last = str(found[0].start.year), str(found[-1].start.year)
    if len(found) == 1:
        return say(_("{name}: 1 item, {year}"), name=name, year=first)
    line = _("{name}: {n} items, {first} to {last}")
    return say(line, name=name, n=number(len(found)), first=first, last=last)


def _folded(chapter: str, found: Sequence[Event]) -> str:
    link = address(chapter)
    to = say(_("Go to the chapter: {name}"), name=chapter_names().get(chapter, ""))
    soon = _("This chapter is not written yet.") if chapter else _("These items belong to no chapter.")
    lead = f'<a href="{html.escape(link, quote=True)}">{html.escape(to)}</a>' if link else html.escape(soon)
    items = "".join(f"<li>{html.escape(e.date)}: {html.escape(e.name)}</li>" for e in found)
    heading = html.escape(_heading(chapter, found))
    return f"<details><summary>{heading}</summary><p>{lead}</p><ul>{items}</ul></details>"

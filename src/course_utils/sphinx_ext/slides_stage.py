"""Slides that are alive: each explorer on its own, a bet, its answer, each question of a quiz."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from bs4.element import Tag

from course_utils.words import _

#: Height of the figures on a slide, in its pixels: under their titles, or under a row of buttons that chooses one.
HEIGHT, CHOSEN = 416, 396
#: A figure of many rows, with this height in the page, is shown alone; above the second it keeps its height.
TALL, ROWS = 480, 560


@dataclass
class Slide:
    """One slide: its name in the address, its title and body as HTML, and what the speaker reads."""

    name: str
    title: str
    body: str
    kind: str = "text"
    notes: list[str] = field(default_factory=list)


def slides_of(block: Tag, title: str) -> list[Slide]:
    """Return the slides that a block of a page becomes by itself, none where it is text."""
    for choice, make in (
        (".cu-explorer, .cu-figure", _explorer),
        (".cu-bet", _bet),
        (".cu-reveal", _reveal),
        (".cu-quiz", _quiz),
        (".cu-game", _game),
    ):
        found = block.select_one(choice)
        if found:
            return make(found, title)
    return []


def _explorer(root: Tag, title: str) -> list[Slide]:
    notes = [f"<p>{note.decode_contents()}</p>" for note in root.select(".cu-caption")]
    own = root.select_one(".cu-title")
    heading = own.decode_contents() if own else title
    datasets = [card.get_text() for card in root.select(".cu-sources .cu-card-title")]
    for gone in root.select(":scope > .cu-title, .cu-caption, .cu-sources"):
        gone.decompose()
    script = root.select_one('script[type="application/json"]')
    layout = _fit(script) if script else "one"
    kind = "figure" if "cu-figure" in root.get_attribute_list("class") else "explorer"
    root["data-layout"] = layout
    root["data-prevent-swipe"] = ""
    name = str(root.get("data-concept") or "").replace(".", "-")
    return [Slide(f"{kind}-{name}".strip("-"), heading, f"{root}{_sources(datasets)}", kind, notes)]


def _sources(datasets: list[str]) -> str:
    if not datasets:
        return ""
    said = _("Data: {names}. Sources and licences are in the chapter.").format(names="; ".join(datasets))
    return f'<p class="sources">{said}</p>'


def _fit(script: Tag) -> str:
    """Give the figures of an explorer the height of the slide; return whether one, a pair or a chosen one is seen."""
    data = json.loads(script.get_text())
    panels: list[dict[str, Any]] = data["panels"]
    crowded = len(panels) > 2 or (len(panels) == 2 and any(p["height"] > TALL and not _is_map(p) for p in panels))
    for panel in panels:
        if panel["height"] <= ROWS or _is_map(panel):
            panel["height"] = CHOSEN if crowded else HEIGHT
            panel["base"]["base"]["layout"]["height"] = panel["height"]
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    script.string = text.replace("<", "\\u003c")
    return "chosen" if crowded else "pair" if len(panels) == 2 else "one"


def _is_map(panel: dict[str, Any]) -> bool:
    return any(trace.get("type") in ("choropleth", "scattergeo") for trace in panel["base"]["base"]["data"])


def _bet(root: Tag, title: str) -> list[Slide]:
    return [Slide(str(root.get("id", "bet")) + "-slide", title, str(_bare(root)), "ask")]


def _reveal(root: Tag, title: str) -> list[Slide]:
    kicker = root.select_one(".cu-kicker")
    heading = kicker.get_text() if kicker else title
    return [Slide(str(root.get("id", "reveal")) + "-slide", heading, str(_bare(root)), "ask")]


def _bare(root: Tag) -> Tag:
    """Leave out the small heading, which the slide's title repeats."""
    for kicker in root.select(".cu-kicker"):
        kicker.decompose()
    return root


def _quiz(root: Tag, title: str) -> list[Slide]:
    """Each question on a slide; the count of right answers, which needs all of them on one form, stays in the page."""
    form = '<div class="cu-teach cu-quiz"><form autocomplete="off" method="dialog">{}</form></div>'
    questions = root.select("fieldset")
    return [Slide(f"quiz-{n}", title, form.format(one), "ask") for n, one in enumerate(questions, 1)]


def _game(root: Tag, title: str) -> list[Slide]:
    """The game needs a page: the slide leads to it."""
    link = '<p class="lead"><a href="#the-explorer">{}</a></p>'.format(_("Play it in the chapter"))
    said = "".join(f"<h3>{head.get_text()}</h3>" for head in root.find_all(["h2", "h3", "h4"], limit=1))
    return [Slide("game", title, said + link, "text")]

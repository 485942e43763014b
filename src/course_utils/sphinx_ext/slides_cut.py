"""The built page of a chapter cut into slides: what its sections say, in pieces, and what is alive on its own slide."""

from __future__ import annotations

import posixpath
import re
from html import escape
from itertools import groupby

from bs4 import BeautifulSoup
from bs4.element import Tag

from course_utils.sphinx_ext.slides_pieces import Piece, inner, notes, pieces
from course_utils.sphinx_ext.slides_stage import Slide, slides_of
from course_utils.sphinx_ext.slides_text import pack
from course_utils.words import _

#: Sections whose paragraphs guide the hand: they are notes of the slides that hold the explorers.
GUIDES = ("the-explorer", "on-real-data")
#: Lines that fit under the title of a slide.
BUDGET = 12.5
#: Less than this before something alive is a note of it.
FEW = 3.0
ARTICLE = re.compile(r'<article class="bd-article">(.*?)</article>', re.DOTALL)


def cut(page: str, address: str) -> list[Slide]:
    """Cut a built page into slides.

    Parameters
    ----------
    page
        HTML of the page.
    address
        The page as seen from the slides, e.g. ``../notebooks/1_large_firm/growth_pole.html``.

    Returns
    -------
    list of Slide
        The first is the title; none where the page is no chapter.
    """
    article = ARTICLE.search(page)
    top = BeautifulSoup(article[1], "html.parser").section if article else None
    if not isinstance(top, Tag) or not top.h1:
        return []
    for gone in top.select("a.headerlink, .cell_input, .dataframe style, style[scoped], .cu-teach .cu-foot"):
        gone.decompose()
    for formula in top.select("div.math[tabindex]"):
        del formula["tabindex"]  # it fits, or is made to
    slides = [opening(top)]
    for section in top.find_all("section", recursive=False):
        slides += of_section(section)
    return with_addresses(with_names(slides), address)


def opening(top: Tag) -> Slide:
    """Return the title slide: promise, time, what is needed first, what the reader will be able to do."""
    promise = top.find("p", recursive=False)
    table = top.select_one(":scope > div > table, :scope > table")
    rows = [row.find_all(["th", "td"]) for row in table.find_all("tr")] if table else []
    facts = "".join(f"<dt>{inner(row[0])}</dt><dd>{inner(row[1])}</dd>" for row in rows if len(row) == 2)
    said = f'<p class="promise">{inner(promise)}</p>' if isinstance(promise, Tag) else ""
    keys = _(
        "Arrow keys or the space bar: next and previous slide. On a slider the arrow keys move the slider; Escape, "
        "Page up and Page down lead back to the slides. S: these notes. O: all slides. F: full screen. ?: all keys."
    )
    body = said + (f"<dl>{facts}</dl>" if facts else "")
    return Slide("title", inner(top.h1), body, "title", [f"<p>{escape(keys)}</p>"])


def of_section(section: Tag) -> list[Slide]:
    """Return the slides of a section of the page."""
    title, name = inner(section.h2), str(section.get("id", "section"))
    guide = name in GUIDES and section.select_one(".cu-explorer, .cu-figure") is not None
    made: list[Slide] = []
    run: list[Tag] = []
    for block in flat(section):
        alive = slides_of(block, title)
        if not alive:
            run.append(block)
            continue
        told = [] if guide else pieces(run)
        if sum(piece.height for piece in told) > FEW:
            made += written(told, name, title)
        else:
            alive[0].notes[:0] = notes(run)
        made, run = made + alive, []
    if guide:
        made[-1].notes += notes(run)
        return made
    return made + written(pieces(run), name, title)


def flat(section: Tag) -> list[Tag]:
    """Return the blocks of a section, those of its subsections in their place; an exercise is one block."""
    found: list[Tag] = []
    for node in section.find_all(True, recursive=False):
        if node.name == "section" and not node.select_one(".cu-verdict"):
            found += flat(node)
        elif node.name not in ("h2", "details"):
            found.append(node)
    return found


def written(told: list[Piece], name: str, title: str) -> list[Slide]:
    """Share pieces out among slides."""
    made = []
    for shared in pack([piece.height for piece in told], BUDGET):
        group = [told[i] for i in shared]
        body = ""
        for inside, together in groupby(group, key=lambda one: one.inside if one.inside != "math" else ""):
            html = "".join(one.html for one in together)
            body += f"<{inside}>{html}</{inside}>" if inside else html
        made.append(Slide(name, title, body, "text", [one.note for one in group if one.note]))
    for n, slide in enumerate(made, 1):
        if len(made) > 1:
            slide.title += f' <span class="part">{n}/{len(made)}</span>'
    return made


def with_names(slides: list[Slide]) -> list[Slide]:
    """Number the slides of one name: ``the-question``, ``the-question-2``."""
    seen: dict[str, int] = {}
    for slide in slides:
        seen[slide.name] = seen.get(slide.name, 0) + 1
        if seen[slide.name] > 1:
            slide.name += f"-{seen[slide.name]}"
    return slides


def with_addresses(slides: list[Slide], page: str) -> list[Slide]:
    """Have links lead from where the slides lie, and to the page where what they name is on no slide."""
    here = {slide.name for slide in slides} | {i for s in slides for i in re.findall(r' id="([^"]+)"', s.body)}

    def lead(found: re.Match[str]) -> str:
        href = found[1]
        if re.match(r"[a-z]+:", href) or (href.startswith("#") and href[1:] in here):
            return found[0]
        base = page if href.startswith("#") else posixpath.normpath(posixpath.join(posixpath.dirname(page), href))
        return f'href="{base}{href if href.startswith("#") else ""}"'

    for slide in slides:
        slide.body = re.sub(r'(?<= )href="([^"]*)"', lead, slide.body)
        slide.notes = [re.sub(r'(?<= )href="([^"]*)"', lead, note) for note in slide.notes]
    return slides

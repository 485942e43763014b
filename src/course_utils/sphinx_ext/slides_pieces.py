"""What slides tell of a section: its paragraphs shortened, formulas with what leads to them, lists, small tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from bs4.element import Tag

from course_utils.sphinx_ext.slides_text import lines, shorten, weigh

#: Lines that a formula takes, and each further row of one, and a row of a table.
FORMULA, EQUATION, ROW = 2.6, 1.4, 1.15
#: Less than this of a paragraph that introduces something hidden says nothing.
LEFT = 40
#: A larger table is left to the page.
ROWS, COLUMNS, CELLS = 7, 6, 520


@dataclass
class Piece:
    """Something that stays together: HTML, the list that it is an item of, lines that it takes, its whole text."""

    html: str
    height: float
    inside: str = ""
    note: str = ""


def inner(node: Tag | None) -> str:
    """Return the HTML inside an element, or inside the paragraph that is all of it."""
    only = node.find("p", recursive=False) if node else None
    found = only if isinstance(only, Tag) else node
    return found.decode_contents().strip() if found else ""


def notes(run: list[Tag]) -> list[str]:
    """Return paragraphs, lists and formulas whole, for the speaker."""
    return [str(node) for node in run if node.name in ("p", "ul", "ol", "h3") or _is_formula(node)]


def _is_formula(node: Tag | None) -> bool:
    return node is not None and node.name == "div" and "math" in node.get_attribute_list("class")


def pieces(run: list[Tag]) -> list[Piece]:
    """Return what slides show of a run of blocks: first sentences, formulas with what leads to them, items, tables."""
    found: list[Piece] = []
    for node, after in zip_longest(run, run[1:]):
        new = piece(node, after)
        follows = _is_formula(node) or (found and "math" in found[-1].inside and new and _goes_on(new[0].html))
        if follows and found and new:
            found[-1] = _joined(found[-1], new[0])
        else:
            found += new
    return found


def _goes_on(html: str) -> bool:
    return weigh(html) > 0 and re.sub(r"<[^>]+>", "", html).strip()[:1].islower()


def _joined(one: Piece, other: Piece) -> Piece:
    return Piece(one.html + other.html, one.height + other.height, other.inside, one.note + other.note)


def piece(node: Tag, after: Tag | None) -> list[Piece]:
    """Return the pieces that one block makes; `after` is the block that follows it."""
    if _is_formula(node):
        return [Piece(str(node), FORMULA + EQUATION * node.get_text().count(r"\\"), "math", str(node))]
    if node.name == "p":
        hidden = after is not None and after.name == "div" and not _is_formula(after) and not _small_table(after)
        said = shorten(node, last=_is_formula(after), drop=hidden)
        whole = weigh(said) == weigh(node.decode_contents())
        left = said and not (hidden and weigh(said) < LEFT)
        return [Piece(f"<p>{said}</p>", lines(said), "", "" if whole else str(node))] if left else []
    if node.name in ("ul", "ol"):
        items = [item.decode_contents() for item in node.find_all("li", recursive=False)]
        return [Piece(f"<li>{item}</li>", lines(item), str(node.name)) for item in items]
    if node.name == "section":
        return [_exercise(node)]
    table = _small_table(node)
    return [Piece(str(table), ROW * len(table.find_all("tr")) + 0.5)] if table else []


def _exercise(section: Tag) -> Piece:
    verdict = section.select_one(".cu-verdict > p")
    word = verdict.select_one(".cu-word") if verdict else None
    for before in [*(word.previous_siblings if word else []), word]:
        if before is not None:
            before.extract()  # its number in the course, and "Your turn."
    asked = inner(verdict)
    return Piece(f"<h3>{inner(section.h3)}</h3><p>{asked}</p>", lines(asked) + 1.6)


def _small_table(node: Tag) -> Tag | None:
    table = node.select_one(".cell_output table.dataframe")
    if table is None or len(table.get_text(" ", strip=True)) > CELLS:
        return None
    rows = table.find_all("tr")
    return table if len(rows) <= ROWS + 1 and len(rows[0].find_all(["th", "td"])) <= COLUMNS else None

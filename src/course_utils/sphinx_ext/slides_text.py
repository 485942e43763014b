"""Text for slides: the first sentences of a paragraph, and what goes together on one slide. Nothing is reworded."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from bs4.element import PageElement, Tag

#: Characters on a line of a slide, and what of a paragraph is shown; its whole text stays in the speaker's notes.
LINE = 76
SHOWN = 320
#: Less than this says too little on its own: "Two things happened next."
LEAST = 90

#: Where a sentence ends: a mark, closing quotes, a space, and something that may begin another.
END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-ZÀ-ÖØ-Þ0-9\\])")
#: A full stop that ends no sentence: abbreviations and initials.
ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|cf|al|ed|eds|pp?|vol|no|nos|fig|St|Mr?s?|Dr|ca)|\b[A-Z])\.\s*$")


def text_of(node: PageElement) -> str:
    """Return the text of a piece of a page, a formula as long as it is drawn: about half of what is written for it."""
    if isinstance(node, Tag):
        if "math" in node.get_attribute_list("class"):
            return "x" * math.ceil(len(node.get_text()) / 2)
        return "".join(text_of(child) for child in node.children)
    return str(node)


def sentences(paragraph: Tag) -> list[str]:
    """Return the sentences of a paragraph as HTML, links and formulas whole.

    Examples
    --------
    >>> from bs4 import BeautifulSoup
    >>> page = BeautifulSoup("<p><b>One.</b> Two, e.g. A. Smith <i>of L. Three</i>. Four</p>", "html.parser")
    >>> sentences(page.p)
    ['<b>One.</b> ', 'Two, e.g. A. Smith <i>of L. Three</i>. ', 'Four']
    """
    whole = text_of(paragraph)
    ends = {m.end() for m in END.finditer(whole) if not ABBREVIATED.search(whole[: m.end()])}
    found: list[str] = []
    for start, html in _pieces(paragraph, ends):
        if start in ends or not found:
            found.append("")
        found[-1] += html
    return [sentence for sentence in found if sentence.strip()]


def _pieces(paragraph: Tag, ends: set[int]) -> Iterator[tuple[int, str]]:
    """Yield where each piece begins and its HTML: text cut where sentences end, links and formulas whole."""
    at = 0
    for node in paragraph.children:
        text = text_of(node)
        if isinstance(node, Tag):
            yield at, str(node)
        else:
            cuts = [0, *sorted(end - at for end in ends if at < end < at + len(text)), len(text)]
            yield from ((at + a, escape(text[a:b], quote=False)) for a, b in pairwise(cuts))
        at += len(text)


def weigh(html: str) -> int:
    """Length in characters of a piece of HTML as it is read: without its tags.

    Examples
    --------
    >>> weigh('<a href="x.html">pole</a> &amp; more')
    11
    """
    text = re.sub(r"\\\(.*?\\\)", lambda m: "x" * math.ceil(len(m[0]) / 2), re.sub(r"<[^>]+>", "", html), flags=re.S)
    return len(re.sub(r"&\w+;", "&", text))


def shorten(paragraph: Tag, limit: int = SHOWN, *, last: bool = False, drop: bool = False) -> str:
    """Return the first sentences of a paragraph, and those in bold, as HTML.

    Parameters
    ----------
    paragraph
        A paragraph of the page.
    limit
        Characters; a sentence is shown whatever its length where nothing else is, or next to nothing.
    last
        Whether the last sentences matter more: they introduce a formula.
    drop
        Whether the last sentence introduces something that no slide shows, and goes.
    """
    found = sentences(paragraph)
    if drop and found and _text(found[-1]).endswith(":"):
        found.pop()
    order = list(range(len(found)))[:: -1 if last else 1]
    kept: set[int] = set()
    for i in order:
        if sum(weigh(found[k]) for k in {*kept, i}) > limit and sum(weigh(found[k]) for k in kept) >= LEAST:
            break
        kept.add(i)
    kept |= {i for i in order if "<strong>" in found[i] and len(_text(found[i])) > 25}
    return "".join(found[i] for i in sorted(kept)).strip()


def _text(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).strip()


def lines(html: str, width: int = LINE) -> float:
    """Lines that a paragraph or the item of a list takes on a slide, with the space after it."""
    return math.ceil(weigh(html) / width) + 0.5


def pack(heights: Sequence[float], budget: float) -> Iterator[range]:
    """Share pieces out among as few slides as hold them, about the same on each; a piece too high has its own.

    Examples
    --------
    >>> [list(shared) for shared in pack([4, 4, 4, 4], 12)]
    [[0, 1], [2, 3]]
    """
    fewest = len(_fill(heights, budget))
    steps = [budget * step / 20 for step in range(1, 21)]
    return iter(next(found for limit in steps if len(found := _fill(heights, limit)) <= fewest))


def _fill(heights: Sequence[float], limit: float) -> list[range]:
    found, start, filled = [], 0, 0.0
    for i, height in enumerate(heights):
        if i > start and filled + height > limit:
            found.append(range(start, i))
            start, filled = i, 0.0
        filled += height
    return [*found, range(start, len(heights))] if heights else []

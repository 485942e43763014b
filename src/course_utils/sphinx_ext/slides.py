"""Slides of each chapter, cut from its built page: a deck of reveal.js beside the book, alive and self-hosted."""

from __future__ import annotations

import re
import shutil
import zlib
from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from course_utils.sphinx_ext.assets import FOLDER, is_html, vendored
from course_utils.sphinx_ext.chapters import chapters
from course_utils.sphinx_ext.slides_cut import cut
from course_utils.sphinx_ext.slides_stage import Slide
from course_utils.words import _

DECKS = "slides"
REVEAL = ("reveal.js", "reveal.css")
OWN = Path(__file__).parent / "page"
#: Files of the page that its deck needs too, with the checksums in their addresses: once loaded, they are cached.
SHARED = re.compile(
    r'<link rel="stylesheet"[^>]*href="\.\./\.\./(_static/(?:pygments|course/explorer|course/teaching)\.css[^"]*)"'
    r'|<script defer="defer" src="\.\./\.\./(_static/course/(?:course|mathjax/tex-chtml)\.js[^"]*)"'
)
LINK = '<p class="cu-slides"><a href="../../{address}">{text}</a></p>\n'

#: No inline script: a Content-Security-Policy needs nothing for it. Without scripts it is one page to read.
DECK = """<!doctype html>
<html lang="{language}" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}
</head>
<body>
<main><div class="deck" data-figures="{figures}"><div class="slides mathjax_ignore">
{slides}
</div></div></main>
<nav class="bar" aria-label="{bar}">
<a href="{chapter}">{back}</a>
<button type="button" data-does="notes" aria-pressed="false" hidden>{notes}</button>
<span class="place" hidden></span>
<button type="button" data-does="previous" hidden>{previous}</button>
<button type="button" data-does="next" hidden>{next}</button>
</nav>
</body>
</html>
"""


def copy_deck_files(app: Sphinx) -> None:
    """Put reveal.js, and the script and style of the decks, where all pages find their shared files."""
    if not is_html(app):
        return
    out = Path(app.outdir) / "_static" / FOLDER / DECKS
    out.mkdir(parents=True, exist_ok=True)
    for file in [*(vendored(app) / "reveal" / name for name in REVEAL), *sorted(OWN.glob("slides.*"))]:
        shutil.copyfile(file, out / file.name)


def write_decks(app: Sphinx, error: Exception | None) -> None:
    """Write the slides of each chapter, link to them from its page, and remove decks whose chapter is gone."""
    if error or not is_html(app):
        return
    out = Path(app.outdir)
    (out / DECKS).mkdir(exist_ok=True)
    written = set()
    for concept, docname in sorted(chapters(app).items()):
        page = out / f"{docname}.html"
        text = page.read_text("utf-8") if page.exists() else ""
        slides = cut(text, f"../{docname}.html")
        if slides:
            written.add(out / DECKS / f"{concept}.html")
            (out / DECKS / f"{concept}.html").write_text(deck(app, slides, text, f"../{docname}.html"), "utf-8")
            page.write_text(linked(text, concept), "utf-8")
    for old in set((out / DECKS).glob("*.html")) - written:
        old.unlink()


def linked(page: str, concept: str) -> str:
    """Return a chapter's page with the link to its slides, before its first section."""
    link = LINK.format(address=f"{DECKS}/{concept}.html", text=escape(_("Slides of this chapter")))
    before = re.compile(r'(<article class="bd-article">.*?</h1>.*?)(?=<section )', re.DOTALL)
    return page if link in page else before.sub(lambda found: found[1] + link, page, count=1)


def deck(app: Sphinx, slides: list[Slide], page: str, chapter: str) -> str:
    """Return the deck as a page: its slides, and the shared files that its chapter loads."""
    title = _("Slides: {title}").format(title=re.sub(r"<[^>]+>", "", slides[0].title))
    course = escape(app.config.html_title or app.config.project)
    slides[0].body += f'<p class="course">{course}</p>'
    words = {
        "bar": _("Slides"),
        "figures": _("Figures"),
        "back": _("To the chapter"),
        "notes": _("Speaker notes (S)"),
        "previous": _("Previous"),
        "next": _("Next"),
    }
    return DECK.format(
        language=app.config.language,
        title=title,
        head=_head(app, page),
        slides="\n".join(map(section, slides)),
        chapter=chapter,
        **{key: escape(text) for key, text in words.items()},
    )


def _head(app: Sphinx, page: str) -> str:
    """Reveal comes first: when the explorers' script looks for what is in sight, one slide is."""
    found = [a or b for a, b in SHARED.findall(page)]
    own = Path(app.outdir) / "_static" / FOLDER / DECKS
    named = lambda name: f"_static/{FOLDER}/{DECKS}/{name}?v={zlib.crc32((own / name).read_bytes()):08x}"  # noqa: E731
    styles = [named("reveal.css"), *(a for a in found if ".css" in a), named("slides.css")]
    scripts = [named("reveal.js"), named("slides.js"), *(a for a in found if ".js" in a)]
    icons = [Path(app.config.html_favicon).name] if app.config.html_favicon else []
    lines = [f'<link rel="icon" href="../_static/{icon}">' for icon in icons]
    lines += [f'<link rel="stylesheet" href="../{address}">' for address in dict.fromkeys(styles)]
    lines += [f'<script defer src="../{address}"></script>' for address in dict.fromkeys(scripts)]
    return "\n".join(lines)


def section(slide: Slide) -> str:
    """Return a slide as reveal wants it, the notes inside."""
    level = "h1" if slide.kind == "title" else "h2"
    notes = f'<aside class="notes">{"".join(slide.notes)}</aside>' if slide.notes else ""
    return (
        f'<section id="{slide.name}" class="{slide.kind}"><{level}>{slide.title}</{level}>'
        f'<div class="body">{slide.body}</div>{notes}</section>'
    )

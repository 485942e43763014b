"""Plain Markdown links to terms, cited works and datasets: links in JupyterLab too, where MyST's roles are not."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from course_utils.datasets.descriptors import names
from course_utils.sphinx_ext.pages import CATALOGUE, anchor

GLOSSARY = "book/glossary"
BIBLIOGRAPHY = "book/bibliography"


def add_anchors(app: Sphinx, doctree: nodes.document) -> None:
    """Make ``glossary.md#growth-pole``, ``bibliography.md#perroux_1955`` and ``data.md#data-epci`` known to MyST."""
    page = app.env.docname
    slugs = app.env.metadata[page].setdefault("myst_slugs", {})
    if page == GLOSSARY:
        for term in doctree.findall(nodes.term):
            slugs.update({name.removeprefix("term-").lower(): (0, name, term.astext()) for name in term["ids"]})
    if page == BIBLIOGRAPHY:
        keys = cited_keys(Path(app.srcdir) / "book" / "references.bib")
        slugs.update({key: (0, nodes.make_id(f"cite-{key}"), key) for key in keys})
    if page == CATALOGUE:
        slugs.update({anchor(name): (0, anchor(name), name) for name in names()})


def cited_keys(bibliography: Path) -> list[str]:
    """Return the keys of a BibTeX file."""
    return re.findall(r"^@\w+\{([^,\s]+),", bibliography.read_text("utf-8"), flags=re.M)

"""The page of a dataset: first picture, example, provenance, codebook, downloads, citation, where it is used."""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from course_utils.datasets.catalogue import kind_label, rows_of
from course_utils.datasets.descriptors import descriptor
from course_utils.datasets.language import title_of
from course_utils.sphinx_ext import examples
from course_utils.sphinx_ext.cards import card
from course_utils.sphinx_ext.chapters import chapters, datasets_of_chapters
from course_utils.sphinx_ext.citation import bibtex
from course_utils.sphinx_ext.codebook import codebook
from course_utils.sphinx_ext.downloads import downloads
from course_utils.sphinx_ext.french import french, inlines
from course_utils.sphinx_ext.pages import CATALOGUE
from course_utils.sphinx_ext.pictures import picture
from course_utils.words import _, number


class DatasetPage(SphinxDirective):
    """``{dataset-page} epci``: everything that the book says of a dataset, under its title."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the page as one section."""
        name = self.arguments[0]
        described = descriptor(name)
        page = nodes.section(ids=[name.replace("_", "-")])
        page += nodes.title("", "", *inlines(title_of(described)))
        page += raw(f'<p class="cu-french">{french(described["title_fr"])}</p>')
        page += nodes.paragraph("", "", *inlines(described["description"]))
        page += facts(name, described)
        page += part(_("First picture"), raw(picture(name)))
        page += part(_("Five lines"), *example(name))
        page += part(_("Provenance, licence and caveats"), card(self, name))
        tables = [resource for resource in described["resources"] if "schema" in resource]
        page += part(_("Codebook"), *(raw(codebook(table)) for table in tables)) if tables else []
        page += part(_("Download"), raw(links(name, self.env.docname)))
        page += part(_("Cite"), literal(described["citation"], "text"), literal(bibtex(name), "bibtex"))
        page += part(_("Where it is used"), self.uses(name, described["concepts"]))
        return [page]

    def uses(self, name: str, concepts: list[str]) -> nodes.Node:
        """List the chapters that read the dataset, and the concepts that it is meant for."""
        known, read = chapters(self.env.app), datasets_of_chapters(self.env.app)
        listed = nodes.bullet_list(bullet="-")
        for concept in dict.fromkeys([*concepts, *(c for c in known if name in read[c])]):
            shown = link(known[concept], self.env.docname) if concept in known else nodes.Text(spoken(concept))
            listed += nodes.list_item("", nodes.paragraph("", "", shown))
        return listed


def raw(html: str) -> nodes.raw:
    """Return a node of HTML."""
    return nodes.raw("", html, format="html")


def part(title: str, *content: nodes.Node) -> nodes.section:
    """Return a section with its title."""
    section = nodes.section(ids=[nodes.make_id(title)])
    section += nodes.title(text=title)
    section += list(content)
    return section


def literal(text: str, language: str) -> nodes.literal_block:
    """Return a block that can be copied, its colours those of a language; long lines of prose are wrapped."""
    return nodes.literal_block(text, text, language=language, classes=["cu-wrap"] if language == "text" else [])


def spoken(concept: str) -> str:
    """Return the name of a concept that has no chapter yet, in words.

    Examples
    --------
    >>> spoken("growth_pole")
    'growth pole (no chapter yet)'
    """
    return _("{concept} (no chapter yet)").format(concept=concept.replace("_", " "))


def link(target: str, page: str) -> addnodes.pending_xref:
    """Return a link to a page, under its title."""
    given: dict[str, Any] = {"reftype": "doc", "reftarget": f"/{target}", "refdoc": page}
    return addnodes.pending_xref(
        "", nodes.inline("", target), refdomain="std", refexplicit=False, refwarn=True, **given
    )


def facts(name: str, described: dict[str, Any]) -> nodes.paragraph:
    """Say the name, kind and size of a dataset, and lead back to the catalogue."""
    rows = sum(map(rows_of, described["resources"]))
    counted = _("{n} rows") if any("rows" in r for r in described["resources"]) else _("{n} outlines")
    said = nodes.paragraph("", "", nodes.literal(text=name), nodes.Text(f": {kind_label(described['kind'])}, "))
    said += nodes.Text(counted.format(n=number(rows)) + ". ")
    back = nodes.inline("", _("All datasets"))
    given: dict[str, Any] = {"reftype": "doc", "reftarget": f"/{CATALOGUE}", "refdomain": "std", "refwarn": True}
    said += addnodes.pending_xref("", back, refexplicit=True, **given)
    return said


def example(name: str) -> list[nodes.Node]:
    """Return the code of the example, and what it shows."""
    kind, text = examples.shown(examples.value_of(name))
    label = escape(_("Output of the example"), quote=True)
    table = raw(f'<div class="cu-scroll cu-output" tabindex="0" role="group" aria-label="{label}">{text}</div>')
    return [literal(examples.code_of(name), "python"), table if kind == "html" else literal(text, "none")]


def links(name: str, page: str) -> str:
    """Return the list of files to download, by addresses from the page on."""
    up = "../" * page.count("/")
    items = (f'<li><a href="{up}{file.address}" download>{escape(file.text())}</a></li>' for file in downloads(name))
    return f'<ul class="cu-downloads">{"".join(items)}</ul>'

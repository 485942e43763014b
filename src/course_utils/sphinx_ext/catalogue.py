"""The catalogue: a table of all datasets, which a script of its own makes searchable and sortable."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from course_utils.datasets import load
from course_utils.datasets.catalogue import rows_of
from course_utils.datasets.descriptors import data_root, descriptor, names
from course_utils.datasets.language import title_of
from course_utils.sphinx_ext.chapters import chapters
from course_utils.sphinx_ext.codebook import Cell, column, stacked_table
from course_utils.sphinx_ext.dataset_page import raw
from course_utils.sphinx_ext.downloads import size
from course_utils.sphinx_ext.french import marked
from course_utils.sphinx_ext.pages import anchor, docname
from course_utils.words import _, number

YEAR_AT_END = re.compile(r"_((?:1[5-9]|20)\d\d)$")


class DataCatalogue(SphinxDirective):
    """``{data-catalogue}``: the table of all datasets; each row can be linked to as ``data.md#data-epci``."""

    def run(self) -> list[nodes.Node]:
        """Return the table in a box that says to the script what to write."""
        heads = [_("Dataset"), _("Title"), _("Kind"), _("Rows"), _("Size"), _("Years"), _("Licence"), _("Concepts")]
        for name in names():
            self.env.note_dependency(str(data_root() / name / "datapackage.yaml"))
        table = stacked_table("cu-all", heads, [self.row(name) for name in names()], _("All datasets"))
        said = {"label": _("Search the datasets"), "count": _("{n} of {total} datasets"), "sort": _("Sort by")}
        texts = "".join(f' data-{key}="{escape(text, quote=True)}"' for key, text in said.items())
        return [raw(f'<div class="cu-catalogue"{texts}>{table}</div>')]

    def row(self, name: str) -> tuple[str, list[Cell]]:
        """Return attributes and cells of a dataset's row."""
        described = descriptor(name)
        resources = described["resources"]
        rows, stored = sum(map(rows_of, resources)), sum(resource["bytes"] for resource in resources)
        cells: list[Cell] = [
            f'<a href="{self.address(docname(name))}">{column(name)}</a>',
            marked(title_of(described)),
            escape(described["kind"]),
            (str(number(rows)), rows),
            (size(stored), stored),
            period(name),
            escape(", ".join(licence["name"] for licence in described["licenses"])),
            ", ".join(self.concept(concept) for concept in described["concepts"]),
        ]
        return f' id="{anchor(name)}" data-words="{escape(words(described), quote=True)}"', cells

    def concept(self, concept: str) -> str:
        """Return the name of a concept, with a link to its chapter if it has one."""
        known, text = chapters(self.env.app), escape(concept.replace("_", " "))
        return f'<a href="{self.address(known[concept])}">{text}</a>' if concept in known else text

    def address(self, target: str) -> str:
        """Address of another page from this one."""
        return self.env.app.builder.get_relative_uri(self.env.docname, target)


def period(name: str) -> str:
    """First and last year that the columns of a dataset tell of, nothing if they tell of none.

    Examples
    --------
    >>> period("employment_departements"), period("geometry")
    ('2008-2018', '')
    """
    years: set[int] = set()
    for resource in descriptor(name)["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            if found := YEAR_AT_END.search(field["name"]):
                years.add(int(found[1]))
            elif field["type"] == "date" or field.get("unit") == "year":
                column = load(name, resource["name"])[field["name"]].dropna()
                years |= set((column.dt.year if field["type"] == "date" else column).astype(int))
    return "" if not years else f"{min(years)}" if len(years) == 1 else f"{min(years)}-{max(years)}"


def words(described: dict[str, Any]) -> str:
    """Words that find a dataset beside those of its row: French title, description, publishers, columns.

    Examples
    --------
    >>> "ile-de-france" in words({"title_fr": "Île-de-France", "description": "", "sources": [], "resources": []})
    True
    """
    fields = [f for r in described["resources"] for f in r.get("schema", {}).get("fields", [])]
    parts = [described["title_fr"], described["description"], *(s["publisher"] for s in described["sources"])]
    parts += [text for field in fields for text in (field["name"], field["title"], field["title_fr"])]
    return " ".join(dict.fromkeys(plain(" ".join(parts)).split()))


def plain(text: str) -> str:
    """Lower-case text without accents, as the script makes of what a reader types."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()

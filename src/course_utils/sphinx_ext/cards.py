"""Directives: the provenance card of one dataset, and the catalogue of all."""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst import Directive

from course_utils.datasets import catalogue, info


class ProvenanceCard(Directive):
    """``{provenance-card} epci``: where a dataset comes from, its licence and its caveats."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the card."""
        return [nodes.raw("", info(self.arguments[0])._repr_html_(), format="html")]


class DataCatalogue(Directive):
    """``{data-catalogue}``: the cards of all datasets, each with a heading that links can reach."""

    def run(self) -> list[nodes.Node]:
        """Return one section a dataset."""
        sections: list[nodes.Node] = []
        for name, row in catalogue().iterrows():
            section = nodes.section(ids=[f"data-{name}".replace("_", "-")])
            section += nodes.title(text=f"{row['title']} ({name})")
            section += nodes.raw("", info(str(name))._repr_html_(), format="html")
            sections.append(section)
        return sections

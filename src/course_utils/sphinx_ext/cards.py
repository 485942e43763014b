"""The provenance card of a dataset, as a directive."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from course_utils.datasets import data_root, info


def card(directive: SphinxDirective, name: str) -> nodes.raw:
    """Return the card of a dataset; the page is read again when the dataset's description changes."""
    directive.env.note_dependency(str(data_root() / name / "datapackage.yaml"))
    return nodes.raw("", info(name)._repr_html_(), format="html")


class ProvenanceCard(SphinxDirective):
    """``{provenance-card} epci``: where a dataset comes from, its licence and its caveats."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the card."""
        return [card(self, self.arguments[0])]

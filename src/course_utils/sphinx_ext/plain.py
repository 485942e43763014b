"""Plain plotly figures of the notebooks, drawn by the explorers' script: plotly's own MIME type is empty in a book."""

from __future__ import annotations

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer

from course_utils.explorer.static import figure_html

PLOTLY = "application/vnd.plotly.v1+json"


class PlotlyFigure(MimeRenderPlugin):
    """Render plotly's MIME type as a figure of the page (class ``cu-figure``)."""

    mime_priority_overrides = (("html", PLOTLY, 0),)

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Return the raw HTML node of a plotly figure, None for anything else."""
        if data.mime_type != PLOTLY or inline:
            return None
        figure = {"data": data.content.get("data", []), "layout": data.content.get("layout", {})}
        meta = figure["layout"].get("meta")
        alt = str(meta.get("alt", "")) if isinstance(meta, dict) else ""
        return [nodes.raw(text=figure_html(figure, alt), format="html", classes=["output", "text_html"])]

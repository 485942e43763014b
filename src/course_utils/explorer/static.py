"""The static face: everything that a page needs to move an explorer without a kernel."""

from __future__ import annotations

import html as markup
import json
from dataclasses import asdict
from typing import Any

from course_utils.datasets import info
from course_utils.explorer import cache
from course_utils.explorer.controls import Choice, Control, Slider, Toggle
from course_utils.explorer.explorer import BudgetError, Explorer
from course_utils.explorer.lattice import VALUE_BUDGET, Layer
from course_utils.explorer.packing import Blob
from course_utils.explorer.panel import Panel
from course_utils.explorer.plain import plain_figure
from course_utils.explorer.run import run_of
from course_utils.explorer.sentences import pack_sentences
from course_utils.explorer.style import base_layout, merge, template
from course_utils.explorer.table import heads, tables
from course_utils.words import _

FALLBACK_ROWS = 25


def words() -> dict[str, Any]:
    """Texts of the page's script; ``columns`` are the headers of its tables."""
    return {
        "controls": _("Controls"),
        "table": _("Show as table"),
        "hide": _("Hide table"),
        "link": _("Copy link to this state"),
        "copied": _("Link copied"),
        "address": _("The link is in the address bar"),
        "reset": _("Reset"),
        "play": _("Play"),
        "pause": _("Pause"),
        "next": _("Next step"),
        "failed": _("The figure could not be drawn; the table below shows its default state."),
        "loading": _("Drawing the figure …"),
        "na": _("n/a"),
        "columns": heads(),
    }


def control_payload(name: str, control: Control) -> dict[str, Any]:
    """Describe a control to the page's script."""
    common: dict[str, Any] = {"k": name, "label": control.label, "value": control.accept(control.value)}
    if isinstance(control, (Slider, Choice)) and control.play:
        common |= {"play": asdict(run_of(control))}
    if isinstance(control, Slider):
        unit, times = ("%", 100) if control.percent else (control.unit, 1)
        bounds = {"t": "range", "min": control.min, "max": control.max, "step": control.step_size()}
        shown = {"decimals": control.decimals, "unit": unit, "times": times}
        kind = {"nodes": control.nodes(), "log": control.scale == "log", "between": control.interpolate}
        return common | bounds | shown | kind
    if isinstance(control, Choice):
        return common | {"t": "select", "options": list(control.options.items())}
    if isinstance(control, Toggle):
        return common | {"t": "checkbox"}
    return common | {"t": "territory", "level": control.level, "sets": control.sets}


def panel_payload(explorer: Explorer, panel: Panel, blob: Blob) -> dict[str, Any]:
    """Run and pack one panel with its overlays."""
    parts = [(panel.controls, panel.base), *((o.controls, o.draw) for o in panel.overlays)]
    layers = [Layer.of(explorer, panel.key, controls, draw).pack(blob) for controls, draw in parts]
    _refuse_packed_logarithms(explorer, panel, layers)
    texts = {"key": panel.key, "title": panel.title, "alt": panel.alt}
    return texts | {"height": panel.height, "base": layers[0], "overlays": layers[1:]}


def _refuse_packed_logarithms(explorer: Explorer, panel: Panel, layers: list[dict[str, Any]]) -> None:
    """Equal steps lose the small values of a logarithmic axis."""
    layout = layers[0]["base"]["layout"]
    for axis in ("x", "y"):
        packed = any(entry["p"][-1] == axis for layer in layers for entry in layer["nums"])
        if packed and layout.get(f"{axis}axis", {}).get("type") == "log":
            raise ValueError(
                f"{explorer.name}, {panel.key}: {axis} varies on a logarithmic axis, where packing in equal "
                "steps loses the small values; draw the logarithms on a linear axis with tickvals and ticktext"
            )


def payload(explorer: Explorer) -> dict[str, Any]:
    """Return everything that the page needs, as JSON-ready objects.

    Raises
    ------
    BudgetError
        If states, values or the interpolation error are over the budgets.
    """
    blob = Blob()
    panels = [panel_payload(explorer, panel, blob) for panel in explorer.panels]
    said = [(explorer.reading.controls, explorer.reading.say)]
    said += [(o.controls, o.say) for p in explorer.panels for o in p.overlays if o.sentence]
    reading = [pack_sentences(Layer.of(explorer, "reading", names, say), blob) for names, say in said]
    if blob.values > VALUE_BUDGET:
        raise BudgetError(f"{explorer.name}: {blob.values:,} packed values are over the budget of {VALUE_BUDGET:,}")
    controls = [control_payload(name, control) for name, control in explorer.controls.items()]
    packed = {"reading": reading, "blob": blob.text(), "values": blob.values}
    return shell(explorer.name) | {"controls": controls, "panels": panels} | packed


def shell(name: str) -> dict[str, Any]:
    """Return what every figure of a page carries: words and the two themes."""
    return {"v": 1, "name": name, "words": words(), "themes": {t: template(t) for t in ("light", "dark")}}


def html(explorer: Explorer) -> str:
    """Return the explorer as HTML, its payload from the cache if nothing that it depends on changed."""
    data = cache.payload(explorer, payload)
    figures = explorer.evaluate()
    fallback = "".join(
        panel_fallback(panel.title or panel.alt, figure) for panel, figure in zip(explorer.panels, figures, strict=True)
    )
    cards = sources(explorer.data)
    reading = f'<p class="cu-reading">{markup.escape(explorer.read())}</p>'
    return page("cu-explorer", explorer, data, reading + fallback, cards)


def sources(names: tuple[str, ...]) -> str:
    """Return the provenance cards of the datasets shown, folded."""
    if not names:
        return ""
    cards = "".join(info(name)._repr_html_() for name in names)
    summary = markup.escape(_("Where the data come from"))
    return f'<details class="cu-sources"><summary>{summary}</summary>{cards}</details>'


def page(kind: str, part: Any, data: dict[str, Any], fallback: str, cards: str = "") -> str:
    """Wrap payload, fallback and cards in the root element of the contract."""
    head = f'<p class="cu-title">{markup.escape(part.title)}</p>' if part.title else ""
    notes = "".join(f'<p class="cu-caption">{markup.escape(t)}</p>' for t in (part.caption, part.note) if t)
    # No "<" at all: neither "</script>" nor "<!--<script" in a label may end or swallow the element.
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")
    name = markup.escape(data["name"], quote=True)
    return (
        f'<div class="{kind}" data-concept="{name}">{head}<div class="cu-fallback">{fallback}</div>'
        f'<div class="cu-stage"></div>{notes}{cards}<script type="application/json">{text}</script></div>'
    )


def panel_fallback(title: str, figure: dict[str, Any]) -> str:
    """Return the default state of a panel as tables, for print and for a browser without scripts."""
    parts = [f"<p>{markup.escape(title)}</p>"] if title else []
    return "".join([*parts, *(fallback_table(name or title, head, body) for name, head, body in tables(figure))])


def fallback_table(title: str, head: list[str], body: list[list[str]]) -> str:
    """Return the first rows as a table that can be scrolled by keyboard."""
    shown = body[:FALLBACK_ROWS]
    cells = "".join("<tr>" + "".join(f"<td>{markup.escape(c)}</td>" for c in line) + "</tr>" for line in shown)
    top = "".join(f'<th scope="col">{markup.escape(h)}</th>' for h in head)
    caption = markup.escape(title or _("Data of the figure"), quote=True)
    cut = _("The first {n} of {total} rows.").format(n=len(shown), total=len(body)) if len(shown) < len(body) else ""
    return (
        f'<div class="cu-scroll" tabindex="0" role="group" aria-label="{caption}">'
        f"<table><caption>{caption} {cut}</caption><thead><tr>{top}</tr></thead><tbody>{cells}</tbody></table></div>"
    )


def figure_html(figure: Any, alt: str = "") -> str:
    """Return a plain plotly figure as HTML, drawn by the same script without controls."""
    drawn = plain_figure(figure)
    height = int(drawn["layout"].get("height") or 360)
    drawn["layout"] = merge(base_layout(height), drawn["layout"])
    title = drawn["layout"].get("title", "")
    said = (title.get("text") if isinstance(title, dict) else title) or _("A figure; its data are in the table.")
    base = {"controls": [], "base": drawn, "nums": [], "words": []}
    panel = {
        "key": "figure",
        "title": "",
        "alt": alt or str(said),
        "height": height,
        "base": base,
        "overlays": [],
    }
    data = shell("") | {"controls": [], "panels": [panel], "reading": [], "blob": ""}
    return page("cu-figure", _Plain(), data, panel_fallback("", drawn))


class _Plain:
    title = caption = note = ""

"""The codebook of a dataset: a table of columns for each of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from course_utils.sphinx_ext.french import french, marked
from course_utils.words import _

#: A cell is HTML, with the value to sort by if that is another.
Cell = str | tuple[str, float]


def stacked_table(name: str, heads: Sequence[str], rows: Iterable[tuple[str, Sequence[Cell]]], label: str) -> str:
    """Return a table whose rows become cards where there is no room for columns.

    The roles are written out, since a browser forgets them where a row is displayed as a block.

    Parameters
    ----------
    name : str
        Class of the table.
    heads : sequence of str
        Header of each column.
    rows : iterable of tuple
        Attributes of the row and its cells; the first cell is the row's header.
    label : str
        Caption.
    """
    top = "".join(f'<th scope="col" role="columnheader">{escape(head)}</th>' for head in heads)
    body = "".join(f'<tr role="row"{more}>{_cells(heads, cells)}</tr>' for more, cells in rows)
    return (
        f'<div class="cu-stack"><table class="{name}" role="table"><caption>{marked(label)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{top}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _cells(heads: Sequence[str], cells: Sequence[Cell]) -> str:
    parts = []
    for i, (head, cell) in enumerate(zip(heads, cells, strict=True)):
        text, value = cell if isinstance(cell, tuple) else (cell, None)
        sort = "" if value is None else f' data-sort="{value:g}" class="cu-num"'
        named = f' data-label="{escape(head)}"{sort}'
        parts.append(f'<th scope="row" role="rowheader"{named}>{text}</th>' if i == 0 else _td(named, text))
    return "".join(parts)


def _td(attributes: str, text: str) -> str:
    return f'<td role="cell"{attributes}>{text}</td>'


def column(name: str) -> str:
    """Return a name as code that may be broken at its underscores."""
    return f"<code>{escape(name).replace('_', '_<wbr>')}</code>"


def codebook(resource: dict[str, Any]) -> str:
    """Return the columns of a table: name, English and French title, type, unit, description."""
    heads = [_("Column"), _("Title"), _("French title"), _("Type"), _("Unit"), _("Description")]
    rows = [("", _row(field)) for field in resource["schema"]["fields"]]
    return stacked_table("cu-codebook", heads, rows, resource["title"])


def _row(field: dict[str, Any]) -> list[str]:
    listed = field.get("constraints", {}).get("enum", [])
    one_of = "<br>" + escape(_("One of: {values}.").format(values=", ".join(map(str, listed)))) if listed else ""
    return [
        column(field["name"]),
        marked(field["title"]),
        french(field["title_fr"]),
        escape(field["type"]),
        escape(field.get("unit", "")),
        marked(field["description"]) + one_of,
    ]

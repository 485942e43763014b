"""The provenance card: HTML in a notebook or page, text in a terminal, from the same lines."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape
from typing import Any

from ..words import _, number
from .catalogue import kind_label, rows_of
from .descriptors import descriptor
from .language import title_of


@dataclass(frozen=True, repr=False)
class Card:
    """What a reader should know of a data set before trusting it.

    Parameters
    ----------
    name : str
        Name of the data set.
    """

    name: str

    @property
    def title(self) -> str:
        """Title in the reader's language."""
        return title_of(self._described)

    @property
    def _described(self) -> dict[str, Any]:
        return descriptor(self.name)

    def lines(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Pairs of a label and its values; a value is a text and an address ("" if none)."""
        described = self._described
        return [
            (_("Kind"), [(kind_label(described["kind"]), "")]),
            (_("Tables"), [(_table_line(resource), "") for resource in described["resources"]]),
            (_("Sources"), [(_source_line(source), source.get("path", "")) for source in described["sources"]]),
            (_("Licence"), [(_licence_line(licence), licence.get("path", "")) for licence in described["licenses"]]),
            (_("Caveats"), [(caveat, "") for caveat in described["caveats"]]),
        ]

    def columns(self) -> list[tuple[str, str, str]]:
        """Name, unit and description of each column of each table; the name says the table where there are several."""
        tables = [resource for resource in self._described["resources"] if "schema" in resource]
        several = len(tables) > 1
        return [
            (
                f"{table['name']}.{field['name']}" if several else field["name"],
                field.get("unit", ""),
                field["description"],
            )
            for table in tables
            for field in table["schema"]["fields"]
        ]

    def __repr__(self) -> str:
        parts = [self.title, "=" * len(self.title), *_wrapped(self._described["description"], "")]
        for label, values in self.lines():
            parts.append(label)
            parts.extend(line for text, address in values for line in _wrapped(f"{text} {address}".strip(), "  - "))
        if self.columns():
            parts.append(_("Columns"))
        parts.extend(
            line for name, unit, text in self.columns() for line in _wrapped(_column_line(name, unit, text), "  - ")
        )
        return "\n".join(parts)

    def _repr_html_(self) -> str:
        """Give the card as an aside with a description list; the columns are folded away."""
        head = f'<p class="cu-card-title">{escape(self.title)}</p><p>{escape(self._described["description"])}</p>'
        rows = "".join(f"<dt>{escape(label)}</dt>{''.join(map(_value_html, values))}" for label, values in self.lines())
        # role="note": an aside inside the main text would otherwise be a landmark in the wrong place.
        opening = (
            f'<aside class="cu-card" role="note" data-dataset="{escape(self.name)}" aria-label="{escape(self.title)}">'
        )
        return f"{opening}{head}<dl>{rows}</dl>{self._columns_html()}</aside>"

    def _columns_html(self) -> str:
        if not self.columns():
            return ""
        rows = "".join(
            f"<dt><code>{escape(name)}</code>{f' ({escape(unit)})' if unit else ''}</dt><dd>{escape(text)}</dd>"
            for name, unit, text in self.columns()
        )
        return f"<details><summary>{escape(_('Columns'))}</summary><dl>{rows}</dl></details>"


def info(name: str) -> Card:
    """Give the card of a data set: what it is, who made it, under which licence, what to mind, its columns.

    Parameters
    ----------
    name : str
        Name of a data set.

    Returns
    -------
    Card
        Shows itself as HTML in a notebook and as text in a terminal.

    Raises
    ------
    UnknownDataset
        If there is no such data set.

    Examples
    --------
    >>> info("growth_poles").title
    'Growth poles and industrial complexes of the 1950s-70s: France, Italy, Spain'
    """
    descriptor(name)
    return Card(name)


def _table_line(resource: dict[str, Any]) -> str:
    counted = _("{name}: {rows} rows") if "rows" in resource else _("{name}: {rows} outlines")
    return counted.format(name=resource["name"], rows=number(rows_of(resource)))


def _source_line(source: dict[str, Any]) -> str:
    template = _("{publisher}: {title}. Version: {version}; retrieved {date}, through: {through}.")
    parts = {key: source[key] for key in ("publisher", "title", "version", "through")}
    return template.format(date=source["retrieved"], **parts)


def _licence_line(licence: dict[str, Any]) -> str:
    return _("{title} (checked {date})").format(title=licence["title"], date=licence["checked"])


def _column_line(name: str, unit: str, text: str) -> str:
    return f"{name} ({unit}): {text}" if unit else f"{name}: {text}"


def _wrapped(text: str, bullet: str) -> list[str]:
    return textwrap.wrap(text, 100, initial_indent=bullet, subsequent_indent=" " * len(bullet), break_long_words=False)


def _value_html(value: tuple[str, str]) -> str:
    text, address = value
    shown = escape(text)
    return f'<dd><a href="{escape(address)}">{shown}</a></dd>' if address else f"<dd>{shown}</dd>"

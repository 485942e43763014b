"""What is asked of a reader's own table: the shapes of shapes.yaml, or the schema of a data set of the course."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ..descriptors import descriptor
from ..descriptors import names as dataset_names
from ..errors import UnknownDataset

SHAPES = Path(__file__).with_name("shapes.yaml")


@dataclass(frozen=True)
class Column:
    """One column of a shape.

    Parameters
    ----------
    name, type : str
        Name in the finished table; string, integer, number, date or boolean.
    required : bool
        Whether the file must have it.
    names : tuple of str
        Folded names under which it is met.
    minimum, maximum : float, optional
        Smallest and largest value.
    pattern : str
        What a text must match.
    enum : tuple of str
        The only texts that are allowed.
    categories : bool or str
        A column of repeated words: True (sorted) or "file order".
    take : int
        How many first characters of a text count; 0 for all.
    values : mapping, optional
        What each text of the file stands for.
    other : str or float, optional
        What stands for texts that `values` lacks, and for empty cells.
    keep : tuple of str
        Rows with another text are left out, and so is the column.
    counts : bool
        The column counts rows: it is in no file.
    adds : bool
        Whether the figures of several rows may be added up.
    example : tuple
        Values of the template.
    """

    name: str
    type: str
    required: bool = True
    names: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    enum: tuple[str, ...] = ()
    categories: bool | str = False
    take: int = 0
    values: Mapping[str, Any] | None = None
    other: Any = None
    keep: tuple[str, ...] = ()
    counts: bool = False
    adds: bool = False
    example: tuple[Any, ...] = field(default=())

    @property
    def numeric(self) -> bool:
        """Whether it holds numbers."""
        return self.type in ("integer", "number")


@dataclass(frozen=True)
class Shape:
    """The columns of a table, those that name a row, and the level of its codes if it can be rolled up.

    Parameters
    ----------
    name : str
        What `like` calls it.
    columns : tuple of Column
        In the order of the finished table.
    key : tuple of str
        Columns that together name a row.
    places : str
        "commune" if the territories are communes, which may be rolled up.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    places: str = ""

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def counts_rows(self) -> bool:
        """Whether a file has a row for each unit, so that it is always added up."""
        return any(column.counts for column in self.columns)


def fold(text: object) -> str:
    """A name without accents, case, blanks and signs.

    Examples
    --------
    >>> fold("Code Département"), fold("codeCommuneEtablissement") == fold("code_commune_etablissement")
    ('codedepartement', True)
    """
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def shape(name: str) -> Shape:
    """The shape called `name`: one of shapes.yaml, or that of a data set of the course.

    Raises
    ------
    UnknownDataset
        If there is neither.

    Examples
    --------
    >>> shape("flows").key
    ('from', 'to', 'year')
    """
    own, known = _described()["shapes"], dataset_names()
    if str(name) in own:
        return _own_shape(name)
    tables = [part for part in descriptor(name)["resources"] if "schema" in part] if str(name) in known else []
    if not tables:
        raise UnknownDataset(str(name), [*own, *known], what="shape called")
    schema = tables[0]["schema"]
    columns = tuple(_from_schema(described) for described in schema["fields"])
    return Shape(name, columns, tuple(schema.get("primaryKey", ())))


def level_names(level: str) -> frozenset[str]:
    """Folded names of the columns that hold the codes of a level."""
    return frozenset(map(fold, _described()["levels"][level]))


@cache
def _described() -> dict[str, Any]:
    import yaml  # only when a table is read: importing the package stays cheap

    parsed: dict[str, Any] = yaml.safe_load(SHAPES.read_text(encoding="utf8"))
    return parsed


@cache
def _own_shape(name: str) -> Shape:
    described = _described()["shapes"][name]
    columns = tuple(_from_yaml(column, parts) for column, parts in described["columns"].items())
    return Shape(name, columns, tuple(described["key"]), described.get("places", ""))


def _from_yaml(name: str, parts: dict[str, Any]) -> Column:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in parts.items()}
    names, values = _names(given.pop("named", name)), _values(given.pop("values", None))
    return Column(name=name, names=names, values=values, **given)


def _from_schema(described: dict[str, Any]) -> Column:
    """A column of a shipped table; its labels are names under which a reader may have it."""
    rules = described.get("constraints", {})
    labels = [fold(described[key]) for key in ("name", "title", "title_fr") if key in described]
    return Column(
        name=described["name"],
        type=described["type"],
        required=rules.get("required", False),
        names=tuple(dict.fromkeys([*labels, *_names(described["name"])])),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        pattern=rules.get("pattern", ""),
        enum=tuple(map(str, rules.get("enum", ()))),
        categories=described.get("categories", False),
    )


def _names(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, [name, *_described()["names"].get(name, ())])))


def _values(kind: str | None) -> Mapping[str, Any] | None:
    """What the texts of a column stand for: divisions of activities, or bands of employees."""
    if kind == "sectors":
        ranges = _described()["sectors"].items()
        return {f"{n:02}": sector for sector, (first, last) in ranges for n in range(first, last + 1)}
    bands = _described()["bands"].items()
    if kind == "middle":
        return {code: (least + most) / 2 for code, (least, most) in bands}
    return {code: band[kind == "most"] for code, band in bands} if kind else None

"""What a caller of `load_table` asked for, checked before any file is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .shapes import Shape, shape

LEVELS = ("departement", "region", "epci", "commune")


@dataclass(frozen=True)
class Wish:
    """The arguments of `load_table`, in order.

    Parameters
    ----------
    shape : Shape
        What `like` names.
    columns : mapping
        Column of the shape -> column of the file.
    level : str, optional
        Whose codes the territories are.
    aggregate : tuple of str
        Columns by which figures are added up; empty if they are not.
    delimiter, decimal, encoding, sheet : str, optional
        What is not to be guessed.
    gaps : bool
        Whether required numbers may be missing.
    """

    shape: Shape
    columns: Mapping[str, str] = field(default_factory=dict)
    level: str | None = None
    aggregate: tuple[str, ...] = ()
    delimiter: str | None = None
    decimal: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    gaps: bool = False

    @property
    def adds(self) -> bool:
        """Whether rows are to be added up."""
        return bool(self.aggregate) or self.shape.counts_rows


def wish(
    like: str,
    columns: Mapping[str, str] | None,
    level: str | None,
    aggregate: Sequence[str] | None,
    **said: str | bool | None,
) -> Wish:
    """Check what was asked for.

    Raises
    ------
    UnknownDataset
        If there is no such shape.
    ValueError
        If an argument is not one that `load_table` can follow.
    """
    wanted = shape(like)
    _one_of("level", level, LEVELS)
    _one_of("decimal", said.get("decimal"), (".", ","))
    delimiter = said.get("delimiter")
    if delimiter is not None and (not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\r\n\x00'):
        raise ValueError(f"delimiter must be one character such as ',' or ';', not {delimiter!r}")
    return Wish(wanted, dict(columns or {}), level, _totals(wanted, aggregate), **said)  # type: ignore[arg-type]


def _totals(wanted: Shape, aggregate: Sequence[str] | None) -> tuple[str, ...]:
    if not aggregate:
        return ()
    names = (aggregate,) if isinstance(aggregate, str) else tuple(aggregate)
    if not any(column.adds for column in wanted.columns):
        raise ValueError(f"the columns of {wanted.name!r} do not add up; leave aggregate out")
    allowed = [column.name for column in wanted.columns if not column.adds and not column.keep]
    unknown = [name for name in names if name not in allowed]
    if unknown:
        raise ValueError(f"aggregate: no column {unknown[0]!r} in {wanted.name!r}; there are {', '.join(allowed)}")
    return tuple(name for name in allowed if name in names)


def _one_of(argument: str, given: object, allowed: tuple[str, ...]) -> None:
    if given is not None and given not in allowed:
        raise ValueError(f"{argument} must be one of {', '.join(map(repr, allowed))}, not {given!r}")

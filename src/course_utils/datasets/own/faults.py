"""What can be wrong with one cell, and how the error says it: column, rows, first examples, how to mend it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from ..errors import BadTable
from .layout import Layout
from .shapes import Column

#: What a spreadsheet would compute, or run; "-", "+33" and "+29 % (2021)" are texts.
FORMULA = re.compile(
    r"[=@＝＠].*"
    r"|[+-].*(?:[|!]|[A-Za-z0-9]\().*"  # another program, another sheet, a function
    r"|[+-]\s*\$?[A-Za-z]{1,3}\$?[0-9]+.*"  # another cell
    r"|[+-][0-9.,]+(?:[*/^&+][0-9.,]+)+",
    re.DOTALL,
)
COMPUTED = re.compile(r"#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
#: Letters that were read in the wrong encoding and saved again.
GARBLED = re.compile("\ufffd|[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|[\x00-\x08\x0e-\x1f]")
TRUTHS = {"true": True, "vrai": True, "1": True, "yes": True, "oui": True,
          "false": False, "faux": False, "0": False, "no": False, "non": False}  # fmt: skip
DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00:00(?:\.0+)?)?")
SHOWN = 3

SAYS = {
    "formula": ("a formula where a value is expected", "Formulas are never computed here: paste the column as values"),
    "computed": ("a spreadsheet's error value", "Mend the formula in the spreadsheet, then paste the column as values"),
    "garbled": ("letters that were garbled by a wrong encoding", 'Save the original again as "CSV UTF-8"'),
    "text": ("text where a number is expected", "Write numbers without units, all with the same decimal sign"),
    "missing": ("nothing where a value is required", "Fill in or delete these rows"),
    "small": ("a number below {minimum:,g}", "Correct or delete these rows"),
    "large": ("a number above {maximum:,g}", "Correct or delete these rows"),
    "fraction": ("a number with decimals where a whole number is expected", "Round it, or correct it"),
    "choice": ("a value that is not one of {enum}", "Use the listed values"),
    "pattern": ("a value that does not have the form {pattern}", "Codes are texts: keep their zeros and letters"),
    "date": ("a value that is no date", "Write dates as 2018-12-31"),
    "truth": ("a value that is neither true nor false", "Write true or false"),
}


def read(column: Column, cell: Any, layout: Layout) -> tuple[Any, str]:
    """The value of a cell and the name of what is wrong with it ("" if nothing is)."""
    if column.numeric:
        return _number(column, cell, layout)
    text = "" if cell is None or cell != cell else str(cell)
    if fault := suspicious(text):
        return None, fault
    if column.take or column.values is not None:
        text = text[: column.take] if column.take else text
        return (column.values or {}).get(text, column.other), ""
    if not text:
        return column.other, "missing" if column.required and column.other is None else ""
    return _text(column, text)


def demanded(column: Column, layout: Layout) -> bool:
    """Whether a column may have no gaps."""
    return column.required and not (layout.wish.gaps and column.name not in layout.wish.shape.key)


def suspicious(text: str) -> str:
    """The name of what makes a text unfit to be a value, "" if nothing does."""
    if FORMULA.fullmatch(text):
        return "formula"
    return "computed" if COMPUTED.match(text) else "garbled" if GARBLED.search(text) else ""


def _text(column: Column, text: str) -> tuple[Any, str]:
    if column.type == "boolean":
        return TRUTHS.get(text.lower()), "" if text.lower() in TRUTHS else "truth"
    if column.type == "date":
        day = DAY.fullmatch(text)
        return day and day[1], "" if day else "date"
    if column.enum and text not in column.enum:
        return None, "choice"
    if column.pattern and not re.fullmatch(column.pattern, text):
        return None, "pattern"
    return text, ""


def _number(column: Column, cell: Any, layout: Layout) -> tuple[float | None, str]:
    text = "" if cell is None else cell
    if isinstance(text, str) and column.values is not None:
        return column.values.get(text, column.other), ""
    value = layout.numerals.value(text) if isinstance(text, str) else float(text)
    if value is None or math.isinf(value):
        text = str(text)
        return None, "formula" if FORMULA.fullmatch(text) else "computed" if COMPUTED.match(text) else "text"
    if math.isnan(value):
        return value, "missing" if demanded(column, layout) else ""
    if column.minimum is not None and value < column.minimum:
        return value, "small"
    if column.maximum is not None and value > column.maximum:
        return value, "large"
    if column.type == "integer" and value != int(value):
        return value, "fraction"
    return value, "choice" if column.enum and str(int(value)) not in column.enum else ""


def complaint(column: Column, fault: str, examples: Sequence[tuple[Any, Any]], count: int, layout: Layout) -> BadTable:
    """The error for `count` cells of a column, of which `examples` gives the rows and the cells of the first.

    Examples of the message: mine.csv: column 'emploi' (employment) has text where a number is expected:
    'abc' (row 3), 'x' (row 7).
    """
    what, mend = SAYS[fault]
    if fault == "missing" and column.numeric and column.name not in layout.wish.shape.key:
        mend += ", or say gaps=True to keep them as missing"
    parts = {"minimum": column.minimum, "maximum": column.maximum, "pattern": column.pattern}
    what = what.format(enum=", ".join(column.enum[:8]), **parts)
    return BadTable(layout.file, f"{name_of(column, layout)} has {what}: {shown(examples, count, layout.rows)}", mend)


def name_of(column: Column, layout: Layout) -> str:
    """How a message calls a column: by its name in the file, and in the shape if that differs."""
    own = layout.header[layout.places[column.name]]
    return f"column {own!r}" + (f" ({column.name})" if own != column.name else "")


def shown(examples: Sequence[tuple[Any, Any]], count: int, rows: bool) -> str:
    """The first few cells with their rows, and how many more there are."""
    texts = [f"{str(cell)[:40]!r}" + (f" (row {row})" if rows else "") for row, cell in examples[:SHOWN]]
    more = count - len(texts)
    return ", ".join(texts) + (f" and {more:,} more" if more > 0 else "")

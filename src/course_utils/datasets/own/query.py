"""The one SQL statement that adds up a large file by the rules of the shape; no value of the file gets into it."""

from __future__ import annotations

from .faults import demanded
from .layout import BLANKS, Layout
from .numerals import APART, MINUS, MISSING
from .shapes import Column
from .totals import by

#: What stands before the name of a column: how many of its cells are at fault, and one of them.
BAD, SHOW = "bad ", "show "


def query(layout: Layout, encoding: str, packed: bool) -> str:
    """The statement; its one parameter is the list of files.

    Parameters
    ----------
    layout : Layout
        How the files are laid out.
    encoding : str
        DuckDB's name of the encoding of text files.
    packed : bool
        Whether they are packed with gzip.
    """
    shape = layout.wish.shape
    read = [shape.column(name) for name in layout.found]
    cells = ", ".join(f"{_cell(column, layout)} AS {_name(column.name)}" for column in read)
    keys = [shape.column(name) for name in by(layout)]
    figures = [column for column in shape.columns if column.adds and (column.counts or column in read)]
    chosen = [f"{_key(column, layout)} AS {_name(column.name)}" for column in keys]
    chosen += [f"sum({_number(column, layout)}) AS {_name(column.name)}" for column in figures]
    for column in read:
        if column.numeric and column.values is None:
            chosen.append(f"count(*) FILTER (WHERE {_bad(column, layout)}) AS {_name(BAD + column.name)}")
            shown = f"CAST({_name(column.name)} AS VARCHAR)"
            chosen.append(f"min({shown}) FILTER (WHERE {_bad(column, layout)}) AS {_name(SHOW + column.name)}")
    kept = [f"{_name(c.name)} IN ({', '.join(map(_text, c.keep))})" for c in read if c.keep]
    if layout.dialect is not None and not kept:  # blank rows are left out, as in `layout.frame_of`
        filled = [f"{_name(column.name)} <> ''" for column in read]
        kept.append(f"({' OR '.join(filled)})")
    return (
        f"SELECT {', '.join(chosen)} FROM (SELECT {cells} FROM {_scan(layout, encoding, packed)}) "
        f"WHERE {' AND '.join(kept) or 'true'} GROUP BY {', '.join(map(str, range(1, len(keys) + 1)))}"
    )


def _scan(layout: Layout, encoding: str, packed: bool) -> str:
    """The rows of the files."""
    if layout.dialect is None:
        return "read_parquet($1)"
    names = [f"c{place}" for place in range(len(layout.header))]
    options = {
        "header": "false",
        "auto_detect": "true",  # only line ends are left to detect: DuckDB 2.0 loses rows where it is told "\\r\\n"
        "comment": "''",
        "strict_mode": "true",
        "skip": str(layout.dialect.header_row + 1),
        "columns": "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in names) + "}",
        "delim": _text(layout.dialect.delimiter),
        "quote": "'\"'",
        "escape": "'\"'",
        "encoding": _text(encoding),
        "compression": "'gzip'" if packed else "'none'",
    }
    settings = ", ".join(f"{option} = {value}" for option, value in options.items())
    return f"read_csv($1, {settings})"


def _cell(column: Column, layout: Layout) -> str:
    """A cell as a text without blanks around it, or as the number that the file holds."""
    place = layout.places[column.name]
    raw = f"c{place}" if layout.dialect else _name(layout.header[place])
    if column.name in layout.typed:
        return f"CAST({raw} AS DOUBLE)"
    text = f"CAST({raw} AS VARCHAR)"
    # Nearly all cells are words without blanks; `trim` costs more than all the rest together.
    trimmed = f"trim(coalesce({text}, ''), {_text(BLANKS)})"
    return f"CASE WHEN regexp_full_match({text}, '[!-~]*') THEN {text} ELSE {trimmed} END"


def _key(column: Column, layout: Layout) -> str:
    if column.numeric:
        return _number(column, layout)
    return f"substr({_name(column.name)}, 1, {column.take})" if column.take else _name(column.name)


def _number(column: Column, layout: Layout) -> str:
    """The number in a cell; NULL if there is none."""
    if column.counts:
        return "1"
    cell = _name(column.name)
    if column.name in layout.typed:
        return f"CASE WHEN isnan({cell}) THEN NULL ELSE {cell} END"
    if column.values is not None:
        cases = " ".join(f"WHEN {_text(text)} THEN {float(value)!r}" for text, value in column.values.items())
        return f"CASE {cell} {cases} ELSE {float(column.other)!r} END"
    numerals = layout.numerals
    digits = f"translate({cell}, {_text(numerals.thousands + APART)}, '')"
    digits = f"replace(replace({digits}, {_text(numerals.decimal)}, '.'), {_text(MINUS)}, '-')"
    written = f"regexp_full_match({cell}, {_text(numerals.pattern)})"
    return f"CASE WHEN NOT {_missing(column, layout)} AND {written} THEN TRY_CAST({digits} AS DOUBLE) END"


def _missing(column: Column, layout: Layout) -> str:
    cell = _name(column.name)
    if column.name in layout.typed:
        return f"({cell} IS NULL OR isnan({cell}))"
    return f"(lower({cell}) IN ({', '.join(map(_text, MISSING))}))"


def _bad(column: Column, layout: Layout) -> str:
    """Whether a cell is at fault, by the same rules as `faults.read`."""
    number, missing = _number(column, layout), _missing(column, layout)
    rules = [f"({number}) IS NULL", f"isinf({number})"]
    rules += [f"({number}) < {column.minimum!r}"] if column.minimum is not None else []
    rules += [f"({number}) > {column.maximum!r}"] if column.maximum is not None else []
    rules += [f"({number}) <> trunc({number})"] if column.type == "integer" else []
    wrong = f"(NOT {missing} AND ({' OR '.join(rules)}))"
    return f"({missing} OR {wrong})" if demanded(column, layout) else wrong


def _text(text: str) -> str:
    """A text as SQL writes it; a statement has no zero byte and no backslash escapes."""
    return "'" + text.replace("'", "''") + "'"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

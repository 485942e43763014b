"""Inputs that no table should be: each is a name, what writes the file, and how it is asked for."""

from __future__ import annotations

import functools
import gzip
import io
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

HEADER = ["territory", "year", "sector", "employment"]
ROWS = [[code, str(year), sector, str(1000 + 7 * n + year)]
        for n, code in enumerate(("01", "2A", "38", "73", "974"))
        for year in (2008, 2018)
        for sector in ("industry", "construction", "agriculture")]  # fmt: skip
TOTALS = ["territory", "sector", "year"]
CANARY = "canary"
ADDED = "to be added up"
FORMULAS = [
    "=1+1", "=SUM(A1:A9)", "@SUM(1+1)*cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "+A1+B2",
    f"=cmd|'/C touch {CANARY}'!A1", f'=HYPERLINK("file:///{CANARY}")', '=WEBSERVICE("http://localhost:9/")',
    f"=EXEC(\"touch {CANARY}\")", "=IMPORTXML(CONCAT(1),2)", "＝1+1", "#REF!", "#NAME?",
]  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One malformed input: `write` puts it into a folder and returns what `load_table` is given."""

    name: str
    write: Callable[[Path], str | Path]
    asked: dict[str, Any] = field(default_factory=dict)


def text(rows: list[list[str]], delimiter: str = ",", header: list[str] = HEADER) -> str:
    return "".join(delimiter.join(row) + "\n" for row in [header, *rows])


def put(data: str | bytes, name: str = "mine.csv") -> Callable[[Path], Path]:
    """What writes this file."""

    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return folder / name

    return write


@functools.cache
def workbook() -> bytes:
    """A workbook that is in order."""
    book = openpyxl.Workbook()
    for row in [HEADER, *ROWS]:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@functools.cache
def columnar() -> bytes:
    """A Parquet file that is in order."""
    stream = io.BytesIO()
    frame = pd.DataFrame(ROWS, columns=HEADER).astype({"year": int, "employment": float})
    pq.write_table(pa.Table.from_pandas(frame), stream)
    return stream.getvalue()


def fuzzed_rows() -> Iterator[tuple[str, str]]:
    """Tables of which one cell or row, drawn by a seed, is wrong."""
    for seed in range(12):
        draw = random.Random(seed)
        at, word = draw.randrange(len(ROWS)), "".join(draw.choices("bdfghjklmpqrtvwxyzéàç%/", k=draw.randint(3, 12)))

        def with_row(row: list[str], at: int = at) -> str:
            return text([*ROWS[:at], row, *ROWS[at + 1 :]])

        row = ROWS[at]
        yield f"word for a number {seed}", with_row([*row[:3], word])
        yield f"word for a year {seed}", with_row([row[0], word, *row[2:]])
        yield f"negative {seed}", with_row([*row[:3], f"-{row[3]}"])
        yield f"too few cells {seed}", with_row(row[: draw.randint(1, 3)])
        yield f"too many cells {seed}", with_row([*row, "7"])
        yield f"decimal comma {seed}", with_row([*row[:3], f"{row[3]},5"])
        yield f"empty cell {seed}", with_row([cell if n != seed % 4 else "" for n, cell in enumerate(row)])
        yield f"open quotation mark {seed}", with_row([row[0], row[1], f'"{row[2]}', row[3]])
        yield f"two numbers {seed}", with_row([*row[:3], f"{row[3]} - {word}"])
        yield f"year with decimals {seed}", with_row([row[0], f"{row[1]}.5", *row[2:]])


def formulas() -> Iterator[Case]:
    for number, formula in enumerate(FORMULAS):
        for place in (0, 2, 3):
            row = [
                cell if n != place else f'"{formula.replace(chr(34), chr(34) * 2)}"' for n, cell in enumerate(ROWS[4])
            ]
            yield Case(f"formula {number} in {HEADER[place]}", put(text([*ROWS[:4], row, *ROWS[5:]])))

        def write(folder: Path, formula: str = formula) -> Path:
            book = openpyxl.load_workbook(io.BytesIO(workbook()))
            book.active["D3"] = formula
            book.save(folder / "mine.xlsx")
            return folder / "mine.xlsx"

        yield Case(f"formula {number} in a workbook", write)


def headers() -> Iterator[Case]:
    for place, name in enumerate(HEADER):
        cut = [[cell for n, cell in enumerate(row) if n != place] for row in [HEADER, *ROWS]]
        yield Case(f"no column {name}", put(text(cut[1:], header=cut[0])))
        yield Case(f"column {name} twice", put(text([[*row, row[place]] for row in ROWS], header=[*HEADER, name])))
        other = [cell if n != place else "xyzzy" for n, cell in enumerate(HEADER)]
        yield Case(f"strange name for {name}", put(text(ROWS, header=other)))
    yield Case("no header", put("".join(",".join(row) + "\n" for row in ROWS)))
    yield Case("a header and nothing", put(",".join(HEADER) + "\n"))
    yield Case("two header lines", put(text([["code", "(year)", "(name)", "persons"], *ROWS])))
    yield Case("units below the header", put(text([["", "", "", "persons"], *ROWS])))
    yield Case("years in columns", put("territory,sector,2008,2018\n38,industry,1,2\n"))
    yield Case("all rows twice", put(text(ROWS + ROWS)))
    yield Case("two rows twice", put(text([*ROWS, ROWS[7], ROWS[3]])))
    yield Case("columns= that the file has not", put(text(ROWS)), {"columns": {"employment": "jobs"}})
    yield Case("columns= that the shape has not", put(text(ROWS)), {"columns": {"jobs": "employment"}})
    yield Case("notes below", put(text(ROWS) + "Source: INSEE\n"))


def numbers() -> Iterator[Case]:
    pairs = [("12,5", "12.5"), ("1.234,5", "7.25"), ("1,234,567", "0,5"), ("1,234", "5"), ("999,999", "1")]
    for number, (first, second) in enumerate(pairs):
        rows = [[*ROWS[0][:3], first], [*ROWS[1][:3], second]]
        yield Case(f"two decimal signs {number}", put(text(rows, ";")))
    for number, cell in enumerate(
        ["12 34", "1 2 3", "1e999", "0x10", "1_000", "12 %", "€5", "5-", "--5", "1.2.3", "١٢"]
    ):
        yield Case(f"no number {number}", put(text([[*ROWS[0][:3], cell], *ROWS[1:]], ";")))
    for number, cell in enumerate(["NaN", "nan", "N/A", "nd", "..", ":", "null", "#N/A", " "]):
        yield Case(f"missing figure {number}", put(text([[*ROWS[0][:3], cell], *ROWS[1:]], ";")))
    for number, cell in enumerate(["inf", "-inf", "Infinity"]):
        yield Case(f"infinite {number}", put(text([[*ROWS[0][:3], cell], *ROWS[1:]], ";")))
    for number, cell in enumerate(["2018-01-01", "18", "20180", "MMXVIII", "1", "-2018"]):
        yield Case(f"no year {number}", put(text([[ROWS[0][0], cell, *ROWS[0][2:]], *ROWS[1:]])))


def codes() -> Iterator[Case]:
    wrong = {"departement": ["1", "20", "99", "Isère", "2a", "975", "38.0", "038"],
             "epci": ["38", "20004071", "2000407150", "Grenoble"],
             "commune": ["1004", "38", "Grenoble", "00000", "38185 "],
             "region": ["Bretagne", "8", "99"]}  # fmt: skip
    right = {"departement": "38", "epci": "200040715", "commune": "38185", "region": "84"}
    for level, given in wrong.items():
        for number, code in enumerate(given[:4] if level == "commune" else given):
            rows = [[right[level], *ROWS[0][1:]], [code, *ROWS[1][1:]]]
            yield Case(f"no {level} {number}", put(text(rows)), {"level": level})
            lost = [[right[level], right[level], "1"], [right[level], code + "x", "1"]]
            flows = {"like": "flows", "level": level}
            yield Case(
                f"no {level} at the end of a flow {number}", put(text(lost, header=["from", "to", "value"])), flows
            )


def encodings() -> Iterator[Case]:
    rows = [["38", "2018", "métallurgie", "5"], ["73", "2018", "énergie", "6"]]
    for encoding in ("utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp037"):
        yield Case(f"encoding {encoding}", put(text(rows).encode(encoding)))
    mixed = text(rows[:1]).encode() + b"73;2018;".replace(b";", b",") + "énergie,6\n".encode("cp1252")
    yield Case("two encodings", put(mixed))
    yield Case("garbled once", put(text(rows).encode().decode("cp1252").encode()))
    yield Case("letters lost", put(text(rows).replace("é", "\ufffd")))
    for encoding in ("ascii", "utf-8", "no-such-code", "zlib", "utf-16"):
        yield Case(f"said to be {encoding}", put(text(rows).encode("cp1252")), {"encoding": encoding})
    for number, byte in enumerate((b"\x00", b"\x01", b"\x07", b"\x1b[31m", b"\x7f", b"\x81")):
        yield Case(f"control character {number}", put(text(rows).encode().replace(b"38", byte)))


def other_kinds() -> Iterator[Case]:
    for seed in range(20):
        yield Case(f"random bytes {seed}", put(random.Random(seed).randbytes(50 + 40 * seed)))
    starts = {
        "pdf": b"%PDF-1.7\n1 0 obj\n",
        "png": b"\x89PNG\r\n\x1a\n",
        "old excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "html": b"<!DOCTYPE html><html><table><tr><td>38</td></tr></table>",
        "xml": b"<?xml version='1.0'?><a/>",
        "json": b'{"territory": ["38"]}',
        "records": b'[{"territory": "38"}]',
        "elf": b"\x7fELF\x02\x01\x01",
        "script": b"#!/bin/sh\ntouch canary\n",
        "pickle": b"cos\nsystem\n(S'touch canary'\ntR.",
        "yaml": b"!!python/object/apply:os.system ['touch canary']\n",
    }
    for name, data in starts.items():
        yield Case(f"{name} for a table", put(data))
        yield Case(f"{name} for a workbook", put(data, "mine.xlsx"))
    for number, data in enumerate(
        (b"", b"\n", b"  \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b",,,\n,,,\n", b"PK", b"PAR1", b"\x1f\x8b")
    ):
        yield Case(f"next to nothing {number}", put(data))
    for delimiter in "~^#:/":
        yield Case(f"cells parted by {delimiter}", put(text(ROWS, delimiter)))
    yield Case("a wrong delimiter", put(text(ROWS)), {"delimiter": ";"})
    yield Case("a cell without end", put(text(ROWS) + '"' + "x" * 300_000))


def packed() -> Iterator[Case]:
    whole = gzip.compress(text(ROWS).encode(), mtime=0)
    for cut in (12, 20, len(whole) // 2, len(whole) - 9, len(whole) - 1):
        yield Case(f"gzip cut at {cut}", put(whole[:cut], "mine.csv.gz"))
    broken = bytearray(whole)
    broken[len(whole) // 2] ^= 0xFF
    yield Case("gzip with a wrong byte", put(bytes(broken), "mine.csv.gz"))
    for name, filling in (("zeros", b"\0"), ("line ends", b"\n"), ("digits", b"1"), ("cells", b"1,")):
        bomb = gzip.compress(filling * (30_000_000 // len(filling)), 9, mtime=0)
        yield Case(f"gzip bomb of {name}", put(bomb, "mine.csv.gz"))
        yield Case(f"gzip bomb of {name}, {ADDED}", put(bomb, "mine.csv.gz"), {"aggregate": TOTALS, "engine": "duckdb"})
    yield Case("gzip in gzip", put(gzip.compress(gzip.compress(b"\0" * 10_000_000, mtime=0), mtime=0), "mine.csv.gz"))
    yield Case("gzip of a workbook", put(gzip.compress(workbook(), mtime=0), "mine.xlsx.gz"))


def parquet() -> Iterator[Case]:
    whole = columnar()
    for number in range(1, 31):
        yield Case(f"Parquet cut at {number}/31", put(whole[: len(whole) * number // 31], "mine.parquet"))
    for number in range(1, 4):
        asked = {"aggregate": TOTALS, "engine": "duckdb"}
        yield Case(f"Parquet cut at {number}/4, {ADDED}", put(whole[: len(whole) * number // 4], "mine.parquet"), asked)
    yield Case("Parquet without its end", put(whole[:-4] + b"XXXX", "mine.parquet"))
    yield Case("Parquet with a long footer", put(whole[:-8] + b"\xff\xff\xff\x7fPAR1", "mine.parquet"))
    frame = pd.DataFrame(ROWS, columns=HEADER)
    for name, values in {
        "a list": [[1]] * len(ROWS),
        "a record": [{"a": 1}] * len(ROWS),
        "bytes": [b"5"] * len(ROWS),
    }.items():
        yield Case(f"Parquet with {name}", _frame(frame.assign(employment=values)))
    yield Case("Parquet with codes as decimals", _frame(frame.assign(territory=1.5)))
    yield Case("Parquet with infinity", _frame(frame.assign(employment=float("inf"))))
    yield Case("Parquet with NaN", _frame(frame.assign(employment=float("nan"))))
    yield Case("Parquet with negative figures", _frame(frame.assign(employment=-1.0)))
    yield Case("Parquet without rows", _frame(frame[:0]))
    yield Case("Parquet without the columns", _frame(frame[["year"]]))
    yield Case("Parquet that unpacks to much", _repeated)


def _frame(frame: pd.DataFrame) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        frame.to_parquet(folder / "mine.parquet")
        return folder / "mine.parquet"

    return write


def _repeated(folder: Path) -> Path:
    """One row 7 million times, which a dictionary packs into a few kilobytes."""
    path, rows = folder / "mine.parquet", 1_000_000
    columns = [pa.array([value] * rows).dictionary_encode() for value in ("38", 2018, "industry", 5.0)]
    table = pa.table(dict(zip(HEADER, columns, strict=True)))
    with pq.ParquetWriter(path, table.schema, compression="zstd") as writer:
        for _ in range(7):
            writer.write_table(table)
    return path


def workbooks() -> Iterator[Case]:
    whole = workbook()
    for number in range(1, 16):
        yield Case(f"workbook cut at {number}/16", put(whole[: len(whole) * number // 16], "mine.xlsx"))
    sheet = "xl/worksheets/sheet1.xml"
    for number, name in enumerate(
        ("../evil.xml", "../../canary", "/canary", "xl/../../canary", "C:\\canary", "..\\canary", "\\\\host\\x")
    ):
        yield Case(f"workbook that leaves its folder {number}", put(_changed({name: b"<a/>"}), "mine.xlsx"))
    nested = [b'<!ENTITY x%d "%s">' % (n, b"&x%d;" % (n - 1) * 10 if n else b"lol" * 100) for n in range(12)]
    entities = b'<?xml version="1.0"?><!DOCTYPE a [' + b"".join(nested) + b"]><a>&x11;</a>"
    outside = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'
    for member in (sheet, "xl/workbook.xml", "[Content_Types].xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        yield Case(f"entities in {member}", put(_changed({member: entities}), "mine.xlsx"))
        yield Case(f"outside entity in {member}", put(_changed({member: outside}), "mine.xlsx"))
    for member in (sheet, "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml"):
        yield Case(f"markup broken in {member}", put(_changed({member: b"<worksheet><sheetData><row"}), "mine.xlsx"))
    yield Case("entities in UTF-16", put(_changed({sheet: outside.decode().encode("utf-16")}), "mine.xlsx"))
    yield Case("a strange encoding", put(_changed({sheet: b'<?xml version="1.0" encoding="cp037"?><a/>'}), "mine.xlsx"))
    yield Case("workbook bomb of blanks", put(_changed({sheet: b"<worksheet>" + b" " * 60_000_000}), "mine.xlsx"))
    yield Case("workbook bomb beside the sheet", put(_changed({"xl/media/a.bin": b"\0" * 60_000_000}), "mine.xlsx"))
    yield Case("workbook that lies about its size", put(_lying(), "mine.xlsx"))
    yield Case(
        "a row far away", put(_sheet(b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'), "mine.xlsx")
    )
    wide = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, 3000))
    yield Case("wide rows", put(_sheet(wide), "mine.xlsx"))
    yield Case("a column that there is not", put(_sheet(b'<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), "mine.xlsx"))
    yield Case(
        "a text that there is not", put(_sheet(b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'), "mine.xlsx")
    )
    yield Case("an array formula", put(_sheet(_array_formula()), "mine.xlsx"))
    yield Case("an empty sheet", put(_sheet(b""), "mine.xlsx"))
    yield Case("no such sheet", put(whole, "mine.xlsx"), {"sheet": "data"})
    yield Case("many members", put(_changed({f"xl/media/{n}": b"" for n in range(6000)}), "mine.xlsx"))
    yield Case("a zip of a table", put(_zip({"mine.csv": text(ROWS).encode()}), "mine.zip"))
    yield Case("a zip of nothing", put(_zip({}), "mine.xlsx"))
    yield Case("merged header", _merged("A1:B1"))
    yield Case("merged rows", _merged("A2:A4"))
    yield Case("a workbook for DuckDB", put(whole, "mine.xlsx"), {"engine": "duckdb", "aggregate": TOTALS})


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _changed(members: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        return _zip({name: archive.read(name) for name in archive.namelist()} | members)


def _sheet(rows: bytes) -> bytes:
    opening = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return _changed({"xl/worksheets/sheet1.xml": opening + rows + b"</sheetData></worksheet>"})


def _array_formula() -> bytes:
    def row(number: int, cells: list[bytes]) -> bytes:
        return b'<row r="%d">%s</row>' % (number, b"".join(cells))

    head = [
        b'<c r="%c1" t="inlineStr"><is><t>%s</t></is></c>' % (65 + n, name.encode()) for n, name in enumerate(HEADER)
    ]
    cells = [b'<c r="%c2"><v>%d</v></c>' % (65 + n, value) for n, value in enumerate((38, 2018, 7))]
    return row(1, head) + row(2, [*cells, b'<c r="D2"><f t="array" ref="D2:D2">SUM(A2:B2)</f><v>5</v></c>'])


def _lying() -> bytes:
    """A member that declares 100 bytes in the directory and holds 50 million."""
    data = bytearray(_changed({"xl/worksheets/sheet1.xml": b"<worksheet>" + b"<a/>" * 12_000_000}))
    place = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def _merged(reference: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        book = openpyxl.load_workbook(io.BytesIO(workbook()))
        book.active.merge_cells(reference)
        book.save(folder / "mine.xlsx")
        return folder / "mine.xlsx"

    return write


def paths() -> Iterator[Case]:
    def pipe(folder: Path) -> Path:
        os.mkfifo(folder / "pipe.csv")
        return folder / "pipe.csv"

    def dangling(folder: Path) -> Path:
        (folder / "link.csv").symlink_to(folder / "nothing.csv")
        return folder / "link.csv"

    def circle(folder: Path) -> Path:
        (folder / "a.csv").symlink_to(folder / "b.csv")
        (folder / "b.csv").symlink_to(folder / "a.csv")
        return folder / "a.csv"

    def device(folder: Path) -> Path:
        (folder / "link.csv").symlink_to("/dev/zero")
        return folder / "link.csv"

    yield Case("a pipe", pipe)
    yield Case("a link to nothing", dangling)
    yield Case("links in a circle", circle)
    yield Case("a link to a device", device)
    yield Case("a folder", lambda folder: folder)
    yield Case("a folder of tables", lambda folder: put(text(ROWS))(folder).parent)
    for given in (
        "/dev/zero",
        "/dev/null",
        "/dev/urandom",
        "/dev/tty",
        "/proc/self/mem",
        "/",
        "..",
        ".",
    ):
        yield Case(f"the path {given}", lambda folder, given=given: given)
    for given in (
        "",
        "a\0b.csv",
        "x" * 5000,
        "no/such/file.csv",
        "../../no such file.csv",
        "*.nothing",
        "[",
        "~/nothing.csv",
    ):
        yield Case(f"the path {given[:30]!r}", lambda folder, given=given: given)
    for given in (
        "http://localhost:9/a.csv",
        "https://example.org/a.csv",
        "s3://bucket/a.parquet",
        "file:///etc/passwd",
        "ftp://x/y",
    ):
        yield Case(f"the address {given}", lambda folder, given=given: given)


def cases() -> list[Case]:
    """All of them; those that are wrong in a row are added up by DuckDB as well."""
    found = [Case(name, put(data)) for name, data in fuzzed_rows()]
    added = {"aggregate": TOTALS, "engine": "duckdb"}
    found += [Case(f"{name}, {ADDED}", put(data), added) for name, data in fuzzed_rows()]
    for part in (formulas, headers, numbers, codes, encodings, other_kinds, packed, parquet, workbooks, paths):
        found += part()
    return found

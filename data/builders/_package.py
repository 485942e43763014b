"""Write one data package: its files, the same bytes each time, and a datapackage.yaml with digests and counts."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from dataclasses import dataclass
from typing import Any

import pandas as pd
import yaml

from .fetch import HERE

SHIPPED = HERE.parent
DATA = SHIPPED  # where packages are written: a test sets it to a folder of its own
DESCRIPTORS = HERE / "descriptors"


@dataclass(frozen=True)
class File:
    """One file to write: its ending, its bytes, its number of rows or features and, for a table, its columns."""

    suffix: str
    content: bytes
    rows: int
    columns: tuple[str, ...] = ()


def csv_text(table: pd.DataFrame) -> File:
    """A table as CSV, for tables that a reader may open in a browser or a diff."""
    return File(".csv", _csv(table), len(table), tuple(table.columns))


def csv_gz(table: pd.DataFrame) -> File:
    """A table as gzipped CSV (no time stamp inside, so that two builds give the same bytes)."""
    return File(".csv.gz", gzip.compress(_csv(table), 9, mtime=0), len(table), tuple(table.columns))


def built(name: str, resource: str | None = None) -> pd.DataFrame:
    """A table that an earlier family wrote, all text: so a family of compiled tables needs no archive."""
    path = next((SHIPPED / name).glob(f"{resource or name}.csv*"))
    return pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])


def write_package(name: str, files: dict[str, File]) -> None:
    """Write data/<name>/ from files by resource name and the hand-written part in descriptors/<name>.yaml."""
    written = yaml.safe_load((DESCRIPTORS / f"{name}.yaml").read_text(encoding="utf8"))
    shared = _shared()
    written["sources"] = [_named(shared["sources"], source) for source in written["sources"]]
    written["licenses"] = [_named(shared["licenses"], licence) for licence in written["licenses"]]
    assert [r["name"] for r in written["resources"]] == list(files), f"{name}: resources differ from the descriptor"
    folder = DATA / name
    folder.mkdir(exist_ok=True)
    for resource in written["resources"]:
        file = files[resource["name"]]
        path = folder / f"{resource['name']}{file.suffix}"
        path.write_bytes(file.content)
        resource.update(_measured(path.name, file))
        _check_columns(name, resource, file)
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=120)
    (folder / "datapackage.yaml").write_text(text, encoding="utf8")
    print(f"{name:24}", *(f"{r}: {f.rows:,} rows, {len(f.content) / 1e3:,.0f} kB" for r, f in files.items()), sep="  ")


def geojson(collection: dict[str, Any]) -> File:
    """Outlines as compact GeoJSON."""
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    return File(".geojson", text.encode("utf8"), len(collection["features"]))


def _csv(table: pd.DataFrame) -> bytes:
    buffer = io.StringIO()
    _whole_numbers(table).to_csv(buffer, index=False, lineterminator="\n")
    return buffer.getvalue().encode("utf8")


def _whole_numbers(table: pd.DataFrame) -> pd.DataFrame:
    """Print 12.0 as 12 in columns that hold whole numbers and gaps (pandas keeps those as floats)."""
    result = table.copy()
    for column in table.select_dtypes("float"):
        values = table[column].dropna()
        if (values == values.round()).all():
            result[column] = table[column].astype("Int64")
    return result


def _shared() -> dict[str, dict[str, Any]]:
    """Sources and licences that several descriptors name, from all descriptors/_shared*.yaml."""
    found: dict[str, dict[str, Any]] = {"sources": {}, "licenses": {}}
    for path in sorted(DESCRIPTORS.glob("_shared*.yaml")):
        for part, items in yaml.safe_load(path.read_text(encoding="utf8")).items():
            assert not set(items) & set(found[part]), f"{path.name} names again {set(items) & set(found[part])}"
            found[part] |= items
    return found


def _named(shared: dict[str, dict[str, Any]], item: str | dict[str, Any]) -> dict[str, Any]:
    """A source or licence written out, or the shared one of that name, with what the package adds to it."""
    if isinstance(item, str):
        return dict(shared[item])
    return {**shared.get(item.get("use", ""), {}), **{key: value for key, value in item.items() if key != "use"}}


def _measured(path: str, file: File) -> dict[str, Any]:
    digest = hashlib.sha256(file.content).hexdigest()
    kind: dict[str, Any] = {"path": path, "hash": f"sha256:{digest}", "bytes": len(file.content)}
    if file.columns:
        return {**kind, "type": "table", "format": "csv", "encoding": "utf-8", "rows": file.rows}
    return {**kind, "type": "json", "format": "geojson", "encoding": "utf-8", "features": file.rows}


def _check_columns(name: str, resource: dict[str, Any], file: File) -> None:
    described = tuple(field["name"] for field in resource.get("schema", {}).get("fields", ()))
    assert described == file.columns, f"{name}.{resource['name']}: described {described}, written {file.columns}"

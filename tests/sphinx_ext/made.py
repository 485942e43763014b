"""A data room of one dataset, made for a test."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from course_utils.datasets import descriptors
from course_utils.explorer import cache
from course_utils.sphinx_ext import downloads

TYPES = {"i": "integer", "f": "number", "M": "date", "b": "boolean"}
PICTURE = {"mark": "bar", "x": "place", "y": "jobs", "caption": "Jobs by place.", "caption_fr": "Emplois par lieu."}


def field(name: str, column: pd.Series, **more: Any) -> dict[str, Any]:
    """Schema of a column as its values suggest."""
    kind = TYPES.get(column.dtype.kind, "string")
    unit = "persons" if kind in ("integer", "number") else ""
    said = {"title": name.capitalize(), "title_fr": f"{name} (fr)", "description": f"The {name}"}
    return {"name": name, "type": kind, "unit": unit} | said | more


class Room:
    """A folder of data packages that a test fills, in place of the course's own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "geometry").symlink_to(descriptors.data_root() / "geometry")
        for module in (descriptors, downloads, cache):
            monkeypatch.setattr(module, "data_root", lambda: folder)
        monkeypatch.setenv("COURSE_UTILS_CACHE", str(folder.parent / "cache"))

    def put(
        self,
        rows: dict[str, list[Any]],
        picture: dict[str, Any] | None = None,
        fields: dict[str, dict[str, Any]] | None = None,
        features: list[dict[str, Any]] | None = None,
        **more: Any,
    ) -> str:
        """Write the package ``made`` with a table, and outlines if there are features; return its name."""
        home = self.folder / "made"
        home.mkdir(parents=True, exist_ok=True)
        frame = pd.DataFrame(rows)
        schema = {"fields": [field(name, frame[name], **(fields or {}).get(name, {})) for name in frame]}
        table = self._file(home / "made.csv.gz", gzip.compress(frame.to_csv(index=False).encode(), mtime=0))
        resources = [{"name": "made", "title": "Made", "rows": len(frame), "schema": schema} | table]
        if features is not None:
            text = json.dumps({"type": "FeatureCollection", "features": features}).encode()
            outlines = self._file(home / "outlines.geojson", text)
            resources.append({"name": "outlines", "title": "Outlines", "features": len(features)} | outlines)
        (home / "datapackage.yaml").write_text(yaml.safe_dump(describe(resources, PICTURE | (picture or {})) | more))
        descriptors._parsed.cache_clear()
        return "made"

    def _file(self, path: Path, content: bytes) -> dict[str, Any]:
        path.write_bytes(content)
        return {"path": path.name, "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content)}


def describe(resources: list[dict[str, Any]], picture: dict[str, Any]) -> dict[str, Any]:
    """Descriptor of a package."""
    source = {"title": "T", "publisher": "P & Q", "path": "https://example.org/a_b", "version": "1", "through": "hand"}
    licence = {"name": "L-1", "title": "Licence_1", "path": "https://example.org/l", "checked": "2026-11-23"}
    return {
        "name": "made",
        "title": "The « pôles » & towns",
        "title_fr": "Les pôles",
        "description": "Invented <rows>.",
        "kind": "official",
        "sources": [source | {"retrieved": "2026-11-23"}],
        "licenses": [licence],
        "citation": "P & Q, 50 % of T.",
        "concepts": ["growth_pole", "proximity"],
        "caveats": ["None."],
        "picture": {key: value for key, value in picture.items() if value is not None},
        "example": 'load("made")',
        "resources": resources,
    }


def square(code: str, x: float, y: float) -> dict[str, Any]:
    """A square of one degree, clockwise."""
    ring = [[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": code, "properties": {"name": f"Square {code}"}, "geometry": shape}

"""Files that the site offers: as they are shipped, and as Parquet that says the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from course_utils.datasets import load
from course_utils.datasets.descriptors import data_root, descriptor, names, resource_of
from course_utils.sphinx_ext import downloads
from tests.sphinx_ext.made import Room

TABLES = [(name, r["name"]) for name in names() for r in descriptor(name)["resources"] if "schema" in r]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSE_UTILS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "parquet"


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_parquet_holds_the_same_table(folder: Path, name: str, table: str) -> None:
    path = downloads.parquet(name, resource_of(name, table))
    pd.testing.assert_frame_equal(pd.read_parquet(path), load(name, table))


def test_parquet_is_made_once_and_always_with_the_same_bytes(folder: Path) -> None:
    resource = resource_of("growth_poles")
    path = downloads.parquet("growth_poles", resource)
    content, time = path.read_bytes(), path.stat().st_mtime_ns
    assert downloads.parquet("growth_poles", resource).stat().st_mtime_ns == time
    path.unlink()
    assert downloads.parquet("growth_poles", resource).read_bytes() == content
    assert [one.name for one in folder.iterdir()] == [path.name]


def test_parquet_is_made_anew_for_a_new_table(room: Room) -> None:
    old = downloads.parquet(room.put({"place": ["a"], "jobs": [1]}), resource_of("made"))
    new = downloads.parquet(room.put({"place": ["a"], "jobs": [2]}), resource_of("made"))
    assert new != old and not old.exists() and pd.read_parquet(new)["jobs"].tolist() == [2]


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("growth_poles", ["growth_poles.csv", "growth_poles.parquet", "datapackage.yaml"]),
        ("epci", ["epci.csv.gz", "epci.parquet", "datapackage.yaml"]),
        ("geometry", ["departements.geojson", "regions.geojson", "epci.geojson", "datapackage.yaml"]),
    ],
)
def test_the_files_of_a_dataset(folder: Path, name: str, files: list[str]) -> None:
    offered = downloads.downloads(name)
    assert [one.address for one in offered] == [f"data/{name}/{file}" for file in files]
    for one in offered:
        assert downloads.size(one.path.stat().st_size) in one.text()


def test_the_text_of_a_link_says_format_and_size(folder: Path) -> None:
    texts = [one.text().replace("\u202f", " ") for one in downloads.downloads("communes")]
    assert texts[0].startswith("Communes: CSV, gzip, 1.") and texts[0].endswith(" MB")
    assert texts[1].startswith("Communes: Parquet, ") and texts[2].startswith("Description of all files")


def test_the_files_are_put_into_the_site(folder: Path, app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "names", lambda: ["growth_poles"])
    downloads.copy_downloads(app, None)
    out = Path(app.outdir) / "data" / "growth_poles"
    assert (out / "growth_poles.csv").read_bytes() == (data_root() / "growth_poles" / "growth_poles.csv").read_bytes()
    assert len(pd.read_parquet(out / "growth_poles.parquet")) == 14
    times = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    (out / "datapackage.yaml").write_text("old")
    downloads.copy_downloads(app, None)
    assert (out / "datapackage.yaml").read_text("utf-8").startswith("name: growth_poles")
    assert all(p.stat().st_mtime_ns == time for p, time in times.items() if p.name != "datapackage.yaml")


@pytest.mark.parametrize(("error", "format_"), [(RuntimeError("no"), "html"), (None, "latex")])
def test_nothing_is_put_after_an_error_or_for_another_builder(app: Any, error: Exception | None, format_: str) -> None:
    app.builder.format = format_
    downloads.copy_downloads(app, error)
    assert list(Path(app.outdir).iterdir()) == []

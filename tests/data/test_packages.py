"""Every data package: valid by Frictionless, complete by our rules, small, without persons."""

from __future__ import annotations

import datetime
import gzip
import hashlib
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from frictionless import Package, system

from course_utils.datasets import catalogue
from course_utils.datasets.descriptors import data_root, descriptor, names
from course_utils.sphinx_ext.chapters import datasets_of_chapters

KEYS = (
    "name", "title", "title_fr", "description", "kind", "sources", "licenses", "citation", "caveats", "concepts",
    "picture", "example", "resources",
)  # fmt: skip
SOURCE_KEYS = ("title", "publisher", "version", "through", "retrieved")
RESOURCES = [(name, resource) for name in names() for resource in descriptor(name)["resources"]]
FIELDS = [(name, r["name"], field) for name, r in RESOURCES for field in r.get("schema", {}).get("fields", ())]
ADDRESS = re.compile(r"[\w.+-]+://\S+|www\.\S+|\b[\w-]+\.(?:fr|org|com|eu|it|es|br)/\S*")
# Copies of which the primary source is cited instead.
MIRRORS = (
    ":443", "123dok", "apotheloz", "associazionemerita", "defzone", "digilib", "ftp.", "issuu", "owiki", "paperzz",
    "pdfslide", "preprod", "profilbaru", "scribd", "skills.sh", "staging.", "studylib", "tresordesregions", "utm_",
    "vvikipidea", "yudu",
)  # fmt: skip
# Words of columns that would hold persons.
PERSONS = re.compile(
    r"person_name|first_?name|surname|prenom|birth|naissance|e-?mail|phone|telephone|address|gender|sexe"
)


def label(value: Any) -> str:
    return value if isinstance(value, str) else value.get("name", "")


def stored(name: str, resource: dict[str, Any]) -> bytes:
    return (data_root() / name / resource["path"]).read_bytes()


def test_the_room_is_full_and_light(root: Path) -> None:
    assert len(catalogue()) >= 35
    assert set(catalogue()["kind"]) == {"official", "compiled", "synthetic"}
    assert sum(path.stat().st_size for name in names() for path in (root / name).iterdir()) <= 12_000_000


@pytest.mark.parametrize("name", names())
def test_frictionless_validates(name: str, root: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(root / name / "datapackage.yaml")).validate()
    assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldName", "type", "message"])[:10]
    assert len(report.tasks) == len(descriptor(name)["resources"])


@pytest.mark.parametrize("name", names())
def test_frictionless_would_see_damage(name: str, root: Path, tmp_path: Path) -> None:
    """The check above is not vacuous: one byte more and the package is invalid."""
    for path in (root / name).iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    damaged = tmp_path / descriptor(name)["resources"][0]["path"]
    damaged.write_bytes(damaged.read_bytes() + b"\n")
    with system.use_context(trusted=True):
        assert not Package(str(tmp_path / "datapackage.yaml")).validate().valid


@pytest.mark.parametrize("name", names())
def test_descriptor_is_complete(name: str) -> None:
    described = descriptor(name)
    assert all(described.get(key) for key in KEYS), [key for key in KEYS if not described.get(key)]
    assert described["name"] == name
    assert described["kind"] in ("official", "compiled", "synthetic")
    assert described["title"] != described["title_fr"]
    assert ("synthetic" in name) == (described["kind"] == "synthetic")


def test_a_card_names_every_chapter_that_reads_its_data() -> None:
    book: Any = SimpleNamespace(srcdir=Path(__file__).parents[2])
    missing = {
        (concept, name)
        for concept, read in datasets_of_chapters(book).items()
        for name in read
        if concept not in descriptor(name)["concepts"]
    }
    assert not missing


@pytest.mark.parametrize("name", names())
def test_sources_and_licences_are_dated(name: str) -> None:
    for source in descriptor(name)["sources"]:
        assert all(source.get(key) for key in SOURCE_KEYS), source
        datetime.date.fromisoformat(source["retrieved"])
    for licence in descriptor(name)["licenses"]:
        assert licence["name"] and licence["title"] and licence["path"].startswith("https://")
        datetime.date.fromisoformat(licence["checked"])


@pytest.mark.parametrize(("name", "resource"), RESOURCES, ids=label)
def test_digest_and_size(name: str, resource: dict[str, Any]) -> None:
    content = stored(name, resource)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert resource["bytes"] == len(content) < 1_500_000


@pytest.mark.parametrize(("name", "resource"), RESOURCES, ids=label)
def test_row_count(name: str, resource: dict[str, Any]) -> None:
    content = stored(name, resource)
    if resource["path"].endswith(".geojson"):
        assert content.count(b'"type":"Feature"') == resource["features"]
        return
    text = gzip.decompress(content) if resource["path"].endswith(".gz") else content
    assert text.count(b"\n") == resource["rows"] + 1


@pytest.mark.parametrize(("name", "resource"), RESOURCES, ids=label)
def test_gzip_has_no_time_stamp(name: str, resource: dict[str, Any]) -> None:
    """Two builds give the same bytes."""
    content = stored(name, resource)
    if resource["path"].endswith(".gz"):
        assert content[4:8] == b"\0\0\0\0"


@pytest.mark.parametrize(("name", "table", "field"), FIELDS, ids=label)
def test_column_is_described(name: str, table: str, field: dict[str, Any]) -> None:
    assert field["type"] in ("string", "integer", "number", "date", "boolean")
    assert field["title"] and field["title_fr"]
    assert len(field["description"]) >= 4
    assert "unit" in field
    if field["type"] in ("integer", "number") and field["name"] != "rank":
        assert field["unit"], "a number has a unit"
    assert not PERSONS.search(field["name"].lower())


@pytest.mark.parametrize("name", names())
def test_no_file_beside_those_described(name: str, root: Path) -> None:
    described = {resource["path"] for resource in descriptor(name)["resources"]} | {"datapackage.yaml"}
    assert {path.name for path in (root / name).iterdir()} == described


@pytest.mark.parametrize("name", names())
def test_addresses(name: str, root: Path) -> None:
    """Every address has its scheme, and no copy is cited as if it were the source."""
    for path in (root / name).iterdir():
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf8")
        for address in ADDRESS.findall(text):
            assert address.startswith(("https://", "http://")), (path.name, address)
            assert not any(mirror in address for mirror in MIRRORS), (path.name, address)


@pytest.mark.parametrize("name", names())
def test_nothing_from_memory(name: str, root: Path) -> None:
    for path in (root / name).iterdir():
        content = path.read_bytes()
        assert b"from_memory" not in (gzip.decompress(content) if path.suffix == ".gz" else content)

"""The vendored files are those that their records describe, hold what they declare, and ask no host for anything."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from plotly.offline import get_plotlyjs_version

from course_utils.explorer.plain import TRACE_TYPES

FOLDERS = ("plotly", "mathjax", "reveal")
ICONS = ("favicon.svg", "logo.svg")

# Addresses that name a vocabulary, or that stand in an error message or behind plotly's logo: nothing fetches them.
NOT_FETCHED = re.compile(
    r"http://www\.w3\.org/|https://github\.com/d3/|https://plotly\.com/(javascript/animations/)?(?=[\"` )])"
)


def record(assets: Path, folder: str) -> dict:
    return json.loads((assets / folder / "bundle.json").read_text("utf8"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_files_are_those_of_the_record(assets: Path, folder: str) -> None:
    declared = record(assets, folder)["files"]
    present = {p.relative_to(assets / folder).as_posix() for p in (assets / folder).rglob("*") if p.is_file()}
    assert present == set(declared) | {"bundle.json", "LICENSE"}
    for name, facts in declared.items():
        content = (assets / folder / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == facts["sha256"], name
        assert len(content) == facts["bytes"], name
        # zlib of another version may find a few bytes more or less
        assert len(gzip.compress(content, 9)) == pytest.approx(facts["gz"], rel=0.01, abs=100), name


@pytest.mark.parametrize("folder", FOLDERS)
def test_scripts_are_text_that_asks_no_host(assets: Path, folder: str) -> None:
    for script in (assets / folder).rglob("*.js"):
        text = script.read_text("utf8")
        addresses = re.finditer(r"(https?:)?//[a-z0-9-]+(\.[a-z0-9-]+)+/[^\"` )]*.?", text)
        assert [a[0] for a in addresses if not NOT_FETCHED.match(a[0])] == []
        assert "sourceMappingURL" not in text


@pytest.mark.parametrize(
    ("folder", "first", "names"),
    [
        ("plotly", "plotly.js", ("MIT License", "@plotly/d3 3", "d3-geo 1", "culori 4", "Redistribution and use")),
        ("mathjax", "mathjax-full", ("Apache License",)),
        ("reveal", "reveal.js", ("MIT", "Hakim El Hattab")),
    ],
)
def test_licences_of_all_packages_are_there(assets: Path, folder: str, first: str, names: tuple[str, ...]) -> None:
    text = (assets / folder / "LICENSE").read_text("utf8")
    assert text.startswith(f"{first} ")
    assert [name for name in names if name not in text] == []
    assert "undefined" not in text


def test_plotly_is_the_version_of_the_python_package(assets: Path, plotly: SimpleNamespace) -> None:
    assert plotly.plotly == get_plotlyjs_version()
    head = (assets / "plotly/plotly-course.min.js").read_text("utf8")[:200]
    assert head.startswith(f"/*! plotly.js {plotly.plotly}")


def test_declared_traces_are_those_registered(assets: Path, plotly: SimpleNamespace) -> None:
    text = (assets / "plotly/plotly-course.min.js").read_text("utf8")
    registered = set(re.findall(r'moduleType:"trace",name:"(\w+)"', text))
    assert registered == set(plotly.traces)
    components = set(re.findall(r'moduleType:"component",name:"(\w+)"', text))
    assert components & set(plotly.left_out) == set()
    assert {"annotations", "colorbar", "fx", "images", "legend", "modebar", "shapes"} <= components


def test_a_trace_that_the_bundle_lacks_is_refused_when_the_book_is_built(plotly: SimpleNamespace) -> None:
    assert set(plotly.traces) == TRACE_TYPES


def test_weights_leave_room_for_the_page(assets: Path) -> None:
    assert record(assets, "plotly")["files"]["plotly-course.min.js"]["gz"] <= 430_000
    assert record(assets, "mathjax")["files"]["tex-chtml.js"]["gz"] <= 170_000
    assert sum(facts["gz"] for facts in record(assets, "reveal")["files"].values()) <= 50_000


def test_pins_are_what_was_built(assets: Path) -> None:
    pins = json.loads((assets / "build/package.json").read_text("utf8"))["devDependencies"]
    assert pins["plotly.js"] == record(assets, "plotly")["plotly"]
    assert pins["mathjax-full"] == record(assets, "mathjax")["mathjax"]
    assert pins["reveal.js"] == record(assets, "reveal")["reveal"]
    assert {record(assets, folder)["esbuild"] for folder in ("plotly", "mathjax")} == {pins["esbuild"]}
    lock = (assets / "build/package-lock.json").read_text("utf8")
    assert '"resolved"' not in lock
    packages = json.loads(lock)["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in pins} == pins


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_plain_pictures(assets: Path, name: str) -> None:
    root = ElementTree.parse(assets / name).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg" and root.get("viewBox")
    assert {e.tag.rpartition("}")[2] for e in root.iter()} <= {"svg", "title", "g", "path", "circle"}
    assert not any("href" in key or "url(" in value for e in root.iter() for key, value in e.attrib.items())


@pytest.mark.parametrize("theme", ["#ffffff", "#121212"])
@pytest.mark.parametrize("name", ICONS)
def test_icons_are_seen_in_light_and_dark(assets: Path, name: str, theme: str) -> None:
    colours = set(re.findall(r"#[0-9a-f]{6}", (assets / name).read_text("utf8")))
    assert len(colours) == 2
    assert min(contrast(colour, theme) for colour in colours) >= 3


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_folder_is_added_to_every_page(assets: Path) -> None:
    assert [p for p in assets.rglob("_static") if "node_modules" not in p.parts] == []

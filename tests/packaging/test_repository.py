"""What is committed: nothing of one machine, nothing too large, no stale outputs, one version everywhere."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import course_utils
from tools.strip_outputs import rich_checks, strip

LARGEST = 5_000_000
# Written in pieces, so that this file does not hold what it looks for.
HOSTS = [f"{name}.{'org'}" for name in ("pypi", "pythonhosted", "npmjs", "deb.debian")]
MACHINE_PATH = re.compile(r"(?<![\w./*>)}-])/(?:home|Users|root|work|tmp|private)/" + r"[\w.]")


@pytest.fixture(scope="module")
def tracked(repository: Path) -> list[Path]:
    """Files that git tracks, or would track."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := repository / name).is_file()]


@pytest.fixture(scope="module")
def texts(tracked: list[Path], repository: Path) -> dict[str, str]:
    """Text files by their path in the repository."""
    found = {}
    for path in tracked:
        content = path.read_bytes()
        if b"\0" not in content[:8192]:
            found[str(path.relative_to(repository))] = content.decode("utf-8", errors="replace")
    return found


def test_no_file_is_large(tracked: list[Path]) -> None:
    assert [path.name for path in tracked if path.stat().st_size > LARGEST] == []


def test_no_text_names_a_registry_host(texts: dict[str, str]) -> None:
    assert [(name, host) for name, text in texts.items() for host in HOSTS if host in text] == []


def test_no_text_names_a_path_of_this_machine(texts: dict[str, str]) -> None:
    assert [(name, found.group()) for name, text in texts.items() if (found := MACHINE_PATH.search(text))] == []


def test_the_search_for_machine_paths_finds_them() -> None:
    root, kept = "/root/", "https://example.org/work/of/others"
    assert MACHINE_PATH.search(f"open('{root}course/x.csv')")
    assert not MACHINE_PATH.search(kept)


def test_notebooks_are_committed_stripped(tracked: list[Path]) -> None:
    for path in (path for path in tracked if path.suffix == ".ipynb"):
        notebook = json.loads(path.read_text("utf-8"))
        assert strip(notebook) == notebook, f"run: python -m tools.strip_outputs {path}"
        assert rich_checks(notebook) == []


def test_one_version_everywhere(repository: Path, texts: dict[str, str]) -> None:
    version = tomllib.loads(texts["pyproject.toml"])["project"]["version"]
    assert course_utils.__version__ == version
    assert yaml.safe_load(texts["CITATION.cff"])["version"] == version
    assert f"## {version}" in texts["CHANGELOG.md"]


def test_citation_has_what_the_format_requires(texts: dict[str, str]) -> None:
    citation = yaml.safe_load(texts["CITATION.cff"])
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["authors"] == [{"name": "Places that Produce contributors"}]


def test_both_licences_are_complete(texts: dict[str, str]) -> None:
    assert "WITHOUT WARRANTY OF ANY KIND" in texts["LICENSE"]
    assert "Section 8 -- Interpretation" in texts["LICENSE-CONTENT"]


def test_line_endings_never_change_a_digest(repository: Path) -> None:
    """Files whose sha256 is recorded must be left alone by git."""
    kinds = {".gz", ".csv", ".geojson"}
    files = [str(path.relative_to(repository)) for path in repository.glob("data/*/*") if path.suffix in kinds]
    assert files
    for name in [*files, "book/assets/plotly/plotly-course.min.js"]:
        command = ["git", "check-attr", "text", "--", name]
        shown = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True).stdout
        assert shown.strip().endswith("text: unset"), shown

"""requirements.txt: complete, universal, without addresses, and what is installed here."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def lines(repository: Path) -> list[str]:
    text = (repository / "requirements.txt").read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def pins(lines: list[str]) -> list[Requirement]:
    return [Requirement(line) for line in lines if line != "."]


@pytest.fixture(scope="module")
def project(repository: Path) -> dict:
    return tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_course_itself_comes_last(lines: list[str]) -> None:
    assert lines[-1] == "."
    assert lines.count(".") == 1


def test_every_line_is_one_exact_version(pins: list[Requirement]) -> None:
    loose = [str(pin) for pin in pins if not re.fullmatch(r"==[\w.!+]+", str(pin.specifier))]
    assert loose == []


def test_no_line_names_an_address_or_a_path(lines: list[str]) -> None:
    assert [line for line in lines[:-1] if re.search(r"[/@]|^-", line)] == []


def test_what_is_installed_is_what_is_pinned(pins: list[Requirement]) -> None:
    wanted = {pin.name: str(pin.specifier)[2:] for pin in pins if not pin.marker or pin.marker.evaluate()}
    installed = {name: importlib.metadata.version(name) for name in wanted}
    assert installed == wanted


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_pins_satisfy_the_project_on_every_python(python: str, pins: list[Requirement], project: dict) -> None:
    """Run time, book and test alike: the one environment holds them all."""
    here = {"python_version": python, "python_full_version": f"{python}.7"}
    chosen = {canonicalize_name(p.name): p for p in pins if not p.marker or p.marker.evaluate(here)}
    extras = project["optional-dependencies"]
    for text in [*project["dependencies"], *extras["book"], *extras["test"]]:
        need = Requirement(text)
        version = str(chosen[canonicalize_name(need.name)].specifier)[2:]
        assert need.specifier.contains(version), text


def test_requirements_in_names_what_the_project_needs(repository: Path, project: dict) -> None:
    text = (repository / "requirements.in").read_text("utf-8")
    named = {canonicalize_name(Requirement(line).name) for line in text.splitlines() if re.match(r"\w", line)}
    extras = project["optional-dependencies"].values()
    needed = [*project["dependencies"], *(text for extra in extras for text in extra)]
    assert named == {canonicalize_name(Requirement(text).name) for text in needed}


def test_jupyter_book_stays_below_two(pins: list[Requirement]) -> None:
    book = next(pin for pin in pins if pin.name == "jupyter-book")
    assert str(book.specifier).startswith("==1.")


def test_binder_gets_a_python_that_the_project_takes(repository: Path, project: dict) -> None:
    runtime = (repository / "runtime.txt").read_text("utf-8").strip()
    assert runtime == "python-3.11"
    assert SpecifierSet(project["requires-python"]) == SpecifierSet(">=3.11,<3.14")
    assert not (repository / "binder").exists(), "a binder/ folder would hide requirements.txt and runtime.txt"

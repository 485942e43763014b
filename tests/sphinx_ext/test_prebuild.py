"""All stale payloads are built before the notebooks run."""

from __future__ import annotations

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sphinx.errors import ExtensionError

from course_utils.explorer import Explorer, Slider, cache, registry
from course_utils.sphinx_ext import prebuild
from tests.explorer import demo as demonstration


def heavy() -> Explorer:
    """A demonstration over the budget of states."""
    power = {"power": Slider("Power", 0.5, 3.0, 0.5, points=400)}
    return demonstration.explorer(name="heavy", controls=demonstration.controls() | power)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache, and only the demonstration to build, by threads: other processes would not know of it."""
    cached = tmp_path / "kept"
    cached.mkdir()
    monkeypatch.setenv("COURSE_UTILS_CACHE", str(cached))
    monkeypatch.setattr(registry, "FACTORIES", {"demo": "tests.explorer.demo:explorer"})
    monkeypatch.setattr(prebuild, "ProcessPoolExecutor", lambda workers, _context: ThreadPoolExecutor(workers))
    return cached


def test_a_payload_is_built_once_and_told(folder: Path, app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(prebuild.logger, "info", lambda text, *parts: told.append(text % parts))
    assert prebuild.stale() == ["demo"]
    prebuild.build_payloads(app)
    assert prebuild.stale() == [] and [path.suffix for path in folder.iterdir()] == [".json"]
    assert len(told) == 1 and re.fullmatch(r"course: demo 113 states, \d+ kB, \d+\.\d s", told[0])
    prebuild.build_payloads(app)
    assert len(told) == 1


def test_what_was_built_is_what_the_notebook_shows(folder: Path, app: Any, demo_html: Any) -> None:
    prebuild.build_payloads(app)
    assert demo_html() and len(list(folder.iterdir())) == 1


@pytest.fixture
def demo_html(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The page of the demonstration, its model forbidden to run for a payload."""
    from course_utils.explorer import static

    def html() -> str:
        monkeypatch.setattr(static, "payload", lambda explorer: pytest.fail("built again"))
        return static.html(demonstration.explorer())

    return html


def test_without_a_cache_nothing_is_built(folder: Path, app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSE_UTILS_CACHE")
    assert prebuild.stale() == []
    prebuild.build_payloads(app)
    assert list(folder.iterdir()) == []


def test_an_explorer_over_its_budget_fails_the_build_with_the_numbers(
    folder: Path, app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registry.FACTORIES, "heavy", f"{__name__}:heavy")
    monkeypatch.setattr(prebuild, "explore", lambda name: {"demo": demonstration.explorer, "heavy": heavy}[name]())
    complaint = (
        r"course: explorer 'heavy' cannot be built: heavy: 1,600 states of a lattice are over the budget of 1,500"
    )
    with pytest.raises(ExtensionError, match=complaint):
        prebuild.build_payloads(app)
    assert (kept := cache.kept("heavy")) and not kept.exists()


def test_other_processes_build_and_their_errors_come_back(
    app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_UTILS_CACHE", str(tmp_path))
    monkeypatch.setattr(prebuild, "stale", lambda: ["growht_pole"])
    with pytest.raises(ExtensionError, match="'growht_pole' cannot be built: .*did you mean 'growth_pole'?"):
        prebuild.build_payloads(app)


def test_the_log_is_sphinxs() -> None:
    assert isinstance(prebuild.logger, logging.LoggerAdapter)

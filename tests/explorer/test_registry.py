"""The list of all explorers."""

from __future__ import annotations

import importlib

import pytest

import course_utils
from course_utils.explorer import Explorer, explore, explorers, registry, result
from tests.explorer import demo as demonstration


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.FACTORIES, "demo", "tests.explorer.demo:explorer")
    monkeypatch.setitem(registry.FACTORIES, "demo.second", "tests.explorer.demo:explorer")


def test_the_public_name_is_the_same() -> None:
    assert course_utils.explorers is explorers and course_utils.explore is explore


@pytest.mark.usefixtures("registered")
def test_each_call_makes_a_fresh_explorer() -> None:
    assert isinstance(explorers()["demo"](), Explorer)
    assert explore("demo") is not explore("demo")


@pytest.mark.usefixtures("registered")
def test_result() -> None:
    assert result("demo", "bars", gap=True, size=2.0) == demonstration.bars(True, 2.0)


@pytest.mark.usefixtures("registered")
def test_a_name_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="no explorer 'dmeo'; did you mean 'demo'?"):
        explore("dmeo")
    with pytest.raises(KeyError, match="no explorer 'zzz'; there are .*growth_pole.*, demo"):
        explore("zzz")


def test_listing_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib, "import_module", lambda name: pytest.fail(f"imported {name}"))
    assert set(explorers()) == set(registry.FACTORIES)


def test_a_second_explorer_belongs_to_a_concept() -> None:
    """Names are those of the syllabus, or one of them, a dot and a word."""
    concepts = {name for name in registry.FACTORIES if "." not in name}
    assert {name.split(".")[0] for name in registry.FACTORIES} == concepts
    assert all(
        address.startswith(f"course_utils.concepts.{name.split('.')[0]}")
        for name, address in registry.FACTORIES.items()
    )

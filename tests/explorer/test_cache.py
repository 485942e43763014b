"""Payloads are kept between builds, and built again when something that they depend on changes, and only then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from course_utils.explorer import Explorer, cache, sources
from tests.explorer.copied import copied, touch

CITY = "from course_utils.concepts.urban_hierarchy import explorer\n"
POLE = "from course_utils.concepts.growth_pole import explorer\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSE_UTILS_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with copied(tmp_path, monkeypatch) as folder:
        yield folder


class Model:
    """Counts how often it is run."""

    def __init__(self) -> None:
        self.runs = 0

    def build(self, explorer: Explorer) -> dict[str, Any]:
        self.runs += 1
        return {"name": explorer.name, "run": self.runs, "é": None}


def test_the_second_call_does_not_run_the_model(demo: Explorer, folder: Path) -> None:
    model = Model()
    first, second = cache.payload(demo, model.build), cache.payload(demo, model.build)
    assert first == second == {"name": "demo", "run": 1, "é": None} and model.runs == 1
    assert [path.suffix for path in folder.iterdir()] == [".json"]


def test_without_a_folder_nothing_is_kept(demo: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSE_UTILS_CACHE", raising=False)
    model = Model()
    assert [cache.payload(demo, model.build)["run"] for _call in range(2)] == [1, 2]
    assert cache.kept("demo") is None


def test_what_is_out_of_date_is_thrown_away(demo: Explorer, folder: Path) -> None:
    folder.mkdir()
    for name in ("demo-0123.json", "demo-0123.99.part", "demo.second-0123.json", "demonstration-0123.json"):
        (folder / name).write_text("{}")
    cache.payload(demo, Model().build)
    kept = cache.kept("demo")
    assert kept and {p.name for p in folder.iterdir()} == {
        kept.name,
        "demo.second-0123.json",
        "demonstration-0123.json",
    }


def test_a_payload_that_fails_leaves_nothing(demo: Explorer, folder: Path) -> None:
    def broken(_explorer: Explorer) -> dict[str, Any]:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        cache.payload(demo, broken)
    with pytest.raises(ValueError, match="not JSON compliant"):
        cache.payload(demo, lambda _explorer: {"nan": float("nan")})
    assert not list(folder.glob("*.json"))


def test_names_of_one_concept_share_a_digest_and_have_files_of_their_own(folder: Path) -> None:
    first, second = cache.kept("growth_pole"), cache.kept("growth_pole.leakage")
    assert first and second
    assert first.name.split("-")[1] == second.name.split("-")[1] and first != second
    assert cache.code_of("growth_pole.leakage") == cache.code_of("growth_pole")


@pytest.mark.parametrize(
    ("file", "city", "pole"),
    [
        ("course_utils/concepts/urban_hierarchy/model.py", True, False),
        ("course_utils/measures/inequality.py", True, False),
        ("course_utils/measures/input_output.py", False, True),
        ("course_utils/measures/_checks.py", True, True),
        ("course_utils/measures/__init__.py", False, False),
        ("course_utils/explorer/packing.py", True, True),
        ("course_utils/explorer/registry.py", False, False),
        ("course_utils/explorer/live.py", False, False),
        ("course_utils/teaching/bets.py", False, False),
        ("course_utils/datasets/loading.py", True, True),
        ("course_utils/words.py", True, True),
        ("data/metropoles_equilibre/datapackage.yaml", True, False),
        (
            "data/input_output_brazil/datapackage.yaml",
            True,
            True,
        ),  # the loader names it, and all explorers load the loader
    ],
)
def test_a_change_reaches_who_depends_on_it_and_no_one_else(copy: Path, file: str, city: bool, pole: bool) -> None:
    before = cache.digest(CITY), cache.digest(POLE)
    touch(copy / file)
    assert (cache.digest(CITY) != before[0], cache.digest(POLE) != before[1]) == (city, pole)


def test_the_language_and_its_texts_count(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = cache.digest(CITY)
    monkeypatch.setenv("COURSE_UTILS_LANGUAGE", "fr")
    french = cache.digest(CITY)
    texts = copy / "course_utils" / "locale" / "fr" / "LC_MESSAGES" / "course_utils.mo"
    texts.parent.mkdir(parents=True)
    texts.write_text("x")
    assert len({english, french, cache.digest(CITY)}) == 3


def test_an_unchanged_copy_has_the_digest_of_the_original(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = cache.digest(CITY)
    monkeypatch.undo()
    sources._read_file.cache_clear()
    assert cache.digest(CITY) == copied
    assert json.dumps(copied)

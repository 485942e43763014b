"""The benchmarks show one and the same model, count what they say they count, and run."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from benchmarks import building, payload, peers, report, results, starting
from benchmarks.subject import MOVED, figure, nodes, shown, states, subject
from course_utils.datasets import catalogue
from course_utils.explorer import Slider, explore


def test_subject_is_a_panel_of_the_course() -> None:
    own = subject()
    grid = nodes(own)
    assert isinstance(own.controls[MOVED], Slider)
    assert list(grid)[-1] == MOVED, "states of one row follow one another along the moved slider"
    assert len(states(own)) == len({tuple(s.values()) for s in states(own)}) > 50
    whole = explore("growth_pole")
    state = states(own)[7]
    drawn = next(f for p, f in zip(whole.panels, whole.evaluate(**state), strict=True) if p.key == own.panels[0].key)
    assert figure(own, state)["data"] == drawn["data"][: len(figure(own, state)["data"])]


def test_every_value_has_a_label() -> None:
    own = subject()
    for name, values in nodes(own).items():
        labels = shown(own, name)
        assert [v for v in values if v not in labels] == []
        assert len(set(labels.values())) == len(values)


def test_plotly_gets_every_state(tmp_path: Path) -> None:
    own = subject()
    text = peers.plotly_frames(own, tmp_path / "frames.html").read_text("utf-8")
    frames = json.JSONDecoder().raw_decode(text, text.index("[{", text.rindex("Plotly.addFrames")))[0]
    assert len(frames) == len(states(own))
    assert frames[0]["data"][0]["type"] == figure(own, states(own)[0])["data"][0]["type"]


def test_payload_is_the_data_and_not_the_library(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<script>library()</script><script type="application/json" id="a">{"x":1}</script>', "utf-8")
    assert payload.payload(page) == len(gzip.compress(b'{"x":1}', 9))
    page.write_text("<script>library()</script><script>frames([1])</script>", "utf-8")
    assert payload.payload(page) == len(gzip.compress(b"frames([1])", 9))


def test_report() -> None:
    assert report.table(("a", "b"), [["x", "1"]]).splitlines() == ["| a | b |", "| --- | ---: |", "| x | 1 |"]
    assert report.kilobytes(1234) == "1.2" and report.kilobytes(1_234_567) == "1,235"
    assert report.spread([0.001, 0.003, 0.002], 1000) == "2.0"
    assert report.spread([1, 2, 3, 4, 5]) == "3.0 (2.0 to 4.0)"


def test_starting_counts_only_what_is_asked() -> None:
    assert starting.seconds("pass", before="import time; time.sleep(0.3)") < 0.2
    assert starting.seconds("import time; time.sleep(0.3)", before="pass") >= 0.3


def test_a_copy_holds_what_git_would_take_and_a_touch_changes_one_model(tmp_path: Path, repository: Path) -> None:
    clone = building.copy(tmp_path / "clone")
    assert (clone / "_config.yml").exists() and not (clone / "_build").exists() and not (clone / ".venv").exists()
    building.touch(clone)
    changed = [
        path for path in (clone / "src").rglob("*.py")
        if path.read_bytes() != (repository / path.relative_to(clone)).read_bytes()
    ]  # fmt: skip
    assert len(changed) == 1 and "growth_pole" in str(changed[0])


@pytest.mark.slow
@pytest.mark.browser
def test_smoke(tmp_path: Path, repository: Path, chromium_path: str) -> None:
    """All pages open, every slider moves its plot; in the environment that `make bench` makes."""
    subprocess.run(["make", ".venv-bench/.installed"], cwd=repository, check=True)
    out = tmp_path / "results.md"
    command = [".venv-bench/bin/python", "-m", "benchmarks", "--smoke", "--out", str(out)]
    subprocess.run(command, cwd=repository, check=True, timeout=900)
    text = out.read_text("utf-8")
    for name in ("static explorer", "live ipywidgets", "plotly's own frames", "Panel's embed", "import course_utils"):
        assert name in text
    assert str(repository) not in text


def test_every_table_is_timed_and_the_slowest_shown() -> None:
    taken = starting.tables()
    assert {name.partition(".")[0] for name in taken} == set(catalogue().index) - {"geometry"}
    assert all(first > 0 and second > 0 for first, second in taken.values())
    text = results.tables({"a.a": (0.2, 0.01), "b.b": (0.1, 0.02)}, shown=1)
    assert "| a.a | 200 | 10 |" in text and "b.b" not in text and "20 ms (budget 150)" in text

"""The benchmark of K-densities: both sides compute the same curve, and it runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks import k_density as benchmark
from course_utils.measures import k_density


def test_the_naive_curve_is_ours() -> None:
    points, sites = benchmark.plants(150, 300)
    assert len(points) == 150 and len(sites) == 300
    radii = np.linspace(0, 500, 11)
    assert benchmark.naive(points, radii) == pytest.approx(k_density(points, radii), rel=1e-9)


def test_curves_that_differ_are_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "k_density", lambda points, radii: 1.01 * k_density(points, radii))
    with pytest.raises(SystemExit, match="not timed"):
        benchmark.agreement(100)


def test_smoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "k_density.md"
    monkeypatch.setattr("sys.argv", ["k_density", "--smoke", "--out", str(out)])
    benchmark.main()
    text = out.read_text("utf-8")
    assert "floor 1,000" in text and "load average" in text and "exact pairs: " in text

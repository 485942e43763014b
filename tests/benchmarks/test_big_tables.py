"""The benchmark of large files: the same rows from the same seed, the same sums from every contender, and it runs."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import big_tables


def test_the_file_is_the_same_each_time_and_in_both_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(big_tables, "PIECE", 300)
    columnar, text = big_tables.generate(tmp_path, 1000)
    frame = pd.read_parquet(columnar)
    assert len(frame) == 1000 and frame["siret"].is_unique
    pd.testing.assert_frame_equal(frame, pd.read_csv(text, dtype="str", keep_default_na=False))
    (tmp_path / "again").mkdir()
    again = pd.read_parquet(big_tables.generate(tmp_path / "again", 1000)[0])
    pd.testing.assert_frame_equal(frame, again)


def test_smoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "big_tables.md"
    monkeypatch.setattr("sys.argv", ["big_tables", "--smoke", "--out", str(out)])
    big_tables.main()
    text = out.read_text("utf-8")
    rows = [line for line in text.splitlines() if line.endswith("| yes |")]
    assert len(rows) == 2 * len(big_tables.CONTENDERS)
    assert "same sums: yes" in text
    assert str(tmp_path) not in text


def test_memory_is_that_of_the_contender_alone(tmp_path: Path) -> None:
    """A process that takes 300 MB is seen to; what its parent holds does not count."""
    held = bytearray(500_000_000)
    small = big_tables.measure("def run(path):\n    return [1]\n", tmp_path)
    large = big_tables.measure('def run(path):\n    return [len(b"1" * 300_000_000)]\n', tmp_path)
    assert small and large and len(held)
    assert float(str(small["peak"])) < 100e6
    assert 300e6 < float(str(large["peak"])) < 400e6
    assert big_tables.measure("def run(path):\n    raise MemoryError\n", tmp_path) is None
    assert json.dumps(small["sums"]) == "[1]"

"""Malformed inputs: each gives one clear error, soon; nothing is executed, nothing is written."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from course_utils.datasets import BadTable, UnknownDataset, geometry, info, load, load_table, provenance
from course_utils.datasets.own import pieces
from tests.datasets.malformed import ADDED, CANARY, FORMULAS, ROWS, Case, cases, columnar, put, text, workbook

CASES = cases()
#: Seconds of computing, and of the clock: a machine that does other things as well must not fail a test.
SECONDS, WAITED = 10, 60
#: What Python reports to audit hooks when something is run, fetched or removed.
FORBIDDEN = (
    *("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "exec", "ctypes.dlopen"),
    *("socket.connect", "urllib.", "pickle.find_class", "os.remove", "os.rename", "os.mkdir", "shutil."),
)
#: The folder that DuckDB may spill into is made and removed.
SPILL = "course-utils-"


class Watch:
    """An audit hook that listens between `start` and `stop`: hooks cannot be removed."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.on = False
        sys.addaudithook(self.hook)

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on or any(SPILL in str(argument) for argument in arguments):
            return
        # Modules that are imported late run their own code: only what is run by others counts.
        if event == "exec" and getattr(arguments[0], "co_filename", "").endswith((".py", ">")):
            return
        writing = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
        if writing or any(event.startswith(name) for name in FORBIDDEN):
            self.heard.append(f"{event} {arguments}"[:200])


WATCH = Watch()


@contextmanager
def guarded() -> Iterator[None]:
    """Fail where the block computes for long, waits for long, or runs or writes something."""

    def late(number: int, frame: object) -> None:
        raise TimeoutError(f"more than {SECONDS} seconds of work, or {WAITED} in all")

    before = [signal.signal(kind, late) for kind in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.alarm(WAITED)
    WATCH.heard, WATCH.on = [], True
    try:
        yield
    finally:
        WATCH.on = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
        for kind, old in zip((signal.SIGPROF, signal.SIGALRM), before, strict=True):
            signal.signal(kind, old)
    assert WATCH.heard == []


def state(folder: Path) -> dict[str, str]:
    """The digest of every regular file of a folder, and the kind of everything else."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file() and not path.is_symlink()
        else "other"
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(scope="module", autouse=True)
def warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Import what reads tables, so that a case measures the case."""
    folder = tmp_path_factory.mktemp("warm")
    for name, data in (("a.csv", text(ROWS)), ("a.xlsx", workbook()), ("a.parquet", columnar())):
        assert len(load_table(put(data, name)(folder))) == len(ROWS)
    totals = ["territory", "sector", "year"]
    assert len(load_table(folder / "a.csv", aggregate=totals, engine="duckdb", level="departement")) == len(ROWS)


def test_there_are_enough() -> None:
    assert len(CASES) >= 300
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_clear_error(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if case.name.endswith(ADDED):
        monkeypatch.setattr(pieces, "HEAD", 200)  # DuckDB itself has to find what is wrong below
    given = case.write(tmp_path)
    before = state(tmp_path)
    with guarded(), pytest.raises(BadTable) as caught:
        load_table(given, **case.asked)
    error = caught.value
    assert state(tmp_path) == before
    assert not (tmp_path / CANARY).exists()
    assert error.what and error.mend
    assert len(str(error)) < 1500 + len(str(given)) * 2
    assert (Path(error.file).name or error.file) in str(error) or repr(error.file) in str(error)
    assert str(error).isprintable()


NAMES = [
    *("../x", "../../etc/passwd", "/etc/passwd", "communes/../epci", "communes/", "communes.csv.gz", "communes\n"),
    *("", ".", "..", "~", "*", "COMMUNES", "a\0b", "x" * 5000, "$HOME", "builders", "file:///etc/passwd", "=1+1"),
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_names_do_not_leave_the_folder(name: str) -> None:
    with guarded():
        for ask in (load, geometry, info, provenance):
            with pytest.raises(UnknownDataset) as caught:
                ask(name)
            assert repr(name) in str(caught.value)
        with pytest.raises(UnknownDataset):
            load("communes", name)
        with pytest.raises(UnknownDataset):
            load_table("mine.csv", like=name)


def outcome(path: Path, **asked: Any) -> pd.DataFrame | str:
    """The table, or the message of the one error that is allowed."""
    try:
        with guarded():
            return load_table(path, **asked)
    except BadTable as error:
        return str(error)


@pytest.mark.parametrize("kind", ["csv", "csv, added up", "xlsx", "parquet"])
def test_any_change_of_bytes_gives_a_table_or_an_error(kind: str, tmp_path: Path) -> None:
    """Bytes changed, cut, repeated and put elsewhere, 60 times each; a table that is still read has its columns."""
    name = f"mine.{kind[:4].strip(',')}" if kind != "parquet" else "mine.parquet"
    whole = {"c": text(ROWS).encode(), "x": workbook(), "p": columnar()}[kind[0]]
    asked = {"aggregate": ["territory", "sector", "year"], "engine": "duckdb"} if "added" in kind else {}
    results = []
    for seed in range(60):
        draw, data = random.Random(seed), bytearray(whole)
        for _ in range(draw.randint(1, 6)):
            at, size = draw.randrange(len(data)), draw.randint(1, 20)
            piece = draw.choice([b"", draw.randbytes(size), bytes(data[at : at + size]) * 3, b'"', b"\n", b";"])
            data[at : at + draw.choice([0, 1, size])] = piece
        results.append(outcome(put(bytes(data), name)(tmp_path), **asked))
    assert all(isinstance(r, str) or list(r)[:2] == ["territory", "year"] for r in results)
    assert sum(isinstance(r, str) for r in results) > 20
    assert os.listdir(tmp_path) == [name]


def test_a_formula_in_an_unused_column_is_not_read(tmp_path: Path) -> None:
    """What the shape does not ask for never reaches the reader's table."""
    rows = [[*row, f'"{FORMULAS[0]}"'] for row in ROWS]
    table = load_table(put(text(rows, header=["territory", "year", "sector", "employment", "remark"]))(tmp_path))
    assert list(table) == ["territory", "year", "sector", "employment"]

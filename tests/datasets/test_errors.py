"""The messages of the errors: what was asked, what there is, how to repair."""

from __future__ import annotations

import pickle
from pathlib import Path

from course_utils.datasets import DamagedDataset, UnknownDataset


def test_unknown_dataset_names_the_closest() -> None:
    assert str(UnknownDataset("comunes", ["communes", "epci"])) == "no dataset 'comunes': did you mean 'communes'?"


def test_unknown_dataset_lists_what_there_is_when_nothing_is_close() -> None:
    assert str(UnknownDataset("xyz", ["b", "a"])) == "no dataset 'xyz'; there are: a, b"


def test_unknown_dataset_cuts_a_long_list() -> None:
    known = [f"name{n:03}" for n in range(30)]
    assert str(UnknownDataset("?", known)).endswith("name019, ...")


def test_unknown_dataset_is_a_key_error() -> None:
    assert isinstance(UnknownDataset("x", ["y"]), KeyError)


def test_damaged_dataset_says_file_digests_and_repair() -> None:
    error = DamagedDataset(Path("somewhere/epci/epci.csv.gz"), "aa", "bb")
    assert isinstance(error, ValueError)
    for part in (
        "epci.csv.gz",
        "expected sha256 aa",
        "found bb",
        "git checkout -- data/epci/epci.csv.gz",
        "pip install",
    ):
        assert part in str(error)


def test_errors_survive_a_process_boundary() -> None:
    """pytest-xdist and multiprocessing pickle exceptions."""
    for error in (UnknownDataset("a", ["b"], hint="c"), DamagedDataset(Path("a/b.csv"), "1", "2")):
        assert str(pickle.loads(pickle.dumps(error))) == str(error)

"""`provenance`: of a table, of a name."""

from __future__ import annotations

import hashlib

import pandas as pd
import pytest

from course_utils.datasets import UnknownDataset, data_root, load, provenance


def test_of_a_table_and_of_its_name() -> None:
    assert provenance(load("communes")) == provenance("communes")


def test_of_a_second_table() -> None:
    told = provenance(load("metropoles_equilibre", "towns").head())
    assert told["resource"] == "towns" and told["file"] == "data/metropoles_equilibre/towns.csv" and told["rows"] == 20


def test_digest_is_that_of_the_file() -> None:
    told = provenance("epci")
    path = data_root().parent / told["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == told["sha256"]


def test_a_changed_answer_changes_nothing() -> None:
    provenance("communes")["sources"][0]["publisher"] = "nobody"
    assert provenance("communes")["sources"][0]["publisher"] != "nobody"


def test_a_table_of_unknown_origin() -> None:
    with pytest.raises(ValueError, match="give the name"):
        provenance(pd.DataFrame({"a": [1]}))


def test_wrong_name() -> None:
    with pytest.raises(UnknownDataset):
        provenance("comunes")

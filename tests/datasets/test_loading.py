"""`load`: types, copies, attributes, errors."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import UnknownDataset, load
from course_utils.datasets.descriptors import descriptor, names

TABLES = [(n, r["name"]) for n in names() for r in descriptor(n)["resources"] if "schema" in r]


@pytest.mark.parametrize(("name", "resource"), TABLES)
def test_columns_are_typed_as_described(name: str, resource: str) -> None:
    frame = load(name, resource)
    fields = next(r for r in descriptor(name)["resources"] if r["name"] == resource)["schema"]["fields"]
    assert list(frame) == [field["name"] for field in fields]
    for field in fields:
        column = frame[field["name"]]
        if field.get("categories"):
            assert isinstance(column.dtype, pd.CategoricalDtype)
        elif field["type"] == "string":
            assert column.dtype == "str"
        elif field["type"] == "date":
            assert column.dtype.kind == "M"
        elif field["type"] == "boolean":
            assert column.dtype == "boolean"
        else:
            assert column.dtype.kind in "if"
            if field["type"] == "integer" and column.notna().all():
                assert column.dtype.kind == "i"


@pytest.mark.parametrize(("name", "resource"), TABLES)
def test_a_table_says_where_it_comes_from(name: str, resource: str) -> None:
    assert load(name, resource).attrs == {"dataset": name, "resource": resource}


def test_codes_keep_their_zeros_and_letters() -> None:
    assert {"01", "2A", "2B", "974"} <= set(load("departements")["code"])
    assert load("communes")["code"].str.len().eq(5).all()


def test_each_call_gives_a_fresh_table() -> None:
    first = load("regions")
    first.loc[:, "name"] = "changed"
    first.attrs["dataset"] = "changed"
    second = load("regions")
    assert "changed" not in set(second["name"])
    assert second.attrs["dataset"] == "regions"


def test_attributes_survive_a_selection() -> None:
    assert load("communes").query("departement == '38'")[["name"]].attrs["dataset"] == "communes"


def test_categories_are_sorted_listed_or_in_file_order() -> None:
    assert load("communes")["region"].cat.categories.is_monotonic_increasing
    assert load("epci")["type"].cat.categories.tolist() == ["CC", "CA", "CU", "METRO"]
    assert load("input_output_brazil", "sectors_12")["sector"].cat.categories[0] == "Agriculture"
    assert load("employment_departements")["sector"].cat.categories[:2].tolist() == ["agriculture", "industry"]


def test_the_first_table_is_the_default() -> None:
    assert load("input_output_brazil").attrs["resource"] == "flows_12"


def test_wrong_names() -> None:
    with pytest.raises(UnknownDataset, match="did you mean 'communes'"):
        load("comunes")
    with pytest.raises(KeyError, match="outlines are read with geometry"):
        load("geometry")
    with pytest.raises(UnknownDataset, match="did you mean 'towns'"):
        load("metropoles_equilibre", "town")

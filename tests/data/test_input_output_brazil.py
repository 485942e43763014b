"""The files of the input-output package (identities are tested in tests/datasets/test_input_output.py)."""

from __future__ import annotations

import pytest

from course_utils.datasets import load


@pytest.mark.parametrize(("level", "years"), [(12, range(2010, 2022)), (68, range(2019, 2020))])
def test_complete(level: int, years: range) -> None:
    flows = load("input_output_brazil", f"flows_{level}")
    sectors = load("input_output_brazil", f"sectors_{level}")
    assert len(flows) == len(years) * level**2 and len(sectors) == len(years) * level
    assert sorted(flows["year"].unique()) == sorted(sectors["year"].unique()) == list(years)
    assert set(flows["from"]) == set(flows["to"]) == set(sectors["sector"])
    assert not flows.duplicated(["year", "from", "to"]).any()
    assert (flows["value"] >= 0).all() and sectors.notna().all().all()


@pytest.mark.parametrize("level", [12, 68])
def test_each_sector_keeps_its_original_name(level: int) -> None:
    names = load("input_output_brazil", f"sectors_{level}")[["sector", "code", "original"]].drop_duplicates()
    assert len(names) == level and names["sector"].is_unique and names["original"].is_unique


def test_known_totals() -> None:
    """Brazil, national accounts of 2019: output 12,741,791, value added 6,356,684 million reais; 105,995,759 jobs."""
    for level in (12, 68):
        year = load("input_output_brazil", f"sectors_{level}").query("year == 2019")
        assert year["output"].sum() == 12_741_791
        assert year["employment"].sum() == 105_995_759
        assert year["value_added"].sum() == pytest.approx(6_356_684, abs=1)

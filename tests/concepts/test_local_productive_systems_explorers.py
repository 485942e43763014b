"""The explorers of local productive systems: each control matters, sentences are true, seeds do not."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from course_utils.concepts import local_productive_systems as spl
from course_utils.concepts.local_productive_systems import communes, robust_explorer
from course_utils.explorer import Explorer, explore
from course_utils.explorer.controls import Territory
from course_utils.explorer.lattice import VALUE_BUDGET
from course_utils.explorer.plain import is_number, leaves

NAME = "local_productive_systems"
NAMES = (NAME, f"{NAME}.robustness", f"{NAME}.morocco")


@pytest.fixture(scope="module", params=NAMES)
def explorer(request: pytest.FixtureRequest) -> Explorer:
    return explore(request.param)


def test_every_control_changes_the_figure_or_the_reading(explorer: Explorer) -> None:
    for name, control in explorer.controls.items():
        seen = {(str(explorer.evaluate(**{name: v})), str(explorer.read(**{name: v}))) for v in control.nodes()[:4]}
        assert len(seen) > 1, name


def test_every_value_of_every_control_is_told_apart_somewhere() -> None:
    for name, keys in ((NAME, ("size", "lot")), (f"{NAME}.morocco", ("density", "size"))):
        found = explore(name)
        for key in keys:
            nodes = found.controls[key].nodes()
            seen = {found.read(sector="industry", quotient=1.2, **{key: node}) for node in nodes}
            assert len(seen) == len(nodes), (name, key)


def test_budgets(explorer: Explorer) -> None:
    values = 0
    for panel in explorer.panels:
        for part in (panel, *panel.overlays):
            names, nodes = explorer.axes(part.controls)
            states = np.prod([len(own) for n, own in zip(names, nodes, strict=True)], dtype=int)
            lattice = np.prod(
                [len(o) for n, o in zip(names, nodes, strict=True) if not isinstance(explorer.controls[n], Territory)]
            )
            assert lattice <= 1500
            values += int(states) * _varying(explorer, panel, part)
    assert values <= VALUE_BUDGET


def _varying(explorer: Explorer, panel: Any, part: Any) -> int:
    """Numbers of a part that are not the same in a few states: an estimate from above of what is packed."""
    names, nodes = explorer.axes(part.controls)
    states = [dict(zip(names, [own[i % len(own)] for own in nodes], strict=True)) for i in (0, 1, 2, 3)]
    draw = (lambda s: panel.base({**explorer.values(), **s})) if part is panel else part.draw
    flat = [dict(leaves(draw(state))) for state in states]
    total = 0
    for path, value in flat[0].items():
        if any(str(other.get(path)) != str(value) for other in flat):
            total += sum(is_number(v) or v is None for v in value) if isinstance(value, list) else is_number(value)
    return total


def test_the_structure_is_the_same_in_every_state(explorer: Explorer) -> None:
    random = np.random.default_rng(3)

    def shape(tree: Any) -> Any:
        if isinstance(tree, dict):
            return {key: shape(value) for key, value in tree.items()}
        return (
            [shape(v) for v in tree]
            if isinstance(tree, list) and tree and isinstance(tree[0], dict)
            else (len(tree) if isinstance(tree, list) else None)
        )

    first = shape(explorer.evaluate())
    for _state in range(12):
        values = {n: c.nodes()[int(random.integers(len(c.nodes())))] for n, c in explorer.controls.items()}
        assert shape(explorer.evaluate(**values)) == first


# --- sentences ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("sector", "quotient"), [("industry", 1.5), ("agriculture", 2.0), ("construction", 1.0)])
@pytest.mark.parametrize(("size", "lot"), [("0", "50"), ("30000", "1"), ("10000", "500")])
def test_the_reading_counts_the_list(sector: str, quotient: float, size: str, lot: str) -> None:
    france, asked = spl.departements(), spl.Thresholds(quotient=quotient, size=float(size))
    said = explore(NAME).read(sector=sector, quotient=quotient, size=size, lot=lot)
    listed = int(spl.listed(france, sector, asked).sum())
    chances = spl.chance(france, sector, asked, float(lot))
    assert f"holds {listed} of 101" in said
    assert f"{int((chances >= 0.95).sum())} in almost surely" in said
    assert f"{int(((chances > 0.05) & (chances < 0.95)).sum())} in doubt" in said
    share = 100 * quotient * france.shares[france.column(sector)]
    assert f"{share:.1f}" in said and ("jobs in the sector asked" in said) == (size != "0")


def test_the_map_draws_the_chances_and_the_ladder_their_order() -> None:
    found = explore(NAME).evaluate(sector="industry", quotient=1.4, size="10000", lot="500")
    france = spl.departements()
    exact = spl.chance(france, "industry", spl.Thresholds(quotient=1.4, size=10_000), 500)
    drawn = found[0]["data"][0]
    assert drawn["locations"] == list(france.codes) and drawn["z"] == pytest.approx((100 * exact).tolist(), abs=0.51)
    ladder = found[2]["data"]
    assert ladder[2]["y"] == sorted(ladder[2]["y"], reverse=True)
    assert all(low <= y <= high for low, high, y in zip(*(ladder[i]["y"] for i in (0, 1, 2)), strict=True))
    assert found[2]["data"][3]["y"] == [1.4, 1.4] and found[1]["data"][3]["x"] == [1.4, 1.4]


def test_the_curves_fall_and_stand_in_order() -> None:
    for sector, lot in itertools.product(("industry", "finance_realestate_business"), ("1", "500")):
        real, listed, sure = (trace["y"] for trace in explore(NAME).evaluate(sector=sector, lot=lot)[1]["data"][:3])
        assert all((np.diff(line) <= 0).all() for line in (real, listed, sure))
        assert all(a >= b >= c for a, b, c in zip(real, listed, sure, strict=True))
        assert max(real) <= 101  # the axis ends there


@pytest.mark.parametrize("sector", spl.departements().sectors)
def test_no_list_is_longer_than_its_axis(sector: str) -> None:
    for lot in ("1", "50", "500"):
        assert max(explore(NAME).evaluate(sector=sector, lot=lot)[1]["data"][0]["y"]) <= 101


@pytest.mark.parametrize("code", ["38", "75", "2A", "976", "92"])
def test_sentences_on_the_readers_departement(code: str) -> None:
    france, mine = spl.departements(), spl.home(code)
    at = france.at(code)
    quotient = france.values["quotient"][at, france.column("industry")]
    rank = int((france.values["quotient"][:, 1] > quotient).sum()) + 1
    said = explore(NAME).read(territory=code)
    assert f"{france.names[at]} is number {rank} of 101" in said and f"quotient of {quotient:.2f}" in said
    told = explore(f"{NAME}.robustness").read(territory=code)
    limits = spl.expected(france, spl.FRANCE)[at]
    assert mine.most == limits.max()
    assert ("in every list, by" in told) == (limits.max() == 1) and ("is in no list" in told) == (limits.max() == 0)


def test_a_departement_in_no_list_is_told_its_highest_quotient() -> None:
    found = spl.standing("france", "best")
    code = found.places.codes[found.order[-1]]
    assert found.limits.min() == 0
    assert "is in no list: its highest quotient is" in explore(f"{NAME}.robustness").read(territory=code)


@pytest.mark.parametrize("sector", ["best", "industry", "agriculture"])
@pytest.mark.parametrize("width", [0.0, 0.5, 1.0])
def test_the_reading_of_a_thousand_lists(sector: str, width: float) -> None:
    found = spl.standing("france", sector, width)
    said = explore(f"{NAME}.robustness").read(sector=sector, width=width)
    assert f"in every list {found.always} of 101 départements" in said
    assert f"in none {found.never}." in said and f"For the other {101 - found.always - found.never} " in said
    assert "1,000 choices, seed 2016" in said and ("One choice for all" in said) == (width == 0)


def test_two_seeds_give_the_same_reading() -> None:
    """Every state of the lattice: what is said tends from any draw; what is drawn moves by ten lists at most."""
    found = explore(f"{NAME}.robustness")
    for sector, width in itertools.product(found.controls["sector"].nodes(), found.controls["width"].nodes()):
        first, second = (spl.standing("france", sector, width, seed) for seed in (2016, 7))
        said = [robust_explorer.standing_sentence(one, "départements") for one in (first, second)]
        assert said[0] == said[1]
        assert np.abs(first.shares - second.shares).max() <= 0.013
        assert np.abs(first.shares - first.limits).max() <= 0.01


@pytest.mark.parametrize("values", [{}, {"sector": "services", "quotient": 1.1, "density": "1", "size": "200"}])
def test_the_reading_of_morocco(values: dict[str, Any]) -> None:
    said = explore(f"{NAME}.morocco").read(**values)
    state = {"sector": "industry", "quotient": 1.25, "density": "0", "size": "0"} | values
    asked = spl.Thresholds(state["quotient"], density=float(state["density"]), size=float(state["size"]))
    for level, n in (("province", "75 provinces"), ("commune", "1,490 communes")):
        counted = spl.count(spl.morocco(level), state["sector"], asked)
        assert f"{counted.listed:,} of {n} ({counted.sure:,} almost surely" in said
    top = spl.funnel(state["sector"])
    assert top.places.names[top.top] in said


def test_the_map_of_communes_holds_the_first_of_each_province() -> None:
    found = communes.firsts("industry")
    limits = spl.standing("commune", "industry").limits
    assert len(found.codes) == 75 and float(found.shares.max()) == 1.0
    assert int((found.shares >= 1).sum()) >= 3 and (limits >= 1).sum() == 5
    said = explore(f"{NAME}.morocco").read()
    assert "in every list 5 of 1,490 communes" in said


def test_the_funnel_is_drawn_once_for_each_commune() -> None:
    figure = explore(f"{NAME}.morocco").evaluate()[1]["data"]
    within, beyond = (np.array(figure[i]["y"], dtype=float) for i in (2, 3))
    assert (np.isfinite(within) ^ np.isfinite(beyond)).all()
    assert np.nanmax(np.where(np.isfinite(within), within, beyond)) < 10

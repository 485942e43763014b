"""Growth pole: the accounts balance, what a reader discovers holds, and every control does something."""

from __future__ import annotations

import itertools
import json
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils.concepts import growth_pole
from course_utils.concepts.growth_pole import (
    economy,
    key_sectors,
    leak_by_size,
    local_rate,
    multipliers,
    pull,
    rate_that_keeps,
    regional_coefficients,
    size_that_keeps,
    spending,
    suppliers,
    supply_that_keeps,
)
from course_utils.concepts.growth_pole.rounds import ROUNDS
from course_utils.concepts.growth_pole.sectors import BROAD, MOTORS, broad_names, motor_names, names, position
from course_utils.datasets import input_output, territories
from course_utils.explorer import Explorer, Territory, static
from course_utils.measures import rasmussen

SIZES = (0.001, 0.005, 0.02, 0.1, 0.5)
EVERYWHERE = [*((68, key) for key in MOTORS), *((12, key) for key in BROAD)]


@pytest.fixture(scope="module")
def built() -> Explorer:
    return growth_pole.explorer()


@pytest.fixture(scope="module")
def played() -> Explorer:
    return growth_pole.rounds_explorer()


@pytest.fixture(scope="module")
def keys() -> Explorer:
    return growth_pole.key_sectors_explorer()


# --- the table and its sectors -----------------------------------------------------------------------------------


def test_the_68_sectors_add_up_to_the_12() -> None:
    fine, broad = input_output(68), input_output(12)
    assert sorted(i for group in BROAD.values() for i in group) == list(range(68))
    for column in ("x", "employment", "compensation"):
        added = [getattr(fine, column)[list(group)].sum() for group in BROAD.values()]
        assert added == pytest.approx(getattr(broad, column), rel=1e-3)


def test_motor_sectors_stand_where_they_should() -> None:
    table = names(68)
    words = {"steel": "steel", "refining": "refining", "gas": "gas", "chemicals": "chemicals", "metals": "Non-ferrous"}
    assert all(word in table[MOTORS[key]] for key, word in words.items())
    assert table[MOTORS["hotels"]] == "Accommodation"
    assert motor_names().keys() == MOTORS.keys() and broad_names().keys() == BROAD.keys()
    assert [b.split()[0] for b in names(12)][:3] == ["Agriculture", "Mining", "Manufacturing"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: position("silk"), r"sector must be one of steel.*level 68.*'silk'"),
        (lambda: position("steel", level=12), r"sector must be one of agriculture.*'steel'"),
        (lambda: position("steel", level=20), r"level must be 12 or 68.*20"),
        (lambda: pull("steel", investment=0), r"investment must be positive.*0"),
        (lambda: regional_coefficients(0), r"share.*0"),
        (lambda: regional_coefficients(1.2), r"share.*1.2"),
        (lambda: regional_coefficients(0.1, content=1.5), r"content.*1.5"),
        (lambda: regional_coefficients(0.1, delta=-1), r"delta.*-1"),
        (lambda: rate_that_keeps(1.1, "steel"), r"kept.*1.1"),
        (lambda: size_that_keeps(0.5, "steel", delta=0), r"delta.*0"),
    ],
)
def test_bad_values_are_named(call, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


# --- the accounts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "sector"), EVERYWHERE)
@pytest.mark.parametrize(("share", "content"), [(0.001, 0.0), (0.02, 0.3), (0.5, 0.0), (1.0, 0.0), (0.02, 1.0)])
def test_what_stays_and_what_leaks_add_up_to_the_nation(level: int, sector: str, share: float, content: float) -> None:
    found = pull(sector, 700.0, share, 0.3, content, level)
    assert (found.regional >= -1e-9).all() and (found.leaked >= 0).all()
    assert found.regional + found.leaked == pytest.approx(found.national, abs=1e-9)
    assert found.kept * found.national.sum() + found.leaked.sum() == pytest.approx(found.national.sum())
    order = np.eye(level)[position(sector, level)] * 700
    region = np.linalg.inv(np.eye(level) - regional_coefficients(share, 0.3, content, level))
    by_formula = 1 - (region @ order - order).sum() / (economy(level).L @ order - order).sum()
    assert found.leak == pytest.approx(by_formula, abs=1e-12)
    assert found.total_kept >= found.kept - 1e-12


@pytest.mark.parametrize("sector", MOTORS)
@pytest.mark.parametrize("share", [0.001, 0.02, 0.5])
def test_rounds_add_up_to_the_inverse_in_the_country_and_in_the_region(sector: str, share: float) -> None:
    """The sum of A^k f is L f, and that of A_r^k f is L_r f, sector by sector."""
    long, found = spending(sector, share, n=60), pull(sector, 100.0, share)
    order = 100 * np.eye(68)[MOTORS[sector]]
    for path, end, pulled in zip(
        (long.national, long.regional), long.ends, (found.national, found.regional), strict=True
    ):
        assert (path[0] == order).all() and (path >= 0).all()
        assert path.sum(axis=0) == pytest.approx(end, abs=1e-9)
        assert end == pytest.approx(order + pulled, abs=1e-9)
    by_hand = np.linalg.matrix_power(regional_coefficients(share), 3) @ order
    assert long.regional[3] == pytest.approx(by_hand)
    assert long.indirect == pytest.approx(found.national, abs=1e-9) and long.leak == pytest.approx(found.leak)


@pytest.mark.parametrize("sector", MOTORS)
def test_eight_rounds_as_drawn_are_nearly_all(sector: str) -> None:
    found = spending(sector)
    nation, region = found.total
    assert len(nation) == len(region) == ROUNDS + 1 and nation[0] == region[0] == 100
    assert (np.diff(nation) > 0).all() and (np.diff(region) > 0).all()
    assert 0.99 * found.ends[0].sum() < nation[-1] < found.ends[0].sum()
    assert 0.99 * found.ends[1].sum() < region[-1] < found.ends[1].sum()
    assert found.part(0) == 0 and 0.94 < found.part(4) < found.part(8) < 1


@pytest.mark.parametrize("sector", MOTORS)
@pytest.mark.parametrize("k", [1, 4, 8])
def test_the_leak_of_some_rounds_is_that_of_their_production(sector: str, k: int) -> None:
    found = spending(sector, share=0.05)
    nation, region = found.suppliers(k)
    assert nation.sum() == pytest.approx(found.total[0][k] - 100) and region.sum() == pytest.approx(
        found.total[1][k] - 100
    )
    assert found.leak_so_far(k) * nation.sum() == pytest.approx((nation - region).sum())
    assert (nation - region >= -1e-12).all()
    assert found.leak_so_far(0) == 0
    assert spending(sector, share=0.05, n=60).leak_so_far(60) == pytest.approx(found.leak)


@pytest.mark.parametrize("level", [68, 12])
def test_the_nation_as_a_region_and_full_local_supply_both_give_the_nation(level: int) -> None:
    for delta in (0.0, 0.3, 0.6):
        assert regional_coefficients(1.0, delta, level=level) == pytest.approx(economy(level).A, abs=1e-15)
    assert regional_coefficients(0.02, 0.3, content=1.0, level=level) == pytest.approx(economy(level).A, abs=1e-15)
    assert regional_coefficients(0.02, 0.0, level=level) == pytest.approx(economy(level).A, abs=1e-15)


def test_the_region_is_the_nation_only_smaller() -> None:
    """Purchases from other sectors shrink by one rate; purchases inside a sector do not (SLQ = 1 on the diagonal)."""
    ratio = regional_coefficients(0.02, 0.3, 0.25)[26:30, 26:30] / economy().A[26:30, 26:30]
    assert np.diag(ratio) == pytest.approx(1)
    assert ratio[~np.eye(4, dtype=bool)] == pytest.approx(local_rate(0.02, 0.3, 0.25))
    assert local_rate(0.02, 0.3) == pytest.approx(np.log2(1.02) ** 0.3)


def test_supplier_table_is_the_pull() -> None:
    table, found = suppliers("steel", share=0.02), pull("steel", 100.0, share=0.02)
    assert table["nation"].sum() == pytest.approx(found.national.sum())
    assert (
        table["leaks"].to_numpy() == pytest.approx(table["nation"] - table["region"])
        and table["leaks"].is_monotonic_decreasing
    )
    assert table.index[0] == "Iron ore"


def test_multipliers_by_hand() -> None:
    nation, table = economy(), multipliers()
    source = input_output(68)
    assert table["output"].to_numpy() == pytest.approx(nation.L.sum(axis=0))
    steel = nation.L[:, MOTORS["steel"]]
    assert table["jobs"].iloc[26] == pytest.approx((source.employment / source.x * steel).sum())
    assert table["wages"].iloc[26] == pytest.approx((source.compensation / source.x * steel).sum())
    assert table["jobs_ratio"].iloc[26] == pytest.approx(table["jobs"].iloc[26] / nation.jobs[26])
    small = multipliers(share=0.02)
    assert (small[["output", "wages", "jobs"]] <= table[["output", "wages", "jobs"]] + 1e-12).all(axis=None)
    assert (table["wages"] <= 1 + 1e-9).all()  # wages are part of what an order pays for


def test_production_of_the_whole_economy_comes_back() -> None:
    """The inverse on actual final demand returns actual output: the table and the model are one."""
    for level in (68, 12):
        source = input_output(level)
        assert economy(level).L @ source.final_demand == pytest.approx(source.x, rel=1e-4)


# --- what a reader discovers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "count", "largest"), [(68, 11, 0.15), (12, 2, 0.05)])
def test_no_national_key_sector_is_key_in_a_small_region_by_the_nations_yardstick(
    level: int, count: int, largest: float
) -> None:
    """*Total* production: linkages are compared with the nation's mean linkage."""
    assert key_sectors(1.0, level=level).nation.sum() == count
    for share in (0.001, 0.02, 0.05, largest):
        assert not key_sectors(share, 0.3, level=level).by_nation.any()


@pytest.mark.parametrize(("level", "lost"), [(68, 1), (12, 0)])
def test_by_the_regions_own_yardstick_they_nearly_all_stay_key_and_others_join(level: int, lost: int) -> None:
    """The proposition of the syllabus fails with this yardstick, and that is taught."""
    for share, delta in itertools.product((0.001, 0.02, 0.1), (0.1, 0.3, 0.6)):
        found = key_sectors(share, delta, level=level)
        assert (found.nation & found.by_region).sum() >= found.nation.sum() - lost
        assert found.by_region.sum() > found.nation.sum()


def test_key_sectors_agree_with_rasmussen_when_the_region_is_the_nation() -> None:
    found = key_sectors(1.0)
    assert (found.nation == found.by_nation).all() and (found.nation == found.by_region).all()
    assert (found.nation == rasmussen(economy().L).key).all()
    assert found.means[0] == pytest.approx(found.means[1]) == found.nation_forward.mean()


@pytest.mark.parametrize("sector", MOTORS)
def test_most_indirect_production_leaks_from_a_small_region(sector: str) -> None:
    """The cathedral in the desert: below a size that no more than one département exceeds, over half leaks."""
    threshold = size_that_keeps(0.5, sector)
    assert 0.04 < threshold < 0.15
    assert pull(sector, share=threshold).kept == pytest.approx(0.5)
    leaks = leak_by_size(sector, SIZES)
    assert (np.diff(leaks) < 0).all() and (leaks[:3] > 0.55).all()
    assert (territories("departement")["employment_share"] > threshold).sum() <= 1


def test_steel_at_two_percent() -> None:
    """Numbers that the chapter quotes, of *indirect* and then of *total* production."""
    found = pull("steel", share=0.02)
    assert found.national.sum() == pytest.approx(1231, abs=0.5)
    assert found.kept == pytest.approx(0.299, abs=5e-4) and found.total_kept == pytest.approx(0.613, abs=5e-4)
    assert not (territories("departement")["employment_share"] > size_that_keeps(0.5, "steel")).any()


@pytest.mark.parametrize(("level", "sector"), EVERYWHERE)
def test_the_leak_does_not_depend_on_the_investment(level: int, sector: str) -> None:
    small, large = (pull(sector, money, 0.02, level=level) for money in (100.0, 2000.0))
    assert large.leak == pytest.approx(small.leak)
    assert large.regional == pytest.approx(20 * small.regional)  # what stays grows, and so does what leaks
    assert large.leaked == pytest.approx(20 * small.leaked)


@pytest.mark.parametrize(("level", "sector"), EVERYWHERE)
def test_raising_local_supply_keeps_the_pull_in(level: int, sector: str) -> None:
    kept = [pull(sector, share=0.02, content=c, level=level).kept for c in np.linspace(0, 1, 6)]
    assert (np.diff(kept) > 0).all() and kept[-1] == pytest.approx(1)


@pytest.mark.parametrize("sector", MOTORS)
def test_the_model_reads_backwards(sector: str) -> None:
    content = supply_that_keeps(0.5, sector, share=0.02)
    assert pull(sector, share=0.02, content=content).kept == pytest.approx(0.5)
    assert 0.1 < content < 0.45
    assert supply_that_keeps(0.2, sector, share=0.02) == 0  # more than that stays anyway
    assert supply_that_keeps(0.5, sector, share=1.0) == 0
    assert rate_that_keeps(1.0, sector) == pytest.approx(1)
    assert rate_that_keeps(0.0, sector) == 0


@pytest.mark.parametrize(("level", "sector"), EVERYWHERE)
def test_each_round_leaves_the_region_a_smaller_part_than_the_one_before(level: int, sector: str) -> None:
    """What has left the region does not come back to order: the leak grows as the rounds add up."""
    for share, delta in itertools.product(SIZES, (0.2, 0.3, 0.4)):
        found = spending(sector, share, delta, level=level)
        nation, region = found.each
        assert (np.diff(region / nation) < 0).all()
        leaks = [found.leak_so_far(k) for k in range(ROUNDS + 1)]
        assert (np.diff(leaks) > 0).all() and leaks[-1] < found.leak


def test_four_rounds_of_steel_are_nearly_all() -> None:
    """Numbers that the chapter quotes, of *indirect* production."""
    found = spending("steel", share=0.02)
    assert [found.leak_so_far(k) for k in (1, 8)] == pytest.approx([0.571, 0.700], abs=5e-4)
    assert found.part(4) == pytest.approx(0.957, abs=5e-4)


def test_a_larger_delta_means_a_larger_leak() -> None:
    leaks = [pull("steel", share=0.02, delta=d).leak for d in (0, 0.1, 0.2, 0.3, 0.6)]
    assert leaks[0] == pytest.approx(0) and (np.diff(leaks) > 0).all()


def test_broad_sectors_hide_a_part_of_the_leak() -> None:
    """Aggregation counts purchases inside a broad sector as local: 48 of 100 stay for manufacturing, 30 for steel."""

    def mean_leak(level: int) -> float:
        found = key_sectors(0.02, level=level)
        return float(1 - (found.backward - 1).sum() / (found.nation_backward - 1).sum())

    assert mean_leak(12) < mean_leak(68) - 0.05
    assert pull("manufacturing", share=0.02, level=12).kept == pytest.approx(0.479, abs=5e-4)


# --- the explorers -----------------------------------------------------------------------------------------------


def test_states_values_and_bytes_are_within_the_budgets(built: Explorer, keys: Explorer, played: Explorer) -> None:
    """Building also measures the interpolation error and refuses more than 1 % of an array's range."""
    for explorer in (built, keys, played):
        payload = static.payload(explorer)
        packed = len(zlib.compress(json.dumps(payload).encode(), 9))
        assert payload["values"] <= 80_000 and packed <= 100_000


def test_interpolation_errs_by_less_than_one_percent_far_off_the_lattice(built: Explorer) -> None:
    """Half-way between all nodes is where linear interpolation errs most."""
    share, content = built.controls["share"].nodes(), built.controls["content"].nodes()
    for sector, delta, i, j in itertools.product(("refining", "hotels"), ("0.2", "0.4"), (0, 5, 9, 11), (0, 2, 4)):
        corners = [_kept(sector, delta, share[i + di], content[j + dj]) for di in (0, 1) for dj in (0, 1)]
        middle = _kept(sector, delta, (share[i] * share[i + 1]) ** 0.5, (content[j] + content[j + 1]) / 2)
        assert np.mean(corners) == pytest.approx(middle, abs=0.009)  # what stays ranges over nearly 0 to 1


def _kept(sector: str, delta: str, share: float, content: float) -> float:
    return pull(sector, 1000.0, share, float(delta), content).kept


def _moves(explorer: Explorer, control: str) -> list[dict[str, Any]]:
    start = {"share": 0.02, "content": 0.2} if "content" in explorer.controls else {}
    nodes = explorer.controls[control].nodes()
    return [start | {control: node} for node in (nodes[0], nodes[-1])]


@pytest.mark.parametrize("control", ["sector", "investment", "share", "delta", "content"])
def test_every_control_changes_figure_and_reading(built: Explorer, control: str) -> None:
    one, other = _moves(built, control)
    assert built.evaluate(**one) != built.evaluate(**other)
    assert built.read(**one) != built.read(**other)


@pytest.mark.parametrize("control", ["share", "delta"])
def test_every_control_of_the_key_sectors_changes_figure_and_reading(keys: Explorer, control: str) -> None:
    one, other = _moves(keys, control)
    assert keys.evaluate(**one) != keys.evaluate(**other)
    assert keys.read(**one) != keys.read(**other)


@pytest.mark.parametrize("control", ["rounds", "sector", "share"])
def test_every_control_of_the_rounds_changes_figure_and_reading(played: Explorer, control: str) -> None:
    nodes = played.controls[control].nodes()
    one, other = ({"rounds": 3} | {control: node} for node in (nodes[0], nodes[-1]))
    assert played.evaluate(**one) != played.evaluate(**other)
    assert played.read(**one) != played.read(**other)


@pytest.mark.parametrize("name", ["built", "keys", "played"])
def test_a_territory_sets_the_size_of_the_region(name: str, request: pytest.FixtureRequest) -> None:
    explorer = request.getfixturevalue(name)
    territory, shares = explorer.controls["territory"], territories("departement")["employment_share"]
    assert isinstance(territory, Territory) and territory.value == "38"
    assert territory.sets["share"]["38"] == pytest.approx(shares["38"], rel=1e-4)
    assert len(territory.sets["share"]) == 101
    for share in territory.sets["share"].values():
        explorer.values(share=share)  # the slider takes every département


def test_doubling_the_investment_doubles_bars_and_leaves_shares_alone(built: Explorer) -> None:
    once, twice = built.evaluate(investment=500), built.evaluate(investment=1000)
    assert once[:2] == twice[:2]
    for one, two in zip(once[2]["data"][:2], twice[2]["data"][:2], strict=True):
        assert np.multiply(one["x"], 2) == pytest.approx(two["x"])


def test_panels_show_the_model(built: Explorer) -> None:
    values = {"sector": "gas", "share": 0.05, "delta": "0.4", "content": 0.3}
    found = pull("gas", 1000.0, 0.05, 0.4, 0.3)
    landing, size, balance = built.evaluate(**values)
    flows = landing["data"][0]["link"]["value"]
    assert flows[:2] == pytest.approx([100 * found.kept, 100 * found.leak])
    half = (len(flows) - 2) // 2
    assert [sum(flows[2 : 2 + half]), sum(flows[2 + half :])] == pytest.approx(flows[:2])
    assert size["data"][2]["y"] == pytest.approx([100 * found.leak])
    curve = np.interp(size["data"][2]["x"], size["data"][1]["x"], size["data"][1]["y"])
    assert curve == pytest.approx(size["data"][2]["y"], abs=1)  # the reader's place lies on the curve
    place = list(MOTORS).index("gas")
    assert balance["data"][0]["x"][place] == pytest.approx(found.regional.sum())
    assert balance["data"][1]["x"][place] == pytest.approx(found.leaked.sum())


@pytest.mark.parametrize("k", [0, 1, 5, 8])
def test_the_rounds_panels_show_the_model(played: Explorer, k: int) -> None:
    found = spending("gas", share=0.05)
    total, each, landing = played.evaluate(sector="gas", share=0.05, rounds=k)
    region, nation = total["data"][2:]
    for line, path in ((nation, found.total[0]), (region, found.total[1])):
        assert line["y"][: k + 1] == pytest.approx(path[: k + 1]) and line["y"][k + 1 :] == [None] * (ROUNDS - k)
    assert [line["y"][0] for line in total["data"][:2]] == pytest.approx([found.ends[1].sum(), found.ends[0].sum()])
    inside, outside = (bars["y"][: k + 1] for bars in each["data"])
    assert np.add(inside, outside) == pytest.approx(found.each[0][: k + 1])
    flows = landing["data"][0]["link"]["value"]
    whole, (made, kept) = found.indirect.sum(), (part.sum() for part in found.suppliers(k))
    shares = [100 * kept / whole, 100 * (made - kept) / whole, 100 * (1 - made / whole)]
    assert [flows[0], flows[1], flows[-1]] == pytest.approx(shares, abs=2e-3)
    half = (len(flows) - 3) // 2
    assert [sum(flows[2 : 2 + half]), sum(flows[2 + half : -1])] == pytest.approx(flows[:2], abs=0.01)


def test_the_flows_of_the_last_round_are_nearly_those_of_the_whole(built: Explorer, played: Explorer) -> None:
    last = played.evaluate(sector="steel", share=0.02, rounds=ROUNDS)[2]["data"][0]
    whole = built.evaluate(sector="steel", share=0.02)[0]["data"][0]
    assert last["node"]["label"][:-1] == whole["node"]["label"]
    assert last["link"]["value"][:-1] == pytest.approx(whole["link"]["value"], abs=0.5)


def test_rounds_play_from_the_order_to_the_last(played: Explorer) -> None:
    rounds = played.controls["rounds"]
    assert rounds.play and rounds.value == ROUNDS  # type: ignore[union-attr]
    assert rounds.nodes() == list(range(ROUNDS + 1))


def test_the_rounds_reading_says_the_models_numbers(played: Explorer) -> None:
    found = spending("gas", share=0.05)
    start, then = (played.read(sector="gas", share=0.05, rounds=k) for k in (0, 3))
    assert [n.shown for n in start.numbers] == pytest.approx([100, 5, found.indirect.sum()])
    wanted = [
        3,
        found.each[0][3],
        found.each[1][3],
        5,
        100 * found.part(3),
        100 * found.leak_so_far(3),
        100 * found.leak,
    ]
    assert [n.shown for n in then.numbers] == pytest.approx(wanted)
    assert start.startswith("Oil and gas, round 0: the order itself") and "indirect production" in then


def test_the_reading_says_the_models_numbers(built: Explorer) -> None:
    values = {"sector": "gas", "share": 0.05, "delta": "0.4", "content": 0.3, "investment": 700.0}
    said = built.read(**values)
    found, alone = pull("gas", 700.0, 0.05, 0.4, 0.3), pull("gas", 700.0, 0.05, 0.4)
    jobs = economy().jobs @ found.national
    wanted = [5, 100 * found.kept, 100 * found.leak, 30, 100 * alone.kept, 700, found.national.sum(), jobs]
    assert [n.shown for n in said.numbers] == pytest.approx(wanted)
    assert said.startswith("Oil and gas: with 5.0") and "indirect production" in said


def test_the_key_sectors_reading_counts_what_is_drawn(keys: Explorer) -> None:
    assert [n.shown for n in keys.read(share=0.02, delta=0.3).numbers] == pytest.approx([2, 0.3, 11, 0, 11])
    nation, region, *_lines = keys.evaluate(share=0.02, delta=0.3)[0]["data"]
    coloured = [colour == nation["marker"]["color"][MOTORS["steel"]] for colour in nation["marker"]["color"]]
    assert sum(coloured) == 11
    assert (np.array(region["x"]) <= np.array(nation["x"]) + 1e-12).all()
    assert np.mean(region["x"]) == pytest.approx(np.mean(region["y"]))


def test_one_node_of_the_key_sectors_lattice_is_two_percent_and_one_the_usual_delta(keys: Explorer) -> None:
    assert any(node == pytest.approx(0.02, rel=1e-5) for node in keys.controls["share"].nodes())
    assert 0.3 in keys.controls["delta"].nodes()

"""The explorers of the industrial district: budgets, controls that matter, sentences that are true."""

from __future__ import annotations

import json
import zlib

import numpy as np
import pytest

from course_utils.concepts.industrial_district import model, real, steps, urn
from course_utils.concepts.industrial_district.sentences import leaders
from course_utils.explorer import Explorer, static
from course_utils.explorer.controls import Value
from course_utils.explorer.registry import explore

NAMES = ("industrial_district", *(f"industrial_district.{part}" for part in ("funnel", "real", "urn")))


@pytest.fixture(scope="module")
def built() -> dict[str, Explorer]:
    return {name: explore(name) for name in NAMES}


def some(explorer: Explorer, seed: int, count: int) -> list[dict[str, Value]]:
    random = np.random.default_rng(seed)
    return [
        {name: own.nodes()[random.integers(len(own.nodes()))] for name, own in explorer.controls.items()}
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    [("", 80_000, 50_000), (".funnel", 200_000, 40_000), (".real", 110_000, 40_000), (".urn", 50_000, 50_000)],
)
def test_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(f"industrial_district{name}"))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


@pytest.mark.parametrize(("name", "control"), [(n, c) for n in NAMES for c in explore(n).controls])
def test_every_control_changes_figure_and_reading(name: str, control: str, built: dict[str, Explorer]) -> None:
    explorer = built[name]
    nodes = explorer.controls[control].nodes()
    assert explorer.evaluate(**{control: nodes[0]}) != explorer.evaluate(**{control: nodes[-1]})
    assert len({str(explorer.read(**{control: node})) for node in (nodes[0], nodes[-1])}) == 2


def test_a_moment_is_told_as_it_is_drawn(built: dict[str, Explorer]) -> None:
    explorer = built["industrial_district"]
    for values in some(explorer, 1, 25):
        world = (float(values["strength"]), float(values["bound"]), int(values["places"]), int(values["history"]))
        path, come = model.history(*world), int(values["firms"])
        said, drawn = explorer.read(**values), explorer.evaluate(**values)
        bubbles = [t["text"][0] for t in drawn[0]["data"][-6:]]
        sizes = [t["marker"]["size"][0] for t in drawn[0]["data"][1 : 1 + world[2]]]
        assert np.argmax(sizes) == path[come].argmax()
        told = [f"{'ABCDEF'[i]}: {n}" for i, n in enumerate(path[come])]
        assert bubbles == told + [None] * (6 - len(told))
        if come:
            top = path[come].max()
            who = " = ".join("ABCDEF"[i] for i, n in enumerate(path[come]) if n == top)
            assert f"{who} in the lead" in said and said.numbers[2].value == top / come
        else:
            assert "nobody has come yet" in said
        assert drawn[1]["data"][-1]["x"] == [pytest.approx(np.log10(max(come, 1)))] * 2


def test_a_thousand_histories_are_told_as_they_are_drawn(built: dict[str, Explorer]) -> None:
    explorer = built["industrial_district"]
    for values in some(explorer, 2, 12):
        found = explorer.result("winners", **{k: values[k] for k in ("strength", "bound", "places")})
        said = [number.value for number in explorer.read(**values).numbers]
        assert set(found.band()) <= set(said) and found.best in said and model.RUNS in said
        bars = explorer.evaluate(**values)[2]["data"][0]
        assert sum(bars["y"]) == pytest.approx(100)
        assert len(bars["error_y"]["array"]) == len(bars["y"])
    assert "seed 1990" in explorer.read() and "seed 1923" in built["industrial_district.urn"].read()


def test_leaders_that_are_equal_are_both_named() -> None:
    from course_utils.concepts.industrial_district.figure import Moment

    assert leaders(Moment(np.array([[0, 0, 0], [2, 1, 2]]), 1), 1) == "A = C"


def test_rings_are_what_geography_alone_gives(built: dict[str, Explorer]) -> None:
    rings = built["industrial_district"].evaluate(firms="400", places="6")[0]["data"][7]
    expected = 4.8 * np.sqrt(400 * model.geography(6))
    assert rings["marker"]["size"] == pytest.approx(expected.tolist())


def test_the_urns_sentence(built: dict[str, Explorer]) -> None:
    explorer = built["industrial_district.urn"]
    for values in some(explorer, 3, 12):
        said, found = explorer.read(**values), urn.urns(int(values["places"]))[round(float(values["beta"]), 1)]
        assert set(found.band()) <= {number.value for number in said.numbers}
        ends = {-1: "equal shares", 0: "anybody's guess", 1: "takes all"}
        assert ends[int(np.sign(round(float(values["beta"]) - 1, 1)))] in said


def test_places_stand_in_the_column_of_the_step_that_drops_them(built: dict[str, Explorer]) -> None:
    explorer = built["industrial_district.funnel"]
    for values in some(explorer, 4, 20):
        limits = tuple(float(values[step]) for step in steps.STEPS)
        passed = steps.synthetic_sieve(str(values["small_means"])).values > np.array(limits)[:, None]
        stage = {n: next((i for i in range(4) if not ok[i]), 4) for n, ok in zip(_names(), passed.T, strict=True)}
        places, left, swing = explorer.evaluate(**values)
        drawn = {n: x for trace in places["data"] for n, x in zip(trace["text"], trace["x"], strict=True)}
        assert drawn == stage
        assert [int(n) for n in left["data"][0]["text"]] == [sum(s >= k for s in stage.values()) for k in range(5)]
        assert explorer.read(**values).numbers[4].value == sum(s == 4 for s in stage.values())
        tallest = max(y for trace in places["data"] for y in trace["y"])
        assert tallest <= places["layout"]["yaxis"]["range"][0]
        assert all(0 <= y <= 26 for trace in swing["data"] for y in trace["y"])


def _names() -> tuple[str, ...]:
    return steps.synthetic_markets().names


def test_synthetic_is_said_in_title_note_and_figures(built: dict[str, Explorer]) -> None:
    explorer = built["industrial_district.funnel"]
    assert "synthetic" in explorer.title and explorer.note.startswith("Synthetic")
    assert all("synthetic" in panel.title for panel in explorer.panels)
    assert "invented" in explorer.read() and explorer.data == ("synthetic_labour_markets",)


def test_what_real_tables_cannot_tell_is_said(built: dict[str, Explorer]) -> None:
    explorer = built["industrial_district.real"]
    for values in some(explorer, 5, 15):
        said = explorer.read(**values)
        france = real.france(float(values["quotient"]), str(values["year"]))
        assert [n.value for n in said.numbers[1:3]] == [france.passed.sum(), france.known]
        assert "cannot be taken" in said or "has no figures" in said
        morocco = explorer.evaluate(**values)[2]["data"]
        assert sum(z is not None for trace in morocco for z in trace["z"]) == 75
    assert "Mayotte has no figures for 2008" in explorer.read(territory="976", year="2008")


def test_the_readers_departement_is_drawn(built: dict[str, Explorer]) -> None:
    maps, sectors, *_ = built["industrial_district.real"].evaluate(territory="01", year="2018")
    assert maps["data"][-1]["locations"] == ["01"]
    assert sectors["data"][-1]["x"][1] == pytest.approx(real.sectors("2018").loc["01", "industry"])

"""The first picture of every dataset, and what a descriptor may ask of one."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest

from course_utils.datasets import geometry, load
from course_utils.datasets.descriptors import descriptor, names
from course_utils.explorer import style
from course_utils.sphinx_ext.pictures import alt, figure, picture
from course_utils.sphinx_ext.rules import COLOURS, PictureError
from course_utils.sphinx_ext.selection import POINTS, SHARES, select
from tests.sphinx_ext.made import Room, square

KILOBYTES = 60
PLACES = {"place": ["a", "b", "c"], "jobs": [3, 1, 2]}


def layout_of(room: Room, rows: dict[str, list[Any]], picture: dict[str, Any] | None = None, **more: Any) -> Any:
    drawn = figure(select(room.put(rows, picture, **more)))
    return drawn["data"], drawn["layout"]


def colours(value: Any) -> Iterator[str]:
    """Every colour that is written in a figure."""
    if isinstance(value, dict):
        for item in value.values():
            yield from colours(item)
    elif isinstance(value, list):
        for item in value:
            yield from colours(item)
    elif isinstance(value, str) and re.fullmatch(r"#[0-9a-f]{3,8}|rgba?\(.*\)", value):
        yield value


@pytest.mark.parametrize("name", names())
def test_every_dataset_has_its_picture(name: str) -> None:
    drawn = select(name)
    made, text = figure(drawn), picture(name)
    known = {*style.PALETTE, *(c for scale in (style.SEQUENTIAL, style.DIVERGING) for _at, c in scale)}
    assert set(colours(made)) <= known
    assert len(alt(drawn)) > 25 and not re.search(r"\bnan\b", alt(drawn))
    assert text.startswith('<figure class="cu-picture"><div class="cu-figure"') and "Source: " in text
    assert len(gzip.compress(text.encode())) < 1000 * KILOBYTES
    assert picture(name) == text


def numbered(name: str) -> bool:
    """Whether the picture of a dataset draws the numbers of a column, or their sums."""
    spec = descriptor(name)["picture"]
    column = spec.get("value" if spec["mark"] == "map" else "y")
    tables = [r for r in descriptor(name)["resources"] if spec.get("table") in (None, r["name"])]
    fields = {field["name"]: field["type"] for field in tables[0].get("schema", {}).get("fields", [])}
    return spec.get("total") in (None, "sum") and fields.get(column) in ("integer", "number")


@pytest.mark.parametrize("name", [name for name in names() if numbered(name)])
def test_every_picture_draws_its_table(name: str) -> None:
    """What is drawn adds up to what the table holds, by another way than the one that draws."""
    spec = descriptor(name)["picture"]
    first, second = ("place", "value") if spec["mark"] == "map" else ("x", "y")
    table = load(name, spec.get("table"))
    table = table.query(spec["where"]) if spec.get("where") else table
    unit = select(name).fields[spec[second]]["unit"]
    values = table.dropna(subset=[spec[first]])[spec[second]] * (100 if unit in SHARES else 1)
    drawn = np.concatenate([ends(trace, spec["mark"]) for trace in figure(select(name))["data"]])
    if spec.get("total") == "sum":
        assert drawn.sum() == pytest.approx(values.sum())
    else:
        assert Counter(np.round(drawn, 6)) <= Counter(np.round(values.dropna(), 6))
        assert max(drawn) == pytest.approx(values.max())


def ends(trace: dict[str, Any], mark: str) -> list[float]:
    if mark == "map":
        return [10**v for v in trace["z"]] if "powers" in trace["meta"] else trace["z"]
    along = "x" if trace.get("meta", {}).get("columns", [""])[-1] == "x" else "y"
    return trace[along]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"mark": "pie"}, "mark is one of bar, line, dot, map, not 'pie'"),
        ({"size": "jobs"}, "unknown keys of its picture: ['size']"),
        ({"total": "median"}, "total is one of sum, mean, count, not 'median'"),
        ({"y": None}, "its picture lacks ['y']"),
        ({"caption_fr": None}, "its picture lacks ['caption_fr']"),
        ({"x": "town"}, "no column ['town'] in its first table"),
        ({"where": "jobs > 9"}, "no row to draw"),
        ({"mark": "map", "place": "place"}, "its picture lacks ['outlines', 'value']"),
        ({"mark": "map", "place": "place", "value": "jobs", "outlines": "regions"}, "no outlines ['a', 'b', 'c']"),
    ],
)
def test_what_is_asked_wrongly_is_said_with_the_name(room: Room, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(PictureError, match=re.escape(said)) as raised:
        figure(select(room.put(PLACES, asked)))
    assert str(raised.value).startswith("made: ")


def test_no_picture_at_all(room: Room) -> None:
    with pytest.raises(PictureError, match="made: its descriptor has no picture"):
        select(room.put(PLACES, dict.fromkeys([*("mark", "x", "y", "caption", "caption_fr")])))


def test_two_values_at_one_place_are_refused(room: Room) -> None:
    rows = {"place": ["a", "a"], "jobs": [1, 2]}
    with pytest.raises(PictureError, match=r"several rows for \['a'\]: give a total or a where"):
        select(room.put(rows))
    assert figure(select(room.put(rows, {"total": "sum"})))["data"][0]["y"] == [3]
    assert figure(select(room.put(rows, {"total": "mean"})))["data"][0]["y"] == [1.5]
    counted = figure(select(room.put(rows, {"total": "count", "y": None})))
    assert counted["data"][0]["y"] == [2] and counted["layout"]["yaxis"]["title"]["text"] == "Number of rows"


def test_more_colours_than_can_be_told_apart_are_refused(room: Room) -> None:
    rows = {"place": list("abcdefg"), "jobs": [1] * 7, "kind": list("abcdefg")}
    with pytest.raises(PictureError, match=f"kind has more than {COLOURS} values"):
        select(room.put(rows, {"colour": "kind"}))


def test_a_logarithm_of_nothing_is_refused(room: Room) -> None:
    with pytest.raises(PictureError, match="y has values that have no logarithm"):
        select(room.put({"place": ["a", "b"], "jobs": [0, 2]}, {"log": ["y"]}))


def test_the_largest_bars_and_their_order(room: Room) -> None:
    data, layout = layout_of(room, PLACES, {"largest": 2})
    assert sorted(data[0]["x"]) == ["a", "c"]
    assert layout["xaxis"]["categoryarray"] == ["a", "c"]


@pytest.mark.parametrize(
    ("places", "more", "order"),
    [
        (["small", "large", "medium"], {"constraints": {"enum": ["small", "medium", "large"]}}, [0, 2, 1]),
        (["z", "y", "x"], {"categories": "file order"}, [0, 1, 2]),
        (["2019", "c. 2010", "2013"], {}, [1, 2, 0]),
        (["z", "y", "x"], {}, [1, 0, 2]),
    ],
)
def test_bars_stand_in_their_order(room: Room, places: list[str], more: dict[str, Any], order: list[int]) -> None:
    layout = layout_of(room, {"place": places, "jobs": [2, 3, 1]}, fields={"place": more})[1]
    assert layout["xaxis"]["categoryarray"] == [places[i] for i in order]


def test_long_words_lie_and_run_over_lines(room: Room) -> None:
    places = ["a_very_long_name_of_a_sector_that_has_no_end_and_no_middle", "b"]
    (trace,), layout = layout_of(room, {"place": places, "jobs": [2, 1]})
    assert trace["orientation"] == "h" and trace["y"] == places and trace["meta"]["columns"] == ["y", "x"]
    assert layout["yaxis"]["ticktext"] == ["a very long name of a<br>sector that has no end …", "b"]
    assert layout["yaxis"]["autorange"] == "reversed"


def test_parts_stand_upon_each_other_and_years_beside(room: Room) -> None:
    rows = {"place": list("aabb"), "jobs": [1, 2, 3, 4], "kind": list("xyxy"), "year": [2008, 2018] * 2}
    part = layout_of(room, rows, {"colour": "kind", "total": "sum"})[1]["barmode"]
    years = layout_of(room, rows, {"colour": "year", "total": "sum"})[1]["barmode"]
    each = layout_of(room, rows, {"colour": "kind"})[1]["barmode"]
    assert (part, years, each) == ("stack", "group", "group")


def test_shares_are_drawn_as_percentages(room: Room) -> None:
    name = room.put({"place": ["a"], "jobs": [0.25]}, fields={"jobs": {"unit": SHARES[0], "title": "Share"}})
    assert figure(select(name))["data"][0]["y"] == [25.0]
    assert select(name).label("y") == "Share (%)"


@pytest.mark.parametrize(("units", "label"), [(["t", "t", "t"], "Jobs (t)"), (["t", "kg", "t"], "Jobs")])
def test_a_unit_that_stands_in_another_column(room: Room, units: list[str], label: str) -> None:
    assert select(room.put(PLACES | {"unit": units}, fields={"jobs": {"unit": "as in unit"}})).label("y") == label


def test_a_unit_is_not_said_twice(room: Room) -> None:
    assert select(room.put(PLACES, fields={"jobs": {"unit": "jobs"}})).label("y") == "Jobs"


def test_of_many_points_some_are_drawn_and_this_is_said(room: Room) -> None:
    values = np.random.default_rng(1).lognormal(size=(2, 5 * POINTS)).round(6)
    name = room.put({"place": list(values[0]), "jobs": list(values[1])}, {"mark": "dot"})
    drawn = select(name)
    assert POINTS <= len(drawn.rows) <= POINTS + 4 and drawn.available == 5 * POINTS
    for key, column in zip(("place", "jobs"), values, strict=True):
        assert drawn.rows[key].min() == column.min() and drawn.rows[key].max() == column.max()
        assert drawn.rows[key].median() == pytest.approx(np.median(column), rel=0.1)
    assert f"{len(drawn.rows):,} of {5 * POINTS:,} points are drawn." in picture(name)


def test_lines_follow_x_and_have_their_own_dashes(room: Room) -> None:
    rows = {"place": [2, 1, 1, 2], "jobs": [4, 3, 1, 2], "kind": ["b_c", "b_c", "a", "a"]}
    data = layout_of(room, rows, {"mark": "line", "colour": "kind"})[0]
    assert [(t["name"], t["x"], t["y"]) for t in data] == [("a", [1, 2], [1, 2]), ("b c", [1, 2], [3, 4])]
    assert len({t["line"]["dash"] for t in data}) == len({t["marker"]["symbol"] for t in data}) == 2


def test_days_are_texts_on_an_axis_of_time(room: Room) -> None:
    rows = {"place": list(pd.to_datetime(["2020-02-01", "2019-01-31"])), "jobs": [2, 1]}
    (trace,), layout = layout_of(room, rows, {"mark": "line"})
    assert trace["x"] == ["2019-01-31", "2020-02-01"] and layout["xaxis"]["type"] == "date"


def test_points_have_names(room: Room) -> None:
    rows = {"name": ["A", "B"], "place": [1.0, 2.0], "jobs": [2, 1]}
    (trace,), _layout = layout_of(room, rows, {"mark": "dot", "x": "place"})
    assert trace["text"] == ["A", "B"] and trace["meta"]["columns"] == ["text", "x", "y"]


@pytest.mark.parametrize(
    ("high", "ticks"),
    [(1000, [1.0, 10.0, 100.0, 1000.0]), (40, [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0])],
)
def test_ticks_of_a_logarithmic_axis(room: Room, high: int, ticks: list[float]) -> None:
    layout = layout_of(room, {"place": ["a", "b"], "jobs": [1, high]}, {"log": ["y"]})[1]
    assert layout["yaxis"]["type"] == "log" and layout["yaxis"]["tickvals"][: len(ticks)] == ticks[: len(ticks)]


MAP = {"mark": "map", "x": None, "y": None, "place": "place", "value": "jobs", "outlines": "made"}
SQUARES = [square("a", 0, 0), square("b", 1, 0), square("c", 10, 20)]


def test_a_map_of_numbers(room: Room) -> None:
    (trace,), layout = layout_of(room, PLACES, MAP, features=SQUARES)
    assert trace["locations"] == ["a", "b", "c"] and trace["z"] == [3, 1, 2] and trace["geojson"] == "made"
    assert trace["text"] == ["Square a", "Square b", "Square c"] and trace["colorscale"] == style.SEQUENTIAL
    for axis, low, high in (("lonaxis", 0, 11), ("lataxis", 0, 21)):
        left, right = layout["geo"][axis]["range"]
        assert left < low and right > high


def test_a_map_of_losses_and_gains_is_pale_at_nought(room: Room) -> None:
    (trace,), _layout = layout_of(room, PLACES | {"jobs": [-4, 1, 2]}, MAP, features=SQUARES)
    assert (trace["zmin"], trace["zmax"], trace["colorscale"]) == (-4, 4, style.DIVERGING)


def test_a_map_by_logarithms_tells_the_numbers(room: Room) -> None:
    (trace,), _layout = layout_of(room, PLACES | {"jobs": [1, 12345, 10]}, MAP | {"log": ["value"]}, features=SQUARES)
    assert trace["z"] == pytest.approx([0, np.log10(12345), 1]) and trace["meta"]["powers"] == ["z"]
    assert trace["hovertext"][1] == "Square b: 12,345"


def test_a_map_of_words_has_one_trace_each(room: Room) -> None:
    data, _layout = layout_of(room, {"place": list("abc"), "jobs": ["CC", "CA", "CC"]}, MAP, features=SQUARES)
    assert [(t["name"], t["locations"]) for t in data] == [("CA", ["b"]), ("CC", ["a", "c"])]
    assert len({json.dumps(t["colorscale"]) for t in data}) == 2


def test_a_map_of_outlines_alone(room: Room) -> None:
    name = room.put(PLACES, {"mark": "map", "x": None, "y": None, "outlines": "made"}, features=SQUARES)
    (trace,) = figure(select(name))["data"]
    assert trace["locations"] == ["a", "b", "c"] and alt(select(name)) == "Map of Outlines of 3 places."


def test_outlines_of_france_keep_their_frame() -> None:
    drawn = next(name for name in names() if descriptor(name)["picture"].get("outlines") == "departements")
    made = figure(select(drawn))
    assert made["layout"]["geo"] == style.france()
    assert set(made["data"][0]["locations"]) <= {f["id"] for f in geometry("departements")["features"]}


def test_synthetic_data_say_so_in_the_figure_and_below(room: Room) -> None:
    name = room.put(PLACES, kind="synthetic")
    assert [note["text"] for note in figure(select(name))["layout"]["annotations"]] == ["synthetic data"]
    assert "Synthetic: made by a model, not observed." in picture(name)
    assert "annotations" not in figure(select(room.put(PLACES)))["layout"]


def test_what_the_picture_shows_in_words(room: Room) -> None:
    rows = PLACES | {"kind": ["x", "y", "x"]}
    said = alt(select(room.put(rows, {"colour": "kind"})))
    assert said == "Bar chart of Jobs (persons) by Place, 3 bars. By Kind: x, y. From 1 to 3."


def test_french_words_of_a_caption_are_marked(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    name = room.put(PLACES, {"caption": "The « pôles » & more."})
    assert '<p>The <span lang="fr">« pôles »</span> &amp; more.</p>' in picture(name)
    monkeypatch.setenv("COURSE_UTILS_LANGUAGE", "fr")
    assert "Emplois par lieu." in picture(name)

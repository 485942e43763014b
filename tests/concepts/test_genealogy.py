"""Genealogy: what the timeline holds, how long ideas wait, who builds on whom, and what every control does."""

from __future__ import annotations

import datetime
import itertools
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

from course_utils import load
from course_utils.concepts import genealogy
from course_utils.concepts.genealogy import events as timeline
from course_utils.concepts.genealogy import figure, layout, links, sentences, territory, territory_figure
from course_utils.concepts.genealogy.chapters import PARTS, address
from course_utils.concepts.genealogy.lags import REACHES, USES, lags, publications, summary, uses
from course_utils.concepts.genealogy.network_figure import ROWS
from course_utils.concepts.genealogy.trend import chance, pairs
from course_utils.concepts.genealogy.wording import chapter_names, concept_names, eras, kinds, scales
from course_utils.explorer import Explorer, Territory
from course_utils.explorer.registry import FACTORIES, explore

NAMES = ("genealogy", "genealogy.lags", "genealogy.network")
EVERY = list(itertools.product(USES, REACHES, (False, True)))


@pytest.fixture(scope="module")
def built() -> dict[str, Explorer]:
    return {name: explore(name) for name in NAMES}


def known(**choices: Any) -> dict[str, Any]:
    return {lag.concept: lag for lag in lags(**choices) if lag.status == "known"}


# --- the data --------------------------------------------------------------------------------------------------------


def test_every_event_of_the_table_stands_on_the_timeline() -> None:
    table = load("policy_timeline")
    assert [e.names["event"] for e in timeline.events()] == list(
        table.sort_values(["start", "end"], kind="stable")["event_en"]
    )
    assert all(e.start <= e.middle <= e.end for e in timeline.events())
    assert {e.lane for e in timeline.events()} == set(timeline.LANES)


def test_every_code_of_the_table_has_a_name() -> None:
    table = load("policy_timeline")
    assert set(table["era"].astype(str)) == set(eras()) == set(timeline.ERAS)
    assert set(table["scale"].astype(str)) == set(scales()) == set(timeline.SCALES)
    assert set(table["kind"].astype(str)) == set(kinds())
    assert set(table["chapter"].dropna().astype(str)) == set(chapter_names())
    assert set(load("policy_timeline", "concepts")["concept_id"]) == set(concept_names()) == set(ROWS)


def test_the_pairs_that_the_syllabus_names_are_there() -> None:
    first = publications()
    years = {concept: event.start.year for concept, event in first.items()}
    assert (years["growth_pole"], years["cluster"], years["industrial_ecosystem"]) == (1955, 1990, 1989)
    assert datetime.date(2004, 9, 14) in [e.start for e in uses("cluster")]
    assert uses("growth_pole")[0].start.year == 1964
    assert uses("industrial_ecosystem", "descends")[0].start == datetime.date(2015, 8, 17)


def test_years_are_days_over_a_julian_year() -> None:
    one, other = datetime.date(1955, 7, 2), datetime.date(2015, 8, 17)
    assert timeline.years_between(one, other) == pytest.approx((other - one).days / 365.25, abs=0.006)
    assert timeline.years_between(other, one) == -timeline.years_between(one, other)
    assert timeline.decimal_year(datetime.date(1964, 1, 13)) == pytest.approx(1964.03, abs=0.011)


def test_filters_keep_what_they_say() -> None:
    table = load("policy_timeline")
    laws = table.query("kind == 'law' and era == '2' and scale == 'regional'")
    assert [e.names["event"] for e in timeline.kept("law", "2", "regional")] == list(laws["event_en"])
    assert sum(len(timeline.kept(kind=lane)) for lane in timeline.LANES) == len(table)


# --- the lags --------------------------------------------------------------------------------------------------------


def test_a_lag_by_hand_with_its_bounds() -> None:
    pole = known()["growth_pole"]
    fos = datetime.date(1964, 1, 13)
    assert pole.policy is not None and pole.policy.start == fos
    days = [(fos - datetime.date(1955, month, day)).days / 365.25 for month, day in ((12, 31), (7, 2), (1, 1))]
    assert [pole.low, pole.years, pole.high] == pytest.approx(days, abs=0.006)


@pytest.mark.parametrize(("use", "reach", "becattini"), EVERY)
def test_every_lag_lies_within_its_bounds_and_no_concept_is_dropped(use: str, reach: str, becattini: bool) -> None:
    found = lags(use, reach, becattini)
    assert {lag.concept for lag in found} == set(publications())
    assert all(lag.low <= lag.years <= lag.high for lag in found)
    told = summary(found)
    older = [lag.concept for lag in found if lag.status == "older"]
    assert told.known + told.waiting + len(older) == len(publications()) == 11
    assert older == ([] if use == "older" else ["high_tech_colbertism"])


@pytest.mark.parametrize(("use", "reach", "becattini"), EVERY)
def test_counting_those_who_wait_raises_the_mean(use: str, reach: str, becattini: bool) -> None:
    found = lags(use, reach, becattini)
    told = summary(found)
    counted = [lag.years for lag in found if lag.status != "older"]
    assert told.at_least == pytest.approx(np.mean(counted)) and told.at_least > told.mean


@pytest.mark.parametrize(("use", "reach", "becattini"), EVERY)
def test_the_share_needs_no_estimator_since_no_wait_is_shorter_than_a_lag(
    use: str, reach: str, becattini: bool
) -> None:
    """Kaplan and Meier's curve is the plain share as long as nobody is lost before the last known lag."""
    found = lags(use, reach, becattini)
    told = summary(found)
    assert told.shortest_wait > told.longest
    uncensored = [lag.years for lag in found if lag.status == "known"]
    right = [lag.years for lag in found if lag.status == "waiting"]
    curve = stats.ecdf(stats.CensoredData(uncensored=uncensored, right=right)).cdf
    ordered = sorted(uncensored)
    plain = [(n + 1) / (len(uncensored) + len(right)) for n in range(len(ordered))]
    assert [float(curve.evaluate(years)) for years in ordered] == pytest.approx(plain)
    if told.half == told.half:
        assert float(curve.evaluate(told.half)) >= 0.5 > float(curve.evaluate(told.half - 0.01))


def test_a_wider_definition_never_loses_a_policy_nor_delays_it() -> None:
    for reach, (one, other) in itertools.product(REACHES, itertools.pairwise(USES)):
        strict, wide = known(use=one, reach=reach), known(use=other, reach=reach)
        assert strict.keys() <= wide.keys()
        assert all(wide[c].years <= strict[c].years for c in strict)
    for use, (one, other) in itertools.product(USES, itertools.pairwise(REACHES)):
        assert known(use=use, reach=other).keys() <= known(use=use, reach=one).keys()


def test_an_unknown_definition_is_named() -> None:
    with pytest.raises(ValueError, match=r"'cites', 'anywhere'"):
        uses("cluster", "cites")
    with pytest.raises(ValueError, match="'moon'"):
        lags(reach="moon")


# --- what a reader discovers -----------------------------------------------------------------------------------------


def test_concepts_precede_policies_by_years_to_decades_but_for_one_date_and_one_name() -> None:
    found = {concept: lag.years for concept, lag in known().items()}
    assert found.pop("industrial_district") == 1.0  # the table lacks Becattini 1979
    assert len(found) == 4 and all(8 < years < 27 for years in found.values())
    assert known(becattini=True)["industrial_district"].years == 12.0
    assert known(use="older")["high_tech_colbertism"].years == pytest.approx(-26, abs=0.1)


def test_the_definition_of_a_use_changes_the_answer() -> None:
    counts = {use: summary(lags(use)).known for use in USES}
    assert counts == {"names": 4, "follows": 4, "descends": 5, "older": 6}
    assert {reach: summary(lags("names", reach)).known for reach in REACHES} == {
        "anywhere": 4,
        "france": 2,
        "national": 2,
    }
    assert "growth_pole" not in known(use="descends", reach="national")
    assert [round(summary(lags(use)).mean) for use in ("names", "follows", "descends")] == [12, 9, 12]
    assert [round(summary(lags(use)).at_least) for use in ("names", "follows", "descends")] == [29, 28, 27]


@pytest.mark.parametrize(("use", "reach", "becattini"), EVERY)
def test_no_definition_lets_these_data_tell_whether_the_lag_shortens(use: str, reach: str, becattini: bool) -> None:
    assert not chance(lags(use, reach, becattini)).convincing


def test_one_date_turns_the_sign_of_the_trend() -> None:
    assert chance(lags()).balance < 0 < chance(lags(becattini=True)).balance


def test_the_exact_test_is_kendalls_where_nothing_is_tied() -> None:
    found = [lag for lag in lags(becattini=True) if lag.status == "known" and lag.concept != "cluster"]
    luck = chance(found)
    oracle = stats.kendalltau([lag.published.year for lag in found], [lag.years for lag in found], method="exact")
    assert luck.p == pytest.approx(oracle.pvalue)
    assert luck.balance == pytest.approx(oracle.statistic * len(found) * (len(found) - 1) / 2)
    assert sum(luck.shares.values()) == pytest.approx(1)


def test_few_lags_cannot_convince_whatever_their_order() -> None:
    for use, reach, becattini in EVERY:
        luck = chance(lags(use, reach, becattini))
        assert luck.p >= luck.least > 0
        assert luck.lags > 3 or luck.least >= 1 / 3
    three = [lag for lag in lags() if lag.concept in ("growth_pole", "cluster", "industrial_ecosystem")]
    assert chance(three).p == 1.0
    with pytest.raises(ValueError, match="10 lags"):
        chance([known()["cluster"]] * 10)


def test_pairs_with_those_who_wait() -> None:
    pole, polarisation = (next(lag for lag in lags() if lag.concept == c) for c in ("growth_pole", "polarisation"))
    assert pairs([pole, polarisation]).slower == 1  # waits longer than the pole did
    cluster = known()["cluster"]
    assert pairs([polarisation, cluster]).quicker == 1
    proximity, milieu = (next(lag for lag in lags() if lag.concept == c) for c in ("proximity", "milieu"))
    assert pairs([proximity, milieu]).undecided == 1
    assert pairs([known()["industrial_district"], cluster]) == pairs([])  # the same year makes no pair


# --- who builds on whom ----------------------------------------------------------------------------------------------


def test_the_course_s_own_links_are_those_of_the_table() -> None:
    table = load("policy_timeline", "concepts").dropna(subset=["descends_from"])
    assert {(link.later, link.earlier) for link in links.links("table")} == set(
        zip(table["concept_id"], table["descends_from"], strict=True)
    )
    assert [len(links.links(basis)) for basis in links.BASES] == [3, 4, 11]
    with pytest.raises(ValueError, match="'hearsay'"):
        links.links("hearsay")


def test_every_source_of_a_link_is_in_the_bibliography(repository: Path) -> None:
    keys = set(re.findall(r"^@\w+\{([^,\s]+),", (repository / "book" / "references.bib").read_text("utf-8"), re.M))
    assert {link.source for link in links.READ} <= keys
    assert {link.source for link in links.links()} == set(links.cited())


def test_the_industrial_ecosystem_is_older_than_the_cluster_that_adopts_it() -> None:
    against = {(x.earlier, x.later) for x in links.links() if links.sort_of(x) == "backward"}
    assert ("cluster", "industrial_ecosystem") in against and len(against) == 3
    after = [x for x in links.links() if links.sort_of(x, becattini=True) == "backward"]
    assert [(x.earlier, x.later) for x in after] == [("cluster", "industrial_ecosystem")]
    assert links.sort_of(links.Link("cluster", "business_ecosystem", "table")) == "forward"
    assert links.sort_of(links.Link("spl", "cluster", "read")) == "undated"


def test_the_longest_line_grows_with_the_sources() -> None:
    lengths = [len(links.family(basis).line) for basis in links.BASES]
    assert lengths == [2, 3, 5]
    by_year = [links.family("read", until) for until in range(1945, 2030, 5)]
    assert [f.concepts for f in by_year] == sorted(f.concepts for f in by_year) and by_year[-1].concepts == 15
    assert by_year[0] == links.Family(0, 0, (), 0, 0) and by_year[-1] == links.family("read")
    found = links.family("read")
    steps = {(x.earlier, x.later) for x in links.links() if not x.argues}
    assert all(step in steps for step in itertools.pairwise(found.line))


# --- the reader's territory ------------------------------------------------------------------------------------------


def test_what_came_to_isere_by_hand() -> None:
    poles = load("poles_competitivite").set_index("name")
    own = territory.here("38")
    assert {a.name for a in own if a.what == "cluster"} == {"Minalogic", "Tenerrdis"}
    assert poles.loc["Minalogic", "commune"] == "38185"
    assert [a.name for a in own if a.what == "metropolis"] == ["Lyon-Saint-Étienne-Grenoble"]
    regions = load("poles_competitivite", "regions")
    expected = set(regions.query("region_code == '82'")["pole"])
    both = [*own, *territory.nearby("38")]
    assert {a.name for a in both if a.what == "cluster"} == expected


def test_every_departement_has_an_old_region_and_most_host_nothing() -> None:
    codes = Territory("", level="departement").nodes()
    assert set(codes) == set(territory.old_regions())
    hosts = [code for code in codes if territory.here(code)]
    assert 0.6 < 1 - len(hosts) / len(codes) < 0.7
    labels = load("poles_competitivite").groupby("label_start").size()
    assert labels.idxmax() == labels.index.min() and str(labels.index.min())[:10] == "2005-07-12"


def test_nothing_is_counted_twice_and_nothing_is_older_than_the_timeline() -> None:
    for code in ("13", "38", "59", "75", "974", "976"):
        here, nearby = territory.here(code), territory.nearby(code)
        assert not set(here) & set(nearby)
        assert all(1947 <= a.start <= a.end < 2025 for a in here + nearby)
    said = territory_figure.sentence(territory_figure.both("976"), territory="976")
    assert said.startswith("The datasets locate none") and "nor elsewhere" in said


# --- the timeline ----------------------------------------------------------------------------------------------------


def test_no_two_dots_of_a_row_coincide_and_lanes_keep_apart() -> None:
    places = list(zip([e.year for e in timeline.events()], layout.heights(), strict=True))
    assert len(set(places)) == len(places)
    for event, height in zip(timeline.events(), layout.heights(), strict=True):
        assert -1 < height + list(timeline.LANES).index(event.lane) < 0


@pytest.mark.parametrize(("first", "last"), [("1945", "2025"), ("1985", "1995"), ("2000", "2010"), ("2015", "2005")])
def test_names_stay_in_the_window_and_off_each_other(first: str, last: str) -> None:
    low, high = figure.window(first, last)
    chosen = layout.names(low, high)
    assert chosen and len(chosen) <= layout.NAMES
    assert all(low <= timeline.events()[n.event].year <= high for n in chosen)
    heights = [layout.heights()[n.event] for n in chosen]
    rows = {h: [n for n, at in zip(chosen, heights, strict=True) if at == h] for h in set(heights)}
    scale = layout.WIDTH / (high - low)
    for same in rows.values():
        spans = []
        for n in same:
            x = (timeline.events()[n.event].year - low) * scale
            width = len(n.text) * layout.PER_LETTER
            spans.append(
                (x + layout.DOT, x + layout.DOT + width) if n.right else (x - layout.DOT - width, x - layout.DOT)
            )
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(sorted(spans)))


def test_the_index_holds_every_event_once_and_links_the_chapters_that_exist() -> None:
    shown = genealogy.index()
    listed = [event for found in shown.chapters.values() for event in found]
    assert len(listed) == len(timeline.events()) == len(set(listed))
    page = shown._repr_html_()
    for chapter in chapter_names():
        assert (f"/{chapter}." in page) == (chapter in FACTORIES)
    assert page.count("<li>") == len(listed) and "<script" not in page


def test_links_lead_to_notebooks_live_and_to_pages_in_the_book(
    monkeypatch: pytest.MonkeyPatch, repository: Path
) -> None:
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    assert address("growth_pole") == "../1_large_firm/growth_pole.html"
    monkeypatch.setenv("COURSE_UTILS_FACE", "live")
    assert address("growth_pole") == "../1_large_firm/growth_pole.ipynb"
    written = {path.stem: path.parent.name for path in repository.glob("notebooks/*/*.ipynb")}
    for part, chapters in PARTS.items():
        assert all(written.get(chapter, part) == part for chapter in chapters)
    assert {chapter for chapters in PARTS.values() for chapter in chapters} == set(chapter_names())


# --- the explorers ---------------------------------------------------------------------------------------------------


CHANGED: dict[str, dict[str, Any]] = {
    "genealogy": {
        "first": "1985",
        "last": "1970",
        "kind": "law",
        "era": "2",
        "scale": "regional",
        "concept": "cluster",
        "territory": "13",
    },
    "genealogy.lags": {"use": "names", "reach": "national", "becattini": True},
    "genealogy.network": {"basis": "table", "until": "1985", "concept": "cluster", "becattini": True},
}
MOVES = [(name, control) for name, controls in CHANGED.items() for control in controls]


@pytest.mark.parametrize("name", NAMES)
def test_they_are_registered_and_stay_within_the_states(built: dict[str, Explorer], name: str) -> None:
    explorer = built[name]
    assert explorer.name == name and CHANGED[name].keys() == explorer.controls.keys()
    for part in [*explorer.panels, *(o for p in explorer.panels for o in p.overlays), explorer.reading]:
        explorer.axes(part.controls)  # raises over 1,500 states


@pytest.mark.parametrize(("name", "control"), MOVES)
def test_every_control_changes_what_is_seen(built: dict[str, Explorer], name: str, control: str) -> None:
    moved = {control: CHANGED[name][control]}
    assert built[name].evaluate(**moved) != built[name].evaluate()
    assert built[name].read(**moved) != built[name].read()


@pytest.mark.parametrize("name", NAMES)
def test_the_structure_is_the_same_in_every_state(built: dict[str, Explorer], name: str) -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(below) for key, below in value.items()}
        return (len(value), {type(v) for v in value} & {list, dict}) if isinstance(value, list) else None

    expected = [shape(drawn) for drawn in built[name].evaluate()]
    for values in sampled(built[name], 25):
        assert [shape(drawn) for drawn in built[name].evaluate(**values)] == expected


def sampled(explorer: Explorer, n: int) -> list[dict[str, Any]]:
    rng = np.random.default_rng(1955)
    return [{k: rng.choice(c.nodes()).item() for k, c in explorer.controls.items()} for _ in range(n)]


def test_colour_is_never_alone(built: dict[str, Explorer]) -> None:
    lanes = [t for t in built["genealogy"].evaluate()[0]["data"] if t["name"] in eras().values()]
    assert len({t["marker"]["symbol"] for t in lanes}) == len({t["marker"]["color"] for t in lanes}) == len(eras())
    bars = built["genealogy"].evaluate()[1]["data"]
    assert len({t["marker"]["pattern"]["shape"] for t in bars}) == len(bars)
    arrows = [t for t in built["genealogy.network"].evaluate()[0]["data"] if t["mode"] == "lines+markers"]
    assert len({t["line"]["dash"] for t in arrows}) == len(arrows) == 4


def test_the_timeline_reads_what_it_draws(built: dict[str, Explorer]) -> None:
    for values in sampled(built["genealogy"], 12):
        low, high = figure.window(values["first"], values["last"])
        drawn = built["genealogy"].evaluate(**values)
        assert drawn[0]["layout"]["xaxis"]["range"] == [low, high]
        inside = sentences.in_window(values["first"], values["last"])
        read = built["genealogy"].read(**values)
        assert read.startswith(f"From {low} to {high} the table has {len(inside)} items:")
        shown = sum(y is not None for t in drawn[0]["data"] if t["name"] in eras().values() for y in t["y"])
        kept = timeline.kept(values["kind"], values["era"], values["scale"])
        assert shown == len(kept) == sum(sum(t["y"]) for t in drawn[1]["data"])
        assert ("keep none of them" in read) == (not kept)


def test_the_concept_that_is_followed_is_dated_as_in_the_lags(built: dict[str, Explorer]) -> None:
    for lag in lags("follows"):
        read = built["genealogy"].read(concept=lag.concept)
        assert f"published in {lag.published.start.year} " in read
        if lag.policy:
            assert f"first policy in {lag.policy.start.year} " in read
    assert "no publication of the table introduces it; its first policy is of 1969" in built["genealogy"].read(
        concept="decentralisation"
    )


def test_the_sentences_of_the_lags_are_true_in_every_state(built: dict[str, Explorer]) -> None:
    for use, reach, becattini in EVERY:
        found, luck = summary(lags(use, reach, becattini)), chance(lags(use, reach, becattini))
        read = built["genealogy.lags"].read(use=use, reach=reach, becattini=becattini)
        assert read.startswith(f"{found.known} of {found.known + found.waiting} concepts have a first policy")
        assert f"The other {found.waiting} have waited" in read
        assert ("Fewer than half" in read) == (2 * found.known < found.known + found.waiting)
        assert ("no order at all could convince" in read) == (luck.least >= 0.05)
        assert ("These data cannot tell" in read) == (luck.least < 0.05)


def test_a_test_that_did_convince_would_be_said_so() -> None:
    from course_utils.concepts.genealogy.lag_explorer import _trend_sentence
    from course_utils.concepts.genealogy.trend import Chance, Pairs

    said = _trend_sentence(Chance(6, 15, {15: 1 / 720}, 2 / 720, 2 / 720), Pairs(0, 15, 0))
    assert "rare by luck alone (p = 0.00)" in said


def test_every_link_is_drawn_once_and_only_when_both_ends_have_appeared(built: dict[str, Explorer]) -> None:
    for basis, until in (("table", "2025"), ("talk", "2025"), ("read", "2025"), ("read", "1985")):
        drawn = built["genealogy.network"].evaluate(basis=basis, until=until)[0]["data"]
        written = [text for t in drawn if t["mode"] == "lines+markers" for text in t["text"] if text]
        expected = len(links.links(basis)) if until == "2025" else 0
        assert len(written) == len(set(written)) == expected

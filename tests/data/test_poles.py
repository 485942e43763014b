"""Pôles de compétitivité: labels, places, phases, ends, counts and calls."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest

from course_utils.datasets import load

ENDS = ["merged", "label withdrawn", "not renewed", "closed", "not known how"]
COPIES = (
    "profilbaru",
    "fr-academic",
    "docplayer",
    "amp.agoravox",
    "senat.fr.",
    "pukefugtribun",
    "lawinsider",
    "study-board.de/",
)


@pytest.fixture(scope="module")
def poles() -> pd.DataFrame:
    return load("poles_competitivite")


def plain(name: str) -> str:
    """A name without accents, capitals and hyphens."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("-", " ")


def stock(poles: pd.DataFrame, day: str, column: str) -> int:
    """Labels alive on a day if each end fell on the date of a column; joint labels count once."""
    date = pd.Timestamp(day)
    gone = poles["exit"].isin(ENDS) & (poles[column] <= date)
    joint = poles.loc[gone & ~poles["merged_into"].isin(poles["name"]), "merged_into"].dropna()
    return int(((poles["label_start"] <= date) & ~gone).sum()) + joint.nunique()


def test_labels_by_decision(poles: pd.DataFrame) -> None:
    """66 of the 67 labels of 12 July 2005 have a name; the sources count 67 and 66."""
    assert poles["label_start"].dt.strftime("%Y-%m-%d").value_counts().to_dict() == {
        "2005-07-12": 66,
        "2006-03-06": 2,
        "2007-07-05": 5,
        "2010-05-11": 6,
        "2023-03-27": 2,
        "2024-01-08": 2,
    }
    assert poles["label_basis"].value_counts().to_dict() == {
        "source": 55,
        "derived": 21,
        "source (year) + derived (day)": 7,
    }


@pytest.mark.parametrize("resource", ["poles_competitivite", "regions", "links"])
def test_each_row_names_a_source_that_is_no_copy(resource: str) -> None:
    sources = load("poles_competitivite", resource)["source"]
    assert sources.str.len().gt(20).all()
    assert not any(copy in source for source in sources for copy in COPIES)


def test_classes(poles: pd.DataFrame) -> None:
    first = poles[poles["label_start"] == "2005-07-12"]["class"].value_counts()
    assert first.to_dict() == {"national": 51, "à vocation mondiale": 9, "mondial": 6}
    assert set(poles.loc[poles["class"].isna(), "class_basis"]) == {"not seen", "classes no longer used"}
    assert (poles["class_basis"] == "derived").sum() == 37
    assert set(poles.loc[poles["class_basis"] == "derived", "class"]) == {"national"}


def test_coordinates_lie_in_a_region_of_the_row(poles: pd.DataFrame) -> None:
    """Commune to département to one of the 22 régions of the time."""
    communes = load("communes").set_index("code")
    jobs = load("employment_departements").astype({"departement": str, "region_22": str})
    old_region = jobs.drop_duplicates("departement").set_index("departement")["region_22"].map(plain)
    old_region = old_region.replace("centre val de loire", "centre")  # its name since 2015
    named = load("poles_competitivite", "regions").groupby("pole")["region"].agg(lambda names: set(map(plain, names)))
    placed = poles.dropna(subset=["commune"])
    assert len(placed) == 49 == poles["longitude"].notna().sum() == poles["place_basis"].notna().sum()
    for name, commune, longitude in placed[["name", "commune", "longitude"]].itertuples(index=False):
        assert old_region[communes.loc[commune, "departement"]] in named[name], name
        assert longitude == communes.loc[commune, "longitude"]


def test_towns_stand_in_the_text_of_the_compiler(poles: pd.DataFrame) -> None:
    names = load("communes").set_index("code")["name"]
    placed = poles.dropna(subset=["commune"])
    assert all(names[code] in city for code, city in zip(placed["commune"], placed["main_city"], strict=True))


def test_two_neighbouring_towns_share_their_epci(poles: pd.DataFrame) -> None:
    communes = load("communes").astype({"epci": str})
    pairs = poles[poles["place_basis"] == "first of two neighbouring towns"]["main_city"].str.split(" / ")
    assert len(pairs) == 3
    for first, second in pairs:
        shared = communes[communes["name"] == first].merge(communes[communes["name"] == second], on="epci")
        assert len(shared) >= 1


def test_regions() -> None:
    table = load("poles_competitivite", "regions")
    old = load("poles_competitivite", "regions").query("map == '22 régions (to 2015)'")
    assert len(table) == 110 and table["pole"].nunique() == 83
    assert old["region_code"].nunique() == 22  # no pôle in Corse, but one in La Réunion
    assert set(table.loc[table["map"] == "13 régions (2016)", "pole"]) == {
        "ENTER",
        "Infr@2050",
        "Pôle Eau Aqua-Valley",
        "Pôle Eau Nord - Aquanova",
    }
    code = table.drop_duplicates(["region", "map"]).set_index(["region", "map"])["region_code"]
    assert code["Picardie", "22 régions (to 2015)"] == "22" and code["Grand Est", "13 régions (2016)"] == "44"


def test_labels_of_phases_four_and_five(poles: pd.DataFrame) -> None:
    """56 labels in phase IV (48 + 8); in phase V 53 seen with two of 2024 apart, S2E2 and Valorial hidden by a cut."""
    fourth = poles.dropna(subset=["phase_4_label"]).drop_duplicates("phase_4_label")
    assert fourth["phase_4_years"].value_counts().to_dict() == {4: 48, 1: 8}
    later = poles["label_start"] >= "2024"
    fifth = poles[~later].dropna(subset=["phase_5_label"]).drop_duplicates("phase_5_label")
    assert fifth["phase_5_years"].value_counts().to_dict() == {4: 45, 2: 6, 1: 2}
    hidden = poles[poles["phase_5"].str.startswith("not directly seen", na=False)]["name"]
    assert len(hidden) == 2 and len(fifth) + len(hidden) == 55


def test_ends(poles: pd.DataFrame) -> None:
    assert poles["exit"].value_counts().to_dict() == {
        "none known": 49,
        "merged": 24,
        "label withdrawn": 6,
        "renamed": 1,
        "not renewed": 1,
        "closed": 1,
        "not known how": 1,
    }
    withdrawn = poles[poles["exit"] == "label withdrawn"]
    assert set(withdrawn["exit_earliest"]) == set(withdrawn["exit_latest"]) == {pd.Timestamp("2010-05-11")}
    ended = poles[poles["exit"].isin(ENDS)]
    assert (ended["label_start"] <= ended["exit_earliest"]).all()
    assert (ended["exit_earliest"] <= ended["exit_latest"]).all()
    assert poles.loc[~poles["exit"].isin(ENDS), "exit_latest"].isna().all()
    assert (poles["merged_into"].notna() == (poles["exit"] == "merged")).all()


def test_mergers_lead_to_names_of_the_table(poles: pd.DataFrame) -> None:
    links = load("poles_competitivite", "links")
    later = set(poles["later_names"].dropna().str.split("; ").explode())
    known = set(poles["name"]) | later | set(poles["phase_4_label"]) | set(poles["phase_5_label"])
    assert set(links["from"]) <= set(poles["name"]) and set(links["into"]) <= known
    assert (links["earliest"] <= links["latest"]).all() and len(links) == 30
    merged = links[links["relation"].isin(["merged", "absorbed"])].set_index("from")["into"]
    assert merged.to_dict() == poles[poles["exit"] == "merged"].set_index("name")["merged_into"].to_dict()
    joint = links[links["relation"] == "merged"].groupby("into").size()
    assert joint.min() == 2 and joint["PCF Eau"] == 3


@pytest.mark.parametrize(
    ("day", "total"),
    [
        ("2005-10-14", 66),
        ("2006-03-06", 66),
        ("2007-07-05", 71),
        ("2010-05-11", 71),
        ("2015-09-03", 70),
        ("2016-12-31", 69),
        ("2018-06-30", 66),
    ],
)
def test_named_labels_reproduce_the_counts_of_the_sources(poles: pd.DataFrame, day: str, total: int) -> None:
    fewest, most = stock(poles, day, "exit_earliest"), stock(poles, day, "exit_latest")
    assert fewest <= total <= most <= fewest + 2
    counts = load("poles_by_year")
    near = counts[(counts["start"] <= day) & (counts["end"] >= day)]
    assert total in near["labelled_total"].tolist()


def test_contradictions_are_kept() -> None:
    counts = load("poles_by_year").set_index("date")
    assert len(counts) == 15
    assert counts.loc["2005-07-12", ["applications", "labelled_total", "other_total"]].tolist() == [105, 67, 66]
    assert counts.loc["2010-05-11", ["labelled_total", "other_total"]].tolist() == [71, 72]
    assert counts.loc["2010-05-11", ["new_labels", "labels_withdrawn"]].tolist() == [6, 6]
    assert counts.loc["2018", ["labelled_total", "other_total"]].tolist() == [66, 71]
    assert counts["row_kind"].value_counts().to_dict() == {"decision": 9, "stock quoted": 4, "evaluation": 2}
    assert counts["start"].is_monotonic_increasing and counts["source"].str.len().gt(20).all()


def test_calls_of_the_fui() -> None:
    calls = load("fui_calls")
    assert calls["scope"].value_counts().to_dict() == {"call": 9, "cumulative": 4, "year": 1}
    fifth = calls[calls["call_number"] == 5].iloc[0]
    assert fifth[["projects_submitted", "projects_selected", "state_aid_meur"]].tolist() == [206, 123, 147]
    upto_nine = calls[calls["calls_to"] == 9].iloc[0]
    assert upto_nine["state_aid_meur_flag"] == upto_nine["public_total_meur_flag"] == "at least"
    assert upto_nine["rd_spending_meur_flag"] == "about" and pd.isna(upto_nine["start"])
    flags = [column for column in calls if column.endswith("_flag")]
    for flag in flags:
        assert (calls[flag].notna() == calls[flag.removesuffix("_flag")].notna()).all()
    assert (calls[flags].astype("object") != "exact").where(calls[flags].notna(), other=False).sum().sum() == 8
    totals = calls[calls["scope"] == "cumulative"].dropna(subset=["calls_to"]).sort_values("calls_to")
    assert totals["state_aid_meur"].is_monotonic_increasing and totals["rd_spending_meur"].is_monotonic_increasing

"""The reader's own territory, on the course's data."""

from __future__ import annotations

import pytest

from course_utils.datasets import territories
from course_utils.teaching import UnknownTerritory, my_territory


def test_without_a_choice_it_is_isere() -> None:
    place = my_territory()
    assert (place.code, place.name, place.level, place.departement) == ("38", "Isère", "departement", "38")
    row = territories("departement").loc["38"]
    assert place.population == row["population"] and place.share == row["employment_share"]
    assert not place.borrowed and place.share_of == "Isère"


def test_a_choice_is_kept_and_recalled() -> None:
    assert my_territory("2A") == my_territory()
    assert my_territory("200040715").name == my_territory().name == "Grenoble-Alpes-Métropole"


def test_a_refused_choice_leaves_the_last_one() -> None:
    my_territory("29")
    with pytest.raises(UnknownTerritory):
        my_territory("Atlantis")
    assert my_territory().code == "29"


def test_the_environment_chooses_until_the_reader_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_TERRITORY", "974")
    assert my_territory().name == "La Réunion"
    my_territory("Finistère")
    assert my_territory().code == "29"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Isère", "38"),
        ("isere", "38"),
        ("cotes d’armor", "22"),
        (" 2a ", "2A"),
        ("Grenoble Alpes Metropole", "200040715"),
    ],
)
def test_names_are_taken_as_people_write_them(asked: str, code: str) -> None:
    assert my_territory(asked).code == code


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("Isere-et-Loire", "did you mean"),
        ("Finistere Nord", "did you mean 'Finistère'"),
        ("Lille", "'Métropole Européenne de Lille'"),
        ("200040716", "did you mean .*'200040715'"),
        ("zzzz", "départements have codes such as '38'"),
        ("", "départements have codes such as '38'"),
    ],
)
def test_an_unknown_place_gets_the_closest(asked: str, hint: str) -> None:
    with pytest.raises(UnknownTerritory, match=hint):
        my_territory(asked)


def test_a_name_that_two_places_bear_asks_for_a_code() -> None:
    names = territories("epci")["name"].astype(str)
    twins = names[names == names[names.duplicated()].iloc[0]]
    with pytest.raises(UnknownTerritory, match=f"2 territories are called .*{twins.index[0]}"):
        my_territory(twins.iloc[0])


@pytest.mark.parametrize("value", [38, 38.0, ["38"], True])
def test_a_code_is_a_text(value: object) -> None:
    with pytest.raises(TypeError, match="between quotes, such as"):
        my_territory(value)  # type: ignore[arg-type]


def test_an_epci_borrows_the_share_of_its_main_departement() -> None:
    place = my_territory("200040715")
    assert place.borrowed and place.share_of == "Isère" and place.departement == "38"
    assert place.share == my_territory("38").share
    assert repr(place).endswith("(Isère)")


def test_every_territory_has_a_population_and_a_share() -> None:
    for code in territories("departement").index:
        place = my_territory(str(code))
        assert place.population > 0 and 0 < place.share < 0.1


def test_peers_are_the_nearest_in_population() -> None:
    place = my_territory("38")
    peers = place.peers(3)
    assert len(peers) == 3 and place not in peers and {p.level for p in peers} == {"departement"}
    far = [max(p.population / place.population, place.population / p.population) for p in place.peers(100)]
    assert far == sorted(far) and len(far) == 100
    assert {p.level for p in my_territory("200040715").peers()} == {"epci"}


def test_a_place_is_a_captioned_table_or_a_line(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(my_territory("38")._repr_html_())
    assert "Isère (38)" in parsed.all("caption")[0].text
    assert [th.attrs["scope"] for th in parsed.all("th")] == ["col"] * 3 + ["row"] * 6
    assert repr(my_territory("38")).startswith("Isère (38): 1,")
    assert parsed.all("tr", cls="cu-mine")[0].text.startswith("Isère")


def test_borrowed_shares_are_marked_in_the_table(page) -> None:  # type: ignore[no-untyped-def]
    place = my_territory("200040715")
    assert "No employment is published by intercommunality" in place._repr_html_()
    assert "(Isère)" in page(place._repr_html_()).all("tr", cls="cu-mine")[0].text
    assert len(page(place.peers(2)._repr_html_()).all("tr")) == 3
    assert len(repr(place.peers(2)).splitlines()) == 2

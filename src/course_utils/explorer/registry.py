"""Every explorer of the course by name."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from typing import Any

from course_utils.explorer.explorer import Explorer

#: name -> "module:function"; a second explorer of a concept is "<concept>.<what>".
FACTORIES = {
    "beyond_high_tech": "course_utils.concepts.beyond_high_tech:explorer",
    "beyond_high_tech.themes": "course_utils.concepts.beyond_high_tech:themes_explorer",
    "circular_economy": "course_utils.concepts.circular_economy:explorer",
    "circular_economy.countries": "course_utils.concepts.circular_economy:countries_explorer",
    "circular_economy.france": "course_utils.concepts.circular_economy:france_explorer",
    "circular_economy.web": "course_utils.concepts.circular_economy:web_explorer",
    "citizen_initiatives": "course_utils.concepts.citizen_initiatives:explorer",
    "citizen_initiatives.chains": "course_utils.concepts.citizen_initiatives:chains_explorer",
    "citizen_initiatives.places": "course_utils.concepts.citizen_initiatives:places_explorer",
    "citizen_initiatives.sure": "course_utils.concepts.citizen_initiatives:sure_explorer",
    "business_ecosystem": "course_utils.concepts.business_ecosystem:explorer",
    "business_ecosystem.build": "course_utils.concepts.business_ecosystem:build_explorer",
    "business_ecosystem.cases": "course_utils.concepts.business_ecosystem:cases_explorer",
    "business_ecosystem.loss": "course_utils.concepts.business_ecosystem:loss_explorer",
    "competitiveness_poles": "course_utils.concepts.competitiveness_poles:explorer",
    "competitiveness_poles.files": "course_utils.concepts.competitiveness_poles:files_explorer",
    "competitiveness_poles.list": "course_utils.concepts.competitiveness_poles:list_explorer",
    "core_periphery": "course_utils.concepts.core_periphery:explorer",
    "core_periphery.disparities": "course_utils.concepts.core_periphery:disparities_explorer",
    "core_periphery.history": "course_utils.concepts.core_periphery:history_explorer",
    "core_periphery.myrdal": "course_utils.concepts.core_periphery:myrdal_explorer",
    "decentralisation": "course_utils.concepts.decentralisation:explorer",
    "decentralisation.competences": "course_utils.concepts.decentralisation:competences_explorer",
    "decentralisation.groups": "course_utils.concepts.decentralisation:groups_explorer",
    "decentralisation.map": "course_utils.concepts.decentralisation:map_explorer",
    "environmental_limits": "course_utils.concepts.environmental_limits:explorer",
    "environmental_limits.path": "course_utils.concepts.environmental_limits:path_explorer",
    "environmental_limits.two": "course_utils.concepts.environmental_limits:two_explorer",
    "genealogy": "course_utils.concepts.genealogy:explorer",
    "genealogy.lags": "course_utils.concepts.genealogy:lags_explorer",
    "genealogy.network": "course_utils.concepts.genealogy:network_explorer",
    "globalisation": "course_utils.concepts.globalisation:explorer",
    "globalisation.base_year": "course_utils.concepts.globalisation:base_year_explorer",
    "globalisation.esteban": "course_utils.concepts.globalisation:esteban_explorer",
    "globalisation.footloose": "course_utils.concepts.globalisation:footloose_explorer",
    "globalisation.states": "course_utils.concepts.globalisation:states_explorer",
    "govern_a_territory": "course_utils.concepts.govern_a_territory:explorer",
    "govern_a_territory.sequence": "course_utils.concepts.govern_a_territory:sequence_explorer",
    "growth_pole": "course_utils.concepts.growth_pole:explorer",
    "growth_pole.key_sectors": "course_utils.concepts.growth_pole:key_sectors_explorer",
    "growth_pole.rounds": "course_utils.concepts.growth_pole:rounds_explorer",
    "knowledge_networks": "course_utils.concepts.knowledge_networks:explorer",
    "knowledge_networks.gatekeepers": "course_utils.concepts.knowledge_networks:gatekeepers_explorer",
    "knowledge_networks.poles": "course_utils.concepts.knowledge_networks:poles_explorer",
    "innovative_milieu": "course_utils.concepts.innovative_milieu:explorer",
    "innovative_milieu.links": "course_utils.concepts.innovative_milieu:links_explorer",
    "innovative_milieu.rounds": "course_utils.concepts.innovative_milieu:rounds_explorer",
    "local_productive_systems": "course_utils.concepts.local_productive_systems:explorer",
    "local_productive_systems.morocco": "course_utils.concepts.local_productive_systems:morocco_explorer",
    "local_productive_systems.robustness": "course_utils.concepts.local_productive_systems:robustness_explorer",
    "industrial_district": "course_utils.concepts.industrial_district:explorer",
    "industrial_district.funnel": "course_utils.concepts.industrial_district:funnel_explorer",
    "industrial_district.real": "course_utils.concepts.industrial_district:real_explorer",
    "industrial_district.urn": "course_utils.concepts.industrial_district:urn_explorer",
    "industrial_symbiosis": "course_utils.concepts.industrial_symbiosis:explorer",
    "industrial_symbiosis.estate": "course_utils.concepts.industrial_symbiosis:estate_explorer",
    "industrial_symbiosis.kalundborg": "course_utils.concepts.industrial_symbiosis:kalundborg_explorer",
    "national_champions": "course_utils.concepts.national_champions:explorer",
    "national_champions.tariff": "course_utils.concepts.national_champions:tariff_explorer",
    "national_champions.cases": "course_utils.concepts.national_champions:cases_explorer",
    "national_champions.size": "course_utils.concepts.national_champions:size_explorer",
    "open_innovation": "course_utils.concepts.open_innovation:explorer",
    "open_innovation.breadth": "course_utils.concepts.open_innovation:breadth_explorer",
    "open_innovation.doors": "course_utils.concepts.open_innovation:doors_explorer",
    "open_innovation.funnel": "course_utils.concepts.open_innovation:funnel_explorer",
    "participation": "course_utils.concepts.participation:explorer",
    "participation.court": "course_utils.concepts.participation:court_explorer",
    "participation.ladder": "course_utils.concepts.participation:ladder_explorer",
    "participation.price": "course_utils.concepts.participation:price_explorer",
    "porter_cluster": "course_utils.concepts.porter_cluster:explorer",
    "porter_cluster.morocco": "course_utils.concepts.porter_cluster:morocco_explorer",
    "porter_cluster.programme": "course_utils.concepts.porter_cluster:programme_explorer",
    "porter_cluster.stars": "course_utils.concepts.porter_cluster:stars_explorer",
    "portrait": "course_utils.concepts.portrait:explorer",
    "proximity": "course_utils.concepts.proximity:explorer",
    "proximity.five": "course_utils.concepts.proximity:five_explorer",
    "proximity.learning": "course_utils.concepts.proximity:learning_explorer",
    "proximity.towns": "course_utils.concepts.proximity:towns_explorer",
    "spatial_concentration": "course_utils.concepts.spatial_concentration:explorer",
    "spatial_concentration.industries": "course_utils.concepts.spatial_concentration:industries_explorer",
    "spatial_concentration.quotients": "course_utils.concepts.spatial_concentration:quotients_explorer",
    "temporary_proximity": "course_utils.concepts.temporary_proximity:explorer",
    "temporary_proximity.limits": "course_utils.concepts.temporary_proximity:limits_explorer",
    "temporary_proximity.towns": "course_utils.concepts.temporary_proximity:towns_explorer",
    "temporary_proximity.trips": "course_utils.concepts.temporary_proximity:trips_explorer",
    "territorial_governance": "course_utils.concepts.territorial_governance:explorer",
    "territorial_governance.commons": "course_utils.concepts.territorial_governance:commons_explorer",
    "territorial_governance.herders": "course_utils.concepts.territorial_governance:herders_explorer",
    "territorial_governance.officials": "course_utils.concepts.territorial_governance:officials_explorer",
    "urban_hierarchy": "course_utils.concepts.urban_hierarchy:explorer",
}


def _factory(address: str) -> Callable[[], Explorer]:
    def make() -> Explorer:
        module, function = address.split(":")
        return getattr(importlib.import_module(module), function)()

    return make


def explorers() -> dict[str, Callable[[], Explorer]]:
    """Return every registered explorer: its name (the page's ``data-concept``) and what makes it.

    Examples
    --------
    >>> sorted(name for name in explorers() if name.startswith("growth_pole"))
    ['growth_pole', 'growth_pole.key_sectors', 'growth_pole.rounds']
    """
    return {name: _factory(address) for name, address in FACTORIES.items()}


def explore(name: str) -> Explorer:
    """Return a fresh explorer by name.

    Raises
    ------
    KeyError
        If there is none of that name; the closest names are given.
    """
    if name not in FACTORIES:
        close = difflib.get_close_matches(name, FACTORIES, n=1)
        hint = f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(FACTORIES)}"
        raise KeyError(f"no explorer {name!r}{hint}")
    return explorers()[name]()


def result(name: str, panel: str, **values: Any) -> Any:
    """Return what the model of one panel of an explorer gives."""
    return explore(name).result(panel, **values)

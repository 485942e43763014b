"""The chapters that the debrief names: what they are called and where they stand."""

from __future__ import annotations

import os

from course_utils.words import _

#: Folder of the notebook of each chapter that explains a card, a shock or a stakeholder.
FOLDERS = {
    "1_large_firm": ("growth_pole", "core_periphery", "urban_hierarchy", "national_champions"),
    "2_local_reinvented": (
        "globalisation",
        "decentralisation",
        "industrial_district",
        "innovative_milieu",
        "local_productive_systems",
    ),
    "3_clusters_proximity": ("porter_cluster", "knowledge_networks", "temporary_proximity", "competitiveness_poles"),
    "4_ecosystems": ("business_ecosystem", "open_innovation", "industrial_symbiosis", "circular_economy"),
    "5_governance": ("environmental_limits", "citizen_initiatives", "participation", "territorial_governance"),
}


def names() -> dict[str, str]:
    """Short title of each chapter."""
    return {
        "growth_pole": _("The growth pole"),
        "core_periphery": _("Core and periphery"),
        "urban_hierarchy": _("The urban hierarchy"),
        "national_champions": _("National champions"),
        "globalisation": _("Globalisation"),
        "decentralisation": _("Decentralisation"),
        "industrial_district": _("The industrial district"),
        "innovative_milieu": _("The innovative milieu"),
        "local_productive_systems": _("Local productive systems"),
        "porter_cluster": _("Porter's cluster"),
        "knowledge_networks": _("Knowledge networks"),
        "temporary_proximity": _("Temporary proximity"),
        "competitiveness_poles": _("Pôles de compétitivité"),
        "business_ecosystem": _("The business ecosystem"),
        "open_innovation": _("Open innovation"),
        "industrial_symbiosis": _("Industrial symbiosis"),
        "circular_economy": _("The circular economy"),
        "environmental_limits": _("The limits of the environment"),
        "citizen_initiatives": _("Initiatives of citizens"),
        "participation": _("Participation"),
        "territorial_governance": _("Territorial governance"),
    }


def address(chapter: str) -> str:
    """Where a chapter stands, seen from this one.

    Examples
    --------
    >>> address("growth_pole").rpartition(".")[0]
    '../1_large_firm/growth_pole'
    """
    folder = next(folder for folder, chapters in FOLDERS.items() if chapter in chapters)
    ending = "html" if os.environ.get("COURSE_UTILS_FACE") == "static" else "ipynb"
    return f"../{folder}/{chapter}.{ending}"

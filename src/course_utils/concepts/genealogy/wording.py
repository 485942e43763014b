"""Words of the genealogy: eras, lanes, scales, concepts, chapters, and what the controls offer."""

from __future__ import annotations

from course_utils.words import _

ALL = "all"


def eras() -> dict[str, str]:
    """Name of each era of the course."""
    return {
        "1": _("1. large firm"),
        "2": _("2. the local reinvented"),
        "3": _("3. clusters, proximity"),
        "4": _("4. ecosystems"),
        "governance": _("governance"),
    }


def lanes() -> dict[str, str]:
    """Name of each lane of the timeline, in the plural."""
    return {
        "publication": _("publications"),
        "law": _("laws"),
        "agency": _("agencies"),
        "programme": _("programmes"),
    }


def scales() -> dict[str, str]:
    """Name of each scale."""
    return {
        "local": _("local"),
        "regional": _("regional"),
        "national": _("national"),
        "EU": _("Europe, or another country"),
        "international": _("international"),
    }


def kinds() -> dict[str, str]:
    """Name of each kind of the table, in the singular."""
    return {
        "publication": _("publication"),
        "concept": _("publication"),
        "law": _("law"),
        "agency": _("agency"),
        "programme": _("programme"),
        "event": _("event"),
    }


def concept_names() -> dict[str, str]:
    """Short name of each concept of the table, in the order of the eras."""
    return {
        "regional_balance": _("Paris and the regions"),
        "growth_pole": _("growth pole"),
        "polarisation": _("polarisation"),
        "high_tech_colbertism": _("high-tech Colbertism"),
        "decentralisation": _("decentralisation"),
        "flexible_specialisation": _("flexible specialisation"),
        "industrial_district": _("industrial district"),
        "milieu": _("innovative milieu"),
        "spl": _("local productive system"),
        "cluster": _("cluster"),
        "proximity": _("proximity"),
        "business_ecosystem": _("business ecosystem"),
        "industrial_ecosystem": _("industrial ecosystem"),
        "circular_economy": _("circular economy"),
        "participation": _("participation"),
    }


def chapter_names() -> dict[str, str]:
    """Title of each chapter that treats an event of the table."""
    return {
        "national_champions": _("National champions"),
        "growth_pole": _("The growth pole"),
        "urban_hierarchy": _("The urban hierarchy"),
        "core_periphery": _("Core and periphery"),
        "decentralisation": _("Decentralisation"),
        "industrial_district": _("The industrial district"),
        "local_productive_systems": _("Local productive systems"),
        "innovative_milieu": _("The innovative milieu"),
        "porter_cluster": _("Porter's cluster"),
        "proximity": _("Proximity"),
        "competitiveness_poles": _("Pôles de compétitivité"),
        "business_ecosystem": _("The business ecosystem"),
        "industrial_symbiosis": _("Industrial symbiosis"),
        "circular_economy": _("The circular economy"),
        "environmental_limits": _("Environmental limits"),
        "citizen_initiatives": _("Citizen initiatives"),
        "participation": _("Participation"),
    }


def definitions() -> dict[str, str]:
    """What may count as a policy that uses a concept."""
    return {
        "names": _("a policy that says the word"),
        "follows": _("… or follows the idea"),
        "descends": _("… or a concept that descends from it"),
        "older": _("… or was there before the word"),
    }


def reaches() -> dict[str, str]:
    """Whose policies may count."""
    return {
        "anywhere": _("any policy of the table"),
        "france": _("decided in France, at any scale"),
        "national": _("decided in France, for the whole country"),
    }


def bases() -> dict[str, str]:
    """Whose word is taken for a link between two concepts."""
    return {
        "table": _("the course's own table"),
        "talk": _("… and the talk"),
        "read": _("… and the articles read"),
    }

"""The policy cards: what each costs, when it can be had, when it works, on what, whom it angers, what explains it."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.words import _

#: The five eras of the course, in the order of its parts.
ERAS = ("large_firm", "local", "clusters", "ecosystems", "governance")


@dataclass(frozen=True)
class Card:
    """A policy.

    Parameters
    ----------
    era : str
        Era of the course, one of `ERAS`.
    first : int
        First turn (0 for 1955 to 1965) in which it can be played; it stays available after.
    cost : int
        Points of the decade's budget.
    lag, years : int
        Years before it works; years that it works.
    effects : dict of str to float
        What it adds each year to a lever of `rules.LEVERS`: jobs, or the part of what is still missing to 1.
    against : tuple of str
        Stakeholders who may delay or block it when they are angry.
    chapter : str
        Concept that explains it.
    """

    era: str
    first: int
    cost: int
    lag: int
    years: int
    effects: dict[str, float]
    against: tuple[str, ...]
    chapter: str


CARDS: dict[str, Card] = {
    "motor_industry": Card(
        "large_firm", 0, 60, 2, 5, {"motor": 1.6, "land": 0.1}, ("associations",), "growth_pole"
    ),
    "growth_zone": Card(
        "large_firm", 0, 40, 3, 8, {"motor": 0.4, "local": 0.35, "land": 0.2}, ("residents",), "core_periphery"
    ),
    "regional_metropolis": Card(
        "large_firm", 1, 45, 4, 8, {"services": 0.3, "know": 0.012, "links": 0.012, "voice": -0.01}, ("officials",),
        "urban_hierarchy",
    ),
    "national_champion": Card(
        "large_firm", 1, 40, 2, 6, {"motor": 0.8, "know": 0.012, "ties": -0.015}, ("firms",), "national_champions"
    ),
    "decentralised_aid": Card(
        "local", 2, 30, 2, 8, {"local": 0.35, "voice": 0.012}, (), "decentralisation"
    ),
    "district_services": Card(
        "local", 2, 35, 3, 10, {"ties": 0.025, "local": 0.15}, ("workers",), "industrial_district"
    ),
    "innovative_milieu": Card(
        "local", 3, 45, 4, 10, {"know": 0.016, "ties": 0.012, "links": 0.01}, (), "innovative_milieu"
    ),
    "spl_support": Card(
        "local", 4, 25, 2, 8, {"ties": 0.025, "local": 0.2}, (), "local_productive_systems"
    ),
    "cluster": Card(
        "clusters", 4, 40, 3, 8, {"know": 0.016, "ties": 0.015, "local": 0.15}, ("officials",), "porter_cluster"
    ),
    "gatekeepers": Card(
        "clusters", 4, 30, 2, 10, {"links": 0.035}, (), "knowledge_networks"
    ),
    "fairs": Card(
        "clusters", 4, 15, 1, 5, {"links": 0.03, "local": 0.05}, (), "temporary_proximity"
    ),
    "competitiveness_pole": Card(
        "clusters", 5, 45, 2, 8, {"know": 0.02, "ties": 0.012, "motor": 0.2}, ("officials",), "competitiveness_poles"
    ),
    "platform": Card(
        "ecosystems", 5, 40, 1, 6, {"local": 1.1, "links": 0.02, "ties": -0.015, "voice": -0.03}, ("workers",),
        "business_ecosystem",
    ),
    "open_lab": Card(
        "ecosystems", 5, 30, 1, 8, {"know": 0.018, "links": 0.02}, (), "open_innovation"
    ),
    "symbiosis": Card(
        "ecosystems", 5, 35, 3, 10, {"loops": 0.045, "ties": 0.01}, ("firms",), "industrial_symbiosis"
    ),
    "circular_loops": Card(
        "ecosystems", 5, 30, 1, 10, {"loops": 0.03, "local": 0.2}, (), "circular_economy"
    ),
    "commons": Card(
        "governance", 3, 30, 3, 10, {"care": 0.035, "voice": 0.01, "local": -0.1}, ("firms",), "territorial_governance"
    ),
    "citizen_initiatives": Card(
        "governance", 4, 20, 2, 8, {"voice": 0.018, "local": 0.12, "loops": 0.01}, (), "citizen_initiatives"
    ),
    "concertation": Card(
        "governance", 4, 20, 0, 10, {"voice": 0.03}, ("officials",), "participation"
    ),
    "land_ceiling": Card(
        "governance", 6, 25, 1, 9, {"care": 0.06, "land": -0.15, "local": -0.15}, ("firms", "officials"),
        "environmental_limits",
    ),
}  # fmt: skip
NAMES = tuple(CARDS)


def offered(turn: int) -> tuple[str, ...]:
    """Keys of the cards that can be played in a turn.

    Parameters
    ----------
    turn : int
        0 for 1955 to 1965, up to 6.

    Examples
    --------
    >>> offered(0)
    ('motor_industry', 'growth_zone')
    """
    return tuple(name for name, card in CARDS.items() if card.first <= turn)


def titles() -> dict[str, str]:
    """Name of each card as a reader sees it."""
    return {
        "motor_industry": _("Motor industry"),
        "growth_zone": _("Growth pole zone"),
        "regional_metropolis": _("Regional metropolis"),
        "national_champion": _("National champion"),
        "decentralised_aid": _("Decentralised aid"),
        "district_services": _("Services for a district"),
        "innovative_milieu": _("Innovative milieu"),
        "spl_support": _("Local productive system"),
        "cluster": _("Cluster"),
        "gatekeepers": _("Gatekeepers"),
        "fairs": _("Fairs and missions"),
        "competitiveness_pole": _("Pole of competitiveness"),
        "platform": _("Platform keystone"),
        "open_lab": _("Open laboratory"),
        "symbiosis": _("Industrial symbiosis"),
        "circular_loops": _("Circular loops"),
        "commons": _("Commons governance"),
        "citizen_initiatives": _("Citizen initiatives"),
        "concertation": _("Concertation"),
        "land_ceiling": _("Land-take ceiling"),
    }

"""What paths, groups, methods and roles are called."""

from __future__ import annotations

from course_utils.words import _


def paths() -> dict[str, str]:
    """Short names of the five paths."""
    return {
        "plant": _("Plant"),
        "resort": _("Resort"),
        "farms": _("Farms"),
        "park": _("Park"),
        "hub": _("Hub"),
    }


def groups() -> dict[str, str]:
    """Names of the seven groups."""
    return {
        "council": _("Councils"),
        "state": _("State"),
        "employer": _("Employer"),
        "residents": _("Residents"),
        "owners": _("Second homes"),
        "young": _("The young"),
        "activists": _("Activists"),
    }


def methods() -> dict[str, str]:
    """Names of the five methods, as they stand in figures."""
    return {
        "sum": _("Weighted sum"),
        "outranking": _("PROMETHEE"),
        "borda": _("Borda"),
        "condorcet": _("Condorcet"),
        "plurality": _("First places"),
    }


def surveys() -> dict[str, str]:
    """When the groups were asked."""
    return {
        "first": _("at the first meeting"),
        "leak": _("after a leak at the plant"),
        "split": _("when there are three camps"),
        "debate": _("after a year of debate"),
    }


def roles() -> dict[str, str]:
    """Roles of elected officials that a département has."""
    return {
        "councillor": _("Municipal councillors"),
        "deputy_mayor": _("Deputy mayors"),
        "mayor": _("Mayors"),
        "epci_vice_president": _("EPCI vice-presidents"),
        "departmental_councillor": _("Département councillors"),
    }


def professions() -> dict[str, str]:
    """Groups of professions, as declared."""
    return {
        "farmers": _("Farmers"),
        "craft_trade_business": _("Craft, trade, business"),
        "managers_professionals": _("Managers, professions"),
        "intermediate": _("Intermediate"),
        "clerical_service": _("Clerical, service"),
        "manual_workers": _("Manual workers"),
        "retired": _("Retired"),
        "no_occupation": _("No occupation"),
    }


def listed(names: tuple[str, ...], known: dict[str, str]) -> str:
    """Join names by commas."""
    return ", ".join(known[name] for name in names)

"""What sectors and thresholds are called."""

from __future__ import annotations

from course_utils.words import _


def french_sectors() -> dict[str, str]:
    """Name of each sector of the French table."""
    return {
        "industry": _("industry, energy and water"),
        "agriculture": _("agriculture"),
        "construction": _("construction"),
        "trade_transport_hospitality_ict": _("trade, transport, hotels, ICT"),
        "finance_realestate_business": _("finance, property, business"),
        "public_admin_education_health": _("public services"),
        "arts_household_other_services": _("arts and other services"),
    }


def moroccan_sectors() -> dict[str, str]:
    """Name of each sector of the Moroccan table."""
    return {
        "industry": _("industry"),
        "construction": _("construction"),
        "commerce": _("commerce"),
        "services": _("services"),
    }


def with_best(sectors: dict[str, str]) -> dict[str, str]:
    """Add the choice of each place's own best sector."""
    return {"best": _("each place's best sector")} | sectors


def headed(name: str) -> str:
    """Give a name its capital; the rest stays as it is (ICT)."""
    return name[:1].upper() + name[1:]


def criteria() -> dict[str, str]:
    """Name of each threshold."""
    return {"quotient": _("Quotient"), "share": _("Share"), "density": _("Density"), "size": _("Size")}

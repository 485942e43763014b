"""Names that a reader sees of corners, exponents, programmes and sectors."""

from __future__ import annotations

from course_utils.words import _


def corners() -> dict[str, str]:
    """Name of each determinant, in the order of the drawing."""
    return {
        "strategy": _("Strategy, structure and rivalry"),
        "demand": _("Demand conditions"),
        "support": _("Related and supporting industries"),
        "factors": _("Factor conditions"),
    }


def short() -> dict[str, str]:
    """Short name of each determinant, for sentences and narrow screens."""
    return {
        "strategy": _("rivalry"),
        "demand": _("demand"),
        "support": _("related industries"),
        "factors": _("factors"),
    }


def exponents() -> dict[str, str]:
    """What each exponent of the explorer means."""
    return {
        "1": _("r = 1: they replace one another"),
        "0": _("r = 0: in between"),
        "-1": _("r = -1: complements"),
        "-4": _("r = -4: strong complements"),
        "-inf": _("the weakest alone counts"),
    }


def starts() -> dict[str, str]:
    """Name of each diamond from which a programme starts."""
    return {
        "one_gap": _("three good corners and a gap"),
        "one_star": _("one famous corner, three weak ones"),
        "even": _("four middling corners"),
        "slope": _("every corner different"),
    }


def rules() -> dict[str, str]:
    """Name of each way to spend."""
    return {
        "strongest": _("Back the strongest corner"),
        "even": _("The same to every corner"),
        "weakest": _("Lift the weakest corners"),
    }


def french_sectors() -> dict[str, str]:
    """Name of each sector of the French table."""
    return {
        "industry": _("Industry"),
        "agriculture": _("Agriculture"),
        "construction": _("Construction"),
        "trade_transport_hospitality_ict": _("Trade, transport, hotels, IT"),
        "finance_realestate_business": _("Finance, property, business services"),
        "public_admin_education_health": _("Public services"),
        "arts_household_other_services": _("Arts and other services"),
    }


def moroccan_sectors() -> dict[str, str]:
    """Name of each column of the Moroccan tables that is offered: "table:sector"."""
    return {
        "morocco:industry": _("Industry (people, 2014)"),
        "morocco:agriculture": _("Agriculture (people, 2014)"),
        "morocco:construction": _("Construction (people, 2014)"),
        "morocco:market_services": _("Market services (people, 2014)"),
        "morocco:public_services": _("Public services (people, 2014)"),
        "businesses:industry": _("Industry (businesses, 2024)"),
        "businesses:services": _("Services (businesses, 2024)"),
    }

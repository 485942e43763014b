"""Rebuild data packages: all of them, or the families named on the command line."""

from __future__ import annotations

import sys
from importlib import import_module

from . import fetch

# A family is a module with a function build(); later ones may use what earlier ones wrote.
FAMILIES = (
    "french_territory",
    "geometry",
    "governance",
    "facts",
    "regional_employment",
    "input_output",
    "germany",
    "france_1830",
    "countries",
    "states",
    "morocco",
    "synthetic",
    "policy",
    "competences",
    "poles",
    "symbiosis",
    "circularity",
    "citizens",
    "parameters",
)


def main(names: list[str]) -> None:
    """Download what is missing, then build."""
    unknown = sorted(set(names) - set(FAMILIES))
    if unknown:
        raise SystemExit(f"unknown family {', '.join(unknown)}; choose among {', '.join(FAMILIES)}")
    fetch.main()
    for name in names or FAMILIES:
        import_module(f".{name}", __package__).build()


if __name__ == "__main__":
    main(sys.argv[1:])

"""Rebuild data packages: all of them, or the families named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable

from . import facts, fetch, french_territory, geometry, input_output

FAMILIES: dict[str, Callable[[], None]] = {
    "french_territory": french_territory.build,
    "geometry": geometry.build,
    "facts": facts.build,
    "input_output": input_output.build,
}


def main(names: list[str]) -> None:
    """Download what is missing, then build."""
    unknown = sorted(set(names) - set(FAMILIES))
    if unknown:
        raise SystemExit(f"unknown family {', '.join(unknown)}; choose among {', '.join(FAMILIES)}")
    fetch.main()
    for name in names or FAMILIES:
        FAMILIES[name]()


if __name__ == "__main__":
    main(sys.argv[1:])

"""Models, data and exercises of *Places that Produce*.

Everything that a notebook needs is a name of this package; each is loaded when it is first used, so that
``import course_utils`` costs next to nothing.

Examples
--------
>>> import course_utils
>>> "load" in dir(course_utils)
True
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_utils import concepts, datasets, explorer, measures, teaching, words
    from course_utils.datasets import (
        catalogue,
        geometry,
        info,
        input_output,
        live,
        load,
        load_table,
        provenance,
        template,
        territories,
        territory,
    )
    from course_utils.explorer import (
        Choice,
        Explorer,
        Overlay,
        Panel,
        Reading,
        Slider,
        Territory,
        Toggle,
        explore,
        explorers,
    )
    from course_utils.teaching import bet, check, my_territory, quiz, reveal, show_source

__version__ = "0.1.0"

_MODULES = ("concepts", "datasets", "explorer", "measures", "teaching", "words")
_NAMES = {
    "datasets": (
        "load",
        "load_table",
        "template",
        "catalogue",
        "info",
        "geometry",
        "provenance",
        "territories",
        "territory",
        "input_output",
        "live",
    ),
    "explorer": (
        "Explorer",
        "Panel",
        "Reading",
        "Overlay",
        "Slider",
        "Choice",
        "Toggle",
        "Territory",
        "explorers",
        "explore",
    ),
    "teaching": ("bet", "reveal", "quiz", "check", "my_territory", "show_source"),
}
_HOME = {name: module for module, names in _NAMES.items() for name in names}

__all__ = [
    "load",
    "load_table",
    "template",
    "catalogue",
    "info",
    "geometry",
    "provenance",
    "territories",
    "territory",
    "input_output",
    "live",
    "Explorer",
    "Panel",
    "Reading",
    "Overlay",
    "Slider",
    "Choice",
    "Toggle",
    "Territory",
    "explorers",
    "explore",
    "bet",
    "reveal",
    "quiz",
    "check",
    "my_territory",
    "show_source",
    "concepts",
    "datasets",
    "explorer",
    "measures",
    "teaching",
    "words",
]


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    # A module's attribute of the same name would win over this one (`datasets.input_output` is a module too).
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

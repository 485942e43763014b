"""Explorers: one object, a live face in Jupyter and a static face in the book."""

from course_utils.explorer.controls import Choice, Slider, Territory, Toggle
from course_utils.explorer.explorer import BudgetError, Explorer
from course_utils.explorer.panel import Overlay, Panel, Reading
from course_utils.explorer.registry import explore, explorers, result

__all__ = [
    "BudgetError",
    "Choice",
    "Explorer",
    "Overlay",
    "Panel",
    "Reading",
    "Slider",
    "Territory",
    "Toggle",
    "explore",
    "explorers",
    "result",
]

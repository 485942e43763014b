"""Data sets that ship with the course: read them, list them, see where they come from."""

from .card import Card, info
from .catalogue import catalogue
from .descriptors import data_root
from .errors import DamagedDataset, UnknownDataset
from .geometry import geometry
from .input_output import InputOutput, input_output
from .loading import load
from .provenance import provenance
from .territories import territories, territory

__all__ = [
    "Card",
    "DamagedDataset",
    "InputOutput",
    "UnknownDataset",
    "catalogue",
    "data_root",
    "geometry",
    "info",
    "input_output",
    "load",
    "provenance",
    "territories",
    "territory",
]

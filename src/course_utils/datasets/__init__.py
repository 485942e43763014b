"""Data sets that ship with the course: read them, list them, see where they come from."""

from . import live
from .card import Card, info
from .catalogue import catalogue
from .descriptors import data_root
from .errors import BadTable, DamagedDataset, UnknownDataset
from .geometry import geometry
from .input_output import InputOutput, input_output
from .loading import load
from .own import load_table, template
from .provenance import provenance
from .territories import territories, territory

__all__ = [
    "BadTable",
    "Card",
    "DamagedDataset",
    "InputOutput",
    "UnknownDataset",
    "catalogue",
    "data_root",
    "geometry",
    "info",
    "input_output",
    "live",
    "load",
    "load_table",
    "provenance",
    "template",
    "territories",
    "territory",
]

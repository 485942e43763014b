"""A reader's own table in the shape of the course's tables: read, checked, added up where it is large."""

from .table import load_table
from .templates import template

__all__ = ["load_table", "template"]

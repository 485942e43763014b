"""Titles of the data sets in the reader's language."""

from __future__ import annotations

import os
from typing import Any


def title_of(described: dict[str, Any]) -> str:
    """The title of a data set: French when COURSE_UTILS_LANGUAGE asks for it, English otherwise.

    Examples
    --------
    >>> title_of({"title": "Towns", "title_fr": "Villes"})
    'Towns'
    """
    language = os.environ.get("COURSE_UTILS_LANGUAGE", "en").split("_")[0]
    return str(described.get(f"title_{language}", described["title"]))

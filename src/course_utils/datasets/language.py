"""Texts of the data sets in the reader's language."""

from __future__ import annotations

import os
from typing import Any


def in_language(described: dict[str, Any], key: str) -> str:
    """The text under `key`: French when COURSE_UTILS_LANGUAGE asks for it and there is one, English otherwise.

    Examples
    --------
    >>> in_language({"caption": "Towns grow.", "caption_fr": "Les villes croissent."}, "caption")
    'Towns grow.'
    """
    language = os.environ.get("COURSE_UTILS_LANGUAGE", "en").split("_")[0]
    return str(described.get(f"{key}_{language}", described[key]))


def title_of(described: dict[str, Any]) -> str:
    """The title of a data set in the reader's language.

    Examples
    --------
    >>> title_of({"title": "Towns", "title_fr": "Villes"})
    'Towns'
    """
    return in_language(described, "title")

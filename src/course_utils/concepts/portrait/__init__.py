"""The reader's territory at a glance, on the welcome page: what it works at, and how large it is among its peers."""

from __future__ import annotations

from course_utils.concepts.portrait.explorer import explorer

__all__ = ["explorer"]

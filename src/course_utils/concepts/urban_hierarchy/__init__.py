"""Activity gathers around urban poles: rank and size of French places, on real data."""

from course_utils.concepts.urban_hierarchy.explorer import explorer

__all__ = ["explorer"]

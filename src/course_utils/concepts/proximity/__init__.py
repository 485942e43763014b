"""Proximity: who links up with whom, and what a link teaches."""

from course_utils.concepts.proximity.crowd import kinds
from course_utils.concepts.proximity.explorer import explorer
from course_utils.concepts.proximity.five import readings
from course_utils.concepts.proximity.five_explorer import five_explorer
from course_utils.concepts.proximity.learning import best_similarity, taught
from course_utils.concepts.proximity.learning_explorer import learning_explorer
from course_utils.concepts.proximity.model import (
    half_distance,
    learned,
    likeness,
    link_probability,
    marginal_effects,
    multiplier,
    nearness,
)
from course_utils.concepts.proximity.places import kilometres, poles
from course_utils.concepts.proximity.population import population
from course_utils.concepts.proximity.towns import distances, home, landmarks
from course_utils.concepts.proximity.towns_explorer import towns_explorer

__all__ = [
    "best_similarity",
    "distances",
    "explorer",
    "five_explorer",
    "half_distance",
    "home",
    "kilometres",
    "kinds",
    "landmarks",
    "learned",
    "learning_explorer",
    "likeness",
    "link_probability",
    "marginal_effects",
    "multiplier",
    "nearness",
    "poles",
    "population",
    "readings",
    "taught",
    "towns_explorer",
]

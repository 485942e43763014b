"""Bet, quiz and exercises of the urban hierarchy."""

from course_utils.teaching.content.urban_hierarchy.bet import wager
from course_utils.teaching.content.urban_hierarchy.exercises import exercises
from course_utils.teaching.content.urban_hierarchy.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

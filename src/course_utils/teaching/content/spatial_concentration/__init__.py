"""Bet, quiz and exercises of spatial concentration."""

from course_utils.teaching.content.spatial_concentration.bet import wager
from course_utils.teaching.content.spatial_concentration.exercises import exercises
from course_utils.teaching.content.spatial_concentration.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

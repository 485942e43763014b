"""Bet, quiz and exercises of the limits of the environment."""

from course_utils.teaching.content.environmental_limits.bet import wager
from course_utils.teaching.content.environmental_limits.exercises import exercises
from course_utils.teaching.content.environmental_limits.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

"""Bet, quiz and exercises of temporary proximity."""

from course_utils.teaching.content.temporary_proximity.bet import wager
from course_utils.teaching.content.temporary_proximity.exercises import exercises
from course_utils.teaching.content.temporary_proximity.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

"""Bet, quiz and exercises of proximity."""

from course_utils.teaching.content.proximity.bet import wager
from course_utils.teaching.content.proximity.exercises import exercises
from course_utils.teaching.content.proximity.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

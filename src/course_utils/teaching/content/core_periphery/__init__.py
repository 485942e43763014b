"""Bet, quiz and exercises of core and periphery."""

from course_utils.teaching.content.core_periphery.bet import wager
from course_utils.teaching.content.core_periphery.exercises import exercises
from course_utils.teaching.content.core_periphery.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

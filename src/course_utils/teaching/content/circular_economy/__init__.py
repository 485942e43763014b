"""Bet, quiz and exercises of the circular economy."""

from course_utils.teaching.content.circular_economy.bet import wager
from course_utils.teaching.content.circular_economy.exercises import exercises
from course_utils.teaching.content.circular_economy.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

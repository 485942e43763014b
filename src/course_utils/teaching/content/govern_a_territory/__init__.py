"""Bet, quiz and exercises of the game."""

from course_utils.teaching.content.govern_a_territory.bet import wager
from course_utils.teaching.content.govern_a_territory.exercises import exercises
from course_utils.teaching.content.govern_a_territory.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

"""Bet, quiz and exercises of the growth pole."""

from course_utils.teaching.content.growth_pole.bet import wager
from course_utils.teaching.content.growth_pole.exercises import exercises
from course_utils.teaching.content.growth_pole.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

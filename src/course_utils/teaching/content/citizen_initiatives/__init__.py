"""Bet, quiz and exercises of citizens' initiatives."""

from course_utils.teaching.content.citizen_initiatives.bet import wager
from course_utils.teaching.content.citizen_initiatives.exercises import exercises
from course_utils.teaching.content.citizen_initiatives.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

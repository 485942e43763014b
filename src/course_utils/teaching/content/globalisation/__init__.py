"""Bet, quiz and exercises of globalisation."""

from course_utils.teaching.content.globalisation.bet import wager
from course_utils.teaching.content.globalisation.exercises import exercises
from course_utils.teaching.content.globalisation.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

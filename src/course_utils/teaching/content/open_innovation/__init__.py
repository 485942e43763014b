"""Bet, quiz and exercises of open innovation."""

from course_utils.teaching.content.open_innovation.bet import wager
from course_utils.teaching.content.open_innovation.exercises import exercises
from course_utils.teaching.content.open_innovation.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

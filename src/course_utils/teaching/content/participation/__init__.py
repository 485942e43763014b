"""Bet, quiz and exercises of participation."""

from course_utils.teaching.content.participation.bet import wager
from course_utils.teaching.content.participation.exercises import exercises
from course_utils.teaching.content.participation.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

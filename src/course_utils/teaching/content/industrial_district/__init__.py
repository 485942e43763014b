"""Bet, quiz and exercises of the industrial district."""

from course_utils.teaching.content.industrial_district.bet import wager
from course_utils.teaching.content.industrial_district.exercises import exercises
from course_utils.teaching.content.industrial_district.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

"""Bet, quiz and exercises of the national champions."""

from course_utils.teaching.content.national_champions.bet import wager
from course_utils.teaching.content.national_champions.exercises import exercises
from course_utils.teaching.content.national_champions.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

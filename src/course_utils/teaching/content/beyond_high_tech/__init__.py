"""Bet, quiz and exercises of beyond high technology."""

from course_utils.teaching.content.beyond_high_tech.bet import wager
from course_utils.teaching.content.beyond_high_tech.exercises import exercises
from course_utils.teaching.content.beyond_high_tech.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

"""Bet, quiz and exercises of the genealogy."""

from course_utils.teaching.content.genealogy.bet import wager
from course_utils.teaching.content.genealogy.exercises import exercises
from course_utils.teaching.content.genealogy.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

"""Bet, quiz and exercises of the innovative milieu."""

from course_utils.teaching.content.innovative_milieu.bet import wager
from course_utils.teaching.content.innovative_milieu.exercises import exercises
from course_utils.teaching.content.innovative_milieu.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

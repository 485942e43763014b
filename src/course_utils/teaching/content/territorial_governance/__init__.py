"""Bet, quiz and exercises of territorial governance."""

from course_utils.teaching.content.territorial_governance.bet import wager
from course_utils.teaching.content.territorial_governance.exercises import exercises
from course_utils.teaching.content.territorial_governance.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]

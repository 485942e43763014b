"""Bet, quiz and exercises of the competitiveness poles."""

from course_utils.teaching.content.competitiveness_poles.bet import wager
from course_utils.teaching.content.competitiveness_poles.exercises import exercises
from course_utils.teaching.content.competitiveness_poles.quiz import quiz

__all__ = ["exercises", "quiz", "wager"]
